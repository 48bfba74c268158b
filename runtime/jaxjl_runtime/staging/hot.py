"""The compiled rest of a hot loop."""

from __future__ import annotations

from collections.abc import Callable
from types import CellType, CodeType
from typing import Any

import jax
import numpy as np
from jax import lax

from ..cell import Cell, NotStageable, StagingError
from ..exceptions import JuliaException
from ..numbers import JaxNumber, number
from .canonical import Canonical
from .closures import Place, places
from .composite import decompose
from .exits import BREAK, BROKE, FALL, LEFT, NORMAL, UNDEF, Exit, Leave
from .guarded import exact_branches
from .levels import Region, commit, flatten_data, split_mutated, trace_region
from .phi import PhiArray
from .spec import Builder, Flattener, Spec, leaf_types
from .watched import watched_eval
from .while_loops import loop_kind

__all__ = ["STATS", "HotLoop", "compiled_rest"]

STATS = {"compiled": 0, "reused": 0}
_entries: dict[Any, list[_Entry] | None] = {}
_with_integers: dict[CodeType, bool] = {}
_BYTES_EACH = 2000  # how many bytes of arrays one iteration is worth copying


class HotLoop:
    """A loop that runs in Python: its functions and its range (or array)."""

    def __init__(
        self,
        body: Any,
        condition: Any,
        start: int | None,
        step: int,
        length: int,
        array: Any,
        code: CodeType,  # what the loop is known by: that of the body in the program
    ) -> None:
        self.body, self.condition, self.code = body, condition, code
        self.start, self.step, self.length, self.array = start, step, length, array
        self.refused = False

    @property
    def functions(self) -> tuple[Callable[..., Any], ...]:
        """The functions whose variables the loop rebinds."""
        return (self.body,) if self.condition is None else (self.body, self.condition)


class _Entry:
    """One compilation of a loop's rest."""

    def __init__(self, region: Region, found: dict[str, Any], canonical: Canonical) -> None:
        self.region = region
        self.specs: list[Spec] = found["specs"]
        self.globals = canonical.globals
        order = {id(cell): k for k, cell in enumerate(canonical.cells)}
        self.cells = [
            (order[id(x.cell)], None) if id(x.cell) in order else (None, x.cell)
            for x in region.lifted
        ]
        jaxpr = region.jaxpr

        def run(consts: Any, leaves: Any) -> Any:
            return watched_eval(jaxpr, consts, leaves)

        self.run = jax.jit(run)

    def holds(self) -> bool:
        """Whether the globals that the compilation took in are still what they were."""
        return all(names.get(name) is value for names, name, value in self.globals)

    def lifted(self, cells: list[Any]) -> list[Any] | None:
        """The leaves of the arrays and variables outside, `None` if one is of another type."""
        leaves: list[Any] = []
        for (index, cell), lifted in zip(self.cells, self.region.lifted, strict=True):
            spec, own = flatten_data(self.cell(index, cell, cells).read(), float("inf"))
            if spec != lifted.spec:
                return None
            leaves += own
        return leaves

    @staticmethod
    def cell(index: int | None, cell: Cell | None, cells: list[Any]) -> Any:
        """The cell of this call."""
        return cell if index is None else cells[index]


def compiled_rest(loop: HotLoop, done: int, *, only_cached: bool = False) -> Exit | None:
    """Run what is left of a loop after `done` iterations in compiled code, or give `None`.

    `loop.refused` tells that no later attempt will succeed either.
    """
    code = loop.code
    try:
        canonical, variables, key, carried = _key(loop, _with_integers.get(code, False))
        if _too_big(canonical, loop):
            return None
        entries = _entries.get(key, [])
        if entries is None:
            loop.refused = True
            return None
        for entry in entries:
            lifted = entry.lifted(canonical.cells) if entry.holds() else None
            if lifted is not None:
                STATS["reused"] += 1
                return _run(entry, loop, done, canonical, variables, carried, lifted)
        if only_cached:
            return None
        if code in _with_integers and not _with_integers[code]:
            _with_integers[code] = True  # the second time with other integers: make them inputs
            return compiled_rest(loop, done)
        _with_integers.setdefault(code, False)
        entry = _compile(loop, canonical, carried)
        _entries.setdefault(key, []).append(entry)  # type: ignore[union-attr]
        lifted = entry.lifted(canonical.cells)
        if lifted is None:
            return None
        return _run(entry, loop, done, canonical, variables, carried, lifted)
    except (NotStageable, StagingError, JuliaException, jax.errors.JAXTypeError, TypeError):
        loop.refused = not only_cached
        return None


def _key(loop: HotLoop, integers: bool) -> tuple[Canonical, list[Place], Any, Flattener]:
    canonical = Canonical(integers=integers)
    functions = canonical.key(*loop.functions)
    array = canonical.value(loop.array) if loop.array is not None else None
    variables = places(*loop.functions)
    if any(type(p.cell) is not CellType for p in variables):
        raise NotStageable("a global variable")
    carried = Flattener(numbers=True, serial=float("inf"))
    specs = tuple(carried(p.get()) for p in variables)
    key = (functions, array, specs, loop.step, loop.start is None, loop.condition is None)
    return canonical, variables, key, carried


