"""Changing the length of a vector in place: `push! pop! append! insert! deleteat! splice! …`."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np

from .array import JaxArray, namespace
from .cell import host_effect
from .containers import UNSET, HostArray, buffer_of
from .convert import convert_number
from .dispatch import base, generic
from .exceptions import ArgumentError, BoundsError, MethodError
from .iteration import elements
from .numbers import JaxNumber, Tracer, number, number_dtype, to_device
from .ranges import AbstractRange
from .typeof import from_dtype

VECTORS = (JaxArray, HostArray)


def count(a: Any) -> int:
    """The length of a vector; a MethodError for an array that is none."""
    if len(a.size) != 1:
        raise MethodError(generic("push!"), (a,))
    return int(a.size[0])


def as_elements(a: Any, items: list[Any]) -> list[Any]:
    """The items converted to the vector's element type."""
    if isinstance(a, HostArray):
        convert = generic("convert")
        return [convert(a.eltype, x) for x in items]
    dtype = a.dtype
    return [
        generic("convert")(from_dtype(dtype), x)
        if number_dtype(x) is None
        else convert_number(x, dtype)
        for x in items
    ]


def replace_part(a: Any, start: int, stop: int, items: list[Any]) -> None:
    """Put items (already converted) in place of those from `start` to before `stop` (0-based)."""
    if isinstance(a, HostArray):
        a.changing("a change of the length of a vector")
        a.items[start:stop] = items
        a.size = (len(a.items),)
        return
    if type(a) is not JaxArray:
        raise MethodError(generic("resize!"), (a,))
    host_effect("a change of the length of a vector", a.serial)
    buffer = a.read()
    traced = any(isinstance(x, JaxNumber) for x in items)
    if type(buffer) is np.ndarray and not traced:
        if start == buffer.shape[0]:
            _append(a, buffer, items)
            return
        if not items and stop == buffer.shape[0]:
            a.write(buffer[:start])
            return
    new = buffer_of(items, a.dtype)
    parts = [buffer[:start], new, buffer[stop:]]
    xp = namespace(*parts)
    if xp is not np:
        parts = [to_device(p) for p in parts]
    a.write(xp.concatenate(parts))


def _append(a: JaxArray, buffer: np.ndarray, items: list[Any]) -> None:
    """Append in amortised constant time: the buffer is the beginning of a longer one."""
    n = buffer.shape[0]
    room = buffer.base
    if id(room) not in _rooms or room.shape[0] < n + len(items):
        room = np.empty(max(8, 2 * n, n + len(items)), dtype=buffer.dtype)
        room[:n] = buffer
        _remember(room)
    if len(items) == 1:
        room[n] = items[0]
    else:
        room[n : n + len(items)] = buffer_of(items, buffer.dtype)
    a.write(room[: n + len(items)])


def _remember(room: np.ndarray) -> None:
    key = id(room)
    _rooms[key] = weakref.ref(room, lambda _: _rooms.pop(key, None))


# Buffers with room to grow. Only this file makes arrays over a part of one, always its beginning.
_rooms: dict[int, Any] = {}


@base("push!", *VECTORS)
def push(a: Any, *items: Any) -> Any:
    """The vector with items at its end."""
    if len(items) == 1 and type(a) is JaxArray:
        buffer = a.read()
        x = items[0]
        plain = type(buffer) is np.ndarray and type(x) is not JaxNumber
        if plain and buffer.ndim == 1 and number_dtype(x) is buffer.dtype:
            host_effect("a change of the length of a vector", a.serial)
            _append(a, buffer, [x])
            return a
    n = count(a)
    replace_part(a, n, n, as_elements(a, list(items)))
    return a


@base("append!", *VECTORS)
def append(a: Any, *sources: Any) -> Any:
    """The vector with the elements of collections at its end."""
    for source in sources:
        n = count(a)
        replace_part(a, n, n, as_elements(a, list(elements(source))))
    return a


@base("pushfirst!", *VECTORS)
def pushfirst(a: Any, *items: Any) -> Any:
    """The vector with items at its beginning."""
    count(a)
    replace_part(a, 0, 0, as_elements(a, list(items)))
    return a


@base("prepend!", *VECTORS)
def prepend(a: Any, *sources: Any) -> Any:
    """The vector with the elements of collections at its beginning."""
    for source in reversed(sources):
        replace_part(a, 0, 0, as_elements(a, list(elements(source))))
    return a


def _taken(a: Any, k: int) -> Any:
    """The element at a 0-based position."""
    return a.at(k) if isinstance(a, HostArray) else number(a.read()[k])


@base("pop!", *VECTORS)
def pop(a: Any, *index: Any) -> Any:
    """The last element, which is taken out."""
    if index:
        return popat(a, *index)
    n = count(a)
    if not n:
        raise ArgumentError("array must be non-empty")
    item = _taken(a, n - 1)
    replace_part(a, n - 1, n, [])
    return item


@base("popfirst!", *VECTORS)
def popfirst(a: Any) -> Any:
    """The first element, which is taken out."""
    if not count(a):
        raise ArgumentError("array must be non-empty")
    item = _taken(a, 0)
    replace_part(a, 0, 1, [])
    return item


