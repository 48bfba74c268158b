"""The variables that a region carries: the Python cells (and globals) that its code stores."""

from __future__ import annotations

import dis
from collections.abc import Callable, Iterable
from functools import cache
from types import CellType, CodeType, FunctionType
from typing import Any

from .exits import UNDEF

__all__ = ["Place", "places", "stored_names"]

_EMPTY = object()


@cache
def stored_names(code: CodeType) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The free variables and the globals that the code, or code nested in it, stores."""
    free: set[str] = set()
    global_: set[str] = set()
    for instruction in dis.get_instructions(code):
        if instruction.opname in ("STORE_DEREF", "DELETE_DEREF"):
            free.add(instruction.argval)
        elif instruction.opname in ("STORE_GLOBAL", "DELETE_GLOBAL"):
            global_.add(instruction.argval)
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            inner_free, inner_global = stored_names(constant)
            free.update(inner_free)
            global_.update(inner_global)
    return tuple(n for n in code.co_freevars if n in free), tuple(sorted(global_))


class _GlobalCell:
    """A global variable with the face of a Python cell."""

    __slots__ = ("name", "names")

    def __init__(self, names: dict[str, Any], name: str) -> None:
        self.names = names
        self.name = name

    @property
    def cell_contents(self) -> Any:
        try:
            return self.names[self.name]
        except KeyError:
            raise ValueError(self.name) from None

    @cell_contents.setter
    def cell_contents(self, value: Any) -> None:
        self.names[self.name] = value

    @cell_contents.deleter
    def cell_contents(self) -> None:
        self.names.pop(self.name, None)


class Place:
    """A carried variable: its name and the Python cell that holds it."""

    __slots__ = ("cell", "entry", "name")

    def __init__(self, name: str, cell: CellType | _GlobalCell) -> None:
        self.name = name
        self.cell = cell
        try:
            self.entry = cell.cell_contents
        except ValueError:
            self.entry = _EMPTY

    def get(self) -> Any:
        """The variable's value, or `UNDEF`."""
        try:
            return self.cell.cell_contents
        except ValueError:
            return UNDEF

    def set(self, value: Any) -> None:
        """Assign the variable; `UNDEF` leaves it as undefined as it was on entry."""
        if value is UNDEF and self.entry is _EMPTY:
            del self.cell.cell_contents
        else:
            self.cell.cell_contents = value

    def restore(self) -> None:
        """Put back what the variable held on entry."""
        if self.entry is _EMPTY:
            del self.cell.cell_contents
        else:
            self.cell.cell_contents = self.entry


def places(*functions: Callable[..., Any]) -> list[Place]:
    """The variables that these functions of one scope rebind, each once, in a fixed order.

    A local function that a region calls (`rest`) is part of it: what it stores is carried, too.
    """
    found: dict[Any, Place] = {}
    seen: set[int] = set()
    pending = list(functions)
    while pending:
        function = pending.pop(0)
        if id(function) in seen:
            continue
        seen.add(id(function))
        for key, place in _places_of(function):
            found.setdefault(key, place)
        pending.extend(_local_functions(function))
    return list(found.values())


def _local_functions(function: Callable[..., Any]) -> Iterable[Callable[..., Any]]:
    for cell in getattr(function, "__closure__", None) or ():
        try:
            value = cell.cell_contents
        except ValueError:
            continue
        if type(value) is FunctionType and value.__closure__:
            yield value


def _places_of(function: Callable[..., Any]) -> Iterable[tuple[Any, Place]]:
    code = getattr(function, "__code__", None)
    if code is None:
        return
    free, global_ = stored_names(code)
    if free:
        cells = dict(zip(code.co_freevars, function.__closure__ or (), strict=True))
        for name in free:
            yield id(cells[name]), Place(name, cells[name])
    for name in global_:
        names = function.__globals__
        yield (id(names), name), Place(name, _GlobalCell(names, name))
