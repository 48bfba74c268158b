"""Functions of integers: `gcd lcm powermod factorial binomial isqrt digits`, bit counts, powers
above and below."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import jax
import numpy as np

from . import exceptions as exc
from .arithmetic import no_method
from .array import JaxArray
from .dispatch import base, generic
from .exact import BIGINT, BigInt, WideInt
from .numbers import (
    BOOL,
    INT64,
    JaxNumber,
    Tracer,
    compute,
    compute_one,
    number_dtype,
    promote_dtypes,
    wrap64,
    wrap_to,
)
from .typeof import from_dtype, typeof


def as_int(name: str, x: Any) -> int:
    """The value of an integer of any type, or a `MethodError`."""
    dtype = number_dtype(x)
    if (dtype is not None and dtype.kind in "iub") or isinstance(x, WideInt):
        return int(x)
    return int(no_method(name, x))


def result_type(*values: Any) -> Any:
    """The promoted type of integers: a dtype, or the type of wide ones."""
    result: Any = None
    for x in values:
        t = typeof(x)
        result = t if result is None else generic("promote_type")(result, t)
    return result


def as_type(n: int, target: Any, wrap: bool = True) -> Any:
    """An integer in a type; out of range it wraps, or it is `None`."""
    from .exact import _CLASSES
    from .typeof import dtype_of

    dtype = dtype_of(target)
    if dtype is None:
        return _CLASSES[target](n)
    if dtype is BOOL:
        return bool(n)
    made = wrap_to(n, dtype)
    return made if wrap or int(made) == n else None


# -------------------------------------------------------------------------------------- gcd and lcm


def _lane_gcd(xp: Any, x: Any, y: Any) -> Any:
    return xp.gcd(x, y)


def _folded(name: str, pair: Callable[[Any, Any], Any]) -> Any:
    def call(*args: Any) -> Any:
        if len(args) == 1 and isinstance(args[0], JaxArray):
            from .iteration import elements

            args = tuple(elements(args[0]))
        if not args:
            return 0 if name == "gcd" else 1
        result = generic("abs")(args[0])
        if len(args) == 1:
            return result
        result = args[0]
        for x in args[1:]:
            result = pair(result, x)
        return result

    call.__doc__ = f"`{name}` of integers (or ratios)."
    return base(name)(call)


def _gcd(a: Any, b: Any) -> Any:
    if isinstance(a, JaxNumber) or isinstance(b, JaxNumber):
        return compute(_lane_gcd, a, b, promote_dtypes(number_dtype(a), number_dtype(b)))
    from .rational import Rational

    if isinstance(a, Rational) or isinstance(b, Rational):
        return _of_ratios(a, b, math.gcd, math.lcm)
    target = result_type(a, b)
    g = math.gcd(as_int("gcd", a), as_int("gcd", b))
    made = as_type(g, target, wrap=False)
    if made is None:
        raise exc.OverflowError(f"gcd({a}, {b}) overflows")
    return made


def _lcm(a: Any, b: Any) -> Any:
    if isinstance(a, JaxNumber) or isinstance(b, JaxNumber):
        return compute(
            lambda xp, x, y: xp.lcm(x, y), a, b, promote_dtypes(number_dtype(a), number_dtype(b))
        )
    from .rational import Rational

    if isinstance(a, Rational) or isinstance(b, Rational):
        return _of_ratios(a, b, math.lcm, math.gcd)
    target = result_type(a, b)
    made = as_type(math.lcm(as_int("lcm", a), as_int("lcm", b)), target, wrap=False)
    if made is None:
        q = int(a) // math.gcd(int(a), int(b))
        raise exc.OverflowError(f"{b} * {abs(q)} overflowed for type {target}")
    return made


def _of_ratios(a: Any, b: Any, top: Any, bottom: Any) -> Any:
    from .rational import Rational, ratio

    x, y = (v if isinstance(v, Rational) else ratio(v, 1) for v in (a, b))
    return Rational(top(x.num_value, y.num_value), bottom(x.den_value, y.den_value), x.target)


gcd = _folded("gcd", _gcd)
lcm = _folded("lcm", _lcm)


@base("gcdx")
def gcdx(a: Any, b: Any) -> tuple[Any, Any, Any]:
    """`(d, u, v)` with `d == gcd(a, b) == u*a + v*b`."""
    target = result_type(a, b)
    x, y = as_int("gcdx", a), as_int("gcdx", b)
    s0, s1, t0, t1 = 1, 0, 0, 1
    while y:
        q = abs(x) // abs(y) * (1 if (x < 0) == (y < 0) else -1)
        x, y = y, x - q * y
        s0, s1 = s1, s0 - q * s1
        t0, t1 = t1, t0 - q * t1
    if x < 0:
        x, s0, t0 = -x, -s0, -t0
    return as_type(x, target), as_type(s0, target), as_type(t0, target)


@base("invmod")
def invmod(n: Any, m: Any) -> Any:
    """The inverse of `n` modulo `m`."""
    a, k = as_int("invmod", n), as_int("invmod", m)
    if k == 0:
        raise exc.DomainError(m, "`m` must not be 0.")
    g = math.gcd(a, k)
    if g != 1:
        raise exc.DomainError((n, m), f"Greatest common divisor is {g}.")
    r = pow(a, -1, abs(k))
    return as_type(r if k > 0 else r + k if r else 0, result_type(n, m))


@base("powermod")
def powermod(x: Any, p: Any, m: Any) -> Any:
    """`mod(x ^ p, m)`."""
    k = as_int("powermod", m)
    if k == 0:
        raise exc.DivideError()
    if as_int("powermod", p) < 0:
        x = invmod(x, m)
        p = -int(p)
    r = pow(as_int("powermod", x), int(p), abs(k))
    return as_type(r if k > 0 or r == 0 else r + k, result_type(m))


# ----------------------------------------------------------------------------------------- counting


@base("factorial")
def factorial(n: Any) -> Any:
    """`n!`."""
    if isinstance(n, JaxNumber):
        table = np.array([math.factorial(k) for k in range(21)])
        return compute_one(lambda xp, v: xp.asarray(table)[v], n, INT64)
    value = as_int("factorial", n)
    if value < 0:
        raise exc.DomainError(n, "`n` must not be negative.")
    if isinstance(n, BigInt):
        return BigInt(math.factorial(value))
    if value > 20:
        raise exc.OverflowError(
            f"{value} is too large to look up in the table; "
            f"consider using `factorial(big({value}))` instead"
        )
    target = typeof(n) if isinstance(n, WideInt) else from_dtype(INT64)
    return as_type(math.factorial(value), target)


@base("binomial")
def binomial(n: Any, k: Any) -> Any:
    """The binomial coefficient."""
    target = result_type(n, k)
    a, b = as_int("binomial", n), as_int("binomial", k)
    if b < 0:
        return as_type(0, target)
    sign = 1
    if a < 0:
        a = -a + b - 1
        sign = -1 if b % 2 else 1
    made = as_type(sign * math.comb(a, b), target, wrap=False)
    if made is None:
        raise exc.OverflowError(f"binomial({n}, {k}) overflows")
    return made


@base("isqrt")
def isqrt(n: Any) -> Any:
    """The largest integer whose square is not above `n`."""
    if isinstance(n, JaxNumber):
        return compute_one(
            lambda xp, v: xp.floor(xp.sqrt(v.astype(float))).astype(v.dtype), n, n.dtype
        )
    value = as_int("isqrt", n)
    if value < 0:
        raise exc.DomainError(
            n, "isqrt will only return a complex result if called with a complex argument."
        )
    return as_type(math.isqrt(value), typeof(n))


@base("ispow2")
def ispow2(x: Any) -> Any:
    """Whether `x` is a power of two."""
    dtype = number_dtype(x)
    if isinstance(x, JaxNumber):
        return compute_one(lambda xp, v: (v > 0) & ((v & (v - 1)) == 0), x, dtype)
    if dtype is not None and dtype.kind == "f":
        return x > 0 and math.frexp(x)[0] == 0.5
    n = as_int("ispow2", x)
    return n > 0 and n & (n - 1) == 0


@base("nextpow")
def nextpow(a: Any, x: Any) -> Any:
    """The smallest power of `a` that is not below `x`."""
    return _power_near(a, x, "nextpow")


@base("prevpow")
def prevpow(a: Any, x: Any) -> Any:
    """The largest power of `a` that is not above `x`."""
    return _power_near(a, x, "prevpow")


def _power_near(a: Any, x: Any, name: str) -> Any:
    if x <= 0:
        raise (
            exc.DomainError(x, "`x` must be positive.")
            if name == "nextpow"
            else exc.DomainError(x, "`x` must be ≥ 1.")
        )
    if a <= 1:
        raise exc.DomainError(a, "`a` must be greater than 1.")
    power = a**0
    while power < x:
        power = power * a
    if name == "prevpow" and power > x:
        power = power // a if isinstance(a, int) else power / a
    return wrap64(power) if isinstance(power, int) else power


# --------------------------------------------------------------------------------------------- bits


def _bit_function(
    name: str, host: Callable[[int, int], int], lanes: Callable[[Any, int], Any]
) -> None:
    def call(x: Any) -> Any:
        dtype = number_dtype(x)
        if isinstance(x, JaxNumber):
            bits = dtype.itemsize * 8
            return compute_one(lambda xp, v: lanes(xp.asarray(v), bits), x, dtype)
        if isinstance(x, WideInt):
            bits = x.bits or x.value.bit_length()
            return host(x.value & ((1 << bits) - 1), bits)
        n = as_int(name, x)
        bits = dtype.itemsize * 8
        return host(n & ((1 << bits) - 1), bits)

    call.__doc__ = f"`{name}(x)`."
    base(name)(call)


def _lane_ones(v: Any, bits: int) -> Any:
    if isinstance(v, jax.Array):
        return jax.lax.population_count(v).astype(jax.dtypes.canonicalize_dtype(np.int64))
    return np.vectorize(lambda n: (int(n) & ((1 << bits) - 1)).bit_count(), otypes=[np.int64])(v)


def _lane_leading(v: Any, bits: int) -> Any:
    if isinstance(v, jax.Array):
        return jax.lax.clz(v).astype(jax.dtypes.canonicalize_dtype(np.int64))
    mask = (1 << bits) - 1
    return np.vectorize(lambda n: bits - (int(n) & mask).bit_length(), otypes=[np.int64])(v)


def _trailing(n: int, bits: int) -> int:
    return (n & -n).bit_length() - 1 if n else bits


def _lane_trailing(v: Any, bits: int) -> Any:
    if isinstance(v, jax.Array):
        return _lane_ones(~v & (v - 1), bits)
    return np.vectorize(lambda n: _trailing(int(n) & ((1 << bits) - 1), bits), otypes=[np.int64])(v)


_bit_function("count_ones", lambda n, bits: n.bit_count(), _lane_ones)
_bit_function(
    "count_zeros", lambda n, bits: bits - n.bit_count(), lambda v, bits: bits - _lane_ones(v, bits)
)
_bit_function("leading_zeros", lambda n, bits: bits - n.bit_length(), _lane_leading)
_bit_function("trailing_zeros", _trailing, _lane_trailing)
_bit_function(
    "leading_ones",
    lambda n, bits: bits - (n ^ ((1 << bits) - 1)).bit_length(),
    lambda v, bits: _lane_leading(~v, bits),
)
_bit_function(
    "trailing_ones",
    lambda n, bits: _trailing(n ^ ((1 << bits) - 1), bits),
    lambda v, bits: _lane_trailing(~v, bits),
)


@base("bitreverse")
def bitreverse(x: Any) -> Any:
    """The bits in reverse order."""
    dtype = number_dtype(x)
    bits = dtype.itemsize * 8
    n = as_int("bitreverse", x) & ((1 << bits) - 1)
    return wrap_to(int(f"{n:0{bits}b}"[::-1], 2), dtype)


@base("bswap")
def bswap(x: Any) -> Any:
    """The bytes in reverse order."""
    dtype = number_dtype(x)
    data = (as_int("bswap", x) & ((1 << dtype.itemsize * 8) - 1)).to_bytes(dtype.itemsize, "little")
    return wrap_to(int.from_bytes(data, "big"), dtype)


@base("bitrotate")
def bitrotate(x: Any, k: Any) -> Any:
    """The bits rotated to the left."""
    dtype = number_dtype(x)
    bits = dtype.itemsize * 8
    n = as_int("bitrotate", x) & ((1 << bits) - 1)
    k = int(k) % bits
    return wrap_to((n << k) | (n >> (bits - k)), dtype)


# ------------------------------------------------------------------------------------------- digits


def _digit_list(n: int, radix: int) -> list[int]:
    out: list[int] = []
    if abs(radix) < 2:
        raise exc.DomainError(radix, "base must be ≥ 2 or ≤ -2")
    if radix < 0:
        while n:
            n, d = -(n // -radix), n % -radix
            out.append(d)
        return out
    sign, n = (-1, -n) if n < 0 else (1, n)
    while n:
        n, d = divmod(n, radix)
        out.append(sign * d)
    return out


@base("digits")
def digits(*args: Any, base: Any = 10, pad: Any = 1) -> Any:
    """The digits of an integer, the least significant first; `digits(T, n)` in an element type."""
    from .containers import array_of

    target = args[0] if len(args) == 2 else from_dtype(INT64)
    n = args[-1]
    found = _digit_list(as_int("digits", n), int(base))
    found += [0] * (int(pad) - len(found))
    if len(args) == 1 and isinstance(n, WideInt):
        target = from_dtype(INT64)
    return array_of(found, target)


@base("ndigits")
def ndigits(n: Any, base: Any = 10, pad: Any = 1) -> int:
    """How many digits an integer has."""
    return max(len(_digit_list(as_int("ndigits", n), int(base))), int(pad), 1 if pad else 0)


@base("bitstring")
def bitstring(x: Any) -> str:
    """The bits of a number as text."""
    if isinstance(x, WideInt):
        return f"{x.value & ((1 << x.bits) - 1):0{x.bits}b}"
    dtype = number_dtype(x)
    if dtype is None or (isinstance(x, JaxNumber) and isinstance(x.buffer, Tracer)):
        return str(no_method("bitstring", x))
    data = np.asarray(x, dtype).tobytes()
    return f"{int.from_bytes(data, 'little'):0{dtype.itemsize * 8}b}"


@base("big")
def big(x: Any) -> Any:
    """The number (or type) in unlimited precision."""
    from .bigfloat import BigFloat
    from .complex import ComplexInt
    from .rational import Rational
    from .types import JuliaType

    if isinstance(x, JuliaType):
        return generic("_big_type")(x)
    dtype = number_dtype(x)
    if isinstance(x, WideInt) or (dtype is not None and dtype.kind in "iub"):
        return BigInt(int(x))
    if isinstance(x, Rational):
        return Rational(x.num_value, x.den_value, BIGINT)
    if isinstance(x, ComplexInt) or (dtype is not None and dtype.kind == "c"):
        return ComplexInt(big(generic("real")(x)), big(generic("imag")(x)))
    if isinstance(x, (JaxArray,)):
        return generic("broadcast")(generic("big"), x)
    return BigFloat.of(x)


@base("_big_type")
def _big_type(t: Any) -> Any:
    from .types_base import names

    return names["BigInt"] if generic("<:")(t, names["Integer"]) else names["BigFloat"]
