"""How the numbers of the runtime's own classes are shown: `1//2`, `1 + 2im`, BigInt, BigFloat,
π."""

from __future__ import annotations

from typing import Any

from .bigfloat import BigFloat
from .complex import ComplexInt
from .constants import Irrational
from .exact import WideInt
from .rational import Rational
from .show import shows, text
from .show_numbers import complex_text
from .show_options import Options


@shows(Rational)
def _(x: Rational, options: Options) -> str:
    return f"{_integer(x.num_value, x, options)}//{_integer(x.den_value, x, options)}"


def _integer(n: int, x: Rational, options: Options) -> str:
    part: Any = x.num if n == x.num_value else x.den
    return text(part, options)


@shows(ComplexInt)
def _(x: ComplexInt, options: Options) -> str:
    return complex_text(x.re, x.im, options)


@shows(WideInt)
def _(x: WideInt, options: Options) -> str:
    if x.bits and not x.signed:
        return f"0x{x.value:032x}"
    return str(x.value)


@shows(BigFloat)
def _(x: BigFloat, options: Options) -> str:
    return x.text()


@shows(Irrational)
def _(x: Irrational, options: Options) -> str:
    return x.name
