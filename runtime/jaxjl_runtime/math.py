"""Elementary functions: `sqrt exp log sin …` on numbers of every kind.

On the host a Float64 goes to Python's `math`, so that one element and a small array give the same
digits; larger
buffers go to NumPy, traced ones to `jax.numpy`. Outside their domain real functions raise Julia's
`DomainError`.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import jax.numpy as jnp
import numpy as np

from . import exceptions as exc
from .arithmetic import no_method
from .dispatch import base, fast, generic
from .numbers import (
    FLOAT64,
    HostNumber,
    JaxNumber,
    compute,
    compute_one,
    float_dtype,
    number_dtype,
    plain,
    promote_dtypes,
)

_SMALL = 512  # host buffers up to this size are computed number by number


class Elementary:
    """One function: for a host float, a NumPy and a JAX buffer, a complex number, and where it is
    defined."""

    __slots__ = ("complex_host", "complex_name", "domain", "host", "lanes", "message", "name")

    def __init__(
        self, name: str, host: Callable[[float], float], lanes: Callable[[Any, Any], Any],
        complex_host: Callable[[complex], complex] | None = None,
        domain: Callable[[Any], Any] | None = None, message: str = "",
    ) -> None:  # fmt: skip
        self.name, self.host, self.lanes = name, host, lanes
        self.complex_host, self.domain, self.message = complex_host, domain, message

    def on_float(self, x: float) -> float:
        """The value for a Float64."""
        if self.domain is not None and not (x != x or self.domain(x)):
            raise exc.DomainError(x, self.message)
        try:
            return self.host(x)
        except OverflowError:
            return self._limit(x)
        except (ValueError, ZeroDivisionError):
            return self._limit(x)

    def _limit(self, x: float) -> float:
        with np.errstate(all="ignore"):
            return float(self.lanes(np, np.float64(x)))

    def on_complex(self, z: complex) -> complex:
        """The value for a ComplexF64."""
        if self.complex_host is None:
            return no_method(self.name, z)
        try:
            return complex(self.complex_host(z))
        except (OverflowError, ValueError, ZeroDivisionError):
            with np.errstate(all="ignore"):
                return complex(self.lanes(np, np.complex128(z)))

    def on_host_buffer(self, buffer: np.ndarray) -> np.ndarray:
        """The values for a host buffer of floats."""
        dtype = buffer.dtype
        if dtype.kind == "f" and self.domain is not None:
            bad = ~(np.isnan(buffer) | self.domain(buffer))
            if bad.any():
                raise exc.DomainError(plain(buffer[bad][0]), self.message)
        if buffer.size <= _SMALL:
            one = self.on_complex if dtype.kind == "c" else self.on_float
            values = [one(v) for v in buffer.ravel().tolist()]
            return np.array(values, dtype=dtype).reshape(buffer.shape)
        with np.errstate(all="ignore"):
            return np.asarray(self.lanes(np, buffer), dtype=dtype)

    def __call__(self, x: Any) -> Any:
        dtype = number_dtype(x)
        if dtype is None:
            if isinstance(x, HostNumber):
                return x.elementary(self)
            return self._of_other(x)
        wide = float_dtype(dtype)
        if isinstance(x, JaxNumber):
            return compute_one(self._on_buffer, x, wide)
        if wide.kind == "c":
            return plain(wide.type(self.on_complex(complex(x))))
        try:
            result = self.on_float(float(x))
        except exc.DomainError:
            raise exc.DomainError(plain(wide.type(x)), self.message) from None
        return result if wide is FLOAT64 else wide.type(result)

    def _on_buffer(self, xp: Any, x: Any) -> Any:
        return self.lanes(jnp, x) if xp is jnp else self.on_host_buffer(np.asarray(x))

    def _of_other(self, x: Any) -> Any:
        from .typeof import isa
        from .types_base import Number

        if isa(x, Number):
            converted = generic("float")(x)
            if type(converted) is not type(x):
                return generic(self.name)(converted)
        return no_method(self.name, x)


def define(
    name: str, host: Callable[[float], float], lanes: Callable[[Any, Any], Any],
    complex_host: Callable[[complex], complex] | None = None,
    domain: Callable[[Any], Any] | None = None, message: str = "",
) -> Any:  # fmt: skip
    """A function of Base that is elementary; gives the function object."""
    made = Elementary(name, host, lanes, complex_host, domain, message)

    def call(x: Any) -> Any:
        return made(x)

    call.__doc__ = f"`{name}(x)`."
    function = base(name)(call)
    dispatch = function.dispatch
    on_float = made.on_float

    def quick(*args: Any) -> Any:
        if len(args) == 1 and type(args[0]) is float:
            return on_float(args[0])
        return dispatch(*args)

    fast(function, quick)
    return function


def by_name(numpy_name: str) -> Callable[[Any, Any], Any]:
    """The function of that name in NumPy and in `jax.numpy`."""
    return lambda xp, x: getattr(xp, numpy_name)(x)


def _complex_result(name: str) -> str:
    return (
        f"{name} will only return a complex result if called with a complex argument. "
        f"Try {name}(Complex(x))."
    )


def _finite(name: str) -> dict[str, Any]:
    return {"domain": np.isfinite, "message": f"{name}(x) is only defined for finite x."}


def _real_cbrt(x: float) -> float:
    root = float(np.cbrt(x))
    if not math.isfinite(root) or root == 0:
        return root
    exact = Fraction(root)
    return float(exact - (exact**3 - Fraction(x)) / (3 * exact**2))


def _exp10(xp: Any, x: Any) -> Any:
    return xp.power(x.dtype.type(10), x)


def _log10(z: complex) -> complex:
    return cmath.log(z) / math.log(10)


def _log2(z: complex) -> complex:
    return cmath.log(z) / math.log(2)


sqrt = define(
    "sqrt", math.sqrt, by_name("sqrt"), cmath.sqrt, lambda x: x >= 0, _complex_result("sqrt")
)
cbrt = define("cbrt", _real_cbrt, by_name("cbrt"))
fourthroot = define(
    "fourthroot", lambda x: math.sqrt(math.sqrt(x)), lambda xp, x: xp.sqrt(xp.sqrt(x)),
    lambda z: cmath.sqrt(cmath.sqrt(z)), lambda x: x >= 0, _complex_result("sqrt"),
)  # fmt: skip
exp = define("exp", math.exp, by_name("exp"), cmath.exp)
exp2 = define("exp2", math.exp2, by_name("exp2"), lambda z: cmath.exp(z * math.log(2)))
exp10 = define("exp10", lambda x: math.pow(10.0, x), _exp10, lambda z: cmath.exp(z * math.log(10)))
expm1 = define("expm1", math.expm1, by_name("expm1"), lambda z: complex(np.expm1(z)))
log = define("log", math.log, by_name("log"), cmath.log, lambda x: x >= 0, _complex_result("log"))
log2 = define("log2", math.log2, by_name("log2"), _log2, lambda x: x >= 0, _complex_result("log2"))
log10 = define(
    "log10", math.log10, by_name("log10"), _log10, lambda x: x >= 0, _complex_result("log10")
)
log1p = define(
    "log1p", math.log1p, by_name("log1p"), lambda z: complex(np.log1p(z)), lambda x: x >= -1,
    _complex_result("log1p"),
)  # fmt: skip
sin = define("sin", math.sin, by_name("sin"), cmath.sin, **_finite("sin"))
cos = define("cos", math.cos, by_name("cos"), cmath.cos, **_finite("cos"))
tan = define("tan", math.tan, by_name("tan"), cmath.tan, **_finite("tan"))
asin = define(
    "asin", math.asin, by_name("arcsin"), cmath.asin, lambda x: abs(x) <= 1,
    "asin(x) is not defined for |x|>1.",
)  # fmt: skip
acos = define(
    "acos", math.acos, by_name("arccos"), cmath.acos, lambda x: abs(x) <= 1,
    "acos(x) not defined for |x| > 1",
)  # fmt: skip
sinh = define("sinh", math.sinh, by_name("sinh"), cmath.sinh)
cosh = define("cosh", math.cosh, by_name("cosh"), cmath.cosh)
tanh = define("tanh", math.tanh, by_name("tanh"), cmath.tanh)
asinh = define("asinh", math.asinh, by_name("arcsinh"), cmath.asinh)
acosh = define(
    "acosh", math.acosh, by_name("arccosh"), cmath.acosh, lambda x: x >= 1,
    "acosh(x) is only defined for x ≥ 1.",
)  # fmt: skip
atanh = define(
    "atanh", math.atanh, by_name("arctanh"), cmath.atanh, lambda x: abs(x) <= 1,
    "atanh(x) is only defined for |x| ≤ 1.",
)  # fmt: skip
_atan = Elementary("atan", math.atan, by_name("arctan"), cmath.atan)


@base("atan")
def atan(y: Any, x: Any = None) -> Any:
    """`atan(y)`, or the angle of the point `(x, y)`."""
    if x is None:
        return _atan(y)
    floated = generic("float")
    return two_floats("atan", floated(y), floated(x), math.atan2, lambda xp, a, b: xp.arctan2(a, b))


def two_floats(
    name: str, a: Any, b: Any, host: Callable[[float, float], float], lanes: Callable[..., Any]
) -> Any:
    """A function of two reals in their common float type."""
    da, db = number_dtype(a), number_dtype(b)
    if da is None or db is None:
        if isinstance(a, HostNumber) or isinstance(b, HostNumber):
            return generic(name)(generic("float")(a), generic("float")(b))
        return no_method(name, a, b)
    dtype = float_dtype(promote_dtypes(da, db))
    if isinstance(a, JaxNumber) or isinstance(b, JaxNumber):
        return compute(lanes, a, b, dtype)
    return plain(dtype.type(host(float(a), float(b))))


# -------------------------------------------------------------------------- reciprocals, degrees, π


def _reciprocal(name: str, of: str, numpy_name: str) -> None:
    function = generic(of)

    def lanes(xp: Any, x: Any) -> Any:
        return 1 / getattr(xp, numpy_name)(x)

    def host(x: float) -> float:
        y = float(function(x))
        return 1 / y if y else math.copysign(math.inf, y)

    define(name, host, lanes, lambda z: 1 / complex(function(z)))


for _name, _of, _numpy in (
    ("sec", "cos", "cos"), ("csc", "sin", "sin"), ("cot", "tan", "tan"),
    ("sech", "cosh", "cosh"), ("csch", "sinh", "sinh"), ("coth", "tanh", "tanh"),
):  # fmt: skip
    _reciprocal(_name, _of, _numpy)


def _inverse(name: str, of: str, numpy_name: str, message: str = "") -> None:
    function = generic(of)

    def host(x: float) -> float:
        return float(function(1 / x if x else math.copysign(math.inf, x)))

    define(
        name, host, lambda xp, x: getattr(xp, numpy_name)(1 / x), lambda z: complex(function(1 / z))
    )


for _name, _of, _numpy in (
    ("asec", "acos", "arccos"), ("acsc", "asin", "arcsin"), ("acot", "atan", "arctan"),
    ("asech", "acosh", "arccosh"), ("acsch", "asinh", "arcsinh"), ("acoth", "atanh", "arctanh"),
):  # fmt: skip
    _inverse(_name, _of, _numpy)


def _turned(x: Any, xp: Any, quarter: float, cycle: float) -> tuple[Any, Any]:
    """The number of the nearest quarter turn (mod 4), and the rest of the angle."""
    rest = xp.fmod(x, x.dtype.type(cycle)) if hasattr(x, "dtype") else math.fmod(x, cycle)
    turns = xp.round(rest / quarter)
    return turns, rest - turns * quarter


def _product_error(a: Any, b: float, product: Any) -> Any:
    """What rounding took from `a * b` (Dekker's splitting)."""
    factor = 134217729.0 if product.dtype == FLOAT64 else 4097.0
    kind = product.dtype.type
    split, b_split = a * kind(factor), kind(b) * kind(factor)
    a_high = split - (split - a)
    b_high = b_split - (b_split - kind(b))
    a_low, b_low = a - a_high, kind(b) - b_high
    return ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low


def _exact_sine(x: Any, xp: Any, quarter: float, shift: int) -> Any:
    """The sine (`shift` 1: cosine) of an angle of which `quarter` is a right angle, exact at
    multiples."""
    turns, rest = _turned(x, xp, quarter, 4 * quarter)
    kind = x.dtype.type
    scale = kind(math.pi / 2 / float(quarter))
    left_over = (
        _SCALE_REST[float(quarter)]
        if x.dtype == FLOAT64
        else math.pi / 2 / float(quarter) - float(scale)
    )
    angle = rest * scale
    more = _product_error(rest, scale, angle) + rest * kind(left_over)
    k = xp.mod(turns + shift, 4)
    s, c = xp.sin(angle), xp.cos(angle)
    s, c = s + c * more, c - s * more
    return xp.where(k == 0, s, xp.where(k == 1, c, xp.where(k == 2, -s, -c)))


# what Float64 leaves of π and of π/180
_SCALE_REST = {0.5: 1.2246467991473532e-16, 90.0: 2.9486522708701687e-19}


def _angle_function(name: str, quarter: float, shift: int) -> None:
    def lanes(xp: Any, x: Any) -> Any:
        return _exact_sine(x, xp, x.dtype.type(quarter), shift).astype(x.dtype)

    def host(x: float) -> float:
        y = float(_exact_sine(np.float64(x), np, np.float64(quarter), shift))
        return math.copysign(0.0, x) if y == 0 and not shift else abs(y) if y == 0 else y

    define(name, host, lanes, None, np.isfinite, "`x` cannot be infinite.")


_angle_function("sinpi", 0.5, 0)
_angle_function("cospi", 0.5, 1)
_angle_function("sind", 90.0, 0)
_angle_function("cosd", 90.0, 1)


@base("tand")
def tand(x: Any) -> Any:
    """The tangent of an angle in degrees."""
    return generic("/")(generic("sind")(x), generic("cosd")(x))


@base("tanpi")
def tanpi(x: Any) -> Any:
    """`tan(π * x)`."""
    return generic("/")(generic("sinpi")(x), generic("cospi")(x))


def _in_degrees(name: str, of: str) -> None:
    function = generic(of)

    @base(name)
    def call(*args: Any) -> Any:
        return rad2deg(function(*args))

    del call


@base("rad2deg")
def rad2deg(x: Any) -> Any:
    """An angle in degrees."""
    return generic("*")(generic("float")(x), _like(180 / math.pi, x))


@base("deg2rad")
def deg2rad(x: Any) -> Any:
    """An angle in radians."""
    return generic("*")(generic("float")(x), _like(math.pi / 180, x))


def _like(value: float, x: Any) -> Any:
    """A constant in the float type that goes with a number."""
    dtype = number_dtype(x)
    if dtype is None or float_dtype(dtype).kind == "c":
        return value
    return plain(float_dtype(dtype).type(value))


for _name in ("asin", "acos", "atan", "asec", "acsc", "acot"):
    _in_degrees(f"{_name}d", _name)


def _reciprocal_degrees(name: str, of: str) -> None:
    function = generic(of)

    @base(name)
    def call(x: Any) -> Any:
        return generic("inv")(function(x))

    del call


for _name, _of in (("secd", "cosd"), ("cscd", "sind"), ("cotd", "tand")):
    _reciprocal_degrees(_name, _of)


@base("sincos")
def sincos(x: Any) -> tuple[Any, Any]:
    """`(sin(x), cos(x))`."""
    return sin(x), cos(x)


@base("sincosd")
def sincosd(x: Any) -> tuple[Any, Any]:
    """`(sind(x), cosd(x))`."""
    return generic("sind")(x), generic("cosd")(x)


@base("sincospi")
def sincospi(x: Any) -> tuple[Any, Any]:
    """`(sinpi(x), cospi(x))`."""
    return generic("sinpi")(x), generic("cospi")(x)


def _host_sinc(x: float) -> float:
    if x == 0:
        return 1.0
    return 0.0 if math.isinf(x) else float(generic("sinpi")(x)) / (math.pi * x)


def _lane_sinc(xp: Any, x: Any) -> Any:
    safe = xp.where(x == 0, xp.ones_like(x), x)
    angle = x.dtype.type(math.pi) * safe
    return xp.where(x == 0, xp.ones_like(x), xp.sin(angle) / angle)


define("sinc", _host_sinc, _lane_sinc)


def _host_cosc(x: float) -> float:
    if x == 0 or math.isinf(x):
        return 0.0
    return (float(generic("cospi")(x)) - float(generic("sinpi")(x)) / (math.pi * x)) / x


define(
    "cosc",
    _host_cosc,
    lambda xp, x: xp.where(
        x == 0,
        0 * x,
        (xp.cos(x.dtype.type(math.pi) * x) - _lane_sinc(xp, x))
        / xp.where(x == 0, xp.ones_like(x), x),
    ),
)


@base("hypot")
def hypot(*args: Any) -> Any:
    """The square root of the sum of the squares, with no overflow between."""
    if len(args) == 2:
        return two_floats(
            "hypot",
            generic("abs")(args[0]),
            generic("abs")(args[1]),
            math.hypot,
            lambda xp, a, b: xp.hypot(a, b),
        )
    result = generic("abs")(args[0])
    for x in args[1:]:
        result = hypot(result, x)
    return generic("float")(result)


_log_one = log.default


def _log_of(*args: Any) -> Any:
    """`log(x)`, or `log(b, x)` with base `b`."""
    if len(args) == 1:
        return _log_one(args[0])
    b, x = generic("promote")(*args)
    return generic("/")(log(x), log(b))


base("log")(_log_of)
