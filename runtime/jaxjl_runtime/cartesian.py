"""`CartesianIndex`, `CartesianIndices` and `LinearIndices`."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from typing import Any

import numpy as np

from .array import JaxArray
from .dispatch import base, constructor, generic
from .exceptions import MethodError
from .numbers import number_dtype
from .ranges import AbstractRange, OneTo, UnitRange
from .typeof import register_class, typeof
from .types import make_tuple
from .types_base import names

_add, _sub = generic("+"), generic("-")


class CartesianIndex:
    """An index of several dimensions at once: `I[1]`, `I + J`, `A[I]`."""

    __slots__ = ("index",)
    __array_ufunc__ = None

    def __init__(self, *index: Any) -> None:
        parts: list[Any] = []
        for i in index:
            if isinstance(i, CartesianIndex):
                parts.extend(i.index)
            elif isinstance(i, tuple):
                parts.extend(i)
            else:
                parts.append(i)
        self.index = tuple(parts)

    @property
    def I(self) -> tuple[Any, ...]:  # noqa: E743 - Julia's field
        """The indices as a tuple."""
        return self.index

    def _with(self, other: Any, function: Any) -> CartesianIndex:
        if not isinstance(other, CartesianIndex):
            return NotImplemented
        if len(other.index) != len(self.index):
            return NotImplemented
        return CartesianIndex(*map(function, self.index, other.index))

    def __add__(self, other: Any) -> CartesianIndex:
        return self._with(other, _add)

    def __sub__(self, other: Any) -> CartesianIndex:
        return self._with(other, _sub)

    def __neg__(self) -> CartesianIndex:
        return CartesianIndex(*map(generic("-"), self.index))

    def __mul__(self, other: Any) -> CartesianIndex:
        if number_dtype(other) is None:
            return NotImplemented
        return CartesianIndex(*(generic("*")(i, other) for i in self.index))

    __rmul__ = __mul__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CartesianIndex) and self.index == other.index

    def __lt__(self, other: CartesianIndex) -> bool:
        return self.index[::-1] < other.index[::-1]

    def __le__(self, other: CartesianIndex) -> bool:
        return self.index[::-1] <= other.index[::-1]

    def __hash__(self) -> int:
        return hash((CartesianIndex, self.index))

    def __len__(self) -> int:
        return len(self.index)

    def __repr__(self) -> str:
        return f"CartesianIndex{self.index!r}"


class CartesianIndices:
    """All indices of an array, first dimension fastest."""

    __slots__ = ("ranges",)

    def __init__(self, ranges: tuple[Any, ...]) -> None:
        self.ranges = tuple(
            r if isinstance(r, AbstractRange) else OneTo(r) if type(r) is int else UnitRange(r, r)
            for r in ranges
        )

    @property
    def indices(self) -> tuple[Any, ...]:
        """The ranges of the dimensions."""
        return self.ranges

    @property
    def size(self) -> tuple[int, ...]:
        """The size, in Julia's order."""
        return tuple(len(r) for r in self.ranges)

    shape = size

    @property
    def ndims(self) -> int:
        """The number of dimensions."""
        return len(self.ranges)

    ndim = ndims

    def __len__(self) -> int:
        return math.prod(self.size)

    def __iter__(self) -> Iterator[CartesianIndex]:
        for reversed_index in itertools.product(*(list(r) for r in reversed(self.ranges))):
            yield CartesianIndex(*reversed_index[::-1])

    def at(self, k: int) -> CartesianIndex:
        """The index at a 0-based linear position."""
        parts = []
        for r, n in zip(self.ranges, self.size, strict=True):
            parts.append(r.element(k % n + 1))
            k //= n
        return CartesianIndex(*parts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CartesianIndices) and list(self) == list(other)

    def __hash__(self) -> int:
        return hash((CartesianIndices, self.size))

    def __repr__(self) -> str:
        return f"CartesianIndices({self.ranges!r})"


class LinearIndices:
    """The linear index of each Cartesian one."""

    __slots__ = ("ranges",)

    def __init__(self, ranges: tuple[Any, ...]) -> None:
        self.ranges = tuple(r if isinstance(r, AbstractRange) else OneTo(r) for r in ranges)

    @property
    def size(self) -> tuple[int, ...]:
        """The size, in Julia's order."""
        return tuple(len(r) for r in self.ranges)

    shape = size

    @property
    def ndims(self) -> int:
        """The number of dimensions."""
        return len(self.ranges)

    ndim = ndims

    def __len__(self) -> int:
        return math.prod(self.size)

    def __iter__(self) -> Iterator[int]:
        return iter(range(1, len(self) + 1))

    def array(self) -> JaxArray:
        """The indices as an array."""
        return JaxArray(np.arange(1, len(self) + 1).reshape(self.size[::-1]))

    def __repr__(self) -> str:
        return f"LinearIndices({self.ranges!r})"


