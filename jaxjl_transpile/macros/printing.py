"""`@show`, `@printf`, `@sprintf`."""

from __future__ import annotations

from ..syntax.expr import Expr, GlobalRef, Node
from ..syntax.printer import show_unquoted
from .registry import MacroCall, local, macro


@macro("show")
def _show(call: MacroCall) -> Node:
    """`@show x` ==> `println("x = ", repr(value = x)); value`"""
    value: Node = None
    parts: list[Node] = []
    for arg in call.args:
        value = call.fresh("value")
        text = show_unquoted(arg) + " = "
        given = local(value, arg, call.span)
        parts.append(given)
        parts.append(call.call("println", text, call.call("repr", value)))
    parts.append(value if call.args else None)
    if not call.args:
        return None
    return Expr("block", parts, call.span)


@macro("printf")
def _printf(call: MacroCall) -> Node:
    """`@printf("%d", x)` ==> `Printf.format(stdout, Printf.Format("%d"), x)`"""
    args = list(call.args)
    if not args:
        raise call.fail("`@printf` needs a format string")
    if isinstance(args[0], str) or _is_text(args[0]):
        stream: Node = call.base("stdout")
    else:
        stream = args.pop(0)
    return _format(call, [stream], args)


@macro("sprintf")
def _sprintf(call: MacroCall) -> Node:
    """`@sprintf("%d", x)` ==> `Printf.format(Printf.Format("%d"), x)`"""
    return _format(call, [], list(call.args))


def _format(call: MacroCall, first: list[Node], args: list[Node]) -> Node:
    if not args or not (isinstance(args[0], str) or _is_text(args[0])):
        raise call.fail(
            f"First argument to `{call.name}` must be a format string",
            hint="write the format as a literal string",
        )
    text, *values = args
    made = Expr("call", [GlobalRef("Printf", "Format"), text], call.span)
    return Expr("call", [GlobalRef("Printf", "format"), *first, made, *values], call.span)


def _is_text(node: Node) -> bool:
    return isinstance(node, Expr) and (
        node.head == "string"
        or (node.head == "macrocall" and getattr(node.args[0], "name", "") == "@raw_str")
    )
