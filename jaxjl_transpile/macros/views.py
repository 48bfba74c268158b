"""`@view` and `@views`."""

from __future__ import annotations

from ..syntax.expr import Expr, Node, sym
from .registry import MacroCall, macro


@macro("view")
def _view(call: MacroCall) -> Node:
    """`@view a[i, end]` ==> `view(a, i, lastindex(a, 2))`"""
    node = call.one()
    if not isinstance(node, Expr) or node.head != "ref":
        raise call.fail(
            "Invalid use of @view macro: argument must be a reference expression A[...]."
        )
    return Expr("#view", [sym("view"), node], call.span)


@macro("views")
def _views(call: MacroCall) -> Node:
    """`@views f(a[i, :])` ==> `f(dotview(a, i, :))`, everywhere inside"""
    return viewed(call.one(), call)


def viewed(node: Node, call: MacroCall) -> Node:
    """The expression with views for its indexing; targets of assignments stay."""
    if not isinstance(node, Expr) or node.head in ("quote", "inert", "#view"):
        return node
    if node.head == "macrocall":
        return viewed(call.expander.expand_once(node), call)
    if node.head == "ref":
        inner = [viewed(arg, call) for arg in node.args]
        return Expr("#view", [sym("dotview"), Expr("ref", inner, node.span)], node.span)
    if node.head.endswith("=") and node.head not in ("==", "!=", "<=", ">=", "===", "!==", "=>"):
        target, *values = node.args
        parts = [_target(target, call), *(viewed(value, call) for value in values)]
        return Expr(node.head, parts, node.span)
    return Expr(node.head, [viewed(arg, call) for arg in node.args], node.span)


def _target(node: Node, call: MacroCall) -> Node:
    """A target: its own indexing stays, what its indices and object do not assign gets views."""
    if not isinstance(node, Expr):
        return node
    if node.head == "ref":
        return Expr("ref", [viewed(arg, call) for arg in node.args], node.span)
    if node.head in ("tuple", "parameters", "...", "::"):
        return Expr(node.head, [_target(arg, call) for arg in node.args], node.span)
    return Expr(node.head, [viewed(arg, call) for arg in node.args], node.span)
