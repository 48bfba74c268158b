"""How the grammar's actions are written down: one function an action, by the name behind `->`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ...diagnostics import Diagnostic
from ..expr import Expr, LineNumberNode, Node
from ..source import Span
from ..tokens import Tokens

Values = list[Any]


class Context:
    """What actions may ask about the text they build the tree of."""

    __slots__ = ("_lines", "bare_constants", "modern", "name", "tokens")

    def __init__(self, tokens: Tokens, julia: tuple[int, int]) -> None:
        self.tokens = tokens
        self.name = tokens.source.name
        self.modern = julia >= (1, 6)
        self.bare_constants: dict[
            int, Expr
        ] = {}  # `const x`, by `id`: only a mutable struct has these
        self._lines: dict[int, LineNumberNode] = {}

    def line(self, token: int) -> LineNumberNode:
        """The line node of the line on which a token begins."""
        return self.line_node(self.tokens.source.line_column(self.tokens.starts[token])[0])

    def line_node(self, line: int) -> LineNumberNode:
        """The line node of a line."""
        node = self._lines.get(line)
        if node is None:
            node = self._lines[line] = LineNumberNode(line, self.name)
        return node

    def span(self, first: int, last: int) -> Span:
        """From the start of one token to the end of another."""
        return Span(self.tokens.source, self.tokens.starts[first], self.tokens.ends[last])

    def report(self, code: str, message: str, span: Span | None, hint: str | None = None) -> None:
        """Note a fault of the text."""
        self.tokens.diagnostics.append(Diagnostic(code, message, span, hint))

    def report_shape(self, message: str, first: int, hint: str | None = None) -> None:
        """Note that the construct which begins at a token is not complete or not well-formed."""
        self.report("E0204", message, self.span(first, first), hint)


Plain = Callable[[Values], Any]
Located = Callable[[Values, Sequence[int], Context], Any]

# By the action's name: whether it wants to know where its values stand, and the function.
ACTIONS: dict[str, tuple[bool, Callable[..., Any]]] = {}
# Expressions that an action made inside the one it gives; they get that one's span.
PENDING: list[Expr] = []


def action(function: Plain) -> Plain:
    """Register an action: list of values -> value."""
    ACTIONS[function.__name__] = (False, function)
    return function


def located(function: Located) -> Located:
    """Register an action that also gets the first token of each value, and the context."""
    ACTIONS[function.__name__] = (True, function)
    return function


def pending(value: Node) -> Node:
    """The value; if it is an expression, it gets the span of the one that its action gives."""
    if type(value) is Expr:
        PENDING.append(value)
    return value


def inner(head: str, args: list[Node]) -> Expr:
    """An expression that its action puts inside the one it gives."""
    expr = Expr(head, args)
    PENDING.append(expr)
    return expr
