"""Taking immutable composite values apart, and putting them together again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..pairs import Pair

__all__ = ["composite", "decompose", "recompose"]

Parts = tuple[Any, list[Any]]
_registry: dict[type, tuple[Callable[[Any], Parts], Callable[[Any, list[Any]], Any]]] = {}


def composite(
    cls: type, take: Callable[[Any], Parts], make: Callable[[Any, list[Any]], Any]
) -> None:
    """Tell how a class comes apart: `take(value)` gives a hashable kind and the parts, and
    `make(kind, parts)` the value again."""
    _registry[cls] = (take, make)


def decompose(value: Any) -> Parts | None:
    """A kind and the parts of a composite value, or `None` if it is no composite."""
    cls = type(value)
    if cls is tuple:
        return (tuple, len(value)), list(value)
    entry = _registry.get(cls)
    if entry is not None:
        kind, parts = entry[0](value)
        return (cls, kind), parts
    names = getattr(cls, "__jl_fields__", None)
    if names is not None and not getattr(cls, "__jl_mutable__", False):
        return (cls, names), [getattr(value, name) for name in names]
    return None


def recompose(kind: Any, parts: list[Any]) -> Any:
    """The value of a kind and its parts."""
    cls, detail = kind
    if cls is tuple:
        return tuple(parts)
    entry = _registry.get(cls)
    if entry is not None:
        return entry[1](detail, parts)
    value = object.__new__(cls)
    for name, part in zip(detail, parts, strict=True):
        object.__setattr__(value, name, part)
    return value


composite(Pair, lambda p: (None, [p.first, p.second]), lambda _, parts: Pair(*parts))
