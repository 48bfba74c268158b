"""Statements without control flow: assignments, broadcasts into arrays, effects, `let`, `try`."""

from __future__ import annotations

import ast
from typing import Any

from jaxjl_runtime.names import mangle

from .. import ir
from ..passes.walk import reads, target_reads, target_vars
from . import build as b
from .calls import kernel_parts
from .frame import Emitter, Leaving, statement_of, statements, value
from .functions import opened
from .naming import global_name


@statement_of(ir.Do)
def _do(e: Emitter, node: ir.Do, at: b.At) -> list[ast.stmt]:
    thrown = _thrown(node.value)
    if thrown is not None:
        raised = b.call("raisable", [value(e, thrown)], at)
        return [b.put(ast.Raise(raised, None), at)]
    return [b.expression(value(e, node.value), at)]


def _thrown(node: ir.Value) -> ir.Value | None:
    """What `throw(x)` throws."""
    if isinstance(node, ir.Call) and isinstance(node.function, ir.BuiltinName):
        name = node.function.name
        plain = len(node.arguments) == 1 and not isinstance(node.arguments[0], ir.Splat)
        if name == "throw" and node.function.module in ("Base", "Core") and plain:
            return node.arguments[0]
    return None


@statement_of(ir.Return)
def _return(e: Emitter, node: ir.Return, at: b.At) -> list[ast.stmt]:
    thrown = _thrown(node.value)
    if thrown is not None:
        raised = b.call("raisable", [value(e, thrown)], at)
        return [b.put(ast.Raise(raised, None), at)]
    return [b.return_(left(e, value(e, node.value), at), at)]


def left(e: Emitter, found: ast.expr, at: b.At) -> ast.expr:
    """What a region returns to leave the Julia function with a value."""
    return found if e.frame.returns is Leaving.PYTHON else b.call("leave", [found], at)


@statement_of(ir.Break)
def _break(e: Emitter, node: ir.Break, at: b.At) -> list[ast.stmt]:
    if e.frame.breaks is Leaving.PYTHON:
        return [b.put(ast.Break(), at)]
    return [b.return_(b.jl("BREAK", at), at)]


@statement_of(ir.Continue)
def _continue(e: Emitter, node: ir.Continue, at: b.At) -> list[ast.stmt]:
    if e.frame.breaks is Leaving.PYTHON:
        return [b.put(ast.Continue(), at)]
    return [b.return_(None, at)]


# --------------------------------------------------------------------------------- assignments


@statement_of(ir.Assign)
def _assign(e: Emitter, node: ir.Assign, at: b.At) -> list[ast.stmt]:
    target = node.target
    if isinstance(target, ir.TupleTarget):
        return _unpacked(e, target, node.value, at)
    return stored(e, target, value(e, node.value), at)


def stored(e: Emitter, target: ir.Target, found: ast.expr, at: b.At) -> list[ast.stmt]:
    """The statements that store a value which is there already."""
    match target:
        case ir.LocalTarget(var):
            if var in e.frame.boxes:
                e.frame.boxes.discard(var)
                found = b.call("Box", [found], at)
                return [b.assign_name(e.names[var], found, at)]
            _note_module_variable(e, var)
            return [b.assign(_variable(e, var, at), found, at)]
        case ir.GlobalTarget(module, name):
            python = global_name(module, name)
            return e.declare_global(python, [b.assign_name(python, found, at)], at)
        case ir.IndexTarget():
            items = [value(e, target.object), found, *(value(e, i) for i in target.indices)]
            return [b.expression(b.call("setindex_bang", items, at), at)]
        case ir.FieldTarget():
            return [_set_field(e, target, found, at)]
        case ir.TupleTarget():
            return _scattered(e, target, found, at)


def _note_module_variable(e: Emitter, var: ir.Var) -> None:
    """A temporary of the module's own statements is a Python global."""
    if var in e.module_vars and not e.frame.at_module:
        e.frame.globals.add(e.names[var])


def _variable(e: Emitter, var: ir.Var, at: b.At) -> ast.expr:
    found = b.name(e.names[var], at)
    return b.attribute(found, "value", at) if var in e.tables.boxed else found


def _set_field(e: Emitter, target: ir.FieldTarget, found: ast.expr, at: b.At) -> ast.stmt:
    attribute = mangle(target.name)
    owner = value(e, target.object)
    if attribute.startswith("_"):
        items = [owner, b.constant(target.name, at), found]
        return b.expression(b.call("setproperty_bang", items, at), at)
    return b.assign(b.attribute(owner, attribute, at), found, at)


def _unpacked(e: Emitter, target: ir.TupleTarget, node: ir.Value, at: b.At) -> list[ast.stmt]:
    """`a, b = …`: a tuple of as many values is Python's own assignment."""
    plain = target.fields is None and target.slurp is None
    if plain and isinstance(node, ir.Tup) and node.names is None:
        known = len(node.items) == len(target.items)
        if known and not any(isinstance(item, ir.Splat) for item in node.items):
            return _parallel(e, target, node, at)
    return _scattered(e, target, value(e, node), at)


def _parallel(e: Emitter, target: ir.TupleTarget, node: ir.Tup, at: b.At) -> list[ast.stmt]:
    """`a, b = b, a`; what is no plain variable is stored after, left to right."""
    found = b.tuple_([value(e, item) for item in node.items], at)
    return _spread(e, target, found, at, _set_at_once(target, node))


