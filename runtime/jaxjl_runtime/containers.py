"""`HostArray`: Julia's arrays of anything that no buffer holds, and how arrays are made of
elements.

The elements are a Python list in column-major order. Functions that only move elements run on an
index array of the same size (`moved`), so each is written once, for buffers.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from .array import JaxArray
from .cell import host_effect, new_serial
from .convert import convert_number
from .dispatch import base, generic
from .exceptions import UndefRefError
from .numbers import JaxNumber, cast, number_dtype, promote_dtypes, to_device

__all__ = [
    "UNSET",
    "HostArray",
    "array_of",
    "from_elements",
    "host_dtype",
    "is_array",
    "moved",
    "promoted_array",
    "vector_of",
]


class _Unset:
    """The mark of an element that was never set."""

    def __repr__(self) -> str:
        return "#undef"


UNSET: Any = _Unset()


class HostArray:
    """`Array{T,N}` of values that no buffer holds: `eltype`, `size`, `items` column by column."""

    __slots__ = ("__weakref__", "eltype", "items", "serial", "size")
    __array_ufunc__ = None

    def __init__(self, eltype: Any, items: list[Any], size: tuple[int, ...] | None = None) -> None:
        self.eltype = eltype
        self.items = items
        self.size = (len(items),) if size is None else tuple(size)
        self.serial = new_serial()

    @property
    def ndims(self) -> int:
        """The number of dimensions."""
        return len(self.size)

    ndim = ndims

    @property
    def shape(self) -> tuple[int, ...]:
        """The size, as NumPy calls it."""
        return self.size

    def changing(self, what: str) -> None:
        """Ask before a change (in a staged region it may not happen)."""
        host_effect(what, self.serial)

    def replace(self, items: list[Any], size: tuple[int, ...] | None = None) -> None:
        """Take new elements, in place."""
        self.changing("a change of an array of host values")
        if items is not self.items:
            self.items[:] = items
        self.size = (len(items),) if size is None else size

    def at(self, k: int) -> Any:
        """The element at a 0-based position; an error if it was never set."""
        item = self.items[k]
        if item is UNSET:
            raise UndefRefError()
        return item

    def positions(self) -> JaxArray:
        """An array of the same size that holds the 0-based position of each element."""
        return JaxArray(np.arange(len(self.items)).reshape(self.size[::-1]))

    def like(self, items: list[Any], size: tuple[int, ...] | None = None) -> HostArray:
        """A new array with this element type."""
        return HostArray(self.eltype, items, size)

    def __len__(self) -> int:
        return self.size[0] if self.size else 1

    def __iter__(self) -> Any:
        return iter(self.items)

    def __getitem__(self, index: Any) -> Any:
        grid = np.empty(len(self.items), dtype=object)
        grid[:] = self.items
        picked = grid.reshape(self.size[::-1]).transpose()[index]
        if not isinstance(picked, np.ndarray):
            return picked
        return HostArray(self.eltype, list(picked.transpose().ravel()), picked.shape)

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> np.ndarray:
        grid = np.empty(len(self.items), dtype=object)
        grid[:] = self.items
        grid = grid.reshape(self.size[::-1]).transpose()
        return grid if dtype is None else grid.astype(dtype)

    def __repr__(self) -> str:
        return f"HostArray({self.eltype}, {self.items!r}, {self.size})"


def _install_operators() -> None:
    from .array import install_operators

    install_operators(HostArray)
    HostArray.__hash__ = object.__hash__  # type: ignore[method-assign]


_install_operators()


# ------------------------------------------------------------------------------------- as a pytree

_STATIC = (int, bool, str, type(None), np.integer, np.bool_)


def _flatten(a: HostArray) -> tuple[tuple[Any, ...], Any]:
    traced = tuple(not _is_static(x) for x in a.items)
    children = tuple(x for x, t in zip(a.items, traced, strict=True) if t)
    static = tuple(x for x, t in zip(a.items, traced, strict=True) if not t)
    return children, (a.eltype, a.size, traced, static)


def _is_static(x: Any) -> bool:
    return isinstance(x, _STATIC) or (jax.tree_util.all_leaves((x,)) and number_dtype(x) is None)


def _unflatten(aux: Any, children: tuple[Any, ...]) -> HostArray:
    eltype, size, traced, static = aux
    moving, fixed = iter(children), iter(static)
    return HostArray(eltype, [next(moving) if t else next(fixed) for t in traced], size)


jax.tree_util.register_pytree_node(HostArray, _flatten, _unflatten)


# ------------------------------------------------------------------------------- arrays of elements

_PLAIN = {int: np.dtype(np.int64), float: np.dtype(np.float64), bool: np.dtype(bool),
          complex: np.dtype(np.complex128)}  # fmt: skip


def host_dtype(eltype: Any) -> np.dtype | None:
    """The dtype of the buffers of `Array{eltype}`; `None` where its elements are host values."""
    from .typeof import dtype_of

    return dtype_of(eltype)


def is_array(x: Any) -> bool:
    """Whether the value is an array (a range too)."""
    from .ranges import AbstractRange

    return isinstance(x, (JaxArray, HostArray, AbstractRange))


def buffer_of(items: list[Any], dtype: np.dtype) -> Any:
    """The flat buffer of numbers: on the host unless one of them is traced."""
    if any(type(x) is JaxNumber for x in items):
        parts = [cast(to_device(x), dtype) for x in items]
        return jnp.stack([p.reshape(()) for p in parts])
    if dtype.kind in "iu":
        return np.array([int(x) for x in items], dtype=dtype)
    return np.array(items, dtype=dtype)


def array_of(items: Iterable[Any], eltype: Any, size: tuple[int, ...] | None = None) -> Any:
    """`Array{eltype}` of elements that are converted to it."""
    items = items if type(items) is list else list(items)
    size = (len(items),) if size is None else size
    dtype = host_dtype(eltype)
    if dtype is None:
        convert = generic("convert")
        if repr(eltype) != "Any":
            items = [x if x is UNSET else convert(eltype, x) for x in items]
        return HostArray(eltype, list(items), size)
    if any(number_dtype(x) is not dtype for x in items):
        convert = generic("convert")
        items = [
            convert(eltype, x) if number_dtype(x) is None else convert_number(x, dtype)
            for x in items
        ]
    return JaxArray(buffer_of(items, dtype).reshape(size[::-1]))


@base("vector_of")
def vector_of(items: Iterable[Any], eltype: Any) -> Any:
    """A vector with the given element type."""
    return array_of(items, eltype)


def from_elements(
    items: Iterable[Any], size: tuple[int, ...] | None = None, empty: Any = None
) -> Any:
    """The array that `collect` makes: elements keep their types, whose join is the element type."""
    items = items if type(items) is list else list(items)
    size = (len(items),) if size is None else size
    if not items:
        from .types import ANY as AnyType

        return array_of(items, AnyType if empty is None else empty, size)
    classes = set(map(type, items))
    if len(classes) == 1 and (dtype := _PLAIN.get(next(iter(classes)))) is not None:
        return JaxArray(np.array(items, dtype=dtype).reshape(size[::-1]))
    dtypes = (
        {number_dtype(x) for x in items} if JaxNumber in classes or len(classes) == 1 else {None}
    )
    if None not in dtypes:
        dtype = None
        for found in dtypes:  # a trace cannot hold Vector{Real}: its numbers are promoted
            dtype = found if dtype is None else promote_dtypes(dtype, found)
        return JaxArray(buffer_of(items, dtype).reshape(size[::-1]))
    return HostArray(joined_type(items), items, size)


def joined_type(items: Iterable[Any]) -> Any:
    """The element type of an array of these elements: their types' `promote_typejoin`."""
    from .typeof import typeof
    from .types import BOTTOM

    join = generic("promote_typejoin")
    result = None
    seen: set[int] = set()
    for x in items:
        if x is UNSET:
            continue
        found = typeof(x)
        if id(found) in seen:
            continue
        seen.add(id(found))
        result = found if result is None else join(result, found)
    return BOTTOM if result is None else result


