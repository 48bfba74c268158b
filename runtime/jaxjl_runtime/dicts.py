"""Dictionaries: the table, and the classes `Dict`, `IdDict` and the views of keys and values.

Look-ups go through a Python dictionary by `equality.canonical`. The order of iteration is Julia's:
what was inserted and deleted is replayed in Julia's own table (`slots.py`) when order is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jax

from .cell import host_effect, new_serial
from .dispatch import generic
from .equality import canonical, hash_of
from .exceptions import ArgumentError, KeyError
from .iteration import JuliaIterable
from .pairs import Pair
from .slots import Slots

__all__ = ["AbstractDict", "Dict", "Entry", "IdDict", "KeySet", "Table", "ValueIterator"]


class Entry:
    """One key of a table, and its value."""

    __slots__ = ("_hash", "key", "value")

    def __init__(self, key: Any, value: Any) -> None:
        self.key = key
        self.value = value
        self._hash = -1

    @property
    def hash(self) -> int:
        """Julia's hash of the key."""
        if self._hash < 0:
            self._hash = hash_of(self.key)
        return self._hash


class Table:
    """Entries by canonical key, and the order in which Julia would give them."""

    __slots__ = ("_journal", "_order", "_slots", "entries", "hint")

    def __init__(self, hint: int = 0) -> None:
        self.entries: dict[Any, Entry] = {}
        self.hint = hint
        self._slots: Slots | None = None
        self._journal: list[Any] = []
        self._order: list[Entry] | None = []

    def add(self, code: Any, entry: Entry) -> None:
        """Put in an entry whose key is new."""
        self.entries[code] = entry
        self._journal.append(entry)
        self._order = None

    def remove(self, code: Any) -> Entry:
        """Take out an entry; Python's KeyError if there is none."""
        entry = self.entries.pop(code)
        self._journal.append((entry,))
        self._order = None
        if len(self._journal) > 64 + 4 * len(self.entries):
            self.order()
        return entry

    def clear(self) -> None:
        """Take all out; the slots keep their number, as in Julia."""
        self.order()
        self.entries.clear()
        if self._slots is not None:
            self._slots.clear()
        self._order = []

    def order(self) -> list[Entry]:
        """The entries as iteration gives them."""
        if self._order is None:
            slots = self._slots
            if slots is None:
                slots = self._slots = Slots(self.hint)
            for change in self._journal:
                if type(change) is tuple:
                    slots.remove(change[0])
                else:
                    slots.add(change)
            self._journal.clear()
            self._order = slots.order()
        return self._order

    def reserve(self, hint: int) -> None:
        """`sizehint!`."""
        self.order()
        if self._slots is None:
            self._slots = Slots()
        self._slots.reserve(hint)
        self._order = self._slots.order()

    def copy(self, fresh: bool = True) -> Table:
        """The same entries in the same slots, in new objects."""
        made = Table(self.hint)
        order = self.order()
        twins: dict[int, Entry] = {}
        for entry in order:
            twin = twins[id(entry)] = Entry(entry.key, entry.value)
            twin._hash = entry._hash
        for code, entry in self.entries.items():
            made.entries[code] = twins[id(entry)]
        if self._slots is not None:
            slots = made._slots = Slots()
            slots.size, slots.count = self._slots.size, self._slots.count
            slots.deleted, slots.longest = self._slots.deleted, self._slots.longest
            slots.slots = [twins.get(id(s), s) for s in self._slots.slots]
        made._order = [twins[id(entry)] for entry in order]
        return made


class AbstractDict:
    """What the dictionaries share."""

    __slots__ = ("__weakref__", "key_class", "key_type", "serial", "table", "value_class",
                 "value_type")  # fmt: skip
    julia_name = "AbstractDict"

    def __init__(self, key_type: Any, value_type: Any, hint: int = 0) -> None:
        self.key_type = key_type
        self.value_type = value_type
        self.key_class = _exact_class(key_type)
        self.value_class = _exact_class(value_type)
        self.table = Table(hint)
        self.serial = new_serial()

    def code(self, key: Any) -> Any:
        """The canonical form of a key."""
        return canonical(key)

    def find(self, key: Any) -> Entry | None:
        """The entry of a key."""
        return self.table.entries.get(self.code(key))

    def set(self, key: Any, value: Any) -> None:
        """`d[key] = value`."""
        host_effect("a change of a dictionary", self.serial)
        if type(key) is not self.key_class and self.key_class is not object:
            key = self._converted_key(key)
        if type(value) is not self.value_class and self.value_class is not object:
            value = generic("convert")(self.value_type, value)
        code = self.code(key)
        entry = self.table.entries.get(code)
        if entry is None:
            self.table.add(code, Entry(key, value))
        else:
            entry.key, entry.value = key, value

    def _converted_key(self, key: Any) -> Any:
        made = generic("convert")(self.key_type, key)
        if made is not key and canonical(made) != canonical(key):
            from .show import text
            from .show_types import type_text

            shown = type_text(self.key_type)
            raise ArgumentError(f"{text(key)} is not a valid key for type {shown}")
        return made

    def remove(self, key: Any) -> Entry | None:
        """Take a key out."""
        host_effect("a change of a dictionary", self.serial)
        try:
            return self.table.remove(self.code(key))
        except LookupError:
            return None

    def pairs(self) -> Iterator[tuple[Any, Any]]:
        """Keys and values in Julia's order."""
        return iter([(entry.key, entry.value) for entry in self.table.order()])

    def keys(self) -> list[Any]:
        """The keys in Julia's order."""
        return [entry.key for entry in self.table.order()]

    def values(self) -> list[Any]:
        """The values in Julia's order."""
        return [entry.value for entry in self.table.order()]

    def elements(self) -> Iterator[Pair]:
        """The entries as Pairs."""
        types = (self.key_type, self.value_type)
        for entry in self.table.order():
            yield Pair(entry.key, entry.value, types)

    def similar(self, key_type: Any = None, value_type: Any = None) -> AbstractDict:
        """An empty dictionary of the same kind."""
        return type(self)(key_type or self.key_type, value_type or self.value_type)

    def copy(self) -> AbstractDict:
        """A new dictionary with the same entries."""
        made = type(self)(self.key_type, self.value_type)
        made.table = self.table.copy()
        return made

    def __len__(self) -> int:
        return len(self.table.entries)

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[Any]:
        return iter(self.keys())

    def __contains__(self, key: Any) -> bool:
        return self.find(key) is not None

    def __getitem__(self, key: Any) -> Any:
        entry = self.find(key)
        if entry is None:
            raise KeyError(key)
        return entry.value

    def __setitem__(self, key: Any, value: Any) -> None:
        self.set(key, value)

    def items(self) -> Iterator[tuple[Any, Any]]:
        """Keys and values, as Python's dictionaries name them."""
        return self.pairs()


