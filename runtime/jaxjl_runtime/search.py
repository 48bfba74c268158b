"""Finding: `findall findfirst findlast findnext findprev argmax argmin findmax findmin`, `in`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from .array import JaxArray, namespace
from .cartesian import CartesianIndex
from .cell import not_static
from .containers import HostArray, array_of, from_elements
from .dispatch import base, generic
from .exceptions import TypeError as JuliaTypeError
from .iteration import elements
from .mapped import lanes_of
from .missing import Missing
from .numbers import BOOL, JaxNumber, Tracer, number
from .ranges import colon
from .reduce import Region, empty_error, map_array
from .types_base import Bool, Int64

ARRAYS = (JaxArray, HostArray)


def _truth(x: Any, what: str) -> bool:
    """A Bool that must be known now."""
    if x is True or x is False:
        return x
    if isinstance(x, np.bool_):
        return bool(x)
    if isinstance(x, JaxNumber):
        if isinstance(x.buffer, Tracer):
            not_static(f"`{what}` of values that are traced: its result depends on them")
        return bool(x.buffer)
    raise JuliaTypeError("if", "", Bool, x)


def _keys(x: Any) -> Any:
    return generic("keys")(x)


def _index_of(x: Any, k: int) -> Any:
    """The key of the 0-based position `k`."""
    size = generic("size")(x) if not isinstance(x, tuple) else (len(x),)
    if len(size) == 1:
        return k + 1
    return CartesianIndex(*(int(i) + 1 for i in np.unravel_index(k, size, order="F")))


@base("findall")
def findall(*args: Any) -> Any:
    """The keys of all elements that are true, or satisfy a predicate."""
    f, x = args if len(args) == 2 else (None, args[0])
    if f is not None and isinstance(x, JaxArray):
        x = map_array(f, x)
        f = None
    lanes = lanes_of(x) if f is None else None
    if lanes is not None and lanes.dtype == BOOL:
        if isinstance(lanes, Tracer):
            not_static(
                "`findall` of values that are traced: the size of its result depends on them"
            )
        return _positions(x, lanes)
    found = []
    for key, item in zip(elements(_keys(x)), elements(x), strict=False):
        if _truth(item if f is None else f(item), "findall"):
            found.append(key)
    if found or isinstance(x, (tuple, str)) or len(generic("size")(x)) == 1:
        return array_of(found, Int64) if not found else from_elements(found)
    return array_of([], generic("eltype")(_keys(x)))


def _positions(x: Any, lanes: Any) -> Any:
    flat = np.flatnonzero(np.asarray(lanes).reshape(-1))
    if lanes.ndim == 1:
        return JaxArray(flat.astype(np.int64) + 1)
    shape = tuple(lanes.shape[::-1])
    parts = np.unravel_index(flat, shape, order="F")
    found = [CartesianIndex(*(int(i) + 1 for i in index)) for index in zip(*parts, strict=True)]
    if not found:
        return array_of([], generic("eltype")(_keys(x)))
    return from_elements(found)


def _pairs(x: Any, reverse: bool) -> Iterable[Any]:
    found = zip(elements(_keys(x)), elements(x), strict=False)
    return reversed(list(found)) if reverse else found


def _find(name: str, reverse: bool) -> None:
    @base(name)
    def _(*args: Any) -> Any:
        f, x = args if len(args) == 2 else (None, args[0])
        for key, item in _pairs(x, reverse):
            if _truth(item if f is None else f(item), name):
                return key
        return None

    generic(name).__doc__ = f"`{name}([p,] A)`: the key of an element, or `nothing`."


_find("findfirst", False)
_find("findlast", True)


def _from(name: str, step: int) -> None:
    @base(name)
    def _(*args: Any) -> Any:
        f, x, start = args if len(args) == 3 else (None, *args)
        get, count = generic("getindex"), generic("length")(x)
        if isinstance(start, CartesianIndex):
            size = generic("size")(x)
            k = int(np.ravel_multi_index([i - 1 for i in start.I], size, order="F")) + 1
        else:
            k = int(start)
        cartesian = len(generic("size")(x)) > 1 if isinstance(x, ARRAYS) else False
        while 1 <= k <= count:
            item = get(x, k)
            if _truth(item if f is None else f(item), name):
                return _index_of(x, k - 1) if cartesian else k
            k += step
        return None

    generic(name).__doc__ = f"`{name}([p,] A, i)`: the key of an element from `i` on, or `nothing`."


_from("findnext", 1)
_from("findprev", -1)


# --------------------------------------------------------------------------------- the extreme one


class _Extreme:
    """`findmax` or `findmin`."""

    def __init__(self, biggest: bool) -> None:
        self.biggest = biggest
        self.name = "findmax" if biggest else "findmin"
        self.op = generic("max" if biggest else "min")

    def better(self, a: Any, b: Any) -> bool:
        """Whether `a` replaces the best so far; NaN and missing win."""
        if isinstance(b, Missing) or _is_nan(b):
            return False
        if isinstance(a, Missing) or _is_nan(a):
            return True
        less = generic("isless")
        return bool(less(b, a) if self.biggest else less(a, b))

    def of(self, keys: Iterable[Any], items: Iterable[Any]) -> Any:
        """The best element and its key."""
        best: Any = None
        for key, item in zip(keys, items, strict=False):
            if best is None or self.better(item, best[0]):
                best = item, key
        if best is None:
            raise empty_error(self.op)
        return best

    def whole(self, x: Any, lanes: Any) -> Any:
        """The best element of a buffer and its key."""
        if not lanes.size:
            raise empty_error(self.op)
        place = self.place(lanes.reshape(-1))
        value = number(lanes.reshape(-1)[place])
        if isinstance(lanes, Tracer):
            if lanes.ndim > 1:
                return value, _TracedIndex.of(number(place), lanes.shape[::-1])
            return value, generic("+")(number(place), 1)
        return value, _index_of(x, int(place)) if lanes.ndim > 1 else int(place) + 1

    def place(self, flat: Any, axis: int = -1) -> Any:
        """The 0-based position of the best element along an axis."""
        xp = namespace(flat)
        return (xp.argmax if self.biggest else xp.argmin)(flat, axis=axis)

    def along(self, x: JaxArray, lanes: Any, region: Region) -> Any:
        """The best elements along some axes, and their keys."""
        axes = sorted(a % lanes.ndim for a in region.axes or ())
        kept = [k for k in range(lanes.ndim) if k not in axes]
        xp = namespace(lanes)
        shape = tuple(1 if k in axes else n for k, n in enumerate(lanes.shape))
        order = kept + axes
        positions = np.arange(lanes.size).reshape(lanes.shape).transpose(order)
        lines = lanes.transpose(order).reshape(*(lanes.shape[k] for k in kept), -1)
        positions = positions.reshape(lines.shape)
        best = self.place(lines)
        values = xp.take_along_axis(lines, best[..., None], axis=-1).reshape(shape)
        if isinstance(lanes, Tracer):
            not_static(f"the keys of `{self.name}` along dimensions, of traced values")
        where = np.take_along_axis(positions, np.asarray(best)[..., None], axis=-1).reshape(shape)
        keys = [_index_of(x, int(k)) for k in where.reshape(-1)]
        return JaxArray(np.array(values)), from_elements(keys, shape[::-1])


class _TracedIndex:
    """The Cartesian index of a traced position."""

    @staticmethod
    def of(place: Any, size: tuple[int, ...]) -> Any:
        """One traced number for each dimension."""
        div, mod, add = generic("div"), generic("mod"), generic("+")
        parts = []
        for n in size:
            parts.append(add(mod(place, n), 1))
            place = div(place, n)
        return CartesianIndex(*parts)


def _is_nan(x: Any) -> bool:
    return isinstance(x, (float, np.floating)) and x != x


def _find_extreme(kind: _Extreme, args: tuple[Any, ...], dims: Any, axis: Any) -> Any:
    f, x = args if len(args) == 2 else (None, args[0])
    if f is not None:
        return _by_function(kind, f, x)
    lanes = lanes_of(x) if not isinstance(x, tuple) else None
    whole = dims is colon and axis is None
    if lanes is not None and lanes.dtype.kind != "c":
        if whole:
            return kind.whole(x, lanes)
        return kind.along(x, lanes, Region(dims, axis, True, lanes.ndim))
    return kind.of(elements(_keys(x)), elements(x))


def _by_function(kind: _Extreme, f: Callable[..., Any], x: Any) -> Any:
    items = map_array(f, x) if isinstance(x, JaxArray) else [f(item) for item in elements(x)]
    if isinstance(items, JaxArray):
        return kind.whole(x, items.read())
    keys = (
        _keys(x) if hasattr(x, "size") or isinstance(x, (tuple, str)) else range(1, len(items) + 1)
    )
    return kind.of(
        elements(keys) if keys is not x and not isinstance(keys, range) else keys,
        elements(items) if not isinstance(items, list) else items,
    )


def _register(kind: _Extreme, arg_name: str) -> None:
    @base(kind.name)
    def _(*args: Any, dims: Any = colon, axis: Any = None, keepdims: bool = True) -> Any:
        return _find_extreme(kind, args, dims, axis)

    @base(arg_name)
    def _(*args: Any, dims: Any = colon, axis: Any = None, keepdims: bool = True) -> Any:
        if len(args) == 2:  # argmax(f, domain): the element, not its key
            f, x = args
            return kind.of(elements(x), [f(item) for item in elements(x)])[1]
        return _find_extreme(kind, args, dims, axis)[1]

    generic(kind.name).__doc__ = f"`{kind.name}([f,] A; dims)`: a value and its key."
    generic(
        arg_name
    ).__doc__ = f"`{arg_name}(A; dims)`: a key; `{arg_name}(f, domain)`: an element."


_register(_Extreme(True), "argmax")
_register(_Extreme(False), "argmin")


# ---------------------------------------------------------------------------------------------- in


@base("in")
def contains(x: Any, *collection: Any) -> Any:
    """Whether an element equals `x`; `in(y)` is the test `x -> x in y`."""
    if not collection:
        return lambda item: generic("in")(item, x)
    (items,) = collection
    lanes = lanes_of(items) if not isinstance(items, tuple) else None
    if isinstance(x, JaxNumber) or isinstance(lanes, Tracer):
        if isinstance(items, tuple) or (isinstance(x, JaxNumber) and x.ndim):
            result: Any = False  # the lanes of a broadcast are each looked for by themselves
            for item in elements(items):
                result = generic("|")(result, generic("==")(item, x))
            return result
        return generic("any")(generic("broadcast")(generic("=="), items, x))
    equal, result = generic("=="), False
    for item in elements(items):
        found = equal(item, x)
        if found is True:
            return True
        if isinstance(found, Missing):
            result = found
    return result


base("∉")(lambda x, items: generic("!")(generic("in")(x, items)))
base("∋")(lambda items, x: generic("in")(x, items))
base("∌")(lambda items, x: generic("!")(generic("in")(x, items)))
base("allequal")(lambda x: len(_distinct(x)) <= 1)


def _distinct(x: Any) -> list[Any]:
    items = list(elements(x))
    equal = generic("isequal")
    return [item for k, item in enumerate(items) if not k or not equal(item, items[0])]
