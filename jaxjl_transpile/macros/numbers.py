"""`@evalpoly` and the macros that work on lists of expressions."""

from __future__ import annotations

from ..syntax.expr import Expr, Node
from .registry import MacroCall, local, macro


@macro("evalpoly")
def _evalpoly(call: MacroCall) -> Node:
    """`@evalpoly(x, a, b)` ==> `evalpoly(x, (a, b))`"""
    x, *coefficients = call.args
    return call.call("evalpoly", x, Expr("tuple", coefficients, call.span))


@macro("something", "coalesce")
def _first_value(call: MacroCall) -> Node:
    """`@something a b` ==> `a` unless it is nothing, else `b`, which is evaluated only then"""
    absent: Node
    if call.name == "@something":
        absent, result = call.call("something", call.base("nothing")), "something"
    else:
        absent, result = call.base("missing"), "coalesce"
    test = "isnothing" if result == "something" else "ismissing"
    node: Node = absent
    for arg in reversed(call.args):
        value = call.fresh("value")
        given: Node = call.call("something", value) if result == "something" else value
        choice = Expr("if", [call.call(test, value), node, given], call.span)
        node = Expr("block", [local(value, arg, call.span), choice], call.span)
    return node


@macro("lock")
def _lock(call: MacroCall) -> Node:
    """`@lock l body` ==> `lock(l); try body finally unlock(l) end`"""
    lock, body = call.args
    name = call.fresh("lock")
    protected = Expr("try", [body, False, False, call.call("unlock", name)], call.span)
    statements: list[Node] = [local(name, lock, call.span), call.call("lock", name), protected]
    return Expr("block", statements, call.span)


@macro("atomic", "atomicswap", "atomicreplace")
def _atomic(call: MacroCall) -> Node:
    """`@atomic x.n += 1` ==> `x.n += 1`: there is one thread"""
    if call.name != "@atomic":
        raise call.fail(f"`{call.name}` is not supported")
    return call.last()
