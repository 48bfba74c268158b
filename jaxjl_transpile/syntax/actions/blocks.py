"""Files, bodies, and what ends with `end`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..expr import Expr, GlobalRef, Node, Symbol
from .registry import Context, Values, action, inner, located

_SIGNATURES = frozenset(
    ("call", "where", "::", "tuple", "...", "block", "macrocall", "error", "->", "curly")
)
_DOC = GlobalRef("Core", "@doc")


@action
def lines_empty(values: Values) -> list[Node]:
    del values
    return []


@located
def lines_first(values: Values, where: Sequence[int], context: Context) -> list[Node]:
    """A statement with the line node before it."""
    return [context.line(where[0]), values[0]]


@located
def lines_next(values: Values, where: Sequence[int], context: Context) -> list[Node]:
    statements: list[Node] = values[0]
    statements += [context.line(where[2]), values[2]]
    return statements


@located
def lines_append(values: Values, where: Sequence[int], context: Context) -> list[Node]:
    statements: list[Node] = values[0]
    statements += [context.line(where[1]), values[1]]
    return statements


@action
def toplevel(values: Values) -> Expr:
    return Expr("toplevel", values[0][1::2])


@located
def documented(values: Values, where: Sequence[int], context: Context) -> Expr:
    return Expr("macrocall", [_DOC, context.line(where[0]), values[0], values[2]])


@action
def block(values: Values) -> Expr:
    return Expr("block", values[0] if values else [])


@located
def block_separator(values: Values, where: Sequence[int], context: Context) -> Expr:
    """An empty body that begins with `;` has a line node."""
    return Expr("block", [context.line(where[0])] if values[0] == ";" else [])


@located
def block_after(values: Values, where: Sequence[int], context: Context) -> Expr:
    """A body that begins with `;`: the line of that is its first line node."""
    statements: list[Node] = values[1]
    if values[0] == ";":
        statements[0] = context.line(where[0])
    return Expr("block", statements)


def _close(body: Expr, end: int, context: Context) -> Expr:
    """A body; an empty one holds the line node of its `end`."""
    if not body.args:
        body.args.append(context.line(end))
    return body


def _without_lines(body: Expr) -> Expr:
    """A body; one that holds nothing but a line node is empty."""
    if len(body.args) == 1:
        body.args.clear()
    return body


@action
def error(values: Values) -> Expr:
    del values
    return Expr("error", [])


@located
def begin(values: Values, where: Sequence[int], context: Context) -> Expr:
    return Expr("block", _close(values[1], where[2], context).args)


@located
def quote_block(values: Values, where: Sequence[int], context: Context) -> Expr:
    return Expr("quote", [_close(values[1], where[2], context)])


@located
def let_bare(values: Values, where: Sequence[int], context: Context) -> Expr:
    body = _without_lines(values[2])
    if values[1] == ";" and body.args:
        body.args[0] = context.line(where[1])
    return Expr("let", [inner("block", []), body])


@action
def let_empty(values: Values) -> Expr:
    del values
    return Expr("let", [inner("block", []), inner("block", [])])


@action
def let(values: Values) -> Expr:
    bindings = values[1]
    first = bindings[0]
    single = type(first) is Symbol or (type(first) is Expr and first.head in ("=", "::"))
    if len(bindings) > 1 or not single:
        first = inner("block", bindings)
    return Expr("let", [first, _without_lines(values[2])])


@located
def for_(values: Values, where: Sequence[int], context: Context) -> Expr:
    iterations = values[1]
    iteration = iterations[0] if len(iterations) == 1 else inner("block", iterations)
    return Expr("for", [iteration, _close(values[2], where[3], context)])


def _check_condition(condition: Node, token: int, context: Context) -> None:
    """A condition is no assignment, unless it stands in parentheses."""
    if type(condition) is Expr and condition.mark == "assignment":
        at = token
        while context.tokens.types[at] != "ASSIGN":
            at += 1
        hint = "write `==` to compare, or put the assignment in parentheses"
        context.report("E0204", "an assignment is no condition", context.span(at, at), hint)


@located
def while_(values: Values, where: Sequence[int], context: Context) -> Expr:
    _check_condition(values[1], where[1], context)
    return Expr("while", [values[1], _close(values[2], where[3], context)])


@located
def if_(values: Values, where: Sequence[int], context: Context) -> Expr:
    _check_condition(values[1], where[1], context)
    body = values[2] if values[3] else _close(values[2], where[4], context)
    return Expr("if", [values[1], body, *_close_last(values[3], where[4], context)])


def _close_last(clauses: list[Expr], end: int, context: Context) -> list[Expr]:
    """The clauses after `if`; the last body of all, if empty, holds the line node of `end`."""
    last = clauses[-1] if clauses else None
    while last is not None and last.head == "elseif":
        following = last.args[-1]
        assert type(following) is Expr
        last = following
    if last is not None:
        _close(last, end, context)
    return clauses


@action
def else_(values: Values) -> list[Node]:
    return [values[1]]


@located
def elseif(values: Values, where: Sequence[int], context: Context) -> list[Node]:
    _check_condition(values[1], where[1], context)
    condition = inner("block", [context.line(where[1]), values[1]])
    return [inner("elseif", [condition, values[2], *values[3]])]


@located
def try_(values: Values, where: Sequence[int], context: Context) -> Expr:
    _check_clauses([name for name, _, _ in values[2]], where[0], context)
    clauses: dict[str, tuple[Node, Expr]] = {
        name: (variable, body) for name, variable, body in values[2]
    }
    variable: Node = False
    handler: Node = False
    if "catch" in clauses:
        variable, handler = clauses["catch"]
        if variable is False:
            _without_lines(clauses["catch"][1])
        elif len(clauses) == 1:
            _close(clauses["catch"][1], where[3], context)
    args: list[Node] = [values[1], variable, handler]
    if "finally" in clauses:
        args.append(_close(clauses["finally"][1], where[3], context))
    elif "else" in clauses:
        args.append(False)
    if "else" in clauses:
        args.append(clauses["else"][1])
    return Expr("try", args)


def _check_clauses(names: list[str], token: int, context: Context) -> None:
    """`catch`, `else`, `finally`, each at most once and in this order (`finally` may stand before
    `catch`).
    """
    if not names:
        hint = "add `catch … ` or `finally …` before `end`"
        context.report_shape("this `try` has neither `catch` nor `finally`", token, hint)
    for name in set(names):
        if names.count(name) > 1:
            context.report_shape(f"this `try` has two `{name}` parts", token)
    if "else" in names and "catch" not in names[: names.index("else")]:
        context.report_shape("the `else` of a `try` stands after its `catch`", token)


@action
def catch(values: Values) -> Any:
    values[0].append(("catch", False, values[2]))
    return values[0]


@located
def catch_variable(values: Values, where: Sequence[int], context: Context) -> Any:
    """`catch e`: a name is the variable, anything else begins the body."""
    clauses, _, variable, body = values
    if type(variable) is not Symbol and not (type(variable) is Expr and variable.head == "$"):
        body.args[:0] = [context.line(where[2]), variable]
        variable = False
    clauses.append(("catch", variable, body))
    return clauses


@action
def finally_(values: Values) -> Any:
    values[0].append(("finally", False, values[2]))
    return values[0]


@action
def catch_else(values: Values) -> Any:
    values[0].append(("else", False, values[2]))
    return values[0]


@located
def do(values: Values, where: Sequence[int], context: Context) -> Expr:
    function = inner("->", [inner("tuple", values[2]), _close(values[3], where[4], context)])
    return Expr("do", [values[0], function])


@located
def do_bare(values: Values, where: Sequence[int], context: Context) -> Expr:
    return Expr(
        "do", [values[0], inner("->", [inner("tuple", []), _close(values[2], where[3], context)])]
    )


@located
def function(values: Values, where: Sequence[int], context: Context) -> Expr:
    signature, body = _signature(values[1]), values[2]
    named = type(signature) is Symbol or (type(signature) is Expr and signature.head in ("$", "."))
    if named and not body.args:
        return Expr("function", [signature])
    if named or type(signature) is not Expr or signature.head not in _SIGNATURES:
        hint = "write `function name(arguments) … end`"
        context.report(
            "E0204", "this is no signature of a function", context.span(where[1], where[1]), hint
        )
    _close(body, where[3], context).args.insert(0, context.line(where[0]))
    return Expr("function", [signature, body])


def _signature(signature: Node) -> Node:
    """`f(x)::T where S` in a signature: the `where` is around all of it."""
    if type(signature) is not Expr or signature.head != "::" or len(signature.args) != 2:
        return signature
    variables: list[list[Node]] = []
    result_type = signature.args[1]
    while type(result_type) is Expr and result_type.head == "where" and result_type.mark == "where":
        variables.append(result_type.args[1:])
        result_type = result_type.args[0]
    if not variables:
        return signature
    result = inner("::", [signature.args[0], result_type])
    for names in reversed(variables):
        result = inner("where", [result, *names])
    return result


@located
def macro_definition(values: Values, where: Sequence[int], context: Context) -> Expr:
    signature, body = values[1], values[2]
    if type(signature) is Symbol and not body.args:
        return Expr("macro", [signature])
    _close(body, where[3], context).args.insert(0, context.line(where[0]))
    return Expr("macro", [signature, body])


@located
def struct(values: Values, where: Sequence[int], context: Context) -> Expr:
    for field in values[2].args:
        context.bare_constants.pop(id(field), None)
    return Expr("struct", [False, values[1], _close(values[2], where[3], context)])


@located
def struct_mutable(values: Values, where: Sequence[int], context: Context) -> Expr:
    for field in values[2].args:
        context.bare_constants.pop(id(field), None)
    return Expr("struct", [True, values[1], _close(values[2], where[3], context)])


@action
def abstract(values: Values) -> Expr:
    return Expr("abstract", [values[1]])


@action
def primitive(values: Values) -> Expr:
    return Expr("primitive", [values[1], values[3]])


@action
def return_bare(values: Values) -> Expr:
    del values
    return Expr("return", [None])


@action
def return_value(values: Values) -> Expr:
    return Expr("return", [values[1]])


@action
def break_(values: Values) -> Expr:
    del values
    return Expr("break", [])


@action
def continue_(values: Values) -> Expr:
    del values
    return Expr("continue", [])
