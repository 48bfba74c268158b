"""Calls, operators, comparisons, tuples, strings, types applied to parameters."""

from __future__ import annotations

from functools import partial

from .. import ir
from ..syntax.expr import Expr, Node, Symbol, sym
from .lowerer import Lowerer, value_of
from .signature import is_expr

_NESTED = frozenset(["+", "*"])  # `a + b + c` is `(a + b) + c`


@value_of("call")
def _call(lw: Lowerer, node: Expr) -> ir.Value:
    callee, *arguments = node.args
    if isinstance(callee, Symbol):
        if is_dotted(callee):
            from .broadcast import fuse

            return fuse(lw, node)
        if callee.name in ("ccall", "cglobal", "llvmcall"):
            raise _foreign(lw, node, callee.name)
        if callee.name in _IN_MODULE and len(arguments) == 1 and lw.is_builtin(callee.name):
            lw.module.dynamic = True
            return call(lw, callee, [Expr("#module", [], node.span), *arguments], node)
    return call(lw, callee, arguments, node)


_IN_MODULE = frozenset(["eval", "include_string"])  # they mean the module around them


def is_dotted(callee: Node) -> bool:
    """Whether a callee is a dotted operator, `.+`."""
    return (
        isinstance(callee, Symbol)
        and len(callee.name) > 1
        and callee.name[0] == "."
        and callee.name not in ("..", "...")
        and callee.name[1] != "."
    )


def _foreign(lw: Lowerer, node: Expr, name: str) -> Exception:
    return lw.fail(
        "E0302", f"`{name}` is not supported: no native code is called", node,
        "write the function in Julia, or call it from Python",
    )  # fmt: skip


def call(lw: Lowerer, callee: Node, arguments: list[Node], node: Expr) -> ir.Value:
    """`callee(arguments...)` with its keywords."""
    positional, keywords = split_arguments(arguments)
    made = _constructed(lw, callee)
    values = lw.in_order(
        [
            lambda: ir.BuiltinName("Core", "new", node.span) if made else lw.value(callee),
            *(partial(argument, lw, arg) for arg in positional),
            *(partial(_keyword_value, lw, keyword) for keyword in keywords),
        ]
    )
    function, *rest = values
    given = tuple(rest[: len(positional)])
    if made is not None:
        given = (made, *given)
    names = [keyword_name(lw, k) for k in keywords]
    named = tuple(
        ir.Keyword(name, value, value.span)
        for name, value in zip(names, rest[len(positional) :], strict=True)
    )
    if isinstance(function, ir.BuiltinName) and not named:
        if function.name in _NESTED and len(given) > 2 and not _has_splat(given):
            return _nested(function, given, node)
        if function.name == "^" and len(given) == 2:
            return literal_power(lw, function, given, node)
    return ir.Call(function, given, named, node.span)


def _constructed(lw: Lowerer, callee: Node) -> ir.Value | None:
    """The type that `new(…)` or `new{T}(…)` makes; None if the callee is not `new`."""
    info = lw.scope.function
    if info.constructed is None or lw.scope.find("new") is not None:
        return None
    if isinstance(callee, Symbol) and callee.name == "new":
        return info.constructed
    if isinstance(callee, Expr) and callee.head == "curly":
        name, *parameters = callee.args
        if isinstance(name, Symbol) and name.name == "new" and info.struct is not None:
            from .broadcast import lowered

            return lw.pure(Expr("curly", [lowered(info.struct), *parameters], callee.span))
    return None


def _has_splat(values: tuple[ir.Value, ...]) -> bool:
    return any(isinstance(value, ir.Splat) for value in values)


def _nested(function: ir.Value, given: tuple[ir.Value, ...], node: Expr) -> ir.Value:
    result = given[0]
    for value in given[1:]:
        result = ir.Call(function, (result, value), span=node.span)
    return result


def literal_power(
    lw: Lowerer, function: ir.BuiltinName, given: tuple[ir.Value, ...], node: Expr
) -> ir.Value:
    """`x^-1` with a literal is not `x^n` with `n == -1`: of an integer it is a float."""
    exponent = given[1]
    if isinstance(exponent, ir.Const) and type(exponent.value) is int and exponent.value < 0:
        return ir.Call(lw.base("literal_pow"), given, span=node.span)
    return ir.Call(function, given, span=node.span)


def split_arguments(nodes: list[Node]) -> tuple[list[Node], list[Node]]:
    """The positional and the keyword arguments of a call."""
    positional: list[Node] = []
    keywords: list[Node] = []
    after: list[Node] = []
    for node in nodes:
        if isinstance(node, Expr) and node.head == "parameters":
            after.extend(node.args)
        elif isinstance(node, Expr) and node.head == "kw":
            keywords.append(node)
        else:
            positional.append(node)
    return positional, keywords + after


def argument(lw: Lowerer, node: Node) -> ir.Value:
    """A positional argument; `x...` is a Splat."""
    if isinstance(node, Expr) and node.head == "...":
        return ir.Splat(lw.value(node.args[0]), node.span)
    return lw.value(node)


