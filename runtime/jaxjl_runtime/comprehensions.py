"""Comprehensions, generators and `collect`, with Julia's rules for the element type."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from .array import JaxArray, fresh, host_buffer
from .cell import NotStageable, on_lanes
from .chars import Char
from .containers import HostArray, array_of, from_elements
from .dispatch import base, generic
from .exceptions import MethodError
from .iteration import JuliaIterable, elements, size_of
from .lazy import Filter, Flatten, Generator, Product, Zip
from .numbers import number_dtype, plain
from .ranges import AbstractRange


def _over(
    fn: Callable[..., Any], iterators: tuple[Any, ...], where: Callable[..., Any] | None
) -> Any:
    """The generator over one iterator, or over the product of several."""
    if len(iterators) == 1:
        (source,) = iterators
        return Generator(fn, source if where is None else Filter(where, source))
    source = Product(*iterators)
    if where is not None:
        source = Filter(lambda t: where(*t), source)
    return Generator(lambda t: fn(*t), source)


@base("generator")
def generator(
    fn: Callable[..., Any],
    *iterators: Any,
    where: Callable[..., Any] | None = None,
    flatten: bool = False,
) -> Any:
    """The lazy collection `(fn(x, …) for x in iterators… if where(x, …))`."""
    made = _over(fn, iterators, where)
    return Flatten(made) if flatten else made


@base("comprehension")
def comprehension(
    fn: Callable[..., Any],
    *iterators: Any,
    where: Callable[..., Any] | None = None,
    eltype: Any = None,
    flatten: bool = False,
) -> Any:
    """The array `[fn(x, …) for x in iterators… if where(x, …)]`; with `eltype` a typed one."""
    made = _over(fn, iterators, where)
    if flatten:
        made = Flatten(made)
    shape = made.shape()
    items = list(made.start())
    if shape is None:
        shape = (len(items),)
    if eltype is not None:
        return array_of(items, eltype, shape)
    if items:
        return from_elements(items, shape)
    return array_of([], element_type(made), shape)


# ---------------------------------------------------------------------------------- element types


@base("element_type")
def element_type(x: Any) -> Any:
    """`eltype(x)` of a collection; for generators the type that the function gives, as far as a
    trial tells it.
    """
    from .types import ANY as AnyType

    if isinstance(x, (Filter,)):
        return element_type(x.itr)
    if isinstance(x, Generator):
        return _result_type(x.f, x.iter)
    if isinstance(x, Flatten):
        inner = x.it
        if isinstance(inner, Generator):
            return AnyType
    if isinstance(x, JuliaIterable):
        return _lazy_type(x)
    try:
        return generic("eltype")(x)
    except MethodError:
        return AnyType


def _lazy_type(x: Any) -> Any:
    from .types import ANY as AnyType
    from .types import make_tuple
    from .types_base import Int64

    match type(x).__name__:
        case "Zip":
            return make_tuple(tuple(map(element_type, x.is_)))
        case "Product":
            return make_tuple(tuple(map(element_type, x.iterators)))
        case "Enumerate":
            return make_tuple((Int64, element_type(x.itr)))
        case "Take" | "Drop" | "Cycle" | "TakeWhile" | "DropWhile":
            return element_type(x.xs)
        case "Reverse" | "Rest":
            return element_type(x.itr)
    return AnyType


def _result_type(fn: Callable[..., Any], source: Any) -> Any:
    """What `fn` gives for the elements of an empty source: found by a trial on an example, without
    effects.
    """
    from .typeof import typeof
    from .types import ANY as AnyType

    example = _example(source)
    if example is None:
        return AnyType
    try:
        with on_lanes():
            return typeof(fn(example))
    except (Exception, NotStageable):
        return AnyType


def _example(source: Any) -> Any:
    """A value such as the elements of a source are; `None` where none is known."""
    if isinstance(source, Filter):
        return _example(source.itr)
    if isinstance(source, Product | Zip):
        parts = source.iterators if isinstance(source, Product) else source.is_
        found = tuple(map(_example, parts))
        return None if None in found else found
    dtype = getattr(source, "dtype", None)
    if dtype is not None:
        return plain(dtype.type(1))
    return _EXAMPLES.get(repr(element_type(source)))


_EXAMPLES: dict[str, Any] = {
    "Int64": 1,
    "Float64": 1.0,
    "String": "a",
    "Char": Char("a"),
    "Bool": True,
}


# ------------------------------------------------------------------------------------------ collect


def _collect_any(x: Any) -> Any:
    size = size_of(x)
    if size is not None and math.inf in size:
        raise MethodError(generic("length"), (x,))
    if isinstance(x, Generator | Flatten | Filter):
        items = list(elements(x))
        if items:
            return from_elements(items, size)
        return array_of([], element_type(x), size or (0,))
    eltype = element_type(x)
    items = list(elements(x))
    if number_dtype(x) is not None:
        return from_elements(items, ())
    if repr(eltype) == "Any" and isinstance(x, JuliaIterable) and items:
        return from_elements(items, size)
    return array_of(items, eltype, size)


@base("collect")
def collect(first: Any, *more: Any) -> Any:
    """An array of the elements; `collect(T, itr)` converts them."""
    if more:
        return array_of(elements(more[0]), first, size_of(more[0]))
    return _collect_any(first)


@base("collect", JaxArray)
def _(x: JaxArray) -> JaxArray:
    return JaxArray(_copied(host_buffer(x)))


def _copied(buffer: Any) -> Any:
    return np.array(buffer) if isinstance(buffer, np.ndarray) else fresh(buffer)


@base("collect", HostArray)
def _(x: HostArray) -> HostArray:
    return x.like(list(x.items), x.size)


@base("collect", AbstractRange)
def _(x: AbstractRange) -> Any:
    if x.dtype is None:
        return array_of(list(x), element_type(x))
    return JaxArray(x.values())


@base("collect", tuple)
def _(x: tuple[Any, ...]) -> Any:
    return from_elements(list(x)) if x else array_of([], element_type(x))