def promoted_array(items: Iterable[Any], size: tuple[int, ...] | None = None) -> Any:
    """The array that `[a, b, …]` makes: the elements are converted to their promoted type."""
    items = items if type(items) is list else list(items)
    size = (len(items),) if size is None else size
    dtypes = {number_dtype(x) for x in items}
    if items and None not in dtypes:
        dtype = None
        for found in dtypes:
            dtype = found if dtype is None else promote_dtypes(dtype, found)
        if len(dtypes) > 1:
            from .typeof import from_dtype

            return array_of(items, from_dtype(dtype), size)
        return JaxArray(buffer_of(items, dtype).reshape(size[::-1]))
    return array_of(items, promoted_type(items), size)


def promoted_type(items: Iterable[Any]) -> Any:
    """`promote_type` of the types of the values."""
    from .typeof import typeof
    from .types import ANY as AnyType

    promote = generic("promote_type")
    result = None
    for x in items:
        found = typeof(x)
        if found is not result:
            result = found if result is None else promote(result, found)
    return AnyType if result is None else result


# ---------------------------------------------------------------------------------- moved elements


def moved(function: Callable[..., Any], *arrays: HostArray) -> Any:
    """The array of the elements that a function on index arrays picks, or the one element."""
    pool: list[Any] = []
    places = []
    for a in arrays:
        places.append(JaxArray(a.positions().read() + len(pool)))
        pool.extend(a.items)
    picked = function(*places)
    if not isinstance(picked, JaxArray):
        item = pool[int(picked)]
        if item is UNSET:
            raise UndefRefError()
        return item
    eltype = arrays[0].eltype
    for a in arrays[1:]:
        if a.eltype is not eltype:
            eltype = generic("promote_typejoin")(eltype, a.eltype)
    chosen = np.asarray(picked.read()).ravel().tolist()
    return HostArray(eltype, [pool[k] for k in chosen], picked.size)


def length_of(size: tuple[int, ...]) -> int:
    """The number of elements of an array of a size."""
    return math.prod(size)