def keyword_name(lw: Lowerer, node: Node) -> str | None:
    """The name of a keyword argument; None if it is a splat."""
    if isinstance(node, Symbol):
        return node.name
    if isinstance(node, Expr):
        if node.head in ("kw", "="):
            target = node.args[0]
            if isinstance(target, Expr) and target.head == "::":
                target = target.args[0]
            if isinstance(target, Symbol):
                return target.name
        if node.head == ".":  # f(; a.b) is f(; b = a.b)
            from .names import field_name

            return field_name(node.args[1])
        if node.head == "..." or (node.head == "call" and len(node.args) == 3):
            return None
    raise lw.fail("E0412", "invalid keyword argument syntax", node)


def keyword_of(lw: Lowerer, node: Node) -> ir.Keyword:
    """A keyword argument: `k=1`, `; k`, `; a.b`, `; opts...`, `; :k => 1`."""
    name = keyword_name(lw, node)
    if isinstance(node, Expr) and node.head in ("kw", "="):
        return ir.Keyword(name, lw.value(node.args[1]), node.span)
    if isinstance(node, Expr) and node.head == "...":
        return ir.Keyword(None, lw.value(node.args[0]), node.span)
    if isinstance(node, Expr) and node.head == "call":
        pair = lw.value(node)
        return ir.Keyword(None, ir.Tup((pair,), span=node.span), node.span)
    return ir.Keyword(name, lw.value(node), lw.span)


def _keyword_value(lw: Lowerer, node: Node) -> ir.Value:
    return keyword_of(lw, node).value


def apply_operator(lw: Lowerer, name: str, left: ir.Value, right: ir.Value, node: Expr) -> ir.Value:
    """`left op right` with whatever the operator means here."""
    function = lw.name(name)
    if isinstance(function, ir.BuiltinName) and name == "^":
        return literal_power(lw, function, (left, right), node)
    return ir.Call(function, (left, right), span=node.span)


@value_of("do")
def _do(lw: Lowerer, node: Expr) -> ir.Value:
    """`f(x) do y … end` is `f(y -> …, x)`."""
    target, function = node.args
    if not isinstance(target, Expr) or target.head not in ("call", "."):
        raise lw.fail("E0413", "`do` needs a call", node)
    if target.head == ".":
        given = target.args[1]
        assert isinstance(given, Expr)
        inner = Expr("tuple", _with_function(given.args, function), given.span)
        return lw.value(Expr(".", [target.args[0], inner], node.span))
    callee, *arguments = target.args
    return lw.value(Expr("call", [callee, *_with_function(arguments, function)], node.span))


def _with_function(arguments: list[Node], function: Node) -> list[Node]:
    if arguments and is_expr(arguments[0], "parameters"):
        return [arguments[0], function, *arguments[1:]]
    return [function, *arguments]


# ---------------------------------------------------------------------------------- operators


@value_of("comparison")
def _comparison(lw: Lowerer, node: Expr) -> ir.Value:
    """`a < b < c` is `a < b && b < c`, with `b` evaluated once."""
    from .broadcast import fuse, lowered

    args = node.args
    operators = args[1::2]
    if any(is_dotted(op) for op in operators):
        operands: list[Node] = []
        for position, operand in enumerate(args[::2]):
            inner = 0 < position < len(operators)
            operands.append(lowered(lw.simple(lw.value(operand))) if inner else operand)
        result: Node = None
        for position, op in enumerate(operators):
            test = Expr("call", [op, operands[position], operands[position + 1]], node.span)
            dotted = sym(".&")
            result = test if result is None else Expr("call", [dotted, result, test], node.span)
        assert isinstance(result, Expr)
        return fuse(lw, result)
    left, middle = lw.in_order([lambda: lw.value(args[0]), lambda: lw.value(args[2])])
    if not isinstance(middle, (ir.Const, ir.Local, ir.BuiltinName)):
        if not isinstance(left, (ir.Const, ir.BuiltinName)):
            left = lw.simple(left)
        middle = lw.simple(middle)
    result_value: ir.Value = _compare(lw, args[1], left, middle, node)
    rest: list[Node] = [lowered(middle), *args[3:]]
    more = rest if len(rest) > 3 else None
    tail: Node = (
        Expr("comparison", more, node.span)
        if more
        else Expr("call", [rest[1], rest[0], rest[2]], node.span)
    )
    return lw.value(Expr("&&", [lowered(result_value), tail], node.span))


def _compare(lw: Lowerer, op: Node, left: ir.Value, right: ir.Value, node: Expr) -> ir.Value:
    return ir.Call(lw.value(op), (left, right), span=node.span)


@value_of("<:", ">:")
def _subtype(lw: Lowerer, node: Expr) -> ir.Value:
    function = ir.BuiltinName("Core" if node.head == "<:" else "Base", node.head, node.span)
    return ir.Call(function, tuple(lw.values(node.args)), span=node.span)


@value_of("::")
def _typeassert(lw: Lowerer, node: Expr) -> ir.Value:
    if len(node.args) == 1:
        raise lw.fail("E0414", 'invalid "::" syntax', node)
    function = ir.BuiltinName("Core", "typeassert", node.span)
    return ir.Call(function, tuple(lw.values(node.args)), span=node.span)


