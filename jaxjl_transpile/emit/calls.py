"""Calls: operators, types with parameters, broadcasts, comprehensions, functions as values."""

from __future__ import annotations

import ast

from jaxjl_runtime import names as names_table

from .. import ir
from ..passes.kinds import is_plain_operator
from . import build as b
from .axes import axis_keywords
from .frame import Emitter, value, value_of
from .functions import function_value
from .values import builtin, keywords

_BINARY: dict[str, type[ast.operator]] = {
    "+": ast.Add,
    "-": ast.Sub,
    "*": ast.Mult,
    "/": ast.Div,
}
_COMPARE: dict[str, type[ast.cmpop]] = {
    "<": ast.Lt,
    "<=": ast.LtE,
    "≤": ast.LtE,
    ">": ast.Gt,
    ">=": ast.GtE,
    "≥": ast.GtE,
    "==": ast.Eq,
    "!=": ast.NotEq,
    "≠": ast.NotEq,
}


@value_of(ir.Call)
def _call(e: Emitter, node: ir.Call, at: b.At) -> ast.expr:
    function = node.function
    if isinstance(function, ir.BuiltinName):
        made = _builtin_call(e, node, function, at)
        if made is not None:
            return made
    callee = value(e, function)
    arguments = [value(e, argument) for argument in node.arguments]
    return b.call(callee, arguments, at, keywords(e, node.keywords))


def _builtin_call(e: Emitter, node: ir.Call, function: ir.BuiltinName, at: b.At) -> ast.expr | None:
    """A call of Base's that has a form of its own."""
    name, arguments = function.name, node.arguments
    if function.module == "Core" and name == "new":
        return _new(e, node, at)
    if function.module not in ("Base", "Core"):
        axes = axis_keywords(e, node, at)
        if axes is None:
            return None
        items = [value(e, argument) for argument in arguments]
        return b.call(builtin(function.module, name, at), items, at, axes)
    if name == "apply_type" and arguments and not node.keywords:
        return apply_type(e, arguments, at)
    splat = any(isinstance(argument, ir.Splat) for argument in arguments)
    if is_plain_operator(node, e.tables):
        return _operator(e, name, arguments, at)
    if e.kernel and not splat:
        made = _kernel_operator(e, name, arguments, at)
        if made is not None:
            return made
    items = [value(e, argument) for argument in arguments]
    if len(arguments) == 1 and not splat and name in names_table.UNARY:
        return b.call(names_table.UNARY[name], items, at)
    axes = axis_keywords(e, node, at)
    callee = builtin(function.module, name, e.place(function.span))
    return b.call(callee, items, at, keywords(e, node.keywords) if axes is None else axes)


def _kernel_operator(
    e: Emitter, name: str, arguments: tuple[ir.Value, ...], at: b.At
) -> ast.expr | None:
    """In a kernel the operands are numbers whose Python operators are Julia's.

    That holds of its parameters and of what operators make of them; other operands do with one such
    beside them.
    """
    if not any(map(_has_julia_operators, arguments)):
        return None
    if len(arguments) == 1 and name == "-":
        return b.put(ast.UnaryOp(ast.USub(), value(e, arguments[0])), at)
    if len(arguments) == 2 and (name in _BINARY or name in _COMPARE):
        return _operator(e, name, arguments, at)
    return None


def _operator(e: Emitter, name: str, arguments: tuple[ir.Value, ...], at: b.At) -> ast.expr:
    """Python's own operator on two operands."""
    left, right = (value(e, argument) for argument in arguments)
    if name in _BINARY:
        return b.binary(left, _BINARY[name](), right, at)
    return b.compare(left, _COMPARE[name](), right, at)


def _has_julia_operators(node: ir.Value) -> bool:
    """Whether a value in a kernel is a parameter, or an operator's result with such an operand."""
    if isinstance(node, ir.Local):
        return node.var.kind is not ir.VarKind.STATIC_PARAMETER
    if not isinstance(node, ir.Call) or not isinstance(node.function, ir.BuiltinName):
        return False
    name, count = node.function.name, len(node.arguments)
    known = count == 2 and (name in _BINARY or name in _COMPARE)
    if not (known or (count == 1 and name == "-")):
        return False
    return any(map(_has_julia_operators, node.arguments))


