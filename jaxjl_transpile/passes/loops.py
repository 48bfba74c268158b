"""Loops and branches in the form that the later passes know.

while (setup; test) body end   ==>   while true; setup; test || break; body end
for … return a … end; return a   ==>   for … break … end; return a      (a is never rebound)
if c; x = a; else; x = b; end   ==>   x = c ? a : b;   so too for two returns
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

from .. import ir
from .regions import Tables
from .walk import assigned, functions, parameters, transform


def run(module: ir.Module, tables: Tables) -> ir.Module:
    """The module with simpler loops."""
    constant: set[ir.Var] = set()
    for function in functions(module):
        constant |= {p.var for p in parameters(function)} - assigned(function.body)
    constant -= tables.boxed

    def change(node: Any) -> Any:
        if isinstance(node, ir.While) and node.setup.statements:
            return _while_true(node)
        if isinstance(node, ir.Body):
            return _same_return(node, constant)
        if isinstance(node, ir.If):
            return _select(node)
        return node

    changed: ir.Module = transform(module, change)
    return changed


def _while_true(loop: ir.While) -> ir.While:
    leave = ir.If(loop.test, ir.Body(()), ir.Body((ir.Break(loop.span),)), loop.span)
    body = ir.Body(
        (*loop.setup.statements, leave, *loop.body.statements),
        (*loop.setup.locals, *loop.body.locals),
    )
    return replace(loop, setup=ir.Body(()), test=ir.Const(True, loop.span), body=body)


def _select(node: ir.If) -> ir.Statement:
    """A branch whose sides only give one variable a value, or return one, as a value."""
    then, orelse = _only(node.then), _only(node.orelse)
    if isinstance(then, ir.Return) and isinstance(orelse, ir.Return):
        select = ir.Select(node.test, then.value, orelse.value, node.span)
        return ir.Return(select, node.span)
    if isinstance(then, ir.Assign) and isinstance(orelse, ir.Assign):
        a, b = then.target, orelse.target
        if isinstance(a, ir.LocalTarget) and isinstance(b, ir.LocalTarget) and a.var is b.var:
            select = ir.Select(node.test, then.value, orelse.value, node.span)
            return ir.Assign(a, select, node.span)
    return node


def _only(body: ir.Body) -> ir.Statement | None:
    return body.statements[0] if len(body.statements) == 1 and not body.locals else None


def _same_return(body: ir.Body, constant: set[ir.Var]) -> ir.Body:
    """Returns in a loop that say what the statement after it says become breaks."""
    statements = list(body.statements)
    changed = False
    for index, (loop, after) in enumerate(pairwise(body.statements)):
        if not isinstance(loop, ir.For | ir.While) or not isinstance(after, ir.Return):
            continue
        value = after.value
        if isinstance(value, ir.Local) and value.var in constant:
            new = _breaks(loop.body, value.var)
            if new is not loop.body:
                statements[index] = replace(loop, body=new)
                changed = True
    return replace(body, statements=tuple(statements)) if changed else body


def _breaks(body: ir.Body, var: ir.Var) -> ir.Body:
    """The body with `return var` replaced by `break`, outside inner loops and functions."""

    def change(statement: ir.Statement) -> ir.Statement:
        if isinstance(statement, ir.Return):
            value = statement.value
            if isinstance(value, ir.Local) and value.var is var:
                return ir.Break(statement.span)
        elif isinstance(statement, ir.If):
            then, orelse = _breaks(statement.then, var), _breaks(statement.orelse, var)
            if then is not statement.then or orelse is not statement.orelse:
                return replace(statement, then=then, orelse=orelse)
        return statement

    statements = tuple(change(s) for s in body.statements)
    if all(a is b for a, b in zip(statements, body.statements, strict=True)):
        return body
    return replace(body, statements=statements)
