"""Macro calls, string macros and commands."""

from __future__ import annotations

from collections.abc import Sequence

from ..expr import Expr, GlobalRef, Node, QuoteNode
from .arguments import arguments, unchanged
from .arrays import contents
from .registry import Context, Values, inner, located

_CMD = GlobalRef("Core", "@cmd")


@located
def string_macro(values: Values, where: Sequence[int], context: Context) -> Expr:
    name, *rest = values[0]
    return Expr("macrocall", [name, context.line(where[0]), *rest])


@located
def command(values: Values, where: Sequence[int], context: Context) -> Expr:
    return Expr("macrocall", [_CMD, context.line(where[0]), values[0]])


@located
def macro_call(values: Values, where: Sequence[int], context: Context) -> Expr:
    args = arguments(values[2])
    return Expr("macrocall", [values[0], context.line(where[0]), *map(_assignment, args)])


def _assignment(value: Node) -> Node:
    """Among a macro's arguments `a = b` stays an assignment (but behind `;`)."""
    if type(value) is Expr and value.head == "kw":
        value.head = "="
    return value


@located
def macro_array(values: Values, where: Sequence[int], context: Context) -> Expr:
    head, args = contents(values[2])
    return Expr("macrocall", [values[0], context.line(where[0]), inner(head, args)])


@located
def macro_braces(values: Values, where: Sequence[int], context: Context) -> Expr:
    args = arguments(values[2], unchanged)
    return Expr("macrocall", [values[0], context.line(where[0]), inner("braces", args)])


@located
def macro_bare(values: Values, where: Sequence[int], context: Context) -> Expr:
    return Expr("macrocall", [values[0], context.line(where[0])])


@located
def macro_first(values: Values, where: Sequence[int], context: Context) -> Expr:
    return Expr("macrocall", [values[0], context.line(where[0]), values[1]])


@located
def macro_next(values: Values, where: Sequence[int], context: Context) -> Expr:
    del where, context
    call: Expr = values[0]
    call.args.append(values[2])
    return call


@located
def dot_macro(values: Values, where: Sequence[int], context: Context) -> Expr:
    del where, context
    return Expr(".", [values[0], QuoteNode(values[2])])


@located
def dot_string_macro(values: Values, where: Sequence[int], context: Context) -> Expr:
    name, *rest = values[2]
    macro = inner(".", [values[0], QuoteNode(name)])
    if context.modern and name.name.endswith("_cmd"):
        rest[0] = inner("macrocall", [_CMD, context.line(where[2]), rest[0]])
    return Expr("macrocall", [macro, context.line(where[0]), *rest])
