"""Complex numbers: `im`, `real imag conj angle cis reim`, and `Complex{T}` of exact parts."""

from __future__ import annotations

import cmath
import math
from typing import Any

import jax
import numpy as np

from .arithmetic import no_method
from .dispatch import base, constructor, generic
from .exact import COMPLEX, install, is_number
from .numbers import (
    COMPLEX64,
    COMPLEX128,
    FLOAT32,
    FLOAT64,
    HostNumber,
    JaxNumber,
    NotScalar,
    complex_dtype,
    compute,
    compute_one,
    number_dtype,
    part_dtype,
    plain,
    promote_dtypes,
)
from .typeof import dtype_of, register_class, typeof


class ComplexInt(HostNumber):
    """`Complex{T}` where T is no Float32 or Float64: `1 + 2im`, `im`, `1//2 + im`."""

    __slots__ = ("im", "re")
    __array_ufunc__ = None

    def __init__(self, re: Any, im: Any) -> None:
        self.re, self.im = re, im

    def python_value(self) -> Any:
        """A real value if the number is real, a Python complex where that is exact, else `None`."""
        if not self.im:
            return self.re if isinstance(self.re, (int, float)) else _python(self.re)
        return None

    def plus(self, y: ComplexInt) -> Any:
        add = generic("+")
        return make_complex(add(self.re, y.re), add(self.im, y.im))

    def minus(self, y: ComplexInt) -> Any:
        sub = generic("-")
        return make_complex(sub(self.re, y.re), sub(self.im, y.im))

    def times(self, y: ComplexInt) -> Any:
        add, sub, mul = generic("+"), generic("-"), generic("*")
        return make_complex(
            sub(mul(self.re, y.re), mul(self.im, y.im)), add(mul(self.re, y.im), mul(self.im, y.re))
        )

    def over(self, y: ComplexInt) -> Any:
        if _is_exact_part(self.re):
            return self.exact_over(y)
        return generic("/")(self.to_float(), y.to_float())

    def exact_over(self, y: ComplexInt) -> Any:
        """The quotient in parts that divide exactly."""
        over, mul = generic("//"), generic("*")
        top = self.times(y.conjugate())
        size = generic("+")(mul(y.re, y.re), mul(y.im, y.im))
        return make_complex(over(top.re, size), over(top.im, size))

    def conjugate(self) -> ComplexInt:
        """`conj(z)`."""
        return ComplexInt(self.re, generic("-")(self.im))

    def negated(self) -> Any:
        return make_complex(generic("-")(self.re), generic("-")(self.im))

    def equals(self, y: ComplexInt) -> bool:
        eq = generic("==")
        return bool(eq(self.re, y.re) and eq(self.im, y.im))

    def same(self, y: ComplexInt) -> bool:
        egal = generic("===")
        return bool(egal(self.re, y.re) and egal(self.im, y.im))

    def to_float(self) -> Any:
        """`float(z)`."""
        return make_complex(generic("float")(self.re), generic("float")(self.im))

    def to_dtype(self, dtype: np.dtype) -> Any:
        """The number as one that buffers hold."""
        if dtype.kind != "c":
            if self.im:
                from .convert import inexact

                raise inexact(str(_real_type(dtype)), dtype, self)
            return generic("convert")(_real_type(dtype), self.re)
        return plain(dtype.type(complex(float(self.re), float(self.im))))

    def to_power(self, n: int) -> Any:
        """`z ^ n`."""
        from .powers import by_squaring

        if n < 0 and _is_machine_integer(self.re):
            raise_negative(self, n)
        return by_squaring(self, n)

    def general_power(self, y: Any) -> Any:
        return generic("^")(self.to_float(), generic("float")(y))

    def inverse(self) -> Any:
        return generic("/")(1, self)

    def constant(self, value: int) -> ComplexInt:
        one = generic("one" if value else "zero")(self.re)
        return ComplexInt(one, generic("zero")(self.re))

    def is_whole(self) -> bool:
        return bool(generic("isinteger")(self.re)) and not self.im

    def elementary(self, function: Any) -> Any:
        return generic(function.name)(self.to_float())

    def apply(self, name: str) -> Any:
        """One of the functions of `numeric.py`."""
        if name == "abs":
            return generic("hypot")(self.re, self.im)
        if name == "abs2":
            mul = generic("*")
            return generic("+")(mul(self.re, self.re), mul(self.im, self.im))
        if name in ("isnan", "isinf"):
            return bool(generic(name)(self.re)) or bool(generic(name)(self.im))
        if name in ("isfinite", "iszero"):
            return bool(generic(name)(self.re)) and bool(generic(name)(self.im))
        if name == "isone":
            return bool(generic("==")(self.re, 1)) and not self.im
        if name == "sign":
            return generic("sign")(self.to_float())
        return no_method(name, self)

    def __complex__(self) -> complex:
        return complex(float(self.re), float(self.im))

    def __repr__(self) -> str:
        return f"Complex({self.re}, {self.im})"


