"""Broadcasts of arithmetic on ranges, which give ranges: `2 .* (1:3) .+ 1` is `3:2:7`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from .cell import NotStageable, on_lanes
from .dispatch import generic
from .kernel_values import for_kernel, from_kernel, takes_operators
from .numbers import HostNumber
from .ranges import AbstractRange

_REALS = (int, float, np.floating, np.integer)
_FUNCTIONS = ("+", "-", "*", "/", "\\")


class KernelRange:
    """A range in a kernel: `+ - * /` with numbers give a range again, nothing else takes it."""

    __slots__ = ("range",)
    __array_ufunc__ = None

    def __init__(self, r: AbstractRange) -> None:
        self.range = r

    def __neg__(self) -> KernelRange:
        return KernelRange(generic("-")(self.range))

    def __pos__(self) -> KernelRange:
        return KernelRange(self.range)


def _operator(name: str, reflected: bool) -> Any:
    def method(self: KernelRange, other: Any) -> Any:
        other = other.range if isinstance(other, KernelRange) else _plain(from_kernel(other))
        if not isinstance(other, (AbstractRange, *_REALS)):
            return NotImplemented
        pair = (other, self.range) if reflected else (self.range, other)
        result = generic("range_broadcast")(name, *pair)
        if not isinstance(result, AbstractRange):
            raise TypeError("no range")
        return KernelRange(result)

    return method


for _python, _julia in (("add", "+"), ("sub", "-"), ("mul", "*"), ("truediv", "/")):
    setattr(KernelRange, f"__{_python}__", _operator(_julia, False))
    if _julia != "/":
        setattr(KernelRange, f"__r{_python}__", _operator(_julia, True))


def _plain(x: Any) -> Any:
    """An irrational constant as its Float64."""
    return x.to_float() if isinstance(x, HostNumber) and hasattr(x, "digits") else x


def range_result(function: Callable[..., Any], values: list[Any]) -> AbstractRange | None:
    """The range that the broadcast gives, `None` where it gives an array."""
    values = [_plain(v) for v in values]
    ranges = [v for v in values if isinstance(v, AbstractRange)]
    if not all(isinstance(v, (AbstractRange, *_REALS)) for v in values):
        return None
    if len({r.size for r in ranges}) > 1:
        return None
    if function is generic("big"):
        return _big(ranges[0])
    if not takes_operators(function):
        if getattr(function, "name", None) not in _FUNCTIONS:
            return None
        if len(values) == 2:
            result = generic("range_broadcast")(function.name, *values)
        else:
            result = function(*values)
        return result if isinstance(result, AbstractRange) else None
    given = [KernelRange(v) if isinstance(v, AbstractRange) else for_kernel(v) for v in values]
    try:
        with on_lanes():
            result = function(*given)
    except (Exception, NotStageable):
        return None
    if not isinstance(result, KernelRange) or any(result is g for g in given):
        return None  # a function that hands its argument on makes an array
    return result.range


def _big(r: AbstractRange) -> AbstractRange | None:
    big = generic("big")
    return generic(":")(big(r.first), big(r.last)) if hasattr(r, "start") else None
