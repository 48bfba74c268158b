"""What the printers see of an array: its size, element type and elements by position."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import product
from typing import Any

import numpy as np

from .array import JaxArray
from .containers import UNSET as UNSET_ITEM
from .containers import HostArray
from .dispatch import generic
from .numbers import Tracer
from .ranges import AbstractRange
from .show_structs import UNDEFINED
from .typeof import from_dtype

__all__ = ["Grid", "grid_of"]

_PLAIN = "?qdD"  # dtypes whose elements are Python's own numbers


class Grid:
    """An array as printing sees it; `get(k)` is the element at a 0-based linear position."""

    __slots__ = ("array", "eltype", "get", "is_dense", "size")

    def __init__(
        self,
        array: Any,
        size: tuple[int, ...],
        eltype: Any,
        get: Callable[[int], Any],
        is_dense: bool,
    ) -> None:
        self.array = array
        self.size = size
        self.eltype = eltype
        self.get = get
        self.is_dense = is_dense  # an `Array`, whose literal needs no other name

    @property
    def count(self) -> int:
        """The number of elements."""
        return math.prod(self.size)

    def items(self) -> list[Any]:
        """All elements, column by column."""
        return [self.get(k) for k in range(self.count)]

    def at(self, *place: int) -> Any:
        """The element at a 0-based place."""
        k, stride = 0, 1
        for i, n in zip(place, self.size, strict=True):
            k += i * stride
            stride *= n
        return self.get(k)

    def slices(self) -> list[tuple[int, ...]]:
        """The 0-based places in the dimensions after the second, the first of them fastest."""
        return [place[::-1] for place in product(*map(range, reversed(self.size[2:])))]


def grid_of(array: Any) -> Grid:
    """The grid of any array."""
    if isinstance(array, JaxArray):
        return _numeric(array)
    if isinstance(array, HostArray):
        items = array.items

        def get(k: int) -> Any:
            item = items[k]
            return UNDEFINED if item is UNSET_ITEM else item

        return Grid(array, tuple(array.size), array.eltype, get, type(array) is HostArray)
    if isinstance(array, AbstractRange):
        eltype = generic("eltype")(array)
        return Grid(array, (len(array),), eltype, lambda k: array.element(k + 1), False)
    size = tuple(int(n) for n in generic("size")(array))
    pick = generic("getindex")
    strides = [math.prod(size[:d]) for d in range(len(size))]

    def element(k: int) -> Any:
        place = [k // s % n + 1 for s, n in zip(strides, size, strict=True)]
        return pick(array, *place)

    return Grid(array, size, generic("eltype")(array), element, False)


def _numeric(array: JaxArray) -> Grid:
    buffer = array.read()
    eltype = from_dtype(array.dtype)
    dense = type(array) is JaxArray and not array.bit
    if isinstance(buffer, Tracer):
        return Grid(array, array.size, eltype, lambda k: _traced(array), dense)
    flat = np.asarray(buffer).ravel()
    if flat.size <= 100_000 and flat.dtype.char in _PLAIN:
        values = flat.tolist()
        return Grid(array, array.size, eltype, values.__getitem__, dense)
    if flat.dtype.char in _PLAIN:
        return Grid(array, array.size, eltype, lambda k: flat[k].item(), dense)
    return Grid(array, array.size, eltype, flat.__getitem__, dense)


def _traced(array: JaxArray) -> Any:
    from .cell import host_effect
    from .show_numbers import Traced

    host_effect("printing a traced array")
    return Traced(str(array.dtype), ())
