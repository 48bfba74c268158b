"""Modules, imports, and declarations of names."""

from __future__ import annotations

from collections.abc import Sequence

from ..expr import Expr, Node, sym
from .registry import Context, Values, action, inner, located

_DOT = sym(".")


@located
def module(values: Values, where: Sequence[int], context: Context) -> Expr:
    body = values[2]
    if not body.args:
        body.args.append(context.line(where[3]))
    body.args.insert(0, context.line(where[0]))
    return Expr("module", [values[0], values[1], body])


@action
def const(values: Values) -> Expr:
    return Expr("const", [values[1]])


def _declaration(head: str, value: Node) -> Expr:
    """`global a, b`, `local x = 1`; `global const x = 1` is `(const (global …))`."""
    if type(value) is Expr and value.head == "const":
        value.args[0] = _declaration(head, value.args[0])
        return value
    if type(value) is Expr and value.head == "tuple":
        return inner(head, value.args)
    return inner(head, [value])


@action
def global_(values: Values) -> Expr:
    return _declaration("global", values[1])


@action
def local(values: Values) -> Expr:
    return _declaration("local", values[1])


@action
def export(values: Values) -> Expr:
    return Expr(values[0].name, values[1])


@action
def import_(values: Values) -> Expr:
    return Expr(values[0].name, values[1])


@action
def import_from(values: Values) -> Expr:
    return Expr(values[0].name, [inner(":", [values[1], *values[3]])])


@action
def path(values: Values) -> Expr:
    return Expr(".", values[0])


@action
def path_as(values: Values) -> Expr:
    return Expr("as", [inner(".", values[0]), values[2]])


@action
def path_interpolate(values: Values) -> list[Node]:
    return [inner("$", [values[1]])]


@action
def path_dot_interpolate(values: Values) -> list[Node]:
    values[0].append(inner("$", [values[3]]))
    parts: list[Node] = values[0]
    return parts


@action
def path_dots(values: Values) -> list[Node]:
    return [_DOT] * values[0]


@action
def path_dots_more(values: Values) -> list[Node]:
    values[0].extend([_DOT] * values[1])
    parts: list[Node] = values[0]
    return parts
