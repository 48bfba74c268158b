"""The macros that a program defines."""

from __future__ import annotations

from ..syntax.expr import Node
from .registry import MacroCall


def user_macro(call: MacroCall, callee: Node) -> Node:
    """What a macro of the program gives for a call; None if the program has no such macro."""
    if call.name in call.expander.module.macros:
        raise call.fail(f"`{call.name}`: macros of the program are not supported", "E0309")
    return None
