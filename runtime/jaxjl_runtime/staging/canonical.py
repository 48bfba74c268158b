"""The canonical form of a closure: a key that two closures share if one compilation serves both.

Arrays are numbered by identity (so that aliasing is part of the key), floats are inputs, other
numbers are static until the same code comes back with others. A function is its code and what it
captures, never its identity: closures are made anew in each call.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from typing import Any

import numpy as np

from ..array import JaxArray
from ..cell import Box, NotStageable
from ..dispatch import GenericFunction
from ..instances import MutableStruct
from ..numbers import JaxNumber, number_dtype
from ..symbols import Symbol
from ..types import JuliaType
from .closures import places
from .composite import decompose, recompose
from .exits import UNDEF

__all__ = ["Canonical"]

_STATIC = (str, bytes, type(None), type, Symbol, JuliaType, GenericFunction, types.ModuleType)
_BUILTIN = (types.BuiltinFunctionType, types.MethodType)


class Canonical:
    """Walks what functions reach; `key()` is the canonical form."""

    def __init__(self, *, integers: bool) -> None:
        self.integers = integers  # whether captured integers are inputs, too
        self.cells: list[Any] = []  # arrays and boxes, each once
        self.inputs: list[Any] = []  # the numbers that are inputs
        self.globals: list[tuple[dict[str, Any], str, Any]] = []
        self.carried: set[int] = set()
        self._functions: dict[int, int] = {}
        self._codes: set[types.CodeType] = set()

    def key(self, *functions: Callable[..., Any]) -> Any:
        """The key of functions of one scope; the cells that they store are left out of it."""
        self.carried.update(id(place.cell) for place in places(*functions))
        return tuple(self._function(f) for f in functions)

    def value(self, x: Any) -> Any:
        """The key of a value."""
        if isinstance(x, (JaxArray, Box)):
            return self._cell(x)
        if x is UNDEF:
            return "unset"
        cls = type(x)
        if (cls is int and self.integers) or isinstance(x, (float, complex, np.inexact)):
            self.inputs.append(x)
            return ("input", cls)
        if isinstance(x, (bool, int, np.generic)):
            return ("static", cls, x)
        if isinstance(x, JaxNumber):
            raise NotStageable("a number in a buffer")
        if isinstance(x, types.FunctionType):
            return self._function(x)
        if isinstance(x, _STATIC):
            if isinstance(x, GenericFunction):
                self._generic(x)
            return ("object", cls, x if isinstance(x, str) else id(x))
        if isinstance(x, _BUILTIN):
            return ("object", id(x))
        if isinstance(x, MutableStruct):
            fields = vars(x)
            names = tuple(k for k in fields if k != "serial")
            return ("mutable", cls, names, *(self.value(fields[k]) for k in names))
        parts = decompose(x)
        if parts is None:
            raise NotStageable(f"a {cls.__name__} that the loop may change")
        return ("parts", parts[0], *(self.value(part) for part in parts[1]))

    def _cell(self, x: Any) -> Any:
        for index, other in enumerate(self.cells):
            if other is x:
                return ("again", index)
        if type(x) is not JaxArray and not isinstance(x, Box):
            raise NotStageable("a view")
        self.cells.append(x)
        data = x.peek()
        if isinstance(x, JaxArray):
            return ("array", np.dtype(data.dtype), data.shape, x.bit)
        if isinstance(data, JaxArray):
            return ("box", self._cell(data))
        if number_dtype(data) is not None:
            return ("box", type(data))
        raise NotStageable("a captured variable that holds no number")

    def _function(self, f: Any) -> Any:
        known = self._functions.get(id(f))
        if known is not None:
            return ("seen", known)
        self._functions[id(f)] = len(self._functions)
        self._reach(f.__code__, f.__globals__)
        found = []
        for cell in f.__closure__ or ():
            if id(cell) in self.carried:
                found.append("carried")
                continue
            try:
                found.append(self.value(cell.cell_contents))
            except ValueError:
                found.append("empty")
        defaults = tuple(self.value(d) for d in f.__defaults__ or ())
        return ("function", f.__code__, tuple(found), defaults)

    # ------------------------------------------------------------------------------- globals

    def _generic(self, function: GenericFunction) -> None:
        if function.methods is not None:
            for method in function.methods.all():
                python = getattr(method, "python_function", None)
                if isinstance(python, types.FunctionType):
                    self._reach(python.__code__, python.__globals__)
                    if python.__closure__:
                        self._function(python)

    def _reach(self, code: types.CodeType, names: dict[str, Any]) -> None:
        """Note the globals that the code may read: a compilation has taken their values in."""
        if code in self._codes:
            return
        self._codes.add(code)
        for name in code.co_names:
            if name in names:
                self._global(names, name)
        for constant in code.co_consts:
            if isinstance(constant, types.CodeType):
                self._reach(constant, names)

    def _global(self, names: dict[str, Any], name: str) -> None:
        x = names[name]
        if isinstance(x, types.ModuleType):
            return
        self.globals.append((names, name, x))
        if isinstance(x, types.FunctionType):
            self._reach(x.__code__, x.__globals__)
        elif isinstance(x, GenericFunction):
            self._generic(x)
        elif isinstance(x, JaxArray) and not any(other is x for other in self.cells):
            self.cells.append(x)

    # ------------------------------------------------------------------------------- rebuilding

    def rebuild(self, functions: tuple[Any, ...], inputs: list[Any]) -> tuple[list[Any], Any]:
        """The functions with fresh cells: inputs replaced by the given numbers, in the order of
        `key`; and the map from an old carried cell to the new one."""
        return _Rebuild(self, iter(inputs)).all(functions)


class _Rebuild:
    def __init__(self, canonical: Canonical, inputs: Any) -> None:
        self.canonical = canonical
        self.inputs = inputs
        self.functions: dict[int, Any] = {}
        self.cells: dict[int, types.CellType] = {}

    def all(self, functions: tuple[Any, ...]) -> tuple[list[Any], dict[int, types.CellType]]:
        made = [self.function(f) for f in functions]
        return made, self.cells

    def function(self, f: Any) -> Any:
        if id(f) in self.functions:
            return self.functions[id(f)]
        cells = []
        carried = self.canonical.carried
        for cell in f.__closure__ or ():
            fresh = self.cells.get(id(cell)) if id(cell) in carried else None
            cells.append(fresh or types.CellType())
            if id(cell) in carried:
                self.cells[id(cell)] = cells[-1]
        made = types.FunctionType(f.__code__, f.__globals__, f.__name__, None, tuple(cells))
        made.__kwdefaults__ = f.__kwdefaults__
        self.functions[id(f)] = made
        for old, new in zip(f.__closure__ or (), cells, strict=True):
            if id(old) in carried:
                continue
            try:
                new.cell_contents = self.value(old.cell_contents)
            except ValueError:
                continue
        if f.__defaults__:
            made.__defaults__ = tuple(self.value(d) for d in f.__defaults__)
        return made

    def value(self, x: Any) -> Any:
        if isinstance(x, (JaxArray, Box)) or x is UNDEF:
            return x
        cls = type(x)
        if (cls is int and self.canonical.integers) or isinstance(x, (float, complex, np.inexact)):
            return JaxNumber(next(self.inputs))
        if isinstance(x, types.FunctionType):
            return self.function(x)
        if isinstance(x, (bool, int, np.generic, *_STATIC, *_BUILTIN, MutableStruct)):
            if isinstance(x, MutableStruct):
                for name, field in vars(x).items():
                    if name != "serial":
                        self.value(field)
            return x
        kind, parts = decompose(x)
        return recompose(kind, [self.value(part) for part in parts])
