"""Macros about the code itself: where it stands, what is defined, what is compiled."""

from __future__ import annotations

import os
import sys

from ..syntax.expr import Expr, GlobalRef, Node, QuoteNode, Symbol, sym
from .registry import MacroCall, macro


@macro("__FILE__")
def _file(call: MacroCall) -> Node:
    """The path of the file."""
    return os.path.abspath(call.expander.file)


@macro("__DIR__")
def _dir(call: MacroCall) -> Node:
    """The folder of the file."""
    return os.path.dirname(os.path.abspath(call.expander.file))


@macro("__LINE__")
def _line(call: MacroCall) -> Node:
    """The line of the call."""
    return call.line.line


@macro("__MODULE__")
def _module(call: MacroCall) -> Node:
    """The module that holds the call."""
    return Expr("#module", [], call.span)


@macro("isdefined")
def _isdefined(call: MacroCall) -> Node:
    """Whether a variable has a value here."""
    return Expr("#isdefined", [call.one()], call.span)


@macro("static")
def _static(call: MacroCall) -> Node:
    """`@static if Sys.islinux() … end` ==> the side that holds"""
    node = call.one()
    if isinstance(node, Expr) and node.head in ("if", "elseif", "&&", "||"):
        known = _known(node.args[0])
        if known is None:
            return node
        if node.head == "&&":
            return node.args[1] if known else False
        if node.head == "||":
            return True if known else node.args[1]
        if known:
            return node.args[1]
        if len(node.args) == 2:
            return None
        rest = node.args[2]
        if isinstance(rest, Expr) and rest.head == "elseif":
            return Expr("macrocall", [sym("@static"), call.line, rest], call.span)
        return rest
    return node


def _known(node: Node) -> bool | None:
    """A condition about the system or the version, or None."""
    if isinstance(node, bool):
        return node
    if isinstance(node, Expr) and node.head == "block":
        inner = [a for a in node.args if isinstance(a, (Expr, bool))]
        return _known(inner[-1]) if inner else None
    if isinstance(node, Expr) and node.head == "call":
        callee = node.args[0]
        if isinstance(callee, Symbol) and callee.name == "!":
            inner_value = _known(node.args[1])
            return None if inner_value is None else not inner_value
        name = _last(callee)
        if name in ("iswindows", "isapple", "islinux", "isunix", "isbsd"):
            system = {"win32": "iswindows", "darwin": "isapple"}.get(sys.platform, "islinux")
            return name == system or (name == "isunix" and system != "iswindows")
    if isinstance(node, Expr) and node.head in ("&&", "||"):
        left, right = _known(node.args[0]), _known(node.args[1])
        if left is None or right is None:
            return None
        return (left and right) if node.head == "&&" else (left or right)
    return None


def _last(node: Node) -> str:
    if isinstance(node, Expr) and node.head == "." and isinstance(node.args[1], QuoteNode):
        inner = node.args[1].value
        return inner.name if isinstance(inner, Symbol) else ""
    return ""


@macro("deprecate")
def _deprecate(call: MacroCall) -> Node:
    """`@deprecate old(x) new(x)` ==> `old(x) = new(x)`, exported"""
    old, new = call.args[:2]
    exported = call.args[2] if len(call.args) > 2 else True
    if isinstance(old, Symbol):
        rest = call.fresh("args")
        head = Expr("call", [old, Expr("...", [rest])], call.span)
        body: Node = Expr("call", [new, Expr("...", [rest])], call.span)
        name: Node = old
    else:
        head = _plain_head(old)
        body = new
        name = head.args[0]
    definition = Expr("=", [head, body], call.span)
    if exported is True and isinstance(name, Symbol):
        return Expr("toplevel", [Expr("export", [name], call.span), definition], call.span)
    return definition


def _plain_head(node: Node) -> Expr:
    assert isinstance(node, Expr)
    while node.head == "where":
        inner = node.args[0]
        assert isinstance(inner, Expr)
        node = inner
    return node


@macro("label", "goto")
def _goto(call: MacroCall) -> Node:
    raise call.fail(
        f"`{call.name}` is not supported", "E0301", "write the jump as a loop with `break`"
    )


@macro("ccall", "cfunction", "threadcall", "asmcall")
def _foreign(call: MacroCall) -> Node:
    raise call.fail(
        f"`{call.name}` is not supported: no native code is called", "E0302",
        "write the function in Julia, or call it from Python",
    )  # fmt: skip


@macro("gensym")
def _gensym(call: MacroCall) -> Node:
    """`@gensym a b` ==> `a = gensym("a"); b = gensym("b")`"""
    assignments: list[Node] = [
        Expr("=", [arg, call.call("gensym", arg.name)], call.span)
        for arg in call.args
        if isinstance(arg, Symbol)
    ]
    return Expr("block", [*assignments, None], call.span)


@macro("edit", "less", "which", "functionloc", "code_lowered", "code_typed", "code_llvm",
       "code_native", "descend", "enter", "run", "infiltrate", "profview")  # fmt: skip
def _tool(call: MacroCall) -> Node:
    raise call.fail(f"`{call.name}` is not supported: it asks Julia's own compiler")


@macro("invoke", "invokelatest")
def _invoke(call: MacroCall) -> Node:
    """`@invokelatest f(x)` ==> `f(x)`; `@invoke f(x::T)` ==> `invoke(f, Tuple{T}, x)`"""
    node = call.last()
    if call.name == "@invokelatest":
        return node
    if not isinstance(node, Expr) or node.head != "call":
        raise call.fail("`@invoke` needs a call")
    callee, *args = node.args
    types: list[Node] = []
    values: list[Node] = []
    for arg in args:
        if isinstance(arg, Expr) and arg.head == "::":
            values.append(arg.args[0])
            types.append(arg.args[1])
        else:
            values.append(arg)
            types.append(GlobalRef("Core", "Any"))
    signature = Expr("curly", [GlobalRef("Core", "Tuple"), *types], call.span)
    return call.call("invoke", callee, signature, *values)


@macro("macroexpand", "macroexpand1")
def _macroexpand(call: MacroCall) -> Node:
    """`@macroexpand @m x` ==> the expansion, quoted"""
    return Expr("inert", [call.expander.expand(call.last())], call.span)


@macro("eval")
def _eval(call: MacroCall) -> Node:
    """`@eval ex` at top level ==> `ex`"""
    if call.top and len(call.args) == 1 and not _interpolates(call.args[0]):
        return call.args[0]
    module: Node = call.args[0] if len(call.args) == 2 else Expr("#module", [], call.span)
    return call.call("eval", module, Expr("quote", [call.args[-1]], call.span))


def _interpolates(node: Node) -> bool:
    if not isinstance(node, Expr):
        return False
    return node.head == "$" or any(_interpolates(arg) for arg in node.args)
