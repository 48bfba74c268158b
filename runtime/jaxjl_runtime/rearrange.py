"""Moving elements: `permutedims reverse circshift rotl90 dropdims selectdim eachcol …`.

Each works on buffers; arrays of host values go the same way by their index array.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any

import jax
import numpy as np

from .array import JaxArray, fresh, namespace
from .containers import HostArray, moved
from .dispatch import base, generic, register_refiner
from .exceptions import ArgumentError, BoundsError, DimensionMismatch
from .iteration import JuliaIterable, elements
from .numbers import number_dtype
from .ranges import AbstractRange, UnitRange, colon
from .typeof import from_dtype, register_class, typeof
from .types import make_tuple
from .types_base import AbstractArray, names

ARRAYS = (JaxArray, HostArray, AbstractArray)


def on_buffer(function: Callable[..., Any], a: Any, *args: Any) -> Any:
    """The array that a function on the buffer makes of `a`."""

    def moves(x: JaxArray) -> JaxArray:
        return JaxArray(fresh(function(x.read(), *args)), x.bit)

    if isinstance(a, HostArray):
        return moved(moves, a)
    if not isinstance(a, JaxArray):
        a = generic("collect")(a)
        return on_buffer(function, a, *args)
    return moves(a)


@base("permutedims", *ARRAYS)
def permutedims(a: Any, perm: Any = None) -> Any:
    """A new array whose dimension k is dimension `perm[k]` of `a`."""
    size = generic("size")(a)
    rank = len(size)
    if perm is None:
        if rank == 1:
            return on_buffer(lambda b: b.reshape(-1, 1), a)
        if rank != 2:
            raise DimensionMismatch("perm is needed for an array of this many dimensions")
        return on_buffer(lambda b: b.transpose(), a)
    order = [int(p) for p in elements(perm)]
    if sorted(order) != list(range(1, rank + 1)):
        raise ArgumentError("no valid permutation of dimensions")
    axes = tuple(rank - order[rank - 1 - k] for k in range(rank))
    return on_buffer(lambda b: b.transpose(axes), a)


@base("permutedims!")
def permutedims_into(dest: Any, src: Any, perm: Any) -> Any:
    """`dest`, filled with the permuted array."""
    return generic("copyto!")(dest, permutedims(src, perm))


# ----------------------------------------------------------------------------------------- reversed


@base("reverse", *ARRAYS)
def reverse(a: Any, *bounds: Any, dims: Any = colon) -> Any:
    """The elements in the opposite order, along `dims` or between two indices."""
    if bounds:
        start = int(bounds[0]) - 1
        stop = int(bounds[1]) if len(bounds) > 1 else generic("length")(a)
        return on_buffer(lambda b: _part_reversed(b, start, stop), a)
    if dims is colon:
        return on_buffer(lambda b: namespace(b).flip(b), a)
    axes = tuple(-int(d) for d in elements(dims))
    rank = len(generic("size")(a))
    if any(not 1 <= -axis <= rank for axis in axes):
        raise ArgumentError(f"dimension {-axes[0]} is not 1 ≤ {-axes[0]} ≤ {rank}")
    return on_buffer(lambda b: namespace(b).flip(b, axes), a)


def _part_reversed(b: Any, start: int, stop: int) -> Any:
    return namespace(b).concatenate([b[:start], b[start:stop][::-1], b[stop:]])


@base("reverse!", *ARRAYS)
def reverse_in_place(a: Any, *bounds: Any, dims: Any = colon) -> Any:
    """`a`, its elements now in the opposite order."""
    return generic("copyto!")(a, reverse(a, *bounds, dims=dims))


@base("reverse")
def reverse_any(x: Any, **options: Any) -> Any:
    """The elements in the opposite order."""
    from .lazy import Reverse

    return generic("collect")(Reverse(x))


# --------------------------------------------------------------------------------------- circshift


@base("circshift")
def circshift(a: Any, shifts: Any, *, dims: Any = None) -> Any:
    """The elements moved round by some places along each dimension."""
    if isinstance(a, tuple):
        k = int(shifts) % max(len(a), 1)
        return a[len(a) - k :] + a[: len(a) - k]
    amounts = [int(s) for s in elements(shifts)]
    if dims is not None:
        axes = tuple(-int(d) for d in elements(dims))
    else:
        axes = tuple(-k for k in range(1, len(amounts) + 1))
    rank = len(generic("size")(a))
    pairs = [(s, axis) for s, axis in zip(amounts, axes, strict=False) if -axis <= rank]

    def roll(b: Any) -> Any:
        shift, axis = zip(*pairs, strict=True)
        return namespace(b).roll(b, shift, axis)

    return on_buffer(roll, a) if pairs else generic("copy")(a)


@base("circshift!")
def circshift_in_place(dest: Any, *args: Any) -> Any:
    """The array with the elements moved round."""
    if number_dtype(args[0]) is not None:
        return generic("copyto!")(dest, circshift(dest, *args))
    return generic("copyto!")(dest, circshift(*args))


# ----------------------------------------------------------------------------------- quarter turns


def _matrix(a: Any) -> None:
    if len(generic("size")(a)) != 2:
        from .exceptions import MethodError

        raise MethodError(generic("rotl90"), (a,))


def _turned(name: str, quarter: int) -> None:
    @base(name)
    def _(a: Any, k: Any = 1) -> Any:
        _matrix(a)
        turns = quarter * int(k) % 4
        return on_buffer(lambda b: namespace(b).rot90(b.transpose(), turns).transpose(), a)

    generic(name).__doc__ = f"`{name}(A, [k])`: the matrix turned."


_turned("rotl90", 1)
_turned("rotr90", -1)
_turned("rot180", 2)


# ------------------------------------------------------------------------------- single dimensions


@base("dropdims")
def dropdims(a: Any, *, dims: Any) -> Any:
    """The array without some dimensions of length one."""
    size = generic("size")(a)
    gone = [int(d) for d in elements(dims)]
    for d in gone:
        if not 1 <= d <= len(size):
            raise ArgumentError("dropped dims must be in range 1:ndims(A)")
        if size[d - 1] != 1:
            raise ArgumentError("dropped dims must all be size 1")
    if len(set(gone)) < len(gone):
        raise ArgumentError("dropped dims must be unique")
    return generic("reshape")(a, tuple(n for k, n in enumerate(size, 1) if k not in gone))


@base("selectdim")
def selectdim(a: Any, d: Any, i: Any) -> Any:
    """The view of `a` at an index of one dimension."""
    rank = len(generic("size")(a))
    index: list[Any] = [colon] * rank
    if not 1 <= int(d) <= rank:
        raise ArgumentError("dimension must be ≥ 1 and no more than ndims(A)")
    index[int(d) - 1] = i
    return generic("view")(a, *index)


class Slices(JuliaIterable):
    """`eachcol(A)`, `eachrow(A)`, `eachslice(A; dims)`: views along one or more dimensions."""

    __slots__ = ("dims", "parent")

    def __init__(self, parent: Any, dims: tuple[int, ...]) -> None:
        self.parent, self.dims = parent, dims

    def shape(self) -> tuple[int, ...]:
        size = generic("size")(self.parent)
        return tuple(size[d - 1] if d <= len(size) else 1 for d in self.dims)

    @property
    def size(self) -> tuple[int, ...]:
        """How many slices there are along each of the dimensions."""
        return self.shape()

    def at(self, position: tuple[int, ...]) -> Any:
        """The slice at a 1-based position."""
        rank = len(generic("size")(self.parent))
        if rank == 1 and self.dims == (2,):
            return generic("view")(self.parent, colon)
        index: list[Any] = [colon] * rank
        for d, k in zip(self.dims, position, strict=True):
            index[d - 1] = k
        return generic("view")(self.parent, *index)

    def start(self) -> Iterator[Any]:
        shape = self.shape()
        for k in range(math.prod(shape)):
            position = []
            for n in shape:
                position.append(k % n + 1)
                k //= n
            yield self.at(tuple(position))


@base("getindex", Slices)
def _(s: Slices, *index: Any) -> Any:
    shape = s.shape()
    if len(index) == 1 and number_dtype(index[0]) is not None:
        k = int(index[0]) - 1
        if not 0 <= k < math.prod(shape):
            raise BoundsError(s, index[0])
        return s.at(tuple(int(p) + 1 for p in np.unravel_index(k, shape, order="F")))
    return generic("getindex")(generic("collect")(s), *index)


base("lastindex", Slices)(lambda s, *d: math.prod(s.shape()) if not d else s.shape()[int(d[0]) - 1])
base("firstindex", Slices)(lambda s, *d: 1)
base("keys", Slices)(lambda s: generic("keys")(JaxArray(np.zeros(s.shape()[::-1]))))
base("eachindex", Slices)(lambda s: UnitRange(1, math.prod(s.shape())))
base("axes", Slices)(lambda s, *d: generic("axes")(JaxArray(np.zeros(s.shape()[::-1])), *d))
base("eachcol")(
    lambda a: Slices(a, (len(generic("size")(a)) if len(generic("size")(a)) > 1 else 2,))
)
base("eachrow")(lambda a: Slices(a, (1,)))


@base("eachslice")
def eachslice(a: Any, *, dims: Any, drop: bool = True) -> Slices:
    """The views of `a` at each index of some dimensions."""
    rank = len(generic("size")(a))
    wanted = tuple(int(d) for d in elements(dims))
    for d in wanted:
        if not 1 <= d <= rank:
            raise DimensionMismatch(f"A doesn't have {d} dimensions")
    return Slices(a, wanted)


@base("vec", HostArray)
def _(a: HostArray) -> HostArray:
    return _shared(a, (len(a.items),))


@base("reshape", HostArray)
def _(a: HostArray, *dims: Any) -> HostArray:
    from .views import sized

    if len(dims) == 1 and isinstance(dims[0], tuple):
        dims = dims[0]
    size = sized(len(a.items), dims)
    if math.prod(size) != len(a.items):
        raise DimensionMismatch(
            f"new dimensions {generic('string')(size)} must be consistent"
            f" with array size {len(a.items)}"
        )
    return _shared(a, size)


def _shared(a: HostArray, size: tuple[int, ...]) -> HostArray:
    """An array over the same list, so that a write to one is seen in the other."""
    made = HostArray(a.eltype, a.items, size)
    made.serial = a.serial
    return made


class ReshapedRange(JaxArray):
    """`reshape(r, dims)` of a range: its elements in another size, which cannot be assigned to."""

    __slots__ = ("range",)

    def __init__(self, r: AbstractRange, size: tuple[int, ...]) -> None:
        JaxArray.__init__(self, r.values().reshape(size[::-1]))
        self.range = r

    def write(self, new: Any) -> None:
        generic("setindex!")(self.range, new, 1)

    def writable(self) -> None:
        return None


register_class(
    ReshapedRange,
    lambda a: names["ReshapedArray"][from_dtype(a.dtype), a.ndim, typeof(a.range), make_tuple(())],
)
register_refiner(ReshapedRange, typeof)
jax.tree_util.register_pytree_node(
    ReshapedRange, lambda a: ((), (a.range, a.size)), lambda aux, _: ReshapedRange(*aux)
)
base("parent", ReshapedRange)(lambda a: a.range)


@base("reshape", AbstractRange)
def _(r: AbstractRange, *dims: Any) -> Any:
    from .views import sized

    if len(dims) == 1 and isinstance(dims[0], tuple):
        dims = dims[0]
    size = sized(len(r), dims)
    if r.dtype is None or math.prod(size) != len(r):
        return generic("reshape")(generic("collect")(r), size)
    return r if len(size) == 1 else ReshapedRange(r, size)


@base("reshape")
def reshape(a: Any, *dims: Any) -> Any:
    """The elements in another size."""
    return generic("reshape")(generic("collect")(a), *dims)


@base("vec")
def vec(a: Any) -> Any:
    """The elements as a vector."""
    return generic("vec")(generic("collect")(a))


@base("view", HostArray)
def _(a: HostArray, *index: Any) -> Any:
    return HostView(a, index)


class HostView(HostArray):
    """A view of an array of host values: it reads and writes the parent's elements."""

    __slots__ = ("parent", "places")

    def __init__(self, parent: HostArray, index: tuple[Any, ...]) -> None:
        picked = generic("getindex")(parent.positions(), *index)
        inside = isinstance(picked, JaxArray)
        places = np.asarray(picked.read()).ravel().tolist() if inside else [int(picked)]
        super().__init__(parent.eltype, _Window(parent, places), picked.size if inside else ())
        self.parent, self.places, self.serial = parent, places, parent.serial


class _Window(list):  # type: ignore[type-arg]
    """The elements of a view: a list that stands for places of another."""

    def __init__(self, parent: HostArray, places: list[int]) -> None:
        super().__init__()
        self.parent, self.places = parent, places

    def __len__(self) -> int:
        return len(self.places)

    def __iter__(self) -> Iterator[Any]:
        return (self.parent.items[k] for k in self.places)

    def __getitem__(self, k: Any) -> Any:
        if isinstance(k, slice):
            return [self.parent.items[j] for j in self.places[k]]
        return self.parent.items[self.places[k]]

    def __setitem__(self, k: Any, value: Any) -> None:
        if isinstance(k, slice):
            for j, item in zip(self.places[k], value, strict=True):
                self.parent.items[j] = item
        else:
            self.parent.items[self.places[k]] = value


base("parent", HostView)(lambda v: v.parent)


@base("dotview", HostArray)
def _(a: HostArray, *index: Any) -> Any:
    """The place that `a[i] .= …` stores into: an element that is itself an array, or a view."""
    if index and all(type(i) is int for i in index):
        return generic("getindex")(a, *index)
    return HostView(a, index)
