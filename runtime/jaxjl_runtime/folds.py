"""Folds with any function: `reduce foldl foldr mapreduce accumulate cumsum cumprod diff`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from .array import JaxArray, fresh, namespace
from .cell import in_trace
from .containers import HostArray, from_elements
from .dispatch import base, generic
from .exceptions import UndefKeywordError
from .iteration import elements, size_of
from .lazy import Generator
from .mapped import lanes_of
from .numbers import BOOL, JaxNumber, cast, number_dtype, on_host, promote_dtypes, to_device
from .ranges import AbstractRange, colon
from .reduce import MAXIMUM, MINIMUM, PROD, SUM, Kind, Region, empty_error, fold_along, reduce_with
from .symbols import Symbol

_NOTHING: Any = object()
_MANY = 16  # a traced fold of more numbers than this is a scan

# Operations that have an array form; `+` of `reduce` does not widen as `sum` does.
_ADD, _TIMES = Kind("sum", "+", False, SUM.neutral), Kind("prod", "*", False, PROD.neutral)


def _known(op: Any) -> Kind | None:
    return _KNOWN.get(id(op))


_KNOWN = {
    id(generic("+")): _ADD,
    id(generic("*")): _TIMES,
    id(generic("max")): MAXIMUM,
    id(generic("min")): MINIMUM,
    id(generic("add_sum")): SUM,
    id(generic("mul_prod")): PROD,
}
base("add_sum")(lambda a, b: generic("+")(a, b))
base("mul_prod")(lambda a, b: generic("*")(a, b))


# ------------------------------------------------------------------------------------------- folds


def fold_left(op: Callable[..., Any], items: Iterable[Any], init: Any = _NOTHING) -> Any:
    """`op(op(op(a, b), c), d)`."""
    source = iter(items) if isinstance(items, list) else elements(items)
    if init is _NOTHING:
        init = next(source, _NOTHING)
        if init is _NOTHING:
            return _empty(op, items)
        dtype = number_dtype(init)
        if dtype is BOOL and op is generic("+"):
            init = generic("+")(init, 0)
    for x in source:
        init = op(init, x)
    return init


def _empty(op: Any, items: Any) -> Any:
    """The fold of nothing: known for a few operations, of a collection whose element type is."""
    name = getattr(op, "name", None)
    if name in ("&", "|"):
        return name == "&"
    if name not in ("+", "*", "add_sum", "mul_prod") or isinstance(items, (Generator, list)):
        raise empty_error(op)
    neutral = "zero" if name in ("+", "add_sum") else "one"
    return generic(neutral)(generic("eltype")(items))


def _traced_numbers(x: Any) -> Any:
    """The flat buffer of many numbers of which some are traced, else `None`."""
    if not in_trace():
        return None
    lanes = lanes_of(x)
    if lanes is None or lanes.ndim == 0 or lanes.size <= _MANY:
        return None
    return to_device(lanes).reshape(-1)


def fold_traced(op: Callable[..., Any], flat: Any, init: Any, reverse: bool = False) -> Any:
    """A fold under a trace, as a scan whose carry is a number; `None` where it is none."""
    if init is _NOTHING:
        init = JaxNumber(flat[-1] if reverse else flat[0])
        flat = flat[:-1] if reverse else flat[1:]
    if number_dtype(init) is None:
        return None
    step = (lambda c, x: op(x, c)) if reverse else op
    trial = step(init, JaxNumber(flat[0]))
    if number_dtype(trial) is None:
        return None
    dtype = promote_dtypes(number_dtype(init), number_dtype(trial))

    def body(carry: Any, x: Any) -> Any:
        return cast(to_device(step(JaxNumber(carry), JaxNumber(x))), dtype), None

    start = cast(to_device(init), dtype)
    result, _ = jax.lax.scan(body, start, flat, reverse=reverse)
    return JaxNumber(result)


def _fold(op: Callable[..., Any], x: Any, init: Any, reverse: bool = False) -> Any:
    flat = _traced_numbers(x)
    if flat is not None:
        found = fold_traced(op, flat, init, reverse)
        if found is not None:
            return found
    if not reverse:
        return fold_left(op, x, init)
    items = list(elements(x))[::-1]
    return (
        fold_left(lambda a, b: op(b, a), items, init)
        if items or init is not _NOTHING
        else _empty(op)
    )


@base("foldl")
def foldl(op: Callable[..., Any], x: Any, *, init: Any = _NOTHING) -> Any:
    """The fold from the left."""
    return _fold(op, x, init)


@base("foldr")
def foldr(op: Callable[..., Any], x: Any, *, init: Any = _NOTHING) -> Any:
    """The fold from the right."""
    return _fold(op, x, init, reverse=True)


def _source(f: Callable[..., Any], xs: tuple[Any, ...]) -> Any:
    if len(xs) == 1:
        return Generator(f, xs[0])
    return Generator(lambda t: f(*t), generic("zip")(*xs))


@base("mapfoldl")
def mapfoldl(f: Callable[..., Any], op: Callable[..., Any], x: Any, *, init: Any = _NOTHING) -> Any:
    """The fold from the left of `f`'s values."""
    return _fold(op, Generator(f, x), init)


