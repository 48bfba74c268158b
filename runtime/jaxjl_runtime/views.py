"""Arrays that share their elements with a parent: `view`, `reshape`, `'`, `transpose`,
`PermutedDimsArray`, `reinterpret`.

A view has no buffer of its own: `read` takes its part of the parent's, `write` puts it back.
"""

from __future__ import annotations

import math
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from . import exceptions as exc
from .array import JaxArray, Masked
from .cell import new_serial
from .dispatch import base, constructor, generic, register_refiner
from .indexing import picks_of, seen_as
from .indices import basic, gather, outer_shape, put, scattered
from .numbers import Tracer, on_host, to_device
from .typeof import from_dtype, register_class, typeof
from .types_base import names


class View(JaxArray):
    """The root of the views; a subclass says what part of the parent's buffer it is."""

    __slots__ = ("parent", "whole")

    def __init__(self, parent: JaxArray) -> None:
        self.parent = parent
        self.whole: Any = None  # the parent's host buffer of which `_data` is a NumPy view
        self.serial = new_serial()
        self.bit = False
        self._data = None

    def current(self) -> np.ndarray | None:
        """The NumPy view of the parent's host buffer, kept from use to use; `None` if there is
        none."""
        parent = self.parent
        whole = parent.current() if isinstance(parent, View) else parent._data
        if whole is self.whole and whole is not None:
            return self._data
        if type(whole) is not np.ndarray:
            return None
        part = self.part(whole)
        if not np.may_share_memory(part, whole):
            return None
        self.whole, self._data = whole, part
        return part

    def part(self, buffer: Any) -> Any:
        """The view's buffer in the parent's: a NumPy view where that is possible."""
        raise NotImplementedError

    def replaced(self, buffer: Any, new: Any) -> Any:
        """The parent's (device) buffer with this part replaced."""
        raise NotImplementedError

    def read(self) -> Any:
        return self.part(on_host(self.parent.read()))

    def peek(self) -> Any:
        return self.part(on_host(self.parent.peek()))

    def write(self, new: Any) -> None:
        target = self.writable()
        if target is not None and not isinstance(new, Tracer):
            target[...] = np.asarray(new)
            return
        whole = self.parent.writable()
        if whole is not None and not isinstance(new, Tracer):
            self.put(whole, np.asarray(new))
            return
        old = to_device(self.parent.read())
        self.parent.write(self.replaced(old, to_device(new)))

    def put(self, whole: np.ndarray, new: np.ndarray) -> None:
        """Write into the parent's host buffer where this part is no NumPy view of it."""
        whole[...] = np.asarray(self.replaced(jnp.asarray(np.array(whole)), jnp.asarray(new)))

    def writable(self) -> np.ndarray | None:
        whole = self.parent.writable()
        if whole is None:
            return None
        part = self.part(whole)
        return part if np.may_share_memory(part, whole) or not part.size else None


class SubArray(View):
    """`view(A, I…)`."""

    __slots__ = ("dims", "indices", "picks")

    def __init__(self, parent: JaxArray, indices: tuple[Any, ...]) -> None:
        View.__init__(self, parent)
        self.indices = indices
        self.picks, self.dims = picks_of(parent, parent.size, indices)

    def part(self, buffer: Any) -> Any:
        buffer = seen_as(buffer, self.dims)
        if all(p.places is None for p in self.picks):
            return basic(buffer, self.picks)
        return gather(buffer, self.picks)

    def replaced(self, buffer: Any, new: Any) -> Any:
        opened = seen_as(buffer, self.dims)
        new = new.reshape(outer_shape(self.picks))
        return scattered(opened, self.picks, new).reshape(buffer.shape)

    def put(self, whole: np.ndarray, new: np.ndarray) -> None:
        put(seen_as(whole, self.dims), self.picks, new.reshape(outer_shape(self.picks)))


class Reshaped(View):
    """`reshape(A, dims)` and `vec(A)`: the same elements in another size."""

    __slots__ = ("dims",)

    def __init__(self, parent: JaxArray, dims: tuple[int, ...]) -> None:
        View.__init__(self, parent)
        self.dims = dims
        self.bit = parent.bit

    def part(self, buffer: Any) -> Any:
        return buffer.reshape(self.dims[::-1])

    def replaced(self, buffer: Any, new: Any) -> Any:
        return new.reshape(buffer.shape)


class Transpose(View):
    """`transpose(A)`: a vector becomes a matrix of one row."""

    __slots__ = ()
    conjugate = False

    def part(self, buffer: Any) -> Any:
        out = buffer.reshape(buffer.shape[0], 1) if buffer.ndim == 1 else buffer.transpose(1, 0)
        return out.conj() if self.conjugate and out.dtype.kind == "c" else out

    def replaced(self, buffer: Any, new: Any) -> Any:
        new = new.conj() if self.conjugate and new.dtype.kind == "c" else new
        return new.reshape(buffer.shape) if buffer.ndim == 1 else new.transpose(1, 0)

    def writable(self) -> np.ndarray | None:
        if self.conjugate and self.parent.dtype.kind == "c":
            self.parent.writable()
            return None
        return View.writable(self)


class Adjoint(Transpose):
    """`A'`."""

    __slots__ = ()
    conjugate = True


