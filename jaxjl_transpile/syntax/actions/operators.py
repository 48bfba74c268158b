"""Prefix, infix and postfix operators, quoting and field access."""

from __future__ import annotations

from collections.abc import Sequence

from ..expr import Expr, Node, QuoteNode, Symbol, sym
from .registry import Context, Values, action, inner, located, pending

_TIMES = sym("*")
_COLON = sym(":")
_ARROW = sym("-->")
_NARY_PLUS = (sym("+"), sym("++"))
_SUBTYPE = (sym("<:"), sym(">:"))


@action
def dot(values: Values) -> Expr:
    return Expr(".", [values[0], QuoteNode(values[2])])


@action
def dot_quote(values: Values) -> Expr:
    return Expr(".", [values[0], quoted(values[3])])


@action
def dot_interpolate(values: Values) -> Expr:
    return Expr(".", [values[0], QuoteNode(inner("$", [values[3]]))])


@action
def quote(values: Values) -> Node:
    return quoted(values[1])


def quoted(value: Node) -> Node:
    """`:value`; what is no plain literal or name can be interpolated into."""
    if type(value) in (Expr, bool, QuoteNode):
        return Expr("quote", [value])
    return QuoteNode(value)


@action
def adjoint(values: Values) -> Expr:
    operand, operator = values
    if operator.name != "'":
        return Expr("call", [operator, operand])  # `x'ᵀ`
    return Expr("'", [operand])


@action
def prefix(values: Values) -> Expr:
    return Expr("call", values)


@action
def prefix_subtype(values: Values) -> Expr:
    operator, operand = values
    if type(operand) is Expr and operand.head == "tuple":
        return Expr(operator.name, operand.args)
    return Expr(operator.name, [operand])


@action
def prefix_declare(values: Values) -> Expr:
    return Expr("::", [values[1]])


@action
def prefix_ampersand(values: Values) -> Expr:
    return Expr("&", [values[1]])


@action
def interpolate(values: Values) -> Expr:
    return Expr("$", [values[1]])


def is_signature(target: Node) -> bool:
    """Whether `target = …` is a short function definition."""
    while type(target) is Expr:
        if target.head == "call":
            return True
        if target.head != "where" and (target.head != "::" or len(target.args) != 2):
            return False
        target = target.args[0]
    return False


@located
def assign(values: Values, where: Sequence[int], context: Context) -> Expr:
    """`a = b`; the body of a short function definition is a block."""
    target, operator, value = values
    if operator.name == "=" and is_signature(target):
        value = as_body(value, where[1], context)
    result = Expr(operator.name, [target, value])
    result.mark = "assignment"
    return result


def as_body(value: Node, operator: int, context: Context) -> Expr:
    """The body of `f(x) = value` and `x -> value`: a block that begins with the operator's line."""
    if type(value) is Expr and value.head == "block":
        value.args.insert(0, context.line(operator))
        return value
    return inner("block", [context.line(operator), value])


def _binary(values: Values) -> Expr:
    return Expr("call", [values[1], values[0], values[2]])


for _name in ("tilde", "pair", "pipe_left", "pipe_right", "rational", "shift", "power"):

    def _action(values: Values) -> Expr:
        return _binary(values)

    _action.__name__ = _name
    action(_action)


@action
def arrow(values: Values) -> Expr:
    if values[1] is _ARROW:
        return Expr("-->", [values[0], values[2]])
    return _binary(values)


@action
def or_(values: Values) -> Expr:
    return Expr(values[1].name, [values[0], values[2]])


@action
def and_(values: Values) -> Expr:
    return Expr(values[1].name, [values[0], values[2]])


@action
def tuple_next(values: Values) -> Expr:
    left = values[0]
    if type(left) is Expr and left.mark == "tuple":
        left.args.append(values[2])
        return left
    return _tuple([left, values[2]])


@action
def tuple_end(values: Values) -> Expr:
    left = values[0]
    if type(left) is Expr and left.mark == "tuple":
        return left
    return _tuple([left])


def _tuple(items: list[Node]) -> Expr:
    """A tuple without parentheses, which further commas go on with."""
    result = Expr("tuple", items)
    result.mark = "tuple"
    return result