@value_of("'", ".'")
def _adjoint(lw: Lowerer, node: Expr) -> ir.Value:
    return ir.Call(lw.base("adjoint"), (lw.value(node.args[0]),), span=node.span)


@value_of("-->")
def _long_arrow(lw: Lowerer, node: Expr) -> ir.Value:
    return ir.Call(lw.name("-->"), tuple(lw.values(node.args)), span=node.span)


@value_of("...")
def _splat(lw: Lowerer, node: Expr) -> ir.Value:
    raise lw.fail("E0415", '"..." expression outside call', node)


@value_of("$")
def _interpolation(lw: Lowerer, node: Expr) -> ir.Value:
    raise lw.fail("E0411", '"$" expression outside quote', node)


@value_of("&")
def _reference(lw: Lowerer, node: Expr) -> ir.Value:
    raise lw.fail("E0414", 'invalid syntax: unary "&"', node)


# ------------------------------------------------------------------------------ tuples, strings


@value_of("tuple")
def _tuple(lw: Lowerer, node: Expr) -> ir.Value:
    positional = [arg for arg in node.args if not is_expr(arg, "parameters")]
    named = [a for p in node.args if isinstance(p, Expr) and p.head == "parameters" for a in p.args]
    is_named = bool(named) or any(is_expr(arg, "parameters") for arg in node.args)
    if not is_named and not any(is_expr(arg, "=") for arg in positional):
        values = lw.each(positional, partial(argument, lw))
        return ir.Tup(tuple(values), span=node.span)
    parts = positional + named
    names: list[str] = []
    for part in parts:
        name = keyword_name(lw, part)
        names.append("" if name is None else name)
    values = lw.each(parts, partial(_named_item, lw))
    if len(set(names) - {""}) < sum(name != "" for name in names):
        double = next(n for n in names if n and names.count(n) > 1)
        raise lw.fail("E0416", f'field name "{double}" repeated in named tuple', node)
    return ir.Tup(tuple(values), tuple(names), node.span)


def _named_item(lw: Lowerer, part: Node) -> ir.Value:
    keyword = keyword_of(lw, part)
    return keyword.value if keyword.name is not None else ir.Splat(keyword.value, keyword.span)


@value_of("string")
def _string(lw: Lowerer, node: Expr) -> ir.Value:
    if all(isinstance(arg, str) for arg in node.args):
        return ir.Const("".join(str(arg) for arg in node.args), node.span)
    values = lw.each(node.args, partial(argument, lw))
    return ir.Call(lw.base("string"), tuple(values), span=node.span)


# -------------------------------------------------------------------------------------- types


@value_of("curly")
def _curly(lw: Lowerer, node: Expr) -> ir.Value:
    """`Vector{T}`; `Vector{<:Real}` is `Vector{T} where T<:Real`."""
    head, *parameters = node.args
    parts: list[Node] = []
    hidden: list[ir.TypeParameter] = []
    from .broadcast import lowered

    for parameter in parameters:
        if (
            isinstance(parameter, Expr)
            and parameter.head in ("<:", ">:")
            and len(parameter.args) == 1
        ):
            var = ir.Var(f"#s{len(hidden) + 1}", ir.VarKind.STATIC_PARAMETER, parameter.span)
            bound = lw.pure(parameter.args[0])
            lower, upper = (None, bound) if parameter.head == "<:" else (bound, None)
            hidden.append(ir.TypeParameter(var, lower, upper, parameter.span))
            parts.append(lowered(ir.Local(var, parameter.span)))
        else:
            parts.append(parameter)
    values = lw.each([head, *parts], partial(argument, lw))
    applied = ir.Call(
        ir.BuiltinName("Core", "apply_type", node.span), tuple(values), span=node.span
    )
    return ir.Where(tuple(hidden), applied, node.span) if hidden else applied


@value_of("where")
def _where(lw: Lowerer, node: Expr) -> ir.Value:
    """A type with free variables."""
    from .scopes import ScopeKind
    from .types import type_parameters

    body, *variables = node.args
    nodes = [v for part in variables for v in _spread(part)]
    with lw.scoped(ScopeKind.TYPE):
        parameters = type_parameters(lw, nodes)
        inner = lw.pure(body)
    if isinstance(inner, ir.Where):
        return ir.Where((*parameters, *inner.parameters), inner.body, node.span)
    return ir.Where(parameters, inner, node.span)


def _spread(node: Node) -> list[Node]:
    return (
        list(node.args)
        if isinstance(node, Expr) and node.head in ("braces", "bracescat")
        else [node]
    )


@value_of("braces", "bracescat")
def _braces(lw: Lowerer, node: Expr) -> ir.Value:
    raise lw.fail("E0303", "`{ }` outside of `a{…}` is discontinued in Julia", node, "use `[ ]`")


@value_of("#lowered")
def _lowered(lw: Lowerer, node: Expr) -> ir.Value:
    value: object = node.args[0]
    return value  # type: ignore[return-value]
