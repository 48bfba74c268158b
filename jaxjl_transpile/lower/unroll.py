"""Loops over literal lists whose bodies define things with `@eval`: run while compiling."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..syntax.expr import Expr, LineNumberNode, Node, Symbol
from .assigned import iterations
from .constant import callee_name
from .evaluate import NotKnown, Scope, evaluate, substitute

if TYPE_CHECKING:
    from .collect import Collector

_LIMIT = 10_000


def defines_by_eval(node: Node) -> bool:
    """Whether code holds `@eval` or a call of `eval` outside of functions."""
    if not isinstance(node, Expr) or node.head in ("quote", "inert", "function", "->", "macro"):
        return False
    if node.head == "macrocall" and getattr(node.args[0], "name", "") == "@eval":
        return True
    if node.head == "call" and callee_name(node.args[0]) == "eval":
        return True
    return any(defines_by_eval(arg) for arg in node.args)


def unroll(collector: Collector, node: Expr, scope: Scope | None = None) -> bool:
    """Runs a loop; what `@eval` is given is collected. False if its values are not known."""
    found: list[Node] = []
    try:
        _run(collector, node, dict(scope or {}), found)
    except NotKnown:
        return False
    collector.statements(found)
    return True


def _run(collector: Collector, node: Node, scope: Scope, found: list[Node]) -> None:
    if isinstance(node, LineNumberNode) or not isinstance(node, Expr):
        return
    match node.head:
        case "block" | "toplevel":
            for arg in node.args:
                _run(collector, arg, scope, found)
        case "let":
            inner = dict(scope)
            _run(collector, node.args[0], inner, found)
            _run(collector, node.args[1], inner, found)
        case "for":
            _loop(collector, node, scope, found)
        case "=":
            _bind(node.args[0], evaluate(node.args[1], scope), scope)
        case "local" | "const":
            _run(collector, node.args[0], scope, found)
        case "if" | "elseif":
            test = evaluate(node.args[0], scope)
            if test not in (True, False):
                raise NotKnown("if")
            if test:
                _run(collector, node.args[1], scope, found)
            elif len(node.args) > 2:
                _run(collector, node.args[2], scope, found)
        case "macrocall" if getattr(node.args[0], "name", "") == "@eval":
            found.append(substitute(node.args[-1], scope))
        case "call" if callee_name(node.args[0]) == "eval":
            value = evaluate(node.args[-1], scope)
            found.append(value)
        case _:
            raise NotKnown(node.head)
    if len(found) > _LIMIT:
        raise NotKnown("limit")


def _loop(collector: Collector, node: Expr, scope: Scope, found: list[Node]) -> None:
    headers = [part for part in iterations(node.args[0]) if isinstance(part, Expr)]

    def level(position: int, inner: Scope) -> None:
        if position == len(headers):
            _run(collector, node.args[1], dict(inner), found)
            return
        values = evaluate(headers[position].args[1], inner)
        if not isinstance(values, list):
            raise NotKnown("for")
        for value in values:
            each = dict(inner)
            _bind(headers[position].args[0], value, each)
            level(position + 1, each)

    level(0, scope)


def _bind(target: Node, value: Any, scope: Scope) -> None:
    if isinstance(target, Symbol):
        scope[target.name] = value
    elif isinstance(target, Expr) and target.head == "tuple" and isinstance(value, list):
        if len(value) < len(target.args):
            raise NotKnown("destructuring")
        for part, item in zip(target.args, value, strict=False):
            _bind(part, item, scope)
    else:
        raise NotKnown("target")
