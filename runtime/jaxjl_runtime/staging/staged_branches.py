"""Branches on traced conditions: both sides are traced and joined.

A side that surely throws is left out: what remains is what the program does where it does not throw
(`JAXJL_CHECK=1` adds the check). Sides that are cheap and cannot fail become selects, the others
`lax.cond`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax

from ..array import JaxArray
from ..cell import NotStageable, StagingError, innermost, nested
from ..exceptions import JuliaException, MethodError
from ..numbers import NotScalar, to_device
from .checks import check
from .closures import Place, places
from .defined import MaybeDefined, UndefinedInRegion
from .exits import BREAK, BROKE, FALL, LEFT, NORMAL, UNDEF, Exit, Leave, Traced
from .guarded import guarded_eval, is_cheap
from .levels import Region, commit, entry_leaves, run_region, split_mutated, trace_region
from .phi import PhiArray
from .spec import Builder, Flattener, Spec, convert, join, leaf_types
from .sunk import Chain, Unsunk, apply_writes, chain_eval, padded

__all__ = ["staged_branch"]

Thunk = Callable[[], Any]


class _Side:
    """One traced side: its region, the spec of its result and of each variable after it."""

    def __init__(self, thunk: Thunk, variables: list[Place]) -> None:
        self.error: JuliaException | None = None
        self.specs: list[Spec] = []
        self.exits = False

        def run() -> list[Any]:
            level = innermost()
            result = thunk()
            flat = Flattener(numbers=False, serial=level.serial)
            self.exits = isinstance(result, Exit)
            self.specs = [flat(x) for x in (*_outcome(result), *(p.get() for p in variables))]
            return flat.leaves

        try:
            self.region: Region | None = trace_region(run, [])
        except MethodError:
            raise
        except JuliaException as error:
            self.error, self.region = error, None
            level = innermost()
            if isinstance(error, UndefinedInRegion) and level is not None:
                level.unsettled = True
        finally:
            for place in variables:
                place.restore()


def _outcome(result: Any) -> tuple[Any, Any, Any]:
    """A region's result as (plain value, exit code, value left with)."""
    if isinstance(result, Exit):
        return UNDEF, result.code, result.value
    return result, FALL, UNDEF


def staged_branch(
    predicate: Any, then: Thunk, otherwise: Thunk, owners: tuple[Thunk, ...] = ()
) -> Any:
    """The result of the side that the traced `predicate` takes; both sides' effects are joined.

    `owners` are further functions whose variables the sides rebind.
    """
    if predicate.ndim:
        from .lanes import lanes_branch

        return lanes_branch(predicate, then, otherwise)
    try:
        return joined_branch(predicate, then, otherwise, owners)
    except NotStageable as reason:
        if not nested() and not isinstance(reason, NotScalar):
            raise StagingError(f"a branch on a traced condition: {reason}") from None
        raise


def joined_branch(
    predicate: Any,
    then: Thunk,
    otherwise: Thunk,
    owners: tuple[Thunk, ...] = (),
    *,
    select: bool = False,
) -> Any:
    """The branch; with `select`, both sides run on every lane of the predicate."""
    variables = places(then, otherwise, *owners)
    sides = (_Side(then, variables), _Side(otherwise, variables))
    if sides[0].error is not None and sides[1].error is not None:
        raise sides[0].error
    for side, holds in zip(sides, (~predicate, predicate), strict=True):
        if side.error is not None:
            error = side.error
            check(holds, lambda error=error: error)
    return _Join(predicate, sides, variables, select).finish()