def _too_big(canonical: Canonical, loop: HotLoop) -> bool:
    if loop.condition is not None:
        return False
    size = sum(c.peek().nbytes for c in canonical.cells if hasattr(c.peek(), "nbytes"))
    return size > _BYTES_EACH * loop.length


def _compile(loop: HotLoop, canonical: Canonical, carried: Flattener) -> _Entry:
    """Trace and compile the rest of the loop as a level of its own."""
    STATS["compiled"] += 1
    found: dict[str, Any] = {}
    old = places(*loop.functions)
    specs = [Flattener(numbers=True, serial=float("inf"))(p.get()) for p in old]
    types = [t for s in specs for t in leaf_types(s)]
    integer = jax.ShapeDtypeStruct((), np.int64)
    numbers = Flattener(numbers=True, serial=float("inf"))
    input_types = [leaf_types(numbers(x))[0] for x in canonical.inputs]

    def run(begin: Any, end: Any, low: Any, *leaves: Any) -> list[Any]:
        state, inputs = leaves[: len(types)], list(leaves[len(types) :])
        functions, cells = canonical.rebuild(loop.functions, inputs)
        build = Builder(iter(state), _no_array)
        fresh = [Place(p.name, cells[id(p.cell)]) for p in old]
        for place, spec in zip(fresh, specs, strict=True):
            place.set(build(spec))
        outcome = _rest(loop, functions, begin, end, low)
        flat = Flattener(numbers=True, serial=float("inf"))
        value = outcome.value if isinstance(outcome, Exit) else UNDEF
        code = outcome.code if isinstance(outcome, Exit) else FALL
        results = [*(p.get() for p in fresh), value]
        if any(map(_holds_choice, results)):
            raise NotStageable("a variable that holds one of two arrays")
        found["specs"] = [*map(flat, results), flat(code)]
        return flat.leaves

    with loop_kind("lax"), exact_branches():
        arguments = [integer, integer, integer, *types, *input_types]
        region = trace_region(run, arguments, root=True, pure=True)
    return _Entry(region, found, canonical)


def _holds_choice(x: Any) -> bool:
    """Whether a value is, or holds, an array that only the trace tells from another."""
    if isinstance(x, PhiArray):
        return True
    parts = decompose(x)
    return parts is not None and any(map(_holds_choice, parts[1]))


def _no_array(buffer: Any, index: int, bit: bool) -> Any:
    raise NotStageable("a carried array")


def _rest(loop: HotLoop, functions: list[Any], begin: Any, end: Any, low: Any) -> Any:
    """Stage the rest of the loop with the rebuilt functions."""
    from .staged_while import run_from, staged_while

    if loop.condition is not None:
        body, condition = functions
        return staged_while(condition, body, first=lax.eq(begin, begin))
    (body,) = functions
    if loop.start is None:
        from .positional import positional

        _, get = positional(loop.array)
    else:
        step = np.int64(loop.step)

        def get(k: JaxNumber) -> JaxNumber:
            return JaxNumber(low + k.buffer * step if loop.step != 1 else low + k.buffer)

    return run_from(begin, end, get, body, loop.code)


def _run(
    entry: _Entry,
    loop: HotLoop,
    done: int,
    canonical: Canonical,
    variables: list[Place],
    carried: Flattener,
    lifted: list[Any],
) -> Exit | None:
    region = entry.region
    numbers = [np.int64(done), np.int64(loop.length), np.int64(loop.start or 0)]
    leaves = [*numbers, *carried.leaves, *canonical.inputs, *lifted]
    results, bad = entry.run(region.consts, [_input(x) for x in leaves])
    if bad:
        return None  # Python runs these iterations, and raises what Julia raises
    outs, rest = results[: region.outputs], results[region.outputs :]
    for (index, cell), leaves, m in zip(
        [entry.cells[k] for k in _positions(region)],
        split_mutated(region, rest),
        region.mutated,
        strict=True,
    ):
        target = entry.cell(index, cell, canonical.cells)
        commit(target, m.after, leaves)
        data = target.peek()
        if isinstance(data, JaxNumber):
            target.write(number(data.buffer))
    build = _Host(iter(outs), _no_array)
    *values, left, code = [build(spec) for spec in entry.specs]
    for place, value in zip(variables, values, strict=True):
        place.set(value)
    if code == LEFT:
        return Leave(left)
    return BREAK if code == BROKE else NORMAL


def _positions(region: Region) -> list[int]:
    order = {id(x): k for k, x in enumerate(region.lifted)}
    return [order[id(m)] for m in region.mutated]


def _input(leaf: Any) -> Any:
    if isinstance(leaf, np.ndarray) and leaf.ndim:
        return np.array(leaf)
    if isinstance(leaf, (bool, int, float, complex)):
        return np.asarray(leaf)
    return leaf


class _Host(Builder):
    """Builds results whose numbers are the host's."""

    def __call__(self, spec: Spec) -> Any:
        if spec[0] == "n" and not spec[2]:
            return number(next(self.leaves))
        if spec[0] == "o":
            flag = bool(next(self.leaves))
            value = self(spec[1])
            return value if flag else UNDEF
        return super().__call__(spec)
