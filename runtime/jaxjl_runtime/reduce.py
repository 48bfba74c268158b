"""Reductions: `sum prod maximum minimum extrema all any count mapreduce reduce foldl …`.

Over numbers in buffers they are one NumPy or `jax.numpy` call; `dims` (Julia's dimension k) is axis
-k. Over anything else, and for functions that no array operation stands for, elements are folded
from the left.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from .array import JaxArray, fresh, namespace
from .cell import in_trace
from .containers import HostArray, from_elements
from .dispatch import base, generic
from .exceptions import ArgumentError, MethodError
from .iteration import elements, size_of
from .lazy import Filter, Generator, Product
from .mapped import lanes_of, traced_filter
from .missing import Missing
from .numbers import BOOL, JaxNumber, Tracer, cast, number, number_dtype, on_host
from .ranges import AbstractRange, colon

_NOTHING: Any = object()  # no `init` was given


# --------------------------------------------------------------------------------------------- axes


def axes_of_dims(dims: Any, rank: int) -> tuple[int, ...]:
    """The buffer's axes for Julia's `dims`; dimensions beyond the last are left out."""
    found = []
    for d in elements(dims):
        d = int(d)
        if d < 1:
            raise ArgumentError(f"region dimension(s) must be ≥ 1, got {d}")
        if d <= rank:
            found.append(-d)
    return tuple(sorted(set(found)))


class Region:
    """What is reduced: everything (`axes` None), or some axes of the buffer."""

    def __init__(
        self, dims: Any = colon, axis: Any = None, keepdims: bool = True, rank: int = 0
    ) -> None:
        self.keepdims = keepdims
        self.axes: tuple[int, ...] | None = None
        if axis is not None:
            axis = axis if isinstance(axis, tuple) else (axis,)
            self.axes = tuple(a for a in axis if -a <= rank)
        elif dims is not colon:
            self.axes = axes_of_dims(dims, rank)

    @property
    def whole(self) -> bool:
        """Whether the result is one number."""
        return self.axes is None

    def options(self) -> dict[str, Any]:
        """The keywords of NumPy's reductions."""
        return {} if self.axes is None else {"axis": self.axes, "keepdims": self.keepdims}

    def count(self, shape: tuple[int, ...]) -> int:
        """How many elements go into each result."""
        axes = range(len(shape)) if self.axes is None else self.axes
        return math.prod(shape[a] for a in axes)


def wrap(buffer: Any, bit: bool = False) -> Any:
    """The number of a 0-d result, the array of any other."""
    if buffer.ndim == 0:
        return number(buffer)
    return JaxArray(fresh(np.asarray(buffer) if isinstance(buffer, np.generic) else buffer), bit)


def outcome(buffer: Any, region: Region) -> Any:
    """A reduction's result: a number for the whole, else an array (of 0 dimensions too)."""
    return (
        number(buffer)
        if region.whole
        else JaxArray(fresh(np.asarray(buffer) if isinstance(buffer, np.generic) else buffer))
    )


# ------------------------------------------------------------------------------- the kinds of sums


class Kind:
    """One associative operation with an array form: its name, neutral element and result type."""

    def __init__(
        self, name: str, op: str, widens: bool, neutral: Callable[[np.dtype], Any] | None
    ) -> None:
        self.name = name
        self.op = generic(op)
        self.widens = widens
        self.neutral = neutral

    def result_dtype(self, dtype: np.dtype) -> np.dtype:
        """`sum` and `prod` of narrow integers are Int64 or UInt64."""
        if not self.widens or dtype.kind not in "biu":
            return dtype
        return np.dtype(np.uint64 if dtype.kind == "u" else np.int64)

    def whole(self, buffer: Any, region: Region) -> Any:
        """The reduced buffer."""
        xp = namespace(buffer)
        buffer = cast(buffer, self.result_dtype(buffer.dtype))
        if self.neutral is None and region.count(buffer.shape) == 0:
            return self._empty(buffer, region)
        if xp is np and self.name == "sum" and region.whole and buffer.size < 16:
            return _sum_in_order(buffer)
        function = {"sum": xp.sum, "prod": xp.prod, "maximum": xp.max, "minimum": xp.min}[self.name]
        options = {} if self.name in ("maximum", "minimum") else {"dtype": buffer.dtype}
        with np.errstate(all="ignore"):
            return function(buffer, **options, **region.options())

    def _empty(self, buffer: Any, region: Region) -> Any:
        if region.whole or math.prod(
            n for a, n in enumerate(buffer.shape) if a - buffer.ndim not in (region.axes or ())
        ):
            raise empty_error(self.op)
        shape = [
            1 if a - buffer.ndim in (region.axes or ()) else n for a, n in enumerate(buffer.shape)
        ]
        return np.zeros(shape, buffer.dtype)


