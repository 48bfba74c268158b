"""Sorting and what depends on order: `sort sortperm partialsort issorted searchsorted… unique
invperm …`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import jax.numpy as jnp
import numpy as np

from .array import JaxArray
from .cell import not_static
from .containers import HostArray, from_elements
from .dispatch import base, generic
from .equality import canonical
from .exceptions import ArgumentError
from .iteration import elements
from .numbers import JaxNumber, Tracer, on_host
from .ranges import UnitRange, colon

ARRAYS = (JaxArray, HostArray)


# ---------------------------------------------------------------------------------------- orderings


class Ordering:
    """`Base.Order.Ordering`: how two elements compare."""

    def __init__(self, lt: Any = None, by: Any = None, rev: bool = False) -> None:
        self.lt, self.by, self.rev = lt, by, rev

    @property
    def plain(self) -> bool:
        """Whether elements compare by `isless` themselves, in either direction."""
        return self.lt is None and self.by is None

    def key(self, x: Any) -> Any:
        """What is compared of an element."""
        return x if self.by is None else self.by(x)

    def less(self, a: Any, b: Any) -> bool:
        """Whether the key `a` comes before the key `b`."""
        if self.rev:
            a, b = b, a
        test = generic("isless") if self.lt is None else self.lt
        return bool(test(a, b))


FORWARD, REVERSE = Ordering(), Ordering(rev=True)


def _order_constants() -> None:
    base("By", module="Order")(lambda by, order=FORWARD: Ordering(by=by, rev=order.rev))
    base("Lt", module="Order")(lambda lt: Ordering(lt=lt))
    base("ReverseOrdering", module="Order")(
        lambda order=FORWARD: Ordering(order.lt, order.by, not order.rev)
    )


_order_constants()


def ordering(
    lt: Any = None, by: Any = None, rev: Any = None, order: Any = None, alg: Any = None, **_: Any
) -> Ordering:
    """The ordering that the keywords of `sort` name."""
    isless, identity = generic("isless"), generic("identity")
    lt = None if lt is isless else lt
    by = None if by is identity else by
    backwards = bool(rev)
    if isinstance(order, Ordering):
        lt = order.lt if lt is None else lt
        by = order.by if by is None else by
        backwards = backwards != order.rev
    return Ordering(lt, by, backwards)


# ------------------------------------------------------------------------------------ permutations


def permutation(items: list[Any], order: Ordering) -> list[int]:
    """The 0-based positions of the items in sorted order; equal ones keep theirs."""
    keys = [order.key(x) for x in items]
    for k in keys:
        if isinstance(k, JaxNumber) and isinstance(k.buffer, Tracer):
            not_static("sorting by keys that are traced, one by one")
    if (
        order.lt is None
        and keys
        and all(type(k) in (int, str) for k in keys)
        and len(set(map(type, keys))) == 1
    ):
        return (
            sorted(range(len(items)), key=keys.__getitem__, reverse=order.rev)
            if not order.rev
            else _stable_down(keys)
        )

    def compare(a: int, b: int) -> int:
        if order.less(keys[a], keys[b]):
            return -1
        return 1 if order.less(keys[b], keys[a]) else 0

    return sorted(range(len(items)), key=functools.cmp_to_key(compare))


def _stable_down(keys: list[Any]) -> list[int]:
    n = len(keys)
    return [n - 1 - k for k in sorted(range(n), key=lambda k: keys[n - 1 - k])][::-1]


def sorted_places(buffer: Any, rev: bool, axis: int = -1) -> Any:
    """The 0-based positions that sort a buffer of numbers along an axis, stably."""
    if isinstance(buffer, Tracer):
        if rev:
            flipped = jnp.flip(buffer, axis)
            n = buffer.shape[axis]
            return jnp.flip(n - 1 - jnp.argsort(flipped, axis=axis, stable=True), axis)
        return jnp.argsort(buffer, axis=axis, stable=True)
    buffer = _with_signed_zeros(np.asarray(buffer))
    if not rev:
        return np.argsort(buffer, axis=axis, kind="stable")
    flipped = np.flip(buffer, axis)
    found = buffer.shape[axis] - 1 - np.argsort(flipped, axis=axis, kind="stable")
    return np.flip(found, axis)


def _with_signed_zeros(buffer: np.ndarray) -> np.ndarray:
    """Keys that put -0.0 before 0.0, as `isless` does."""
    if buffer.dtype.kind == "f" and buffer.dtype.itemsize == 8:
        zeros = buffer == 0
        if zeros.any() and np.signbit(buffer[zeros]).any():
            bits = buffer.view(np.int64)
            keys = np.where(bits < 0, bits ^ np.int64(0x7FFFFFFFFFFFFFFF), bits)
            return np.where(np.isnan(buffer), np.int64(0x7FFFFFFFFFFFFFFF), keys)
    return buffer


def _fast(a: Any, order: Ordering) -> bool:
    return isinstance(a, JaxArray) and order.plain and a.dtype.kind in "biuf"


def _sorted_buffer(buffer: Any, order: Ordering, axis: int = -1) -> Any:
    places = sorted_places(buffer, order.rev, axis)
    xp = jnp if isinstance(buffer, Tracer) else np
    return xp.take_along_axis(buffer, places, axis=axis)


# --------------------------------------------------------------------------------------------- sort


def _is_vector(a: Any) -> None:
    if len(a.size) != 1:
        raise ArgumentError("sort of an array of several dimensions needs `dims`")


@base("sort", *ARRAYS)
def sort(a: Any, *, dims: Any = None, **options: Any) -> Any:
    """The elements in order, in a new array."""
    order = ordering(**options)
    if dims is not None:
        return _sort_along(a, int(dims), order)
    if len(a.size) != 1:
        from .exceptions import UndefKeywordError
        from .symbols import Symbol

        raise UndefKeywordError(Symbol("dims"))
    if _fast(a, order):
        return JaxArray(_sorted_buffer(on_host(a.read()), order), a.bit)
    items = list(elements(a))
    return _with_items(a, [items[k] for k in permutation(items, order)])


def _with_items(a: Any, items: list[Any]) -> Any:
    if isinstance(a, HostArray):
        return a.like(items, a.size)
    from .containers import buffer_of

    return JaxArray(buffer_of(items, a.dtype).reshape(a.size[::-1]), a.bit)


def _sort_along(a: Any, d: int, order: Ordering) -> Any:
    if _fast(a, order):
        return JaxArray(
            np.array(_sorted_buffer(on_host(a.read()), order, -d))
            if not isinstance(a.read(), Tracer)
            else _sorted_buffer(a.read(), order, -d)
        )
    return generic("mapslices")(
        lambda v: generic("sort")(v, by=order.by, lt=order.lt, rev=order.rev), a, dims=d
    )


@base("sort", tuple)
def _(t: tuple[Any, ...], **options: Any) -> tuple[Any, ...]:
    return tuple(t[k] for k in permutation(list(t), ordering(**options)))


@base("sort")
def sort_any(x: Any, **options: Any) -> Any:
    """The elements of any collection in order."""
    return sort(generic("collect")(x), **options)


@base("sort!", *ARRAYS)
def sort_in_place(a: Any, *bounds: Any, dims: Any = None, **options: Any) -> Any:
    """The array, its elements now in order."""
    if dims is not None:
        return generic("copyto!")(a, sort(a, dims=dims, **options))
    _is_vector(a)
    made = sort(a, **options)
    if isinstance(a, HostArray):
        a.changing("sort!")
        a.items[:] = made.items
    else:
        a.write(made.read())
    return a


@base("sortperm")
def sortperm(a: Any, *, dims: Any = None, **options: Any) -> Any:
    """The permutation that sorts the elements."""
    order = ordering(**options)
    a = generic("collect")(a) if not isinstance(a, ARRAYS) else a
    if _fast(a, order):
        buffer = on_host(a.read())
        if dims is not None:
            places = sorted_places(buffer, order.rev, -int(dims))
            grid = np.arange(1, buffer.size + 1).reshape(buffer.shape)
            return JaxArray(np.take_along_axis(grid, np.asarray(places), axis=-int(dims)))
        _is_vector(a)
        places = sorted_places(buffer, order.rev)
        return JaxArray((places + 1).astype(np.int64))
    return JaxArray(np.array(permutation(list(elements(a)), order), dtype=np.int64) + 1)


@base("sortperm!")
def sortperm_in_place(p: Any, a: Any, **options: Any) -> Any:
    """`p`, now the permutation that sorts the elements of `a`."""
    return generic("copyto!")(p, sortperm(a, **options))


@base("partialsort")
def partialsort(a: Any, k: Any, **options: Any) -> Any:
    """The element (or elements) that sorting would put at `k`."""
    return generic("getindex")(generic("sort")(a, **options), k)


@base("partialsort!")
def partialsort_in_place(a: Any, k: Any, **options: Any) -> Any:
    """The elements at `k` once the vector is sorted (as it then is)."""
    return generic("getindex")(sort_in_place(a, **options), k)


@base("partialsortperm")
def partialsortperm(a: Any, k: Any, **options: Any) -> Any:
    """The positions of the elements that sorting would put at `k`."""
    return generic("getindex")(sortperm(a, **options), k)


@base("issorted")
def issorted(x: Any, **options: Any) -> Any:
    """Whether the elements are in order."""
    order = ordering(**options)
    if isinstance(x, JaxArray) and isinstance(x.read(), Tracer) and order.plain:
        flat = x.read()
        pairs = (flat[1:] >= flat[:-1]) if not order.rev else (flat[1:] <= flat[:-1])
        return JaxNumber(jnp.all(pairs))
    keys = [order.key(item) for item in elements(x)]
    return not any(order.less(b, a) for a, b in pairwise(keys))


@base("sortslices")
def sortslices(a: Any, *, dims: Any, **options: Any) -> Any:
    """The matrix with its rows (`dims=1`) or columns in order."""
    d = int(dims)
    slices = [generic("selectdim")(a, d, k) for k in range(1, generic("size")(a, d) + 1)]
    slices = [generic("collect")(s) for s in slices]
    places = permutation(slices, ordering(**options))
    index: list[Any] = [colon] * len(generic("size")(a))
    index[d - 1] = JaxArray(np.array(places) + 1)
    return generic("getindex")(a, *index)


# ------------------------------------------------------------------------------------------- search


def _bound(items: Callable[[int], Any], count: int, x: Any, order: Ordering, after: bool) -> int:
    """How many elements come before `x` (with `after`, before or at it)."""
    low, high = 0, count
    while low < high:
        middle = (low + high) // 2
        key = order.key(items(middle))
        before = not order.less(x, key) if after else order.less(key, x)
        low, high = (middle + 1, high) if before else (low, middle)
    return low


def _bounds(a: Any, x: Any, after: bool, options: dict[str, Any]) -> Any:
    order = ordering(**options)
    traced = isinstance(x, JaxNumber) or (isinstance(a, JaxArray) and isinstance(a.read(), Tracer))
    if traced and order.plain:
        buffer = jnp.asarray(generic("collect")(a).read())
        side = "right" if after else "left"
        value = jnp.asarray(x.buffer if isinstance(x, JaxNumber) else x)
        if order.rev:
            return JaxNumber(
                buffer.shape[0]
                - jnp.searchsorted(buffer[::-1], value, side="left" if after else "right")
            )
        return JaxNumber(jnp.searchsorted(buffer, value, side=side))
    get = generic("getindex")
    return _bound(lambda k: get(a, k + 1), generic("length")(a), order.key(x), order, after)


@base("searchsortedfirst")
def searchsortedfirst(a: Any, x: Any, **options: Any) -> Any:
    """The index of the first element that does not come before `x`."""
    return generic("+")(_bounds(a, x, False, options), 1)


@base("searchsortedlast")
def searchsortedlast(a: Any, x: Any, **options: Any) -> Any:
    """The index of the last element that does not come after `x`."""
    return _bounds(a, x, True, options)


@base("searchsorted")
def searchsorted(a: Any, x: Any, **options: Any) -> UnitRange:
    """The range of the indices of the elements equal to `x`."""
    return UnitRange(searchsortedfirst(a, x, **options), searchsortedlast(a, x, **options))


@base("insorted")
def insorted(x: Any, a: Any, **options: Any) -> bool:
    """Whether a sorted collection holds `x`."""
    return len(searchsorted(a, x, **options)) > 0


# ------------------------------------------------------------------------------------------- unique


def first_places(keys: list[Any]) -> list[int]:
    """The positions at which a key occurs for the first time."""
    seen: set[Any] = set()
    found = []
    for k, key in enumerate(keys):
        if isinstance(key, JaxNumber) and isinstance(key.buffer, Tracer):
            not_static("`unique` of traced values: the size of its result depends on them")
        name = canonical(key)
        if name not in seen:
            seen.add(name)
            found.append(k)
    return found


@base("unique")
def unique(*args: Any, dims: Any = colon) -> Any:
    """The elements, each once, in the order of their first places; by a function of them, or slices
    along `dims`.
    """
    *f, x = args
    if dims is not colon:
        return _unique_slices(x, int(dims))
    items = list(elements(x))
    kept = first_places([f[0](item) for item in items] if f else items)
    chosen = [items[k] for k in kept]
    if isinstance(x, HostArray):
        return x.like(chosen)
    if isinstance(x, JaxArray):
        from .containers import buffer_of

        return JaxArray(buffer_of(chosen, x.dtype))
    return from_elements(chosen, empty=generic("eltype")(x))


def _unique_slices(a: Any, d: int) -> Any:
    count = generic("size")(a, d)
    slices = [generic("collect")(generic("selectdim")(a, d, k)) for k in range(1, count + 1)]
    index: list[Any] = [colon] * len(generic("size")(a))
    index[d - 1] = JaxArray(np.array(first_places(slices)) + 1)
    return generic("getindex")(a, *index)


@base("allunique")
def allunique(*args: Any) -> bool:
    """Whether no element occurs twice."""
    *f, x = args
    items = list(elements(x))
    return len(first_places([f[0](item) for item in items] if f else items)) == len(items)


# ------------------------------------------------------------------------------------ permutations


def _check_permutation(p: Any) -> list[int]:
    places = [int(k) - 1 for k in elements(p)]
    if sorted(places) != list(range(len(places))):
        raise ArgumentError("argument is not a permutation")
    return places


@base("isperm")
def isperm(p: Any) -> bool:
    """Whether the elements are 1 to n in some order."""
    places = [int(k) for k in elements(p)]
    return sorted(places) == list(range(1, len(places) + 1))


@base("invperm")
def invperm(p: Any) -> Any:
    """The permutation that undoes `p`."""
    places = _check_permutation(p)
    inverse = [0] * len(places)
    for k, at in enumerate(places):
        inverse[at] = k + 1
    return tuple(inverse) if isinstance(p, tuple) else JaxArray(np.array(inverse, dtype=np.int64))


@base("permute!")
def permute(a: Any, p: Any) -> Any:
    """`a`, its elements now in the order `p`."""
    return generic("copyto!")(a, generic("getindex")(generic("copy")(a), p))


@base("invpermute!")
def invpermute(a: Any, p: Any) -> Any:
    """`a`, with the order `p` undone."""
    return permute(a, invperm(p))


@base("nthperm")
def nthperm(a: Any, k: Any) -> Any:
    """The k-th permutation of the elements in lexicographic order."""
    items = list(elements(a))
    rank, left, chosen = int(k) - 1, items, []
    factorial = 1
    for n in range(2, len(items) + 1):
        factorial *= n
    if not 1 <= int(k) <= factorial:
        raise ArgumentError(f"permutation k must satisfy 0 < k ≤ {factorial}, got {int(k)}")
    for n in range(len(items), 0, -1):
        factorial //= n
        place, rank = divmod(rank, factorial)
        chosen.append(left[place])
        left = left[:place] + left[place + 1 :]
    return from_elements(chosen)