def apply_type(e: Emitter, arguments: tuple[ir.Value, ...], at: b.At) -> ast.expr:
    """`Vector{Float64}` as `jl.Vector[jl.Float64]`."""
    head, *parameters = arguments
    items = [value(e, parameter) for parameter in parameters]
    if not items:
        return b.call("apply_type", [value(e, head)], at)
    single = len(parameters) == 1 and (
        isinstance(parameters[0], ir.Tup)
        or (isinstance(head, ir.BuiltinName) and head.name == "Val")
    )
    return b.subscript(value(e, head), items, at, single=single)


def _new(e: Emitter, node: ir.Call, at: b.At) -> ast.expr:
    """`new(…)`, `new{T}(…)` of an inner constructor."""
    applied, *arguments = node.arguments
    items = [value(e, argument) for argument in arguments]
    return b.call(new_function(e, applied, at), items, at)


def new_function(e: Emitter, applied: ir.Value, at: b.At) -> ast.expr:
    """`new`, or `new[T]` for a struct with parameters."""
    new = b.name("new", at)
    if isinstance(applied, ir.Call) and len(applied.arguments) > 1:
        return b.subscript(new, [value(e, p) for p in applied.arguments[1:]], at)
    return new


@value_of(ir.Where)
def _where(e: Emitter, node: ir.Where, at: b.At) -> ast.expr:
    """`Vector{T} where T<:Real`: the variables are bound as they are listed."""
    from .types import bound_variable

    variables = [bound_variable(e, parameter, at) for parameter in node.parameters]
    return b.call("where", [*variables, value(e, node.body)], at)


@value_of(ir.Lambda)
def _lambda(e: Emitter, node: ir.Lambda, at: b.At) -> ast.expr:
    return function_value(e, node.function, at)


@value_of(ir.Kernel)
def _kernel(e: Emitter, node: ir.Kernel, at: b.At) -> ast.expr:
    return b.call("broadcast", kernel_parts(e, node, at), at)


def kernel_parts(
    e: Emitter, node: ir.Kernel, at: b.At, into: ast.expr | None = None
) -> list[ast.expr]:
    """The kernel's function and its arguments, the destination between them if there is one."""
    arguments = [value(e, argument) for argument in node.arguments]
    function = _kernel_function(e, node, at)
    return [function, *([] if into is None else [into]), *arguments]


def _kernel_function(e: Emitter, node: ir.Kernel, at: b.At) -> ast.expr:
    if isinstance(node.body, ir.Call) and not node.body.keywords:
        # f.(x, y) needs no lambda
        call = node.body
        own = [a.var for a in call.arguments if isinstance(a, ir.Local)]
        same = own == list(node.params) and len(own) == len(call.arguments)
        if same and isinstance(call.function, ir.BuiltinName | ir.Global | ir.Local):
            name = getattr(call.function, "name", "")
            if not (len(own) == 1 and name in names_table.UNARY):
                return value(e, call.function)
    before, e.kernel = e.kernel, True
    body = value(e, node.body)
    e.kernel = before
    return b.lambda_([e.names[p] for p in node.params], body, at)


@value_of(ir.Comprehension)
def _comprehension(e: Emitter, node: ir.Comprehension, at: b.At) -> ast.expr:
    before, e.kernel = e.kernel, False
    items = [function_value(e, node.function, at), *(value(e, i) for i in node.iterators)]
    extra: list[ast.keyword] = []
    if node.condition is not None:
        extra.append(b.keyword("where", function_value(e, node.condition, at), at))
    if node.eltype is not None:
        extra.append(b.keyword("eltype", value(e, node.eltype), at))
    if node.flatten:
        extra.append(b.keyword("flatten", b.constant(True, at), at))
    e.kernel = before
    array = node.kind is ir.ComprehensionKind.ARRAY
    return b.call("comprehension" if array else "generator", items, at, extra)
