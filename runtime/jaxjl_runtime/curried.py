"""Comparisons that may lack their right side: `isequal(x)` is `y -> isequal(y, x)`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .dispatch import GenericFunction, base, generic

__all__ = ["comparison"]

_ABSENT: Any = object()


def comparison(
    name: str, *classes: Any, at: int | tuple[int, ...] = (0, 1)
) -> Callable[[Callable[[Any, Any], Any]], GenericFunction]:
    """A decorator like `base`, for a function of two arguments with a curried form."""

    def add(compare: Callable[[Any, Any], Any]) -> GenericFunction:
        def call(a: Any, b: Any = _ABSENT) -> Any:
            if b is _ABSENT:
                return lambda x: generic(name)(x, a)
            return compare(a, b)

        return base(name, *classes, at=at)(call)

    return add
