"""`typeof` and `isa`: which Julia type a Python value has, and number types as NumPy dtypes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any

import numpy as np

from .types import (
    ANY,
    BOTTOM,
    DATATYPE,
    TYPEOFBOTTOM,
    TYPEVAR,
    UNION,
    UNIONALL,
    DataType,
    JuliaType,
    TypeName,
    TypeVar,
    Union,
    UnionAll,
    Vararg,
    declare,
    make_tuple,
)

# The type of each Python class, or a function from an instance to its type.
_fixed: dict[type, DataType] = {}
_computed: dict[type, Callable[[Any], Any]] = {}
_foreign: set[type] = set()
_foreign_roots: list[type] = []


def register_class(cls: type, julia_type: Any) -> type:
    """Tell `typeof` about a Python class: its type, or a function from an instance to its type."""
    if isinstance(julia_type, JuliaType):
        _fixed[cls] = julia_type  # type: ignore[assignment]
        _computed.pop(cls, None)
    else:
        _computed[cls] = julia_type
        _fixed.pop(cls, None)
    return cls


def register_foreign(cls: type) -> type:
    """Make instances of `cls` and its subclasses pass the boundary before any method sees them."""
    _foreign_roots.append(cls)
    return cls


def is_foreign(cls: type) -> bool:
    """Whether instances of a class come from Python and must be wrapped first."""
    if cls in _fixed or cls in _computed:
        return False
    if cls in _foreign:
        return True
    if any(issubclass(cls, root) for root in _foreign_roots):
        _foreign.add(cls)
        return True
    return False


def holds_foreign(value: Any) -> bool:
    """Whether a value, or what a tuple holds, comes from Python and must be wrapped first."""
    cls = type(value)
    if cls is tuple:
        return any(map(holds_foreign, value))
    return is_foreign(cls)


def typeof(value: Any) -> Any:
    """The Julia type of a value."""
    cls = type(value)
    found = _fixed.get(cls)
    if found is not None:
        return found
    compute = _computed.get(cls)
    if compute is not None:
        return compute(value)
    return _type_of_new_class(value, cls)


def fixed_type(cls: type) -> Any:
    """The type that all instances of a class have, or None if it depends on the instance."""
    return _fixed.get(cls)


def isa(value: Any, julia_type: Any) -> bool:
    """Whether `value isa julia_type`."""
    if julia_type is ANY:
        return True
    from .subtype import issubtype

    cls = type(value)
    if cls in _types_of_types:
        return issubtype(_type_of_type(value), julia_type)
    return issubtype(typeof(value), julia_type)


def dispatch_type(value: Any) -> Any:
    """The type by which methods are chosen: `Type{T}` for a type, else `typeof`."""
    return _type_of_type(value) if type(value) in _types_of_types else typeof(value)


def _type_of_type(value: Any) -> Any:
    from .types import type_of_type

    return type_of_type(value)


_types_of_types = {DataType, UnionAll, Union}


def _type_of_new_class(value: Any, cls: type) -> Any:
    """A class met for the first time: a subclass of a known one, or Python's own."""
    for parent in cls.__mro__[1:]:
        if parent is object:
            break
        if parent in _fixed:
            _fixed[cls] = _fixed[parent]
            return _fixed[cls]
        if parent in _computed:
            _computed[cls] = _computed[parent]
            return _computed[cls](value)
    if callable(value) and cls.__module__ in ("functools", "builtins", "jax._src.pjit"):
        _computed[cls] = function_type
        return function_type(value)
    made = declare(TypeName(cls.__qualname__, (), ANY, kind="mutable", module=cls.__module__))
    if not any(issubclass(cls, root) for root in _foreign_roots):
        _fixed[cls] = made
    return made


# -------------------------------------------------------------------------------------- functions

FUNCTION: Any = declare(TypeName("Function", (), ANY))
_function_types: dict[Any, DataType] = {}


def function_type(value: Any) -> DataType:
    """`typeof(f)`: one type for each function; closures made by one text share theirs."""
    key = getattr(value, "__code__", value)
    found = _function_types.get(key)
    if found is None:
        found = declare(
            TypeName(getattr(value, "__name__", "#anonymous"), (), FUNCTION, kind="struct")
        )
        found.name.singleton = value
        _function_types[key] = found
    return found


def is_function_class(cls: type) -> bool:
    """Whether all instances of a class are of a subtype of `Function`."""
    return cls in _function_classes


def add_function_class(cls: type) -> None:
    """Say that all instances of a class are functions."""
    _function_classes.add(cls)


_function_classes: set[type] = set()
for _cls in (FunctionType, BuiltinFunctionType, MethodType, partial, type(np.sin), type(len)):
    register_class(_cls, function_type)
    _function_classes.add(_cls)
register_class(type, function_type)


def _tuple_type(value: tuple[Any, ...]) -> Any:
    return make_tuple(tuple([typeof(element) for element in value]))


register_class(tuple, _tuple_type)
register_class(DataType, DATATYPE)
register_class(UnionAll, UNIONALL)
register_class(Union, lambda value: TYPEOFBOTTOM if value is BOTTOM else UNION)
register_class(TypeVar, TYPEVAR)
register_class(Vararg, UNIONALL)

# ------------------------------------------------------------------------------------------ dtypes

_dtype_of: dict[Any, np.dtype[Any]] = {}
_from_dtype: dict[np.dtype[Any], Any] = {}


def register_dtype(julia_type: Any, dtype: Any) -> None:
    """Tie a number type to a NumPy dtype."""
    _dtype_of[julia_type] = np.dtype(dtype)
    _from_dtype[np.dtype(dtype)] = julia_type


def dtype_of(julia_type: Any) -> np.dtype[Any] | None:
    """The NumPy dtype that holds a number type, or None if no dtype does."""
    return _dtype_of.get(julia_type)


def from_dtype(dtype: Any) -> Any:
    """The Julia number type of a NumPy dtype."""
    found = _from_dtype.get(dtype)
    if found is None:
        found = _from_dtype.get(np.dtype(dtype))
        if found is None:
            from .exceptions import ArgumentError

            raise ArgumentError(f"no Julia type has the NumPy dtype {dtype}")
    return found
