"""How Julia prints what ends with `end`, and declarations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .expr import Expr, Node, Symbol
from .print_atoms import symbol_text
from .print_forms import call
from .printer import INDENT, Pieces, Place, is_expr, items, prints, show


def block(head: str, args: Sequence[Node], body: Node, place: Place) -> Pieces:
    """A keyword, what stands on its line, and the statements of its body, each on a line."""
    yield head
    if args:
        yield " "
        yield items(args, " " if head == "elseif" else ", ", place.inner(0))
    indent = place.indent if head in ("module", "baremodule") else place.indent + INDENT
    statements = body.args if isinstance(body, Expr) and body.head in ("block", "quote") else [body]
    for statement in statements:
        yield "\n" + " " * indent
        yield show(statement, replace(place, indent=indent, precedence=-1))
    yield "\n" + " " * place.indent


def _block_with(head: str, argument: Node, body: Node, place: Place) -> Pieces:
    """`block`, where a block before the body is a list."""
    if isinstance(argument, Expr) and argument.head in ("block", "quote"):
        yield block(head, argument.args, body, place)
    else:
        yield block(head, [argument], body, place)


@prints("function", "macro")
def _function(expr: Expr, place: Place) -> Pieces:
    args, outside = expr.args, place.outside_index()
    if len(args) == 2 and expr.head == "function" and is_expr(args[0], "call"):
        signature = args[0]
        assert isinstance(signature, Expr)
        yield _block_with("function", Expr("calldecl", signature.args), args[1], outside)
        yield "end"
    elif len(args) == 2:
        yield _block_with(expr.head, args[0], args[1], outside)
        yield "end"
    elif len(args) == 1:
        yield f"{expr.head} "
        yield show(args[0], Place(0, 0, place.fallback))
        yield " end"


@prints("for", "while", "let")
def _loop(expr: Expr, place: Place) -> Pieces:
    if len(expr.args) == 2:
        yield _block_with(expr.head, expr.args[0], expr.args[1], place.outside_index())
        yield "end"


@prints("if", "elseif")
def _if(expr: Expr, place: Place) -> Pieces:
    args, outside = expr.args, place.outside_index()
    if len(args) == 2:
        yield _block_with(expr.head, args[0], args[1], outside)
        yield "end"
    elif len(args) == 3:
        yield _block_with(expr.head, args[0], args[1], outside)
        if is_expr(args[2], "elseif"):
            yield show(args[2], outside)
        else:
            yield block("else", (), args[2], outside)
            yield "end"


@prints("do")
def _do(expr: Expr, place: Place) -> Pieces:
    function = expr.args[1]
    assert isinstance(function, Expr)
    names, body = function.args
    assert isinstance(names, Expr) and isinstance(body, Expr)
    outside = place.outside_index()
    yield show(expr.args[0], outside.inner(-1))
    yield " do "
    yield items(names.args, ", ", replace(outside, indent=0, precedence=0))
    indent = place.indent + INDENT
    for statement in body.args:
        yield "\n" + " " * indent
        yield show(statement, replace(outside, indent=indent, precedence=-1))
    yield "\n" + " " * place.indent + "end"


@prints("module")
def _module(expr: Expr, place: Place) -> Pieces:
    if len(expr.args) == 3:
        head = "module" if expr.args[0] else "baremodule"
        yield _block_with(head, expr.args[1], expr.args[2], place.outside_index())
        yield "end"


@prints("struct")
def _struct(expr: Expr, place: Place) -> Pieces:
    if len(expr.args) == 3:
        head = "mutable struct" if expr.args[0] else "struct"
        yield _block_with(head, expr.args[1], expr.args[2], place.outside_index())
        yield "end"


@prints("primitive")
def _primitive(expr: Expr, place: Place) -> Pieces:
    yield "primitive type "
    yield items(expr.args, " ", place.inner(0))
    yield " end"


@prints("abstract")
def _abstract(expr: Expr, place: Place) -> Pieces:
    yield "abstract type "
    yield items(expr.args, " ", place.outside_index().inner(0))
    yield " end"


@prints("try")
def _try(expr: Expr, place: Place) -> Pieces:
    args, outside = expr.args, place.outside_index()
    if not 3 <= len(args) <= 5:
        return
    yield block("try", (), args[0], outside)
    if is_expr(args[2], "block"):
        variable = () if args[1] is False else (args[1],)
        yield block("catch", variable, args[2], outside)
    if len(args) == 5 and is_expr(args[4], "block"):
        yield block("else", (), args[4], outside)
    if len(args) >= 4 and is_expr(args[3], "block"):
        yield block("finally", (), args[3], outside)
    yield "end"


@prints("block")
def _block(expr: Expr, place: Place) -> Pieces:
    if place.indexing:
        yield _block_in_index(expr, place)
    else:
        yield block("begin", (), expr, place)
        yield "end"


def _block_in_index(expr: Expr, place: Place) -> Pieces:
    """`begin` would be the first index: the statements stand in parentheses."""
    from .expr import LineNumberNode

    args = expr.args
    indent = place.indent + INDENT
    yield "("
    for position, statement in enumerate(args):
        if position:
            if not (position == 1 and isinstance(args[0], LineNumberNode)):
                yield ";"
            yield "\n" + " " * indent
        yield show(statement, replace(place, indent=indent, precedence=-1))
    yield ")" if len(args) > 1 else ";)" if args else ";;)"


@prints("return", "const", "local", "global", "break", "continue")
def _declaration(expr: Expr, place: Place) -> Pieces:
    args = expr.args
    if (expr.head == "return" and args == [None]) or expr.head in ("break", "continue"):
        yield expr.head
    elif len(args) == 1 or expr.head in ("local", "global"):
        yield f"{expr.head} "
        yield items(args, ", ", place.inner(0))


@prints("export", "public")
def _export(expr: Expr, place: Place) -> Pieces:
    yield f"{expr.head} "
    for position, name in enumerate(expr.args):
        if position:
            yield ", "
        if isinstance(name, Symbol):
            yield symbol_text(name.name, macro=True)
        else:
            yield show(name, place.inner(0))


@prints("import", "using")
def _import(expr: Expr, place: Place) -> Pieces:
    if not expr.args or not all(map(_is_import, expr.args)):
        return
    yield f"{expr.head} "
    for position, path in enumerate(expr.args):
        if position:
            yield ", "
        yield _path(path, place)


def _is_import(node: Node) -> bool:
    if not isinstance(node, Expr):
        return False
    if node.head == ":":
        return len(node.args) > 1 and all(map(_is_import, node.args))
    if node.head == "as":
        return _is_import(node.args[0])
    return (
        node.head == "." and bool(node.args) and all(isinstance(part, Symbol) for part in node.args)
    )


def _path(node: Node, place: Place) -> Pieces:
    if not isinstance(node, Expr):
        yield show(node, place.inner(0))
    elif node.head == ":":
        yield _path(node.args[0], place)
        for position, part in enumerate(node.args[1:]):
            yield ", " if position else ": "
            yield _path(part, place)
    elif node.head == "as":
        yield _path(node.args[0], place)
        yield " as "
        yield _path(node.args[1], place)
    else:
        dots = True
        for position, part in enumerate(node.args):
            if not dots:
                yield "."
            assert isinstance(part, Symbol)
            yield symbol_text(part.name, macro=position == len(node.args) - 1)
            dots = part.name == "."


_ = call
