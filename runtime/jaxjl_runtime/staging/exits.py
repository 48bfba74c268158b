"""How a region of control flow ends: it falls through, breaks, or leaves with a value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

__all__ = ["BREAK", "DEFAULT", "NORMAL", "UNDEF", "Exit", "Leave", "Traced", "leave"]


class _Sentinel:
    """One named object."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return self.name


UNDEF = _Sentinel("#undef")
DEFAULT = _Sentinel("#default")

FALL, BROKE, LEFT = 0, 1, 2


class Exit:
    """The outcome of a region; `code` is FALL, BROKE or LEFT."""

    __slots__ = ()
    code: Any = FALL
    value: Any = UNDEF

    def or_else(self, rest: Callable[[], Any]) -> Any:
        """The value that the region left with, else what `rest()` returns."""
        return rest()

    def then(self, rest: Callable[[], Any]) -> Any:
        """For a region inside another one: the exit itself, or `rest()`'s if it fell through."""
        return rest()


class _Break(Exit):
    __slots__ = ()
    code = BROKE

    def then(self, rest: Callable[[], Any]) -> Any:
        return self

    def __repr__(self) -> str:
        return "BREAK"


class _Normal(Exit):
    __slots__ = ()

    def __repr__(self) -> str:
        return "NORMAL"


BREAK = _Break()
NORMAL = _Normal()


class Leave(Exit):
    """`return value` out of the function that holds the region."""

    __slots__ = ("value",)
    code = LEFT

    def __init__(self, value: Any) -> None:
        self.value = value

    def or_else(self, rest: Callable[[], Any]) -> Any:
        return self.value

    def then(self, rest: Callable[[], Any]) -> Any:
        return self


def leave(value: Any = None) -> Leave:
    """The outcome of `return value` inside a region."""
    return Leave(value)


class Traced(Exit):
    """An outcome known only at run time: `code` is a traced Int32."""

    __slots__ = ("code", "value")

    def __init__(self, code: Any, value: Any = UNDEF) -> None:
        self.code = code
        self.value = value

    def or_else(self, rest: Callable[[], Any]) -> Any:
        from .branches import branch

        return branch(self.code == LEFT, lambda: self.value, rest)

    def then(self, rest: Callable[[], Any]) -> Any:
        from .branches import branch

        return branch(self.code == FALL, rest, lambda: self)


def as_exit(outcome: Any) -> Exit:
    """The outcome that a region's function returned, as an `Exit`."""
    return outcome if isinstance(outcome, Exit) else NORMAL
