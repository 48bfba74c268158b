"""`hash` of arrays, of the runtime's own numbers and of structs."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from .array import JaxArray
from .cartesian import CartesianIndex
from .complex import ComplexInt
from .containers import HostArray
from .equality import CANONICAL, canonical, hash_of
from .exact import WideInt
from .hashing import (
    CARTESIAN_SEED,
    HASHERS,
    IMAG_SEED,
    M,
    hash_array,
    hash_bits,
    hash_integer,
    hash_ratio,
    julia_hash,
    symbol_id,
)
from .instances import MutableStruct, Struct
from .ranges import AbstractRange
from .rational import Rational
from .tuples import NamedTuple
from .typeof import typeof

__all__: list[str] = []


def _hash_numeric(a: JaxArray, h: int) -> int:
    flat = np.asarray(a.read()).ravel()
    return hash_array(flat.tolist() if flat.dtype.char in "?qdD" else list(flat), a.size, h)


def _hash_named_tuple(x: NamedTuple, h: int) -> int:
    names = 0
    for name in x.names:
        names = hash_bits(names * 31 + symbol_id(name))
    return names ^ julia_hash(tuple(x.items), h)


def _hash_struct(x: Any, h: int) -> int:
    """Of an immutable struct: from its fields, as its equality is."""
    from .show_structs import field_of

    julia_type = typeof(x)
    code = julia_hash(repr(julia_type), h)
    for name in reversed(julia_type.name.field_names):
        code = hash_of(field_of(x, name), code)
    return code


def _hash_cartesian(x: CartesianIndex, h: int) -> int:
    h = h + CARTESIAN_SEED & M
    for i in x.index:
        h = hash_integer(int(i), h)
    return h


def _hash_complex(x: ComplexInt, h: int) -> int:
    imaginary = julia_hash(x.im, IMAG_SEED)
    return julia_hash(x.re, h ^ imaginary ^ hash_integer(0, IMAG_SEED))


HASHERS |= {
    JaxArray: _hash_numeric,
    HostArray: lambda a, h: hash_array(list(a.items), tuple(a.size), h),
    AbstractRange: lambda r, h: hash_array(list(r), (len(r),), h),
    Rational: lambda x, h: hash_ratio(x.num_value, x.den_value, h),
    ComplexInt: _hash_complex,
    WideInt: lambda x, h: hash_integer(x.value, h),
    NamedTuple: _hash_named_tuple,
    CartesianIndex: _hash_cartesian,
    Struct: _hash_struct,
    MutableStruct: lambda x, h: hash_bits(3 * h - hash_bits(x.serial)),
}


def _canonical_ratio(x: Rational) -> Any:
    if x.den_value == 1:
        return x.num_value
    if x.den_value == 0:
        return math.copysign(math.inf, x.num_value)
    from fractions import Fraction

    return Fraction(x.num_value, x.den_value)


CANONICAL |= {
    Rational: _canonical_ratio,
    WideInt: lambda x: x.value,
    ComplexInt: lambda x: (complex, canonical(x.re), canonical(x.im)) if x.im else canonical(x.re),
    NamedTuple: lambda x: (NamedTuple, x.names, *map(canonical, x.items)),
    CartesianIndex: lambda x: (CartesianIndex, *map(canonical, x.index)),
}