class PermutedDims(View):
    """`PermutedDimsArray(A, perm)`."""

    __slots__ = ("perm",)

    def __init__(self, parent: JaxArray, perm: tuple[int, ...]) -> None:
        View.__init__(self, parent)
        self.perm = perm

    def _axes(self) -> tuple[int, ...]:
        rank = len(self.perm)
        return tuple(rank - p for p in reversed(self.perm))

    def part(self, buffer: Any) -> Any:
        return buffer.transpose(self._axes())

    def replaced(self, buffer: Any, new: Any) -> Any:
        return new.transpose(tuple(int(k) for k in np.argsort(self._axes())))


class Reinterpreted(View):
    """`reinterpret(T, A)`: the same bytes as numbers of another type."""

    __slots__ = ("to",)

    def __init__(self, parent: JaxArray, dtype: np.dtype) -> None:
        View.__init__(self, parent)
        self.to = dtype

    def part(self, buffer: Any) -> Any:
        if isinstance(buffer, jax.Array):
            return jax.lax.bitcast_convert_type(buffer, self.to)
        return np.ascontiguousarray(buffer).view(self.to)

    def replaced(self, buffer: Any, new: Any) -> Any:
        return jax.lax.bitcast_convert_type(new, buffer.dtype)


@base("view", JaxArray)
def view(a: JaxArray, *index: Any) -> SubArray:
    """A view of the elements that `a[index…]` would copy."""
    return SubArray(a, index)


@base("dotview", JaxArray)
def dotview(a: JaxArray, *index: Any) -> Any:
    """What `a[index…] .= …` writes to."""
    if len(index) == 1 and isinstance(index[0], JaxArray) and index[0].dtype == bool:
        flags = index[0].read()
        if isinstance(flags, Tracer):
            if index[0].size != a.size:
                raise exc.BoundsError(a, index)
            return Masked(a, index[0])
    return SubArray(a, index)


def sized(count: int, dims: tuple[Any, ...]) -> tuple[int, ...]:
    """The size that `reshape(A, dims…)` asks for, its `:` filled in."""
    colon = generic(":")
    sizes = [
        d if d is colon else int(d) if not hasattr(d, "length") else int(d.length) for d in dims
    ]
    if colon not in sizes:
        return tuple(sizes)
    if sizes.count(colon) > 1:
        raise exc.DimensionMismatch(
            f"new dimensions {generic('string')(tuple(dims))} may have at most one omitted "
            "dimension specified by `Colon()`"
        )
    known = math.prod(d for d in sizes if d is not colon)
    if known == 0 or count % known:
        shown = ", ".join("Colon()" if d is colon else str(d) for d in sizes)
        raise exc.DimensionMismatch(
            f"array size {count} must be divisible by the product of the new dimensions ({shown})"
        )
    return tuple(count // known if d is colon else d for d in sizes)


@base("reshape", JaxArray)
def reshape(a: JaxArray, *dims: Any) -> JaxArray:
    """The same elements in another size; shares them with `a`."""
    if len(dims) == 1 and isinstance(dims[0], tuple):
        dims = dims[0]
    size = sized(math.prod(a.size), dims)
    if math.prod(size) != math.prod(a.size):
        raise exc.DimensionMismatch(
            f"new dimensions {generic('string')(size)} must be consistent with array size "
            f"{math.prod(a.size)}"
        )
    if size == a.size:
        return a
    root = a.parent if isinstance(a, Reshaped) else a
    return root if size == root.size else Reshaped(root, size)


@constructor("PermutedDimsArray")
def _permuted(target: Any, a: JaxArray, perm: Any) -> PermutedDims:
    from .iteration import elements

    return PermutedDims(a, tuple(int(p) for p in elements(perm)))


@base("vec", JaxArray)
def vec(a: JaxArray) -> JaxArray:
    """All elements as a vector; shares them with `a`."""
    return a if a.ndim == 1 else reshape(a, math.prod(a.size))


@base("parent", JaxArray)
def parent(a: JaxArray) -> JaxArray:
    """What a view is a view of."""
    return a.parent if isinstance(a, View) and not isinstance(a, Reshaped) else a


@base("parentindices", SubArray)
def parentindices(a: SubArray) -> tuple[Any, ...]:
    """The indices of a view in its parent."""
    return a.indices


def _flatten(a: View) -> tuple[tuple[Any], None]:
    return (to_device(a.read()),), None


def _unflatten(_: None, children: tuple[Any]) -> JaxArray:
    (buffer,) = children
    return JaxArray(np.array(buffer) if isinstance(buffer, np.ndarray) else buffer)


for _cls in (SubArray, Reshaped, Transpose, Adjoint, PermutedDims, Reinterpreted):
    jax.tree_util.register_pytree_node(_cls, _flatten, _unflatten)


def _permuted_type(a: PermutedDims) -> Any:
    inverse = tuple(a.perm.index(k) + 1 for k in range(1, len(a.perm) + 1))
    return names["PermutedDimsArray"][
        from_dtype(a.dtype), len(a.perm), a.perm, inverse, typeof(a.parent)
    ]


register_class(PermutedDims, _permuted_type)
register_class(
    Reinterpreted,
    lambda a: names["ReinterpretArray"][
        from_dtype(a.to), a.ndim, from_dtype(a.parent.dtype), typeof(a.parent)
    ],
)
for _view in (PermutedDims, Reinterpreted):
    register_refiner(_view, typeof)

__all__ = [
    "Adjoint",
    "PermutedDims",
    "Reinterpreted",
    "Reshaped",
    "SubArray",
    "Transpose",
    "View",
    "reshape",
    "sized",
]
