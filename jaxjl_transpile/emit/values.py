"""Values: constants, variables, calls, indexing, tuples, short-circuit operators."""

from __future__ import annotations

import ast
import math

from jaxjl_runtime import names as names_table

from .. import ir
from ..passes.kinds import kind_of
from ..passes.kinds_table import Kind
from ..syntax.expr import Literal, Symbol
from . import build as b
from .frame import Emitter, value, value_of
from .naming import global_name

_HIDDEN = frozenset({"re", "im"})


def builtin(module: str, name: str, at: b.At) -> ast.expr:
    """A name of Base or of a standard library, as generated code writes it."""
    attribute = names_table.attribute(name)
    first, *rest = module.split(".")
    if first in ("Base", "Core"):
        found: ast.expr = b.name("jl", at)
    else:
        found = b.name(names_table.mangle(first), at)
    for part in rest:
        found = b.attribute(found, names_table.mangle(part), at)
    return b.attribute(found, attribute, at)


@value_of(ir.Const)
def _const(e: Emitter, node: ir.Const, at: b.At) -> ast.expr:
    return constant(node.value, at)


def constant(found: object, at: b.At) -> ast.expr:
    """A literal of Julia."""
    if isinstance(found, Symbol):
        return b.call("Symbol", [b.constant(found.name, at)], at)
    if isinstance(found, Literal):
        return _literal(found, at)
    if isinstance(found, float) and not math.isfinite(found):
        name = "NaN" if math.isnan(found) else "Inf"
        made = b.jl(name, at)
        return made if found != -math.inf else b.call("neg", [made], at)
    assert found is None or isinstance(found, bool | int | float | str)
    return b.constant(found, at)


def _literal(found: Literal, at: b.At) -> ast.expr:
    number = found.value
    if isinstance(number, bytes):
        return b.call("literal", [b.constant(found.type, at), b.put(ast.Constant(number), at)], at)
    if found.type == "Char":
        return b.call("Char", [b.constant(int(number), at)], at)
    return b.call(found.type, [constant(number, at)], at)


@value_of(ir.Local)
def _local(e: Emitter, node: ir.Local, at: b.At) -> ast.expr:
    found = b.name(e.names[node.var], at)
    unset = node in e.tables.checked
    if node.var in e.tables.boxed:
        found = b.attribute(found, "value", at)
        unset = node.var in e.unset_boxes
    if unset:
        return b.call("defined", [found, b.constant(node.var.name, at)], at)
    return found


@value_of(ir.Global)
def _global(e: Emitter, node: ir.Global, at: b.At) -> ast.expr:
    if not node.module:  # the outermost module as a value
        namespace = b.put(ast.Call(b.name("globals", at), [], []), at)
        return b.call("main", [namespace], at)
    return b.name(global_name(node.module, node.name), at)


@value_of(ir.BuiltinName)
def _builtin(e: Emitter, node: ir.BuiltinName, at: b.At) -> ast.expr:
    if node.name == "nothing" and node.module in ("Base", "Core"):
        return b.constant(None, at)
    return builtin(node.module, node.name, at)


@value_of(ir.Unbound)
def _unbound(e: Emitter, node: ir.Unbound, at: b.At) -> ast.expr:
    return b.call("undefined", [b.constant(node.name, at)], at)


@value_of(ir.IsDefined)
def _is_defined(e: Emitter, node: ir.IsDefined, at: b.At) -> ast.expr:
    found = b.name(e.names[node.var], at)
    if node.var in e.tables.boxed:
        found = b.attribute(found, "value", at)
    return b.call("is_defined", [found], at)


@value_of(ir.Splat)
def _splat(e: Emitter, node: ir.Splat, at: b.At) -> ast.expr:
    return b.starred(b.call("splat", [value(e, node.value)], at), at)


@value_of(ir.Index)
def _index(e: Emitter, node: ir.Index, at: b.At) -> ast.expr:
    items = [value(e, node.object), *(value(e, i) for i in node.indices)]
    return b.call("getindex", items, at, keywords(e, node.keywords))


