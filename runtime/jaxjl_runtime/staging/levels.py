"""A level: one staged region while it is traced, and what the trace found.

The first touch of a cell older than the level puts tracers in its place (*lifts* it); they become
inputs of the region's jaxpr. After the trace every lifted cell holds again what it held before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import jax
import numpy as np

from .. import _compat
from ..array import JaxArray
from ..cell import Cell, NotStageable, innermost, new_serial, pop, push
from .spec import Flattener, Spec, convert, count, leaf_types, strong_leaf, unflatten

__all__ = ["Level", "Lifted", "Region", "entry_leaves", "run_region", "trace_region"]


class Lifted:
    """A cell that a region touched: the spec of its data on entry, and after."""

    __slots__ = ("after", "cell", "old", "spec")

    def __init__(self, cell: Cell, spec: Spec, old: Any) -> None:
        self.cell = cell
        self.spec = spec
        self.old = old
        self.after: Spec | None = None  # None: only read


def _data_of(spec: Spec, leaves: list[Any]) -> Any:
    return unflatten(spec, iter(leaves), lambda buffer, number, bit: JaxArray(buffer, bit))


def _is_buffer(data: Any) -> bool:
    return isinstance(data, (np.ndarray, jax.Array))


def flatten_data(data: Any, serial: float, *, numbers: bool = False) -> tuple[Spec, list[Any]]:
    """The spec and leaves of a cell's data: a buffer, or what a variable holds."""
    if _is_buffer(data):
        return ("n", np.dtype(jax.dtypes.canonicalize_dtype(data.dtype)), data.shape), [data]
    flat = Flattener(numbers=numbers, serial=serial)
    return flat(data), flat.leaves


class Level:
    """The journal of one region while it is traced; `root` is that of a whole jitted function, and
    in a `pure` one nothing may be printed."""

    def __init__(self, forced: dict[int, Spec], root: bool = False, pure: bool = False) -> None:
        self.root = root
        self.pure = pure
        self.outer: Level | None = innermost()
        self.serial = new_serial()
        self.forced = forced
        self.lifted: dict[int, Lifted] = {}
        self.mutated: dict[int, Lifted] = {}
        self.trace: Any = None
        self.unsettled = False  # an unset variable was read: its type is not known yet

    def read(self, cell: Cell) -> Any:
        """What the region sees of an older cell."""
        if id(cell) not in self.lifted:
            self._lift(cell)
        return cell._data

    def write(self, cell: Cell, new: Any) -> None:
        """Write an older cell, and note it."""
        lifted = self.lifted.get(id(cell)) or self._lift(cell)
        if _is_buffer(cell._data) and (
            new.shape != lifted.spec[2]
            or jax.dtypes.canonicalize_dtype(new.dtype) != lifted.spec[1]
        ):
            raise NotStageable("an array changes its size")
        self.mutated[id(cell)] = lifted
        cell._data = new

    def _lift(self, cell: Cell) -> Lifted:
        outer = self.outer
        if outer is not None and cell.serial < outer.serial:
            outer.read(cell)  # what is forced there is a tracer here, too
        data = cell._data
        spec = self.forced.get(id(cell))
        if spec is None:
            spec, _ = flatten_data(data, self.serial)
        lifted = self.lifted[id(cell)] = Lifted(cell, spec, data)
        if count(spec):
            tracers = [_compat.new_input(self.trace, t.shape, t.dtype) for t in leaf_types(spec)]
            cell._data = tracers[0] if _is_buffer(data) else _data_of(spec, tracers)
        return lifted

    def restore(self) -> None:
        """Give every cell back what it held before the region."""
        for lifted in self.lifted.values():
            lifted.cell._data = lifted.old


class Region:
    """A traced region: `jaxpr(arguments…, lifted leaves…) -> (outputs…, mutated leaves…)`."""

    __slots__ = ("consts", "jaxpr", "lifted", "mutated", "outputs", "serial", "unsettled")

    def __init__(self, level: Level) -> None:
        self.serial = level.serial
        self.lifted = list(level.lifted.values())
        self.mutated = list(level.mutated.values())
        self.unsettled = level.unsettled
        self.jaxpr: Any = None
        self.consts: list[Any] = []
        self.outputs = 0


def trace_region(
    function: Callable[..., Sequence[Any]],
    types: Iterable[jax.ShapeDtypeStruct],
    forced: dict[int, Spec] | None = None,
    *,
    root: bool = False,
    pure: bool = False,
) -> Region:
    """Trace `function(*leaves) -> leaves` once as a level of its own."""
    level = Level(forced or {}, root, pure)
    outputs = 0

    def run(*arguments: Any) -> list[Any]:
        nonlocal outputs
        level.trace = _compat.current_trace()
        results = list(function(*arguments))
        outputs = len(results)
        for lifted in level.mutated.values():
            lifted.after, leaves = flatten_data(lifted.cell._data, level.serial)
            results.extend(leaves)
        return [strong_leaf(leaf) for leaf in results]

    push(level)
    try:
        jaxpr, consts = _compat.trace_to_jaxpr(run, list(types))
    finally:
        pop(level)
        level.restore()
    region = Region(level)
    region.jaxpr, region.consts, region.outputs = jaxpr, consts, outputs
    return region


def entry_leaves(lifted: Lifted, serial: float, *, numbers: bool = False) -> list[Any]:
    """What a lifted cell holds outside the region, as leaves of the region's input."""
    spec, leaves = flatten_data(lifted.cell.read(), serial, numbers=numbers)
    return convert(spec, iter(leaves), lifted.spec)


def run_region(
    region: Region, arguments: Sequence[Any], lifted: Sequence[Any], consts: Any = None
) -> list[Any]:
    """The outputs and the mutated leaves of the region, as equations of the current trace."""
    consts = region.consts if consts is None else consts
    return _compat.eval_jaxpr(region.jaxpr, consts, *arguments, *lifted)


def split_mutated(region: Region, leaves: Sequence[Any]) -> list[list[Any]]:
    """The leaves that follow a region's outputs, by mutated cell."""
    rest = iter(leaves)
    return [[next(rest) for _ in range(count(m.after or m.spec))] for m in region.mutated]


def commit(cell: Cell, spec: Spec, leaves: list[Any], choose: Any = None) -> None:
    """Write what a region left in a cell to the cell, outside the region."""
    if _is_buffer(cell.peek()):
        cell.write(leaves[0])
        return
    make = lambda buffer, number, bit: JaxArray(buffer, bit)  # noqa: E731
    cell.write(unflatten(spec, iter(leaves), make, choose))
