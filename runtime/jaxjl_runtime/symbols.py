"""Julia's `Symbol`: interned names."""

from __future__ import annotations

from typing import ClassVar

__all__ = ["Symbol", "sym"]


class Symbol:
    """An interned name: equal symbols are the same object. They order by their text."""

    __slots__ = ("__weakref__", "name")
    name: str
    _table: ClassVar[dict[str, Symbol]] = {}

    def __new__(cls, name: str) -> Symbol:
        found = cls._table.get(name)
        if found is None:
            found = object.__new__(cls)
            object.__setattr__(found, "name", name)
            cls._table[name] = found
        return found

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a Symbol cannot be changed")

    def __reduce__(self) -> tuple[type[Symbol], tuple[str]]:
        return Symbol, (self.name,)

    def __copy__(self) -> Symbol:
        return self

    def __deepcopy__(self, memo: object) -> Symbol:
        return self

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"Symbol({self.name!r})"

    def __hash__(self) -> int:
        return hash((Symbol, self.name))

    def __eq__(self, other: object) -> bool:
        return self is other

    def __lt__(self, other: Symbol) -> bool:
        if not isinstance(other, Symbol):
            return NotImplemented
        return self.name < other.name


def sym(name: str) -> Symbol:
    """The symbol of that name (what `:name` is in generated code)."""
    return Symbol(name)
