"""Ranges: their classes, `a:s:b` and `range(…)`.

A range is lazy and holds its ends as numbers. Ends that are tracers are kept too: a loop over such
a range is staged, and whatever needs the range's length as a Python int says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from . import float_ranges
from .dispatch import base, generic
from .exceptions import ArgumentError, BoundsError, MethodError
from .float_ranges import Progression
from .numbers import JaxNumber, number_dtype, plain, promote_dtypes

_add, _sub, _mul, _div = generic("+"), generic("-"), generic("*"), generic("/")


class AbstractRange:
    """What all ranges share: a length, a first element, a step, a last element."""

    __slots__ = ()
    ndims = 1

    @property
    def length(self) -> Any:
        """How many elements there are: an int, or a traced number where an end is traced."""
        raise NotImplementedError

    @property
    def first(self) -> Any:
        """The first element, also of an empty range."""
        raise NotImplementedError

    @property
    def last(self) -> Any:
        """The last element; of an empty range what lies before the first."""
        raise NotImplementedError

    def element(self, i: int) -> Any:
        """The element at the 1-based position `i`, unchecked."""
        raise NotImplementedError

    def values(self) -> np.ndarray:
        """All elements in a new host buffer (for elements that are numbers of buffers)."""
        raise NotImplementedError

    @property
    def dtype(self) -> np.dtype | None:
        """The element type's dtype, `None` where buffers cannot hold the elements."""
        return number_dtype(self.first)

    @property
    def size(self) -> tuple[int]:
        """The size as Julia's tuple."""
        return (self.length,)

    @property
    def shape(self) -> tuple[int]:
        """The size, as NumPy calls it."""
        return (self.length,)

    def __len__(self) -> int:
        return int(self.length)

    def __bool__(self) -> bool:
        return True  # no `len` for truth: generated code never asks it

    def __iter__(self) -> Iterator[Any]:
        if self.dtype is None:
            return (self.element(i) for i in range(1, len(self) + 1))
        values = self.values()
        return iter(values.tolist() if values.dtype.char in "lqd" else values)

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> np.ndarray:
        return np.asarray(self.values(), dtype=dtype)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, AbstractRange):
            return NotImplemented
        return bool(generic("==")(self, other))

    def __hash__(self) -> int:
        return hash((self.length, self.first, self.last))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.first}, {self.last}, length={self.length})"


class OrdinalRange(AbstractRange):
    """Ranges of things that are counted exactly."""

    __slots__ = ()


class AbstractUnitRange(OrdinalRange):
    """Ranges whose step is one."""

    __slots__ = ()
    start: Any
    stop: Any

    @property
    def first(self) -> Any:
        return self.start

    @property
    def last(self) -> Any:
        return self.stop

    @property
    def step(self) -> Any:
        """One, in the type of the elements."""
        if type(self.start) is int:
            return 1
        if isinstance(self.start, JaxNumber):
            return plain(self.start.dtype.type(1))
        return generic("oneunit")(_sub(self.start, self.start))

    @property
    def length(self) -> Any:
        a, b = self.start, self.stop
        if type(a) is int and type(b) is int:
            return b - a + 1
        if isinstance(a, (int, np.integer)) and isinstance(b, (int, np.integer)):
            return int(b) - int(a) + 1
        count = _add(_sub(b, a), 1)
        if isinstance(count, JaxNumber):
            return generic("max")(count, 0)
        return int(generic("floor")(count))

    def element(self, i: int) -> Any:
        a = self.start
        if type(a) is int:
            return a + i - 1
        value = _add(a, i - 1)
        dtype = number_dtype(a)
        return (
            dtype.type(value) if dtype is not None and not isinstance(value, JaxNumber) else value
        )

    def values(self) -> np.ndarray:
        dtype = self.dtype or np.dtype(object)
        if dtype.kind == "f":
            return np.arange(self.length, dtype=dtype) + dtype.type(self.start)
        return np.arange(int(self.start), int(self.start) + len(self)).astype(dtype)


class UnitRange(AbstractUnitRange):
    """`start:stop`."""

    __slots__ = ("start", "stop")

    def __init__(self, start: Any, stop: Any) -> None:
        self.start = start
        if type(start) is int and type(stop) is int:
            self.stop = stop if stop >= start else start - 1
        else:
            self.start, self.stop = _unit_ends(start, stop)