def raise_negative(z: Any, n: int) -> None:
    """Never returns: Julia's error for an integer to a negative power."""
    from .powers import negative_power

    raise negative_power(z, n)


def _is_machine_integer(x: Any) -> bool:
    dtype = number_dtype(x)
    return dtype is not None and dtype.kind in "iub"


def _is_exact_part(x: Any) -> bool:
    from .rational import Rational

    return isinstance(x, Rational)


def _python(x: Any) -> Any:
    return x.python_value() if isinstance(x, HostNumber) else x.item()


def _real_type(dtype: np.dtype) -> Any:
    from .typeof import from_dtype

    return from_dtype(dtype)


def _times(z: ComplexInt, x: Any) -> Any:
    """A complex number times a real one: part by part."""
    if isinstance(x, ComplexInt) or not is_number(x) or _is_complex_float(x):
        return _general_times(z, x)
    mul = generic("*")
    return make_complex(mul(z.re, x), mul(z.im, x))


def _is_complex_float(x: Any) -> bool:
    dtype = number_dtype(x)
    return dtype is not None and dtype.kind == "c"


register_class(ComplexInt, lambda z: COMPLEX[typeof(z.re)])
install(ComplexInt)
_general_times = ComplexInt.__mul__  # type: ignore[attr-defined]
ComplexInt.__mul__ = _times  # type: ignore[attr-defined]
_general_rtimes = ComplexInt.__rmul__  # type: ignore[attr-defined]
ComplexInt.__rmul__ = lambda z, x: (  # type: ignore[attr-defined]
    _general_rtimes(z, x) if _is_complex_float(x) else _times(z, x)
)
ComplexInt.__hash__ = lambda z: hash((z.re, z.im))  # type: ignore[method-assign,assignment]
im = ComplexInt(False, True)


def make_complex(re: Any, imaginary: Any) -> Any:
    """`Complex(re, im)`, the parts promoted to one type."""
    if typeof(re) is not typeof(imaginary):
        re, imaginary = generic("promote")(re, imaginary)
    dtype = number_dtype(re)
    if isinstance(re, JaxNumber) or isinstance(imaginary, JaxNumber):
        if dtype.kind != "f" and not any(
            isinstance(x, JaxNumber) and isinstance(x.buffer, jax.Array) for x in (re, imaginary)
        ):
            raise NotScalar("the parts of exact complex numbers")
        wide = FLOAT32 if dtype is not None and dtype == FLOAT32 else FLOAT64
        return compute(_joined, re, imaginary, wide)
    if dtype is FLOAT64:
        return complex(re, imaginary)
    if dtype is FLOAT32:
        return np.complex64(complex(re, imaginary))
    return ComplexInt(re, imaginary)


def _joined(xp: Any, x: Any, y: Any) -> Any:
    if xp is np:
        out = np.empty(np.broadcast_shapes(np.shape(x), np.shape(y)), complex_dtype(x.dtype))
        out.real, out.imag = x, y
        return out[()]
    return jax.lax.complex(*xp.broadcast_arrays(x, y))


@constructor("Complex")
def _construct(target: Any, *args: Any) -> Any:
    parameters = getattr(target, "parameters", ())
    wanted = parameters[0] if parameters else None
    re, imaginary = (args[0], args[1]) if len(args) == 2 else (real(args[0]), imag(args[0]))
    if wanted is not None:
        convert = generic("convert")
        return _exactly(convert(wanted, re), convert(wanted, imaginary))
    return make_complex(re, imaginary)


def _exactly(re: Any, imaginary: Any) -> Any:
    return make_complex(re, imaginary)


@base("complex")
def complex_(x: Any, y: Any = None) -> Any:
    """A complex number of one or two reals; `complex(T)` of a type."""
    from .types import JuliaType

    if isinstance(x, JuliaType):
        return COMPLEX[x]
    if y is None:
        if generic("===")(real(x), x) is False:
            return x
        return make_complex(x, generic("zero")(x))
    return make_complex(x, y)


@base("real")
def real(z: Any) -> Any:
    """The real part; of a type the type of the parts."""
    return _part(z, "real")


@base("imag")
def imag(z: Any) -> Any:
    """The imaginary part."""
    return _part(z, "imag")


