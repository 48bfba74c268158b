"""`Rational`: `1//3`, exact arithmetic with overflow checks, `numerator`, `rationalize`."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np

from . import exceptions as exc
from .arithmetic import no_method
from .dispatch import base, constructor, generic
from .exact import BIGINT, RATIONAL, WideInt, install, is_number
from .numbers import HostNumber, JaxNumber, number_dtype, plain
from .typeof import dtype_of, register_class, typeof
from .types_base import Int64


class Rational(HostNumber):
    """`num//den` in lowest terms, `den >= 0`; `1//0` is infinite. `target` is the integer type."""

    __slots__ = ("den_value", "num_value", "target")
    __array_ufunc__ = None

    def __init__(self, num: int, den: int, target: Any = Int64) -> None:
        if num == 0 and den == 0:
            raise exc.ArgumentError(f"invalid rational: zero({target})//zero({target})")
        g = math.gcd(num, den)
        if den < 0:
            g = -g
        self.num_value, self.den_value, self.target = num // g, den // g, target

    @staticmethod
    def checked(num: int, den: int, target: Any, name: str, a: Any, b: Any) -> Rational:
        """The ratio, or an `OverflowError` if its parts do not fit the integer type."""
        made = Rational(num, den, target)
        dtype = dtype_of(target)
        if dtype is not None and dtype.kind in "iu":
            info = np.iinfo(dtype)
            for part in (made.num_value, made.den_value):
                if not info.min <= part <= info.max:
                    raise exc.OverflowError(f"{a} {name} {b} overflowed for type {target}")
        return made

    @property
    def num(self) -> Any:
        """The numerator, as an integer of the type's parameter."""
        return _integer(self.num_value, self.target)

    @property
    def den(self) -> Any:
        """The denominator."""
        return _integer(self.den_value, self.target)

    def python_value(self) -> Any:
        """A Fraction; of the infinite ratios a float."""
        if self.den_value == 0:
            return math.copysign(math.inf, self.num_value)
        return Fraction(self.num_value, self.den_value)

    def _made(self, num: int, den: int, name: str, y: Rational) -> Rational:
        return Rational.checked(num, den, self.target, name, self.num_value, y.num_value)

    def plus(self, y: Rational) -> Rational:
        num = self.num_value * y.den_value + y.num_value * self.den_value
        return self._made(num, self.den_value * y.den_value, "+", y)

    def minus(self, y: Rational) -> Rational:
        num = self.num_value * y.den_value - y.num_value * self.den_value
        return self._made(num, self.den_value * y.den_value, "-", y)

    def times(self, y: Rational) -> Rational:
        return self._made(self.num_value * y.num_value, self.den_value * y.den_value, "*", y)

    def over(self, y: Rational) -> Rational:
        return self._made(self.num_value * y.den_value, self.den_value * y.num_value, "*", y)

    def negated(self) -> Rational:
        return Rational.checked(
            -self.num_value, self.den_value, self.target, "-", 0, self.num_value
        )

    def below(self, y: Rational) -> bool:
        return bool(self.python_value() < y.python_value())

    def at_most(self, y: Rational) -> bool:
        return bool(self.python_value() <= y.python_value())

    def equals(self, y: Rational) -> bool:
        return (self.num_value, self.den_value) == (y.num_value, y.den_value)

    def same(self, y: Rational) -> bool:
        return self.equals(y) and self.target is y.target

    def divided(self, name: str, y: Rational) -> Any:
        """`div fld cld` give integers, `rem mod` rationals."""
        a, b = self.python_value(), y.python_value()
        if b == 0:
            raise exc.DivideError()
        exact = a / b
        down = math.floor(exact)
        quotient = {
            "div": math.trunc(exact),
            "rem": math.trunc(exact),
            "cld": math.ceil(exact),
        }.get(name, down)
        if name in ("rem", "mod"):
            rest = a - b * quotient
            return Rational(rest.numerator, rest.denominator, self.target)
        return _integer(quotient, self.target)

    def to_power(self, n: int) -> Rational:
        """`x ^ n`."""
        num, den = (self.num_value, self.den_value) if n >= 0 else (self.den_value, self.num_value)
        if n < 0 and den < 0:
            num, den = -num, -den
        if n < 0 and den == 0:
            return Rational(num, den, self.target)
        return Rational.checked(num ** abs(n), den ** abs(n), self.target, "^", self.num_value, n)

    def general_power(self, y: Any) -> Any:
        return generic("^")(self.to_float(), generic("float")(y))

    def to_float(self) -> Any:
        """`float(x)`."""
        if self.target is BIGINT:
            from .bigfloat import BigFloat

            return BigFloat.of(self.python_value())
        return float(self.python_value())

    def to_dtype(self, dtype: np.dtype) -> Any:
        """The number as one that buffers hold."""
        if dtype.kind in "iub":
            if self.den_value != 1:
                from .convert import inexact

                raise inexact(str(_type_of(dtype)), dtype, self)
            return generic("convert")(_type_of(dtype), self.num)
        return plain(dtype.type(float(self.python_value())))

    def inverse(self) -> Rational:
        return Rational.checked(self.den_value, self.num_value, self.target, "/", 1, self.num_value)

    def constant(self, value: int) -> Rational:
        return Rational(value, 1, self.target)

    def is_whole(self) -> bool:
        return self.den_value == 1

    def rounded(self, mode: str) -> Rational:
        """The nearest whole ratio in a rounding mode."""
        value = self.python_value()
        if isinstance(value, float):
            return self
        whole: dict[str, Callable[[Any], int]] = {
            "Nearest": round, "Down": math.floor, "Up": math.ceil, "ToZero": math.trunc,
            "NearestTiesAway": lambda v: int(math.copysign(math.floor(abs(v) + Fraction(1, 2)), v)),
            "NearestTiesUp": lambda v: math.floor(v + Fraction(1, 2)),
        }  # fmt: skip
        return Rational(whole[mode](value), 1, self.target)

    def elementary(self, function: Any) -> Any:
        return generic(function.name)(self.to_float())

    def apply(self, name: str) -> Any:
        """One of the functions of `numeric.py`."""
        v = self.python_value()
        simple: dict[str, Callable[[], Any]] = {
            "abs": lambda: Rational(abs(self.num_value), self.den_value, self.target),
            "abs2": lambda: self.times(self),
            "sign": lambda: Rational((v > 0) - (v < 0), 1, self.target), "signbit": lambda: v < 0,
            "isnan": lambda: False, "isinf": lambda: self.den_value == 0,
            "isfinite": lambda: self.den_value != 0, "iszero": lambda: v == 0,
            "isone": lambda: v == 1, "iseven": lambda: self.den_value == 1 and v % 2 == 0,
            "isodd": lambda: self.den_value == 1 and v % 2 == 1,
            "ispositive": lambda: v > 0, "isnegative": lambda: v < 0,
        }  # fmt: skip
        return simple[name]() if name in simple else no_method(name, self)

    def __repr__(self) -> str:
        return f"{self.num_value}//{self.den_value}"


