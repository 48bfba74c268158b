"""Element writes in a branch, taken out of it.

A `lax.cond` that returns whole arrays copies them (and under `vmap` selects them) in every
iteration of a loop. So a side's writes are only *described* inside the branch, by the small
update and its place, and are made after it: the branch returns scalars. A read of an array that
the side has written asks the updates first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import jax.numpy as jnp
import numpy as np
from jax import lax
from jax.extend.core import Literal

from .guarded import SINGULAR, guard_operand

__all__ = ["Chain", "Unsunk", "apply_writes", "chain_eval", "padded"]

MOST = 4  # writes to one array
_SMALL = 16  # elements of one update


class Unsunk(Exception):
    """The writes of a side cannot be taken out of the branch."""


class Chain:
    """An array with the writes that a side has made to it so far."""

    __slots__ = ("base", "writes")

    def __init__(self, base: Any, writes: tuple[tuple[Any, list[Any]], ...] = ()) -> None:
        self.base = base
        self.writes = writes

    def written(self, update: Any, starts: list[Any]) -> Chain:
        """The array after one more write."""
        if len(self.writes) >= MOST or update.size > _SMALL:
            raise Unsunk
        shapes = {u.shape for u, _ in self.writes} | {update.shape}
        if len(shapes) > 1:
            raise Unsunk
        return Chain(self.base, (*self.writes, (update, self._clamped(starts, update.shape))))

    def _clamped(self, starts: list[Any], sizes: Any) -> list[Any]:
        return [
            lax.clamp(_like(0, s), jnp.asarray(s), _like(n - size, s))
            for s, n, size in zip(starts, self.base.shape, sizes, strict=True)
        ]

    def slice(self, starts: list[Any], sizes: Any) -> Any:
        """A slice of the array as it is now."""
        value = lax.dynamic_slice(self.base, starts, sizes, allow_negative_indices=False)
        if not self.writes:
            return value
        if any(size != 1 for size in sizes) or self.writes[0][0].size != 1:
            raise Unsunk
        at = self._clamped(starts, sizes)
        for update, place in self.writes:
            same = jnp.asarray(True)
            for a, b in zip(at, place, strict=True):
                same = same & (a == lax.convert_element_type(b, a.dtype))
            value = jnp.where(same, update, value)
        return value


def _like(n: int, start: Any) -> Any:
    return np.asarray(n, np.asarray(start).dtype if not hasattr(start, "dtype") else start.dtype)


def chain_eval(
    jaxpr: Any, consts: Sequence[Any], arguments: Sequence[Any], chained: set[int], taken: Any
) -> list[Any]:
    """The outputs of a side's jaxpr; the arguments at the `chained` places are only described."""
    values: dict[Any, Any] = dict(zip(jaxpr.constvars, consts, strict=True))
    for k, (var, x) in enumerate(zip(jaxpr.invars, arguments, strict=True)):
        values[var] = Chain(x) if k in chained else x

    def read(atom: Any) -> Any:
        return atom.val if isinstance(atom, Literal) else values[atom]

    for equation in jaxpr.eqns:
        operands = [read(atom) for atom in equation.invars]
        name = equation.primitive.name
        if operands and isinstance(operands[0], Chain):
            array, *rest = operands
            if any(isinstance(x, Chain) for x in rest):
                raise Unsunk
            if name == "dynamic_update_slice":
                results = [array.written(rest[0], rest[1:])]
            elif name == "dynamic_slice":
                results = [array.slice(rest, equation.params["slice_sizes"])]
            elif not array.writes:
                results = _bind(equation, [array.base, *rest])
            else:
                raise Unsunk
            values.update(zip(equation.outvars, results, strict=True))
            continue
        operands = [_untouched(x) for x in operands]
        if name in SINGULAR:
            operands = [guard_operand(x, taken) for x in operands]
        values.update(zip(equation.outvars, _bind(equation, operands), strict=True))
    return [read(atom) for atom in jaxpr.outvars]


def _untouched(x: Any) -> Any:
    if isinstance(x, Chain):
        if x.writes:
            raise Unsunk
        return x.base
    return x


def _bind(equation: Any, operands: list[Any]) -> list[Any]:
    params = equation.primitive.get_bind_params(equation.params)
    subfuns, bind_params = params if isinstance(params, tuple) else ((), params)
    results = equation.primitive.bind(*subfuns, *operands, **bind_params)
    return list(results) if equation.primitive.multiple_results else [results]


def padded(chain: Chain, number: int, shape: tuple[int, ...], kinds: list[Any]) -> list[Any]:
    """The leaves of exactly `number` writes of one shape; the last is repeated, and a side without
    writes puts back what lies at the beginning."""
    writes = list(chain.writes)
    if not writes:
        zeros = [np.asarray(0, kind) for kind in kinds]
        writes = [(chain.slice(zeros, shape), zeros)]
    writes += [writes[-1]] * (number - len(writes))
    return [
        leaf
        for update, starts in writes
        for leaf in (
            update,
            *(jnp.asarray(s).astype(k) for s, k in zip(starts, kinds, strict=True)),
        )
    ]


def apply_writes(buffer: Any, leaves: Any, number: int, rank: int) -> Any:
    """The buffer after the writes whose leaves follow."""
    for _ in range(number):
        update = next(leaves)
        starts = [next(leaves) for _ in range(rank)]
        buffer = lax.dynamic_update_slice(buffer, update, starts, allow_negative_indices=False)
    return buffer
