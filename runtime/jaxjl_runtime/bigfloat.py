"""`BigFloat`: binary floats of 256 bits, correctly rounded `+ - * / sqrt`; other functions by
decimal series."""

from __future__ import annotations

import decimal
import math
from fractions import Fraction
from typing import Any

import numpy as np

from . import exceptions as exc
from .arithmetic import no_method
from .dispatch import base, constructor, generic
from .exact import BIGFLOAT, install
from .numbers import HostNumber, plain
from .typeof import register_class

PRECISION = 256
_DIGITS = 100  # decimal digits that the series work with


def rounded(value: Fraction, bits: int = PRECISION) -> Fraction:
    """The nearest ratio with a mantissa of that many bits (ties to even)."""
    if value == 0:
        return value
    shift = value.numerator.bit_length() - value.denominator.bit_length() - bits
    for extra in (shift, shift + 1):
        scaled = value / Fraction(2) ** extra
        if abs(scaled) < (1 << bits):
            return Fraction(round(scaled)) * Fraction(2) ** extra
    return value


class BigFloat(HostNumber):
    """A float of 256 bits: `value` is a Fraction; a float if not finite, or -0.0."""

    __slots__ = ("value",)
    __array_ufunc__ = None

    def __init__(self, value: Any) -> None:
        self.value = value if isinstance(value, float) else rounded(value)

    @staticmethod
    def of(x: Any) -> BigFloat:
        """A real number as a BigFloat."""
        if isinstance(x, BigFloat):
            return x
        if isinstance(x, HostNumber):
            named = getattr(x, "digits", None)
            return (
                BigFloat(Fraction(named())) if named is not None else BigFloat.of(x.python_value())
            )
        if isinstance(x, np.generic):
            x = x.item()
        if isinstance(x, float):
            keep = not math.isfinite(x) or (x == 0 and math.copysign(1, x) < 0)
            return BigFloat(x if keep else Fraction(x))
        return BigFloat(Fraction(x))

    def python_value(self) -> Any:
        """A Fraction, or a float for infinities and NaN."""
        return self.value

    def _both(self, y: BigFloat, exact: Any, floating: Any) -> BigFloat:
        a, b = self.value, y.value
        if isinstance(a, float) or isinstance(b, float):
            with np.errstate(all="ignore"):
                return BigFloat.of(float(floating(np.float64(float(a)), np.float64(float(b)))))
        return BigFloat(exact(a, b))

    def plus(self, y: BigFloat) -> BigFloat:
        return self._both(y, lambda a, b: a + b, lambda a, b: a + b)

    def minus(self, y: BigFloat) -> BigFloat:
        return self._both(y, lambda a, b: a - b, lambda a, b: a - b)

    def times(self, y: BigFloat) -> BigFloat:
        return self._both(y, lambda a, b: a * b, lambda a, b: a * b)

    def over(self, y: BigFloat) -> BigFloat:
        if y.value == 0:
            with np.errstate(all="ignore"):
                return BigFloat(float(np.float64(float(self.value)) / np.float64(float(y.value))))
        return self._both(y, lambda a, b: a / b, lambda a, b: a / b)

    def negated(self) -> BigFloat:
        return BigFloat(-self.value) if self.value else BigFloat.of(-float(self.value))

    def below(self, y: BigFloat) -> bool:
        return bool(self.value < y.value)

    def at_most(self, y: BigFloat) -> bool:
        return bool(self.value <= y.value)

    def equals(self, y: BigFloat) -> bool:
        return bool(self.value == y.value)

    same = equals

    def divided(self, name: str, y: BigFloat) -> BigFloat:
        """`div rem fld cld mod`."""
        if isinstance(self.value, float) or isinstance(y.value, float) or y.value == 0:
            return BigFloat.of(float(generic(name)(float(self.value), float(y.value))))
        exact = self.value / y.value
        whole = {"div": math.trunc, "rem": math.trunc, "cld": math.ceil}.get(name, math.floor)(
            exact
        )
        return BigFloat(self.value - y.value * whole if name in ("rem", "mod") else Fraction(whole))

    def to_float(self) -> BigFloat:
        return self

    def to_dtype(self, dtype: np.dtype) -> Any:
        """The number as one that buffers hold."""
        if dtype.kind in "iub":
            from .exact import BIGINT, WideInt

            return WideInt.of(BIGINT, self).to_dtype(dtype)
        try:
            return plain(dtype.type(float(self.value)))
        except OverflowError:
            return plain(dtype.type(math.copysign(math.inf, self.value)))

    def to_power(self, n: int) -> BigFloat:
        if isinstance(self.value, float) or self.value == 0:
            return BigFloat.of(float(generic("^")(float(self.value), n)))
        return BigFloat(self.value**n)

    def general_power(self, y: BigFloat) -> BigFloat:
        if (
            self.is_whole()
            and isinstance(y.value, Fraction)
            and y.value.denominator == 1
            and abs(y.value) < 4096
        ):
            return self.to_power(int(y.value))
        if self.value < 0:
            from .powers import complex_power_needed

            raise complex_power_needed(self)
        return _from_decimal(_context().power(_decimal(self.value), _decimal(y.value)))

    def inverse(self) -> BigFloat:
        return BigFloat.of(1).over(self)

    def constant(self, value: int) -> BigFloat:
        return BigFloat(Fraction(value))

    def is_whole(self) -> bool:
        return isinstance(self.value, Fraction) and self.value.denominator == 1

    def rounded(self, mode: str) -> BigFloat:
        from .rational import Rational
        from .types_base import names

        if isinstance(self.value, float):
            return self
        ratio = Rational(self.value.numerator, self.value.denominator, names["BigInt"])
        return BigFloat(ratio.rounded(mode).python_value())

    def elementary(self, function: Any) -> Any:
        """`sqrt exp log sin cos …`."""
        if isinstance(self.value, float):
            return BigFloat.of(float(function.on_float(float(self.value))))
        if function.domain is not None and not function.domain(float(self.value)):
            raise exc.DomainError(self, function.message)
        if function.name == "sqrt":
            return BigFloat(_sqrt(self.value))
        series = _SERIES.get(function.name)
        return (
            no_method(function.name, self)
            if series is None
            else _from_decimal(series(_decimal(self.value)))
        )

    def apply(self, name: str) -> Any:
        """One of the functions of `numeric.py`."""
        v = self.value
        if name in ("abs", "abs2", "sign"):
            if name == "abs2":
                return self.times(self)
            return (
                BigFloat(abs(v))
                if name == "abs"
                else BigFloat.of((v > 0) - (v < 0) if v == v else v)
            )
        tests = {
            "isnan": v != v, "isinf": isinstance(v, float) and math.isinf(v),
            "iszero": v == 0, "isone": v == 1, "ispositive": v > 0, "isnegative": v < 0,
            "isfinite": not isinstance(v, float) or math.isfinite(v),
            "signbit": math.copysign(1, v) < 0 if isinstance(v, float) else v < 0,
            "iseven": self.is_whole() and v % 2 == 0, "isodd": self.is_whole() and v % 2 == 1,
        }  # fmt: skip
        return tests[name] if name in tests else no_method(name, self)

    def __repr__(self) -> str:
        return self.text()

    def text(self) -> str:
        """The digits that Julia prints: enough for 256 bits, without trailing zeros."""
        v = self.value
        if isinstance(v, float):
            return {"nan": "NaN", "inf": "Inf", "-inf": "-Inf"}.get(repr(v), repr(v))
        if v == 0:
            return "0.0"
        digits, exponent = _significant(abs(v), 79)
        digits = digits.rstrip("0") or "0"
        sign = "-" if v < 0 else ""
        if -5 <= exponent <= 5 + 0 or (0 <= exponent < len(digits) and exponent < 6):
            return sign + _positional(digits, exponent)
        return f"{sign}{digits[0]}.{digits[1:] or '0'}e{exponent:+03d}"