class _Join:
    def __init__(
        self, predicate: Any, sides: tuple[_Side, _Side], variables: list[Place], select: bool
    ) -> None:
        self.predicate = predicate
        self.select = select
        self.variables = variables
        self.alive = [s for s in sides if s.region is not None]
        self.only = None if len(self.alive) == 2 else sides.index(self.alive[0])
        first = self.alive[0].specs
        last = self.alive[-1].specs
        if self.alive[0].exits != self.alive[-1].exits:
            first, last = (_as_exit(s) for s in self.alive)
        self.specs = [join(a, b, branch=True) for a, b in zip(first, last, strict=True)]
        self.have = (first, last)
        self.exits = any(s.exits for s in self.alive)
        self.mutated = self._join_mutated()

    def _join_mutated(self) -> list[tuple[Any, Spec, list[Spec]]]:
        """Each cell that a side mutates, the joined spec, and the spec on each side."""
        cells = {id(m.cell): m for s in self.alive for m in s.region.mutated}
        found = []
        for key, lifted in cells.items():
            own = []
            for side in self.alive:
                mine = next((m for m in side.region.mutated if id(m.cell) == key), None)
                own.append(mine.after if mine is not None else lifted.spec)
            found.append((lifted.cell, join(own[0], own[-1], branch=True), own))
        return found

    def finish(self) -> Any:
        """Build the branch, write what it mutated, set its variables; the result."""
        inputs = [self._inputs(side) for side in self.alive]
        if self.only is not None:
            return self.commit(iter(self._side(0, inputs[0])()))
        if self.mutated and not self.select:
            try:
                return Sunk(self, inputs).finish()
            except Unsunk:
                pass
        runs = [self._side(k, inputs[k]) for k in range(2)]
        cheap = not self.mutated and all(is_cheap(s.region.jaxpr) for s in self.alive)
        return self.commit(iter(self.choose(runs, self.select or cheap)))

    def choose(self, runs: list[Callable[[], list[Any]]], select: bool) -> list[Any]:
        """The leaves of the side that is taken."""
        if not select:
            return lax.cond(self.predicate, *runs)
        a, b = (run() for run in runs)
        return [jnp.where(self.predicate, x, y) for x, y in zip(a, b, strict=True)]

    def _inputs(self, side: _Side) -> list[Any]:
        return [
            leaf
            for lifted in side.region.lifted
            for leaf in entry_leaves(lifted, side.region.serial)
        ]

    def _side(self, k: int, inputs: list[Any]) -> Callable[[], list[Any]]:
        side = self.alive[k]
        region = side.region
        holds = self.predicate if k == 0 else ~self.predicate

        def run() -> list[Any]:
            if self.only is None:
                results = guarded_eval(region.jaxpr, region.consts, inputs, holds)
            else:
                results = run_region(region, [], inputs)
            leaves = self.plain_leaves(k, results)
            for cell, want, own in self.mutated:
                got = self.left_in(side, cell, results)
                leaves += convert(own[k], iter(got), want, k == 1)
            return leaves

        return run

    def plain_leaves(self, k: int, results: list[Any]) -> list[Any]:
        """The leaves of the result and the variables after a side, as both sides give them."""
        out = iter(results[: self.alive[k].region.outputs])
        return [
            leaf
            for have, want in zip(self.have[k], self.specs, strict=True)
            for leaf in convert(have, out, want, k == 1)
        ]

    def left_in(self, side: _Side, cell: Any, results: list[Any]) -> list[Any]:
        """The leaves of what a side leaves in a cell."""
        region = side.region
        parts = split_mutated(region, results[region.outputs :])
        for lifted, leaves in zip(region.mutated, parts, strict=True):
            if lifted.cell is cell:
                return leaves
        return self._untouched(side, cell)

    def _untouched(self, side: _Side, cell: Any) -> list[Any]:
        """The leaves of a cell that this side does not mutate."""
        other = next(m for s in self.alive for m in s.region.mutated if id(m.cell) == id(cell))
        return entry_leaves(other, side.region.serial)

    def commit(self, leaves: Any) -> Any:
        """Write what the branch mutated, set its variables; the result."""

        def choose(a: Any, b: Any) -> Any:
            if isinstance(a, JaxArray):
                return PhiArray(self.predicate, a, b)
            return _either(self.predicate, a, b)

        arrays: dict[int, JaxArray] = {}

        def make(buffer: Any, number: int, bit: bool) -> JaxArray:
            arrays[number] = JaxArray(buffer, bit)
            return arrays[number]

        build = Builder(leaves, make, choose)
        value, code, left = (build(spec) for spec in self.specs[:3])
        for place, spec in zip(self.variables, self.specs[3:], strict=True):
            place.set(build(spec))
        for cell, spec, _ in self.mutated:
            commit(cell, spec, [next(leaves) for _ in leaf_types(spec)], choose)
        return _result(value, code, left) if self.exits else value


