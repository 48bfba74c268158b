"""Cells: what can be changed in place, and the journal that staged regions keep of it.

A staged region (the body of a loop or branch under a trace) is a *level*. A cell older than the
innermost level is never touched directly: its first read puts a fresh tracer in its place and its
first write notes it, so that one trace of the body tells what it reads and what it mutates. Levels
nest, and each thread has its own.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

from ._compat import trace_is_clean
from .exceptions import pass_through

__all__ = [
    "Box",
    "Cell",
    "NotStageable",
    "StagingError",
    "host_effect",
    "in_trace",
    "innermost",
    "nested",
    "new_serial",
    "not_static",
]

_serials = itertools.count(1)
_active = 0  # levels of all threads: a cheap first question for the common answer "none"


class NotStageable(BaseException):  # no Exception: a Julia `catch` must not swallow it
    """The region cannot be staged: the outermost level is rolled back and runs in Python."""


@pass_through
class StagingError(RuntimeError):
    """A traced value was used where a value known at trace time is needed."""


class _Stack(threading.local):
    def __init__(self) -> None:
        self.levels: list[Any] = []
        self.lanes: list[int] = []  # the serials of the kernels that run on many lanes at once


_stack = _Stack()


def new_serial() -> int:
    """The next serial number, of one sequence for objects and levels: the lower is older."""
    return next(_serials)


def innermost() -> Any:
    """This thread's innermost level, or `None`."""
    return _stack.levels[-1] if _active and _stack.levels else None


def nested() -> bool:
    """Whether a region is staged inside another one, which can still run in Python."""
    if not _active:
        return False
    return bool(_stack.lanes) or bool(_stack.levels and not _stack.levels[-1].root)


def push(level: Any) -> None:
    """Open a level."""
    global _active
    _stack.levels.append(level)
    _active += 1


def pop(level: Any) -> None:
    """Close the innermost level."""
    global _active
    assert _stack.levels[-1] is level
    _stack.levels.pop()
    _active -= 1


def levels() -> list[Any]:
    """This thread's open levels, outermost first."""
    return _stack.levels


@contextmanager
def on_lanes() -> Iterator[None]:
    """A broadcast's kernel runs once for all its lanes: a change of anything older raises
    `NotStageable`, and the broadcast takes its elements one by one."""
    global _active
    _stack.lanes.append(next(_serials))
    _active += 1
    try:
        yield
    finally:
        _active -= 1
        _stack.lanes.pop()


def on_lanes_since(serial: int) -> bool:
    """Whether a kernel runs on lanes that is younger than the object with this serial."""
    return _active > 0 and bool(_stack.lanes) and serial < _stack.lanes[-1]


def in_trace() -> bool:
    """Whether code runs inside a staged region, or while JAX traces."""
    return (_active > 0 and bool(_stack.levels)) or not trace_is_clean()


def host_effect(what: str, serial: int = 0) -> None:
    """Ask before changing a host object (made at `serial`) or doing what a trace would not repeat.

    Raises `NotStageable` in a level that is younger than the object.
    """
    if _active:
        levels, lanes = _stack.levels, _stack.lanes
        if (levels and serial < levels[-1].serial) or (lanes and serial < lanes[-1]):
            raise NotStageable(what)


def not_static(what: str) -> NoReturn:
    """Refuse a traced value where a static one is needed; a staged region first tries Python."""
    if nested():
        raise NotStageable(what)
    raise StagingError(what)


class Cell:
    """A place that holds data and can be written."""

    __slots__ = ("__weakref__", "_data", "serial")

    def __init__(self, data: Any) -> None:
        self._data = data
        self.serial = next(_serials)

    def read(self) -> Any:
        """The current data (inside a level: of an older cell, what the level sees of it)."""
        if _active and (stack := _stack.levels) and self.serial < stack[-1].serial:
            return stack[-1].read(self)
        return self._data

    def write(self, new: Any) -> None:
        """Replace the data."""
        if _active and (lanes := _stack.lanes) and self.serial < lanes[-1]:
            raise NotStageable("a broadcast's kernel changes what lies outside it")
        if _active and (stack := _stack.levels) and self.serial < stack[-1].serial:
            stack[-1].write(self, new)
        else:
            self._data = new

    def peek(self) -> Any:
        """The data, untold to the journal: for what a trace does not change (shape, dtype)."""
        return self._data


class Box(Cell):
    """A variable that a closure captures and that is rebound; also a field of a mutable struct."""

    __slots__ = ()

    @property
    def value(self) -> Any:
        """What the variable holds."""
        return self.read()

    @value.setter
    def value(self, new: Any) -> None:
        self.write(new)


class Ref(Box):
    """Julia's `Ref(x)`: `r[]` reads and `r[] = v` writes."""

    __slots__ = ("eltype",)

    def __init__(self, data: Any, eltype: Any = None) -> None:
        super().__init__(data)
        self.eltype = eltype
