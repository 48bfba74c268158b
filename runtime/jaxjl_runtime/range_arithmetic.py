"""Arithmetic on ranges: what gives a range again does, in Julia's values."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

import numpy as np

from .dispatch import base, generic
from .exceptions import DimensionMismatch, MethodError
from .float_ranges import Progression
from .numbers import JaxNumber, number_dtype, promote_dtypes
from .ranges import (
    AbstractRange,
    AbstractUnitRange,
    LinRange,
    OrdinalRange,
    StepRangeLen,
    is_integral,
    range_,
)

_add, _sub, _mul, _div = generic("+"), generic("-"), generic("*"), generic("/")


def shift(r: AbstractRange, x: Any) -> Any:
    """`r .+ x`."""
    if isinstance(r, StepRangeLen):
        p = r.progression
        exact = _fraction(x)
        if p is None or exact is None:
            return StepRangeLen(_add(r.ref, x), r.step, r.length, r.offset)
        dtype = promote_dtypes(p.dtype, number_dtype(x))
        return StepRangeLen.of(
            Progression(p.ref + exact, p.step, p.length, p.offset, dtype, p.bits)
        )
    if isinstance(r, LinRange):
        return LinRange(_add(r.start, x), _add(r.stop, x), r.len)
    start = _add(r.first, x)
    if isinstance(r, AbstractUnitRange):
        return range_(start, length=r.length)
    return range_(start, step=r.step, length=r.length)


def scale(r: AbstractRange, x: Any, divide: bool = False) -> Any:
    """`r .* x`, or `r ./ x`."""
    op = _div if divide else _mul
    if isinstance(r, StepRangeLen):
        p = r.progression
        exact = _fraction(x)
        if p is None or exact is None or (divide and not exact):
            return StepRangeLen(op(r.ref, x), op(r.step, x), r.length, r.offset)
        exact = 1 / exact if divide else exact
        dtype = promote_dtypes(p.dtype, number_dtype(x))
        made = Progression(p.ref * exact, p.step * exact, p.length, p.offset, dtype)
        return StepRangeLen.of(made.with_bits())
    if isinstance(r, LinRange):
        return LinRange(op(r.start, x), op(r.stop, x), r.len)
    if generic("==")(x, 0):
        return generic("broadcast")(op, generic("collect")(r), x)
    return range_(op(r.first, x), step=op(r.step, x), length=r.length)


def _fraction(x: Any) -> Fraction | None:
    dtype = number_dtype(x)
    if dtype is None or isinstance(x, JaxNumber) or dtype.kind == "c" or not math.isfinite(x):
        return None
    return Fraction(x if isinstance(x, (int, float)) else x.item())


def negated(r: AbstractRange) -> Any:
    """`-r`."""
    neg = generic("-")
    if isinstance(r, StepRangeLen):
        p = r.progression
        if p is None:
            return StepRangeLen(neg(r.ref), neg(r.step), r.length, r.offset)
        return StepRangeLen.of(Progression(-p.ref, -p.step, p.length, p.offset, p.dtype, p.bits))
    if isinstance(r, LinRange):
        return LinRange(neg(r.start), neg(r.stop), r.len)
    return range_(neg(r.first), step=neg(r.step), length=r.length)


def _sum_of(a: AbstractRange, b: AbstractRange, op: Any) -> Any:
    if len(a) != len(b):
        raise DimensionMismatch(
            f"argument dimensions must match: length of r1 is {len(a)}, length of r2 is {len(b)}"
        )
    if isinstance(a, LinRange) and isinstance(b, LinRange):
        return LinRange(op(a.start, b.start), op(a.stop, b.stop), a.len)
    if isinstance(a, OrdinalRange) and isinstance(b, OrdinalRange):
        step = op(a.step, b.step)
        if generic("==")(step, 0):
            return StepRangeLen(op(a.first, b.first), step, len(a))
        return range_(op(a.first, b.first), step=step, length=len(a))
    exact = [_exact(r) for r in (a, b)]
    if None in exact:
        return StepRangeLen(op(a.first, b.first), op(a.step, b.step), len(a))
    (first, by, one), (second, by_second, other) = exact  # type: ignore[misc]
    sign = 1 if op is _add else -1
    made = Progression(
        first + sign * second, by + sign * by_second, len(a), 1, promote_dtypes(one, other)
    )
    return StepRangeLen.of(made.with_bits())


def _exact(r: AbstractRange) -> tuple[Fraction, Fraction, np.dtype] | None:
    if isinstance(r, StepRangeLen) and r.progression is not None:
        return r.progression.exact(1), r.progression.step, r.progression.dtype
    if is_integral(r):
        return Fraction(int(r.first)), Fraction(int(r.step)), r.dtype
    if isinstance(r, LinRange) and r.dtype is not None and r.dtype.kind == "f":
        first = Fraction(float(r.start))
        return first, (Fraction(float(r.stop)) - first) / r.lendiv, r.dtype
    return None


def _other(r: Any) -> Any:
    return generic("collect")(r) if isinstance(r, AbstractRange) else r


@base("+", AbstractRange, at=(0, 1))
def _(a: Any, *rest: Any) -> Any:
    if not rest:
        return a
    b, more = rest[0], rest[1:]
    if isinstance(a, AbstractRange) and isinstance(b, AbstractRange):
        result = _sum_of(a, b, _add)
    else:
        _needs_array("+", a, b)
        result = _add(_other(a), _other(b))
    return _add(result, *more) if more else result


@base("-", AbstractRange, at=(0, 1))
def _(a: Any, *rest: Any) -> Any:
    if not rest:
        return negated(a)
    (b,) = rest
    if isinstance(a, AbstractRange) and isinstance(b, AbstractRange):
        return _sum_of(a, b, _sub)
    _needs_array("-", a, b)
    return _sub(_other(a), _other(b))


def _needs_array(name: str, a: Any, b: Any) -> None:
    if number_dtype(a) is not None or number_dtype(b) is not None:
        raise MethodError(generic(name), (a, b))


def _is_number(x: Any) -> bool:
    from .typeof import isa
    from .types_base import Number

    return number_dtype(x) is not None or bool(isa(x, Number))


@base("*", AbstractRange, at=(0, 1))
def _(a: Any, b: Any, *more: Any) -> Any:
    if _is_number(a):
        result = scale(b, a)
    elif _is_number(b):
        result = scale(a, b)
    else:
        result = _mul(_other(a), _other(b))
    return _mul(result, *more) if more else result


@base("/", AbstractRange, at=(0, 1))
def _(a: Any, b: Any) -> Any:
    return scale(a, b, divide=True) if _is_number(b) else _div(_other(a), _other(b))


@base("\\", AbstractRange, at=(0, 1))
def _(a: Any, b: Any) -> Any:
    return scale(b, a, divide=True) if _is_number(a) else generic("\\")(_other(a), _other(b))


@base("range_broadcast")
def range_broadcast(name: str, a: Any, b: Any) -> Any:
    """`a .op b` of a range and a number (or two ranges): a range again, for `+ - * /` and `\\`."""
    both = isinstance(a, AbstractRange) and isinstance(b, AbstractRange)
    if both:
        if name not in "+-":
            raise MethodError(generic(name), (a, b))
        return _sum_of(a, b, generic(name))
    on_left = isinstance(a, AbstractRange)
    r, x = (a, b) if on_left else (b, a)
    match name, on_left:
        case "+", _:
            return shift(r, x)
        case "-", True:
            return shift(r, generic("-")(x))
        case "-", False:
            return shift(negated(r), x)
        case "*", _:
            return scale(r, x)
        case ("/", True) | ("\\", False):
            return scale(r, x, divide=True)
    raise MethodError(generic(name), (a, b))
