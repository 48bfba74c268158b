"""`@assert`."""

from __future__ import annotations

from ..syntax.expr import Expr, Node
from ..syntax.printer import show_unquoted
from .registry import MacroCall, macro


@macro("assert")
def _assert(call: MacroCall) -> Node:
    """`@assert c msg` ==> `c || throw(AssertionError(msg))`"""
    if not call.args:
        raise call.fail("`@assert` needs a condition")
    condition, *messages = call.args
    message: Node
    if not messages:
        message = show_unquoted(condition)
    elif isinstance(messages[0], str) or len(messages) > 1:
        message = messages[0] if len(messages) == 1 else call.call("string", *messages)
    else:
        message = call.call("string", messages[0])
    error = call.call("throw", call.call("AssertionError", message))
    return Expr("if", [condition, None, error], call.span)
