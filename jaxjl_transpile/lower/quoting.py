"""Quoted code as a value: calls that build the `Expr` when the code runs."""

from __future__ import annotations

from .. import ir
from ..syntax.expr import Expr, GlobalRef, LineNumberNode, Node, QuoteNode, sym
from .lowerer import Lowerer, value_of


@value_of("quote")
def _quote(lw: Lowerer, node: Expr) -> ir.Value:
    return _built(lw, node.args[0], 1)


@value_of("inert")
def _inert(lw: Lowerer, node: Expr) -> ir.Value:
    return _built(lw, node.args[0], -1)


def _built(lw: Lowerer, node: Node, depth: int) -> ir.Value:
    """The value that a quoted node is. `depth` counts the quotes around; -1 is for inert code."""
    if isinstance(node, Expr):
        return _built_expr(lw, node, depth)
    if isinstance(node, QuoteNode):
        inner = _built(lw, node.value, depth)
        return ir.Call(ir.BuiltinName("Core", "QuoteNode", lw.span), (inner,), span=lw.span)
    if isinstance(node, LineNumberNode):
        file = ir.Const(None) if node.file is None else ir.Const(sym(node.file), lw.span)
        function = ir.BuiltinName("Core", "LineNumberNode", lw.span)
        return ir.Call(function, (ir.Const(node.line, lw.span), file), span=lw.span)
    if isinstance(node, GlobalRef):
        function = ir.BuiltinName("Core", "GlobalRef", lw.span)
        module = lw.value(_path(node.module))
        return ir.Call(function, (module, ir.Const(sym(node.name), lw.span)), span=lw.span)
    return ir.Const(node, lw.span)


def _built_expr(lw: Lowerer, node: Expr, depth: int) -> ir.Value:
    if node.head == "$" and depth == 1:
        with lw.at(node):
            inner = node.args[0]
            if len(node.args) == 1 and isinstance(inner, Expr) and inner.head == "...":
                return ir.Splat(lw.value(inner.args[0]), node.span)
            return lw.value(inner)
    if node.head == "$" and depth > 0:
        depth -= 1
    elif node.head == "quote" and depth > 0:
        depth += 1
    inner_depth = depth
    parts = lw.each(node.args, lambda arg: _built(lw, arg, inner_depth))
    head = ir.Const(sym(node.head), node.span)
    function = ir.BuiltinName("Core", "Expr", node.span)
    return ir.Call(function, (head, *parts), span=node.span)


def _path(name: str) -> Node:
    """The tree of a dotted module name."""
    first, *rest = name.split(".")
    node: Node = sym(first)
    for part in rest:
        node = Expr(".", [node, QuoteNode(sym(part))])
    return node
