"""What passes know and add: the side tables, and the statements that give exits their place.

Facts never sit on nodes: a pass that rewrites makes new nodes, and stale facts stay behind.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeAlias

from .. import ir
from ..syntax.source import Span
from .kinds_table import Kind
from .walk import register


@register
@ir.node
class AfterLoop:
    """What follows a loop that may leave the function: runs only if the loop did not leave."""

    loop: ir.For | ir.While
    rest: ir.Body
    span: Span | None = None


@register
@ir.node
class Join:
    """A piece of code that several branches go on with; each of them ends in a `Jump`."""

    name: ir.Var
    body: ir.Body
    span: Span | None = None


@register
@ir.node
class Jump:
    """Goes on with the `Join` of this name, in tail position."""

    name: ir.Var
    span: Span | None = None


Loop: TypeAlias = "ir.For | ir.While"


@dataclass(slots=True)
class Tables:
    """What the passes found out, keyed by node or variable."""

    boxed: set[ir.Var] = field(default_factory=set)
    captured: set[ir.Var] = field(default_factory=set)
    late: set[ir.Var] = field(default_factory=set)  # captured before they are set
    kinds: dict[ir.Var, Kind] = field(default_factory=dict)
    extended: frozenset[str] = frozenset()
    plain: set[Any] = field(default_factory=set)
    carried: dict[ir.Body, tuple[ir.Var, ...]] = field(default_factory=dict)
    initial: dict[ir.Body, tuple[ir.Var, ...]] = field(default_factory=dict)
    module_initial: dict[ir.Module, tuple[ir.Var, ...]] = field(default_factory=dict)
    checked: set[ir.Local] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Analysed:
    """The rewritten program and the tables that the emitter reads."""

    program: ir.Program
    tables: Tables
