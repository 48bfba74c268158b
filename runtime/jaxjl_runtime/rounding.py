"""`round floor ceil trunc`, with a type, with digits, with a rounding mode."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from .arithmetic import no_method
from .convert import rounded_to
from .dispatch import base, fast, generic
from .numbers import FLOAT64, HostNumber, JaxNumber, compute_one, number_dtype, plain
from .types import JuliaType


class RoundingMode:
    """`RoundNearest`, `RoundToZero` …."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    @property
    def julia_name(self) -> str:
        """The name of the constant: `RoundNearest`."""
        return f"Round{self.name}"

    def __repr__(self) -> str:
        return f"RoundingMode{{:{self.name}}}()"


(
    RoundNearest,
    RoundToZero,
    RoundDown,
    RoundUp,
    RoundNearestTiesAway,
    RoundNearestTiesUp,
    RoundFromZero,
) = (
    RoundingMode(name)
    for name in ("Nearest", "ToZero", "Down", "Up", "NearestTiesAway", "NearestTiesUp", "FromZero")
)


def _away(xp: Any, x: Any) -> Any:
    whole = xp.trunc(x)
    return xp.where(abs(x - whole) >= 0.5, whole + xp.sign(x), whole)


def _ties_up(xp: Any, x: Any) -> Any:
    down = xp.floor(x)
    return xp.where(x - down >= 0.5, down + 1, down)


_LANES: dict[str, Callable[[Any, Any], Any]] = {
    "Nearest": lambda xp, x: xp.round(x),
    "ToZero": lambda xp, x: xp.trunc(x),
    "Down": lambda xp, x: xp.floor(x),
    "Up": lambda xp, x: xp.ceil(x),
    "NearestTiesAway": _away,
    "NearestTiesUp": _ties_up,
    "FromZero": lambda xp, x: xp.where(x > 0, xp.ceil(x), xp.floor(x)),
}
_HOST: dict[str, Callable[[float], int]] = {
    "Nearest": round,
    "ToZero": math.trunc,
    "Down": math.floor,
    "Up": math.ceil,
}


def round_float(x: float, mode: str) -> float:
    """A Float64 rounded to a whole one (the sign of a zero kept)."""
    if not math.isfinite(x):
        return x
    host = _HOST.get(mode)
    if host is None:
        return math.copysign(float(_LANES[mode](np, np.float64(x))), x)
    return math.copysign(float(host(x)), x)


def round_number(x: Any, mode: str, name: str) -> Any:
    """A number rounded to a whole one of its own type."""
    dtype = number_dtype(x)
    if dtype is None:
        if isinstance(x, HostNumber):
            return x.rounded(mode)
        return no_method(name, x)
    if dtype.kind in "iub":
        return x
    if dtype.kind == "c":
        parts = generic("real")(x), generic("imag")(x)
        return generic("complex")(*(round_number(p, mode, name) for p in parts))
    if dtype is FLOAT64 and not isinstance(x, JaxNumber):
        return round_float(float(x), mode)

    def function(xp: Any, v: Any) -> Any:
        return xp.copysign(_LANES[mode](xp, v), v).astype(v.dtype)

    return compute_one(function, x, dtype)


# ------------------------------------------------------------------------------------------- digits


def _scale(base_: Any, digits: int, dtype: np.dtype) -> Any:
    if base_ == 10 and dtype == FLOAT64:
        try:
            return float(10**digits)
        except OverflowError:
            return math.inf
    return dtype.type(float(base_) ** digits)


def round_digits(x: Any, digits: int, mode: str, base_: Any = 10) -> Any:
    """`round(x, digits=d)`: scaled, rounded, scaled back, as Julia does."""
    dtype = number_dtype(x)
    if dtype is None:
        return _exact_digits(x, digits, mode, base_)
    if dtype.kind in "iub":
        x = generic("float")(x)
        dtype = FLOAT64
    if dtype.kind == "c":
        parts = generic("real")(x), generic("imag")(x)
        return generic("complex")(*(round_digits(p, digits, mode, base_) for p in parts))

    def function(xp: Any, v: Any) -> Any:
        step = v.dtype.type(_scale(base_, abs(digits), v.dtype))
        if digits >= 0:
            y = _LANES[mode](xp, v * step) / step
        else:
            y = _LANES[mode](xp, v / step) * step
        return xp.where(xp.isfinite(y), y, v).astype(v.dtype)

    result = compute_one(function, x, dtype)
    return plain(result[()]) if isinstance(result, np.ndarray) else result


