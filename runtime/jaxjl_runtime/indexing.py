"""`getindex` and `setindex!` of arrays of numbers: scalars, slices, ranges, arrays, masks,
Cartesian indices."""

from __future__ import annotations

import math
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from . import cell
from . import exceptions as exc
from .array import JaxArray, fresh, host_buffer
from .cell import innermost
from .containers import HostArray
from .convert import convert_buffer, convert_number
from .dispatch import base, fast, generic
from .indices import (
    COLON,
    MaskMismatch,
    Pick,
    Points,
    expand,
    gather,
    outer_shape,
    pick,
    put,
    scattered,
)
from .numbers import JaxNumber, Tracer, cast, number, number_dtype, on_host, to_device
from .types_base import names

_BOOL = names["Bool"]
_PLAIN = frozenset("?lqdD")


def bounds_error(a: Any, index: tuple[Any, ...]) -> exc.BoundsError:
    """Julia's `BoundsError` for an access as it was written."""
    return exc.BoundsError(a, index)


def picks_of(
    a: Any, size: tuple[int, ...], index: tuple[Any, ...]
) -> tuple[list[Pick], tuple[int, ...]]:
    """One pick a dimension, and the size in which the array is seen: a vector for one linear
    index."""
    try:
        parts = expand(index, size)
    except MaskMismatch:
        raise bounds_error(a, index) from None
    dims = size
    if any(isinstance(i, Points) for i in parts):
        parts, dims = _merged(a, parts, dims, index)
    elif len(parts) == 1 and len(size) != 1:
        dims = (math.prod(size),)
    extra = parts[len(dims) :]
    parts = parts[: len(dims)]
    for missing in dims[len(parts) :]:
        if missing != 1:
            raise bounds_error(a, index)
        parts.append(1)
    picks = []
    for i, n in zip((*parts, *extra), (*dims, *(1 for _ in extra)), strict=True):
        found = pick(i, n)
        if found is None:
            raise bounds_error(a, index)
        picks.append(found)
    kept = [p for k, p in enumerate(picks) if k < len(dims) or p.size]  # trailing ones
    return kept, dims + (1,) * (len(kept) - len(dims))


def _merged(
    a: Any, parts: list[Any], dims: tuple[int, ...], index: tuple[Any, ...]
) -> tuple[list[Any], tuple[int, ...]]:
    """The indices where several dimensions that are indexed by places count as one."""
    out: list[Any] = []
    sizes: list[int] = []
    at = 0
    for i in parts:
        if not isinstance(i, Points):
            out.append(i)
            sizes.append(dims[at] if at < len(dims) else 1)
            at += 1
            continue
        rank = len(i.columns)
        flat = i.linear(dims[at : at + rank]) if at + rank <= len(dims) else None
        if flat is None:
            raise bounds_error(a, index)
        out.append(flat)
        sizes.append(math.prod(dims[at : at + rank]))
        at += rank
    return out, (*sizes, *dims[at:])


def seen_as(buffer: Any, dims: tuple[int, ...]) -> Any:
    """The buffer with the axes of another size."""
    return buffer if buffer.shape == dims[::-1] else buffer.reshape(dims[::-1])


def _is_lane(i: Any) -> bool:
    return isinstance(i, JaxNumber) and i.ndim > 0


@base("getindex", JaxArray)
def getindex(a: JaxArray, *index: Any) -> Any:
    """`a[index…]`: an element, or a new array."""
    if any(map(_is_lane, index)):
        return _lane_read(a, index)
    if not index:
        if math.prod(a.size) != 1:
            raise bounds_error(a, ())
        return number(a.read().reshape(()))
    picks, dims = picks_of(a, a.size, index)
    buffer = seen_as(host_buffer(a), dims)
    if all(p.size == () for p in picks) and not _shapes_result(index):
        return _element(buffer, picks)
    return JaxArray(fresh(gather(buffer, picks)), a.bit)


def _shapes_result(index: tuple[Any, ...]) -> bool:
    """Whether an index without a size still makes an array: `a[fill(1)]`."""
    return any(isinstance(i, JaxArray) for i in index)


def _element(buffer: Any, picks: list[Pick]) -> Any:
    places = [p.places for p in reversed(picks)]
    if all(at is None for at in places):
        return number(buffer[tuple(p.start for p in reversed(picks))])
    traced = [at for at in places if at is not None]
    dtype = jnp.result_type(*(at.dtype for at in traced))
    starts = [
        jnp.asarray(p.start if p.places is None else p.places, dtype) for p in reversed(picks)
    ]
    found = jax.lax.dynamic_slice(
        to_device(buffer), starts, (1,) * len(starts), allow_negative_indices=False
    )
    return JaxNumber(found.reshape(()))