def _sum_in_order(buffer: np.ndarray) -> Any:
    """The sum of a few elements, one after the other, as Julia adds them."""
    flat = buffer.reshape(-1)
    total = flat.dtype.type(0) if not flat.size else flat[0]
    with np.errstate(all="ignore"):
        for x in flat[1:]:
            total = total + x
    return total


SUM = Kind("sum", "+", True, lambda dtype: dtype.type(0))
PROD = Kind("prod", "*", True, lambda dtype: dtype.type(1))
MAXIMUM = Kind("maximum", "max", False, None)
MINIMUM = Kind("minimum", "min", False, None)


def empty_error(op: Any) -> Exception:
    """The error of a reduction that has no value for an empty collection."""
    from .config import julia_before

    if julia_before(1, 8):
        return ArgumentError("reducing over an empty collection is not allowed")
    return MethodError(generic("reduce_empty"), (op,))


def _extreme_allowed(kind: Kind, dtype: np.dtype) -> None:
    if dtype.kind == "c" and kind.neutral is None:
        raise MethodError(generic("isless"), (complex(0), complex(0)))


# ------------------------------------------------------------------------------------------- reduce


def reduce_with(
    kind: Kind,
    args: tuple[Any, ...],
    dims: Any = colon,
    init: Any = _NOTHING,
    axis: Any = None,
    keepdims: bool = True,
) -> Any:
    """The reduction of `args`: `(collection,)` or `(function, collections…)`."""
    if len(args) > 1:
        return _reduce_mapped(kind, args, dims, init, axis, keepdims)
    (x,) = args
    if number_dtype(x) is not None:
        x = kind.op(kind_start(kind, x), x) if kind.widens else x
        return x if init is _NOTHING else kind.op(init, x)
    lanes = lanes_of(x)
    if lanes is not None:
        return _reduce_lanes(kind, lanes, dims, init, axis, keepdims)
    if isinstance(x, HostArray) and (dims is not colon or axis is not None):
        return fold_along(
            lambda items: _fold(kind, items, init), x, Region(dims, axis, keepdims, x.ndims)
        )
    masked = traced_filter(x)
    if masked is not None:
        return _reduce_masked(kind, masked, init)
    return _fold(kind, x, init)


def kind_start(kind: Kind, x: Any) -> Any:
    """The neutral element for a single number, in the type of the result."""
    dtype = kind.result_dtype(number_dtype(x))
    return number(dtype.type(0 if kind.name == "sum" else 1))


def _reduce_mapped(
    kind: Kind, args: tuple[Any, ...], dims: Any, init: Any, axis: Any, keepdims: bool
) -> Any:
    f, *sources = args
    if len(sources) == 1:
        source = sources[0]
        if isinstance(source, (JaxArray, AbstractRange, HostArray)):
            if init is _NOTHING and dims is colon and axis is None and is_empty(source):
                return of_nothing(kind, f, source)
            x = map_array(f, source)
        else:
            x = Generator(f, source)
    elif all(isinstance(s, JaxArray) for s in sources):
        x = generic("map")(f, *sources)
    else:
        x = Generator(lambda t: f(*t), generic("zip")(*sources))
    return reduce_with(kind, (x,), dims, init, axis, keepdims)


def is_empty(x: Any) -> bool:
    """Whether an array or range has no elements."""
    return bool(generic("isempty")(x) is True)


def of_nothing(kind: Kind, f: Any, source: Any) -> Any:
    """The reduction of a function over an empty array: known for `abs` and its like alone."""
    name = getattr(f, "name", None)
    if name not in ("identity", "abs", "abs2"):
        raise empty_error(kind.op)
    if kind.neutral is None and name == "identity":
        raise empty_error(kind.op)
    neutral = generic("one" if kind.name == "prod" else "zero")(generic("eltype")(source))
    return reduce_with(kind, ((f(neutral),),))


def map_array(f: Callable[..., Any], source: Any) -> Any:
    """The array of `f`'s values: at once where many elements are numbers, else one by one."""
    if is_empty(source):
        return generic("map")(f, source)
    return generic("broadcast")(f, source)