def _type_of(dtype: np.dtype) -> Any:
    from .typeof import from_dtype

    return from_dtype(dtype)


def _integer(n: int, target: Any) -> Any:
    if target is Int64:
        return n
    return generic("convert")(target, n)


register_class(Rational, lambda x: RATIONAL[x.target])
install(Rational)


def _parts(x: Any) -> tuple[int, int, Any]:
    """Numerator, denominator and integer type of an integer or a ratio."""
    if isinstance(x, Rational):
        return x.num_value, x.den_value, x.target
    if isinstance(x, WideInt):
        return x.value, 1, x.target
    return int(x), 1, typeof(x)


@base("//")
def ratio(a: Any, b: Any) -> Any:
    """`a//b`."""
    from .complex import ComplexInt, complex_ratio

    if isinstance(a, (ComplexInt, complex)) or isinstance(b, (ComplexInt, complex)):
        return complex_ratio(a, b)
    for x in (a, b):
        dtype = number_dtype(x)
        integer = dtype is not None and dtype.kind in "iub"
        if isinstance(x, JaxNumber) or not (integer or isinstance(x, (Rational, WideInt))):
            return generic("_ratio_of_arrays")(a, b)
    n1, d1, t1 = _parts(a)
    n2, d2, t2 = _parts(b)
    target = t1 if t1 is t2 else generic("promote_type")(t1, t2)
    return Rational.checked(n1 * d2, d1 * n2, target, "//", a, b)


