"""Files, bodies, and what ends with `end`."""

from __future__ import annotations

from collections.abc import Sequence

from ..expr import Expr, GlobalRef, Node, Symbol
from .registry import Context, Values, action, inner, located

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
    return Expr("block", values[0])


@action
def error(values: Values) -> Expr:
    del values
    return Expr("error", [])


@action
def begin(values: Values) -> Expr:
    return Expr("block", values[1].args)


@action
def quote_block(values: Values) -> Expr:
    return Expr("quote", [values[1]])


@action
def let_bare(values: Values) -> Expr:
    return Expr("let", [inner("block", []), values[2]])


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
    return Expr("let", [first, values[2]])


@action
def for_(values: Values) -> Expr:
    iterations = values[1]
    return Expr("for", [iterations[0] if len(iterations) == 1 else inner("block", iterations), values[2]])


@action
def while_(values: Values) -> Expr:
    return Expr("while", [values[1], values[2]])


@action
def if_(values: Values) -> Expr:
    return Expr("if", [values[1], values[2], *values[3]])


@action
def else_(values: Values) -> list[Node]:
    return [values[1]]


@located
def elseif(values: Values, where: Sequence[int], context: Context) -> list[Node]:
    condition = inner("block", [context.line(where[1]), values[1]])
    return [inner("elseif", [condition, values[2], *values[3]])]


@action
def try_(values: Values) -> Expr:
    parts: dict[str, tuple[Node, Node]] = {}
    for name, variable, body in values[2]:
        parts[name] = (variable, body)
    variable, handler = parts.get("catch", (False, False))
    args: list[Node] = [values[1], variable, handler]
    if "finally" in parts:
        args.append(parts["finally"][1])
    elif "else" in parts:
        args.append(False)
    if "else" in parts:
        args.append(parts["else"][1])
    return Expr("try", args)


@action
def catch(values: Values) -> list[Node]:
    values[0].append(("catch", False, values[2]))
    return values[0]


@located
def catch_variable(values: Values, where: Sequence[int], context: Context) -> list[Node]:
    """`catch e`: a name is the variable, anything else begins the body."""
    clauses, _, variable, body = values
    if type(variable) is not Symbol and not (type(variable) is Expr and variable.head == "$"):
        body.args[:0] = [context.line(where[2]), variable]
        variable = False
    clauses.append(("catch", variable, body))
    return clauses


@action
def finally_(values: Values) -> list[Node]:
    values[0].append(("finally", False, values[2]))
    return values[0]


@action
def catch_else(values: Values) -> list[Node]:
    values[0].append(("else", False, values[2]))
    return values[0]


@action
def do(values: Values) -> Expr:
    function = inner("->", [inner("tuple", values[2]), values[3]])
    return Expr("do", [values[0], function])


@action
def do_bare(values: Values) -> Expr:
    return Expr("do", [values[0], inner("->", [inner("tuple", []), values[2]])])


@located
def function(values: Values, where: Sequence[int], context: Context) -> Expr:
    signature, body = _signature(values[1]), values[2]
    named = type(signature) is Symbol or (type(signature) is Expr and signature.head == "$")
    if named and not body.args:
        return Expr("function", [signature])
    body.args.insert(0, context.line(where[0]))
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
    body.args.insert(0, context.line(where[0]))
    return Expr("macro", [signature, body])


@action
def struct(values: Values) -> Expr:
    return Expr("struct", [False, values[1], values[2]])


@action
def struct_mutable(values: Values) -> Expr:
    return Expr("struct", [True, values[1], values[2]])


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
