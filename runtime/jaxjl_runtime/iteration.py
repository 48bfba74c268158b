"""Iteration: `elements`, the `iterate` protocol, and the sizes of what is iterated.

`elements(x)` is a Python iterator over the Julia elements of any collection. A class brings its own
with `@base("elements", Class)`; types of the program that define `iterate` go through their
methods.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from .array import JaxArray, host_buffer
from .containers import UNSET, HostArray
from .dispatch import base, generic
from .exceptions import MethodError, UndefRefError
from .numbers import JaxNumber, Tracer, number, number_dtype
from .ranges import AbstractRange
from .typeof import dispatch_type

__all__ = ["Stream", "elements", "iterate", "length_of", "size_of"]


@base("elements")
def elements(x: Any) -> Iterator[Any]:
    """The elements of a collection."""
    if type(x) in (int, float, bool, complex) or number_dtype(x) is not None:
        return iter((x,))
    if _has_methods("iterate", x):
        return _by_protocol(x)
    if _is_abstract_array(x):
        return _by_index(x)
    if isinstance(x, JuliaIterable):
        return x.start()
    raise MethodError(generic("iterate"), (x,))


class JuliaIterable:
    """A lazy collection of the runtime: `start()` gives a fresh Python iterator."""

    __slots__ = ()

    def start(self) -> Iterator[Any]:
        """A new iterator over the elements."""
        raise NotImplementedError

    def shape(self) -> tuple[int, ...] | None:
        """The size, or `None` where it is only known at the end."""
        return None

    def __iter__(self) -> Iterator[Any]:
        return self.start()


def _has_methods(name: str, x: Any) -> bool:
    """Whether the program defines a method of a function of Base that takes `x`."""
    function = generic(name)
    if function.methods is None:
        return False
    return function.methods.select(function, (dispatch_type(x),), (x,)) is not None


def _by_protocol(x: Any) -> Iterator[Any]:
    step = generic("iterate")
    found = step(x)
    while found is not None:
        item, state = found
        yield item
        found = step(x, state)


def _is_abstract_array(x: Any) -> bool:
    from .typeof import isa
    from .types_base import AbstractArray

    return bool(isa(x, AbstractArray))


def _by_index(x: Any) -> Iterator[Any]:
    get = generic("getindex")
    for k in range(1, math.prod(generic("size")(x)) + 1):
        yield get(x, k)


@base("elements", tuple)
def _(x: tuple[Any, ...]) -> Iterator[Any]:
    return iter(x)


@base("elements", JaxArray)
def _(x: JaxArray) -> Iterator[Any]:
    buffer = host_buffer(x)
    if isinstance(buffer, Tracer):
        flat = buffer.reshape(-1)
        return (JaxNumber(flat[k]) for k in range(flat.shape[0]))
    if buffer.ndim == 1:
        return _live(x)
    flat = buffer.reshape(-1)
    return iter(flat.tolist() if flat.dtype.char in "?lqdD" else flat)


def _live(x: JaxArray) -> Iterator[Any]:
    """The elements of a vector, which the loop may change or make longer."""
    k = 0
    while True:
        buffer = x.read()
        if k >= buffer.shape[0]:
            return
        yield number(buffer[k])
        k += 1


@base("elements", HostArray)
def _(x: HostArray) -> Iterator[Any]:
    for item in x.items:
        if item is UNSET:
            raise UndefRefError()
        yield item


@base("elements", AbstractRange)
def _(x: AbstractRange) -> Iterator[Any]:
    return iter(x)


# ----------------------------------------------------------------------------------------- protocol


class Stream:
    """A state of `iterate` over a Python iterator: each state can be used any number of times."""

    __slots__ = ("_next", "_source")

    def __init__(self, source: Iterator[Any]) -> None:
        self._source: Iterator[Any] | None = source
        self._next: Any = None

    def advance(self) -> Any:
        """The next element and state, or `None` at the end."""
        if self._source is not None:
            source, self._source = self._source, None
            for item in source:
                self._next = (item, Stream(source))
                break
        return self._next


@base("iterate")
def iterate(x: Any, state: Any = None) -> Any:
    """The first element and the next state, or the element at `state`; `None` at the end."""
    if isinstance(state, Stream):
        return state.advance()
    if state is None:
        return Stream(elements(x)).advance()
    raise MethodError(iterate, (x, state))


def _indexed(element: Callable[[Any, int], Any], count: Callable[[Any], int]) -> Any:
    def step(x: Any, state: int = 1) -> Any:
        k = int(state)
        return (element(x, k), k + 1) if 1 <= k <= count(x) else None

    return step


def _element_of_array(x: JaxArray, k: int) -> Any:
    return number(x.read().reshape(-1)[k - 1])


base("iterate", JaxArray)(_indexed(_element_of_array, lambda x: math.prod(x.size)))
base("iterate", HostArray)(_indexed(lambda x, k: x.at(k - 1), lambda x: len(x.items)))
base("iterate", tuple)(_indexed(lambda x, k: x[k - 1], len))


@base("iterate", AbstractRange)
def _(x: AbstractRange, *state: Any) -> Any:
    """States of integer ranges are Julia's: the element that was given last."""
    if not state:
        return (x.first, x.first) if len(x) else None
    step = generic("step")(x)
    dtype = x.dtype
    if dtype is not None and dtype.kind in "iu":
        if state[0] == x.last:
            return None
        following = generic("+")(state[0], step)
        return following, following
    position = round(float(generic("/")(generic("-")(state[0], x.first), step))) + 2
    if position > len(x):
        return None
    item = x.element(position)
    return item, item


def _scalar_iterate(x: Any, *state: Any) -> Any:
    return None if state else (x, None)


for _cls in (int, float, bool, complex, np.generic, JaxNumber):
    base("iterate", _cls)(_scalar_iterate)


# -------------------------------------------------------------------------------------------- sizes


def size_of(x: Any) -> tuple[int, ...] | None:
    """The size of a collection as far as it has a shape; `None` where only the end tells its
    length.
    """
    if isinstance(x, (JaxArray, HostArray, AbstractRange)):
        return x.size
    if isinstance(x, tuple):
        return (len(x),)
    if isinstance(x, JuliaIterable):
        return x.shape()
    if number_dtype(x) is not None:
        return ()
    if isinstance(x, str):
        return (int(generic("length")(x)),)
    if _is_abstract_array(x):
        return tuple(generic("size")(x))
    if _has_methods("iterate", x):
        return _declared_size(x)
    try:
        return (int(generic("length")(x)),)
    except MethodError:
        return None


def _declared_size(x: Any) -> tuple[int, ...] | None:
    if _has_methods("size", x) and not _has_methods("length", x):
        return tuple(generic("size")(x))
    if _has_methods("length", x):
        return (int(generic("length")(x)),)
    return None


def length_of(x: Any) -> int | None:
    """The number of elements where it is known before they are taken."""
    size = size_of(x)
    return None if size is None else math.prod(size)
