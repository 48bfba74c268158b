"""How the runtime's immutable composites come apart, and collections that are read by position."""

from __future__ import annotations

import math
from typing import Any

import jax.numpy as jnp
from jax import lax

from ..cartesian import CartesianIndex, CartesianIndices, LinearIndices
from ..dispatch import generic
from ..instances import MutableStruct, Struct, raw_instance
from ..lazy import Drop, Enumerate, Generator, Product, Take, Zip
from ..numbers import JaxNumber, to_device
from ..ranges import LinRange, StepRange, StepRangeLen, UnitRange
from ..tuples import NamedTuple
from .composite import composite
from .positional import Positions, positional, positions

composite(
    CartesianIndex, lambda c: (None, list(c.index)), lambda _, parts: CartesianIndex(tuple(parts))
)
composite(
    NamedTuple,
    lambda t: (tuple(t.names), list(t.items)),
    lambda names, parts: NamedTuple.of(names, tuple(parts)),
)
composite(UnitRange, lambda r: (None, [r.start, r.stop]), lambda _, parts: UnitRange(*parts))
composite(
    StepRange, lambda r: (None, [r.start, r.step, r.stop]), lambda _, parts: StepRange(*parts)
)


def struct_parts(instance: Struct) -> tuple[tuple[str, ...], list[Any]] | None:
    """The set fields of an immutable struct and their values; `None` for a mutable one."""
    if isinstance(instance, MutableStruct):
        return None
    slots = instance.__dict__
    names = tuple(name for name in type(instance).julia_fields if name in slots)
    return names, [slots[name] for name in names]


def struct_of(cls: type, names: tuple[str, ...], parts: list[Any]) -> Any:
    """The struct of a class with these fields."""
    return raw_instance(cls, names, tuple(parts))
