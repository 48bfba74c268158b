"""`isequal` as Python's own equality: the key under which a dictionary finds a Julia value."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from .array import JaxArray
from .chars import Char
from .containers import HostArray
from .dispatch import GenericFunction, generic
from .hashing import julia_hash
from .missing import Missing
from .numbers import JaxNumber, host_scalar
from .pairs import Pair
from .ranges import AbstractRange
from .symbols import Symbol

__all__ = ["CANONICAL", "canonical", "has_own_equality", "hash_of"]

_NAN, _MINUS_ZERO, _ARRAY, _PAIR = (object() for _ in range(4))
_THEMSELVES = frozenset({int, str, bool, Symbol, Char, type(None), Missing, GenericFunction})

# How instances of a class become keys; other modules add theirs.
CANONICAL: dict[type, Callable[[Any], Any]] = {}


def canonical(x: Any) -> Any:
    """A hashable value; two of them are equal just if the Julia values are `isequal`."""
    cls = type(x)
    if cls in _THEMSELVES:
        return x
    maker = CANONICAL.get(cls)
    if maker is None:
        maker = next((CANONICAL[c] for c in cls.__mro__ if c in CANONICAL), _of_object)
    return maker(x)


def _of_float(x: Any) -> Any:
    value = float(x)
    if value != value:
        return _NAN
    if value == 0 and math.copysign(1, value) < 0:
        return _MINUS_ZERO
    return value


def _of_complex(x: Any) -> Any:
    imaginary = _of_float(x.imag)
    if imaginary == 0 and imaginary is not _MINUS_ZERO:
        return _of_float(x.real)
    return (complex, _of_float(x.real), imaginary)


def _of_array(x: Any) -> Any:
    from .iteration import elements

    return (_ARRAY, tuple(generic("size")(x)), *map(canonical, elements(x)))


def _of_object(x: Any) -> Any:
    """Of a struct: through its methods, else by its fields; what can change is only itself."""
    if has_own_equality(x):
        return _ByMethods(x)
    from .typeof import typeof

    julia_type = typeof(x)
    name = julia_type.name
    if name.kind == "struct" and name.field_names:
        from .show_structs import field_of

        fields = [field_of(x, field) for field in name.field_names]
        return (julia_type, *[(type(f), canonical(f)) for f in fields])
    return _Identity(x)


def has_own_equality(x: Any) -> bool:
    """Whether the program defines `==`, `isequal` or `hash` for this value."""
    from .show import may_fit, method_parameters

    for function in _EQUALITIES:
        table = function.methods
        if table is None:
            continue
        for method in table.all():
            parameters = method_parameters(method)
            if parameters and may_fit(x, parameters[0]):
                return True
    return False


_EQUALITIES = (generic("=="), generic("isequal"), generic("hash"))


class _ByMethods:
    """A value whose equality the program defines."""

    __slots__ = ("code", "x")

    def __init__(self, x: Any) -> None:
        self.x = x
        self.code = hash_of(x)

    def __hash__(self) -> int:
        return hash(self.code)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _ByMethods):
            return False
        return other.x is self.x or bool(generic("isequal")(self.x, other.x))


class _Identity:
    """A value that is equal to itself alone."""

    __slots__ = ("x",)

    def __init__(self, x: Any) -> None:
        self.x = x

    def __hash__(self) -> int:
        return id(self.x)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and other.x is self.x


def hash_of(x: Any, seed: int = 0) -> int:
    """`hash(x, seed)`, through the program's methods where it has some."""
    if generic("hash").methods is None or type(x) in _THEMSELVES:
        return julia_hash(x, seed)
    return int(generic("hash")(x, np.uint64(seed)))


def _of_number(x: JaxNumber) -> Any:
    return canonical(host_scalar(x, "the key of a dictionary").item())


CANONICAL |= {
    float: _of_float,
    str: str,
    np.bool_: bool,
    np.integer: int,
    np.floating: _of_float,
    complex: _of_complex,
    np.complexfloating: _of_complex,
    JaxNumber: _of_number,
    JaxArray: _of_array,
    HostArray: _of_array,
    AbstractRange: _of_array,
    tuple: lambda x: tuple(map(canonical, x)),
    Pair: lambda x: (_PAIR, canonical(x.first), canonical(x.second)),
    type: lambda x: x,
}
