"""IR -> IR and facts: the passes between lowering and the emitter, in their order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .. import ir
from . import captures, carried, exits, kinds, loops, staging, undefined, walk
from .regions import AfterLoop, Analysed, Join, Jump, Tables

Pass = Callable[[ir.Module, Tables], ir.Module]

PASSES: tuple[Pass, ...] = (
    captures.run,
    loops.run,
    kinds.run,
    staging.run,
    exits.run,
    carried.run,
    undefined.run,
)


def run(program: ir.Program) -> Analysed:
    """The rewritten program and what the passes found out about it."""
    tables = Tables()
    module = program.module
    for step in PASSES:
        module = step(module, tables)
    walk.forget()
    return Analysed(replace(program, module=module), tables)


__all__ = ["PASSES", "AfterLoop", "Analysed", "Join", "Jump", "Tables", "run"]
