"""`float widen signed unsigned reinterpret`, the parts of a float, and `isapprox`."""

from __future__ import annotations

import math
from typing import Any

import jax
import numpy as np

from . import exceptions as exc
from .arithmetic import no_method
from .array import JaxArray
from .dispatch import base, generic
from .numbers import (
    BOOL,
    INT64,
    HostNumber,
    JaxNumber,
    cast,
    compute_one,
    float_dtype,
    number_dtype,
    plain,
    wrap_to,
)
from .typeof import dtype_of, from_dtype
from .types import JuliaType


@base("float")
def float_(x: Any) -> Any:
    """The number as a float; the float type of a type; an array of floats."""
    if isinstance(x, JuliaType):
        dtype = dtype_of(x)
        if dtype is not None:
            return from_dtype(float_dtype(dtype))
        return generic("typeof")(float_(generic("zero")(x)))
    dtype = number_dtype(x)
    if dtype is not None:
        return compute_one(lambda xp, v: v, x, float_dtype(dtype))
    if isinstance(x, HostNumber):
        return x.to_float()
    if isinstance(x, JaxArray):
        wide = float_dtype(x.dtype)
        return x if wide == x.dtype else JaxArray(cast(x.read(), wide))
    from .typeof import isa
    from .types_base import AbstractArray

    return (
        generic("broadcast")(generic("float"), x)
        if isa(x, AbstractArray)
        else no_method("float", x)
    )


_WIDER = {
    "i1": "i2",
    "i2": "i4",
    "i4": "i8",
    "u1": "u2",
    "u2": "u4",
    "u4": "u8",
    "f2": "f4",
    "f4": "f8",
}


@base("widen")
def widen(x: Any) -> Any:
    """The number (or type) of the next larger width."""
    if isinstance(x, JuliaType):
        return _wider_type(x)
    return generic("convert")(_wider_type(generic("typeof")(x)), x)


def _wider_type(t: Any) -> Any:
    from .types_base import names

    dtype = dtype_of(t)
    code = None if dtype is None else f"{dtype.kind}{dtype.itemsize}"
    if code in _WIDER:
        return from_dtype(np.dtype(_WIDER[code]))
    wide = {
        "Int64": "Int128",
        "UInt64": "UInt128",
        "Float64": "BigFloat",
        "Int128": "BigInt",
        "UInt128": "BigInt",
    }
    return names[wide[str(t)]] if str(t) in wide else t


def _resigned(name: str, kind: str) -> None:
    def call(x: Any) -> Any:
        dtype = dtype_of(x) if isinstance(x, JuliaType) else number_dtype(x)
        if dtype is None or dtype.kind not in "iub":
            return _resigned_other(name, x)
        to = np.dtype(f"{kind}{8 if dtype is BOOL else dtype.itemsize}")
        if isinstance(x, JuliaType):
            return from_dtype(to)
        if isinstance(x, JaxNumber):
            return compute_one(lambda xp, v: v, x, to)
        return wrap_to(int(x), to)

    call.__doc__ = f"`{name}(x)`: the same bits."
    base(name)(call)


def _resigned_other(name: str, x: Any) -> Any:
    from .exact import BigInt, Int128, UInt128, WideInt

    if isinstance(x, BigInt):
        return x
    if isinstance(x, WideInt):
        cls = Int128 if name == "signed" else UInt128
        return x if type(x) is cls else cls(0).make(x.value)
    if number_dtype(x) is not None:
        return generic("convert")(from_dtype(INT64 if name == "signed" else np.dtype(np.uint64)), x)
    return no_method(name, x)


_resigned("signed", "i")
_resigned("unsigned", "u")


@base("reinterpret")
def reinterpret(target: Any, x: Any) -> Any:
    """The same bits as another type."""
    dtype = dtype_of(target)
    if isinstance(x, JaxArray):
        from .views import Reinterpreted

        return Reinterpreted(x, dtype)
    have = number_dtype(x)
    if have is None or dtype is None:
        return no_method("reinterpret", target, x)
    if have.itemsize != dtype.itemsize:
        raise exc.ArgumentError(
            "bitcast: argument size does not match size of target type; "
            f"{from_dtype(have)} to {target}"
        )
    if isinstance(x, JaxNumber):
        buffer = x.buffer
        if isinstance(buffer, jax.Array):
            return JaxNumber(jax.lax.bitcast_convert_type(buffer, dtype))
        return JaxNumber(np.ascontiguousarray(buffer).view(dtype).reshape(buffer.shape))
    return plain(np.asarray(x, have).view(dtype)[()])