def _part(z: Any, name: str) -> Any:
    dtype = number_dtype(z)
    if dtype is not None:
        if dtype.kind == "c":
            return compute_one(lambda xp, v: getattr(v, name), z, dtype)
        return z if name == "real" else generic("zero")(z)
    if isinstance(z, ComplexInt):
        return z.re if name == "real" else z.im
    if isinstance(z, HostNumber):
        return z if name == "real" else generic("zero")(z)
    return _other_part(z, name)


def _other_part(z: Any, name: str) -> Any:
    from .typeof import from_dtype, isa
    from .types import JuliaType
    from .types_base import Real

    if isinstance(z, JuliaType) and name == "real":
        dtype = dtype_of(z)
        if dtype is not None:
            return from_dtype(part_dtype(dtype))
        return z.parameters[0] if getattr(z, "parameters", ()) and "Complex" in repr(z) else z
    if isa(z, Real):
        return z if name == "real" else generic("zero")(z)
    return no_method(name, z)


@base("reim")
def reim(z: Any) -> tuple[Any, Any]:
    """`(real(z), imag(z))`."""
    return generic("real")(z), generic("imag")(z)


@base("conj")
def conj(z: Any) -> Any:
    """The conjugate; a real number is its own."""
    dtype = number_dtype(z)
    if dtype is not None:
        return z if dtype.kind != "c" else compute_one(lambda xp, v: v.conj(), z, dtype)
    if isinstance(z, ComplexInt):
        return z.conjugate()
    if isinstance(z, HostNumber):
        return z
    from .typeof import isa
    from .types_base import Real

    return z if isa(z, Real) else no_method("conj", z)


@base("angle")
def angle(z: Any) -> Any:
    """The phase in radians."""
    return generic("atan")(generic("imag")(z), generic("real")(z))


@base("cis")
def cis(x: Any) -> Any:
    """`exp(im * x)`."""
    dtype = number_dtype(x)
    if (dtype is not None and dtype.kind == "c") or isinstance(x, ComplexInt):
        return generic("exp")(generic("*")(im, x))
    return make_complex(generic("cos")(x), generic("sin")(x))


@base("cispi")
def cispi(x: Any) -> Any:
    """`exp(im * π * x)`, exact at multiples of a half."""
    return make_complex(generic("cospi")(x), generic("sinpi")(x))


# ------------------------------------------------------------------------- helpers of the operators


def divide(a: complex, b: complex, dtype: np.dtype) -> complex:
    """`a / b` of two complex floats, with Julia's care for scale (Smith's algorithm, scaled)."""
    if dtype == COMPLEX64:
        with np.errstate(all="ignore"):
            return complex(np.complex128(a) / np.complex128(b))
    if b == 0:
        return complex(math.nan, math.nan)
    if not (cmath.isfinite(a) and cmath.isfinite(b)):
        with np.errstate(all="ignore"):
            return complex(np.complex128(a) / np.complex128(b))
    return a / b


def complex_power(a: Any, b: Any, dtype: np.dtype) -> Any:
    """`a ^ b` with a complex base or exponent."""
    z, p = complex(a), complex(b)
    if p.imag == 0 and p.real == math.floor(p.real) and abs(p.real) < 1 << 31:
        from .powers import by_squaring

        return by_squaring(plain(dtype.type(z)), int(p.real))
    if z == 0:
        return plain(dtype.type(0 if p.real > 0 else complex(math.nan, math.nan)))
    if p.imag == 0 and z.imag == 0:
        value = _real_power(z, p.real)
    else:
        size, phase = abs(z), cmath.phase(z)
        length = size**p.real * math.exp(-p.imag * phase)
        angle_ = p.real * phase + p.imag * math.log(size)
        value = complex(length * math.cos(angle_), length * math.sin(angle_))
    return plain(dtype.type(value))


def _real_power(z: complex, p: float) -> complex:
    """A complex number that is real to a real power that is not whole."""
    size = abs(z.real) ** p
    if z.real > 0:
        return complex(size, math.copysign(1, p) * z.imag)
    sine = float(generic("sinpi")(p))
    return complex(
        size * float(generic("cospi")(p)), size * (sine if math.copysign(1, z.imag) > 0 else -sine)
    )


def complex_ratio(a: Any, b: Any) -> Any:
    """`a//b` with a complex side."""
    if not isinstance(b, ComplexInt):
        over = generic("//")
        return make_complex(over(generic("real")(a), b), over(generic("imag")(a), b))
    a = a if isinstance(a, ComplexInt) else ComplexInt(a, generic("zero")(a))
    return a.exact_over(b)


__all__ = [
    "COMPLEX128",
    "ComplexInt",
    "complex_power",
    "divide",
    "im",
    "is_number",
    "make_complex",
    "promote_dtypes",
]
