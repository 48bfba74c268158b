"""`===`, and how a number of the program's own meets another number."""

from __future__ import annotations

from typing import Any

import numpy as np

from .array import JaxArray
from .dispatch import base, generic
from .numbers import HostNumber, JaxNumber, Tracer, number_dtype
from .subtype import issubtype
from .typeof import isa, typeof
from .types import DataType, JuliaType, UnionAll
from .types_base import names


@base("_promoted_operands")
def _promoted_operands(a: Any, b: Any) -> Any:
    """Two numbers of which one is the program's own, promoted; `None` where that changes
    nothing."""
    number = names["Number"]
    if not (isa(a, number) and isa(b, number)):
        return None
    first, second = typeof(a), typeof(b)
    if first is second:
        return None
    x, y = generic("promote")(a, b)
    if typeof(x) is first and typeof(y) is second:
        return None
    return x, y


@base("===")
def egal(a: Any, b: Any) -> Any:
    """Whether no program can tell the two apart."""
    if a is b:
        return True
    da, db = number_dtype(a), number_dtype(b)
    if da is not None or db is not None:
        if da != db:
            return False
        return _same_bits(a, b)
    if type(a) is not type(b):
        return False
    if isinstance(a, (str, bytes)):
        return a == b
    if isinstance(a, tuple):
        return len(a) == len(b) and all(map(egal, a, b))
    if isinstance(a, (JuliaType, UnionAll)):
        return issubtype(a, b) and issubtype(b, a)
    return _same_parts(a, b)


def _same_bits(a: Any, b: Any) -> Any:
    if isinstance(a, JaxNumber) or isinstance(b, JaxNumber):
        buffers = [x.buffer if isinstance(x, JaxNumber) else x for x in (a, b)]
        if any(isinstance(x, Tracer) or getattr(x, "ndim", 0) for x in buffers):
            return generic("isequal")(a, b)
        a, b = (np.asarray(x)[()] for x in buffers)
    if isinstance(a, (int, str)):
        return a == b
    return np.asarray(a).tobytes() == np.asarray(b).tobytes()


def _same_parts(a: Any, b: Any) -> bool:
    """Immutable values are one if their parts are."""
    fields = getattr(a, "egal_parts", None)
    if fields is not None:
        return all(map(egal, fields(), b.egal_parts()))
    from .pairs import Pair
    from .ranges import AbstractRange

    if isinstance(a, Pair):
        return bool(egal(a.first, b.first) and egal(a.second, b.second))
    if isinstance(a, HostNumber):
        return bool(a.same(b))
    if isinstance(a, AbstractRange):
        return bool(len(a) == len(b) and egal(a.first, b.first) and egal(a.last, b.last))
    t = typeof(a)
    if (
        isinstance(t, DataType)
        and t.name.kind == "struct"
        and t.name.field_names
        and t is typeof(b)
    ):
        from .show_structs import field_of

        return all(egal(field_of(a, f), field_of(b, f)) for f in t.name.field_names)
    if (
        type(a).__hash__ is not None
        and isinstance(t, DataType)
        and t.name.kind in ("primitive", "struct")
    ):
        return not isinstance(a, JaxArray) and bool(a == b)
    return False


@base("!==")
def negal(a: Any, b: Any) -> Any:
    """`!(x === y)`."""
    return generic("!")(egal(a, b))
