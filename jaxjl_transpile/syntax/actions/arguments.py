"""Lists, parentheses, arguments, calls, generators, strings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ..expr import Expr, LineNumberNode, Node, QuoteNode
from .operators import is_signature, juxtapose
from .registry import ACTIONS, Context, Values, action, inner, located, pending

ACTIONS["same"] = (False, lambda values: values[0])


class Args(list[Any]):
    """Arguments with the separators that matter among them."""

    __slots__ = ()


class Separator:
    """A `,` that ends a list, or a `;` (the line node of what follows stands behind it)."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


COMMA = Separator(",")
SEMICOLON = Separator(";")


@action
def list_empty(values: Values) -> list[Node]:
    del values
    return []


@action
def list_first(values: Values) -> list[Node]:
    return values


@action
def list_same(values: Values) -> Any:
    return values[0]


@action
def list_next(values: Values) -> Any:
    values[0].append(values[2])
    return values[0]


@action
def list_append(values: Values) -> Any:
    values[0].append(values[1])
    return values[0]


@action
def second(values: Values) -> Any:
    return values[1]


@located
def args_comma(values: Values, where: Sequence[int], context: Context) -> Args:
    args = values[0] if type(values[0]) is Args else Args(values[0])
    _check_comma(args, where[1], context)
    args.append(COMMA)
    return args


@located
def args_comma_next(values: Values, where: Sequence[int], context: Context) -> list[Node]:
    args: list[Any] = values[0]
    if not args or type(args) is Args:
        _check_comma(args, where[1], context)
    args.append(values[2])
    return args


def _check_comma(args: list[Any], comma: int, context: Context) -> None:
    """A comma stands after an argument."""
    if not args or type(args[-1]) is Separator:
        span = context.span(comma, comma)
        context.report("E0203", "an expression is missing before `,`", span)


@action
def args_semicolon(values: Values) -> Args:
    args = values[0] if type(values[0]) is Args else Args(values[0])
    args.append(SEMICOLON)
    return args


@located
def args_semicolon_next(values: Values, where: Sequence[int], context: Context) -> Any:
    """The line of what follows a `;` is kept: the parentheses may turn out to be a block."""
    args = args_semicolon(values)
    args.append(context.line(where[2]))
    args.append(values[2])
    return args


def keyword(value: Node) -> Node:
    """`a = b` among the arguments of a call is `(kw :a b)`."""
    if type(value) is Expr and value.head == "=":
        value.head = "kw"
    return value


def unchanged(value: Node) -> Node:
    """`a = b` as it is."""
    return value


def arguments(args: list[Any], convert: Callable[[Node], Node] = keyword) -> list[Node]:
    """The arguments of a call: `(parameters …)`, what stands behind a `;`, comes first."""
    if type(args) is not Args:
        return [convert(arg) for arg in args]
    groups = split_groups(args)
    result: list[Node] = [convert(arg) for arg in groups[0]]
    if len(groups) == 1:
        return result
    return [parameters_of(groups[1:], convert), *result]


def parameters_of(groups: list[list[Node]], convert: Callable[[Node], Node] = keyword) -> Expr:
    """`; b; c` as `(parameters (parameters :c) :b)`."""
    nested: list[Node] = []
    for group in reversed(groups):
        nested = [inner("parameters", nested + [convert(arg) for arg in group])]
    result = nested[0]
    assert type(result) is Expr
    return result


def split_groups(args: list[Any]) -> list[list[Node]]:
    """The arguments between semicolons, without separators."""
    groups: list[list[Node]] = [[]]
    for arg in args:
        if arg is SEMICOLON:
            groups.append([])
        elif arg is not COMMA and type(arg) is not LineNumberNode:
            groups[-1].append(arg)
    return groups


@action
def parentheses(values: Values) -> Node:
    """`(a)` is `a`; with commas a tuple, with semicolons a block (or a tuple with parameters)."""
    args = values[1]
    if type(args) is not Args:
        if len(args) == 1:
            only: Node = args[0]
            if type(only) is Expr:
                only.mark = None
            return only
        return Expr("tuple", args)
    groups = split_groups(args)
    if len(groups) == 1:
        return Expr("tuple", groups[0])
    first = groups[0]
    splat = len(first) == 1 and type(first[0]) is Expr and first[0].head == "..."
    if COMMA not in args and first and not splat and all(len(group) < 2 for group in groups):
        return Expr("block", [arg for arg in args if arg is not SEMICOLON])
    if not any(groups):
        empty = Expr("tuple", [inner("parameters", [])])
        return empty if len(groups) == 2 else Expr("block", [])
    return Expr("tuple", [parameters_of(groups[1:]), *first])


