"""Base's functions of pairs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from .curried import comparison
from .dispatch import base, generic
from .exceptions import BoundsError
from .pairs import Pair

__all__: list[str] = []


@base("elements", Pair)
def _(pair: Pair) -> Iterator[Any]:
    return iter((pair.first, pair.second))


@base("first", Pair)
def _(pair: Pair) -> Any:
    return pair.first


@base("last", Pair)
def _(pair: Pair) -> Any:
    return pair.second


@base("getindex", Pair)
def _(pair: Pair, index: int) -> Any:
    if index not in (1, 2):
        raise BoundsError(pair, index)
    return pair.first if index == 1 else pair.second


@base("length", Pair)
def _(pair: Pair) -> int:
    return 2


@base("lastindex", Pair)
def _(pair: Pair) -> int:
    return 2


@base("reverse", Pair)
def _(pair: Pair) -> Pair:
    return Pair(pair.second, pair.first)


@comparison("==", Pair, at=(0, 1))
def _(a: Any, b: Any) -> Any:
    if not (isinstance(a, Pair) and isinstance(b, Pair)):
        return False
    return _both(generic("==")(a.first, b.first), lambda: generic("==")(a.second, b.second))


def _both(first: Any, second: Callable[[], Any]) -> Any:
    if first is False:
        return False
    other = second()
    return other if first is True or other is False else first


@comparison("isequal", Pair, at=(0, 1))
def _(a: Any, b: Any) -> bool:
    if not (isinstance(a, Pair) and isinstance(b, Pair)):
        return False
    same = generic("isequal")
    return bool(same(a.first, b.first) and same(a.second, b.second))


@comparison("isless", Pair, at=(0, 1))
def _(a: Pair, b: Pair) -> bool:
    less = generic("isless")
    if less(a.first, b.first):
        return True
    return bool(generic("isequal")(a.first, b.first) and less(a.second, b.second))