@base("mapfoldr")
def mapfoldr(f: Callable[..., Any], op: Callable[..., Any], x: Any, *, init: Any = _NOTHING) -> Any:
    """The fold from the right of `f`'s values."""
    return _fold(op, Generator(f, x), init, reverse=True)


@base("reduce")
def reduce(
    op: Callable[..., Any], x: Any, *, dims: Any = colon, init: Any = _NOTHING, **axes: Any
) -> Any:
    """The elements combined by an associative function."""
    return _reduce(op, x, dims, init, axes)


@base("mapreduce")
def mapreduce(
    f: Callable[..., Any],
    op: Callable[..., Any],
    *xs: Any,
    dims: Any = colon,
    init: Any = _NOTHING,
    **axes: Any,
) -> Any:
    """`f`'s values combined by an associative function."""
    if dims is colon and not axes and not in_trace():
        return _reduce(op, _source(f, xs), dims, init, axes)
    return _reduce(op, generic("map")(f, *xs), dims, init, axes)


def _reduce(op: Callable[..., Any], x: Any, dims: Any, init: Any, axes: dict[str, Any]) -> Any:
    kind = _known(op)
    if kind is not None and (isinstance(x, (JaxArray, AbstractRange)) or in_trace()):
        options = {} if init is _NOTHING else {"init": init}
        return reduce_with(kind, (x,), dims=dims, **options, **axes)
    if dims is not colon or axes:
        a = x if isinstance(x, (JaxArray, HostArray)) else generic("collect")(x)
        region = Region(dims, axes.get("axis"), axes.get("keepdims", True), a.ndims)
        host = a if isinstance(a, HostArray) else _on_host_list(a)
        return fold_along(lambda items: fold_left(op, items, init), host, region)
    joined = _joined(op, x, init)
    return joined if joined is not None else _fold(op, x, init)


def _on_host_list(a: JaxArray) -> HostArray:
    return HostArray(generic("eltype")(a), list(elements(a)), a.size)


def _joined(op: Any, x: Any, init: Any) -> Any:
    """`reduce(vcat, parts)` and `reduce(hcat, parts)` in one step."""
    if getattr(op, "name", None) not in ("vcat", "hcat") or op.methods is not None:
        return None
    parts = list(elements(x))
    if init is not _NOTHING:
        parts.insert(0, init)
    if len(parts) == 1:
        return parts[0]
    return op(*parts) if parts else None


# --------------------------------------------------------------------------------------- accumulate


@base("accumulate")
def accumulate(op: Callable[..., Any], x: Any, *, dims: Any = None, init: Any = _NOTHING) -> Any:
    """The running results of a function of two arguments."""
    if isinstance(x, tuple):
        return tuple(_running(op, x, init))
    kind = _known(op)
    if kind is not None and isinstance(x, (JaxArray, AbstractRange)) and init is _NOTHING:
        return _scan_numbers(kind, generic("collect")(x), dims)
    size = size_of(x)
    if dims is None or size is None or len(size) == 1:
        flat = _traced_numbers(x)
        if flat is not None:
            found = _scan_traced(op, flat, init)
            if found is not None:
                return found
        return from_elements(list(_running(op, elements(x), init)), size)
    return _along(lambda items: list(_running(op, items, init)), x, int(dims))


def _running(op: Callable[..., Any], items: Iterable[Any], init: Any) -> Iterable[Any]:
    total = init
    for x in items:
        if total is _NOTHING:
            total = generic("+")(x, 0) if number_dtype(x) is BOOL and op is generic("+") else x
        else:
            total = op(total, x)
        yield total


def _scan_traced(op: Callable[..., Any], flat: Any, init: Any) -> Any:
    first = None
    if init is _NOTHING:
        init, first, flat = JaxNumber(flat[0]), flat[0], flat[1:]
    trial = op(init, JaxNumber(flat[0]))
    if number_dtype(trial) is None or number_dtype(init) is None:
        return None
    dtype = promote_dtypes(number_dtype(init), number_dtype(trial))

    def body(carry: Any, x: Any) -> Any:
        new = cast(to_device(op(JaxNumber(carry), JaxNumber(x))), dtype)
        return new, new

    _, found = jax.lax.scan(body, cast(to_device(init), dtype), flat)
    if first is not None:
        found = jnp.concatenate([cast(first, dtype).reshape(1), found])
    return JaxArray(found)


