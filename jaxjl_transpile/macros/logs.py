"""`@info`, `@warn`, `@error`, `@debug`: messages on the standard error stream."""

from __future__ import annotations

from ..syntax.expr import Expr, GlobalRef, Node, QuoteNode, Symbol, sym
from ..syntax.printer import show_unquoted
from .registry import MacroCall, macro

_LEVELS = {"@debug": "Debug", "@info": "Info", "@warn": "Warn", "@error": "Error"}


@macro("debug", "info", "warn", "error")
def _log(call: MacroCall) -> Node:
    """`@info "text" x=1` ==> `Base.CoreLogging.message(:Info, "text", (x=1,), "file", line)`"""
    if not call.args:
        raise call.fail(f"`{call.name}` needs a message")
    message, *rest = call.args
    return _message(call, QuoteNode(sym(_LEVELS[call.name])), message, rest)


@macro("logmsg")
def _logmsg(call: MacroCall) -> Node:
    """`@logmsg level "text"`"""
    level, message, *rest = call.args
    return _message(call, level, message, rest)


def _message(call: MacroCall, level: Node, message: Node, rest: list[Node]) -> Node:
    pairs: list[Node] = []
    for arg in rest:
        if isinstance(arg, Expr) and arg.head in ("=", "kw"):
            name = arg.args[0]
            if isinstance(name, Symbol) and name.name.startswith("_"):
                continue
            pairs.append(Expr("=", [name, arg.args[1]]))
        elif isinstance(arg, Expr) and arg.head == "...":
            pairs.append(arg)
        else:
            pairs.append(Expr("=", [sym(show_unquoted(arg)), arg]))
    function = GlobalRef("Base.CoreLogging", "message")
    named = Expr("tuple", [Expr("parameters", pairs)], call.span)
    place: list[Node] = [call.line.file or call.expander.file, call.line.line]
    return Expr("call", [function, level, message, named, *place], call.span)
