"""`getproperty` methods of a program: `obj.x` of the types they take goes through them."""

from __future__ import annotations

from typing import Any

from .dispatch import GenericFunction, generic
from .instances import Struct, new_family_hooks
from .names import demangle
from .symbols import Symbol
from .types import DataType, TypeName, unwrap

__all__: list[str] = []

_get = generic("getproperty")
_INTERNAL = frozenset(("serial", *dir(Struct)))


class _Properties(GenericFunction):
    """`getproperty`, which tells the classes of structs when it gets methods."""

    __slots__ = ()

    def forget(self) -> None:
        """Drop what was resolved, and look which types have methods of their own."""
        GenericFunction.forget(self)
        for method in self.methods.all():
            body = unwrap(method.types[0]) if method.types else None
            if isinstance(body, DataType) and body.name.name != "Any":
                _overload(body.name)


_get.__class__ = _Properties
_overloaded: set[TypeName] = set()


def _overload(name: TypeName) -> None:
    _overloaded.add(name)
    if name.python_class is not None:
        name.python_class.__getattribute__ = _attribute
    for below in name.subtypes:
        _overload(below)


def _attribute(self: Any, name: str) -> Any:
    if name.startswith("__") or name in _INTERNAL:
        return object.__getattribute__(self, name)
    return _get(self, Symbol(demangle(name)))


def _on_new_family(name: TypeName, cls: Any) -> None:
    parent: Any = name.supertype
    while isinstance(parent, DataType) and parent.name.name != "Any":
        if parent.name in _overloaded:
            _overloaded.add(name)
            cls.__getattribute__ = _attribute
            return
        parent = parent.supertype


new_family_hooks.append(_on_new_family)
