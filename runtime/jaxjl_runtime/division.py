"""`div rem mod fld cld fld1 mod1 divrem …` on integers and floats, on the host and on lanes."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from . import exceptions as exc
from .arithmetic import no_method, outside
from .convert import wrap_lanes
from .dispatch import base, fast, generic
from .numbers import (
    BOOL,
    HostNumber,
    JaxNumber,
    Tracer,
    compute,
    number_dtype,
    plain,
    promote_dtypes,
    wrap_to,
)
from .types import DataType


def _int_div(a: int, b: int) -> int:
    q = abs(a) // abs(b)
    return q if (a < 0) == (b < 0) else -q


def _int_rem(a: int, b: int) -> int:
    r = abs(a) % abs(b)
    return -r if a < 0 else r


_INTEGER: dict[str, Callable[[int, int], int]] = {
    "div": _int_div,
    "rem": _int_rem,
    "fld": lambda a, b: a // b,
    "cld": lambda a, b: -(-a // b),
    "mod": lambda a, b: a % b,
}


# ------------------------------------------------------------------------------------------- floats


def float_rem(xp: Any, x: Any, y: Any) -> Any:
    """`rem`: C's fmod."""
    return xp.fmod(x, y) if xp is np else jax.lax.rem(*jnp.broadcast_arrays(x, y))


def float_mod(xp: Any, x: Any, y: Any) -> Any:
    """`mod`: the sign of `y`, also of a zero."""
    r = float_rem(xp, x, y)
    moved = xp.where((r > 0) != (y > 0), r + y, r)
    return xp.where(r == 0, xp.copysign(r, y), moved)


def _float_div(xp: Any, x: Any, y: Any) -> Any:
    return xp.round((x - float_rem(xp, x, y)) / y)


def _float_fld(xp: Any, x: Any, y: Any) -> Any:
    return xp.round((x - float_mod(xp, x, y)) / y)


def _float_cld(xp: Any, x: Any, y: Any) -> Any:
    return -_float_fld(xp, -x, y)


_FLOAT = {
    "div": _float_div,
    "rem": float_rem,
    "fld": _float_fld,
    "cld": _float_cld,
    "mod": float_mod,
}


# -------------------------------------------------------------------------------- lanes of integers


def _lane_div(xp: Any, x: Any, y: Any) -> Any:
    if xp is jnp:
        return jax.lax.div(*jnp.broadcast_arrays(x, y))
    q = x // y
    return np.where((x % y != 0) & ((x < 0) != (y < 0)), q + q.dtype.type(1), q).astype(q.dtype)


def _lane_rem(xp: Any, x: Any, y: Any) -> Any:
    if xp is jnp:
        return jax.lax.rem(*jnp.broadcast_arrays(x, y))
    return np.fmod(x, y)


def _lane_fld(xp: Any, x: Any, y: Any) -> Any:
    return x // y


def _lane_cld(xp: Any, x: Any, y: Any) -> Any:
    q = x // y
    return xp.where(x % y != 0, q + q.dtype.type(1), q)


def _lane_mod(xp: Any, x: Any, y: Any) -> Any:
    return x % y


_LANES = {"div": _lane_div, "rem": _lane_rem, "fld": _lane_fld, "cld": _lane_cld, "mod": _lane_mod}


def _check_divisor(name: str, a: Any, b: Any, dtype: np.dtype) -> None:
    """`DivideError` where host values show one; a trace cannot trap."""
    y = b.buffer if isinstance(b, JaxNumber) else np.asarray(b)
    if isinstance(y, Tracer):
        return
    y = np.asarray(y)
    if (y == 0).any():
        raise exc.DivideError()
    if dtype.kind == "i" and name in ("div", "fld", "cld") and (y == -1).any():
        x = a.buffer if isinstance(a, JaxNumber) else np.asarray(a)
        if not isinstance(x, Tracer):
            lowest = np.iinfo(dtype).min
            if ((np.asarray(y) == -1) & (np.asarray(x) == lowest)).any():
                raise exc.DivideError()


def divide(name: str, a: Any, b: Any) -> Any:
    """One of the five on two numbers that buffers can hold."""
    da, db = number_dtype(a), number_dtype(b)
    if da is None or db is None:
        return outside(name, _on_host_numbers(name), a, b)
    dtype = promote_dtypes(da, db)
    if dtype.kind == "c":
        return no_method(name, a, b)
    if dtype.kind == "f":
        result = compute(_FLOAT[name], a, b, dtype)
        return result if not isinstance(result, np.ndarray) else plain(result[()])
    if not isinstance(a, JaxNumber) and not isinstance(b, JaxNumber):
        return _divide_integers(name, a, b, da, db, dtype)
    _check_divisor(name, a, b, dtype)
    if dtype == BOOL:
        as_int = compute(_LANES[name], a, b, np.dtype(np.int8))
        return compute(lambda xp, x, y: x != y, as_int, 0, np.dtype(np.int8))
    return compute(_LANES[name], a, b, dtype)


