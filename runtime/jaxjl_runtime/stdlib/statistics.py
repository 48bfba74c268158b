"""Julia's `Statistics`: mean, var, std, median, middle, quantile, cov, cor.

Formulas as in Julia's manual: `var` and `cov` divide by n-1 unless `corrected=false`; `quantile` is
definition 7 of Hyndman and Fan (1996) unless `alpha` and `beta` say otherwise.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from ..array import JaxArray, namespace
from ..containers import HostArray
from ..dispatch import base, generic
from ..exceptions import ArgumentError, DimensionMismatch
from ..iteration import elements
from ..numbers import cast, number
from ..ranges import colon
from ..reduce import Region, outcome

MODULE = "Statistics"


def _floats(buffer: Any) -> Any:
    """The buffer with floating or complex elements."""
    return buffer if buffer.dtype.kind in "fc" else cast(buffer, np.dtype(np.float64))


def _array(x: Any) -> Any:
    """`x` itself if it is an array, else its elements as one."""
    return x if isinstance(x, (JaxArray, HostArray)) else generic("collect")(x)


def _ratio(total: Any, count: int) -> Any:
    """`total / count`, elementwise for arrays; 0/0 is NaN."""
    return generic("/")(total, count)


@base("mean", module=MODULE)
def mean(*args: Any, dims: Any = colon, axis: Any = None, keepdims: bool = True) -> Any:
    """The mean of `x`, or of `f` over it; with `dims`, an array with those dimensions of size 1."""
    *function, x = args
    if isinstance(x, JaxArray):
        buffer = x.read()
        region = Region(dims, axis, keepdims, buffer.ndim)
        count = region.count(buffer.shape)
        if not function:
            floats = _floats(buffer)
            with np.errstate(all="ignore"):
                total = namespace(floats).sum(floats, **region.options())
                return outcome(total / _divisor(count, total.dtype), region)
        options = {} if region.whole else {"axis": region.axes, "keepdims": keepdims}
        return _ratio(generic("sum")(*function, x, **options), count)
    items = list(elements(x))
    if function:
        items = [function[0](item) for item in items]
    if not items:
        return _ratio(generic("sum")(_array(x)), 0)
    total = items[0]
    for item in items[1:]:
        total = generic("+")(total, item)
    return _ratio(total, len(items))


def _divisor(count: int, dtype: Any) -> Any:
    return np.asarray(count, dtype)


def _spread(x: Any, region: Region, corrected: bool, center: Any) -> Any:
    """The buffer of variances over a region."""
    buffer = _floats(x.read())
    xp = namespace(buffer)
    count = region.count(buffer.shape)
    axes = {} if region.whole else {"axis": region.axes}
    with np.errstate(all="ignore"):
        if center is None:
            middle = xp.sum(buffer, keepdims=True, **axes) / _divisor(count, buffer.dtype)
        else:
            middle = (
                center.read() if isinstance(center, JaxArray) else np.asarray(center, buffer.dtype)
            )
        deviation = buffer - middle.reshape(middle.shape or (1,) * buffer.ndim)
        squares = (deviation * xp.conj(deviation)).real
        total = xp.sum(squares, **region.options())
        return total / _divisor(count - int(corrected), total.dtype)


@base("var", module=MODULE)
def var(
    *args: Any, corrected: bool = True, mean: Any = None, dims: Any = colon, axis: Any = None,
    keepdims: bool = True,
) -> Any:  # fmt: skip
    """The variance of `x` (of `f` over it); with `dims`, over those dimensions."""
    array = _mapped(args)
    region = Region(dims, axis, keepdims, array.ndims)
    return outcome(_spread(array, region, corrected, mean), region)


@base("std", module=MODULE)
def std(
    *args: Any, corrected: bool = True, mean: Any = None, dims: Any = colon, axis: Any = None,
    keepdims: bool = True,
) -> Any:  # fmt: skip
    """The square root of `var`."""
    array = _mapped(args)
    region = Region(dims, axis, keepdims, array.ndims)
    spread = _spread(array, region, corrected, mean)
    with np.errstate(all="ignore"):
        return outcome(namespace(spread).sqrt(spread), region)


def _mapped(args: tuple[Any, ...]) -> Any:
    *function, x = args
    array = _array(x)
    return generic("map")(function[0], array) if function else array


@base("varm", module=MODULE)
def varm(x: Any, m: Any, *, corrected: bool = True, dims: Any = colon) -> Any:
    """The variance about a given mean."""
    return var(x, mean=m, corrected=corrected, dims=dims)


@base("stdm", module=MODULE)
def stdm(x: Any, m: Any, *, corrected: bool = True, dims: Any = colon) -> Any:
    """The standard deviation about a given mean."""
    return std(x, mean=m, corrected=corrected, dims=dims)


# ------------------------------------------------------------------------------- order statistics


@base("middle", module=MODULE)
def middle(*args: Any) -> Any:
    """The middle of one or two numbers, of an array's or a range's extrema."""
    if len(args) == 2:
        half = generic("/")
        return generic("+")(half(args[0], 2), half(args[1], 2))
    (x,) = args
    if isinstance(x, JaxArray) or hasattr(x, "__iter__"):
        return middle(*generic("extrema")(x))
    return generic("/")(x, 1)


@base("median", module=MODULE)
def median(x: Any, *, dims: Any = colon, axis: Any = None, keepdims: bool = True) -> Any:
    """The median; NaN where an element is NaN."""
    array = _array(x)
    if not isinstance(array, JaxArray):
        return _median_of(generic("sort")(array))
    region = Region(dims, axis, keepdims, array.ndims)
    buffer = _floats(array.read())
    if region.count(buffer.shape) == 0:
        raise ArgumentError("median of an empty array is undefined, Float64[]")
    return outcome(namespace(buffer).median(buffer, **region.options()), region)


def _median_of(ordered: Any) -> Any:
    items = list(elements(ordered))
    if not items:
        raise ArgumentError("median of an empty array is undefined, Any[]")
    half = len(items) // 2
    return middle(items[half]) if len(items) % 2 else middle(items[half - 1], items[half])


@base("median!", module=MODULE)
def median_bang(x: Any) -> Any:
    """The median; sorts `x`."""
    generic("sort!")(x)
    return median(x)


@base("quantile", module=MODULE)
def quantile(
    x: Any, p: Any, *, sorted: bool = False, alpha: float = 1.0, beta: float | None = None
) -> Any:
    """The quantiles of `x` at the probability `p`, or at each of an array of them."""
    buffer = _floats(_array(x).read()).reshape(-1)
    xp = namespace(buffer)
    if buffer.shape[0] == 0:
        raise ArgumentError("empty data vector")
    ordered = buffer if sorted else xp.sort(buffer)
    beta = alpha if beta is None else beta
    if isinstance(p, (JaxArray, tuple)) or hasattr(p, "__iter__"):
        values = [_quantile(ordered, float(q), alpha, beta) for q in elements(p)]
        return JaxArray(xp.stack([xp.asarray(v) for v in values]) if values else np.zeros(0))
    return number(xp.asarray(_quantile(ordered, float(p), alpha, beta)))


def _quantile(ordered: Any, p: float, alpha: float, beta: float) -> Any:
    if not 0 <= p <= 1:
        raise ArgumentError("input probability out of [0,1] range")
    n = ordered.shape[0]
    place = n * p + alpha + p * (1 - alpha - beta)
    below = min(max(math.floor(place + 4 * np.finfo(float).eps), 1), n - 1) if n > 1 else 1
    weight = min(max(place - below, 0.0), 1.0)
    low, high = ordered[below - 1], ordered[min(below, n - 1)]
    weight = np.asarray(weight, ordered.dtype)
    if isinstance(low, np.generic) and not (np.isfinite(low) and np.isfinite(high)):
        return low if low == high else (1 - weight) * low + weight * high
    return low + weight * (high - low)


@base("quantile!", module=MODULE)
def quantile_bang(x: Any, p: Any, **options: Any) -> Any:
    """The quantiles of `x`; sorts it."""
    generic("sort!")(x)
    return quantile(x, p, sorted=True, **options)


# ------------------------------------------------------------------------------------- covariances


def _centered(x: Any, axis: int = -1) -> Any:
    buffer = _floats(x.read())
    count = _divisor(buffer.shape[axis], buffer.dtype)
    return buffer - namespace(buffer).sum(buffer, axis=axis, keepdims=True) / count


def _observations(x: Any, y: Any, dims: int) -> tuple[Any, Any]:
    """Centered buffers with the observations along the last axis."""
    first, second = _as_rows(_array(x), dims), _as_rows(_array(y), dims)
    if first.shape[-1] != second.shape[-1]:
        sizes = f"{first.shape[-1]} and {second.shape[-1]}"
        raise DimensionMismatch(f"x and y have different lengths: {sizes}")
    return first, second


def _as_rows(x: Any, dims: int) -> Any:
    centered = _centered(x, -dims if x.ndims == 2 else -1)
    return centered.swapaxes(0, 1) if x.ndims == 2 and dims == 2 else centered


def _products(first: Any, second: Any) -> Any:
    """The Julia matrix, vector or number of products of observations."""
    xp = namespace(first, second)
    a, b = (v if v.ndim == 2 else v[None, :] for v in (first, second))
    return xp.matmul(b, xp.conj(a).swapaxes(0, 1))


@base("cov", module=MODULE)
def cov(x: Any, y: Any = None, *, corrected: bool = True, dims: int = 1) -> Any:
    """The variance of a vector, the covariance of two, or the matrix of those of a matrix's
    columns.
    """
    first, second = _observations(x, x if y is None else y, dims)
    found = _products(first, second)
    with np.errstate(all="ignore"):
        found = found / _divisor(first.shape[-1] - int(corrected), found.dtype)
    if first.ndim == second.ndim == 1:
        return number(found.reshape(()))
    return JaxArray(found)


@base("cor", module=MODULE)
def cor(x: Any, y: Any = None, *, dims: int = 1) -> Any:
    """The correlation of two vectors, or the matrix of those of a matrix's columns."""
    first, second = _observations(x, x if y is None else y, dims)
    xp = namespace(first, second)
    norms = [xp.sqrt(xp.sum((v * xp.conj(v)).real, axis=-1)) for v in (first, second)]
    with np.errstate(all="ignore"):
        found = _products(first, second) / (norms[1].reshape(-1, 1) * norms[0].reshape(1, -1))
    found = xp.clip(found, -1, 1) if found.dtype.kind == "f" else found
    if first.ndim == second.ndim == 1:
        return number(found.reshape(()))
    if y is None:
        found = xp.where(np.eye(found.shape[0], dtype=bool), np.asarray(1, found.dtype), found)
    return JaxArray(found)
