"""Numbers as `show` and `print` write them."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from .config import julia_before
from .floats_text import float_text
from .missing import Missing
from .numbers import JaxNumber, NotScalar, Tracer
from .show import printed, prints, shows, text
from .show_options import UNSET, Options

__all__ = ["complex_text"]


def _is_known(x: Any, options: Options) -> bool:
    """Whether the reader already knows the type of the value."""
    if options.typeinfo is UNSET:
        return False
    from .typeof import typeof

    return options.typeinfo is typeof(x)


@shows(type(None))
def _(x: None, options: Options) -> str:
    return "nothing"


@shows(Missing)
def _(x: Missing, options: Options) -> str:
    return "missing"


@shows(bool, np.bool_)
def _(x: Any, options: Options) -> str:
    if options.typeinfo is not UNSET and _is_known(bool(x), options):
        return "1" if x else "0"
    return "true" if x else "false"


@shows(int, np.signedinteger)
def _(x: Any, options: Options) -> str:
    return int.__repr__(int(x))


@shows(np.unsignedinteger)
def _(x: Any, options: Options) -> str:
    return f"0x{int(x):0{2 * x.dtype.itemsize}x}"


@prints(np.unsignedinteger)
def _(x: Any, options: Options) -> str:
    return str(int(x))


@shows(float)
def _(x: float, options: Options) -> str:
    return float_text(x, compact=options.compact is True)


@shows(np.floating)
def _(x: Any, options: Options) -> str:
    compact = options.compact is True
    return float_text(x, typed=not compact and not _is_known(x, options), compact=compact)


@prints(np.floating)
def _(x: Any, options: Options) -> str:
    return float_text(x, compact=options.compact is True, letter="e")


@shows(complex, np.complexfloating)
def _(x: Any, options: Options) -> str:
    return complex_text(x.real, x.imag, options)


def complex_text(real: Any, imaginary: Any, options: Options) -> str:
    """`show` of a complex number with these parts."""
    if isinstance(real, bool | np.bool_):
        return _bool_complex_text(bool(real), bool(imaginary))
    shown, negative = text(real, options), False
    if isinstance(imaginary, float | np.floating):
        negative = math.copysign(1, imaginary) < 0 and not math.isnan(imaginary)
        star = "" if math.isfinite(imaginary) else "*"
    else:
        wide = type(imaginary).__name__ in ("BigInt", "Int128", "UInt128")
        star = "" if wide or isinstance(imaginary, int | np.integer) else "*"
        negative = bool(imaginary < 0)
    if negative:
        imaginary = _negated(imaginary)
    sign = "-" if negative else "+"
    between = sign if options.compact is True else f" {sign} "
    return f"{shown}{between}{text(imaginary, options)}{star}im"


def _negated(x: Any) -> Any:
    if isinstance(x, np.signedinteger) and int(x) == np.iinfo(x.dtype).min:
        return -int(x)
    return type(x)(-x) if isinstance(x, np.generic) else -x


def _bool_complex_text(real: bool, imaginary: bool) -> str:
    if imaginary and not real:
        return "im"
    return f"Complex({str(real).lower()},{str(imaginary).lower()})"


@shows(JaxNumber)
def _(x: JaxNumber, options: Options) -> str:
    return text(_host(x), options)


@prints(JaxNumber)
def _(x: JaxNumber, options: Options) -> str:
    return printed(_host(x), options)


def _host(x: JaxNumber) -> Any:
    """The number itself; for a traced one a placeholder that says its type."""
    buffer = x.buffer
    if buffer.ndim:
        raise NotScalar("the text of a number")
    if isinstance(buffer, Tracer):
        from .cell import host_effect

        host_effect("printing a traced number")
        return Traced(str(buffer.dtype), buffer.shape)
    return np.asarray(buffer)[()].item() if buffer.dtype.char in "?qdD" else np.asarray(buffer)[()]


class Traced:
    """What is shown in place of a value that is known only when compiled code runs."""

    __slots__ = ("dtype", "shape")

    def __init__(self, dtype: str, shape: tuple[int, ...]) -> None:
        self.dtype = dtype
        self.shape = shape


@shows(Traced)
def _(x: Traced, options: Options) -> str:
    from .show_types import type_text
    from .typeof import from_dtype

    name = type_text(from_dtype(np.dtype(x.dtype)), options)
    size = "×".join(map(str, reversed(x.shape)))
    return f"<traced {name}>" if not x.shape else f"<traced {size} array of {name}>"


def decimal_or_julia(old: str, new: str) -> str:
    """One of two spellings, by the Julia that is followed."""
    return old if julia_before(1, 6) else new
