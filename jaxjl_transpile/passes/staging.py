"""Which branches and loops are Python's own: those whose condition is surely a host Bool.

    if n == 0 … end   (n = length(x))   ==>   if n == 0: …
    if x > 0 … end                      ==>   @jl.when(jl.gt(x, 0)) def then(): …

Everything else is staged: a function that the runtime runs, traces or compiles.
"""

from __future__ import annotations

from typing import Any

from .. import ir
from .kinds import kind_of
from .kinds_table import Kind
from .regions import Tables
from .walk import children


def run(module: ir.Module, tables: Tables) -> ir.Module:
    """The module as it is; `tables.plain` is filled."""
    for statement in module.body:
        _top_level(statement, tables)
    _visit(module, tables)
    return module


def _top_level(statement: Any, tables: Tables) -> None:
    """Code outside functions and loops runs once, on the host."""
    if isinstance(statement, ir.If):
        tables.plain.add(statement)
    if isinstance(statement, ir.If | ir.Body | ir.Let | ir.Try):
        for child in children(statement):
            _top_level(child, tables)
    elif isinstance(statement, ir.DefineModule):
        for child in statement.module.body:
            _top_level(child, tables)


def _visit(node: Any, tables: Tables) -> None:
    stack = [node]
    while stack:
        item = stack.pop()
        if isinstance(item, ir.If | ir.Select):
            if kind_of(item.test, tables) is Kind.BOOL:
                tables.plain.add(item)
        elif isinstance(item, ir.Logic) and kind_of(item.left, tables) is Kind.BOOL:
            tables.plain.add(item)
        stack.extend(children(item))