def _divide_integers(name: str, a: Any, b: Any, da: np.dtype, db: np.dtype, dtype: np.dtype) -> Any:
    x, y = int(a), int(b)
    if y == 0:
        raise exc.DivideError()
    q = _INTEGER[name](x, y)
    if dtype is BOOL:
        return bool(q)
    if da.kind == "i" and db.kind == "u" and name in ("div", "rem"):
        dtype = np.dtype(f"i{dtype.itemsize}")  # the sign is the dividend's
    elif da.kind == "u" and db.kind == "i" and name in ("mod", "fld"):
        dtype = np.dtype(f"i{dtype.itemsize}") if name == "mod" else dtype
    if dtype.kind == "i" and q == 1 << (dtype.itemsize * 8 - 1):
        raise exc.DivideError()
    return wrap_to(q, dtype)


def _on_host_numbers(name: str) -> Callable[[Any, Any], Any]:
    def call(a: Any, b: Any) -> Any:
        from .exact import promoted_pair

        x, y = promoted_pair(a, b)
        if not isinstance(x, HostNumber):
            return generic(name)(x, y)
        return x.divided(name, y)

    return call


def _define(name: str, doc: str) -> Any:
    def call(a: Any, b: Any, *mode: Any) -> Any:
        if mode:
            return _with_mode(name, a, b, mode[0])
        if name == "rem" and isinstance(b, DataType):
            return wrap_type(a, b)
        return divide(name, a, b)

    call.__doc__ = doc
    return base(name)(call)


def wrap_type(a: Any, target: Any) -> Any:
    """`x % T`."""
    from .typeof import dtype_of

    dtype = dtype_of(target)
    if dtype is None:
        return generic("convert")(target, a)
    if isinstance(a, HostNumber):
        return wrap_to(int(a), dtype)
    return wrap_lanes(a, dtype)


div = _define("div", "`x ÷ y`: the quotient rounded to zero.")
rem = _define(
    "rem", "`x % y`: what `div` leaves, with the sign of `x`; `x % T` takes the low bits."
)
fld = _define("fld", "The quotient rounded down.")
cld = _define("cld", "The quotient rounded up.")
mod = _define("mod", "What `fld` leaves, with the sign of `y`.")

_MODES = {"RoundToZero": ("div", "rem"), "RoundDown": ("fld", "mod"), "RoundUp": ("cld", None)}


def _with_mode(name: str, a: Any, b: Any, mode: Any) -> Any:
    key = getattr(mode, "julia_name", None) or str(mode)
    for known, (quotient, remainder) in _MODES.items():
        if known in key:
            if name == "div":
                return generic(quotient)(a, b)
            if remainder:
                return generic(remainder)(a, b)
            return generic("-")(a, generic("*")(generic("cld")(a, b), b))
    if name == "div" and "Nearest" in key:
        q, r = generic("fld")(a, b), generic("mod")(a, b)
        twice = generic("*")(2, generic("abs")(r))
        size = generic("abs")(b)
        up = generic(">")(twice, size) or (
            generic("==")(twice, size)
            and ("Up" in key or (not key.endswith("NearestTiesAway") and generic("isodd")(q)))
        )
        return generic("+")(q, 1) if up else q
    if name == "rem" and "Nearest" in key:
        return _remainder(a, b)
    return no_method(name, a, b, mode)


def _remainder(a: Any, b: Any) -> Any:
    if isinstance(a, float) or isinstance(b, float):
        try:
            return math.remainder(float(a), float(b))
        except ValueError:
            return math.nan
    q = _with_mode("div", a, b, "RoundNearest")
    return generic("-")(a, generic("*")(q, b))


@base("divrem")
def divrem(a: Any, b: Any, *mode: Any) -> tuple[Any, Any]:
    """`(x ÷ y, x % y)`."""
    return div(a, b, *mode), rem(a, b, *mode)


@base("fldmod")
def fldmod(a: Any, b: Any) -> tuple[Any, Any]:
    """`(fld(x, y), mod(x, y))`."""
    return fld(a, b), mod(a, b)


@base("mod1")
def mod1(a: Any, b: Any) -> Any:
    """`mod` in `1:y` in place of `0:y-1`."""
    m = mod(a, b)
    dtype = number_dtype(a)
    if isinstance(m, JaxNumber):
        return compute(lambda xp, x, y: xp.where(x == 0, y, x), m, b, m.dtype)
    if (dtype is not None and dtype.kind == "f") or isinstance(b, (float, np.floating)):
        return m if m > 0 else generic("+")(m, b) if m == 0 else m
    return b if m == 0 and type(m) is type(b) else generic("+")(m, b) if m == 0 else m


@base("fld1")
def fld1(a: Any, b: Any) -> Any:
    """The quotient that goes with `mod1`."""
    dtypes = number_dtype(a), number_dtype(b)
    if any(d is not None and d.kind == "f" for d in dtypes):
        return fld(generic("-")(generic("+")(a, b), mod1(a, b)), b)
    return generic("+")(fld(generic("-")(a, 1), b), 1)


@base("fldmod1")
def fldmod1(a: Any, b: Any) -> tuple[Any, Any]:
    """`(fld1(x, y), mod1(x, y))`."""
    return fld1(a, b), mod1(a, b)


def _fast(function: Any, integers: Callable[[int, int], int]) -> None:
    dispatch = function.dispatch

    def call(*args: Any) -> Any:
        if len(args) == 2:
            a, b = args
            if type(a) is int and type(b) is int and b > 0:
                return integers(a, b)
        return dispatch(*args)

    fast(function, call)


for _function, _name in ((div, "div"), (rem, "rem"), (fld, "fld"), (cld, "cld"), (mod, "mod")):
    _fast(_function, _INTEGER[_name])
