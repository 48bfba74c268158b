"""What is done with ranges: indexing, arithmetic that gives ranges again, membership, intersection,
equality.
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

import numpy as np

from .array import JaxArray
from .chars import Char
from .dispatch import base, constructor, generic
from .exceptions import ArgumentError, BoundsError, DimensionMismatch
from .float_ranges import Progression
from .iteration import elements, size_of
from .numbers import JaxNumber, number_dtype, plain
from .ranges import (
    AbstractRange,
    AbstractUnitRange,
    LinRange,
    OneTo,
    OrdinalRange,
    StepRange,
    StepRangeLen,
    UnitRange,
    check_position,
    colon,
    is_integral,
    range_,
)

_add, _sub, _mul, _div = generic("+"), generic("-"), generic("*"), generic("/")


# ------------------------------------------------------------------------------------- properties


@base("length", AbstractRange)
def _(r: AbstractRange) -> Any:
    return r.length


@base("size", AbstractRange)
def _(r: AbstractRange, *dims: Any) -> Any:
    if not dims:
        return r.size
    if int(dims[0]) < 1:
        raise ArgumentError(f"dimension must be ≥ 1, got {int(dims[0])}")
    return r.length if int(dims[0]) == 1 else 1


@base("axes", AbstractRange)
def _(r: AbstractRange, *dims: Any) -> Any:
    if not dims:
        return (OneTo(r.length),)
    return OneTo(r.length if int(dims[0]) == 1 else 1)


@base("eachindex", AbstractRange)
def _(r: AbstractRange, *others: Any) -> Any:
    for other in others:
        if size_of(other) != r.size:
            raise DimensionMismatch("all inputs to eachindex must have the same indices")
    return OneTo(r.length)


base("keys", AbstractRange)(lambda r: OneTo(r.length))
base("ndims", AbstractRange)(lambda r: 1)
base("firstindex", AbstractRange)(lambda r, *d: 1)
base("lastindex", AbstractRange)(lambda r, *d: r.length if not d or int(d[0]) == 1 else 1)
base("isempty", AbstractRange)(lambda r: generic("==")(r.length, 0))
base("step", AbstractRange)(lambda r: r.step)
base("copy", AbstractRange)(lambda r: r)
base("first", UnitRange)(lambda r, *n: r.start if not n else _ends(r, *n))
base("values", AbstractRange)(lambda r: r)
base("vec", AbstractRange)(lambda r: r)
base("sort", AbstractUnitRange)(lambda r, **o: r if not o else _sorted(r, **o))


def _sorted(r: AbstractRange, **options: Any) -> Any:
    return generic("sort")(generic("collect")(r), **options)


@base("sort", AbstractRange)
def _(r: AbstractRange, **options: Any) -> Any:
    if options:
        return _sorted(r, **options)
    return r if generic("issorted")(r) else generic("reverse")(r)


@base("issorted", AbstractRange)
def _(r: AbstractRange, **options: Any) -> Any:
    if options:
        return generic("issorted")(generic("collect")(r), **options)
    return len(r) <= 1 or not generic("<")(r.step, generic("zero")(r.step))


def _ends(r: AbstractRange, n: Any) -> AbstractRange:
    return get(r, UnitRange(1, min(int(n), len(r))))


@base("first", AbstractRange)
def _(r: AbstractRange, *n: Any) -> Any:
    """The first element, or the range of the first `n`."""
    return r.first if not n else _ends(r, *n)


@base("last", AbstractRange)
def _(r: AbstractRange, *n: Any) -> Any:
    """The last element, or the range of the last `n`."""
    if not n:
        return r.last
    return get(r, UnitRange(max(1, len(r) - int(n[0]) + 1), len(r)))


def _end_or_error(name: str, ascending: bool) -> None:
    @base(name, AbstractRange)
    def _(*args: Any, **options: Any) -> Any:
        r = args[-1]
        if options or len(args) > 1:
            return generic(name)(*args[:-1], generic("collect")(r), **options)
        if len(r) == 0:
            raise ArgumentError("reducing over an empty collection is not allowed")
        rising = not generic("<")(r.step, generic("zero")(r.step))
        return r.first if rising == ascending else r.last


_end_or_error("minimum", True)
_end_or_error("maximum", False)


@base("extrema", AbstractRange)
def _(r: AbstractRange) -> Any:
    return generic("minimum")(r), generic("maximum")(r)


# --------------------------------------------------------------------------------------- indexing


@base("getindex", AbstractRange)
def get(r: AbstractRange, *index: Any) -> Any:
    """`r[i]`: an element, or for ranges of positions a range again."""
    if len(index) != 1:
        if index and all(generic("==")(i, 1) for i in index[1:]):
            return get(r, index[0])
        raise BoundsError(r, index)
    (i,) = index
    if type(i) is int:
        if not 1 <= i <= r.length:
            raise BoundsError(r, i)
        return r.element(i)
    if isinstance(i, JaxNumber):
        return _at_traced(r, i)
    if i is colon:
        return r
    if isinstance(i, AbstractRange) and is_integral(i):
        return _subrange(r, i)
    if number_dtype(i) is not None:
        if isinstance(i, bool) or number_dtype(i).kind not in "iu":
            raise ArgumentError(f"invalid index: {i} of type {type(i).__name__}")
        return r.element(check_position(r, i))
    return generic("getindex")(generic("collect")(r), i)


def _at_traced(r: AbstractRange, i: JaxNumber) -> Any:
    if isinstance(r, AbstractUnitRange):
        return _add(r.first, _sub(i, 1))
    if isinstance(r, StepRange):
        return _add(r.first, _mul(_sub(i, 1), r.step))
    return generic("getindex")(generic("collect")(r), i)


def _subrange(r: AbstractRange, s: AbstractRange) -> AbstractRange:
    n = len(s)
    if n:
        for end in (s.first, s.last):
            if not 1 <= int(end) <= r.length:
                raise BoundsError(r, s)
    first, by = int(s.first), int(s.step)
    if isinstance(r, AbstractUnitRange):
        if isinstance(r, OneTo) and isinstance(s, OneTo):
            return OneTo(s.stop)
        start = _add(r.first, first - 1)
        if isinstance(s, AbstractUnitRange):
            return range_(start, length=n)
        return range_(start, step=by, length=n)
    if isinstance(r, StepRange):
        start = _add(r.start, _mul(first - 1, r.step))
        return range_(start, step=_mul(r.step, by), length=n)
    if isinstance(r, LinRange):
        ends = (r.element(first), r.element(int(s.last))) if n else (r.start, r.start)
        return LinRange(*ends, n)
    return _part_of_steps(r, first, by, n)


def _part_of_steps(r: StepRangeLen, first: int, by: int, n: int) -> StepRangeLen:
    offset = min(max(1 + round((r.offset - first) / by), 1), max(n, 1))
    at = first + (offset - 1) * by
    p = r.progression
    if p is None:
        return StepRangeLen(r.element(at), _mul(r.step, by), n, offset)
    made = Progression(p.exact(at), p.step * by, n, offset, p.dtype, p.bits)
    return StepRangeLen.of(made if by == 1 or n < 2 else made.with_bits())


@base("setindex!", AbstractRange)
def _(r: AbstractRange, *args: Any) -> Any:
    from .config import julia_before
    from .exceptions import CanonicalIndexError, ErrorException
    from .typeof import typeof

    if julia_before(1, 8):
        raise ErrorException(f"setindex! not defined for {typeof(r)}")
    raise CanonicalIndexError("setindex!", typeof(r))


@base("view", AbstractRange)
def _(r: AbstractRange, *index: Any) -> Any:
    return get(r, *index)


@base("reverse", AbstractRange)
def _(r: AbstractRange, *args: Any, **options: Any) -> Any:
    if args or options:
        return generic("reverse")(generic("collect")(r), *args, **options)
    if isinstance(r, LinRange):
        return LinRange(r.stop, r.start, r.len)
    if isinstance(r, StepRangeLen):
        offset = r.length - r.offset + 1 if r.length else r.offset
        p = r.progression
        if p is None:
            return StepRangeLen(r.ref, generic("-")(r.step), r.length, offset)
        return StepRangeLen.of(Progression(p.ref, -p.step, p.length, offset, p.dtype, p.bits))
    return StepRange(r.last, generic("-")(r.step), r.first)


# --------------------------------------------------------------------------- equality, membership


@base("==", AbstractRange, at=(0, 1))
def _(a: Any, b: Any) -> Any:
    if isinstance(a, AbstractRange) and isinstance(b, AbstractRange):
        if a.length != b.length:
            return False
        if not a.length:
            return True
        if isinstance(a, OrdinalRange) and isinstance(b, OrdinalRange):
            return bool(a.first == b.first and a.last == b.last)
        return all(x == y for x, y in zip(a, b, strict=True))
    return generic("==")(_other(a), _other(b)) if size_of_array(a) and size_of_array(b) else False


def size_of_array(x: Any) -> bool:
    """Whether the value is an array, so that an equal range may equal it."""
    from .typeof import isa
    from .types_base import AbstractArray

    return isinstance(x, (JaxArray, AbstractRange)) or bool(isa(x, AbstractArray))


def _other(r: Any) -> Any:
    return generic("collect")(r) if isinstance(r, AbstractRange) else r


base("isequal", AbstractRange, at=(0, 1))(
    lambda a, b: (
        generic("==")(a, b)
        if isinstance(a, AbstractRange) and isinstance(b, AbstractRange)
        else generic("isequal")(_other(a), _other(b))
    )
)


@base("in", AbstractRange, at=1)
def _(x: Any, r: AbstractRange) -> Any:
    return contains(r, x)


def contains(r: AbstractRange, x: Any) -> Any:
    """`x in r`, without a search."""
    if isinstance(x, JaxNumber):
        return _contains_traced(r, x)
    if isinstance(x, Char) or isinstance(r.first, Char):
        if not (isinstance(x, Char) and isinstance(r.first, Char)):
            return False
        inside = min(r.first, r.last) <= x <= max(r.first, r.last)
        return len(r) > 0 and inside and (x - r.first) % int(r.step) == 0
    dtype = number_dtype(x)
    if dtype is None or dtype.kind == "c" or r.dtype is None:
        return any(generic("==")(x, y) is True for y in elements(r))
    if not len(r):
        return False
    if is_integral(r):
        if dtype.kind == "f" and not float(x).is_integer():
            return False
        low, high = sorted((int(r.first), int(r.last)))
        return low <= x <= high and (int(x) - int(r.first)) % int(r.step) == 0
    if not math.isfinite(x):
        return False
    if r.step == 0:
        return bool(r.first == x)
    k = round((float(x) - float(r.first)) / float(r.step)) + 1
    return 1 <= k <= len(r) and bool(r.element(k) == x)


def _contains_traced(r: AbstractRange, x: JaxNumber) -> Any:
    both = generic("&")
    inside = both(generic(">=")(x, r.first), generic("<=")(x, r.last))
    if isinstance(r, AbstractUnitRange):
        return inside
    if not is_integral(r):
        return generic("in")(x, generic("collect")(r))
    low = generic("min")(r.first, r.last)
    high = generic("max")(r.first, r.last)
    inside = both(generic(">=")(x, low), generic("<=")(x, high))
    return both(inside, generic("==")(generic("mod")(_sub(x, r.first), r.step), 0))


@base("intersect", AbstractRange)
def _(a: AbstractRange, *others: Any) -> Any:
    for b in others:
        a = _intersect(a, b)
    return a


def _intersect(a: Any, b: Any) -> Any:
    integral = all(isinstance(r, OrdinalRange) and is_integral(r) for r in (a, b))
    if not integral:
        return generic("intersect")(_other(a), _other(b))
    if isinstance(a, OneTo) and isinstance(b, OneTo):
        return OneTo(min(a.stop, b.stop))
    if isinstance(a, AbstractUnitRange) and isinstance(b, AbstractUnitRange):
        return UnitRange(max(a.first, b.first), min(a.last, b.last))
    down = int(a.step) < 0
    first, last, step = _meet(_rising(a), _rising(b))
    return StepRange(last, -step, first) if down and first <= last else StepRange(first, step, last)


def _rising(r: Any) -> tuple[int, int, int]:
    first, step, last = int(r.first), int(r.step), int(r.last)
    return (first, step, last) if step > 0 else (last, -step, first)


def _meet(a: tuple[int, int, int], b: tuple[int, int, int]) -> tuple[int, int, int]:
    """First, last and step of the elements that two rising ranges share."""
    step = math.lcm(a[1], b[1])
    if (b[0] - a[0]) % math.gcd(a[1], b[1]):
        return a[0], a[0] - 1, step
    low = max(a[0], b[0])
    x = a[0] + -(-(low - a[0]) // a[1]) * a[1]
    while (x - b[0]) % b[1]:
        x += a[1]
    high = min(a[2], b[2])
    return x, x + (high - x) // step * step if high >= x else x - 1, step


# ------------------------------------------------------------------------------- constructors, sums


@base("sum", AbstractRange)
def _(r: AbstractRange, **options: Any) -> Any:
    if options or r.dtype is None or isinstance(r.length, JaxNumber):
        return generic("sum")(generic("collect")(r), **options)
    if isinstance(r, StepRangeLen) and r.progression is not None:
        p, n = r.progression, r.length
        exact = n * p.exact(1) + p.step * Fraction(n * (n - 1), 2)
        return plain(p.dtype.type(float(exact)))
    n = len(r)
    if is_integral(r):
        total = n * int(r.first) + int(r.step) * (n * (n - 1) // 2)
        wide = np.dtype(np.uint64 if r.dtype.kind == "u" else np.int64)
        bits = total & ((1 << 64) - 1)
        value = np.uint64(bits).astype(wide)
        return plain(value)
    return generic("sum")(generic("collect")(r))


# ------------------------------------------------------------------------------------- constructors


def _typed_parameter(T: Any) -> Any:
    """The element type in `UnitRange{T}`, `None` where it is open."""
    from .types import JuliaType, unwrap

    first = unwrap(T).parameters[0]
    return first if isinstance(first, JuliaType) else None


def _as(T: Any, *xs: Any) -> tuple[Any, ...]:
    wanted = _typed_parameter(T)
    return xs if wanted is None else tuple(generic("convert")(wanted, x) for x in xs)


@constructor("UnitRange")
def _(T: Any, *args: Any) -> UnitRange:
    """`UnitRange(a, b)`, `UnitRange(r)`."""
    start, stop = (args[0].first, args[0].last) if len(args) == 1 else args
    return UnitRange(*_as(T, start, stop))


@constructor("StepRange")
def _(T: Any, *args: Any) -> StepRange:
    """`StepRange(a, step, b)`, `StepRange(r)`."""
    start, step, stop = (args[0].first, args[0].step, args[0].last) if len(args) == 1 else args
    start, stop = _as(T, start, stop)
    return StepRange(start, step, stop)


@constructor("StepRangeLen")
def _(T: Any, *args: Any) -> StepRangeLen:
    """`StepRangeLen(ref, step, len, offset=1)`."""
    ref, step, length, *offset = args
    return StepRangeLen(ref, step, int(length), *map(int, offset))


@constructor("LinRange")
def _(T: Any, *args: Any) -> LinRange:
    """`LinRange(a, b, n)`, `LinRange(r)`."""
    if len(args) == 1:
        args = (args[0].first, args[0].last, len(args[0]))
    return LinRange(*_as(T, *args[:2]), args[2])


constructor("OneTo")(lambda T, n: OneTo(n))


@base("mod", AbstractUnitRange, at=1)
def _(x: Any, r: AbstractUnitRange) -> Any:
    """The element of the range that is congruent to `x` modulo its length."""
    return _add(generic("mod")(_sub(x, r.first), r.length), r.first)
