"""Python `ast` nodes, each with the place in the Julia source that it comes from.

Every helper demands a place, so that no node can lack one: CPython then shows the `.jl` line in a
traceback, and refuses to compile a tree whose places are only partly set.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

from ..syntax.source import Span

N = TypeVar("N", bound=ast.AST)


class At(NamedTuple):
    """A place as Python wants it: lines from 1, columns in UTF-8 bytes from 0."""

    line: int
    column: int
    end_line: int
    end_column: int


NOWHERE = At(1, 0, 1, 0)
LOAD = ast.Load()
STORE = ast.Store()


def place(span: Span) -> At:
    """The place of a span."""
    source = span.source
    line, column = source.line_column(span.start)
    end_line, end_column = source.line_column(span.end)
    if source.text.isascii():
        return At(line, column - 1, end_line, end_column - 1)
    first, last = source.line_text(line), source.line_text(end_line)
    return At(line, _bytes(first, column), end_line, _bytes(last, end_column))


def _bytes(text: str, column: int) -> int:
    return len(text[: column - 1].encode("utf-8", "surrogatepass"))


def put(node: N, at: At) -> N:
    """The node, with its place set."""
    located: Any = node
    located.lineno, located.col_offset, located.end_lineno, located.end_col_offset = at
    return node


# --------------------------------------------------------------------------------- expressions


def name(identifier: str, at: At) -> ast.expr:
    """`identifier`, read."""
    return put(ast.Name(identifier, LOAD), at)


def attribute(value: ast.expr, identifier: str, at: At) -> ast.expr:
    """`value.identifier`, read."""
    return put(ast.Attribute(value, identifier, LOAD), at)


def jl(identifier: str, at: At) -> ast.expr:
    """`jl.identifier`."""
    return attribute(name("jl", at), identifier, at)


def keyword(identifier: str | None, value: ast.expr, at: At) -> ast.keyword:
    """`identifier=value`, or `**value`."""
    return put(ast.keyword(identifier, value), at)


def call(
    function: ast.expr | str,
    arguments: Iterable[ast.expr],
    at: At,
    keywords: Iterable[ast.keyword] = (),
) -> ast.expr:
    """A call; a function given as text is `jl`'s."""
    callee = jl(function, at) if isinstance(function, str) else function
    return put(ast.Call(callee, list(arguments), list(keywords)), at)


def constant(value: bool | int | float | str | None, at: At) -> ast.expr:
    """A literal; a negative number is a unary minus, as Python's own parser has it."""
    if isinstance(value, int | float) and not isinstance(value, bool) and _negative(value):
        return put(ast.UnaryOp(ast.USub(), put(ast.Constant(-value), at)), at)
    return put(ast.Constant(value), at)


def _negative(value: int | float) -> bool:
    return value < 0 or (value == 0 and str(value).startswith("-"))


def tuple_(items: Iterable[ast.expr], at: At) -> ast.expr:
    """`(a, b)`."""
    return put(ast.Tuple(list(items), LOAD), at)


def starred(value: ast.expr, at: At) -> ast.expr:
    """`*value`."""
    return put(ast.Starred(value, LOAD), at)


def lambda_(parameters: Sequence[str], body: ast.expr, at: At) -> ast.expr:
    """`lambda parameters: body`."""
    return put(ast.Lambda(arguments([put(ast.arg(p), at) for p in parameters]), body), at)


def arguments(
    positional: Sequence[ast.arg],
    defaults: Sequence[ast.expr] = (),
    slurp: ast.arg | None = None,
    keywords: Sequence[ast.arg] = (),
    keyword_defaults: Sequence[ast.expr | None] = (),
    keyword_slurp: ast.arg | None = None,
) -> ast.arguments:
    """The parameters of a `def` or a `lambda`."""
    return ast.arguments(
        posonlyargs=[],
        args=list(positional),
        vararg=slurp,
        kwonlyargs=list(keywords),
        kw_defaults=list(keyword_defaults),
        kwarg=keyword_slurp,
        defaults=list(defaults),
    )


def binary(left: ast.expr, operator: ast.operator, right: ast.expr, at: At) -> ast.expr:
    """`left operator right`."""
    return put(ast.BinOp(left, operator, right), at)


def compare(left: ast.expr, operator: ast.cmpop, right: ast.expr, at: At) -> ast.expr:
    """`left operator right`."""
    return put(ast.Compare(left, [operator], [right]), at)


def named(identifier: str, value: ast.expr, at: At) -> ast.expr:
    """`identifier := value`."""
    return put(ast.NamedExpr(put(ast.Name(identifier, STORE), at), value), at)


def negate(value: ast.expr, at: At) -> ast.expr:
    """`not value`."""
    return put(ast.UnaryOp(ast.Not(), value), at)


def subscript(
    value: ast.expr, items: Sequence[ast.expr], at: At, *, single: bool = False
) -> ast.expr:
    """`value[items]`; with `single`, one item stays a tuple: `value[item,]`."""
    index = items[0] if len(items) == 1 and not single else tuple_(items, at)
    if len(items) == 1 and isinstance(items[0], ast.Starred):
        index = tuple_(items, at)
    return put(ast.Subscript(value, index, LOAD), at)


# ---------------------------------------------------------------------------------- statements


def assign(target: ast.expr, value: ast.expr, at: At) -> ast.stmt:
    """`target = value`."""
    return put(ast.Assign([stored(target)], value), at)


def stored(target: ast.expr) -> ast.expr:
    """The expression as a target of an assignment."""
    found: Any = target
    found.ctx = STORE
    if isinstance(target, ast.Tuple):
        for item in target.elts:
            stored(item)
    elif isinstance(target, ast.Starred):
        stored(target.value)
    return target


def assign_name(identifier: str, value: ast.expr, at: At) -> ast.stmt:
    """`identifier = value`."""
    return assign(name(identifier, at), value, at)


def expression(value: ast.expr, at: At) -> ast.stmt:
    """A value as a statement."""
    return put(ast.Expr(value), at)


def return_(value: ast.expr | None, at: At) -> ast.stmt:
    """`return value`."""
    return put(ast.Return(value), at)


def define(
    identifier: str,
    parameters: ast.arguments,
    body: Sequence[ast.stmt],
    at: At,
    decorators: Sequence[ast.expr] = (),
) -> ast.stmt:
    """`def identifier(parameters): body`; an empty body is `pass`."""
    statements = list(body) or [put(ast.Pass(), at)]
    return put(ast.FunctionDef(identifier, parameters, statements, list(decorators)), at)


def if_(test: ast.expr, then: Sequence[ast.stmt], orelse: Sequence[ast.stmt], at: At) -> ast.stmt:
    """`if test: then else: orelse`."""
    return put(ast.If(test, list(then) or [put(ast.Pass(), at)], list(orelse)), at)
