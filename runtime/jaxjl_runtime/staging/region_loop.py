"""What the staged loops share: the carried state, its fixed point, and one step over the jaxpr."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import jax.numpy as jnp
import numpy as np

from .._compat import Tracer
from ..array import JaxArray
from ..cell import NotStageable, innermost, new_serial
from ..numbers import NotScalar
from .closures import Place
from .defined import MaybeDefined
from .exits import FALL, Exit
from .intervals import bounded_eval
from .levels import Region, commit, entry_leaves, run_region, split_mutated, trace_region
from .memo import Memo
from .phi import Proxy
from .spec import Builder, Flattener, Spec, convert, count, dynamic, join, leaf_types

__all__ = ["LoopBody", "State"]

_PASSES = 10
_memo = Memo()


class State:
    """The buffers that a loop carries."""

    __slots__ = ("code", "left", "mutated", "variables")

    def __init__(
        self, code: Any, left: list[Any], variables: list[Any], mutated: list[list[Any]]
    ) -> None:
        self.code, self.left, self.variables, self.mutated = code, left, variables, mutated

    def tree(self) -> tuple[Any, ...]:
        """The state as a pytree."""
        return self.code, self.left, self.variables, self.mutated


class LoopBody:
    """The traced body of a loop, with the types of what it carries settled.

    `step(*extra)` is called with the carried variables in place and returns the body's outcome
    and a list of further leaves (a `while` loop's condition).
    """

    def __init__(
        self,
        step: Callable[..., tuple[Any, list[Any]]],
        variables: list[Place],
        key: Any,
        extra: Sequence[Any] = (),
        *,
        positions: bool = False,
    ) -> None:
        self.step = step
        self.places = variables
        self.extra = list(extra)
        self.positions = positions
        flat = Flattener(numbers=True, serial=new_serial(), positions=positions)
        self.entry = [flat(p.get()) for p in variables]
        self.entry_buffers = flat.leaves
        self.entry_arrays = flat.arrays
        self.forced: dict[int, Spec] = {}
        self.code: Spec = ("k", FALL)
        self.left: Spec = ("u",)
        self.out: list[Spec] = []
        self.inputs: list[Proxy] = []
        self.counter: tuple[int, int] | None = None  # the bounds of the first extra argument
        self.outputs: list[JaxArray] = []
        self.settle(key)

    # ---------------------------------------------------------------------------------- tracing

    def settle(self, key: Any) -> None:
        """Trace until what comes out fits what went in."""
        self.specs = _memo.recall((key, self.positions), self.entry)
        for _ in range(_PASSES):
            self.region = self.trace()
            specs = [join(a, b) for a, b in zip(self.specs, self.out, strict=True)]
            grown = self.grown()
            if specs == self.specs and not grown:
                _memo.store((key, self.positions), self.entry, specs)
                return
            self.specs = specs
            self.forced.update(grown)
        raise NotStageable("the types of the carried variables do not settle")

    def grown(self) -> dict[int, Spec]:
        """The cells whose data the body leaves in another type than it found."""
        found = {}
        for lifted in self.region.mutated:
            joined = join(lifted.spec, lifted.after)
            if joined != lifted.spec:
                found[id(lifted.cell)] = joined
        return found

    def trace(self) -> Region:
        """One trace of the body with the present specs."""

        def run(*leaves: Any) -> list[Any]:
            level = innermost()
            extra, rest = leaves[: len(self.extra)], leaves[len(self.extra) :]
            self.inputs = []
            build = Builder(iter(rest), self._input)
            for place, spec in zip(self.places, self.specs, strict=True):
                place.set(build(spec))
            outcome, further = self.step(*extra)
            return [*further, *self._flatten(outcome, level.serial)]

        types = [t for spec in self.specs for t in leaf_types(spec)]
        try:
            return trace_region(run, [*self.extra, *types], self.forced)
        finally:
            for place in self.places:
                place.restore()

    def _input(self, buffer: Any, number: int, bit: bool) -> Proxy:
        self.inputs.append(Proxy(buffer, bit))
        return self.inputs[-1]

    def _flatten(self, outcome: Any, serial: int) -> list[Any]:
        outcome = outcome if isinstance(outcome, Exit) else None
        flat = Flattener(numbers=True, serial=serial, positions=self.positions)
        self.out = [flat(p.get()) for p in self.places]
        self.outputs = list(flat.arrays)
        if outcome is None or outcome.code is FALL:
            self.code, self.left = ("k", FALL), ("u",)
            return flat.leaves
        left = outcome.value
        self.left = flat(left.value if isinstance(left, MaybeDefined) else left)
        self.code = ("n", np.dtype(np.int32), ())
        if getattr(code_buffer(outcome.code), "ndim", 0):
            raise NotScalar("a loop is left on some lanes of a broadcast only")
        return [*flat.leaves, jnp.asarray(code_buffer(outcome.code), dtype=np.int32)]

    # ---------------------------------------------------------------------------------- building

    @property
    def exits(self) -> bool:
        """Whether the body may break or leave."""
        return self.code[0] == "n"

    def read_entry(self) -> None:
        """Read what the region needs from outside, in the outer context."""
        self.lifted = [entry_leaves(x, self.region.serial) for x in self.region.lifted]
        order = {id(x): k for k, x in enumerate(self.region.lifted)}
        self.mutated = [order[id(m)] for m in self.region.mutated]

    def touches_tracer(self) -> bool:
        """Whether anything that the loop depends on is known at run time only."""
        lifted = (leaf for leaves in self.lifted for leaf in leaves)
        return any(
            isinstance(x, Tracer) for x in (*self.entry_buffers, *self.region.consts, *lifted)
        )

    def initial(self) -> tuple[Any, ...]:
        """The state before the first iteration."""
        entry = iter(self.entry_buffers)
        variables = [
            leaf
            for have, want in zip(self.entry, self.specs, strict=True)
            for leaf in convert(have, entry, want)
        ]
        left = convert(("u",), iter(()), dynamic(self.left)) if self.exits else []
        code = jnp.asarray(np.int32(FALL))
        return State(code, left, variables, [self.lifted[k] for k in self.mutated]).tree()

    def operands(self) -> tuple[list[Any], list[list[Any]]]:
        """What every iteration reads and none changes: the constants and the lifted leaves."""
        fixed = set(self.mutated)
        return self.region.consts, [x for k, x in enumerate(self.lifted) if k not in fixed]

    def advance(
        self, operands: tuple[Any, Any], state: tuple[Any, ...], extra: Sequence[Any]
    ) -> tuple[tuple[Any, ...], list[Any]]:
        """The state after one more iteration, and the further leaves of `step`."""
        consts, fixed = operands
        _, _, variables, mutated = state
        rest, changed = iter(fixed), dict(zip(self.mutated, mutated, strict=True))
        lifted = [
            leaf
            for k in range(len(self.lifted))
            for leaf in (changed[k] if k in changed else next(rest))
        ]
        arguments = [*extra, *variables]
        if self.counter is None:
            results = run_region(self.region, arguments, lifted, consts)
        else:
            jaxpr = self.region.jaxpr
            results = bounded_eval(jaxpr, consts, [*arguments, *lifted], self.counter)
        outs = iter(results[: self.region.outputs])
        number = self.region.outputs - sum(count(s) for s in (*self.out, self.left, self.code))
        further = [next(outs) for _ in range(number)]
        after = [
            leaf
            for have, want in zip(self.out, self.specs, strict=True)
            for leaf in convert(have, outs, want)
        ]
        left, code = [], state[0]
        if self.exits:
            left = convert(self.left, outs, dynamic(self.left))
            code = next(outs)
        cells = [
            convert(m.after, iter(leaves), m.spec)
            for m, leaves in zip(
                self.region.mutated,
                split_mutated(self.region, results[self.region.outputs :]),
                strict=True,
            )
        ]
        return State(code, left, after, cells).tree(), further

    # ---------------------------------------------------------------------------------- the end

    def finish(
        self, state: tuple[Any, ...], *, ran: bool, make: Callable[[Any, int, bool], Any]
    ) -> tuple[Any, Any]:
        """Write back what the loop mutated and carried; the exit code and the value left with.

        `ran` says that the body surely ran to its end, so that what it sets is set.
        """
        code, left, variables, mutated = state
        for lifted, leaves in zip(self.region.mutated, mutated, strict=True):
            commit(lifted.cell, lifted.spec, leaves)
        build = Builder(iter((*variables, *left)), make)
        for place, spec, out in zip(self.places, self.specs, self.out, strict=True):
            value = build(spec)
            if ran and not self.exits and isinstance(value, MaybeDefined) and out[0] != "o":
                value = value.value
            place.set(value)
        return code, build(dynamic(self.left)) if self.exits else None


def code_buffer(code: Any) -> Any:
    """An exit code, known or traced, as a buffer."""
    return getattr(code, "buffer", code)