def _lane_read(a: JaxArray, index: tuple[Any, ...]) -> JaxNumber:
    """In a kernel: the elements at many places, one a lane."""
    size = a.size
    if len(index) == 1 and a.ndim != 1:
        size = (math.prod(size),)
    if len(index) != len(size):
        raise bounds_error(a, index)
    buffer = host_buffer(a).reshape(size[::-1])
    places = []
    for i, n in zip(index, size, strict=True):
        dtype = number_dtype(i)
        if dtype is None or dtype.kind not in "iu":
            raise exc.ArgumentError("a kernel indexes an array by lanes and arrays at once")
        at = (i.buffer if isinstance(i, JaxNumber) else np.asarray(i)) - 1
        if not isinstance(at, Tracer):
            at = np.asarray(at)
            if at.size and (at.min() < 0 or at.max() >= n):
                raise bounds_error(a, index)
        else:
            at = jnp.clip(at, 0, n - 1)
        places.append(at)
    if any(isinstance(x, jax.Array) for x in (*places, buffer)):
        rank = max(p.ndim for p in places)
        places = [to_device(p).reshape((1,) * (rank - p.ndim) + p.shape) for p in places]
        buffer = to_device(buffer)
    return JaxNumber(buffer[tuple(places[::-1])])


# ---------------------------------------------------------------------------------------- setindex!


@base("setindex!", JaxArray)
def setindex_bang(a: JaxArray, value: Any, *index: Any) -> JaxArray:
    """`a[index…] = value`."""
    if not index:
        index = (1,)
        if math.prod(a.size) != 1:
            raise bounds_error(a, ())
    if len(index) == 1 and _traced_mask(a, value, index[0]):
        return a
    picks, dims = picks_of(a, a.size, index)
    scalar = all(p.size == () for p in picks) and not _shapes_result(index)
    new = _assigned(a, value, picks, scalar)
    target = a.writable()
    moving = any(isinstance(p.places, jax.Array) for p in picks)
    if target is not None and not moving and isinstance(new, (np.ndarray, np.generic)):
        put(seen_as(target, dims), picks, new)
        return a
    old = a.read()
    buffer = scattered(seen_as(to_device(old), dims), picks, to_device(new))
    a.write(buffer.reshape(old.shape))
    return a


def _assigned(a: JaxArray, value: Any, picks: list[Pick], scalar: bool) -> Any:
    """The value as a buffer of the array's type, in the outer shape of the picks."""
    from .ranges import AbstractRange

    if scalar:
        return _scalar_for(a, value)
    if isinstance(value, AbstractRange):
        buffer = value.values()
    elif isinstance(value, JaxArray):
        buffer = value.read()
        if not isinstance(buffer, Tracer):
            buffer = np.array(on_host(buffer))  # `a[2:3] = a` and views of `a` itself
    elif isinstance(value, HostArray):
        items = [_scalar_for(a, value.at(k)) for k in range(len(value.items))]
        traced = any(isinstance(x, jax.Array) for x in items)
        buffer = jnp.stack(items) if traced else np.array(items, a.dtype)
        buffer = buffer.reshape(value.size[::-1])
    else:
        collected = generic("_collected_for_assignment")(value)
        return _assigned(a, collected, picks, scalar)
    _check_assignment(buffer.shape[::-1], [p.size for p in picks])
    return convert_buffer(buffer, a.dtype).reshape(outer_shape(picks))


@base("_collected_for_assignment")
def _collected_for_assignment(value: Any) -> Any:
    from .typeof import isa
    from .types_base import AbstractArray

    if isa(value, AbstractArray):
        return generic("collect")(value)
    several = "many" if _before_1_6() else "possibly many"
    raise exc.ArgumentError(
        f"indexed assignment with a single value to {several} locations is not supported; "
        "perhaps use broadcasting `.=` instead?"
    )


def _before_1_6() -> bool:
    from .config import julia_before

    return julia_before(1, 6)


def _scalar_for(a: JaxArray, value: Any) -> Any:
    """A value as an element of the array: converted as `convert` does."""
    dtype = a.dtype
    have = number_dtype(value)
    if have is None:
        from .typeof import from_dtype

        value = generic("convert")(from_dtype(dtype), value)
        have = number_dtype(value)
    if isinstance(value, JaxNumber):
        if value.ndim:
            raise exc.ArgumentError("lanes of a kernel are assigned to an element")
        if isinstance(value.buffer, Tracer):
            return cast(value.buffer, dtype)
        value = number(value.buffer)
    return np.asarray(convert_number(value, dtype), dtype)