def _reduce_lanes(kind: Kind, lanes: Any, dims: Any, init: Any, axis: Any, keepdims: bool) -> Any:
    _extreme_allowed(kind, lanes.dtype)
    region = Region(dims, axis, keepdims, lanes.ndim)
    if init is not _NOTHING:
        return _with_init(kind, lanes, init, region)
    return outcome(kind.whole(lanes, region), region)


def _with_init(kind: Kind, lanes: Any, init: Any, region: Region) -> Any:
    if region.count(lanes.shape) == 0:
        if region.whole:
            return init
        shape = tuple(
            1 if a - lanes.ndim in (region.axes or ()) else n for a, n in enumerate(lanes.shape)
        )
        return generic("fill")(init, *shape[::-1])
    dtype = number_dtype(init)
    if dtype is None:
        return _fold(kind, JaxArray(lanes), init)
    if (
        dtype.kind in "iu" and lanes.dtype.kind in "iu"
    ):  # the sum is in the type of init, not widened
        from .numbers import promote_dtypes

        lanes = cast(lanes, promote_dtypes(dtype, kind.result_dtype(lanes.dtype)))
    found = outcome(kind.whole(lanes, region), region)
    if region.whole:
        return kind.op(init, found)
    return generic("broadcast")(kind.op, init, found)


def _reduce_masked(kind: Kind, masked: tuple[Any, Any], init: Any) -> Any:
    """A reduction of traced numbers of which a mask keeps some."""
    values, mask = masked
    dtype = kind.result_dtype(values.dtype)
    values = cast(values, dtype)
    if kind.neutral is not None:
        neutral = kind.neutral(dtype)
    elif init is not _NOTHING:
        neutral = dtype.type(init)
    else:
        neutral = _lowest(dtype) if kind.name == "maximum" else _highest(dtype)
    xp = namespace(values)
    values = xp.where(mask, values, xp.asarray(neutral, dtype=values.dtype))
    found = number(kind.whole(values, Region()))
    return found if init is _NOTHING else kind.op(init, found)


def _lowest(dtype: np.dtype) -> Any:
    return (
        dtype.type(-np.inf)
        if dtype.kind == "f"
        else (False if dtype == BOOL else np.iinfo(dtype).min)
    )


def _highest(dtype: np.dtype) -> Any:
    return (
        dtype.type(np.inf)
        if dtype.kind == "f"
        else (True if dtype == BOOL else np.iinfo(dtype).max)
    )


def _fold(kind: Kind, items: Iterable[Any], init: Any) -> Any:
    """The reduction of elements one by one."""
    source = elements(items) if not isinstance(items, list) else iter(items)
    if init is _NOTHING:
        for first in source:
            result = _first_of(kind, first)
            break
        else:
            return nothing_folded(kind, items)
    else:
        result = init
    op = kind.op
    for x in source:
        result = op(result, x)
    return result


def nothing_folded(kind: Kind, source: Any) -> Any:
    """The reduction of an empty collection: the neutral element of its element type."""
    if kind.neutral is None or isinstance(source, (Generator, Filter, list)):
        raise empty_error(kind.op)
    return generic("zero" if kind.name == "sum" else "one")(generic("eltype")(source))


def _first_of(kind: Kind, x: Any) -> Any:
    dtype = number_dtype(x)
    if not kind.widens or dtype is None or dtype.kind not in "biu":
        return x
    return number(cast(x.buffer if isinstance(x, JaxNumber) else x, kind.result_dtype(dtype)))


def fold_along(fold: Callable[[list[Any]], Any], a: HostArray, region: Region) -> Any:
    """The array of the folds of a host array's elements along some axes."""
    places = np.asarray(a.positions().read())
    axes = sorted(x % places.ndim for x in region.axes or ())
    kept = [k for k in range(places.ndim) if k not in axes]
    lines = places.transpose(kept + axes).reshape(
        (math.prod(places.shape[k] for k in kept), math.prod(places.shape[k] for k in axes))
    )
    results = [fold([a.at(k) for k in line]) for line in lines.tolist()]
    if region.keepdims:
        shape = [1 if k in axes else n for k, n in enumerate(places.shape)]
    else:
        shape = [places.shape[k] for k in kept]
    return from_elements(results, tuple(shape[::-1]))


def _register(kind: Kind) -> None:
    def function(
        *args: Any, dims: Any = colon, init: Any = _NOTHING, axis: Any = None, keepdims: bool = True
    ) -> Any:
        return reduce_with(kind, args, dims, init, axis, keepdims)

    function.__doc__ = f"`{kind.name}([f,] itr; dims, init)`."
    base(kind.name)(function)