@base("_ratio_of_arrays")
def _ratio_of_arrays(a: Any, b: Any) -> Any:
    from .typeof import isa
    from .types_base import AbstractArray

    if isa(a, AbstractArray) and is_number(b):
        return generic("broadcast")(generic("//"), a, b)
    return no_method("//", a, b)


@constructor("Rational")
def _construct(target: Any, *args: Any) -> Any:
    parameters = getattr(target, "parameters", ())
    wanted = parameters[0] if parameters else None
    if len(args) == 2:
        made = ratio(*args)
    else:
        made = _from_number(args[0], wanted)
    if wanted is None or made.target is wanted:
        return made
    generic("convert")(wanted, made.num), generic("convert")(wanted, made.den)
    return Rational(made.num_value, made.den_value, wanted)


def _from_number(x: Any, wanted: Any) -> Any:
    if isinstance(x, Rational):
        return x
    dtype = number_dtype(x)
    if isinstance(x, WideInt) or (dtype is not None and dtype.kind in "iub"):
        return ratio(x, 1)
    if dtype is not None and dtype.kind == "f":
        value = float(x)
        if not math.isfinite(value):
            if math.isnan(value):
                raise exc.ArgumentError("invalid rational: zero(Int64)//zero(Int64)")
            return Rational(int(math.copysign(1, value)), 0, wanted or Int64)
        n, d = value.as_integer_ratio()
        return Rational(n, d, wanted or Int64)
    python = x.python_value() if isinstance(x, HostNumber) else None
    if python is None:
        return no_method("Rational", x)
    exact = Fraction(python)
    return Rational(exact.numerator, exact.denominator, wanted or BIGINT)


@base("numerator")
def numerator(x: Any) -> Any:
    """What stands above the line."""
    return x.num if isinstance(x, Rational) else x


@base("denominator")
def denominator(x: Any) -> Any:
    """What stands below the line."""
    return x.den if isinstance(x, Rational) else generic("one")(x)


@base("rationalize")
def rationalize(*args: Any, tol: Any = None) -> Any:
    """The simplest ratio within `tol` of a float."""
    target = Int64
    if len(args) == 2 and not is_number(args[0]):
        target, args = args[0], args[1:]
    x = args[0]
    if isinstance(x, Rational) or number_dtype(x).kind in "iub":
        return _construct(RATIONAL[target], x)
    value = float(x)
    limit = Fraction(tol) if tol is not None else Fraction(float(generic("eps")(x)))
    exact = Fraction(value)
    low, high = exact - limit, exact + limit
    simplest = _simplest(low, high)
    return Rational(simplest.numerator, simplest.denominator, target)


def _simplest(low: Fraction, high: Fraction) -> Fraction:
    """The ratio with the least denominator in an interval."""
    if low <= 0 <= high:
        return Fraction(0)
    if high < 0:
        return -_simplest(-high, -low)
    whole = math.ceil(low)
    if whole <= high:
        return Fraction(whole)
    floor = math.floor(low)
    return floor + 1 / _simplest(1 / (high - floor), 1 / (low - floor))
