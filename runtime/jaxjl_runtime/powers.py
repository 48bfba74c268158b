"""`^`, `literal_pow`, `inv`, `exp2`-like powers of integers."""

from __future__ import annotations

import math
import operator
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from . import exceptions as exc
from .arithmetic import no_method, outside
from .dispatch import base, fast, generic
from .numbers import (
    BOOL,
    COMPLEX128,
    FLOAT16,
    FLOAT32,
    FLOAT64,
    INT64,
    HostNumber,
    JaxNumber,
    Tracer,
    compute,
    compute_one,
    number_dtype,
    plain,
    promote_dtypes,
    wrap64,
    wrap_to,
)

_HIGH = (1 << 63) - 1


def negative_power(x: Any, n: Any) -> exc.DomainError:
    """Julia's error for an integer to a negative power."""
    shown = int(n)
    return exc.DomainError(
        n,
        f"Cannot raise an integer x to a negative power {shown}.\n"
        f"Make x or {shown} a float by adding a zero decimal "
        f"(e.g., 2.0^{shown} or 2^{shown}.0 instead of 2^{shown}), "
        f"or write 1/x^{-shown}, float(x)^{shown}, x^float({shown}) or (x//1)^{shown}",
    )


def complex_power_needed(x: Any) -> exc.DomainError:
    """Julia's error for a negative float to a fractional power."""
    return exc.DomainError(
        x,
        "Exponentiation yielding a complex result requires a complex argument.\n"
        "Replace x^y with (x+0im)^y, Complex(x)^y, or similar.",
    )


def float_power(x: float, y: float) -> float:
    """`x ^ y` of two Float64: libm's, with Julia's `DomainError`."""
    try:
        return math.pow(x, y)
    except OverflowError:
        return -math.inf if x < 0 and y % 2 == 1 else math.inf
    except ValueError:
        if x == 0:  # a zero to a negative power
            odd = y == math.floor(y) and y % 2 == 1
            return math.copysign(math.inf, x) if odd else math.inf
        raise complex_power_needed(x) from None


def int_power(x: int, n: int, dtype: np.dtype) -> Any:
    """`x ^ n` of integers: wraps around; only ones may have negative powers."""
    if n < 0:
        if x == 1:
            return wrap_to(1, dtype)
        if x == -1:
            return wrap_to(-1 if n % 2 else 1, dtype)
        raise negative_power(x, n)
    return wrap_to(pow(x, n, 1 << (dtype.itemsize * 8)), dtype)


def by_squaring(x: Any, n: int) -> Any:
    """`Base.power_by_squaring(x, n)`: a product, whatever `*` means for `x`."""
    times = generic("*")
    if n == 0:
        return generic("one")(x)
    if n < 0:
        return by_squaring(generic("inv")(x), -n)
    while n % 2 == 0:
        x = times(x, x)
        n //= 2
    result = x
    n //= 2
    while n:
        x = times(x, x)
        if n % 2:
            result = times(result, x)
        n //= 2
    return result


@base("^")
def power(a: Any, b: Any) -> Any:
    """`x ^ y`."""
    da, db = number_dtype(a), number_dtype(b)
    if da is None or db is None:
        return _other_power(a, b, da, db)
    if db.kind in "iu":
        return _integer_exponent(a, b, da)
    if isinstance(a, JaxNumber) or isinstance(b, JaxNumber):
        return _lane_power(a, b, da, db)
    if db is BOOL:
        if da is BOOL:
            return bool(a) or not b
        return a if b else plain(da.type(1))
    dtype = promote_dtypes(da, db)
    if dtype.kind == "c":
        from .complex import complex_power

        return complex_power(a, b, dtype)
    if da.kind == "b" or da.kind in "iu":
        a = float(a)
    result = float_power(float(a), float(b))
    return plain(dtype.type(result)) if dtype is not FLOAT64 else result


def _other_power(a: Any, b: Any, da: Any, db: Any) -> Any:
    exact = isinstance(a, HostNumber), isinstance(b, HostNumber)
    if (exact[0] or da is not None) and (exact[1] or db is not None):
        return outside("^", operator.pow, a, b)
    if db is not None and db.kind in "iub" and not isinstance(b, JaxNumber):
        return _general_power(a, int(b))
    return outside("^", operator.pow, a, b)


def _general_power(a: Any, n: int) -> Any:
    """A power of something that multiplies: strings repeat, arrays and user's numbers are
    squared."""
    from .typeof import isa
    from .types_base import AbstractMatrix, Number

    if isinstance(a, str) or not (isa(a, Number) or isa(a, AbstractMatrix)):
        return no_method("^", a, n)
    return by_squaring(a, n)


def _integer_exponent(a: Any, b: Any, da: np.dtype) -> Any:
    if isinstance(b, JaxNumber):
        return _lane_power(a, b, da, number_dtype(b))
    n = int(b)
    if isinstance(a, JaxNumber):
        return _lane_integer_power(a, n, da)
    if da is BOOL:
        if n < 0 and not a:
            raise negative_power(a, b)
        return bool(a) if n > 0 else True
    if da.kind in "iu":
        return int_power(int(a), n, da)
    if da.kind == "c":
        return by_squaring(a, n)
    return _float_integer_power(a, n, da)


def _float_integer_power(a: Any, n: int, da: np.dtype) -> Any:
    x = float(a)
    if n == 2 and da is FLOAT64:
        return x * x
    if n == 3 and da is FLOAT64:
        return x * x * x
    result = float_power(x, float(n))
    if da is FLOAT64:
        return result
    with np.errstate(all="ignore"):
        return da.type(result)


def _product(x: Any, n: int) -> Any:
    """`x ^ n` of a buffer for a small `n > 0` by multiplication."""
    result = None
    while n:
        if n & 1:
            result = x if result is None else result * x
        n >>= 1
        if n:
            x = x * x
    return result