class Sunk:
    """A branch whose writes to arrays are made after it (see `sunk.py`)."""

    def __init__(self, branch: _Join, inputs: list[list[Any]]) -> None:
        self.branch = branch
        self.inputs = inputs
        self.buffers = [(c, s, o) for c, s, o in branch.mutated if _is_buffer(c.peek())]
        self.others = [(c, s, o) for c, s, o in branch.mutated if not _is_buffer(c.peek())]
        if not self.buffers:
            raise Unsunk
        self.form: list[tuple[int, tuple[int, ...], list[Any]]] = []

    def finish(self) -> Any:
        """Build the branch, make the writes; the result."""
        sides = [self._evaluator(k) for k in range(2)]
        self._find_form(sides)
        cheap = all(
            is_cheap(s.region.jaxpr, frozenset(("dynamic_update_slice",)))
            for s in self.branch.alive
        )
        runs = [lambda k=k: self._leaves(k, sides[k]()) for k in range(2)]
        leaves = iter(self.branch.choose(runs, cheap))
        result_leaves = [next(leaves) for s in self.branch.specs for _ in leaf_types(s)]
        other = [[next(leaves) for _ in leaf_types(spec)] for _, spec, _ in self.others]
        for (cell, _, _), (number, _, kinds) in zip(self.buffers, self.form, strict=True):
            buffer = to_device(cell.read())
            cell.write(apply_writes(buffer, leaves, number, len(kinds)))
        mutated, self.branch.mutated = self.branch.mutated, self.others
        try:
            flat = [leaf for part in other for leaf in part]
            return self.branch.commit(iter((*result_leaves, *flat)))
        finally:
            self.branch.mutated = mutated

    def _evaluator(self, k: int) -> Callable[[], list[Any]]:
        branch, side = self.branch, self.branch.alive[k]
        region = side.region
        cells = {id(cell) for cell, _, _ in self.buffers}
        places, position = set(), 0
        for lifted in region.lifted:
            if id(lifted.cell) in cells:
                places.add(position)
            position += len(leaf_types(lifted.spec))
        holds = branch.predicate if k == 0 else ~branch.predicate
        return lambda: chain_eval(region.jaxpr, region.consts, self.inputs[k], places, holds)

    def _find_form(self, sides: list[Callable[[], list[Any]]]) -> None:
        """How many writes of which shape each array gets: seen by a trace that is thrown away."""
        found: list[list[tuple[int, Any, Any]]] = []

        def look() -> list[Any]:
            for k in range(2):
                results = sides[k]()
                row = []
                for cell, _, _ in self.buffers:
                    chain = self._chain(k, cell, results)
                    first = chain.writes[0] if chain.writes else None
                    kinds = first and [np.dtype(s.dtype) for s in first[1]]
                    row.append((len(chain.writes), first and first[0].shape, kinds))
                found.append(row)
            return []

        jax.eval_shape(look)
        for a, b in zip(*found, strict=True):
            if a[1] is not None and b[1] is not None and a[1] != b[1]:
                raise Unsunk
            shape, kinds = (a if a[1] is not None else b)[1:]
            if shape is None:
                raise Unsunk
            self.form.append((max(a[0], b[0]), shape, kinds))

    def _chain(self, k: int, cell: Any, results: list[Any]) -> Chain:
        (value,) = self.branch.left_in(self.branch.alive[k], cell, results)
        if not isinstance(value, Chain):
            value = Chain(value) if not any(m.cell is cell for m in self._mutated(k)) else None
        if value is None:
            raise Unsunk
        return value

    def _mutated(self, k: int) -> list[Any]:
        return self.branch.alive[k].region.mutated

    def _leaves(self, k: int, results: list[Any]) -> list[Any]:
        side = self.branch.alive[k]
        if any(isinstance(x, Chain) for x in results[: side.region.outputs]):
            raise Unsunk
        leaves = self.branch.plain_leaves(k, results)
        for cell, want, own in self.others:
            leaves += convert(own[k], iter(self.branch.left_in(side, cell, results)), want, k == 1)
        for (cell, _, _), (number, shape, kinds) in zip(self.buffers, self.form, strict=True):
            leaves += padded(self._chain(k, cell, results), number, shape, kinds)
        return leaves


def _is_buffer(data: Any) -> bool:
    return isinstance(data, (np.ndarray, jax.Array))


def _either(predicate: Any, f: Any, g: Any) -> Any:
    """A function that is `f` where the predicate holds, else `g`."""

    def either(*args: Any, **keywords: Any) -> Any:
        return staged_branch(predicate, lambda: f(*args, **keywords), lambda: g(*args, **keywords))

    return either


def _as_exit(side: _Side) -> list[Spec]:
    """The side's specs with its plain result left out: it falls through."""
    return [("u",), *side.specs[1:]]


def _result(value: Any, code: Any, left: Any) -> Any:
    if isinstance(left, MaybeDefined):
        left = left.value
    if isinstance(code, int):
        if code == LEFT:
            return Leave(left)
        return BREAK if code == BROKE else NORMAL
    return Traced(code, left)
