"""Expressions as text, as Julia's `show_unquoted` prints them."""

from __future__ import annotations

from ..syntax.expr import Expr, Node, Symbol


def show_unquoted(node: Node) -> str:
    """The text of an expression."""
    if isinstance(node, Symbol):
        return node.name
    if isinstance(node, Expr) and node.span is not None:
        return node.span.source.text[node.span.start : node.span.end]
    return str(node)
