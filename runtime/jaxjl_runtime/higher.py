"""Functions of functions: `map filter foreach map! mapslices asyncmap ∘ |> Fix1 Fix2 …`."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from .array import JaxArray
from .cell import in_trace
from .containers import HostArray, array_of, from_elements
from .dispatch import base, generic
from .exceptions import DimensionMismatch
from .iteration import JuliaIterable, elements, size_of
from .lazy import Filter, Generator, Zip
from .mapped import is_traced, spread
from .numbers import JaxNumber, Tracer
from .ranges import AbstractRange, colon

_MANY = 2048  # elements from which `map` of a host array tries one call for all


@base("map")
def map_(f: Callable[..., Any], x: Any, *more: Any) -> Any:
    """The array of `f`'s values."""
    if more:
        return _map_several(f, (x, *more))
    if isinstance(x, (JaxArray, AbstractRange)):
        found = _at_once(f, x)
        if found is not None:
            return found
    items = [f(item) for item in elements(x)]
    if not items:
        return array_of([], generic("element_type")(Generator(f, x)), size_of(x) or (0,))
    return from_elements(items, size_of(x))


def _at_once(f: Callable[..., Any], x: Any) -> Any:
    """`f` broadcast over many numbers; `None` where they are better taken one by one."""
    size = size_of(x)
    count = math.prod(size) if size is not None and not isinstance(size[0:1], JaxNumber) else 0
    staged = is_traced(x) if isinstance(x, JaxArray) else in_trace()
    if count < (8 if staged else _MANY):
        return None
    found = spread(f, x)
    if isinstance(found, JaxArray):
        found.bit = False
        return found
    return generic("collect")(found) if isinstance(found, AbstractRange) else None


def _map_several(f: Callable[..., Any], sources: tuple[Any, ...]) -> Any:
    sizes = [size_of(s) for s in sources]
    arrays = all(isinstance(s, (JaxArray, HostArray, AbstractRange)) for s in sources)
    if arrays and len(set(sizes)) > 1 and any(len(s or ()) > 1 for s in sizes):
        raise DimensionMismatch("dimensions must match")
    staged = arrays and any(is_traced(s) for s in sources) and len(set(sizes)) == 1
    if staged and math.prod(sizes[0] or ()) >= 8:
        found = generic("broadcast")(f, *sources)
        if isinstance(found, JaxArray):
            return found
    items = [f(*group) for group in zip(*map(elements, sources), strict=False)]
    same = len(set(sizes)) == 1 and sizes[0] is not None and len(items) == math.prod(sizes[0])
    if not items:
        return array_of([], generic("element_type")(Generator(lambda t: f(*t), Zip(*sources))))
    return from_elements(items, sizes[0] if same else None)


@base("map", str, at=1)
def _(f: Callable[..., Any], text: str, *more: Any) -> Any:
    found = [f(*chars) for chars in zip(elements(text), *map(elements, more), strict=False)]
    return generic("join")(tuple(found))


@base("map!")
def map_into(f: Callable[..., Any], dest: Any, *sources: Any) -> Any:
    """`dest`, filled with `f`'s values."""
    if len(sources) == 1 and isinstance(sources[0], JaxArray) and isinstance(dest, JaxArray):
        found = map_(f, sources[0])
        if isinstance(found, JaxArray) and found.size == dest.size:
            return generic("copyto!")(dest, found)
        return generic("copyto!")(dest, found)
    values = [f(*group) for group in zip(*map(elements, sources), strict=False)]
    put = generic("setindex!")
    for k, value in enumerate(values, 1):
        put(dest, value, k)
    return dest


@base("foreach")
def foreach(f: Callable[..., Any], *sources: Any) -> None:
    """`nothing`, after a call of `f` for each element."""
    if len(sources) == 1:
        for item in elements(sources[0]):
            f(item)
        return
    for group in zip(*map(elements, sources), strict=False):
        f(*group)


@base("asyncmap")
def asyncmap(f: Callable[..., Any], *sources: Any, **options: Any) -> Any:
    """`map`, one element after the other."""
    return map_(f, *sources)


base("pmap")(lambda f, *sources, **options: map_(f, *sources))


@base("filter")
def filter_(f: Callable[..., Any], *collection: Any) -> Any:
    """The elements that satisfy a predicate."""
    if not collection:
        return lambda items: generic("filter")(f, items)
    (x,) = collection
    if isinstance(x, JuliaIterable):
        return generic("collect")(Filter(f, x))
    if isinstance(x, JaxArray):
        return _filter_numbers(f, x)
    kept = [item for item in elements(x) if _holds(f(item))]
    if isinstance(x, HostArray):
        return x.like(kept)
    return array_of(kept, generic("eltype")(x))


