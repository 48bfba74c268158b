"""`vcat hcat cat hvcat hvncat` and their typed forms, `stack` and `repeat`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from .array import JaxArray, fresh, namespace
from .config import julia_before
from .construct import converted
from .containers import HostArray, array_of, buffer_of
from .dispatch import base, generic
from .exceptions import ArgumentError, DimensionMismatch, MethodError
from .iteration import elements, size_of
from .mapped import lanes_of
from .numbers import cast, number_dtype, promote_dtypes, to_device
from .ranges import AbstractRange
from .types import JuliaType


class Blocks:
    """The parts of a concatenation as buffers: of numbers, or of positions in a pool of host
    values.
    """

    def __init__(self, parts: Sequence[Any]) -> None:
        self.pool: list[Any] | None = None
        self.eltype: Any = None
        lanes = [_lanes(x) for x in parts]
        if all(b is not None for b in lanes):
            self.buffers = self._promoted(lanes)
        else:
            self.buffers = self._pooled(parts)

    @staticmethod
    def _promoted(lanes: list[Any]) -> list[Any]:
        dtype = lanes[0].dtype
        for b in lanes[1:]:
            dtype = promote_dtypes(dtype, b.dtype)
        lanes = [cast(b, dtype) for b in lanes]
        if namespace(*lanes) is not np:
            lanes = [to_device(b) for b in lanes]
        return lanes

    def _pooled(self, parts: Sequence[Any]) -> list[Any]:
        self.pool = []
        promote, buffers = generic("promote_type"), []
        for x in parts:
            inside = _is_array(x)
            size = tuple(size_of(x) or ()) if inside else ()
            items = (x.items if isinstance(x, HostArray) else list(elements(x))) if inside else [x]
            start = len(self.pool)
            buffers.append(np.arange(start, start + len(items)).reshape(size[::-1]))
            self.pool.extend(items)
            eltype = generic("eltype")(x) if inside else generic("typeof")(x)
            self.eltype = eltype if self.eltype is None else promote(self.eltype, eltype)
        return buffers

    def array(self, buffer: Any) -> Any:
        """The array that a concatenated buffer stands for."""
        if self.pool is None:
            return JaxArray(fresh(buffer))
        items = [self.pool[k] for k in buffer.reshape(-1).tolist()]
        return array_of(items, self.eltype, buffer.shape[::-1])


def _is_array(x: Any) -> bool:
    from .typeof import isa
    from .types_base import AbstractArray

    return isinstance(x, (JaxArray, HostArray, AbstractRange)) or bool(isa(x, AbstractArray))


def _lanes(x: Any) -> Any:
    dtype = number_dtype(x)
    if dtype is not None:
        return buffer_of([x], dtype).reshape(())
    return lanes_of(x) if _is_array(x) else None


def with_rank(buffer: Any, rank: int) -> Any:
    """The buffer with more dimensions of length 1 at Julia's end."""
    return buffer.reshape((1,) * (rank - buffer.ndim) + buffer.shape)


def join(parts: Sequence[Any], k: int, check: Callable[[list[Any]], None] | None = None) -> Any:
    """The parts along dimension k."""
    blocks = Blocks(parts)
    buffers = blocks.buffers
    if check is not None:
        check(buffers)
    rank = max(k, *(b.ndim for b in buffers))
    buffers = [with_rank(b, rank) for b in buffers]
    _check_sizes(buffers, k)
    return blocks.array(namespace(*buffers).concatenate(buffers, axis=-k))


def _check_sizes(buffers: list[Any], k: int) -> None:
    first = buffers[0].shape[::-1]
    for b in buffers[1:]:
        for d, (want, have) in enumerate(zip(first, b.shape[::-1], strict=True), 1):
            if d != k and want != have:
                raise DimensionMismatch(f"mismatch in dimension {d} (expected {want} got {have})")


def _same_columns(buffers: list[Any]) -> None:
    counts = [b.shape[-2] if b.ndim > 1 else 1 for b in buffers]
    if max(b.ndim for b in buffers) == 2 and len(set(counts)) > 1:
        error = ArgumentError if julia_before(1, 8) else DimensionMismatch
        raise error(f"number of columns of each array must match (got {_tuple(counts)})")