def _exact_digits(x: Any, digits: int, mode: str, base_: Any) -> Any:
    step = generic("^")(generic("convert")(generic("typeof")(x), base_), digits)
    return generic("/")(round_number(generic("*")(x, step), mode, "round"), step)


def round_sigdigits(x: Any, sigdigits: int, mode: str, base_: Any = 10) -> Any:
    """`round(x, sigdigits=d)`."""
    if isinstance(x, JaxNumber):
        return _lane_sigdigits(x, sigdigits, mode)
    size = abs(float(x))
    if size == 0 or not math.isfinite(size):
        return generic("float")(x)
    height = 1 + math.floor(math.log10(size) if base_ == 10 else math.log(size, base_))
    floated = generic("float")(x)
    return round_digits(floated, sigdigits - height, mode, base_)


def _lane_sigdigits(x: JaxNumber, sigdigits: int, mode: str) -> Any:
    def function(xp: Any, v: Any) -> Any:
        size = abs(v)
        safe = xp.where((size == 0) | ~xp.isfinite(size), xp.ones_like(v), size)
        digits = sigdigits - 1 - xp.floor(xp.log10(safe))
        up, down = xp.maximum(digits, 0), xp.maximum(-digits, 0)
        ten = v.dtype.type(10)
        scaled = v * xp.power(ten, up) / xp.power(ten, down)
        y = _LANES[mode](xp, scaled) / xp.power(ten, up) * xp.power(ten, down)
        return xp.where(xp.isfinite(y) & (size != 0), y, v).astype(v.dtype)

    dtype = x.dtype if x.dtype.kind == "f" else FLOAT64
    return compute_one(function, x, dtype)


# ------------------------------------------------------------------------------------ the functions


def _define(name: str, default: str) -> Any:
    def call(
        *args: Any, digits: Any = None, sigdigits: Any = None, base: Any = None, **_: Any
    ) -> Any:
        target = None
        if args and isinstance(args[0], JuliaType):
            target, args = args[0], args[1:]
        mode = default
        if len(args) == 2 and isinstance(args[1], RoundingMode):
            mode, args = args[1].name, args[:1]
        if len(args) != 1:
            return no_method(name, *args)
        (x,) = args
        if hasattr(x, "digits"):  # an irrational constant
            x = x.to_float()
        if digits is not None:
            return round_digits(x, int(digits), mode, 10 if base is None else base)
        if sigdigits is not None:
            return round_sigdigits(x, int(sigdigits), mode, 10 if base is None else base)
        if base is not None:
            return round_digits(x, 0, mode, base)
        rounded = round_number(x, mode, name)
        return rounded if target is None else rounded_to(target, x, rounded)

    call.__doc__ = f"`{name}(x)`, `{name}(T, x)`, with `digits` or `sigdigits`."
    function = _base(name)(call)
    dispatch = function.dispatch

    def quick(*args: Any, **keywords: Any) -> Any:
        if len(args) == 1 and type(args[0]) is float and not keywords:
            return round_float(args[0], default)
        return dispatch(*args, **keywords)

    fast(function, quick)
    return function


_base = base
round_ = _define("round", "Nearest")
floor = _define("floor", "Down")
ceil = _define("ceil", "Up")
trunc = _define("trunc", "ToZero")


@base("isinteger")
def isinteger(x: Any) -> Any:
    """Whether a number is a whole one."""
    dtype = number_dtype(x)
    if dtype is None:
        return x.is_whole() if isinstance(x, HostNumber) else no_method("isinteger", x)
    if dtype.kind in "iub":
        return True if not isinstance(x, JaxNumber) else compute_one(lambda xp, v: v == v, x, dtype)
    if dtype.kind == "c":
        return generic("&")(isinteger(generic("real")(x)), generic("==")(generic("imag")(x), 0))
    result = compute_one(lambda xp, v: xp.isfinite(v) & (xp.floor(v) == v), x, dtype)
    return result if isinstance(result, JaxNumber) else bool(result)


__all__ = ["RoundingMode", "ceil", "floor", "round_", "trunc"]
