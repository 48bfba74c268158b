"""Structs as pytrees: which fields are leaves, which are static.

Arrays, floats, complex numbers and whatever holds a tracer are children; `Int`, `Bool`, `String`,
`Symbol`, functions, types and `nothing` are static. Key paths are the fields' names.
"""

from __future__ import annotations

from typing import Any

import jax
import numpy as np
from jax.tree_util import GetAttrKey

from .cell import Cell
from .names import mangle
from .numbers import JaxNumber
from .types import DataType

__all__ = ["register_child", "register_tree"]

# Classes whose instances go into the tree as they are; others are static unless a number or struct.
_CHILDREN: list[type] = [Cell, tuple]


def register_child(cls: type) -> type:
    """Make fields that hold a `cls` (a pytree of its own) children."""
    _CHILDREN.append(cls)
    return cls


class _Same:
    """A static value that cannot be hashed or compared by JAX: equal if it is the same object."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.value is self.value

    def __hash__(self) -> int:
        return id(self.value)


_PLAIN = (bool, int, str, type(None), np.integer, np.bool_)
_NUMBERS = (float, complex, np.floating, np.complexfloating)


def _kind(value: Any) -> str:
    """`number`, `child` or `static`."""
    if isinstance(value, _NUMBERS):
        return "number"
    if isinstance(value, JaxNumber):
        return "number"
    if isinstance(value, jax.Array):
        return "number"
    if isinstance(value, _PLAIN):
        return "static"
    if isinstance(value, tuple):
        return "child" if any(_kind(v) != "static" for v in value) else "static"
    from .instances import Struct

    if isinstance(value, Struct) or any(isinstance(value, cls) for cls in _CHILDREN):
        return "child"
    return "static"


def register_tree(cls: type, julia_type: DataType) -> None:
    """Register the class of a concrete struct type with JAX."""
    fields = tuple(mangle(field) for field in julia_type.name.field_names)

    def split(instance: Any) -> tuple[list[tuple[Any, Any]], Any]:
        from .instances import MutableStruct

        slots = instance.__dict__
        mutable = isinstance(instance, MutableStruct)
        children: list[tuple[Any, Any]] = []
        layout: list[Any] = []
        for field in fields:
            if field not in slots:
                layout.append((field, "unset", None))
                continue
            value = slots[field].value if mutable else slots[field]
            kind = _kind(value)
            if kind == "static":
                layout.append((field, kind, (type(value), _static(value))))
            else:
                layout.append((field, kind, None))
                leaf = value.buffer if isinstance(value, JaxNumber) else value
                children.append((GetAttrKey(field), leaf))
        return children, tuple(layout)

    def flatten(instance: Any) -> tuple[list[Any], Any]:
        children, layout = split(instance)
        return [child for _, child in children], layout

    def unflatten(layout: Any, children: Any) -> Any:
        return _rebuild(cls, layout, list(children))

    jax.tree_util.register_pytree_with_keys(cls, split, unflatten, flatten)


def _static(value: Any) -> Any:
    if isinstance(value, _PLAIN):
        return value
    try:
        hash(value)
    except TypeError:
        return _Same(value)
    return _Same(value) if hasattr(type(value), "julia_type") else value


def _rebuild(cls: type, layout: Any, children: list[Any]) -> Any:
    from .cell import Box, new_serial
    from .instances import MutableStruct

    made = cls.__new__(cls)
    slots = made.__dict__
    mutable = issubclass(cls, MutableStruct)
    if mutable:
        slots["serial"] = new_serial()
    position = 0
    for field, kind, static in layout:
        if kind == "unset":
            continue
        if kind == "static":
            value = static[1].value if isinstance(static[1], _Same) else static[1]
        else:
            value = children[position]
            position += 1
            if kind == "number":
                value = _number(value)
        if _is_raw(value):
            slots["raw_"] = True
        slots[field] = Box(value) if mutable else value
    return made


def _is_raw(value: Any) -> bool:
    """Whether a field holds a tracer that Python's side must see as it is."""
    if isinstance(value, Cell):
        value = value.peek()
    if isinstance(value, tuple):
        return any(map(_is_raw, value))
    return isinstance(value, jax.core.Tracer) or "raw_" in getattr(value, "__dict__", ())


def settled(x: Any, wrap: Any) -> Any:
    """A struct that JAX rebuilt, its tracers wrapped: a mutable one itself, else a copy."""
    from .instances import MutableStruct

    cls = type(x)
    if isinstance(x, MutableStruct):
        del x.__dict__["raw_"]
        for field in cls.julia_fields:
            cell = x.__dict__.get(field)
            if cell is not None:
                cell.write(wrap(cell.peek()))
        return x
    made = cls.__new__(cls)
    for field, value in x.__dict__.items():
        if field != "raw_":
            made.__dict__[field] = wrap(value)
    return made


def _number(leaf: Any) -> Any:
    """The Julia number of a leaf that JAX gives back; a tracer stays as it is."""
    if isinstance(leaf, jax.core.Tracer):
        return leaf
    if isinstance(leaf, jax.Array | np.ndarray) and leaf.ndim == 0:
        return np.asarray(leaf)[()].item() if leaf.dtype in _HOST else np.asarray(leaf)[()]
    return leaf


_HOST = (np.dtype(np.float64), np.dtype(np.complex128), np.dtype(np.int64), np.dtype(bool))
