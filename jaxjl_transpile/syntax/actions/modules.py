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


@located
def const(values: Values, where: Sequence[int], context: Context) -> Expr:
    """`const x = 1`; without a value only as a field (see `struct_mutable`)."""
    del where
    result = Expr("const", [values[1]])
    value = values[1]
    if type(value) is Expr and value.head in ("global", "local"):
        value = value.args[0]
    if not (type(value) is Expr and value.head == "=") and not _is_interpolated(value):
        context.bare_constants[id(result)] = result
    return result


def _is_interpolated(value: Node) -> bool:
    return type(value) is Expr and value.head == "$"


def report_bare_constants(context: Context) -> None:
    """Report the `const`s that are no fields and have no value."""
    for expr in context.bare_constants.values():
        hint = "write `const name = value`"
        context.report("E0204", "a `const` needs a value", expr.span, hint)


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


@located
def import_(values: Values, where: Sequence[int], context: Context) -> Expr:
    keyword, paths = values
    if keyword.name == "using" and any(path.head == "as" for path in paths):
        hint = "write `import A as B`, or `using A: x as y`"
        context.report_shape("`using A as B` does not exist", where[0], hint)
    return Expr(keyword.name, paths)


@located
def import_from(values: Values, where: Sequence[int], context: Context) -> Expr:
    if values[1].head == "as":
        context.report_shape("`as` cannot stand before the `:`", where[0])
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


@located
def path_name(values: Values, where: Sequence[int], context: Context) -> list[Node]:
    """A name after the dots that a path begins with."""
    parts: list[Node] = values[0]
    if parts[-1] is not _DOT:
        hint = "write `.` or `,` between names"
        context.report("E0202", "unexpected name", context.span(where[1], where[1]), hint)
    parts.append(values[1])
    return parts


@action
def path_dots(values: Values) -> list[Node]:
    return [_DOT] * values[0]


@action
def path_dots_more(values: Values) -> list[Node]:
    values[0].extend([_DOT] * values[1])
    parts: list[Node] = values[0]
    return parts
