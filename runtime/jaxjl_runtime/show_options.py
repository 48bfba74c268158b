"""The display options that travel with an `IO`: Julia's `IOContext`."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

__all__ = ["DEFAULT", "UNSET", "Options"]


class _Unset:
    def __repr__(self) -> str:
        return "unset"


UNSET = _Unset()


@dataclass(frozen=True, slots=True, eq=False)
class Options:
    """The options. An `UNSET` field is absent: `haskey(io, :compact)` tells it from false."""

    compact: Any = UNSET
    limit: Any = UNSET
    typeinfo: Any = UNSET
    displaysize: Any = UNSET
    color: Any = UNSET
    module: Any = UNSET
    shown: tuple[Any, ...] = ()
    extra: dict[str, Any] = field(default_factory=dict)

    def with_type(self, julia_type: Any) -> Options:
        """The same, where the reader already knows that values are of `julia_type`."""
        if self.typeinfo is julia_type:
            return self
        return replace(self, typeinfo=julia_type)

    def inside(self, x: Any) -> Options:
        """The same within `x`, so that a value which contains itself is seen."""
        return replace(self, shown=(x, *self.shown))

    def with_compact(self) -> Options:
        """The same with `:compact` set."""
        return replace(self, compact=True)

    @property
    def is_compact(self) -> bool:
        """Whether `:compact` is true."""
        return self.compact is True

    @property
    def is_limited(self) -> bool:
        """Whether `:limit` is true."""
        return self.limit is True

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns of the display."""
        return (24, 80) if self.displaysize is UNSET else self.displaysize

    def get(self, key: str) -> Any:
        """The value of an option, `UNSET` where it is absent."""
        if key in _NAMES:
            return getattr(self, key)
        return self.extra.get(key, UNSET)

    def set(self, key: str, value: Any) -> Options:
        """The same with one option set."""
        if key in _NAMES:
            return replace(self, **{key: value})
        return replace(self, extra={**self.extra, key: value})

    def circular_mark(self, x: Any) -> str | None:
        """What stands for a value that contains itself."""
        for depth, outer in enumerate(self.shown, 1):
            if outer is x:
                return f"#= circular reference @-{depth} =#"
        return None


_NAMES = frozenset({"compact", "limit", "typeinfo", "displaysize", "color", "module"})
DEFAULT = Options()
