"""The constants of Base: `π ℯ im Inf NaN …`, and the class of irrational ones."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from .complex import im
from .dispatch import generic
from .exact import install
from .numbers import HostNumber, JaxNumber, number_dtype, plain
from .rounding import (
    RoundDown,
    RoundFromZero,
    RoundNearest,
    RoundNearestTiesAway,
    RoundNearestTiesUp,
    RoundToZero,
    RoundUp,
)
from .symbols import Symbol
from .typeof import register_class
from .types_base import names

_DIGITS = {
    "π": "3.14159265358979323846264338327950288419716939937510"
    "582097494459230781640628620899862803482534211706798",
    "ℯ": "2.71828182845904523536028747135266249775724709369995"
    "957496696762772407663035354759457138217852516642743",
    "γ": "0.57721566490153286060651209008240243104215933593992"
    "359880576723488486772677766467093694706329174674951",
    "φ": "1.61803398874989484820458683436563811772030917980576"
    "286213544862270526046281890244970720720418939113748",
    "catalan": "0.91596559417721901505460351493238411077414937428167"
    "213426649811962176301977625476935651292611510624857",
}


class Irrational(HostNumber):
    """A constant known to any precision; with another number it takes that number's float type."""

    __slots__ = ("name",)
    __array_ufunc__ = None

    def __init__(self, name: str) -> None:
        self.name = name

    def digits(self) -> str:
        """The first hundred digits."""
        return _DIGITS[self.name]

    def to_float(self) -> float:
        """The nearest Float64."""
        return float(_DIGITS[self.name])

    def python_value(self) -> Any:
        """The value to a hundred digits: unequal to every float."""
        from fractions import Fraction

        return Fraction(_DIGITS[self.name])

    def to_dtype(self, dtype: np.dtype) -> Any:
        """The number as one that buffers hold."""
        from .convert import inexact

        if dtype.kind in "iub":
            raise inexact(str(_named(dtype)), dtype, self)
        return plain(dtype.type(self.to_float()))

    def equals(self, y: Any) -> bool:
        return self is y

    same = equals

    def below(self, y: Any) -> bool:
        return bool(self.to_float() < y.to_float())

    def at_most(self, y: Any) -> bool:
        return self is y or self.below(y)

    def negated(self) -> float:
        return -self.to_float()

    def to_power(self, n: int) -> Any:
        return generic("^")(self.to_float(), n)

    def general_power(self, y: Any) -> Any:
        if self.name == "ℯ":
            return generic("exp")(y)
        return generic("^")(self.to_float(), y)

    def inverse(self) -> float:
        return 1 / self.to_float()

    def constant(self, value: int) -> bool | float:
        return bool(value)

    def is_whole(self) -> bool:
        return False

    def rounded(self, mode: str) -> Any:
        from .rounding import round_float

        return round_float(self.to_float(), mode)

    def elementary(self, function: Any) -> Any:
        if self.name == "ℯ" and function.name == "log":
            return 1
        return generic(function.name)(self.to_float())

    def apply(self, name: str) -> Any:
        return generic(name)(self.to_float())

    def __repr__(self) -> str:
        return self.name


def _named(dtype: np.dtype) -> Any:
    from .typeof import from_dtype

    return from_dtype(dtype)


register_class(Irrational, lambda x: names["Irrational"][Symbol(x.name)])
install(Irrational)


def _power(self: Irrational, n: Any) -> Any:
    """`ℯ ^ x` is `exp(x)`."""
    if self.name == "ℯ":
        dtype = number_dtype(n)
        if dtype is not None and (dtype.kind in "fc" or isinstance(n, JaxNumber)):
            return generic("exp")(n)
        return generic("exp")(generic("float")(n))
    return generic("^")(self.to_float(), n)


Irrational.__pow__ = _power  # type: ignore[attr-defined]

pi = Irrational("π")
euler = Irrational("ℯ")
eulergamma, golden, catalan = Irrational("γ"), Irrational("φ"), Irrational("catalan")
Inf = Inf64 = math.inf
NaN = NaN64 = math.nan
Inf32, NaN32 = np.float32(math.inf), np.float32(math.nan)
Inf16, NaN16 = np.float16(math.inf), np.float16(math.nan)
ENDIAN_BOM = np.uint32(0x04030201)

__all__ = [
    "ENDIAN_BOM", "Inf", "Inf16", "Inf32", "Inf64", "NaN", "NaN16", "NaN32", "NaN64", "RoundDown",
    "RoundFromZero", "RoundNearest", "RoundNearestTiesAway", "RoundNearestTiesUp", "RoundToZero",
    "RoundUp",
    "catalan", "euler", "eulergamma", "golden", "im", "pi",
]  # fmt: skip