@action
def ternary(values: Values) -> Expr:
    rest = _commas_of_assignment(values[4])
    result = Expr("if", [values[0], values[2], values[4]])
    return _tuple([pending(result), *rest]) if rest is not None else result


def _commas_of_assignment(value: Node) -> list[Node] | None:
    """`x -> y = 1, 2` and `c ? a : y = 1, 2` are tuples, though `y = 1, 2` alone assigns one.

    Takes what follows the first comma out of the assignment and gives it; None if there is no
    comma.
    """
    while type(value) is Expr and value.mark == "assignment":
        last = value.args[-1]
        if type(last) is Expr and last.mark == "tuple":
            value.args[-1] = last.args[0]
            return last.args[1:]
        value = last
    return None


@action
def compare(values: Values) -> Expr:
    """One comparison is a call, several in a row are `(comparison a op b op c)`."""
    left, operator, right = values
    if type(left) is Expr and left.mark == "comparison":
        if left.head != "comparison":
            parts = left.args if left.head == "call" else [sym(left.head), *left.args]
            left = Expr("comparison", [parts[1], parts[0], parts[2]])
        left.args += [operator, right]
        left.mark = "comparison"
        return left
    if operator in _SUBTYPE:
        result = Expr(operator.name, [left, right])
    else:
        result = Expr("call", [operator, left, right])
    result.mark = "comparison"
    return result


@action
def range_(values: Values) -> Expr:
    left, operator, right = values
    if operator is not _COLON:
        return _binary(values)
    if type(left) is Expr and left.mark == "range":
        left.args.append(right)
        left.mark = None
        return left
    result = _binary(values)
    result.mark = "range"
    return result


@action
def splat(values: Values) -> Expr:
    return Expr("...", [values[0]])


def _chain(values: Values, operators: tuple[Symbol, ...]) -> Expr:
    """`a + b + c` is one call with three arguments."""
    left, operator, right = values
    if operator not in operators:
        return _binary(values)
    if type(left) is Expr and left.mark == operator.name:
        left.args.append(right)
        return left
    result = _binary(values)
    result.mark = operator.name
    return result


@action
def plus(values: Values) -> Expr:
    return _chain(values, _NARY_PLUS)


@action
def times(values: Values) -> Expr:
    return _chain(values, (_TIMES,))


@action
def juxtapose(values: Values) -> Expr:
    left = values[0]
    if type(left) is Expr and left.mark == "juxtapose":
        left.args.append(values[2])
        return left
    result = Expr("call", [_TIMES, left, values[2]])
    result.mark = "juxtapose"
    return result


@action
def where(values: Values) -> Expr:
    """`A where T`; the right side takes no `where`: `A where B<:C where D` is two around `A`."""
    left, _, right = values
    outer: list[list[Node]] = []
    holder = _last_operand(right)
    if holder is not None:
        value = holder.args[-1]
        while type(value) is Expr and value.mark == "where":
            outer.append(value.args[1:])
            value = value.args[0]
        holder.args[-1] = value
    result = Expr("where", [left, *_type_variables(right)])
    for variables in reversed(outer):
        result.mark = "where"
        result = Expr("where", [inner("where", result.args), *variables])
        made = result.args[0]
        assert type(made) is Expr
        made.mark = "where"
    result.mark = "where"
    return result


def _last_operand(value: Node) -> Expr | None:
    """The innermost operator expression on the right edge whose last operand is a `where`."""
    while type(value) is Expr and value.mark is not None and value.mark != "where" and value.args:
        last = value.args[-1]
        if type(last) is Expr and last.mark == "where":
            return value
        value = last
    return None


def _type_variables(value: Node) -> list[Node]:
    return value.args if type(value) is Expr and value.head == "braces" else [value]


@action
def declare(values: Values) -> Expr:
    return Expr("::", [values[0], values[2]])


@located
def lambda_(values: Values, where: Sequence[int], context: Context) -> Expr:
    rest = _commas_of_assignment(values[2])
    result = Expr("->", [values[0], as_body(values[2], where[1], context)])
    return _tuple([pending(result), *rest]) if rest is not None else result