def _same_rows(buffers: list[Any]) -> None:
    counts = [b.shape[-1] if b.ndim else 1 for b in buffers]
    if max(b.ndim for b in buffers) > 2 or len(set(counts)) == 1:
        return
    if all(b.ndim == 1 for b in buffers):
        raise DimensionMismatch("vectors must have same lengths")
    raise DimensionMismatch(f"number of rows of each array must match (got {_tuple(counts)})")


def _tuple(counts: list[int]) -> str:
    return "(" + ", ".join(map(str, counts)) + ("," if len(counts) == 1 else "") + ")"


def _empty() -> Any:
    from .types import ANY

    return array_of([], ANY)


@base("vcat")
def vcat(*parts: Any) -> Any:
    """The parts one below the other."""
    return join(parts, 1, _same_columns) if parts else _empty()


@base("hcat")
def hcat(*parts: Any) -> Any:
    """The parts side by side."""
    return join(parts, 2, _same_rows) if parts else _empty()


@base("cat")
def cat(*parts: Any, dims: Any) -> Any:
    """The parts along `dims`; along several they form blocks on a diagonal."""
    if not parts:
        return _empty()
    wanted = [int(_val(d)) for d in (dims if isinstance(dims, tuple) else (dims,))]
    if len(wanted) == 1:
        if wanted[0] < 1:
            raise ArgumentError(f"concatenation dimension must be ≥ 1, got {wanted[0]}")
        return join(parts, wanted[0])
    return _blocks_on_diagonal(parts, wanted)


def _val(d: Any) -> Any:
    if number_dtype(d) is not None:
        return d
    from .typeof import typeof

    return typeof(d).parameters[0]


def _blocks_on_diagonal(parts: Sequence[Any], dims: list[int]) -> Any:
    blocks = Blocks(parts)
    if blocks.pool is not None:
        raise MethodError(generic("cat"), tuple(parts))
    rank = max(*dims, *(b.ndim for b in blocks.buffers))
    buffers = [with_rank(b, rank) for b in blocks.buffers]
    size = list(buffers[0].shape[::-1])
    for d in dims:
        size[d - 1] = sum(b.shape[-d] for b in buffers)
    xp = namespace(*buffers)
    result = xp.zeros(tuple(size[::-1]), buffers[0].dtype)
    at = [0] * rank
    for b in buffers:
        place = tuple(slice(at[k], at[k] + n) for k, n in enumerate(b.shape[::-1]))[::-1]
        if xp is np:
            result[place] = b
        else:
            result = result.at[place].set(b)
        for d in dims:
            at[d - 1] += b.shape[-d]
    return JaxArray(result)


