"""`@NamedTuple`."""

from __future__ import annotations

from ..syntax.expr import Expr, GlobalRef, LineNumberNode, Node, QuoteNode, Symbol
from .registry import MacroCall, macro


@macro("NamedTuple")
def _named_tuple(call: MacroCall) -> Node:
    """`@NamedTuple{a::Int, b}` ==> `NamedTuple{(:a, :b), Tuple{Int, Any}}`"""
    body = call.one()
    if not isinstance(body, Expr) or body.head not in ("braces", "bracescat", "block"):
        raise call.fail("@NamedTuple expects {...} or begin...end")
    names: list[Node] = []
    types: list[Node] = []
    for part in body.args:
        if isinstance(part, LineNumberNode):
            continue
        if isinstance(part, Symbol):
            names.append(QuoteNode(part))
            types.append(GlobalRef("Core", "Any"))
        elif isinstance(part, Expr) and part.head == "::" and len(part.args) == 2:
            names.append(QuoteNode(part.args[0]))
            types.append(part.args[1])
        else:
            raise call.fail("@NamedTuple must contain a sequence of name or name::type expressions")
    tuple_type = Expr("curly", [GlobalRef("Core", "Tuple"), *types], call.span)
    return Expr(
        "curly", [GlobalRef("Core", "NamedTuple"), Expr("tuple", names), tuple_type], call.span
    )
