"""Taking immutable composite values apart, and putting them together again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..pairs import Pair

__all__ = ["composite", "decompose", "recompose"]

Parts = tuple[Any, list[Any]]
_registry: dict[type, tuple[Callable[[Any], Any], Callable[[Any, list[Any]], Any]]] = {}
_families: list[type] = []


def composite(
    cls: type,
    take: Callable[[Any], Any],
    make: Callable[[Any, list[Any]], Any],
    *,
    family: bool = False,
) -> None:
    """Tell how a class comes apart: `take(value)` gives a hashable kind and the parts (`None` if it
    does not), `make(kind, parts)` the value again; `family` includes its subclasses."""
    _registry[cls] = (take, make)
    if family:
        _families.append(cls)


def _key(cls: type) -> type | None:
    if cls in _registry:
        return cls
    return next((family for family in _families if issubclass(cls, family)), None)


def decompose(value: Any) -> Parts | None:
    """A kind and the parts of a composite value, or `None` if it is no composite."""
    cls = type(value)
    if cls is tuple:
        return (tuple, len(value)), list(value)
    key = _key(cls)
    parts = _registry[key][0](value) if key is not None else None
    return parts and ((key, parts[0]), parts[1])


def recompose(kind: Any, parts: list[Any]) -> Any:
    """The value of a kind and its parts."""
    key, detail = kind
    return tuple(parts) if key is tuple else _registry[key][1](detail, parts)


composite(Pair, lambda p: (None, [p.first, p.second]), lambda _, parts: Pair(*parts))
