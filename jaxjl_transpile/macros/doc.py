"""Docstrings."""

from __future__ import annotations

from ..syntax.expr import Expr, Node
from .registry import MacroCall, macro


@macro("doc")
def _doc(call: MacroCall) -> Node:
    """`"text" f(x) = …` ==> the definition, with its text"""
    if len(call.args) == 1:  # `@doc f` asks for the documentation
        return call.call("doc", call.args[0])
    text, inner = call.args[:2]
    return Expr("#doc", [text, inner], call.span)
