"""The state of the emitter: tables, names, and the Python function that is being written."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from ..diagnostics import InternalError
from ..passes import Tables
from ..syntax.source import Span
from . import build as b
from .naming import Names


class Leaving(Enum):
    """What an exit looks like where the emitter stands."""

    PYTHON = "python"  # `return v`; a loop's exits are Python's `break` and `continue`
    OUTCOME = "outcome"  # `return jl.leave(v)`, `return jl.BREAK`, `return`


@dataclass(slots=True)
class Frame:
    """One Python function that is being written; the module itself is one."""

    at_module: bool = False
    returns: Leaving = Leaving.PYTHON
    breaks: Leaving = Leaving.PYTHON
    globals: set[str] = field(default_factory=set)
    boxes: set[Any] = field(default_factory=set)


class Emitter:
    """What the handlers of values and statements share."""

    def __init__(self, tables: Tables, names: Names) -> None:
        self.tables = tables
        self.names = names
        self.frame = Frame(at_module=True)
        self.module: tuple[str, ...] = ("Main",)
        self.at: b.At = b.NOWHERE
        self.ahead: list[ast.stmt] = []  # functions that the current statement needs before it
        self.kernel = False
        self.functions: set[str] = set()  # globals that hold a function object by now
        self.types: set[str] = set()  # globals that are types
        self.module_vars: set[Any] = set()  # variables of modules: Python globals
        self.several: set[Any] = set()  # local functions with several methods
        self.started: set[Any] = set()  # those whose first method is written
        self.unset_boxes: set[Any] = set()  # shared variables that have no value at first
        self.files: dict[ast.stmt, str] = {}  # where the statements of the top level come from
        self.loops: dict[Any, str] = {}  # the names of staged loops

    def declare_global(self, name: str, made: list[ast.stmt], at: b.At) -> list[ast.stmt]:
        """Statements that set a global: the Python function around them must say so."""
        if not self.frame.at_module:
            self.frame.globals.add(name)
        return made

    def as_function(self, hint: str, body: Any, at: b.At) -> list[ast.stmt]:
        """A scope of the top level: a function, called at once, so that its names are its own."""
        from .functions import scope_function

        name = self.names.region("_" + hint)
        call = b.expression(b.call(b.name(name, at), [], at), at)
        return [scope_function(self, name, body, at), call]

    def place(self, span: Span | None) -> b.At:
        """The place of a span, or of what is around it."""
        return self.at if span is None else b.place(span)

    @contextmanager
    def standing(self, span: Span | None) -> Iterator[b.At]:
        """Within: what has no place of its own stands at `span`."""
        before = self.at
        self.at = self.place(span)
        try:
            yield self.at
        finally:
            self.at = before

    @contextmanager
    def framed(self, frame: Frame) -> Iterator[Frame]:
        """Within: the statements are those of another Python function."""
        before, self.frame = self.frame, frame
        try:
            yield frame
        finally:
            self.frame = before

    @contextmanager
    def hoisting(self) -> Iterator[list[ast.stmt]]:
        """Within: functions that a value needs first are collected in the list."""
        before, self.ahead = self.ahead, []
        try:
            yield self.ahead
        finally:
            self.ahead = before


ValueHandler = Callable[[Emitter, Any, b.At], ast.expr]
StatementHandler = Callable[[Emitter, Any, b.At], list[ast.stmt]]

VALUES: dict[type, ValueHandler] = {}
STATEMENTS: dict[type, StatementHandler] = {}


def value_of(cls: type) -> Callable[[ValueHandler], ValueHandler]:
    """Registers the handler of a kind of value."""

    def register(handler: ValueHandler) -> ValueHandler:
        VALUES[cls] = handler
        return handler

    return register


def statement_of(cls: type) -> Callable[[StatementHandler], StatementHandler]:
    """Registers the handler of a kind of statement."""

    def register(handler: StatementHandler) -> StatementHandler:
        STATEMENTS[cls] = handler
        return handler

    return register


def value(emitter: Emitter, node: Any) -> ast.expr:
    """The Python expression of a value."""
    handler = VALUES.get(type(node))
    if handler is None:
        raise InternalError(f"no Python form for a {type(node).__name__}", node.span)
    with emitter.standing(node.span) as at:
        return handler(emitter, node, at)


def statement(emitter: Emitter, node: Any) -> list[ast.stmt]:
    """The Python statements of a statement, functions that it needs first."""
    handler = STATEMENTS.get(type(node))
    if handler is None:
        raise InternalError(f"no Python form for a {type(node).__name__}", node.span)
    with emitter.standing(node.span) as at, emitter.hoisting() as ahead:
        made = handler(emitter, node, at)
        return [*ahead, *made]


def statements(emitter: Emitter, nodes: Any) -> list[ast.stmt]:
    """The Python statements of several statements."""
    return [made for node in nodes for made in statement(emitter, node)]