@base("popat!", *VECTORS)
def popat(a: Any, index: Any, *default: Any) -> Any:
    """The element at an index, which is taken out."""
    k = int(index)
    if not 1 <= k <= count(a):
        if default:
            return default[0]
        raise BoundsError(a, (index,))
    item = _taken(a, k - 1)
    replace_part(a, k - 1, k, [])
    return item


@base("insert!", *VECTORS)
def insert(a: Any, index: Any, item: Any) -> Any:
    """The vector with an item put before the one at an index."""
    k = int(index)
    if not 1 <= k <= count(a) + 1:
        raise BoundsError(a, index)
    replace_part(a, k - 1, k - 1, as_elements(a, [item]))
    return a


@base("empty!", *VECTORS)
def empty(a: Any) -> Any:
    """The vector without its elements."""
    replace_part(a, 0, count(a), [])
    return a


@base("resize!", *VECTORS)
def resize(a: Any, length: Any) -> Any:
    """The vector with another length; new elements are undefined."""
    n, wanted = count(a), int(length)
    if wanted < 0:
        raise ArgumentError("new length must be ≥ 0")
    if wanted <= n:
        replace_part(a, wanted, n, [])
    else:
        fillers = [UNSET if isinstance(a, HostArray) else a.dtype.type(0)] * (wanted - n)
        replace_part(a, n, n, fillers)
    return a


@base("sizehint!")
def sizehint(a: Any, *n: Any, **options: Any) -> Any:
    """The collection: a hint about its later size changes nothing."""
    return a


def _indices(a: Any, which: Any) -> list[int]:
    """The 0-based positions that an index, a range, a list of indices or a mask names."""
    n = count(a)
    if isinstance(which, JaxArray) and which.dtype == bool:
        buffer = which.read()
        if isinstance(buffer, Tracer):
            from .cell import not_static

            not_static("deleting elements by a mask whose values are traced")
        if buffer.shape[0] != n:
            raise BoundsError(a, which)
        return [int(k) for k in np.flatnonzero(np.asarray(buffer))]
    found = [int(k) - 1 for k in elements(which)]
    for k in found:
        if not 0 <= k < n:
            raise BoundsError(a, k + 1 if number_dtype(which) is not None else (which,))
    return found


def keep_positions(a: Any, kept: list[int]) -> None:
    """Keep only the elements at the 0-based positions, in that order."""
    if isinstance(a, HostArray):
        a.replace([a.items[k] for k in kept])
        return
    host_effect("a change of the length of a vector", a.serial)
    buffer = a.read()
    a.write(buffer[np.array(kept, dtype=int)])


@base("deleteat!", *VECTORS)
def deleteat(a: Any, which: Any) -> Any:
    """The vector without the elements at some indices."""
    gone = _indices(a, which)
    if isinstance(which, AbstractRange) and which.step == 1:
        if gone:
            replace_part(a, gone[0], gone[-1] + 1, [])
        return a
    if any(x >= y for x, y in pairwise(gone)):
        raise ArgumentError("indices must be unique and sorted")
    if len(gone) == 1:
        replace_part(a, gone[0], gone[0] + 1, [])
        return a
    dropped = set(gone)
    keep_positions(a, [k for k in range(count(a)) if k not in dropped])
    return a


@base("keepat!", *VECTORS)
def keepat(a: Any, which: Any) -> Any:
    """The vector with only the elements at some indices."""
    keep_positions(a, _indices(a, which))
    return a


_NONE: Any = object()


@base("splice!", *VECTORS)
def splice(a: Any, index: Any, replacement: Any = _NONE) -> Any:
    """What stood at an index or a range of them, which is replaced."""
    new = [] if replacement is _NONE else as_elements(a, list(elements(replacement)))
    if not isinstance(index, AbstractRange):
        if number_dtype(index) is None:
            old = generic("getindex")(a, index)
            deleteat(a, index)
            return old
        k = int(index)
        if not 1 <= k <= count(a):
            raise BoundsError(a, (index,))
        item = _taken(a, k - 1)
        replace_part(a, k - 1, k, new)
        return item
    old = generic("getindex")(a, index)
    start = int(index.first) - 1
    replace_part(a, start, start + len(index), new)
    return old


# --------------------------------------------------------------------- filters that work in place


@base("filter!", *VECTORS, at=1)
def filter_in_place(f: Callable[..., Any], a: Any) -> Any:
    """The vector with only the elements that satisfy a predicate."""
    kept = [k for k, x in enumerate(list(elements(a))) if f(x)]
    keep_positions(a, kept)
    return a


@base("unique!", *VECTORS)
def unique_in_place(*args: Any) -> Any:
    """The vector with each element once."""
    return _unique(*args)


base("unique!", *VECTORS, at=1)(lambda *args: _unique(*args))


def _unique(*args: Any) -> Any:
    from .ordering import first_places

    *f, a = args
    items = list(elements(a))
    keys = [f[0](x) for x in items] if f else items
    keep_positions(a, first_places(keys))
    return a
