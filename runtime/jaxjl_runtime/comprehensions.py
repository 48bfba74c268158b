"""Comprehensions, generators and `collect`, with Julia's rules for the element type."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import jax

from .array import JaxArray, fresh, host_buffer
from .cell import NotStageable, StagingError
from .containers import HostArray, array_of, from_elements, host_dtype
from .dispatch import base, generic
from .exceptions import MethodError
from .iteration import JuliaIterable, elements, size_of
from .lazy import Filter, Flatten, Generator, Product
from .numbers import JaxNumber, number_dtype
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
    """`eltype(x)` of a collection; for generators the type that the function gives, as far as a trial tells it."""
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
    from .types import make_tuple
    from .types import ANY as AnyType
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
    """What `fn` gives for the elements of an empty source: found by tracing it on an example."""
    from .types import BOTTOM
    from .types import ANY as AnyType
    from .typeof import from_dtype

    arguments = _examples(source)
    if arguments is None:
        return AnyType
    try:
        found = jax.eval_shape(lambda *xs: _buffer(fn(_wrapped(source, xs))), *arguments)
    except (NotStageable, StagingError):
        return AnyType
    except Exception:
        return AnyType
    return BOTTOM if found is None else from_dtype(found.dtype) if found.shape == () else AnyType


def _examples(source: Any) -> list[jax.ShapeDtypeStruct] | None:
    """The abstract elements of a source of numbers, or of a product of such."""
    inner = source.itr if isinstance(source, Filter) else source
    parts = inner.iterators if isinstance(inner, Product) else (inner,)
    found = []
    for part in parts:
        dtype = getattr(part, "dtype", None)
        if dtype is None:
            dtype = host_dtype(element_type(part))
        if dtype is None:
            return None
        found.append(jax.ShapeDtypeStruct((), jax.dtypes.canonicalize_dtype(dtype)))
    return found


def _wrapped(source: Any, tracers: tuple[Any, ...]) -> Any:
    inner = source.itr if isinstance(source, Filter) else source
    numbers = tuple(map(JaxNumber, tracers))
    return numbers if isinstance(inner, Product) else numbers[0]


def _buffer(x: Any) -> Any:
    from .numbers import to_device

    if number_dtype(x) is None:
        raise NotStageable("the result is no number")
    return to_device(x)


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
    import numpy as np

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