def _check_assignment(have: tuple[int, ...], want: list[tuple[int, ...]]) -> None:
    """Julia's rule: the same sizes but for ones, in order."""
    sizes = [n for size in want for n in size]
    if [n for n in have if n != 1] == [n for n in sizes if n != 1]:
        return
    if len(have) <= 1 and len(sizes) <= 2 and math.prod(have) == math.prod(sizes):
        return
    counts = [math.prod(size) for size in want]
    if len(counts) == 1:
        if math.prod(have) == counts[0]:
            return
        message = f"tried to assign {math.prod(have)} elements to {counts[0]} destinations"
    else:
        message = f"tried to assign {_dims(have)} array to {_dims(tuple(counts))} destination"
    raise exc.DimensionMismatch(message)


def _dims(size: tuple[int, ...]) -> str:
    if not size:
        return "0-dimensional"
    return f"{size[0]}-element" if len(size) == 1 else "×".join(map(str, size))


def _traced_mask(a: JaxArray, value: Any, mask: Any) -> bool:
    """`a[mask] = value` under a trace, where the values count off the places of the mask."""
    if not (isinstance(mask, JaxArray) and mask.dtype == bool):
        return False
    flags = mask.read()
    if not isinstance(flags, Tracer):
        return False
    if mask.size != a.size:
        raise bounds_error(a, (mask,))
    old = to_device(a.read())
    new = to_device(value.read()).reshape(-1) if isinstance(value, JaxArray) else None
    if new is None:
        raise exc.ArgumentError("assign one value to the elements of a mask by `.=`")
    order = jnp.cumsum(flags.reshape(-1)) - 1
    chosen = jnp.take(cast(new, old.dtype), order, mode="clip").reshape(old.shape)
    a.write(jnp.where(flags, chosen, old))
    return True


@base("get", JaxArray, HostArray)
def get(a: Any, index: Any, default: Any) -> Any:
    """`a[index]`, or the default where that lies outside."""
    if not generic("checkbounds")(_BOOL, a, *(index if isinstance(index, tuple) else (index,))):
        return default
    return generic("getindex")(a, *(index if isinstance(index, tuple) else (index,)))


@base("get", JaxArray, HostArray, at=1)
def _(default: Any, a: Any, index: Any) -> Any:
    missing = object()
    found = get(a, index, missing)
    return default() if found is missing else found


# --------------------------------------------------------------------------------------- fast paths


def _install_fast_read() -> None:
    function = getindex
    dispatch = function.dispatch

    def call(a: Any, *index: Any) -> Any:
        if isinstance(a, JaxArray) and innermost() is None:
            buffer = a._data if type(a) is JaxArray else a.current()
            if type(buffer) is np.ndarray:
                if len(index) == 1:
                    (i,) = index
                    if type(i) is int and buffer.ndim == 1 and 0 < i <= buffer.shape[0]:
                        if buffer.dtype.char in _PLAIN:
                            return buffer.item(i - 1)
                        return buffer[i - 1]
                elif len(index) == 2:
                    i, j = index
                    if type(i) is int and type(j) is int and buffer.ndim == 2:
                        columns, rows = buffer.shape
                        if 0 < i <= rows and 0 < j <= columns:
                            if buffer.dtype.char in _PLAIN:
                                return buffer.item(j - 1, i - 1)
                            return buffer[j - 1, i - 1]
                    elif buffer.ndim == 2:
                        columns, rows = buffer.shape
                        if i is COLON and type(j) is int and 0 < j <= columns:
                            return JaxArray(buffer[j - 1].copy(), a.bit)
                        if j is COLON and type(i) is int and 0 < i <= rows:
                            return JaxArray(buffer[:, i - 1].copy(), a.bit)
        return dispatch(a, *index)

    fast(function, call)


_STORABLE = {"d": (float, int), "l": (int,), "q": (int,), "?": (bool,)}


def _install_fast_write() -> None:
    function = setindex_bang
    dispatch = function.dispatch

    def call(a: Any, value: Any, *index: Any) -> Any:
        if isinstance(a, JaxArray) and not cell._active:
            buffer = a._data if type(a) is JaxArray else a.current()
            if (
                type(buffer) is np.ndarray
                and type(value) in _STORABLE.get(buffer.dtype.char, ())
                and buffer.flags.writeable
            ):
                if len(index) == 1:
                    (i,) = index
                    if type(i) is int and buffer.ndim == 1 and 0 < i <= buffer.shape[0]:
                        buffer[i - 1] = value
                        return a
                elif len(index) == 2:
                    i, j = index
                    if type(i) is int and type(j) is int and buffer.ndim == 2:
                        columns, rows = buffer.shape
                        if 0 < i <= rows and 0 < j <= columns:
                            buffer[j - 1, i - 1] = value
                            return a
        return dispatch(a, value, *index)

    fast(function, call)


_install_fast_read()
_install_fast_write()
