"""`morespecific(a, b)`: which of two signatures a call prefers."""

from __future__ import annotations

from typing import Any

from .subtype import issubtype


def morespecific(a: Any, b: Any) -> bool:
    """Whether signature `a` is more specific than `b`."""
    if a is b:
        return False
    below, above = issubtype(a, b), issubtype(b, a)
    return below and not above
