"""`@generated` functions."""

from __future__ import annotations

from ..lower.signature import (
    Signature,
    is_expr,
    method_signature,
    parameter_names,
    type_variable_name,
)
from ..syntax.expr import Expr, Node, QuoteNode, Symbol, sym
from .registry import MacroCall, macro


@macro("generated")
def _generated(call: MacroCall) -> Node:
    """`@generated f(x::T) where T = code` ==> the function that makes the code, and

    `f(x::T) where T = generated_call(f_generator, @__MODULE__, (:T, :x), (T,), (x,), false)`
    """
    node = call.one()
    if not isinstance(node, Expr) or node.head not in ("function", "="):
        raise call.fail("`@generated` needs a function")
    head, body = node.args
    signature = method_signature(head)
    name = signature.name
    if not isinstance(name, Symbol) or signature.keywords:
        raise call.fail("`@generated` needs a function with a name and without keywords")
    statics: list[Node] = [
        sym(text) for text in map(type_variable_name, signature.wheres) if text is not None
    ]
    params = [_named(call, part) for part in signature.params]
    head = _with_params(head, params)
    arguments = [_argument(call, part) for part in params]
    generator = sym(f"{name.name}_generator")
    called = Expr("call", [generator, *statics, *arguments], call.span)
    define = Expr("function", [called, body], node.span)
    names: list[Node] = [QuoteNode(part) for part in (*statics, *arguments)]
    value = call.call(
        "generated_call", generator, Expr("#module", []), Expr("tuple", names),
        Expr("tuple", statics), Expr("tuple", list(arguments)), _slurps(signature),
    )  # fmt: skip
    return Expr("toplevel", [define, Expr("=", [head, value], node.span)], call.span)


def _named(call: MacroCall, part: Node) -> Node:
    """A parameter without a name, `::T`, gets one."""
    if isinstance(part, Expr) and part.head == "::" and len(part.args) == 1:
        return Expr("::", [call.fresh("argument"), *part.args], part.span)
    return part


def _with_params(head: Node, params: list[Node]) -> Node:
    assert isinstance(head, Expr)
    if head.head == "call":
        return Expr("call", [head.args[0], *params], head.span)
    return Expr(head.head, [_with_params(head.args[0], params), *head.args[1:]], head.span)


def _argument(call: MacroCall, part: Node) -> Node:
    found = parameter_names(part)
    if len(found) != 1:
        raise call.fail("`@generated` needs arguments with names")
    return sym(found[0])


def _slurps(signature: Signature) -> bool:
    return bool(signature.params) and is_expr(signature.params[-1], "...")
