"""Collections by position: what a staged loop needs is a number of elements and "element k"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from jax import lax

from ..array import JaxArray
from ..numbers import JaxNumber, cast, to_device
from ..ranges import AbstractRange, AbstractUnitRange, StepRange

__all__ = ["positional", "positions"]

Get = Callable[[JaxNumber], Any]
Positions = tuple[Any, Get]
_registry: dict[type, Callable[[Any], Positions | None]] = {}


def positions(*classes: type) -> Callable[[Callable[[Any], Any]], Callable[[Any], Any]]:
    """Decorator: how collections of these classes are read by position. The function returns the
    number of elements (maybe traced) and "element k", k from 0, or `None`."""

    def register(function: Callable[[Any], Positions | None]) -> Callable[[Any], Any]:
        for cls in classes:
            _registry[cls] = function
        return function

    return register


def positional(collection: Any) -> Positions | None:
    """The number of elements and "element k", or `None` where Python must iterate."""
    for cls in type(collection).__mro__:
        function = _registry.get(cls)
        if function is not None:
            return function(collection)
    return None


@positions(JaxArray)
def _(array: JaxArray) -> Positions:
    def get(k: JaxNumber) -> JaxNumber:
        flat = to_device(array.read()).reshape(-1)
        return JaxNumber(lax.dynamic_index_in_dim(flat, k.buffer, keepdims=False))

    return int(np.prod(array.peek().shape, dtype=int)), get


@positions(AbstractRange)
def _(range_: AbstractRange) -> Positions | None:
    if range_.dtype is None:
        return None
    table = to_device(range_.values())
    return len(range_), lambda k: JaxNumber(
        lax.dynamic_index_in_dim(table, k.buffer, keepdims=False)
    )


@positions(AbstractUnitRange, StepRange)
def _(range_: Any) -> Positions | None:
    dtype = range_.dtype
    if dtype is None or dtype.kind not in "iu":
        return _registry[AbstractRange](range_)
    start, step, length = range_.first, range_.step, range_.length

    def get(k: JaxNumber) -> JaxNumber:
        kind = k.buffer.dtype if dtype == np.int64 else dtype
        first, by = (cast(getattr(x, "buffer", x), kind) for x in (start, step))
        offset = cast(k.buffer, kind)
        if (not isinstance(step, JaxNumber) and step != 1) or isinstance(step, JaxNumber):
            offset = offset * by
        return JaxNumber(lax.add(*_same(offset, first)))

    return length, get


def _same(a: Any, b: Any) -> tuple[Any, Any]:
    return to_device(a), to_device(b)