def _scan_numbers(kind: Kind, x: JaxArray, dims: Any) -> JaxArray:
    """The running sums, products or extremes of an array of numbers."""
    buffer = on_host(x.read())
    if dims is None:
        if buffer.ndim != 1:
            raise UndefKeywordError(Symbol("dims"))
        dims = 1
    if int(dims) > buffer.ndim:
        return JaxArray(fresh(np.array(buffer) if isinstance(buffer, np.ndarray) else buffer))
    axis = -int(dims)
    buffer = cast(
        buffer,
        kind.result_dtype(
            np.dtype(np.int64) if buffer.dtype == BOOL and kind.neutral else buffer.dtype
        ),
    )
    with np.errstate(all="ignore"):
        return JaxArray(fresh(_scanned(kind.name, buffer, axis)))


def _scanned(name: str, buffer: Any, axis: int) -> Any:
    if namespace(buffer) is np:
        function = {
            "sum": np.add,
            "prod": np.multiply,
            "maximum": np.maximum,
            "minimum": np.minimum,
        }[name]
        return function.accumulate(buffer, axis=axis, dtype=buffer.dtype)
    axis %= buffer.ndim
    if name in ("sum", "prod"):
        function = jnp.cumsum if name == "sum" else jnp.cumprod
        return function(buffer, axis=axis, dtype=buffer.dtype)
    return (jax.lax.cummax if name == "maximum" else jax.lax.cummin)(buffer, axis=axis)


def _along(function: Callable[[list[Any]], list[Any]], x: Any, d: int) -> Any:
    """An array of the same size: a function of each line of elements along dimension d."""
    size = tuple(size_of(x) or ())
    items = list(elements(x))
    places = np.arange(len(items)).reshape(size[::-1])
    lines = np.moveaxis(places, -d, -1).reshape(-1, size[d - 1])
    result: list[Any] = [None] * len(items)
    for line in lines.tolist():
        for k, value in zip(line, function([items[j] for j in line]), strict=True):
            result[k] = value
    return from_elements(result, size)


def _cumulative(name: str, kind: Kind) -> None:
    @base(name)
    def _(x: Any, *, dims: Any = None) -> Any:
        if isinstance(x, tuple):
            return tuple(_running(kind.op, x, _NOTHING))
        if isinstance(x, (JaxArray, AbstractRange)):
            return _scan_numbers(kind, generic("collect")(x), dims)
        return accumulate(kind.op, x, dims=dims)

    @base(f"{name}!")
    def _(dest: Any, x: Any = None, *, dims: Any = None) -> Any:
        source = dest if x is None else x
        return generic("copyto!")(dest, generic(name)(source, dims=dims))

    generic(name).__doc__ = f"`{name}(A; dims)`: the running results."


_cumulative("cumsum", SUM)
_cumulative("cumprod", PROD)


@base("accumulate!")
def accumulate_into(op: Callable[..., Any], dest: Any, x: Any, **options: Any) -> Any:
    """`dest`, now the running results."""
    return generic("copyto!")(dest, accumulate(op, x, **options))


@base("diff")
def diff(x: Any, *, dims: Any = None) -> Any:
    """The differences of neighbours."""
    x = x if isinstance(x, (JaxArray, HostArray)) else generic("collect")(x)
    if dims is None:
        if len(x.size) != 1:
            raise UndefKeywordError(Symbol("dims"))
        dims = 1
    if isinstance(x, HostArray):
        items = list(elements(x))
        return from_elements([generic("-")(b, a) for a, b in pairwise(items)])
    buffer, axis = on_host(x.read()), -int(dims)
    buffer = cast(buffer, np.dtype(np.int64)) if buffer.dtype == BOOL else buffer
    take = [slice(None)] * buffer.ndim
    take[axis] = slice(1, None)
    later = buffer[tuple(take)]
    take[axis] = slice(None, -1)
    with np.errstate(all="ignore"):
        return JaxArray(fresh(later - buffer[tuple(take)]))


# ----------------------------------------------------------------------------- reductions in place


def _into(name: str) -> None:
    @base(f"{name}!")
    def _(*args: Any) -> Any:
        *f, dest, x = args
        gone = tuple(
            d
            for d, n in enumerate(generic("size")(x), 1)
            if n != 1 and (d > len(dest.size) or dest.size[d - 1] == 1)
        )
        found = generic(name)(*f, x, dims=gone)
        return generic("copyto!")(dest, generic("reshape")(found, dest.size))

    generic(
        f"{name}!"
    ).__doc__ = f"`{name}!(dest, A)`: the reduction over the dimensions that `dest` lacks."


for _name in ("sum", "prod", "maximum", "minimum", "any", "all"):
    _into(_name)