def _unit_ends(start: Any, stop: Any) -> tuple[Any, Any]:
    start, stop = _same_type(start, stop)
    if isinstance(start, JaxNumber) or isinstance(stop, JaxNumber):
        return start, stop
    span = _sub(stop, start)
    if generic(">=")(stop, start):
        whole = number_dtype(start)
        if (whole is not None and whole.kind in "iub") or _is_integer(start):
            return start, stop
        return start, _add(start, generic("floor")(span))
    if type(start) is bool:
        return start, stop
    return start, _sub(start, generic("oneunit")(span))


def _is_integer(x: Any) -> bool:
    from .typeof import isa
    from .types_base import Integer

    return bool(isa(x, Integer))


class OneTo(AbstractUnitRange):
    """`Base.OneTo(n)`: `1:n` whose start is known to be one."""

    __slots__ = ("stop",)

    def __init__(self, stop: Any) -> None:
        if isinstance(stop, AbstractRange):
            if stop.first != 1:
                raise ArgumentError(f"first element must be 1, got {stop.first}")
            stop = stop.last
        if isinstance(stop, (int, np.integer)):
            stop = max(stop, type(stop)(0))
        self.stop = stop

    @property
    def start(self) -> Any:
        """One."""
        return 1 if type(self.stop) is int else number_dtype(self.stop).type(1)


