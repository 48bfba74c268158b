"""The open-addressing table of Julia's `Dict`, kept only for the order in which it iterates."""

from __future__ import annotations

from typing import Any

__all__ = ["Slots"]

GONE: Any = object()


class Slots:
    """Entries in the slots where Julia's `Dict` would have put them.

    An entry is any object with the attribute `hash`; the caller says if a key is new, so no key
    is ever compared here: the table only has to know which slots are full, empty or deleted.
    """

    def __init__(self, hint: int = 0) -> None:
        self.size = 16
        self.slots: list[Any] = [None] * 16
        self.count = self.deleted = self.longest = 0
        if hint:
            self.reserve(hint)

    def reserve(self, hint: int) -> None:
        """`sizehint!`: grow for that many entries."""
        if hint > self.size:
            self._rehash(max(hint, self.size * 5 >> 2))

    def order(self) -> list[Any]:
        """The entries as iteration gives them."""
        return [entry for entry in self.slots if entry is not None and entry is not GONE]

    def add(self, entry: Any) -> None:
        """Put a new entry in its slot."""
        slot = self._free_slot(entry.hash)  # which may put new slots in place of the old
        self.slots[slot] = entry
        self.count += 1
        if self.deleted >= 3 * self.size >> 2 or self.count * 3 > self.size * 2:
            self._rehash(self.count * (2 if self.count > 64000 else 4))

    def remove(self, entry: Any) -> None:
        """Take an entry out; its slot stays marked, as in Julia."""
        i = entry.hash & (self.size - 1)
        while self.slots[i] is not entry:
            i = i + 1 & (self.size - 1)
        self.slots[i] = GONE
        self.deleted += 1
        self.count -= 1

    def clear(self) -> None:
        """`empty!`: no entry; the size stays."""
        self.slots = [None] * self.size
        self.count = self.deleted = self.longest = 0

    def _free_slot(self, code: int) -> int:
        """Where a key that is not in the table goes."""
        while True:
            mask, free = self.size - 1, None
            i, probes = code & mask, 0
            while True:
                entry = self.slots[i]
                if entry is None:
                    return i if free is None else free
                if entry is GONE and free is None:
                    free = i
                i = i + 1 & mask
                probes += 1
                if probes > self.longest:
                    break
            if free is not None:
                return free
            allowed = max(16, self.size >> 6)
            while probes < allowed:
                if self.slots[i] is None or self.slots[i] is GONE:
                    self.longest = probes
                    return i
                i = i + 1 & mask
                probes += 1
            self._rehash(self.size * (2 if self.count > 64000 else 4))

    def _rehash(self, want: int) -> None:
        size = 16 if want < 16 else 1 << (want - 1).bit_length()
        old, self.slots, self.size = self.slots, [None] * size, size
        self.deleted = self.longest = 0
        for entry in old:
            if entry is None or entry is GONE:
                continue
            start = i = entry.hash & (size - 1)
            while self.slots[i] is not None:
                i = i + 1 & (size - 1)
            self.longest = max(self.longest, i - start & (size - 1))
            self.slots[i] = entry