def _lane_integer_power(a: JaxNumber, n: int, da: np.dtype) -> Any:
    dtype = INT64 if da is BOOL else da
    if da is BOOL:
        return compute_one(lambda xp, x: x if n > 0 else xp.ones_like(x), a, BOOL)
    if n == 0:
        return compute_one(lambda xp, x: xp.ones_like(x), a, dtype)
    if n < 0 and dtype.kind in "iu":
        _check_units(a, n)
        return compute_one(lambda xp, x: x if n % 2 else xp.ones_like(x), a, dtype)
    if isinstance(a.buffer, jax.Array) or dtype.kind != "f" or n in (1, 2, 3):
        return compute_one(lambda xp, x: _signed_power(xp, x, n), a, dtype)
    wide = FLOAT64 if dtype in (FLOAT16, FLOAT32) else dtype
    powered = compute_one(lambda xp, x: np.power(x, wide.type(n)), a, wide)
    return compute_one(lambda xp, x: x, powered, dtype)


def _signed_power(xp: Any, x: Any, n: int) -> Any:
    if xp is jnp and x.dtype.kind == "f":
        return jax.lax.integer_pow(x, n)
    return _product(x, n) if n > 0 else 1 / _product(x, -n)


def _check_units(a: JaxNumber, n: int) -> None:
    buffer = a.buffer
    if isinstance(buffer, Tracer):
        raise negative_power(a, n)
    bad = np.abs(np.asarray(buffer)) != 1
    if bad.any():
        raise negative_power(plain(np.asarray(buffer)[bad][0]), n)


def _lane_power(a: Any, b: Any, da: np.dtype, db: np.dtype) -> Any:
    dtype = promote_dtypes(da, db)
    if dtype.kind in "iu":
        if db.kind == "b":
            return compute(lambda xp, x, y: xp.where(y != 0, x, xp.ones_like(x)), a, b, dtype)
        return _lane_int_int(a, b, da if da.kind in "iu" else dtype)
    if dtype is BOOL:
        return compute(lambda xp, x, y: x | ~y, a, b, BOOL)
    if da.kind == "f" and db.kind in "iu":
        dtype = da

    def function(xp: Any, x: Any, y: Any) -> Any:
        return jnp.power(x, y) if xp is jnp else _checked_power(x, y)

    return compute(function, a, b, dtype)


def _checked_power(x: Any, y: Any) -> Any:
    result = np.power(x, y)
    if x.dtype.kind == "f":
        bad = np.isnan(result) & ~np.isnan(x) & ~np.isnan(y)
        if np.any(bad):
            raise complex_power_needed(plain(np.broadcast_to(x, result.shape)[bad][0]))
    return result


def _lane_int_int(a: Any, b: Any, dtype: np.dtype) -> Any:
    """Integers to powers that are lanes too: by squaring, bit by bit."""

    def function(xp: Any, x: Any, y: Any) -> Any:
        if xp is np and (np.asarray(y) < 0).any():
            bad = np.broadcast_to(np.asarray(y) < 0, np.broadcast_shapes(np.shape(x), np.shape(y)))
            first = np.broadcast_to(y, bad.shape)[bad][0]
            raise negative_power(x, first)
        x, y = xp.broadcast_arrays(x, y)
        result = xp.ones_like(x)
        for _ in range(
            dtype.itemsize * 8 - 1 if xp is jnp else int(np.max(y, initial=0)).bit_length()
        ):
            result = xp.where((y & 1) != 0, result * x, result)
            x = x * x
            y = y >> 1
        return result

    return compute(function, a, b, dtype)


@base("literal_pow")
def literal_pow(a: Any, n: Any) -> Any:
    """`x ^ n` where `n` is a literal: a negative one is a power of `inv(x)`, also for integers."""
    if type(n) is not int:
        return generic("^")(a, n)
    dtype = number_dtype(a)
    if dtype is None or (n >= 0 and dtype.kind != "f"):
        if n < 0 and isinstance(a, HostNumber):
            return generic("^")(generic("inv")(a), -n)
        return generic("^")(a, n)
    if n < 0:
        inverse = generic("inv")(a)
        return (
            inverse
            if n == -1
            else literal_pow(inverse, -n)
            if dtype.kind != "f"
            else _negative(a, n)
        )
    if n == 0:
        return compute_one(lambda xp, x: xp.ones_like(x), a, dtype)
    if n <= 3:
        return compute_one(lambda xp, x: x if n == 1 else x * x if n == 2 else x * x * x, a, dtype)
    return generic("^")(a, n)


def _negative(a: Any, n: int) -> Any:
    if n == -2:
        inverse = generic("inv")(a)
        return generic("*")(inverse, inverse)
    return generic("^")(a, n)


@base("inv")
def inv(a: Any) -> Any:
    """`1 / x`."""
    if number_dtype(a) is not None:
        dtype = number_dtype(a)
        one = dtype.type(1) if dtype not in (BOOL,) else 1
        return generic("/")(plain(one) if isinstance(one, np.generic) else one, a)
    if isinstance(a, HostNumber):
        return a.inverse()
    return generic("/")(generic("one")(a), a)


def _install_fast() -> None:
    dispatch = power.dispatch

    def call(*args: Any) -> Any:
        if len(args) == 2:
            a, b = args
            if type(a) is int and type(b) is int and 0 <= b < 64:
                r = a**b
                return r if -_HIGH <= r <= _HIGH else wrap64(r)
            if type(a) is float and b == 2 and type(b) is int:
                return a * a
        return dispatch(*args)

    fast(power, call)


_install_fast()
__all__ = ["COMPLEX128", "by_squaring", "float_power", "int_power", "inv", "literal_pow", "power"]