@base("hvcat")
def hvcat(rows: Any, *parts: Any) -> Any:
    """`[a b; c d]`: `rows` is the number of parts in each row (or in all)."""
    if not isinstance(rows, tuple):
        rows = (int(rows),) * (len(parts) // int(rows))
    if all(number_dtype(x) is not None for x in parts) and len(set(rows)) == 1:
        return _matrix_of_numbers(parts, rows)
    lines, start = [], 0
    for count in rows:
        lines.append(join(parts[start : start + count], 2, _same_rows))
        start += count
    widths = [line.size[1] for line in lines]
    if len(set(widths)) > 1:
        wrong = next(k for k, w in enumerate(widths) if w != widths[0])
        if all(number_dtype(x) is not None for x in parts):
            raise ArgumentError(
                f"row {wrong + 1} has mismatched number of columns"
                f" (expected {widths[0]}, got {widths[wrong]})"
            )
        raise DimensionMismatch(
            f"number of columns of each array must match (got {_tuple(widths)})"
        )
    return join(lines, 1)


def _matrix_of_numbers(parts: Sequence[Any], rows: tuple[int, ...]) -> Any:
    dtype = None
    for x in parts:
        found = number_dtype(x)
        dtype = found if dtype is None else promote_dtypes(dtype, found)
    items = [
        cast(x, dtype) if number_dtype(x) is not dtype and not hasattr(x, "buffer") else x
        for x in parts
    ]
    flat = buffer_of(list(items), dtype)
    return JaxArray(fresh(flat.reshape(len(rows), rows[0]).transpose()))


@base("hvncat")
def hvncat(shape: Any, *args: Any) -> Any:
    """`[a; b;; c; d]`: `shape` is a dimension, or the numbers of parts along each."""
    if not isinstance(shape, tuple):
        return join(args, int(shape))
    row_first, *parts = args
    if isinstance(shape[0], tuple):
        return _ragged(shape, bool(row_first), parts)
    order = list(range(1, len(shape) + 1))
    if row_first:
        order[:2] = [2, 1]
    for k in order:
        count = shape[k - 1]
        parts = [join(parts[i : i + count], k) for i in range(0, len(parts), count)]
    return parts[0]


def _ragged(shape: tuple[Any, ...], row_first: bool, parts: list[Any]) -> Any:
    """Blocks whose counts differ: each level of `shape` says how many scalars its groups hold."""
    order = list(range(1, len(shape) + 1))
    if row_first:
        order[:2] = [2, 1]
    groups: list[tuple[Any, int]] = [(p, 1) for p in parts]
    for level, k in zip(shape, order, strict=True):
        made, at = [], 0
        for wanted in level:
            taken, count = [], 0
            while count < wanted:
                part, n = groups[at]
                taken.append(part)
                count, at = count + n, at + 1
            made.append((join(taken, k), count))
        groups = made
    return groups[0][0]


def _typed(name: str, function: Any) -> None:
    @base(name)
    def _(T: Any, *args: Any) -> Any:
        if not args:
            return array_of([], T)
        if name != "typed_hvncat" or isinstance(args[0], tuple) or len(args) > 1:
            return converted(function(*args), T)
        return array_of([], T, (0,) * int(args[0]))

    generic(name).__doc__ = f"`{name}(T, …)`: the result's elements are converted to T."


for _name in ("vcat", "hcat", "hvcat", "hvncat"):
    _typed(f"typed_{_name}", generic(_name))


@base("vcat", JuliaType)
def _(*parts: Any) -> Any:
    return array_of(list(parts), generic("typejoin")(*map(generic("typeof"), parts)))


# ------------------------------------------------------------------------------------ repeat, stack


@base("repeat")
def repeat(a: Any, *counts: Any, inner: Any = None, outer: Any = None) -> Any:
    """`a` repeated along each dimension: as a whole (`outer`), each element (`inner`)."""
    if number_dtype(a) is not None or not _is_array(a):
        a = generic("fill")(a)
    if len(counts) == 1 and isinstance(counts[0], tuple):
        counts = counts[0]
    outside = counts or _counts(outer)
    inside = _counts(inner)
    for n in (*outside, *inside):
        if int(n) < 0:
            raise ArgumentError("number of repetitions must be ≥ 0")

    def function(x: JaxArray) -> JaxArray:
        buffer = lanes_of(x)
        rank = max(buffer.ndim, len(outside), len(inside))
        buffer = with_rank(buffer, rank)
        xp = namespace(buffer)
        for d, n in enumerate(inside, 1):
            buffer = xp.repeat(buffer, int(n), axis=-d)
        tiles = [int(n) for n in outside] + [1] * (rank - len(outside))
        return JaxArray(fresh(xp.tile(buffer, tuple(tiles[::-1]))))

    if isinstance(a, HostArray):
        from .containers import moved

        return moved(function, a)
    return function(a)


def _counts(n: Any) -> tuple[Any, ...]:
    if n is None:
        return ()
    return tuple(elements(n))


@base("repeat", str)
def _(text: str, n: Any) -> str:
    if int(n) < 0:
        raise ArgumentError(f"can't repeat a string {int(n)} times")
    return text * int(n)


@base("stack")
def stack(*args: Any, dims: Any = None) -> Any:
    """The arrays as slices of one array with one more dimension, the last (or `dims`)."""
    if len(args) > 1:
        args = (generic("map")(*args),)
    parts = list(elements(args[0]))
    if not parts:
        raise ArgumentError("stack of an empty collection is not supported")
    if not _is_array(parts[0]):
        parts = [generic("collect")(p) for p in parts]
    rank = len(size_of(parts[0]) or ())
    for p in parts:
        if size_of(p) != size_of(parts[0]):
            raise DimensionMismatch("stack expects uniform slices")
    k = rank + 1 if dims is None else int(dims)
    blocks = Blocks(parts)
    xp = namespace(*blocks.buffers)
    return blocks.array(xp.stack(blocks.buffers, axis=rank + 1 - k))
