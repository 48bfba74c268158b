"""Indices as Julia writes them, made into what a buffer understands: one `Pick` a dimension."""

from __future__ import annotations

import math
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from . import exceptions as exc
from .array import JaxArray
from .cartesian import CartesianIndex, CartesianIndices
from .dispatch import generic
from .numbers import JaxNumber, Tracer, number_dtype, on_host, to_device
from .ranges import AbstractRange

COLON = generic(":")


class Pick:
    """The elements that one index takes of one dimension.

    `start` and `step` of a slice are 0-based; `places` is a 0-based index array with reversed axes
    (or a traced scalar); `size` is what the index adds to the size of the result.
    """

    __slots__ = ("places", "size", "start", "step")

    def __init__(self, start: int, step: int, size: tuple[int, ...], places: Any = None) -> None:
        self.start, self.step, self.size, self.places = start, step, size, places

    @property
    def count(self) -> int:
        """How many elements are taken."""
        return math.prod(self.size)

    def as_slice(self) -> slice:
        """The slice of a pick without `places`."""
        n = self.count
        if n == 0:
            return slice(0, 0, 1)
        stop = self.start + self.step * n
        return slice(self.start, None if stop < 0 else stop, self.step)

    def as_places(self) -> Any:
        """The 0-based places as a flat array."""
        if self.places is not None:
            return self.places.reshape(-1)
        return self.start + self.step * np.arange(self.count)


def expand(index: tuple[Any, ...], size: tuple[int, ...]) -> list[Any]:
    """The indices with `CartesianIndex`es spread over their dimensions and masks turned into
    positions."""
    out: list[Any] = []
    for i in index:
        if type(i) is int or i is COLON or isinstance(i, AbstractRange):
            out.append(i)
        elif isinstance(i, CartesianIndex):
            out.extend(i.index)
        elif isinstance(i, CartesianIndices):
            out.extend(i.ranges)
        elif isinstance(i, JaxArray) and i.dtype == bool:
            out.extend(
                _from_mask(
                    i, size[len(out) : len(out) + i.ndim] if len(index) > 1 else size, len(index)
                )
            )
        else:
            out.append(points_of(i) or i)
    return out


def _from_mask(mask: JaxArray, dims: tuple[int, ...], count: int) -> list[Any]:
    buffer = on_host(mask.read())
    if isinstance(buffer, Tracer):
        from .staging_errors import traced_value_needed

        raise traced_value_needed("a mask that selects elements (how many is not known)", buffer)
    whole = math.prod(dims)
    if mask.size != dims and not (mask.ndim == 1 and count == 1 and mask.size[0] == whole):
        raise MaskMismatch()
    places = np.flatnonzero(buffer)
    if count == 1 or mask.ndim == 1:
        return [JaxArray(places + 1)]
    grid = np.unravel_index(places, dims, order="F")
    return [Points([g + 1 for g in grid], (len(places),))]


class MaskMismatch(Exception):
    """A mask whose size is not that of what it indexes."""


class Points:
    """Places that run over several dimensions at once: an array of `CartesianIndex`, a mask of a
    matrix."""

    __slots__ = ("columns", "size")

    def __init__(self, columns: list[np.ndarray], size: tuple[int, ...]) -> None:
        self.columns, self.size = columns, size

    def linear(self, dims: tuple[int, ...]) -> JaxArray | None:
        """The linear indices in an array of that size; `None` if a place lies outside."""
        flat, stride = np.zeros(self.columns[0].shape, np.int64), 1
        for column, n in zip(self.columns, dims, strict=True):
            if column.size and (column.min() < 1 or column.max() > n):
                return None
            flat += (column - 1) * stride
            stride *= n
        return JaxArray((flat + 1).reshape(self.size[::-1]))


def points_of(i: Any) -> Points | None:
    """The places of an array of `CartesianIndex`es, `None` of every other index."""
    from .containers import HostArray

    if not isinstance(i, HostArray) or not i.items or not isinstance(i.items[0], CartesianIndex):
        return None
    table = np.array([c.index for c in i.items], np.int64)
    return Points([table[:, k] for k in range(table.shape[1])], i.size)


def pick(i: Any, n: int) -> Pick | None:
    """What an index takes of a dimension of `n` elements; `None` if a host index lies outside."""
    if i is COLON:
        return Pick(0, 1, (n,))
    if type(i) is int:
        return Pick(i - 1, 1, ()) if 0 < i <= n else None
    if isinstance(i, AbstractRange):
        return _pick_range(i, n)
    if isinstance(i, JaxArray):
        return _pick_array(i, n)
    dtype = number_dtype(i)
    if dtype is not None:
        if dtype.kind not in "iu":
            raise invalid_index(i)
        if isinstance(i, JaxNumber) and isinstance(i.buffer, Tracer):
            return Pick(0, 1, (), i.buffer - 1)
        return pick(int(i), n)
    return _pick_other(i, n)


def invalid_index(i: Any) -> Exception:
    """Julia's error for a value that is no index."""
    from .typeof import typeof

    return exc.ArgumentError(f"invalid index: {generic('repr')(i)} of type {typeof(i)}")


def _pick_range(r: AbstractRange, n: int) -> Pick | None:
    count = len(r)
    if count == 0:
        return Pick(0, 1, (0,))
    first, last = int(r.first), int(r.last)
    if r.dtype is None or r.dtype.kind not in "iu":
        raise invalid_index(r)
    if min(first, last) < 1 or max(first, last) > n:
        return None
    step = (last - first) // (count - 1) if count > 1 else 1
    return Pick(first - 1, step, (count,))


