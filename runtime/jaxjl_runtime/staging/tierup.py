"""Loops outside a trace: they start in Python and move to compiled code when they are hot."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .exits import Exit
from .loops import elements, python_for

__all__ = ["hot_for"]


def hot_for(iterable: Any, body: Callable[[Any], Any]) -> Exit:
    """Run `body` for each element."""
    return python_for(elements(iterable), body)
