"""`@.`: a dot on every call, operator and assignment."""

from __future__ import annotations

from ..syntax.expr import Expr, Node, Symbol, sym
from .registry import MacroCall, macro

_PLAIN = frozenset(["quote", "inert", "#lowered", "function", "macro", "module", "struct"])
_KEPT = frozenset([":", "=>", "<:", ">:", "..", "..."])


@macro("__dot__", ".")
def _dot(call: MacroCall) -> Node:
    """`@. y = f(x) + 1` ==> `y .= f.(x) .+ 1`"""
    return dotted(call.one(), call)


def dotted(node: Node, call: MacroCall) -> Node:
    """The expression with a dot on every call."""
    if isinstance(node, Symbol):
        return node
    if not isinstance(node, Expr):
        return node
    head, args = node.head, node.args
    if head == "macrocall":
        return dotted(call.expander.expand_once(node), call)
    if head == "$":
        return args[0]
    if head == "->":
        return Expr(head, [args[0], *(dotted(a, call) for a in args[1:])], node.span)
    if head in _PLAIN or (head == "." and len(args) == 2 and not _is_call(args[1])):
        return node
    if head == "call":
        return _call(node, call)
    if head == "let":
        bindings = args[0]
        if isinstance(bindings, Expr):
            bindings = (
                Expr(bindings.head, [_plain(a, call) for a in bindings.args], bindings.span)
                if bindings.head == "block"
                else _plain(bindings, call)
            )
        return Expr("let", [bindings, dotted(args[1], call)], node.span)
    if head == "for":
        return Expr("for", [_plain(args[0], call), dotted(args[1], call)], node.span)
    inner = [dotted(arg, call) for arg in args]
    if head == "=" or head in ("&&", "||") or (_is_update(head)):
        if head == "=" and isinstance(args[0], Expr) and args[0].head == "call":
            return Expr("=", [args[0], dotted(args[1], call)], node.span)
        return Expr("." + head, inner, node.span)
    if head in ("<:", ">:") and len(args) == 2:
        return Expr("call", [sym("." + head), *inner], node.span)
    if head == "comparison":
        operators = [
            sym("." + a.name)
            if i % 2 and isinstance(a, Symbol) and not a.name.startswith(".")
            else x
            for i, (a, x) in enumerate(zip(args, inner, strict=True))
        ]
        return Expr("comparison", operators, node.span)
    return Expr(head, inner, node.span)


def _plain(node: Node, call: MacroCall) -> Node:
    """A binding of `let` or `for`: its `=` gets no dot."""
    if isinstance(node, Expr) and node.head == "block":
        return Expr("block", [_plain(a, call) for a in node.args], node.span)
    if isinstance(node, Expr) and node.head == "=":
        return Expr("=", [node.args[0], dotted(node.args[1], call)], node.span)
    return dotted(node, call)


def _is_call(node: Node) -> bool:
    return isinstance(node, Expr) and node.head == "tuple"


def _is_update(head: str) -> bool:
    return (
        head.endswith("=")
        and len(head) > 1
        and head[0] != "."
        and head not in ("==", "!=", "<=", ">=", "=>", ":=", "===", "!==")
    )


def _call(node: Expr, call: MacroCall) -> Node:
    callee = node.args[0]
    inner = [dotted(arg, call) for arg in node.args[1:]]
    if isinstance(callee, Symbol) and callee.name in _KEPT:
        return Expr("call", [callee, *inner], node.span)
    if isinstance(callee, Expr) and callee.head == "$":
        return Expr("call", [callee.args[0], *inner], node.span)
    if isinstance(callee, Symbol) and _is_operator(callee.name):
        name = callee.name if callee.name.startswith(".") else "." + callee.name
        return Expr("call", [sym(name), *inner], node.span)
    return Expr(".", [dotted(callee, call), Expr("tuple", inner, node.span)], node.span)


def _is_operator(name: str) -> bool:
    return (not (name[0].isalpha() or name[0] in "_#@") and name not in ("!",)) or name == "!"
