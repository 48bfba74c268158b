"""Functions of one or two numbers that are neither operators nor elementary: `abs sign min max
clamp isnan zero …`."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from . import exceptions as exc
from .arithmetic import no_method, select
from .dispatch import base, fast, generic
from .numbers import (
    BOOL,
    FLOAT64,
    INT64,
    HostNumber,
    JaxNumber,
    Tracer,
    compute,
    compute_one,
    number_dtype,
    part_dtype,
    plain,
    promote_dtypes,
    wrap64,
    wrap_to,
)
from .types import DataType, JuliaType


def unary(name: str, function: Callable[[Any, Any, np.dtype], Any]) -> Any:
    """A function of Base of one number; `function(xp, buffer, dtype)` computes it."""

    def call(x: Any) -> Any:
        dtype = number_dtype(x)
        if dtype is None:
            if isinstance(x, HostNumber):
                return x.apply(name)
            return no_method(name, x)
        return compute_one(lambda xp, v: function(xp, v, dtype), x, dtype)

    call.__doc__ = f"`{name}(x)`."
    return base(name)(call)


# ------------------------------------------------------------------------------------ size and sign


@base("abs")
def abs_(x: Any) -> Any:
    """`|x|`; of the lowest integer it is that integer again."""
    dtype = number_dtype(x)
    if dtype is None:
        return x.apply("abs") if isinstance(x, HostNumber) else no_method("abs", x)
    if dtype is BOOL:
        return x
    if dtype is INT64 and not isinstance(x, JaxNumber):
        return wrap64(abs(int(x)))
    if dtype.kind == "c" and not isinstance(x, JaxNumber):
        return plain(part_dtype(dtype).type(math.hypot(x.real, x.imag)))
    return compute_one(lambda xp, v: abs(v), x, dtype)


def _abs2(xp: Any, v: Any, dtype: np.dtype) -> Any:
    if dtype.kind == "c":
        return v.real * v.real + v.imag * v.imag
    return v if dtype.kind == "b" else v * v


abs2 = unary("abs2", _abs2)
sign = unary("sign", lambda xp, v, d: v if d.kind == "b" else _sign(xp, v, d))


def _sign(xp: Any, v: Any, dtype: np.dtype) -> Any:
    if dtype.kind == "c":
        size = abs(v)
        return xp.where(size == 0, v, v / xp.where(size == 0, xp.ones_like(size), size))
    return xp.sign(v)


def _signbit(xp: Any, v: Any, dtype: np.dtype) -> Any:
    if dtype.kind == "f":
        return xp.signbit(v)
    return v < 0 if dtype.kind == "i" else xp.zeros_like(v, dtype=bool)


signbit = unary("signbit", _signbit)


@base("copysign")
def copysign(x: Any, y: Any) -> Any:
    """`x` with the sign of `y`."""
    flip = generic("!=")(signbit(x), signbit(y))
    return _flipped(x, flip)


@base("flipsign")
def flipsign(x: Any, y: Any) -> Any:
    """`x`, negated if `y` is negative."""
    return _flipped(x, signbit(y))


def _flipped(x: Any, flip: Any) -> Any:
    negative = generic("-")(x)
    if isinstance(flip, JaxNumber):
        return select(flip, negative, x)
    return negative if flip else x


# ---------------------------------------------------------------------------------- min, max, clamp


def _extreme(name: str, numpy_name: str, better: str) -> Any:
    def pair(a: Any, b: Any) -> Any:
        da, db = number_dtype(a), number_dtype(b)
        if da is None or db is None:
            if isinstance(a, HostNumber) or isinstance(b, HostNumber):
                x, y = generic("promote")(a, b)
                return x if generic(better)(x, y) else y
            return b if generic("isless")(*((b, a) if name == "min" else (a, b))) else a
        dtype = promote_dtypes(da, db)
        if dtype.kind == "c":
            return no_method(name, a, b)
        return compute(lambda xp, x, y: _ordered(xp, x, y, numpy_name), a, b, dtype)

    def call(*args: Any) -> Any:
        if len(args) == 1:
            return args[0]
        if not args:
            return no_method(name)
        result = args[0]
        function = generic(name)
        if len(args) == 2:
            return pair(args[0], args[1])
        for x in args[1:]:
            result = function(result, x)
        return result

    call.__doc__ = f"The {name}imum of the arguments; NaN if one is NaN."
    return base(name)(call)


def _ordered(xp: Any, x: Any, y: Any, numpy_name: str) -> Any:
    result = getattr(xp, numpy_name)(x, y)
    if x.dtype.kind != "f":
        return result
    both_zero = (x == 0) & (y == 0)
    zero = x + y if numpy_name == "maximum" else -(-x - y)
    return xp.where(both_zero, zero, result)


min_ = _extreme("min", "minimum", "<")
max_ = _extreme("max", "maximum", ">")


@base("minmax")
def minmax(a: Any, b: Any) -> tuple[Any, Any]:
    """The smaller and the larger of two."""
    return generic("min")(a, b), generic("max")(a, b)


def _fast_extreme(function: Any, first_wins: Callable[[Any, Any], bool]) -> None:
    dispatch = function.dispatch

    def call(*args: Any) -> Any:
        if len(args) == 2:
            a, b = args
            if type(a) is int and type(b) is int:
                return a if first_wins(a, b) else b
            if type(a) is float and type(b) is float and a != b and a == a and b == b:
                return a if first_wins(a, b) else b
        return dispatch(*args)

    fast(function, call)


_fast_extreme(min_, lambda a, b: a < b)
_fast_extreme(max_, lambda a, b: a > b)


@base("clamp")
def clamp(x: Any, low: Any, high: Any = None) -> Any:
    """`x` brought into `low..high`; `clamp(x, T)` into the range of a type."""
    if isinstance(low, JuliaType):
        from .typeof import dtype_of

        info = np.iinfo(dtype_of(low))
        return generic("convert")(low, clamp(x, int(info.min), int(info.max)))
    if not any(isinstance(v, JaxNumber) for v in (x, low, high)):
        greater, less = generic(">"), generic("<")
        chosen = high if greater(x, high) else low if less(x, low) else x
        dtypes = [number_dtype(v) for v in (x, low, high)]
        if any(d is None for d in dtypes):  # a dtype equals None, if it is Float64's
            return chosen
        dtype = promote_dtypes(promote_dtypes(dtypes[0], dtypes[1]), dtypes[2])
        from .convert import convert_number

        return convert_number(chosen, dtype)
    return select(generic(">")(x, high), high, select(generic("<")(x, low), low, x))


@base("ifelse")
def ifelse(test: Any, a: Any, b: Any) -> Any:
    """`a` if `test`, else `b`; both are computed."""
    if isinstance(test, JaxNumber) and (test.ndim or isinstance(test.buffer, Tracer)):
        if number_dtype(a) is None or number_dtype(b) is None:
            return generic("_select_values")(test, a, b)
        return select(test, a, b)
    if not isinstance(test, (bool, np.bool_, JaxNumber)):
        from .types_base import Bool

        raise exc.TypeError("ifelse", "", Bool, test)
    return a if test else b


# ---------------------------------------------------------------------------------------- questions


def _never(xp: Any, v: Any) -> Any:
    return xp.zeros(np.shape(v), dtype=bool)


def _question(name: str, on_float: Callable[[Any, Any], Any], otherwise: bool) -> Any:
    def function(xp: Any, v: Any, dtype: np.dtype) -> Any:
        if dtype.kind == "f":
            return on_float(xp, v)
        if dtype.kind == "c":
            join = (lambda a, b: a & b) if otherwise else (lambda a, b: a | b)
            return join(on_float(xp, v.real), on_float(xp, v.imag))
        return _never(xp, v) | otherwise

    return unary(name, function)


isnan = _question("isnan", lambda xp, v: xp.isnan(v), False)
isinf = _question("isinf", lambda xp, v: xp.isinf(v), False)
isfinite = _question("isfinite", lambda xp, v: xp.isfinite(v), True)
iszero = unary("iszero", lambda xp, v, d: v == 0)
isone = unary("isone", lambda xp, v, d: v == 1)
ispositive = unary("ispositive", lambda xp, v, d: v > 0)
isnegative = unary("isnegative", lambda xp, v, d: v < 0)


@base("isreal")
def isreal(x: Any) -> Any:
    """Whether the imaginary part is zero."""
    dtype = number_dtype(x)
    if dtype is None:
        return (
            generic("iszero")(generic("imag")(x))
            if isinstance(x, HostNumber)
            else no_method("isreal", x)
        )
    if dtype.kind != "c":
        return True
    return compute_one(lambda xp, v: v.imag == 0, x, dtype)


def _parity(name: str, odd: bool) -> Any:
    def call(x: Any) -> Any:
        dtype = number_dtype(x)
        if dtype is None:
            return x.apply(name) if isinstance(x, HostNumber) else no_method(name, x)
        if dtype.kind in "iub":
            if not isinstance(x, JaxNumber):
                return bool(int(x) & 1) is odd
            return compute_one(
                lambda xp, v: (v & 1 != 0) == odd, x, INT64 if dtype is BOOL else dtype
            )
        remainder = generic("rem")(x, 2)
        test = generic("!=" if odd else "==")(remainder, 0)
        return generic("&")(test, generic("isinteger")(x))

    call.__doc__ = f"`{name}(x)`."
    return base(name)(call)


iseven = _parity("iseven", False)
isodd = _parity("isodd", True)


# ---------------------------------------------------------------------- order: isless, isequal, cmp


@base("isless")
def isless(a: Any, b: Any) -> Any:
    """The total order of `sort`: -0.0 before 0.0, NaN last."""
    da, db = number_dtype(a), number_dtype(b)
    if da is None or db is None:
        if isinstance(a, HostNumber) or isinstance(b, HostNumber):
            return generic("<")(a, b)
        return no_method("isless", a, b)
    if da.kind != "f" and db.kind != "f":
        return generic("<")(a, b)
    if not isinstance(a, JaxNumber) and not isinstance(b, JaxNumber):
        if b != b:
            return a == a
        if a == 0 and b == 0:
            return math.copysign(1, a) < math.copysign(1, b)
        return bool(a < b)
    return compute(_isless_lanes, a, b, promote_dtypes(da, db))


def _isless_lanes(xp: Any, x: Any, y: Any) -> Any:
    zeros = (x == 0) & (y == 0) & xp.signbit(x) & ~xp.signbit(y)
    return (x < y) | zeros | (xp.isnan(y) & ~xp.isnan(x))


@base("isequal")
def isequal(*args: Any) -> Any:
    """`==` but for NaN (equal to itself), zeros of different sign (not equal) and `missing`."""
    if len(args) == 1:
        return lambda y: generic("isequal")(y, args[0])
    a, b = args
    da, db = number_dtype(a), number_dtype(b)
    if da is None or db is None:
        return generic("==")(a, b)
    if isinstance(a, JaxNumber) or isinstance(b, JaxNumber):
        return compute(_isequal_lanes, a, b, promote_dtypes(da, db))
    if "c" in (da.kind, db.kind):
        parts = [(complex(v).real, complex(v).imag) for v in (a, b)]
        return all(isequal(x, y) for x, y in zip(*parts, strict=True))
    if a != a or b != b:
        return a != a and b != b
    if a == 0 and b == 0:
        return math.copysign(1, a) == math.copysign(1, b)
    return generic("==")(a, b)


def _isequal_lanes(xp: Any, x: Any, y: Any) -> Any:
    if x.dtype.kind != "f":
        return x == y
    same = (x == y) & (xp.signbit(x) == xp.signbit(y))
    return same | (xp.isnan(x) & xp.isnan(y))


@base("cmp")
def cmp(*args: Any) -> Any:
    """-1, 0 or 1 by the order of `isless`; `cmp(<, x, y)` by another."""
    less = generic("isless")
    if len(args) == 3:
        less, *args = args
    a, b = args
    return -1 if less(a, b) else 1 if less(b, a) else 0


# ------------------------------------------------------------------------------------- zero and one


def constant(name: str, value: int) -> Any:
    """`zero` or `one`, of a value or of a type."""

    def call(x: Any) -> Any:
        if isinstance(x, (JuliaType, DataType)):
            return _of_type(name, value, x)
        dtype = number_dtype(x)
        if dtype is not None:
            if isinstance(x, JaxNumber) and x.ndim:
                return compute_one(lambda xp, v: xp.full(v.shape, value, v.dtype), x, dtype)
            return plain(dtype.type(value))
        if isinstance(x, HostNumber):
            return x.constant(value)
        from .typeof import isa, typeof
        from .types_base import Number

        if isa(x, Number):
            return generic(name)(typeof(x))
        return no_method(name, x)

    call.__doc__ = f"The {name} of a number's type."
    return base(name)(call)


def _of_type(name: str, value: int, target: Any) -> Any:
    from .typeof import dtype_of

    dtype = dtype_of(target)
    if dtype is not None:
        return plain(dtype.type(value))
    from .subtype import issubtype
    from .types_base import Number

    if issubtype(target, Number):
        return generic("convert")(_concrete(target), value)
    return no_method(name, target)


def _concrete(target: Any) -> Any:
    from .types_base import names

    wide = dict.fromkeys((names[n] for n in ("Real", "Number", "Integer", "Signed")), "Int64")
    wide[names["AbstractFloat"]] = "Float64"
    return names[wide[target]] if target in wide else target


zero = constant("zero", 0)
one = constant("one", 1)
oneunit = constant("oneunit", 1)


# ---------------------------------------------------------------------------------- limits of types


def _of_type_or_value(name: str, function: Callable[[np.dtype], Any]) -> Any:
    def call(x: Any = FLOAT64) -> Any:
        from .typeof import dtype_of

        dtype = (
            x
            if isinstance(x, np.dtype)
            else dtype_of(x)
            if isinstance(x, JuliaType)
            else number_dtype(x)
        )
        if dtype is None:
            return _exact_limit(name, x)
        return function(dtype)

    call.__doc__ = f"`{name}` of a number type."
    return base(name)(call)


def _exact_limit(name: str, x: Any) -> Any:
    from .exact import _CLASSES
    from .typeof import typeof

    target = x if isinstance(x, JuliaType) else typeof(x)
    cls = _CLASSES.get(target)
    if cls is None or not cls.bits or name not in ("typemin", "typemax"):
        return no_method(name, x)
    return cls(cls.low() if name == "typemin" else cls.high())


def _limit(dtype: np.dtype, high: bool) -> Any:
    if dtype.kind == "f":
        return plain(dtype.type(math.inf if high else -math.inf))
    if dtype.kind == "b":
        return high
    info = np.iinfo(dtype)
    return plain(dtype.type(info.max if high else info.min))


typemin = _of_type_or_value("typemin", lambda d: _limit(d, False))
typemax = _of_type_or_value("typemax", lambda d: _limit(d, True))
floatmin = _of_type_or_value("floatmin", lambda d: plain(np.finfo(d).tiny))
floatmax = _of_type_or_value("floatmax", lambda d: plain(np.finfo(d).max))


@base("eps")
def eps(x: Any = None) -> Any:
    """The distance from 1 (or from `x`) to the next larger float."""
    from .typeof import dtype_of

    if x is None:
        return math.ulp(1.0)
    if isinstance(x, JuliaType):
        return plain(np.finfo(dtype_of(x)).eps)
    dtype = number_dtype(x)
    if dtype is None or dtype.kind != "f":
        return no_method("eps", x)
    return compute_one(
        lambda xp, v: xp.nextafter(abs(v), v.dtype.type(math.inf)) - abs(v), x, dtype
    )


def _next(name: str, towards: float) -> Any:
    def call(x: Any, steps: Any = 1) -> Any:
        dtype = number_dtype(x)
        if dtype is None or dtype.kind != "f":
            return no_method(name, x)
        for _ in range(abs(int(steps))):
            goal = towards if steps > 0 else -towards
            x = compute_one(lambda xp, v: xp.nextafter(v, v.dtype.type(goal)), x, dtype)  # noqa: B023
        return x

    call.__doc__ = f"`{name}(x)`."
    return base(name)(call)


nextfloat = _next("nextfloat", math.inf)
prevfloat = _next("prevfloat", -math.inf)


def _fast_unary(
    function: Any, on_float: Callable[[float], Any], on_int: Callable[[int], Any]
) -> None:
    dispatch = function.dispatch

    def call(*args: Any) -> Any:
        if len(args) == 1:
            cls = type(args[0])
            if cls is float:
                return on_float(args[0])
            if cls is int:
                return on_int(args[0])
        return dispatch(*args)

    fast(function, call)


_fast_unary(abs_, abs, lambda n: wrap64(abs(n)))
_fast_unary(abs2, lambda x: x * x, lambda n: wrap64(n * n))
_fast_unary(isnan, math.isnan, lambda n: False)
_fast_unary(isfinite, math.isfinite, lambda n: True)
_fast_unary(iszero, lambda x: x == 0, lambda n: n == 0)
_fast_unary(iseven, lambda x: x % 2 == 0, lambda n: n & 1 == 0)
_fast_unary(isodd, lambda x: x % 2 == 1, lambda n: n & 1 == 1)
_fast_unary(zero, lambda x: 0.0, lambda n: 0)
_fast_unary(one, lambda x: 1.0, lambda n: 1)


@base("muladd")
def muladd(x: Any, y: Any, z: Any) -> Any:
    """`x * y + z`."""
    return generic("+")(generic("*")(x, y), z)


@base("fma")
def fma(x: Any, y: Any, z: Any) -> Any:
    """`x * y + z` rounded once (on the host)."""
    if all(type(v) is float and math.isfinite(v) for v in (x, y, z)):
        from fractions import Fraction

        exact = Fraction(x) * Fraction(y) + Fraction(z)
        return float(exact) if exact else x * y + z
    return muladd(x, y, z)


@base("identity")
def identity(x: Any) -> Any:
    """`x`."""
    return x


@base("widemul")
def widemul(a: Any, b: Any) -> Any:
    """The product in the next wider type."""
    widen = generic("widen")
    return generic("*")(widen(a), widen(b))


__all__ = ["HostNumber", "constant", "unary", "wrap_to"]