@located
def parameters(values: Values, where: Sequence[int], context: Context) -> Any:
    """The parameters of `function (x) … end`; before Julia 1.6, `(x; k)` was read as a block."""
    del where
    args = values[1]
    if type(args) is not Args:
        if len(args) == 1 and type(args[0]) is Expr and args[0].head == "...":
            only: Node = args[0]
            return only
        if len(args) == 1 and is_signature(args[0]):
            return pending(args[0])  # `function (f(x)) … end`
        return Expr("tuple", args)
    groups = split_groups(args)
    if len(groups) == 1:
        return Expr("tuple", groups[0])
    if not context.modern:
        return parentheses(values)
    return Expr("tuple", [parameters_of(groups[1:]), *groups[0]])


@action
def call(values: Values) -> Any:
    """`f(x)`; a number in parentheses calls nothing: `(2)(3)` multiplies."""
    if type(values[0]) in (int, float) and type(values[2]) is list and len(values[2]) == 1:
        return juxtapose([values[0], None, values[2][0]])
    return Expr("call", [values[0], *arguments(values[2])])


@action
def call_subtype(values: Values) -> Expr:
    return Expr(values[0].name, arguments(values[2]))


@action
def dot_call(values: Values) -> Expr:
    return Expr(".", [values[0], inner("tuple", arguments(values[2]))])


@action
def curly(values: Values) -> Expr:
    return Expr("curly", [values[0], *arguments(values[2], unchanged)])


@action
def generator(values: Values) -> Expr:
    """`x for a in b for c in d`: the last `for` is the innermost."""
    value, clauses = values
    result = Expr("generator", [value, *clauses[-1]])
    for clause in reversed(clauses[:-1]):
        result = Expr("flatten", [inner("generator", [pending(result), *clause])])
    result.mark = "generator"
    return result


@action
def gen_first(values: Values) -> list[list[Node]]:
    return [values[1]]


@action
def gen_first_if(values: Values) -> list[list[Node]]:
    return [[inner("filter", [values[3], *values[1]])]]


@action
def gen_next(values: Values) -> list[list[Node]]:
    values[0].append(values[2])
    clauses: list[list[Node]] = values[0]
    return clauses


@action
def gen_next_if(values: Values) -> list[list[Node]]:
    values[0].append([inner("filter", [values[4], *values[2]])])
    clauses: list[list[Node]] = values[0]
    return clauses


@action
def iteration(values: Values) -> Expr:
    return Expr("=", [values[0], values[2]])


@action
def iteration_outer(values: Values) -> Expr:
    return Expr("=", [inner("outer", [values[1]]), values[3]])


@action
def iteration_bare(values: Values) -> Any:
    return values[0]


@action
def string(values: Values) -> Any:
    """`"a$x"`; empty pieces of text go away."""
    pieces = values[1]
    kept = [piece for piece in pieces if piece != "" or type(piece) is not str]
    if len(pieces) == 1:
        return pieces[0]
    return Expr("string", kept)


@action
def dot_string(values: Values) -> Expr:
    return Expr(".", [values[0], QuoteNode(pending(string(values[2:])))])


@located
def piece_interpolated(values: Values, where: Sequence[int], context: Context) -> Any:
    """`$(…)`; a string inside stays apart from the text around it (since Julia 1.6)."""
    pieces, args = values[0], values[2]
    items = [arg for arg in args if type(arg) not in (Separator, LineNumberNode)]
    if len(items) == 1:
        value = items[0]
        pieces.append(inner("string", [value]) if type(value) is str and context.modern else value)
    else:
        hint = "write `$((a, b))` for a tuple"
        context.report(
            "E0204", "`$(…)` holds one expression", context.span(where[1], where[1]), hint
        )
        pieces.append(inner("tuple", items))
    return pieces
