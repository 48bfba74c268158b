"""Which variables a staged region hands to what follows it: the names of its `nonlocal`.

    for i in r; s += i; t = i; end; s   ==>   carried(body) = {s}

A region carries what it sets, if that is read after it or (from before it) within it, and if its
Julia scope encloses the region: what a loop's body declares is fresh in each iteration.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .. import ir
from .regions import AfterLoop, Join, Jump, Tables
from .walk import (
    assigned,
    declared,
    functions,
    modules,
    reads,
    statements_in,
    target_reads,
    target_vars,
)

Vars = frozenset[ir.Var]
_NONE: Vars = frozenset()


def run(module: ir.Module, tables: Tables) -> ir.Module:
    """The module as it is; `tables.carried` is filled."""
    for function in functions(module):
        _Liveness(tables).body(function.body, _NONE, _Exit(_NONE, _NONE))
    for inner in modules(module):
        _Liveness(tables).block(inner.body, _NONE, _Exit(_NONE, _NONE))
    return module


@dataclass(frozen=True, slots=True)
class _Exit:
    """What is live where `break` and `continue` go."""

    broken: Vars
    continued: Vars

    @property
    def either(self) -> Vars:
        return self.broken | self.continued


class _Liveness:
    """Backward over one function; nested functions have a traversal of their own."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.joins: dict[ir.Var, Vars] = {}

    def body(self, body: ir.Body, live: Vars, to: _Exit) -> Vars:
        """What is live before a body; its own variables are not."""
        return self.block(body.statements, live, to) - set(body.locals)

    def block(self, statements: Iterable[Any], live: Vars, to: _Exit) -> Vars:
        """What is live before the statements."""
        listed = tuple(statements)
        for join in listed:
            if isinstance(join, Join):  # in tail position: its end is the end of the statements
                self.joins[join.name] = self.region(join.body, live, to)
        for statement in reversed(listed):
            live = self.statement(statement, live, to)
        return live

    def statement(self, node: Any, live: Vars, to: _Exit) -> Vars:
        """What is live before a statement."""
        match node:
            case ir.Assign():
                after = live - set(target_vars(node.target))
                return after | target_reads(node.target) | reads(node.value)
            case ir.Return():
                return frozenset(reads(node.value))
            case ir.Break():
                return to.broken
            case ir.Continue():
                return to.continued
            case Jump():
                return self.joins[node.name]
            case Join():
                return live
            case ir.If():
                both = self.region(node.then, live, to) | self.region(node.orelse, live, to)
                return both | reads(node.test)
            case ir.For() | ir.While():
                return self.loop(node, live)
            case AfterLoop():
                return self.region(node.rest, live, to)
            case ir.Let():
                return self.body(node.body, live, to)
            case ir.Try():
                return self.try_(node, live, to)
            case ir.DefineModule():
                return live
            case _:
                return live | reads(node)

    def region(self, body: ir.Body, live: Vars, to: _Exit) -> Vars:
        """What is live before a staged region; notes what it carries."""
        before = self.body(body, live, to)
        self.carry(body, live | before | to.either)
        return before

    def carry(self, body: ir.Body, live: Vars) -> None:
        mine = assigned(body) - self.tables.boxed - declared(body)
        inside = list(statements_in(body))
        own = {item.name for item in inside if isinstance(item, Join)}
        for item in inside:
            if isinstance(item, Jump) and item.name not in own:
                live = live | self.joins[item.name]
        wanted = mine & (live | self.tables.late)
        ordered = sorted(wanted, key=_order)
        self.tables.carried[body] = tuple(ordered)

    def loop(self, loop: ir.For | ir.While, after: Vars) -> Vars:
        """What is live before a loop: at its head, by a fixed point over the back edge."""
        head = after | (reads(loop.test) if isinstance(loop, ir.While) else _NONE)
        inner: set[ir.Var] = set()
        if isinstance(loop, ir.For):
            for iteration in loop.iterations:
                inner |= set(target_vars(iteration.target))
        while True:
            before = self.body(loop.body, head, _Exit(after, head)) - inner
            if before <= head:
                break
            head |= before
        own = declared(loop.body)
        outer = assigned(loop) - self.tables.boxed - own
        wanted = outer & (head | self.tables.late)
        self.tables.carried[loop.body] = tuple(sorted(wanted, key=_order))
        if isinstance(loop, ir.For):
            for iteration in loop.iterations:
                head = head | reads(iteration.iterator) | target_reads(iteration.target)
        return frozenset(head - own)

    def try_(self, node: ir.Try, live: Vars, to: _Exit) -> Vars:
        """Control may go from anywhere in the body to the handler."""
        if node.final is not None:
            live = live | self.body(node.final, live, to)
        handler = live
        if node.handler is not None:
            handler = self.body(node.handler, live, to)
            if node.variable is not None:
                handler = handler - {node.variable}
        after = self.body(node.orelse, live, to) if node.orelse is not None else live
        inside = _Exit(to.broken | handler, to.continued | handler)
        return self.body(node.body, after | handler, inside) | handler


def _order(var: ir.Var) -> tuple[int, str]:
    return (var.span.start if var.span is not None else -1, var.name)
