"""What generated code calls to take values apart, and for the conditions of Python's own `if`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from .array import JaxArray
from .containers import HostArray
from .dispatch import generic
from .exceptions import BoundsError
from .iteration import elements
from .staging.conditions import test

__all__ = ["condition", "destructure", "nested_elements"]


def destructure(value: Any, count: int, slurp: int | None = None) -> tuple[Any, ...]:
    """The `count` values that `a, b = value` binds; `slurp` is the position of `rest...`."""
    if type(value) is tuple and slurp is None and len(value) == count:
        return value
    if slurp is not None:
        return _with_rest(value, count, slurp)
    found = tuple(islice(elements(value), count))
    if len(found) < count:
        raise BoundsError(value, len(found) + 1)
    return found


def _with_rest(value: Any, count: int, slurp: int) -> tuple[Any, ...]:
    """Before, rest and after: the rest of a tuple is a tuple, of anything else an array."""
    after = count - slurp - 1
    if type(value) is tuple:
        if len(value) < count - 1:
            raise BoundsError(value, len(value) + 1)
        end = len(value) - after
        return (*value[:slurp], value[slurp:end], *value[end:])
    if isinstance(value, JaxArray | HostArray):
        return _array_with_rest(value, slurp, after)
    found = list(elements(value))
    if len(found) < count - 1:
        raise BoundsError(value, len(found) + 1)
    end = len(found) - after
    rest: Any = generic("collect")(tuple(found[slurp:end]))
    if isinstance(value, str):
        rest = "".join(item.text for item in found[slurp:end])
    return (*found[:slurp], rest, *found[end:])


def _array_with_rest(value: Any, slurp: int, after: int) -> tuple[Any, ...]:
    length = generic("length")(value)
    if length < slurp + after:
        raise BoundsError(value, length + 1)
    get = generic("getindex")
    before = [get(value, k) for k in range(1, slurp + 1)]
    rest = get(value, generic(":")(slurp + 1, length - after))
    last = [get(value, k) for k in range(length - after + 1, length + 1)]
    return (*before, rest, *last)


def condition(value: Any) -> bool:
    """The condition of a plain `if`: a Bool known now, else Julia's TypeError or a refusal."""
    if value is True or value is False:
        return value
    decided = test(value)
    if decided is True or decided is False:
        return decided
    from .cell import NotStageable

    raise NotStageable("a branch with an exit out of `try` needs a condition known outside of JAX")


def nested_elements(*iterators: Callable[..., Any]) -> Iterator[tuple[Any, ...]]:
    """The tuples of variables of `for i in a, j in b`; later iterators see earlier variables."""

    def go(values: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
        if len(values) == len(iterators):
            yield values
            return
        for item in elements(iterators[len(values)](*values)):
            yield from go((*values, item))

    return go(())