class Dict(AbstractDict):
    """Julia's `Dict{K,V}`."""

    __slots__ = ()
    julia_name = "Dict"


class IdDict(AbstractDict):
    """Julia's `IdDict{K,V}`: keys are the same only if they are `===`."""

    __slots__ = ()
    julia_name = "IdDict"

    def code(self, key: Any) -> Any:
        return (type(key), key) if isinstance(key, int | float | str) else canonical_identity(key)


def canonical_identity(key: Any) -> Any:
    """What `===` values share."""
    from .typeof import typeof

    return canonical(key) if not typeof(key).name.mutable else ("identity", id(key))


def _exact_class(julia_type: Any) -> type | None:
    """The Python class that all values of a type have and no others; `object` for `Any`."""
    from .types import ANY

    if julia_type is ANY:
        return object
    if not _exact:
        from . import types_base as t
        from .chars import Char
        from .symbols import Symbol

        _exact.update({t.Int64: int, t.Float64: float, t.Bool: bool, t.String: str})
        _exact.update({t.Char: Char, t.SymbolType: Symbol, t.Nothing: type(None)})
    return _exact.get(julia_type)


_exact: dict[Any, type] = {}


class KeySet(JuliaIterable):
    """`keys(d)`: a view of the keys."""

    __slots__ = ("dict",)

    def __init__(self, dictionary: AbstractDict) -> None:
        self.dict = dictionary

    @property
    def element_type(self) -> Any:
        """The type of the keys."""
        return self.dict.key_type

    def start(self) -> Iterator[Any]:
        return iter(self.dict.keys())

    def shape(self) -> tuple[int, ...]:
        return (len(self.dict),)

    def items(self) -> list[Any]:
        """The keys."""
        return self.dict.keys()

    def __len__(self) -> int:
        return len(self.dict)


class ValueIterator(JuliaIterable):
    """`values(d)`: a view of the values."""

    __slots__ = ("dict",)

    def __init__(self, dictionary: AbstractDict) -> None:
        self.dict = dictionary

    @property
    def element_type(self) -> Any:
        """The type of the values."""
        return self.dict.value_type

    def start(self) -> Iterator[Any]:
        return iter(self.dict.values())

    def shape(self) -> tuple[int, ...]:
        return (len(self.dict),)

    def items(self) -> list[Any]:
        """The values."""
        return self.dict.values()

    def __len__(self) -> int:
        return len(self.dict)


# ------------------------------------------------------------------------------ as pytrees


def _flatten(d: AbstractDict) -> tuple[tuple[Any, ...], Any]:
    entries = d.table.order()
    leaves = tuple(not isinstance(e.value, int | bool | str | type(None)) for e in entries)
    children = tuple(e.value for e, leaf in zip(entries, leaves, strict=True) if leaf)
    static = tuple(e.value for e, leaf in zip(entries, leaves, strict=True) if not leaf)
    keys = tuple(e.key for e in entries)
    return children, (type(d), d.key_type, d.value_type, keys, leaves, static)


def _unflatten(aux: Any, children: tuple[Any, ...]) -> AbstractDict:
    cls, key_type, value_type, keys, leaves, static = aux
    moving, fixed = iter(children), iter(static)
    made: AbstractDict = cls(key_type, value_type)
    for key, leaf in zip(keys, leaves, strict=True):
        made.table.add(made.code(key), Entry(key, next(moving) if leaf else next(fixed)))
    return made


for _cls in (Dict, IdDict):
    jax.tree_util.register_pytree_node(_cls, _flatten, _unflatten)
