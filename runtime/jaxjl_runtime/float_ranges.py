"""Float ranges with Julia's values: the arithmetic of a rational start and step, rounded once.

A `Float64` range keeps its reference value and its step as exact fractions and evaluates them as
sums of two floats, the larger part of the step cut to so many bits that its multiples are exact.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from fractions import Fraction
from math import gcd, isfinite
from typing import Any

import numpy as np

from .exceptions import ArgumentError, InexactError

FLOAT64 = np.dtype(np.float64)
_RAT_LIMIT = {"d": 1 << 24, "f": 1 << 11, "e": 1 << 11}
_EXACT_LIMIT = {"d": 1 << 53, "f": 1 << 24, "e": 1 << 11}
_PRECISION = {"d": 53, "f": 24, "e": 11}


@dataclass(slots=True)
class Progression:
    """`ref + (i - offset) * step` for i in 1:length, with elements of a float type."""

    ref: Fraction
    step: Fraction
    length: int
    offset: int
    dtype: np.dtype
    bits: int = 0  # how many low bits of the step's larger part are cut off
    _parts: tuple[float, float, float, float] | None = field(default=None, repr=False)

    def parts(self) -> tuple[float, float, float, float]:
        """The larger and smaller float of the reference value, and of the step."""
        if self._parts is None:
            ref_hi = float(self.ref)
            step_hi = _cut(float(self.step), self.bits)
            self._parts = (
                ref_hi,
                float(self.ref - Fraction(ref_hi)),
                step_hi,
                float(self.step - Fraction(step_hi)),
            )
        return self._parts

    def at(self, position: Any) -> Any:
        """The float64 value(s) at 1-based positions: an int or an array of them."""
        ref_hi, ref_lo, step_hi, step_lo = self.parts()
        u = position - self.offset
        if self.dtype != FLOAT64:
            return ref_hi + u * step_hi
        shift_hi, shift_lo = u * step_hi, u * step_lo
        total = ref_hi + shift_hi
        bigger = np.abs(ref_hi) >= np.abs(shift_hi)
        rest = np.where(bigger, (ref_hi - total) + shift_hi, (shift_hi - total) + ref_hi)
        return total + (rest + (shift_lo + ref_lo))

    def exact(self, position: int) -> Fraction:
        """The value at a 1-based position, unrounded."""
        return self.ref + (position - self.offset) * self.step

    def with_bits(self) -> Progression:
        """The same progression with its step cut anew for its length."""
        self.bits = step_bits(self.dtype, self.length, self.offset)
        self._parts = None
        return self


def _cut(x: float, bits: int) -> float:
    if bits <= 0 or not isfinite(x):
        return x
    raw = np.float64(x).view(np.uint64)
    mask = np.uint64(((1 << 64) - 1) ^ ((1 << bits) - 1))
    return float((raw & mask).view(np.float64))


def step_bits(dtype: np.dtype, length: int, offset: int) -> int:
    """How many bits of the step must be free for `(0:length-1) * step` to be exact."""
    if dtype != FLOAT64 or length < 2:
        return 0
    return min(27, math.ceil(math.log2(max(offset - 1, length - offset))) + 1)


def rational(x: float, char: str) -> tuple[int, int]:
    """The simplest fraction that is (nearly) x, by its continued fraction."""
    limit = _RAT_LIMIT[char]
    y = x
    num, num_before, den, den_before = 1, 0, 0, 1
    while abs(y) <= limit:
        whole = math.trunc(y)
        y -= whole
        num, num_before = whole * num + num_before, num
        den, den_before = whole * den + den_before, den
        if max(abs(num), abs(den)) > limit:
            return num_before, den_before
        if den and num / den == x:
            break
        if y == 0:
            break
        y = 1 / y
    return num, den


def _fraction(x: float, char: str) -> tuple[int, int] | None:
    num, den = rational(x, char)
    if den == 0 or _rounded(num / den, char) != x:
        return None
    return num, den


def _rounded(x: float, char: str) -> float:
    return x if char == "d" else float(np.dtype(char).type(x))


def from_rational(dtype: np.dtype, start: int, step: int, length: int, den: int) -> Progression:
    """The range whose values are `(start + (i-1) * step) / den`."""
    if length < 2 or step == 0:
        return _made(dtype, Fraction(start, den), Fraction(step, den), length, 1, 0)
    nearest = min(max(round(-start / step + 1), 1), length)
    ref = Fraction(start + (nearest - 1) * step, den)
    bits = step_bits(dtype, length, nearest)
    return _made(dtype, ref, Fraction(step, den), length, nearest, bits)


def _made(
    dtype: np.dtype, ref: Fraction, step: Fraction, length: int, offset: int, bits: int
) -> Progression:
    if dtype != FLOAT64:  # shorter floats are computed in Float64
        ref, step = Fraction(float(ref)), Fraction(float(step))
    return Progression(ref, step, length, offset, dtype, bits)


def literal(dtype: np.dtype, start: float, step: float, length: int) -> Progression:
    """The range that takes start and step as the very floats they are."""
    return Progression(Fraction(start), Fraction(step), length, 1, dtype)


def _common(start: float, step: float, char: str) -> tuple[int, int, int] | None:
    """Start and step as integers over one denominator, if they are simple fractions."""
    b = _fraction(step, char)
    a = _fraction(start, char) if b else None
    if a is None or b is None:
        return None
    den = a[1] * (b[1] // gcd(a[1], b[1]))
    limit = _EXACT_LIMIT[char]
    if abs(start * den) > limit or abs(step * den) > limit or abs(den) >= 1 << 63:
        return None
    return round(start * den), round(step * den), den


def by_step(start: float, step: float, stop: float, dtype: np.dtype) -> Progression:
    """`start:step:stop`."""
    char = dtype.char
    if step == 0:
        raise ArgumentError("range step cannot be zero")
    common = _common(start, step, char) if isfinite(start) and isfinite(step) else None
    end = _fraction(stop, char) if common and isfinite(stop) else None
    if common and end:
        start_n, step_n, den = common
        stop_n, stop_d = end
        span, unit = den * stop_n - stop_d * start_n + step_n * stop_d, step_n * stop_d
        length = max(0, int(span / unit) if abs(span) < 1 << 50 else _quotient(span, unit))
        if _between(start, start + (length - 1) * step, stop + step / 2) and not _between(
            start, start + length * step, stop
        ):
            return from_rational(dtype, start_n, step_n, length, den)
    return literal(dtype, start, step, _literal_length(start, step, stop))


def _quotient(a: int, b: int) -> int:
    q = abs(a) // abs(b)
    return q if (a < 0) == (b < 0) else -q


def _between(a: float, x: float, b: float) -> bool:
    return a <= x <= b or b <= x <= a


def _literal_length(start: float, step: float, stop: float) -> int:
    count = (stop - start) / step
    if count < 0:
        return 0
    if count == 0:
        return 1
    if not isfinite(count):
        from .types import Int64

        raise InexactError("trunc", Int64, count)
    length = round(count) + 1
    end = start + (length - 1) * step
    return length - int(start < stop < end or start > stop > end)


def by_length(start: float, step: float, length: int, dtype: np.dtype) -> Progression:
    """`range(start, step=step, length=length)`."""
    common = _common(start, step, dtype.char) if isfinite(start) and isfinite(step) else None
    if common:
        start_n, step_n, den = common
        return from_rational(dtype, start_n, step_n, length, den)
    return literal(dtype, start, step, length)


def linear(start: float, stop: float, length: int, dtype: np.dtype) -> Progression:
    """`range(start, stop, length=length)`."""
    if length < 2:
        return _short(start, stop, length, dtype)
    if start == stop:
        return literal(dtype, start, 0.0, length)
    if not (isfinite(start) and isfinite(stop)):
        raise ArgumentError(f"start and stop must be finite, got {_text(start)} and {_text(stop)}")
    char = dtype.char
    a, b = rational(start, char), rational(stop, char)
    if a[1] and b[1]:
        den = a[1] * (b[1] // gcd(a[1], b[1]))
        limit = _EXACT_LIMIT[char]
        if den and abs(den * start) <= limit and abs(den * stop) <= limit:
            start_n, stop_n = round(den * start), round(den * stop)
            exact = _rounded(start_n / den, char) == start, _rounded(stop_n / den, char) == stop
            if all(exact):
                return _linear_rational(dtype, start_n, stop_n, length, den)
    return _linear_floats(start, stop, length, dtype)


def linear_integers(start: int, stop: int, length: int) -> Progression:
    """`range(start, stop, length=length)` of integers, in Float64."""
    if length < 2:
        return _short(float(start), float(stop), length, FLOAT64)
    return _linear_rational(FLOAT64, start, stop, length, 1)


def _linear_rational(dtype: np.dtype, start: int, stop: int, length: int, den: int) -> Progression:
    if start == stop:
        return _made(dtype, Fraction(start, den), Fraction(0), length, 1, 0)
    at_zero = -start / (float(stop) - float(start))
    nearest = min(max(round(at_zero * (length - 1) + 1), 1), length)
    whole = (length - 1) * den
    ref = Fraction((length - nearest) * start + (nearest - 1) * stop, whole)
    bits = step_bits(dtype, length, nearest)
    return _made(dtype, ref, Fraction(stop - start, whole), length, nearest, bits)


def _linear_floats(start: float, stop: float, length: int, dtype: np.dtype) -> Progression:
    """Both ends are met exactly; the reference value is the one nearest to zero."""
    a, b = Fraction(start), Fraction(stop)
    span = b - a
    nearest = min(max(round(float(-a / span) * (length - 1) + 1), 1), length)
    step = span / (length - 1)
    ref = a + (nearest - 1) * step
    return _made(dtype, ref, step, length, nearest, step_bits(dtype, length, nearest))


def _short(start: float, stop: float, length: int, dtype: np.dtype) -> Progression:
    given = f"range({_text(start)}, stop={_text(stop)}, length={length})"
    if length < 0:
        raise ArgumentError(f"{given}: negative length")
    if length == 1 and start != stop:
        raise ArgumentError(f"{given}: endpoints differ")
    return Progression(Fraction(start), Fraction(start) - Fraction(stop), length, 1, dtype)


def _text(x: float) -> str:
    return {math.inf: "Inf", -math.inf: "-Inf"}.get(x, "NaN" if x != x else repr(x))