def _pick_array(a: JaxArray, n: int) -> Pick | None:
    if a.dtype.kind not in "iu":
        if 0 in a.size:
            return Pick(0, 1, a.size, np.zeros(a.size[::-1], np.int64))
        raise exc.ArgumentError(
            f"unable to check bounds for indices of type {generic('eltype')(a)}"
        )
    buffer = on_host(a.read())
    if not isinstance(buffer, Tracer):
        if buffer.size and (buffer.min() < 1 or buffer.max() > n):
            return None
        return Pick(0, 1, a.size, buffer.astype(np.int64) - 1)
    return Pick(0, 1, a.size, buffer - 1)


def _pick_other(i: Any, n: int) -> Pick | None:
    from .containers import HostArray

    if isinstance(i, HostArray) and not i.items:
        return Pick(0, 1, i.size, np.zeros(i.size[::-1], np.int64))
    if isinstance(i, HostArray) and all(number_dtype(x) is not None for x in i.items):
        places = np.array([int(x) for x in i.items], np.int64).reshape(i.size[::-1])
        return _pick_array(JaxArray(places), n)
    chosen = generic("to_index")(i)
    if chosen is i:
        raise invalid_index(i)
    return pick(chosen, n)


# --------------------------------------------------------------------------------------- on buffers


def basic(buffer: Any, picks: list[Pick]) -> Any:
    """The buffer with all slices and host scalars taken (a NumPy view); axes with `places` stay
    whole."""
    parts = [slice(None) if p.places is not None else p.as_slice() for p in reversed(picks)]
    if any(part != slice(None) for part in parts):
        buffer = buffer[tuple(parts)]
    scalars = [p.places is None and p.size == () for p in reversed(picks)]
    if any(scalars):
        buffer = buffer.reshape(
            tuple(n for n, drop in zip(buffer.shape, scalars, strict=True) if not drop)
        )
    return buffer


def gather(buffer: Any, picks: list[Pick]) -> Any:
    """The picked elements: every combination, as Julia's `A[I, J, …]` takes them."""
    out = basic(buffer, picks)
    kept = [p for p in reversed(picks) if p.places is not None or p.size != ()]
    for axis in range(len(kept) - 1, -1, -1):
        places = kept[axis].places
        if places is None:
            continue
        if isinstance(places, jax.Array) or isinstance(out, jax.Array):
            out = to_device(out)
            if places.ndim == 0:
                out = jax.lax.dynamic_index_in_dim(
                    out, places, axis, keepdims=False, allow_negative_indices=False
                )
            else:
                out = jnp.take(out, to_device(places), axis=axis, mode="clip")
        else:
            out = np.take(out, places, axis=axis)
    return out


def outer_shape(picks: list[Pick]) -> tuple[int, ...]:
    """The shape of the picked part with one axis a dimension."""
    return tuple(p.count for p in reversed(picks))


def put(buffer: np.ndarray, picks: list[Pick], value: Any) -> None:
    """Write into a host buffer: `value` has the outer shape, or is a scalar."""
    many = sum(p.places is not None for p in picks)
    if many <= 1:
        parts = [p.as_places() if p.places is not None else p.as_slice() for p in reversed(picks)]
        buffer[tuple(parts)] = value
        return
    buffer[_mesh(picks, np)] = value


def _mesh(picks: list[Pick], xp: Any) -> tuple[Any, ...]:
    rank = len(picks)
    out = []
    for axis, p in enumerate(reversed(picks)):
        places = p.as_places()
        out.append(xp.asarray(places).reshape((1,) * axis + (-1,) + (1,) * (rank - axis - 1)))
    return tuple(out)


def scattered(buffer: Any, picks: list[Pick], value: Any) -> Any:
    """A new device buffer with the picked elements replaced; what lies outside is dropped."""
    value = jnp.broadcast_to(value, outer_shape(picks)) if value.ndim == 0 else value
    moving = [p for p in picks if p.places is not None]
    if all(p.places.ndim == 0 for p in moving) and all(p.step == 1 for p in picks):
        return _updated_slice(buffer, picks, value)
    if len(moving) <= 1:
        parts = [
            _dropping(p.as_places(), n) if p.places is not None else p.as_slice()
            for p, n in zip(reversed(picks), buffer.shape, strict=True)
        ]
        return buffer.at[tuple(parts)].set(value, mode="drop")
    mesh = tuple(_dropping(m, n) for m, n in zip(_mesh(picks, jnp), buffer.shape, strict=True))
    return buffer.at[mesh].set(value, mode="drop")


def _dropping(places: Any, n: int) -> Any:
    """Places of which negative ones lie behind the end (JAX counts them from there otherwise)."""
    return jnp.where(places < 0, n, places) if isinstance(places, Tracer) else to_device(places)


def _updated_slice(buffer: Any, picks: list[Pick], value: Any) -> Any:
    places = [p.places for p in reversed(picks)]
    starts = [p.start if at is None else at for p, at in zip(reversed(picks), places, strict=True)]
    traced = [(at, n) for at, n in zip(places, buffer.shape, strict=True) if at is not None]
    if 0 in value.shape:
        return buffer
    dtype = jnp.result_type(*(at.dtype for at, _ in traced)) if traced else np.dtype(np.int32)
    starts = [jnp.asarray(s, dtype) for s in starts]
    if traced:
        inside = None
        for at, n in traced:
            here = (at >= 0) & (at < n)
            inside = here if inside is None else inside & here
        old = jax.lax.dynamic_slice(buffer, starts, value.shape, allow_negative_indices=False)
        value = jnp.where(inside, value, old)
    return jax.lax.dynamic_update_slice(buffer, value, starts, allow_negative_indices=False)