def _positional(digits: str, exponent: int) -> str:
    if exponent < 0:
        return "0." + "0" * (-exponent - 1) + digits
    whole = digits[: exponent + 1].ljust(exponent + 1, "0")
    return f"{whole}.{digits[exponent + 1 :] or '0'}"


def _significant(v: Fraction, count: int) -> tuple[str, int]:
    """That many significant digits of a positive ratio, and the decimal exponent of the first."""
    exponent = math.floor((v.numerator.bit_length() - v.denominator.bit_length()) * math.log10(2))
    while v >= Fraction(10) ** (exponent + 1):
        exponent += 1
    while v < Fraction(10) ** exponent:
        exponent -= 1
    whole = round(v / Fraction(10) ** (exponent - count + 1))
    text = str(whole)
    return (text[:count], exponent + len(text) - count)


def _sqrt(v: Fraction) -> Fraction:
    shift = 2 * (PRECISION + 8) + 2 * abs(v.numerator.bit_length() - v.denominator.bit_length())
    scaled = v * Fraction(2) ** shift
    root = math.isqrt(scaled.numerator // scaled.denominator)
    exact = root * root * scaled.denominator == scaled.numerator
    return Fraction(2 * root + (0 if exact else 1), 2) / Fraction(2) ** (shift // 2)


def _context() -> decimal.Context:
    return decimal.Context(prec=_DIGITS, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN)


def _decimal(v: Any) -> decimal.Decimal:
    if isinstance(v, float):
        return decimal.Decimal(v)
    return _context().divide(decimal.Decimal(v.numerator), decimal.Decimal(v.denominator))


def _from_decimal(d: decimal.Decimal) -> BigFloat:
    if not d.is_finite():
        return BigFloat(float(d))
    return BigFloat(Fraction(d))


def pi_decimal() -> decimal.Decimal:
    """π by Machin's formula."""
    unity = 10 ** (_DIGITS + 10)

    def arctan_inverse(x: int) -> int:
        total = term = unity // x
        n, sign = 3, -1
        while term:
            term //= x * x
            total += sign * (term // n)
            sign, n = -sign, n + 2
        return total

    value = 4 * (4 * arctan_inverse(5) - arctan_inverse(239))
    return decimal.Decimal(value).scaleb(-(_DIGITS + 10), _context())


def _sine(x: decimal.Decimal, shift: int) -> decimal.Decimal:
    c = _context()
    half = c.divide(pi_decimal(), decimal.Decimal(2))
    turns = c.divide(x, half).to_integral_value(decimal.ROUND_HALF_EVEN)
    rest = c.subtract(x, c.multiply(turns, half))
    quadrant = (int(turns) + shift) % 4
    term = rest if quadrant % 2 == 0 else decimal.Decimal(1)
    total, n = term, 1 if quadrant % 2 == 0 else 0
    square = c.multiply(rest, rest)
    while term != 0 and abs(term) > decimal.Decimal(10) ** -(_DIGITS + 5):
        term = c.divide(c.multiply(-term, square), decimal.Decimal((n + 1) * (n + 2)))
        total, n = c.add(total, term), n + 2
    return -total if quadrant >= 2 else total


def _arctan(x: decimal.Decimal) -> decimal.Decimal:
    c = _context()
    halvings = 0
    while abs(x) > decimal.Decimal("0.01"):
        x = c.divide(
            x, c.add(decimal.Decimal(1), c.sqrt(c.add(decimal.Decimal(1), c.multiply(x, x))))
        )
        halvings += 1
    total = term = x
    square, n = c.multiply(x, x), 1
    while term != 0 and abs(term) > decimal.Decimal(10) ** -(_DIGITS + 5):
        term = -c.multiply(term, square)
        n += 2
        total = c.add(total, c.divide(term, decimal.Decimal(n)))
    return c.multiply(total, decimal.Decimal(2**halvings))


def _hyperbolic(sign: int) -> Any:
    def function(x: decimal.Decimal) -> decimal.Decimal:
        c = _context()
        up, down = c.exp(x), c.exp(-x)
        return c.divide(c.add(up, down * sign), decimal.Decimal(2))

    return function


_SERIES = {
    "exp": lambda x: _context().exp(x),
    "log": lambda x: _context().ln(x),
    "log10": lambda x: _context().log10(x),
    "log2": lambda x: _context().divide(_context().ln(x), _context().ln(decimal.Decimal(2))),
    "exp2": lambda x: _context().power(decimal.Decimal(2), x),
    "exp10": lambda x: _context().power(decimal.Decimal(10), x),
    "sin": lambda x: _sine(x, 0),
    "cos": lambda x: _sine(x, 1),
    "tan": lambda x: _context().divide(_sine(x, 0), _sine(x, 1)),
    "atan": _arctan,
    "sinh": _hyperbolic(-1),
    "cosh": _hyperbolic(1),
    "tanh": lambda x: _context().divide(_hyperbolic(-1)(x), _hyperbolic(1)(x)),
}


register_class(BigFloat, BIGFLOAT)
install(BigFloat)


@constructor("BigFloat")
def _construct(target: Any, x: Any, *_: Any, **__: Any) -> Any:
    return _from_value(x)


@base("BigFloat")
def _from_value(x: Any) -> BigFloat:
    """A number, or the number in a text, as a BigFloat."""
    if isinstance(x, str):
        return _from_decimal(decimal.Decimal(x.strip()))
    return BigFloat.of(x)
