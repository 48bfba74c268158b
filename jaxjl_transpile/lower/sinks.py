"""Where the value of an expression goes: nowhere, out of the function, or into a variable."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .. import ir
from ..syntax.source import Span


@dataclass(frozen=True)
class Effect:
    """The value is not used."""


@dataclass(frozen=True)
class Tail:
    """The value is what the function returns."""


@dataclass(frozen=True)
class Store:
    """The value is given to `assign`, which adds the statements that keep it."""

    assign: Callable[[ir.Value, Span | None], None]


Sink = Effect | Tail | Store
EFFECT = Effect()
TAIL = Tail()
