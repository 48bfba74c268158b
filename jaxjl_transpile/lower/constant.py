"""Values known while compiling: the texts of literal paths and names."""

from __future__ import annotations

import os

from ..syntax.expr import Expr, GlobalRef, Node, QuoteNode, Symbol


def text(node: Node) -> str | None:
    """The string that an expression of literals gives (`"a" * "b"`, `joinpath(…)`), or None."""
    if isinstance(node, str):
        return node
    if not isinstance(node, Expr):
        return None
    if node.head == "string":
        return _joined(node.args, "")
    if node.head == "call":
        name = callee_name(node.args[0])
        if name in ("*", "string"):
            return _joined(node.args[1:], "")
        if name == "joinpath":
            parts = [text(arg) for arg in node.args[1:]]
            known = [part for part in parts if part is not None]
            return os.path.join(*known) if known and len(known) == len(parts) else None
        if name == "dirname" and len(node.args) == 2:
            inner = text(node.args[1])
            return None if inner is None else os.path.dirname(inner)
    return None


def _joined(nodes: list[Node], separator: str) -> str | None:
    parts = [text(node) for node in nodes]
    known = [part for part in parts if part is not None]
    return separator.join(known) if len(known) == len(parts) else None


def callee_name(node: Node) -> str | None:
    """The name of a called function, however it was reached."""
    if isinstance(node, Symbol):
        return node.name
    if isinstance(node, GlobalRef):
        return node.name
    if isinstance(node, Expr) and node.head == "." and isinstance(node.args[1], QuoteNode):
        inner = node.args[1].value
        return inner.name if isinstance(inner, Symbol) else None
    return None