class StepRange(OrdinalRange):
    """`start:step:stop` of integers, characters, rationals, dates."""

    __slots__ = ("start", "step", "stop")

    def __init__(self, start: Any, step: Any, stop: Any) -> None:
        self.start, self.step = start, step
        if type(start) is int and type(step) is int and type(stop) is int:
            self.stop = _last_int(start, step, stop)
        else:
            self.stop = _last(start, step, stop)

    @property
    def first(self) -> Any:
        return self.start

    @property
    def last(self) -> Any:
        return self.stop

    @property
    def length(self) -> Any:
        a, s, b = self.start, self.step, self.stop
        if not (type(a) is int and type(s) is int and type(b) is int):
            span = _sub(b, a)
            count = generic("div")(_add(span, s), s)
            if isinstance(count, JaxNumber):
                return generic("max")(count, 0)
            return max(0, int(count))
        return max(0, (b - a) // s + 1)

    def element(self, i: int) -> Any:
        if type(self.start) is int and type(self.step) is int:
            return self.start + (i - 1) * self.step
        value = _add(self.start, _mul(i - 1, self.step))
        dtype = number_dtype(self.start)
        return (
            dtype.type(value) if dtype is not None and not isinstance(value, JaxNumber) else value
        )

    def values(self) -> np.ndarray:
        dtype = self.dtype or np.dtype(object)
        return (np.arange(len(self)) * int(self.step) + int(self.start)).astype(dtype)


def _last_int(start: int, step: int, stop: int) -> int:
    if step == 0:
        raise ArgumentError("step cannot be zero")
    if start == stop:
        return stop
    if (step > 0) != (stop > start):
        return start - 1 if step > 0 else start + 1
    return stop - (stop - start) % step


def _last(start: Any, step: Any, stop: Any) -> Any:
    if any(isinstance(x, JaxNumber) for x in (start, step, stop)):
        return stop
    for x in (start, step):
        dtype = number_dtype(x)
        if dtype is not None and dtype.kind == "f":
            raise ArgumentError("StepRange should not be used with floating point")
    zero = generic("zero")(step)
    less, equal = generic("<"), generic("==")
    if equal(step, zero):
        raise ArgumentError("step cannot be zero")
    dtype = number_dtype(start)
    if dtype is not None and number_dtype(step) is not None:
        return dtype.type(_last_int(int(start), int(step), int(stop)))
    if equal(start, stop):
        return stop
    if less(zero, step) != less(start, stop):
        integers = isinstance(_sub(stop, start), int)
        return _sub(start, (1 if less(zero, step) else -1) if integers else step)
    span = _sub(stop, start)
    return _sub(stop, generic("rem")(span, step))


class StepRangeLen(AbstractRange):
    """`ref + (i - offset) * step`: what float ranges are."""

    __slots__ = ("length", "offset", "progression", "ref", "step")

    def __init__(self, ref: Any, step: Any, length: int, offset: int = 1) -> None:
        if length < 0:
            raise ArgumentError(f"length cannot be negative, got {length}")
        if not 1 <= offset <= max(1, length):
            raise ArgumentError(f"StepRangeLen: offset must be in [1,{length}], got {offset}")
        self.ref, self.step, self.length, self.offset = ref, step, length, offset
        self.progression: Progression | None = None

    @staticmethod
    def of(progression: Progression) -> StepRangeLen:
        """The range with the values of a progression of floats."""
        dtype = progression.dtype
        made = StepRangeLen.__new__(StepRangeLen)
        made.ref = plain(dtype.type(float(progression.ref)))
        made.step = plain(dtype.type(float(progression.step)))
        made.length, made.offset = progression.length, progression.offset
        made.progression = progression
        return made

    @property
    def dtype(self) -> np.dtype | None:
        if self.progression is not None:
            return self.progression.dtype
        a, b = number_dtype(self.ref), number_dtype(self.step)
        return None if a is None or b is None else promote_dtypes(a, b)

    @property
    def first(self) -> Any:
        return self.element(1)

    @property
    def last(self) -> Any:
        return self.element(self.length)

    def element(self, i: int) -> Any:
        if self.progression is not None:
            return plain(self.progression.dtype.type(self.progression.at(int(i))))
        return _add(self.ref, _mul(i - self.offset, self.step))

    def values(self) -> np.ndarray:
        places = np.arange(1, self.length + 1)
        if self.progression is not None:
            return self.progression.at(places).astype(self.progression.dtype)
        return (self.ref + (places - self.offset) * self.step).astype(self.dtype)


class LinRange(AbstractRange):
    """`LinRange(a, b, n)`: n values between two, interpolated."""

    __slots__ = ("len", "start", "stop")

    def __init__(self, start: Any, stop: Any, length: int) -> None:
        length = int(length)
        if length < 0:
            raise ArgumentError(f"range({start}, stop={stop}, length={length}): negative length")
        if length == 1 and not generic("==")(start, stop):
            raise ArgumentError(f"range({start}, stop={stop}, length={length}): endpoints differ")
        like = _div(_sub(stop, start), max(length, 1))
        dtype = number_dtype(like)
        if dtype is not None and not isinstance(like, JaxNumber):
            start, stop = (plain(dtype.type(x)) for x in (start, stop))
        self.start, self.stop, self.len = start, stop, length

    @property
    def length(self) -> int:
        return self.len

    @property
    def lendiv(self) -> int:
        """By what positions are divided."""
        return max(self.len - 1, 1)

    @property
    def first(self) -> Any:
        return self.start

    @property
    def last(self) -> Any:
        return self.stop

    @property
    def step(self) -> Any:
        """The distance of two elements."""
        return _div(_sub(self.stop, self.start), self.lendiv)

    def element(self, i: int) -> Any:
        t = (i - 1) / self.lendiv
        value = _add(_mul(1 - t, self.start), _mul(t, self.stop))
        dtype = number_dtype(self.start)
        if dtype is None or isinstance(value, JaxNumber):
            return value
        return plain(dtype.type(value))

    def values(self) -> np.ndarray:
        t = np.arange(self.len) / self.lendiv
        return ((1 - t) * self.start + t * self.stop).astype(self.dtype)


def _same_type(*xs: Any) -> tuple[Any, ...]:
    """The arguments promoted to one type."""
    if len({type(x) for x in xs}) == 1:
        return xs
    return tuple(generic("promote")(*xs))


def _is_float(x: Any) -> bool:
    dtype = number_dtype(x)
    return dtype is not None and dtype.kind == "f"


@base(":")
def colon(start: Any, second: Any, stop: Any = None) -> AbstractRange:
    """`start:stop`, `start:step:stop`."""
    if stop is None:
        if type(start) is int and type(second) is int:
            return UnitRange(start, second)
        return _colon2(start, second)
    return _colon3(start, second, stop)


def _colon2(start: Any, stop: Any) -> AbstractRange:
    from .chars import Char

    if isinstance(start, Char) or isinstance(stop, Char):
        if type(start) is not type(stop):
            raise MethodError(colon, (start, stop))
        return StepRange(start, 1, stop)
    if number_dtype(start) is None and number_dtype(stop) is None and not _real(start):
        return StepRange(start, generic("oneunit")(_sub(start, start)), stop)
    if not (_real(start) and _real(stop)):
        raise MethodError(colon, (start, stop))
    start, stop = _same_type(start, stop)
    if _is_float(start):
        return _colon3(start, generic("one")(start), stop)
    return UnitRange(start, stop)


def _real(x: Any) -> bool:
    dtype = number_dtype(x)
    if dtype is not None:
        return dtype.kind in "biuf"
    from .typeof import isa
    from .types_base import Real

    return bool(isa(x, Real))


def _colon3(start: Any, step: Any, stop: Any) -> AbstractRange:
    if _is_float(start) or _is_float(step) or _is_float(stop):
        start, step, stop = _same_type(start, step, stop)
        if any(isinstance(x, JaxNumber) for x in (start, step, stop)):
            start, step, stop = (float(x) for x in (start, step, stop))
        dtype = number_dtype(start)
        return StepRangeLen.of(float_ranges.by_step(float(start), float(step), float(stop), dtype))
    if number_dtype(start) is not None or _real(start):
        start, stop = _same_type(start, stop)
        return StepRange(start, step, stop)
    return StepRange(start, step, stop)


@base("range")
def range_(
    *args: Any, start: Any = None, stop: Any = None, step: Any = None, length: Any = None
) -> AbstractRange:
    """`range(start, stop; length, step)` in all its forms."""
    if len(args) > 3:
        raise MethodError(range_, args)
    start = args[0] if args else start
    stop = args[1] if len(args) > 1 else stop
    length = args[2] if len(args) > 2 else length
    if length is not None:
        length = int(length)
    given = tuple(x is not None for x in (start, step, stop, length))
    if all(given):
        raise ArgumentError(
            "Too many arguments specified; try passing only one of `stop` or `length`"
        )
    if given[0]:
        return _range_from(start, step, stop, length)
    if stop is not None and length is not None:
        step = generic("oneunit")(stop) if step is None else step
        first = _sub(stop, _mul(step, length - 1))
        if _is_float(first):
            return _backwards(_range_of(stop, _sub(0, step), length))
        return (
            UnitRange(first, stop) if step == 1 and not given[1] else _range_of(first, step, length)
        )
    if stop is not None and step is None:
        return OneTo(stop)
    raise ArgumentError(
        f"Cannot construct range from arguments:\nstart = {_shown(start)}\n"
        f"step = {_shown(step)}\nstop = {_shown(stop)}\nlength = {_shown(length)}\n"
    )


def _shown(x: Any) -> str:
    return "nothing" if x is None else str(x)


def _range_from(start: Any, step: Any, stop: Any, length: int | None) -> AbstractRange:
    if length is None:
        if stop is None:
            if step is not None or not isinstance(start, int):
                raise ArgumentError("At least one of `length` or `stop` must be specified")
            return OneTo(start)
        return colon(start, stop) if step is None else colon(start, step, stop)
    if stop is None:
        if step is not None:
            return _range_of(start, step, length)
        if _is_float(start):
            return _range_of(start, generic("one")(start), length)
        if length < 0:
            raise ArgumentError(f"UnitRange: length must be nonnegative, got {length}")
        return UnitRange(start, _add(start, length - 1))
    return _range_between(start, stop, length)


def _range_of(start: Any, step: Any, length: int) -> AbstractRange:
    """`range(start, step=step, length=length)`."""
    if length < 0:
        raise ArgumentError(f"length cannot be negative, got {length}")
    a, s = number_dtype(start), number_dtype(step)
    if a is not None and s is not None and "f" in (a.kind, s.kind) and "c" not in (a.kind, s.kind):
        dtype = promote_dtypes(a, s)
        first, by = (float(dtype.type(float(x))) for x in (start, step))
        return StepRangeLen.of(float_ranges.by_length(first, by, length, dtype))
    if a is not None and a.kind == "c":
        return StepRangeLen(start, step, length)
    stop = _add(start, _mul(step, length - 1))
    if type(start) is not type(step):
        start = _add(start, _sub(step, step))
    return StepRange(start, step, stop)


def _range_between(start: Any, stop: Any, length: int) -> AbstractRange:
    """`range(start, stop, length=length)`."""
    a, b = number_dtype(start), number_dtype(stop)
    if a is None or b is None or "c" in (a.kind, b.kind):
        return LinRange(start, stop, length)
    if isinstance(start, JaxNumber) or isinstance(stop, JaxNumber):
        return LinRange(start, stop, length)
    dtype = promote_dtypes(a, b)
    if dtype.kind != "f":
        return StepRangeLen.of(float_ranges.linear_integers(int(start), int(stop), length))
    first, last = (float(dtype.type(x)) for x in (start, stop))
    return StepRangeLen.of(float_ranges.linear(first, last, length, dtype))


def _backwards(r: AbstractRange) -> AbstractRange:
    return generic("reverse")(r)


def check_position(r: AbstractRange, i: Any) -> int:
    """The position as an int; a BoundsError where the range has no such element."""
    k = int(i)
    if not 1 <= k <= r.length:
        raise BoundsError(r, i)
    return k


def is_integral(r: AbstractRange) -> bool:
    """Whether the elements are integers of buffers."""
    dtype = r.dtype
    return dtype is not None and dtype.kind in "biu"
