"""What a broadcast takes: scalars, and arrays, tuples and ranges with a size."""

from __future__ import annotations

from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from . import exceptions as exc
from .array import JaxArray
from .cell import Ref
from .containers import HostArray
from .dispatch import base, generic
from .missing import Missing, Some
from .numbers import HostNumber, JaxNumber, number_dtype, on_host, to_device
from .pairs import Pair
from .ranges import AbstractRange
from .symbols import Symbol
from .types import JuliaType

_SCALARS = (
    int,
    float,
    complex,
    str,
    type(None),
    np.generic,
    JaxNumber,
    HostNumber,
    Symbol,
    Missing,
    Pair,
    Some,
    JuliaType,
)


class ScalarOperand:
    """An operand that is the same for all elements."""

    __slots__ = ("value",)
    size: tuple[int, ...] | None = None

    def __init__(self, value: Any) -> None:
        self.value = value


class ArrayOperand:
    """An operand with a size; `items()` are its elements, `lanes()` its buffer if it has one."""

    __slots__ = ("size", "value")

    def __init__(self, value: Any, size: tuple[int, ...]) -> None:
        self.value = value
        self.size = size

    def lanes(self) -> Any:
        """The buffer of all elements, `None` where no buffer holds them."""
        value = self.value
        if isinstance(value, JaxArray):
            return on_host(value.read())
        if isinstance(value, AbstractRange):
            return _range_values(value)
        if isinstance(value, tuple):
            return _tuple_lanes(value)
        return None

    def items(self) -> list[Any]:
        """The elements, column by column."""
        value = self.value
        if isinstance(value, HostArray):
            return [value.at(k) for k in range(len(value.items))]
        lanes = self.lanes() if not isinstance(value, tuple) else None
        if lanes is None:
            return (
                list(generic("_elements")(value)) if not isinstance(value, tuple) else list(value)
            )
        if isinstance(lanes, jax.Array):
            return [JaxNumber(lane) for lane in lanes.reshape(-1)]
        flat = np.asarray(lanes).reshape(-1)
        return flat.tolist() if flat.dtype.char in "?lqdD" else list(flat)


def _range_values(r: AbstractRange) -> Any:
    return None if r.dtype is None else r.values()


def _tuple_lanes(value: tuple[Any, ...]) -> Any:
    dtypes = {number_dtype(x) for x in value}
    if (
        len(dtypes) != 1
        or None in dtypes
        or any(isinstance(x, JaxNumber) and x.ndim for x in value)
    ):
        return None
    if any(isinstance(x, JaxNumber) for x in value):
        return jnp.stack([to_device(x) for x in value])
    return np.array(value, dtype=dtypes.pop())


def broadcastable(x: Any) -> ScalarOperand | ArrayOperand:
    """The operand that a value stands for."""
    if isinstance(x, JaxArray):
        return ArrayOperand(x, x.size)
    if isinstance(x, _SCALARS):
        return ScalarOperand(x)
    if isinstance(x, (HostArray, AbstractRange)):
        return ArrayOperand(x, x.size)
    if isinstance(x, tuple):
        return ArrayOperand(x, (len(x),))
    if isinstance(x, Ref):
        return ScalarOperand(x.value)
    return _other_operand(x)


def _other_operand(x: Any) -> ScalarOperand | ArrayOperand:
    chosen = generic("broadcastable")(x)
    if chosen is not x:
        return broadcastable(chosen)
    if hasattr(x, "size") and not callable(x.size):
        return ArrayOperand(x, tuple(x.size))
    return ArrayOperand(x, tuple(generic("size")(x)))


@base("broadcastable")
def _broadcastable(x: Any) -> Any:
    """What takes the place of `x` in a broadcast."""
    from .typeof import isa
    from .types_base import AbstractArray, AbstractDict, NamedTuple, Number

    if isinstance(x, (*_SCALARS, JaxArray, HostArray, AbstractRange, tuple, Ref)):
        return x
    if isa(x, AbstractArray):
        return x
    if isa(x, Number) or (callable(x) and not hasattr(type(x), "__jl_fields__")) or _is_atom(x):
        return Ref(x)
    if isa(x, AbstractDict) or isa(x, NamedTuple):
        raise exc.ArgumentError("broadcasting over dictionaries and `NamedTuple`s is reserved")
    return generic("collect")(x)


def _is_atom(x: Any) -> bool:
    """Whether Julia broadcasts the value as a scalar although it is no number."""
    from .chars import Char

    name = type(x).__name__
    return isinstance(x, Char) or name in (
        "Regex",
        "Val",
        "RoundingMode",
        "UndefInitializer",
        "Module",
        "IO",
    )
