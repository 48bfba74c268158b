"""Julia's `Pair`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

__all__ = ["Pair"]


class Pair:
    """`first => second`; `types` is the declared `(A, B)` where that is wider than the values'."""

    __slots__ = ("first", "second", "types")

    def __init__(self, first: Any, second: Any, types: tuple[Any, Any] | None = None) -> None:
        self.first = first
        self.second = second
        self.types = types

    def __iter__(self) -> Iterator[Any]:
        yield self.first
        yield self.second

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Pair):
            return NotImplemented
        return bool(self.first == other.first and self.second == other.second)

    def __hash__(self) -> int:
        return hash((Pair, self.first, self.second))

    def __repr__(self) -> str:
        return f"Pair({self.first!r}, {self.second!r})"
