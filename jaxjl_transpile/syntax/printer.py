"""Trees as Julia text, exactly as Julia's `string(expr)` prints them.

Each form has a function that yields text and generators of text; `_run` drives them with a stack of
its
own, so that the depth of a tree is not limited by Python's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from .expr import Expr, GlobalRef, LineNumberNode, Literal, Node, QuoteNode, Symbol
from .print_atoms import (
    PREC_POWER,
    QUOTED_IN_PARENTHESES,
    atom_text,
    is_operator,
    precedence,
    quoted_symbol,
    reference_text,
    symbol_text,
)  # fmt: skip
from .wordlist import words

Pieces: TypeAlias = "Iterator[str | Pieces]"

UNARY = words("+ - ! ¬ ~ <: >: √ ∛ ∜")
INDENT = 4


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node is printed.

    `precedence` is that of the operator around it, -1 for a statement. `fallback`: `$x` outside
    quotes is
    shown as a call of `Expr` (`repr`, `@show`), not as `$x` (`string`). `indexing`: `begin`
    would be a name.
    """

    indent: int = 0
    precedence: int = -1
    fallback: bool = False
    indexing: bool = False

    def inner(self, precedence: int = 0, indent: int = 0) -> Place:
        """The place of a part of what stands here."""
        return replace(self, precedence=precedence, indent=self.indent + indent)

    def outside_index(self) -> Place:
        """The same place, where `begin` is no name."""
        return replace(self, indexing=False) if self.indexing else self


Printer = Callable[[Expr, Place], Pieces]
_PRINTERS: dict[str, Printer] = {}


def prints(*heads: str) -> Callable[[Printer], Printer]:
    """Register how expressions with these heads are printed. A printer yields nothing if it does
    not know the form.
    """

    def register(printer: Printer) -> Printer:
        for head in heads:
            _PRINTERS[head] = printer
        return printer

    return register


def to_julia(node: Node) -> str:
    """The text of a tree: what Julia's `string(expr)` gives."""
    return _run(show(node, Place()))


def show_unquoted(node: Node) -> str:
    """The text that `@show` and `@assert` print for an expression."""
    return _run(show(node, Place(precedence=0, fallback=True)))


def _run(pieces: Pieces) -> str:
    from . import print_blocks, print_forms

    del print_blocks, print_forms  # imported for what they register
    out: list[str] = []
    stack = [pieces]
    while stack:
        piece = next(stack[-1], None)
        if piece is None:
            stack.pop()
        elif isinstance(piece, str):
            out.append(piece)
        else:
            stack.append(piece)
    return "".join(out)


def show(node: Node, place: Place) -> Pieces:
    """Any node."""
    match node:
        case Expr():
            printer = _PRINTERS.get(node.head)
            known = printer(node, place) if printer is not None else iter(())
            first = next(known, None)
            if first is None:
                yield fallback(node)
            else:
                yield first
                yield known
        case Symbol():
            yield symbol_text(node.name)
        case LineNumberNode():
            yield line_text(node)
        case GlobalRef():
            yield reference_text(node)
        case QuoteNode():
            yield _quote_node(node, place)
        case _:
            yield atom_text(node)


def line_text(line: LineNumberNode) -> str:
    """A line node as a comment."""
    file = f"{line.file}:" if line.file is not None else "line "
    return f"#= {file}{line.line} =#"


def _quote_node(node: QuoteNode, place: Place) -> Pieces:
    if isinstance(node.value, Symbol):
        yield quote(node.value, place)
    else:
        yield "$(QuoteNode("
        yield show_value(node.value)
        yield "))"


def quote(value: Node, place: Place) -> Pieces:
    """`:x`, `:(x + y)`, `quote … end`."""
    if isinstance(value, Symbol):
        text = quoted_symbol(value.name)
        if text is not None:
            yield text
            return
    if isinstance(value, Expr) and value.head == "block":
        from .print_blocks import block

        yield block("quote", (), value, place.outside_index())
        yield "end"
    else:
        yield ":("
        yield show(value, place.inner(-1, 2))
        yield ")"


def show_value(value: Node) -> Pieces:
    """A value as `show` prints it: code that makes it."""
    place = Place(fallback=True)
    if isinstance(value, (Expr, Symbol, QuoteNode, GlobalRef, LineNumberNode)):
        yield quote(value, place)
    else:
        yield atom_text(value)


def fallback(expr: Expr) -> Pieces:
    """`$(Expr(:head, …))`: a form that no syntax makes."""
    yield "$(Expr("
    yield show_value(_symbol(expr.head))
    for arg in expr.args:
        yield ", "
        yield show_value(arg)
    yield "))"


def _symbol(name: str) -> Symbol:
    from .expr import sym

    return sym(name)


def items(
    nodes: Sequence[Node],
    separator: str,
    place: Place,
    operators: bool = False,
    keywords: bool = False,
) -> Pieces:
    """A list, indented. `operators`: names of operators are enclosed. `keywords`: `(kw …)` is `a =
    b`.
    """
    inside = replace(place, indent=place.indent + INDENT)
    for position, node in enumerate(nodes):
        if position:
            yield separator
        parens = _parenthesized(node, position == 0, place.precedence, operators)
        here = inside.inner(0) if parens else inside
        if parens:
            yield "("
        if keywords and isinstance(node, Expr) and node.head == "kw" and len(node.args) == 2:
            yield show(Expr("=", node.args), here)
        elif keywords and isinstance(node, Expr) and node.head == "=" and len(node.args) == 2:
            yield fallback(node)
        else:
            yield show(node, here)
        if parens:
            yield ")"


def _parenthesized(node: Node, first: bool, outer: int, operators: bool) -> bool:
    if operators and isinstance(node, Symbol) and is_operator(node.name):
        return True
    if not first or outer < PREC_POWER:
        return False
    if isinstance(node, Expr) and node.head == "call" and node.args:
        function = node.args[0]
        return isinstance(function, Symbol) and function.name in UNARY
    value = node.value if isinstance(node, Literal) and node.type != "Char" else node
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value < 0


def enclosed(
    opener: str,
    nodes: Sequence[Node],
    separator: str,
    closer: str,
    place: Place,
    operators: bool = False,
    keywords: bool = False,
) -> Pieces:
    """A list between brackets."""
    yield opener
    yield items(nodes, separator, place, operators, keywords)
    yield closer


def infix(
    nodes: Sequence[Node], separator: str, own: int, place: Place, operators: bool = True
) -> Pieces:
    """Operands with an operator between them, in parentheses if what is around binds as tightly."""
    inside = place.inner(own)
    if own <= place.precedence:
        yield enclosed("(", nodes, separator, ")", inside, operators)
    else:
        yield items(nodes, separator, inside, operators)


def is_expr(node: Node, *heads: str) -> bool:
    """Whether a node is an `Expr` with one of the heads."""
    return isinstance(node, Expr) and node.head in heads


__all__ = ["QUOTED_IN_PARENTHESES", "Pieces", "Place", "precedence", "show_unquoted", "to_julia"]
