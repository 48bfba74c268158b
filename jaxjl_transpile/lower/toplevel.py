"""A module's statements: first what they bind, then their code."""

from __future__ import annotations

from .. import ir
from ..syntax.expr import LineNumberNode, Node
from . import (  # noqa: F401
    assigned,
    assignments,
    broadcast,
    calls,
    control,
    functions,
    indexing,
    names,
    quoting,
    types,
)
from .collect import Collected
from .context import Context
from .lowerer import Lowerer, LoweringError
from .modules import ModuleScope


def lower_module(module: ModuleScope, collected: Collected, context: Context) -> ir.Module:
    """The IR of a module, from its expanded expressions."""
    lw = Lowerer(module, context)
    for item in collected.items:
        _statement(lw, item, context)
    body = tuple(lw.out)
    constants = tuple(n for n, kind in module.own.items() if kind != "variable")
    return ir.Module(
        module.path, body, tuple(dict.fromkeys(module.exports)), tuple(module.own), module.doc,
        module.span, constants, tuple(lw.scope.locals),
    )  # fmt: skip


def _statement(lw: Lowerer, item: Node | Collected, context: Context) -> None:
    if isinstance(item, Collected):
        inner = lower_module(item.module, item, context)
        span = item.module.span
        lw.add(ir.DefineModule(inner, span))
        if item.module.own.get("__init__") == "function":
            start = ir.Global(item.module.path, "__init__", span)
            lw.add(ir.Do(ir.Call(start, (), span=span), span))
        return
    if isinstance(item, LineNumberNode):
        return
    before = len(lw.out)
    scope = lw.scope
    known = dict(scope.names)
    try:
        _thunk_locals(lw, item)
        lw.effect(item)
    except LoweringError:
        del lw.out[before:]
        lw.scope = scope
    scope.names = known


def _thunk_locals(lw: Lowerer, item: Node) -> None:
    """A name declared `local` at top level lives as long as its statement."""
    for name, span in assigned.scan(item).locals.items():
        lw.new_local(name, span)
