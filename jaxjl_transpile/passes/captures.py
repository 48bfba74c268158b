"""Which variables live in a `Box`.

    n = 0; () -> (n += 1)   ==>   n = jl.Box(0); a function that sets n.value

Julia's own rule: a variable that a function captures and that is bound more than once, or bound by
the capturing function, is shared by reference. A loop's body is no function.
"""

from __future__ import annotations

from typing import Any

from .. import ir
from .regions import Tables
from .walk import assigned, children, declared, free, parameters, target_vars


def run(module: ir.Module, tables: Tables) -> ir.Module:
    """The module as it is; `tables.captured`, `tables.boxed` and `tables.late` are filled."""
    search = _Search(tables)
    search.visit(module, frozenset())
    for var in tables.captured:
        if var in search.bound_inside or search.bindings.get(var, 0) > 1:
            tables.boxed.add(var)
    return module


class _Search:
    """Counts the bindings of each variable, and notes which are made by a capturing function."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.bindings: dict[ir.Var, int] = {}
        self.bound_inside: set[ir.Var] = set()
        self.held: set[ir.Var] = set()  # what the functions passed so far capture

    def visit(self, node: Any, captured: frozenset[ir.Var]) -> None:
        """Goes through a node of a function that captures the variables given."""
        if isinstance(node, ir.Function):
            captured = free(node)
            self.tables.captured |= captured
            self._bind([p.var for p in parameters(node)], frozenset())
        elif isinstance(node, ir.For | ir.While):
            # What a loop sets of the variables outside it, it sets many times.
            self._bind(assigned(node) - declared(node), captured)
        elif isinstance(node, ir.Assign | ir.Iteration):
            self._bind(target_vars(node.target), captured)
        elif isinstance(node, ir.Try) and node.variable is not None:
            self._bind([node.variable], captured)
        elif isinstance(node, ir.DefineMethod) and isinstance(node.target, ir.Local):
            # Several methods of a local function are one binding.
            self.bindings.setdefault(node.target.var, 1)
            if node.target.var in self.held:
                self.tables.late.add(node.target.var)
        for child in children(node):
            self.visit(child, captured)
        if isinstance(node, ir.Function):
            self.held |= captured

    def _bind(self, variables: Any, captured: frozenset[ir.Var]) -> None:
        for var in variables:
            self.bindings[var] = self.bindings.get(var, 0) + 1
            if var in captured:
                self.bound_inside.add(var)
            if var in self.held:
                self.tables.late.add(var)