def _set_at_once(target: ir.TupleTarget, node: ir.Tup) -> frozenset[int]:
    """The positions of the variables that Julia sets before it stores into anything else.

    `a[i], i = 10, 3` stores into `a[3]`: a variable that is given a constant, or a variable that no
    target mentions, is set at once unless a later value reads it.
    """
    mentioned = set(target_vars(target)) | target_reads(target)
    found: set[int] = set()
    for position, (item, given) in enumerate(zip(target.items, node.items, strict=True)):
        if not isinstance(item, ir.LocalTarget):
            continue
        simple = isinstance(given, ir.Const) or (
            isinstance(given, ir.Local) and given.var not in mentioned
        )
        if simple and not any(item.var in reads(later) for later in node.items[position + 1 :]):
            found.add(position)
    return frozenset(found)


def _spread(
    e: Emitter,
    target: ir.TupleTarget,
    found: ast.expr,
    at: b.At,
    at_once: frozenset[int] = frozenset(),
) -> list[ast.stmt]:
    """`a, b, … = found`, and after it, in order, the targets that are no place of Python's.

    Julia stores left to right. A variable that such a target reads waits its turn, too.
    """
    names: list[ast.expr] = []
    after: list[ast.stmt] = []
    needed: set[ir.Var] = set()
    for position, item in enumerate(target.items):
        ahead = {v for k in at_once if k > position for v in target_vars(target.items[k])}
        waits = position not in at_once and (
            _waits(item, needed, bool(after)) or bool(ahead & target_reads(item))
        )
        place = None if waits else _place(e, item, at)
        if place is None:
            temporary = e.names.region("item")
            place = b.name(temporary, at)
            after += stored(e, item, b.name(temporary, at), at)
            needed |= target_reads(item)
        names.append(place)
    return [b.assign(b.tuple_(names, at), found, at), *after]


def _waits(item: ir.Target, needed: set[ir.Var], some_wait: bool) -> bool:
    """Whether a target must be stored after an earlier one that waits."""
    if isinstance(item, ir.LocalTarget):
        return item.var in needed
    return some_wait


def _place(e: Emitter, item: ir.Target, at: b.At) -> ast.expr | None:
    """The target as Python writes it, or None."""
    match item:
        case ir.LocalTarget(var=var) if var not in e.frame.boxes:
            _note_module_variable(e, var)
            return _variable(e, var, at)
        case ir.GlobalTarget(module=module, name=name):
            python = global_name(module, name)
            e.declare_global(python, [], at)
            return b.name(python, at)
        case ir.FieldTarget(name=name) if not mangle(name).startswith("_"):
            return b.attribute(value(e, item.object), mangle(name), at)
    return None


def _scattered(e: Emitter, target: ir.TupleTarget, found: ast.expr, at: b.At) -> list[ast.stmt]:
    """A value whose elements (or fields) go to the targets."""
    if target.fields is not None:
        return _fields(e, target, found, at)
    count = b.constant(len(target.items), at)
    options = []
    if target.slurp is not None:
        options.append(b.keyword("slurp", b.constant(target.slurp, at), at))
    return _spread(e, target, b.call("destructure", [found, count], at, options), at)


def _fields(e: Emitter, target: ir.TupleTarget, found: ast.expr, at: b.At) -> list[ast.stmt]:
    """`(; a, b) = value`."""
    from .values import field

    assert target.fields is not None
    temporary = e.names.region("object")
    made = [b.assign_name(temporary, found, at)]
    for item, name in zip(target.items, target.fields, strict=True):
        made += stored(e, item, field(b.name(temporary, at), name, at), at)
    return made


@statement_of(ir.BroadcastAssign)
def _broadcast(e: Emitter, node: ir.BroadcastAssign, at: b.At) -> list[ast.stmt]:
    target = value(e, node.target)
    if isinstance(node.value, ir.Kernel):
        parts = kernel_parts(e, node.value, at, target)
    else:
        parts = [b.jl("identity", at), target, value(e, node.value)]
    return [b.expression(b.call("broadcast_bang", parts, at), at)]


# ------------------------------------------------------------------------------------ let, try


@statement_of(ir.Let)
def _let(e: Emitter, node: ir.Let, at: b.At) -> list[ast.stmt]:
    if not e.frame.at_module:
        return opened(e, node.body, at)
    return e.as_function("scope", node.body, at)


@statement_of(ir.Try)
def _try(e: Emitter, node: ir.Try, at: b.At) -> list[ast.stmt]:
    if e.frame.at_module and _has_locals(node):
        return e.as_function("attempt", ir.Body((node,)), at)
    body = opened(e, node.body, at) or [b.put(ast.Pass(), at)]
    handlers: list[ast.ExceptHandler] = []
    if node.handler is not None:
        handlers = [_handler(e, node, node.handler, at)]
    orelse = opened(e, node.orelse, at) if node.orelse is not None and handlers else []
    final = opened(e, node.final, at) if node.final is not None else []
    if not handlers and not final:
        final = [b.put(ast.Pass(), at)]
    return [b.put(ast.Try(body, handlers, orelse, final), at)]


def _handler(e: Emitter, node: ir.Try, body: ir.Body, at: b.At) -> ast.ExceptHandler:
    made: list[ast.stmt] = []
    name = e.names.region("exc")
    caught = b.call("caught", [b.name(name, at)], at)
    if node.variable is not None:
        if node.variable in e.tables.boxed:
            caught = b.call("Box", [caught], at)
        made.append(b.assign_name(e.names[node.variable], caught, at))
    else:
        made.append(b.expression(caught, at))
    made += opened(e, body, at)
    return b.put(ast.ExceptHandler(b.name("Exception", at), name, made), at)


def _has_locals(node: ir.Try) -> bool:
    bodies: list[Any] = [node.body, node.handler, node.orelse, node.final]
    return node.variable is not None or any(body and body.locals for body in bodies)


@statement_of(ir.Using)
def _using(e: Emitter, node: ir.Using, at: b.At) -> list[ast.stmt]:
    return []


__all__ = ["left", "statements", "stored"]