# -------------------------------------------------------------------------------------------- parts


@base("exponent")
def exponent(x: Any) -> Any:
    """The power of two of a float."""
    value = float(x)
    if value == 0 or not math.isfinite(value):
        raise exc.DomainError(
            x, "Cannot be NaN or Inf." if value else "Cannot be subnormal converted to 0."
        )
    return math.frexp(value)[1] - 1


@base("significand")
def significand(x: Any) -> Any:
    """The mantissa, at least 1 and below 2."""
    dtype = number_dtype(x)
    value = float(x)
    if value == 0 or not math.isfinite(value):
        return x
    return plain(float_dtype(dtype).type(math.frexp(value)[0] * 2))


@base("frexp")
def frexp(x: Any) -> tuple[Any, int]:
    """The mantissa (at least 0.5 and below 1) and the power of two."""
    mantissa, power = math.frexp(float(x))
    return plain(float_dtype(number_dtype(x)).type(mantissa)), power


@base("ldexp")
def ldexp(x: Any, n: Any) -> Any:
    """`x * 2^n`."""
    dtype = float_dtype(number_dtype(x))
    try:
        value = math.ldexp(float(x), int(n))
    except OverflowError:
        value = math.copysign(math.inf, float(x))
    return plain(dtype.type(value))


@base("modf")
def modf(x: Any) -> tuple[Any, Any]:
    """The fraction and the whole part, both with the sign of `x`."""
    dtype = float_dtype(number_dtype(x))
    return tuple(plain(dtype.type(v)) for v in math.modf(float(x)))


@base("evalpoly")
def evalpoly(x: Any, coefficients: Any) -> Any:
    """The polynomial with these coefficients (of `x^0` first) at `x`."""
    from .iteration import elements

    parts = list(elements(coefficients))
    result = parts[-1]
    for c in reversed(parts[:-1]):
        result = generic("muladd")(x, result, c)
    return result


@base("@evalpoly")
def evalpoly_macro(x: Any, *coefficients: Any) -> Any:
    """`@evalpoly x a b c`."""
    return evalpoly(x, coefficients)


# ----------------------------------------------------------------------------------------- isapprox


def _default_rtol(*values: Any) -> float:
    worst = 0.0
    for x in values:
        dtype = number_dtype(x)
        if isinstance(x, JaxArray):
            dtype = x.dtype
        if dtype is not None and dtype.kind in "fc":
            worst = max(worst, math.sqrt(float(np.finfo(dtype).eps)))
    return worst


@base("isapprox")
def isapprox(
    x: Any, y: Any, *, atol: Any = 0, rtol: Any = None, nans: Any = False, norm: Any = None
) -> Any:
    """Whether two numbers differ by no more than `max(atol, rtol * max(|x|, |y|))`."""
    if rtol is None:
        rtol = 0 if generic(">")(atol, 0) is True else _default_rtol(x, y)
    if not (_is_number(x) and _is_number(y)):
        return generic("_isapprox_arrays")(x, y, atol, rtol, nans, norm)
    same = generic("==")(x, y)
    if same is True:
        return True
    absolute, finite = generic("abs"), generic("isfinite")
    bound = generic("max")(atol, generic("*")(rtol, generic("max")(absolute(x), absolute(y))))
    close = generic("<=")(absolute(generic("-")(x, y)), bound)
    both = generic("&")(generic("&")(finite(x), finite(y)), close)
    result = generic("|")(same, both)
    if nans:
        isnan = generic("isnan")
        result = generic("|")(result, generic("&")(isnan(x), isnan(y)))
    return result


def _is_number(x: Any) -> bool:
    from .typeof import isa
    from .types_base import Number

    return number_dtype(x) is not None or isinstance(x, HostNumber) or isa(x, Number)