def _holds(found: Any) -> bool:
    from .exceptions import TypeError as JuliaTypeError
    from .types_base import Bool

    if isinstance(found, JaxNumber) and isinstance(found.buffer, Tracer):
        from .cell import not_static

        not_static("`filter` of traced values: the size of its result depends on them")
    if not isinstance(found, (bool, np.bool_, JaxNumber)):
        raise JuliaTypeError("if", "", Bool, found)
    return bool(found)


def _filter_numbers(f: Callable[..., Any], x: JaxArray) -> JaxArray:
    buffer = x.read()
    if isinstance(buffer, Tracer):
        _holds(f(JaxNumber(buffer.reshape(-1)[0])) if buffer.size else True)
    keep = np.array([_holds(f(item)) for item in elements(x)], dtype=bool)
    return JaxArray(np.asarray(buffer).reshape(-1)[keep], x.bit)


# --------------------------------------------------------------------------------------- mapslices


@base("mapslices")
def mapslices(f: Callable[..., Any], a: Any, *, dims: Any) -> Any:
    """The array of `f`'s values on the slices of `a` along some dimensions."""
    size = generic("size")(a)
    wanted = sorted(int(d) for d in elements(dims))
    outer = [d for d in range(1, len(size) + 1) if d not in wanted]
    shape = [size[d - 1] for d in outer]
    slices = []
    for k in range(math.prod(shape)):
        index: list[Any] = [colon] * len(size)
        for d, n in zip(outer, shape, strict=True):
            index[d - 1] = k % n + 1
            k //= n
        slices.append(f(generic("getindex")(a, *index)))
    if not slices:
        return a
    first = slices[0]
    inner = (
        list(generic("size")(first))
        if hasattr(first, "size") and not np.isscalar(first)
        else [1] * len(wanted)
    )
    inner += [1] * (len(wanted) - len(inner))
    flat = generic("reduce")(
        generic("vcat"),
        tuple(
            generic("vec")(s) if hasattr(s, "size") and not np.isscalar(s) else generic("vect")(s)
            for s in slices
        ),
    )
    stacked = generic("reshape")(flat, (*inner, *shape))
    order = wanted + outer
    place = [order.index(d) + 1 for d in range(1, len(size) + 1)]
    return generic("permutedims")(stacked, tuple(place))


# -------------------------------------------------------------------------------- function tools


class Composed:
    """`outer ∘ inner`."""

    __slots__ = ("inner", "outer")

    def __init__(self, outer: Any, inner: Any) -> None:
        self.outer, self.inner = outer, inner

    def __call__(self, *args: Any, **keywords: Any) -> Any:
        return self.outer(self.inner(*args, **keywords))


@base("∘")
def compose(*functions: Any) -> Any:
    """The functions one after the other, the last one first."""
    result = functions[-1]
    for f in reversed(functions[:-1]):
        result = Composed(f, result)
    return result


base("|>")(lambda x, f: f(x))
base("identity")(lambda x: x)


class Fixed:
    """A function with its first or second argument given (`Base.Fix1`, `Base.Fix2`)."""

    __slots__ = ("f", "position", "x")

    def __init__(self, f: Any, x: Any, position: int) -> None:
        self.f, self.x, self.position = f, x, position

    def __call__(self, y: Any) -> Any:
        return self.f(self.x, y) if self.position == 1 else self.f(y, self.x)


base("Fix1")(lambda f, x: Fixed(f, x, 1))
base("Fix2")(lambda f, x: Fixed(f, x, 2))


class Negated:
    """`!f`."""

    __slots__ = ("f",)

    def __init__(self, f: Any) -> None:
        self.f = f

    def __call__(self, *args: Any, **keywords: Any) -> Any:
        return generic("!")(self.f(*args, **keywords))


class Returns:
    """A function that always gives one value."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value

    def __call__(self, *args: Any, **keywords: Any) -> Any:
        return self.value


base("Returns")(Returns)
base("splat_function")(lambda f: lambda args: f(*elements(args)))


@base("replace")
def replace(x: Any, *pairs: Any, count: Any = None) -> Any:
    """The elements with some replaced: `replace(A, old => new…)`, `replace(f, A)`."""
    from .pairs import Pair

    if pairs and not isinstance(pairs[0], Pair):
        f, a = x, pairs[0]
        return generic("map")(f, a)
    equal, left = generic("isequal"), math.inf if count is None else int(count)
    items = []
    for item in elements(x):
        for pair in pairs:
            if left > 0 and equal(item, pair.first):
                item, left = pair.second, left - 1
                break
        items.append(item)
    if isinstance(x, tuple):
        return tuple(items)
    from .containers import promoted_type

    eltype = generic("promote_type")(generic("eltype")(x), promoted_type([p.second for p in pairs]))
    return array_of(items, eltype, size_of(x))


@base("replace!")
def replace_in_place(*args: Any, **options: Any) -> Any:
    """The array with some elements replaced."""
    from .pairs import Pair

    a = args[0] if len(args) < 2 or isinstance(args[1], Pair) else args[1]
    return generic("copyto!")(a, replace(*args, **options))
