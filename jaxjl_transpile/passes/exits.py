"""Every exit of a staged region moves to tail position, where a `return` of the region can say it.

    if c; return a; end; rest   ==>   if c; return a; else; rest; end
    if c; x; d && break; end; rest   ==>   join r = rest; if c; x; if d; break; else; r; end
                                           else; r; end
    for …; return v; end; rest   ==>   for …; return v; end, or else: rest

Inside a `try` nothing moves, since what follows the `try` must not run under its handler: branches
and loops whose exits cross a `try` are Python's own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from .. import ir
from .regions import AfterLoop, Join, Jump, Tables
from .walk import children, transform

_BREAKS = (ir.Break, ir.Continue)


def run(module: ir.Module, tables: Tables) -> ir.Module:
    """The module with exits in tail position; `tables.plain` gains what a `try` forces."""
    exits = _Exits(tables)

    def change(node: Any) -> Any:
        if isinstance(node, ir.Function):
            return replace(node, body=exits.body(node.body))
        if isinstance(node, ir.Module):
            return replace(node, body=exits.statements(node.body))
        return node

    changed: ir.Module = transform(module, change, exits.same)
    return changed


def has_exit(node: Any, in_loop: bool = False) -> bool:
    """Whether a statement or body may leave what encloses it: by return, break or continue."""
    if isinstance(node, ir.Return):
        return True
    if isinstance(node, (*_BREAKS, Jump)):  # a jump stays in its loop; its `Join` is looked at
        return not in_loop
    if isinstance(node, ir.For | ir.While):
        return has_exit(node.body, True)
    if isinstance(node, AfterLoop):
        return True
    if isinstance(node, ir.Body | ir.If | ir.Try | ir.Let | Join):
        return any(has_exit(child, in_loop) for child in children(node))
    return False


def leaves(loop: ir.For | ir.While) -> bool:
    """Whether a loop holds a `return`."""
    return has_exit(loop.body, True)


def ends(statements: tuple[ir.Statement, ...]) -> bool:
    """Whether control never reaches the end of the statements."""
    if not statements:
        return False
    last: Any = statements[-1]
    if isinstance(last, ir.Return | ir.Break | ir.Continue | AfterLoop | Jump):
        return True
    if isinstance(last, ir.If):
        return ends(last.then.statements) and ends(last.orelse.statements)
    return isinstance(last, ir.Let) and ends(last.body.statements)


class _Exits:
    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def body(self, body: ir.Body) -> ir.Body:
        """The body with its exits in tail position."""
        return replace(body, statements=self.statements(body.statements))

    def statements(self, statements: tuple[ir.Statement, ...]) -> tuple[ir.Statement, ...]:
        """The statements with exits in tail position."""
        out: list[Any] = []
        for index, statement in enumerate(statements):
            rest = statements[index + 1 :]
            if isinstance(statement, ir.Try):
                out.append(self.plain(statement))
            elif isinstance(statement, ir.For | ir.While):
                loop = self.loop(statement)
                out.append(loop)
                if leaves(statement) and statement not in self.tables.plain:
                    span = statement.span
                    out.append(AfterLoop(loop, ir.Body(self.statements(rest)), span))
                    return tuple(out)
            elif isinstance(statement, ir.If | ir.Let) and self.staged_exit(statement):
                return (*out, *self.moved(statement, rest))
            else:
                out.append(self.inside(statement))
        return tuple(out)

    def staged_exit(self, statement: Any) -> bool:
        """Whether a statement holds an exit that a staged region must say."""
        if isinstance(statement, ir.If):
            if not has_exit(statement):
                return False
            if statement not in self.tables.plain:
                return True
        if isinstance(statement, ir.For | ir.While):
            return leaves(statement) and statement not in self.tables.plain
        if isinstance(statement, ir.Body | ir.If | ir.Let):
            return any(self.staged_exit(child) for child in children(statement))
        return False

    def moved(self, statement: ir.If | ir.Let, rest: tuple[Any, ...]) -> tuple[Any, ...]:
        """The statement with what follows it moved to where control falls through."""
        if isinstance(statement, ir.Let):
            body = statement.body
            inner = replace(body, statements=(*body.statements, *rest))
            return (replace(statement, body=self.body(inner)),)
        then, orelse = statement.then.statements, statement.orelse.statements
        if not rest or (ends(then) and ends(orelse)):
            sides = (then, orelse)
        elif ends(then):
            sides = (then, (*orelse, *rest))
        elif ends(orelse):
            sides = ((*then, *rest), orelse)
        else:
            return self.joined(statement, rest)
        new = replace(
            statement,
            then=replace(statement.then, statements=self.statements(sides[0])),
            orelse=replace(statement.orelse, statements=self.statements(sides[1])),
        )
        self.same(statement, new)
        return (new,)

    def joined(self, statement: ir.If, rest: tuple[Any, ...]) -> tuple[Any, ...]:
        """Both sides may fall through: what follows gets a name."""
        span = rest[0].span
        join = Join(
            ir.Var("rest", ir.VarKind.TEMPORARY, span), ir.Body(self.statements(rest)), span
        )
        jump = Jump(join.name, span)

        def side(body: ir.Body) -> ir.Body:
            goes_on = () if ends(body.statements) else (jump,)
            return replace(body, statements=self.statements((*body.statements, *goes_on)))

        new = replace(statement, then=side(statement.then), orelse=side(statement.orelse))
        self.same(statement, new)
        return (join, new)

    def loop(self, loop: ir.For | ir.While) -> ir.For | ir.While:
        """The loop with the exits of its body in tail position."""
        new = replace(loop, body=self.body(loop.body))
        self.same(loop, new)
        return new

    def inside(self, statement: Any) -> Any:
        """A statement without exits of its own: its loops and branches are gone through."""
        if isinstance(statement, ir.If):
            new: Any = replace(
                statement, then=self.body(statement.then), orelse=self.body(statement.orelse)
            )
            self.same(statement, new)
            return new
        if isinstance(statement, ir.Let):
            return replace(statement, body=self.body(statement.body))
        return statement

    def plain(self, node: Any) -> Any:
        """A `try`: branches and loops in it whose exits cross it are Python's own."""

        def mark(item: Any) -> None:
            if isinstance(item, ir.If) and has_exit(item):
                self.tables.plain.add(item)
            if isinstance(item, ir.For | ir.While) and leaves(item):
                self.tables.plain.add(item)
                for inner in children(item.body):
                    mark(inner)
                return
            if isinstance(item, ir.Body | ir.If | ir.Let | ir.Try):
                for inner in children(item):
                    mark(inner)

        mark(node)
        bodies = {
            name: self.body(body)
            for name in ("body", "handler", "orelse", "final")
            if isinstance(body := getattr(node, name), ir.Body)
        }
        return replace(node, **bodies)

    def same(self, old: Any, new: Any) -> None:
        """What was known of a statement holds for its rewritten form."""
        if old in self.tables.plain:
            self.tables.plain.add(new)
