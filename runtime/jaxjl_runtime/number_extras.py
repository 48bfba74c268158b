"""Rarer functions of numbers: `mod2pi rem2pi maxintfloat issubnormal precision nextprod clamp!
digits! …`."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

import numpy as np

from . import exceptions as exc
from .arithmetic import no_method
from .array import JaxArray
from .constants import pi
from .dispatch import base, generic
from .numbers import FLOAT64, JaxNumber, compute_one, number_dtype, plain
from .rounding import RoundNearest, RoundToZero
from .typeof import dtype_of
from .types import JuliaType

_TWO_PI = 2 * Fraction(pi.digits())


@base("mod2pi")
def mod2pi(x: Any) -> Any:
    """The angle brought into `[0, 2π)`."""
    dtype = number_dtype(x)
    if isinstance(x, JaxNumber):
        return compute_one(lambda xp, v: v % v.dtype.type(2 * math.pi), x, dtype)
    if dtype is None or dtype.kind != "f" or not math.isfinite(x):
        value = generic("float")(x)
        return mod2pi(value) if type(value) is not type(x) else math.nan
    return plain(dtype.type(float(Fraction(float(x)) % _TWO_PI)))


@base("rem2pi")
def rem2pi(x: Any, mode: Any) -> Any:
    """What is left of the angle when whole turns are taken away, as the rounding mode says."""
    value = Fraction(float(x))
    turns = value / _TWO_PI
    if mode is RoundNearest:
        whole = round(turns)
    elif mode is RoundToZero:
        whole = math.trunc(turns)
    else:
        whole = math.floor(turns) if mode.name == "Down" else math.ceil(turns)
    dtype = number_dtype(x)
    return plain((FLOAT64 if dtype.kind != "f" else dtype).type(float(value - whole * _TWO_PI)))


@base("maxintfloat")
def maxintfloat(x: Any = FLOAT64, *kind: Any) -> Any:
    """The largest float up to which all integers are floats."""
    dtype = (
        x
        if isinstance(x, np.dtype)
        else dtype_of(x)
        if isinstance(x, JuliaType)
        else number_dtype(x)
    )
    value = plain(dtype.type(2.0 ** (np.finfo(dtype).nmant + 1)))
    return generic("min")(value, generic("typemax")(kind[0])) if kind else value


@base("issubnormal")
def issubnormal(x: Any) -> Any:
    """Whether a float is smaller than normal ones can be."""
    dtype = number_dtype(x)
    if dtype is None or dtype.kind != "f":
        return no_method("issubnormal", x)
    return compute_one(lambda xp, v: (v != 0) & (abs(v) < np.finfo(dtype).tiny), x, dtype)


@base("precision")
def precision(x: Any) -> int:
    """The number of bits in the mantissa."""
    dtype = dtype_of(x) if isinstance(x, JuliaType) else number_dtype(x)
    if dtype is not None:
        return int(np.finfo(dtype).nmant) + 1
    from .bigfloat import PRECISION

    return PRECISION


@base("isunordered")
def isunordered(x: Any) -> Any:
    """Whether the order of `<` leaves the value out: NaN, `missing`."""
    dtype = number_dtype(x)
    return (
        compute_one(lambda xp, v: v != v, x, dtype)
        if dtype is not None
        else generic("ismissing")(x)
    )


@base("unsafe_trunc")
def unsafe_trunc(target: Any, x: Any) -> Any:
    """`trunc(T, x)` for a value that fits."""
    return generic("trunc")(target, x)


@base("isnotapprox")
def isnotapprox(*args: Any, **keywords: Any) -> Any:
    """`!(x ≈ y)`."""
    return generic("!")(generic("isapprox")(*args, **keywords))


base("≉")(isnotapprox.default)


@base("nextprod")
def nextprod(factors: Any, n: Any) -> int:
    """The least integer not below `n` that is a product of powers of the factors."""
    from .iteration import elements

    primes = [int(f) for f in elements(factors)]
    candidate = int(n)
    while True:
        rest = candidate
        for f in primes:
            while rest % f == 0:
                rest //= f
        if rest == 1:
            return candidate
        candidate += 1


@base("clamp!")
def clamp_bang(a: Any, low: Any, high: Any) -> Any:
    """Brings every element into `low..high`, in place."""
    return generic("broadcast!")(generic("clamp"), a, a, low, high)


@base("digits!")
def digits_bang(a: JaxArray, n: Any, **keywords: Any) -> JaxArray:
    """Writes the digits of `n` into an array, the least significant first."""
    found = list(np.asarray(generic("digits")(n, pad=0, **keywords)))
    count = math.prod(a.size)
    for k in range(count):
        generic("setindex!")(a, int(found[k]) if k < len(found) else 0, k + 1)
    return a


@base("checkindex")
def checkindex(result: Any, indices: Any, i: Any) -> bool:
    """Whether `i` is one of the indices (all of them, if it is an array)."""
    from .iteration import elements

    first, last = generic("first")(indices), generic("last")(indices)
    if i is generic(":"):
        return True
    return all(
        first <= int(k) <= last
        for k in (elements(i) if not isinstance(i, (int, np.integer)) else (i,))
    )


@base("logrange")
def logrange(start: Any, stop: Any, length: Any) -> JaxArray:
    """Numbers whose logarithms are evenly spaced."""
    return JaxArray(np.geomspace(float(start), float(stop), int(length)))


@base("promote_shape")
def promote_shape(a: Any, b: Any) -> Any:
    """The common size of two arrays that are added."""
    x, y = (s if isinstance(s, tuple) else generic("axes")(s) for s in (a, b))
    if len(x) < len(y):
        x, y = y, x
    if x[: len(y)] != y or any(len(r) != 1 for r in x[len(y) :]):
        raise exc.DimensionMismatch("dimensions must match")
    return x
