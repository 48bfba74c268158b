"""The runtime's own immutable composites, and its lazy collections by position."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from jax import lax

from ..cartesian import CartesianIndex, CartesianIndices, LinearIndices
from ..dispatch import generic
from ..instances import MutableStruct, Struct, raw_instance
from ..lazy import Drop, Enumerate, Generator, Pairs, Product, Reverse, Take, Zip
from ..numbers import JaxNumber
from ..pairs import Pair
from ..ranges import OneTo, StepRange, UnitRange
from ..rearrange import Slices
from ..tuples import NamedTuple
from ..views import Reshaped, SubArray
from .composite import composite
from .phi import PhiArray
from .positional import Get, Positions, positional, positions

_add, _sub = generic("+"), generic("-")

composite(CartesianIndex, lambda c: (None, list(c.index)), lambda _, parts: CartesianIndex(*parts))
composite(
    NamedTuple,
    lambda t: (tuple(t.names), list(t.items)),
    lambda names, parts: NamedTuple.of(names, tuple(parts)),
)
composite(UnitRange, lambda r: (None, [r.start, r.stop]), lambda _, parts: UnitRange(*parts))
composite(OneTo, lambda r: (None, [r.stop]), lambda _, parts: OneTo(*parts))
composite(
    StepRange, lambda r: (None, [r.start, r.step, r.stop]), lambda _, parts: StepRange(*parts)
)


composite(
    PhiArray,
    lambda a: (None, [JaxNumber(a.predicate), a.left, a.right]),
    lambda _, parts: PhiArray(parts[0].buffer, parts[1], parts[2]),
)
composite(
    SubArray,
    lambda v: (None, [v.parent, v.indices]),
    lambda _, parts: SubArray(parts[0], tuple(parts[1])),
)
composite(Reshaped, lambda v: (v.dims, [v.parent]), lambda dims, parts: Reshaped(parts[0], dims))


def _take(instance: Struct) -> Any:
    if isinstance(instance, MutableStruct):
        return None
    slots = instance.__dict__
    names = tuple(name for name in type(instance).julia_fields if name in slots)
    return (type(instance), names), [slots[name] for name in names]


composite(
    Struct, _take, lambda kind, parts: raw_instance(kind[0], kind[1], tuple(parts)), family=True
)


# ------------------------------------------------------------------------------------ by position


@positions(Zip)
def _(z: Zip) -> Positions | None:
    parts = [positional(x) for x in z.is_]
    if not parts or any(p is None for p in parts):
        return None
    length = parts[0][0]  # type: ignore[index]
    for part in parts[1:]:
        length = _shorter(length, part[0])  # type: ignore[index]
    return length, lambda k: tuple(part[1](k) for part in parts)  # type: ignore[index]


def _shorter(a: Any, b: Any) -> Any:
    return (
        generic("min")(a, b) if isinstance(a, JaxNumber) or isinstance(b, JaxNumber) else min(a, b)
    )


@positions(Enumerate)
def _(e: Enumerate) -> Positions | None:
    part = positional(e.itr)
    return part and (part[0], lambda k: (_add(k, 1), part[1](k)))


@positions(Generator)
def _(g: Generator) -> Positions | None:
    part = positional(g.iter)
    return part and (part[0], lambda k: g.f(part[1](k)))


@positions(Pairs)
def _(p: Pairs) -> Positions | None:
    keys, values = positional(p.itr), positional(p.data)
    if keys is None or values is None:
        return None
    return values[0], lambda k: Pair(keys[1](k), values[1](k))


@positions(Take)
def _(t: Take) -> Positions | None:
    part = positional(t.xs)
    return part and (_shorter(part[0], t.n), part[1])


@positions(Drop)
def _(d: Drop) -> Positions | None:
    part = positional(d.xs)
    if part is None or isinstance(part[0], JaxNumber):
        return None
    return max(part[0] - d.n, 0), lambda k: part[1](_add(k, d.n))


@positions(Reverse)
def _(r: Reverse) -> Positions | None:
    part = positional(r.itr)
    return part and (part[0], lambda k: part[1](_sub(_sub(part[0], 1), k)))


@positions(Product)
def _(p: Product) -> Positions | None:
    parts = [positional(x) for x in p.iterators]
    if not parts or any(q is None or isinstance(q[0], JaxNumber) for q in parts):
        return None
    return _grid([(int(q[0]), q[1]) for q in parts], lambda *items: items)  # type: ignore[index]


@positions(CartesianIndices)
def _(c: CartesianIndices) -> Positions | None:
    parts = [positional(r) for r in c.ranges]
    if any(q is None or isinstance(q[0], JaxNumber) for q in parts):
        return None
    return _grid([(int(q[0]), q[1]) for q in parts], CartesianIndex)  # type: ignore[index]


def _grid(parts: list[tuple[int, Get]], make: Any) -> Positions:
    def get(k: JaxNumber) -> Any:
        rest = k.buffer
        found = []
        for length, item in parts:
            size = np.asarray(length, rest.dtype)
            found.append(item(JaxNumber(lax.rem(rest, size))))
            rest = lax.div(rest, size)
        return make(*found)

    return math.prod(length for length, _ in parts), get


@positions(LinearIndices)
def _(x: LinearIndices) -> Positions:
    return len(x), lambda k: _add(k, 1)


@positions(Slices)
def _(s: Slices) -> Positions | None:
    if len(s.dims) != 1:
        return None
    return s.shape()[0], lambda k: s.at((_add(k, 1),))