for _kind in (SUM, PROD, MAXIMUM, MINIMUM):
    _register(_kind)


@base("extrema")
def extrema(*args: Any, dims: Any = colon, init: Any = _NOTHING, **axes: Any) -> Any:
    """The smallest and the largest element."""
    f, x = args if len(args) == 2 else (None, args[0])
    if f is not None:
        x = (
            map_array(f, x)
            if isinstance(x, (JaxArray, AbstractRange))
            else generic("collect")(Generator(f, x))
        )
    elif lanes_of(x) is None and not isinstance(x, HostArray):
        x = tuple(elements(x))
    if init is not _NOTHING:
        low, high = init
        return generic("minimum")(x, init=low), generic("maximum")(x, init=high)
    low, high = generic("minimum")(x, dims=dims, **axes), generic("maximum")(x, dims=dims, **axes)
    if dims is colon and not axes:
        return low, high
    return from_elements(list(zip(elements(low), elements(high), strict=True)), low.size)


# ----------------------------------------------------------------------------------- all any count


def _logic(name: str, stop: bool) -> None:
    @base(name)
    def _(*args: Any, dims: Any = colon, axis: Any = None, keepdims: bool = True) -> Any:
        region = dims is not colon or axis is not None
        f, x = args if len(args) == 2 else (None, args[0])
        if f is not None:
            if region or (in_trace() and size_of(x) is not None):
                x = map_array(f, x)
            else:
                x = Generator(f, x)
        lanes = lanes_of(x)
        if lanes is not None and (lanes.dtype == BOOL):
            xp = namespace(lanes)
            where = Region(dims, axis, keepdims, lanes.ndim)
            return outcome((xp.any if stop else xp.all)(lanes, **where.options()), where)
        if isinstance(x, HostArray) and region:
            where = Region(dims, axis, keepdims, x.ndims)
            return fold_along(lambda items: _search(items, stop), x, where)
        return _search(elements(x), stop)

    generic(name).__doc__ = f"`{name}([p,] itr; dims)`."


def _search(items: Iterable[Any], stop: bool) -> Any:
    from .exceptions import TypeError as JuliaTypeError
    from .typeof import typeof
    from .types_base import Bool

    missing: Any = None
    pending: Any = None
    for x in items:
        if x is stop:
            return stop
        if isinstance(x, Missing):
            missing = x
        elif isinstance(x, JaxNumber):
            pending = x if pending is None else generic("|" if stop else "&")(pending, x)
        elif not isinstance(x, (bool, np.bool_)):
            raise JuliaTypeError("if", "", Bool, typeof(x) if number_dtype(x) is None else x)
    if pending is not None:
        return pending
    return (not stop) if missing is None else missing


_logic("any", True)
_logic("all", False)


@base("count")
def count(
    *args: Any, dims: Any = colon, init: Any = 0, axis: Any = None, keepdims: bool = True
) -> Any:
    """How many elements are true, or satisfy a predicate."""
    f, x = args if len(args) == 2 else (None, args[0])
    if f is not None:
        direct = isinstance(x, (JaxArray, AbstractRange)) and not generic("isempty")(x)
        x = map_array(f, x) if direct else Generator(f, x)
    lanes = lanes_of(x)
    if lanes is not None and lanes.dtype == BOOL:
        region = Region(dims, axis, keepdims, lanes.ndim)
        found = outcome(SUM.whole(lanes, region), region)
        return (
            found
            if type(init) is int and init == 0
            else generic("broadcast")(generic("+"), init, found)
        )
    if isinstance(x, HostArray) and (dims is not colon or axis is not None):
        return fold_along(
            lambda items: _tally(items, init), x, Region(dims, axis, keepdims, x.ndims)
        )
    masked = traced_filter(x)
    if masked is not None:
        values, mask = masked
        return number(SUM.whole(values & mask, Region()))
    return _tally(elements(x), init)


def _tally(items: Iterable[Any], init: Any) -> Any:
    from .exceptions import TypeError as JuliaTypeError
    from .types_base import Bool

    total = init
    for x in items:
        if isinstance(x, JaxNumber):
            total = generic("+")(total, x)
        elif x is True:
            total = generic("+")(total, 1)
        elif x is not False:
            raise JuliaTypeError("if", "", Bool, x)
    return total


__all__ = ["Filter", "Product", "Region", "Tracer", "axes_of_dims", "on_host", "outcome", "wrap"]
