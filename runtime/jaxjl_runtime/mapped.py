"""The elements of collections as one buffer, where they are numbers: what reductions and traces
work on.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from .array import JaxArray
from .cell import NotStageable, in_trace
from .containers import buffer_of
from .dispatch import generic
from .iteration import size_of
from .lazy import Filter, Generator, Product, Zip
from .numbers import JaxNumber, Tracer, number_dtype, on_host, promote_dtypes
from .ranges import AbstractRange

_MANY = 8  # elements from which a traced loop over them is one broadcast, not copies of its body


def lanes_of(x: Any) -> Any:
    """The buffer of a collection's elements (axes reversed), `None` where no buffer holds them."""
    if isinstance(x, JaxArray):
        return on_host(x.read())
    if isinstance(x, AbstractRange):
        return None if x.dtype is None else x.values()
    if isinstance(x, tuple):
        dtypes = {number_dtype(item) for item in x}
        if not x or None in dtypes or len(dtypes) > 1:
            return None
        return buffer_of(list(x), dtypes.pop()) if len(x) > 8 else None
    if isinstance(x, Generator):
        found = at_once(x)
        return None if found is None else on_host(found.read())
    parent = getattr(x, "buffer_of_elements", None)
    return None if parent is None else parent()


def at_once(x: Generator) -> JaxArray | None:
    """A generator's array by one broadcast, inside a trace; `None` where elements are taken one by
    one.
    """
    if not in_trace():
        return None
    size = size_of(x)
    if size is None or math.inf in size or math.prod(size) < _MANY:
        return None
    found = spread(x.f, x.iter)
    return found if isinstance(found, JaxArray) else None


def spread(f: Callable[..., Any], source: Any) -> Any:
    """`f` broadcast over a source of numbers, `None` if the source or `f` does not allow it."""
    broadcast = generic("broadcast")
    try:
        if isinstance(source, (JaxArray, AbstractRange)):
            return broadcast(f, source)
        if isinstance(source, Product):
            parts = [_along(part, k) for k, part in enumerate(source.iterators)]
            if any(p is None for p in parts):
                return None
            return broadcast(lambda *xs: f(tuple(xs)), *parts)
        if isinstance(source, Zip) and _same_sizes(source.is_):
            return broadcast(lambda *xs: f(tuple(xs)), *source.is_)
    except NotStageable:
        raise
    except Exception:
        return None
    return None


def _same_sizes(sources: tuple[Any, ...]) -> bool:
    arrays = all(isinstance(s, (JaxArray, AbstractRange)) for s in sources)
    return arrays and len({size_of(s) for s in sources}) == 1


def _along(part: Any, k: int) -> JaxArray | None:
    """A one-dimensional source laid along dimension k + 1."""
    lanes = lanes_of(part)
    if lanes is None or lanes.ndim != 1:
        return None
    return JaxArray(lanes.reshape((lanes.shape[0], *(1,) * k)))


def traced_filter(x: Any) -> tuple[Any, Any] | None:
    """The values and mask of a filtered generator under a trace; `None` if the mask is known."""
    f: Callable[..., Any] | None = None
    if isinstance(x, Generator) and isinstance(x.iter, Filter):
        f, x = x.f, x.iter
    if not isinstance(x, Filter) or not in_trace():
        return None
    mask = spread(x.flt, x.itr)
    if not isinstance(mask, JaxArray) or not isinstance(mask.read(), Tracer):
        return None
    values = spread(f or (lambda item: item), x.itr)
    if not isinstance(values, JaxArray):
        return None
    return values.read(), mask.read()


def promoted(items: list[Any]) -> np.dtype | None:
    """The promoted dtype of numbers, `None` if one is no buffer number."""
    dtype: np.dtype | None = None
    for x in items:
        found = number_dtype(x)
        if found is None:
            return None
        dtype = found if dtype is None else promote_dtypes(dtype, found)
    return dtype


def is_traced(x: Any) -> bool:
    """Whether a number or an array is a tracer's."""
    if isinstance(x, JaxNumber):
        return isinstance(x.buffer, Tracer)
    return isinstance(x, JaxArray) and isinstance(x.read(), Tracer)
