"""Julia's syntax trees: what `Meta.parse` gives, with a span on every `Expr`.

| Julia value in a tree | here |
| --- | --- |
| `Expr(head, args...)` | `Expr` |
| `Symbol` | `Symbol` (interned by `sym`; never a Python string) |
| `Int64`, `Float64`, `Bool`, `String`, `nothing` | `int`, `float`, `bool`, `str`, `None` |
| any other number, `Char` | `Literal` |
| `QuoteNode`, `GlobalRef`, `LineNumberNode` | the classes below |
"""

from __future__ import annotations

from typing import TypeAlias, Union

from .source import Span


class Symbol:
    """A Julia `Symbol`; equal names are one object, so compare with `is`. Make them with `sym`."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"sym({self.name!r})"

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return sym, (self.name,)


_symbols: dict[str, Symbol] = {}


def sym(name: str) -> Symbol:
    """The one `Symbol` of this name."""
    symbol = _symbols.get(name)
    if symbol is None:
        symbol = _symbols[name] = Symbol(name)
    return symbol


class Literal:
    """A literal that is no Int64, Float64, Bool or String.

    `type` is Julia's name (`UInt8`, `Int128`, `Float32`, `Char` …). `value` is an `int` (for `Char`
    the code point, or `bytes` if ill-formed) or a `float`.
    """

    __slots__ = ("type", "value")

    def __init__(self, type: str, value: int | float | bytes) -> None:
        self.type = type
        self.value = value

    def __repr__(self) -> str:
        return f"Literal({self.type!r}, {self.value!r})"


class QuoteNode:
    """A quoted value that is not interpolated into (`:x` as in `a.x`)."""

    __slots__ = ("value",)

    def __init__(self, value: Node) -> None:
        self.value = value

    def __repr__(self) -> str:
        return f"QuoteNode({self.value!r})"


class GlobalRef:
    """A name in a given module, as in `Core.@doc`."""

    __slots__ = ("module", "name")

    def __init__(self, module: str, name: str) -> None:
        self.module = module
        self.name = name

    def __repr__(self) -> str:
        return f"GlobalRef({self.module!r}, {self.name!r})"


class LineNumberNode:
    """Where the next expression stands."""

    __slots__ = ("file", "line")

    def __init__(self, line: int, file: str | None) -> None:
        self.line = line
        self.file = file

    def __repr__(self) -> str:
        return f"LineNumberNode({self.line}, {self.file!r})"


class Expr:
    """An expression tree node: Julia's head, its arguments, and where it stands in the source.

    `mark` is the parser's own note on how the node was written (`a + b` in a chain, not in
    parentheses); it says nothing once the tree is complete.
    """

    __slots__ = ("args", "head", "mark", "span")

    def __init__(self, head: str, args: list[Node], span: Span | None = None) -> None:
        self.head = head
        self.args = args
        self.span = span
        self.mark: str | None = None

    def __repr__(self) -> str:
        return f"Expr({self.head!r}, {self.args!r})"


Node: TypeAlias = Union[
    Expr, Symbol, Literal, QuoteNode, GlobalRef, LineNumberNode, int, float, bool, str, None
]