def axes_of(x: Any) -> tuple[Any, ...]:
    """`axes(x)`."""
    return generic("axes")(x)


def cartesian_indices(*args: Any) -> CartesianIndices:
    """`CartesianIndices(A)`, of a size or of ranges."""
    if len(args) == 1 and isinstance(args[0], tuple):
        return CartesianIndices(args[0])
    if len(args) == 1 and not isinstance(args[0], (int, AbstractRange)):
        return CartesianIndices(axes_of(args[0]))
    if len(args) == 1 and isinstance(args[0], AbstractRange):
        return CartesianIndices((OneTo(len(args[0])),))
    return CartesianIndices(args)


def linear_indices(*args: Any) -> LinearIndices:
    """`LinearIndices(A)`, or of a size."""
    if len(args) == 1 and isinstance(args[0], tuple):
        return LinearIndices(args[0])
    return LinearIndices(axes_of(args[0]))


def _register(name: str, function: Any) -> None:
    @base(name, CartesianIndex, at=(0, 1))
    def call(*args: Any) -> Any:
        result = function(*args) if len(args) < 3 else NotImplemented
        if result is NotImplemented:
            raise MethodError(generic(name), args)
        return result

    del call


def _sum(a: Any, b: Any = None) -> Any:
    return a if b is None else a._with(b, _add) if isinstance(a, CartesianIndex) else NotImplemented


def _difference(a: Any, b: Any = None) -> Any:
    if b is None:
        return -a
    return a._with(b, _sub) if isinstance(a, CartesianIndex) else NotImplemented


def _product(a: Any, b: Any) -> Any:
    return a.__mul__(b) if isinstance(a, CartesianIndex) else b.__mul__(a)


_register("+", _sum)
_register("-", _difference)
_register("*", _product)
_register("==", lambda a, b: a == b)
_register("isequal", lambda a, b: a == b)
_register("isless", lambda a, b: a < b)
_register("<", lambda a, b: a < b)


def _extreme(name: str, function: Any) -> None:
    @base(name, CartesianIndex)
    def call(a: CartesianIndex, b: CartesianIndex) -> CartesianIndex:
        return CartesianIndex(*map(function, a.index, b.index))

    del call


_extreme("min", generic("min"))
_extreme("max", generic("max"))


@base("getindex", CartesianIndex)
def _(a: CartesianIndex, i: Any) -> Any:
    return generic("getindex")(a.index, i)


@base("length", CartesianIndex)
def _(a: CartesianIndex) -> int:
    return len(a.index)


@base("Tuple", CartesianIndex)
def _(a: CartesianIndex) -> tuple[Any, ...]:
    return a.index


@base("zero", CartesianIndex)
def _(a: CartesianIndex) -> CartesianIndex:
    return CartesianIndex(*(0 for _ in a.index))


@base("oneunit", CartesianIndex)
def _(a: CartesianIndex) -> CartesianIndex:
    return CartesianIndex(*(1 for _ in a.index))


def _tuple_of(ranges: tuple[Any, ...]) -> Any:
    return make_tuple(tuple(typeof(r) for r in ranges))


register_class(CartesianIndex, lambda i: names["CartesianIndex"][len(i.index)])
register_class(
    CartesianIndices, lambda c: names["CartesianIndices"][len(c.ranges), _tuple_of(c.ranges)]
)
register_class(LinearIndices, lambda c: names["LinearIndices"][len(c.ranges), _tuple_of(c.ranges)])


@constructor("CartesianIndex")
def _index(target: Any, *parts: Any) -> CartesianIndex:
    made = CartesianIndex(*parts)
    rank = getattr(target, "parameters", (None,))[0]
    if isinstance(rank, int) and len(made.index) < rank:
        return CartesianIndex(*made.index, *(1 for _ in range(rank - len(made.index))))
    return made


@constructor("CartesianIndices")
def _indices(target: Any, *args: Any) -> CartesianIndices:
    return cartesian_indices(*args)


@constructor("LinearIndices")
def _linear(target: Any, *args: Any) -> LinearIndices:
    return linear_indices(*args)


def _between(first: CartesianIndex, *rest: Any) -> CartesianIndices:
    """`I:J` and `I:step:J`."""
    colon = generic(":")
    parts = [i.index for i in (first, *rest)]
    return CartesianIndices(tuple(colon(*ends) for ends in zip(*parts, strict=True)))


base(":", CartesianIndex)(_between)


@base("to_index")
def to_index(i: Any) -> Any:
    """What an index stands for; nothing else than itself unless a method says so."""
    return i