def keywords(e: Emitter, nodes: tuple[ir.Keyword, ...]) -> list[ast.keyword]:
    """The keyword arguments of a call."""
    made: list[ast.keyword] = []
    for node in nodes:
        with e.standing(node.span) as at:
            if node.name is None:
                pairs = b.call("keywords", [value(e, node.value)], at)
                made.append(b.keyword(None, pairs, at))
            else:
                made.append(b.keyword(names_table.mangle(node.name), value(e, node.value), at))
    return made


@value_of(ir.Field)
def _field(e: Emitter, node: ir.Field, at: b.At) -> ast.expr:
    return field(value(e, node.object), node.name, at)


def field(found: ast.expr, name: str, at: b.At) -> ast.expr:
    """`object.name`; by `jl.getproperty` where Python would take the name for itself."""
    attribute = names_table.mangle(name)
    if name in _HIDDEN or attribute.startswith("_"):
        return b.call("getproperty", [found, b.constant(name, at)], at)
    return b.attribute(found, attribute, at)


@value_of(ir.Tup)
def _tuple(e: Emitter, node: ir.Tup, at: b.At) -> ast.expr:
    if node.names is None:
        return b.tuple_([value(e, item) for item in node.items], at)
    if any(isinstance(item, ir.Splat) for item in node.items):
        return _merged(e, node, at)
    return _named(e, node.names, node.items, at)


def _named(e: Emitter, names: tuple[str, ...], items: tuple[ir.Value, ...], at: b.At) -> ast.expr:
    pairs = zip(names, items, strict=True)
    made = [b.keyword(names_table.mangle(n), value(e, v), at) for n, v in pairs]
    return b.call("NamedTuple", [], at, made)


def _merged(e: Emitter, node: ir.Tup, at: b.At) -> ast.expr:
    """`(; a=1, opts...)`: later names win, as in `merge`."""
    assert node.names is not None
    parts: list[ast.expr] = [b.call("NamedTuple", [], at)]
    for name, item in zip(node.names, node.items, strict=True):
        if isinstance(item, ir.Splat):
            parts.append(value(e, item.value))
        else:
            parts.append(_named(e, (name,), (item,), at))
    return b.call("merge", parts, at)


def is_host_bool(e: Emitter, node: ir.Value) -> bool:
    """Whether a value is surely a Python bool."""
    return kind_of(node, e.tables) is Kind.BOOL


def thunk(e: Emitter, node: ir.Value, at: b.At) -> ast.expr:
    """`lambda: value`."""
    return b.lambda_([], value(e, node), at)


@value_of(ir.Select)
def _select(e: Emitter, node: ir.Select, at: b.At) -> ast.expr:
    test = value(e, node.test)
    if node in e.tables.plain:
        return b.put(ast.IfExp(test, value(e, node.then), value(e, node.orelse)), at)
    return b.call("cond", [test, thunk(e, node.then, at), thunk(e, node.orelse, at)], at)


@value_of(ir.Logic)
def _logic(e: Emitter, node: ir.Logic, at: b.At) -> ast.expr:
    left = value(e, node.left)
    both = node.op is ir.LogicOp.AND
    if node in e.tables.plain:
        operator = ast.And() if both else ast.Or()
        return b.put(ast.BoolOp(operator, [left, value(e, node.right)]), at)
    return b.call("and_" if both else "or_", [left, thunk(e, node.right, at)], at)


def negated(e: Emitter, node: ir.Value, at: b.At) -> ast.expr:
    """The opposite of a condition; `!!x` is `x`."""
    if isinstance(node, ir.Call) and isinstance(node.function, ir.BuiltinName):
        inner = node.function
        if inner.module == "Base" and inner.name == "!" and len(node.arguments) == 1:
            return value(e, node.arguments[0])
    found = value(e, node)
    if is_host_bool(e, node):
        return b.negate(found, at)
    return b.call("not_", [found], at)
