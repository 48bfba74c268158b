"""Sets: `Set`, `BitSet`, and their functions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from .cell import host_effect, new_serial
from .dicts import Entry, Table, _exact_class
from .dispatch import generic
from .equality import canonical
from .exceptions import ArgumentError

__all__ = ["AbstractSet", "BitSet", "Set"]


class AbstractSet:
    """What the sets share."""

    __slots__ = ("__weakref__", "element_class", "element_type", "serial", "table")
    julia_name = "AbstractSet"

    def __init__(self, element_type: Any, items: Iterable[Any] = (), hint: int = 0) -> None:
        self.element_type = element_type
        self.element_class = _exact_class(element_type)
        self.table = Table(hint)
        self.serial = new_serial()
        for item in items:
            self.add(item)

    def add(self, item: Any) -> None:
        """`push!`."""
        host_effect("a change of a set", self.serial)
        if type(item) is not self.element_class and self.element_class is not object:
            item = generic("convert")(self.element_type, item)
        code = canonical(item)
        entry = self.table.entries.get(code)
        if entry is None:
            self.table.add(code, Entry(item, None))
        else:
            entry.key = item

    def remove(self, item: Any) -> Entry | None:
        """Take an element out."""
        host_effect("a change of a set", self.serial)
        try:
            return self.table.remove(canonical(item))
        except LookupError:
            return None

    def items(self) -> list[Any]:
        """The elements in Julia's order."""
        return [entry.key for entry in self.table.order()]

    def similar(self, element_type: Any = None) -> AbstractSet:
        """An empty set of the same kind."""
        return type(self)(element_type or self.element_type)

    def copy(self) -> AbstractSet:
        """A new set with the same elements."""
        made = type(self)(self.element_type)
        made.table = self.table.copy()
        return made

    def __len__(self) -> int:
        return len(self.table.entries)

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[Any]:
        return iter(self.items())

    def __contains__(self, item: Any) -> bool:
        return canonical(item) in self.table.entries


class Set(AbstractSet):
    """Julia's `Set{T}`."""

    __slots__ = ()
    julia_name = "Set"


class BitSet(AbstractSet):
    """Julia's `BitSet`: integers, in increasing order."""

    __slots__ = ()
    julia_name = "BitSet"

    def __init__(self, element_type: Any = None, items: Iterable[Any] = ()) -> None:
        from .types_base import Int64

        super().__init__(Int64, items)

    def items(self) -> list[Any]:
        return sorted(entry.key for entry in self.table.entries.values())

    def similar(self, element_type: Any = None) -> AbstractSet:
        if element_type is None or element_type is self.element_type:
            return BitSet()
        return Set(element_type)


def check_not_empty(x: AbstractSet) -> None:
    """Raise Julia's error for `pop!` of an empty set."""
    if not len(x):
        raise ArgumentError("set must be non-empty")
