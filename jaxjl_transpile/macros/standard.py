"""The table of the standard macros; importing this file fills it."""

from __future__ import annotations

from . import (  # noqa: F401 - each file registers its macros
    cartesian,
    doc,
    dots,
    enums,
    errors,
    generated,
    hints,
    kwdef,
    logs,
    misc,
    numbers,
    printing,
    testing,
    texts,
    timing,
    types,
    views,
)
from .registry import MACROS, Macro


def macros() -> dict[str, Macro]:
    """The expansion of each standard macro, by its name with the `@`."""
    return MACROS
