"""Loops outside a trace: they start in Python and move to compiled code when they are hot.

The compiled rest of a loop is cached by the canonical form of its closure, so that a second call
compiles nothing. It is pure and carries a flag: where an index is out of bounds, a divisor zero
or a NaN made, its result is dropped and Python runs the same iterations, so that errors are
Julia's own.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import islice
from types import CodeType
from typing import Any

import jax

from ..array import JaxArray
from ..ranges import OneTo, StepRange, UnitRange
from .exits import FALL, NORMAL, Exit
from .hot import HotLoop, compiled_rest
from .loops import decided as _decided
from .loops import elements, python_for, python_while

__all__ = ["hot_for", "hot_while"]

FEWEST = 64  # loops with fewer iterations stay in Python, whatever they do
CACHED = 256  # with at least so many, a compilation that exists is used at once
WORTH = 0.3  # seconds that the rest must be expected to take, for a compilation to be worth it
_cold: set[CodeType] = set()
_hot: set[CodeType] = set()


def hot_for(iterable: Any, body: Callable[[Any], Any]) -> Exit:
    """The outcome of a loop over a collection."""
    return _hot_for(iterable, body, body, FEWEST)


def hot_product(iterable: Any, each: Callable[[Any], Any], owner: Callable[..., Any]) -> Exit:
    """The outcome of the outermost of several loops that share the body `owner`."""
    return _hot_for(iterable, each, owner, FEWEST // 16)


def _hot_for(iterable: Any, body: Callable[[Any], Any], owner: Any, fewest: int) -> Exit:
    loop = _loop(iterable, body, owner, fewest)
    if loop is None:
        return python_for(elements(iterable), body, owner)
    code = loop.code
    if code in _hot and loop.length >= CACHED:
        outcome = compiled_rest(loop, 0, only_cached=True)
        if outcome is not None:
            return outcome
    return _timed(loop, elements(iterable), body)


def _loop(iterable: Any, body: Any, owner: Any, fewest: int) -> HotLoop | None:
    """What the loop needs to be compiled, or `None` where that is out of the question."""
    code = getattr(owner, "__code__", None)
    if code is None or code in _cold or not jax.config.jax_enable_x64:
        return None
    cls = type(iterable)
    if cls is UnitRange or cls is OneTo:
        start, step, length = iterable.start, 1, iterable.length
    elif cls is StepRange:
        start, step, length = iterable.start, iterable.step, iterable.length
    elif cls is JaxArray:
        start, step, length = None, 1, iterable.size[0] if iterable.ndim == 1 else 0
    else:
        return None
    if type(length) is not int or length < fewest or type(start) not in (int, type(None)):
        return None
    array = iterable if start is None else None
    return HotLoop(body, None, start, step, length, array, code)


def _timed(loop: HotLoop, iterator: Iterator[Any], body: Callable[[Any], Any]) -> Exit:
    done, chunk = 0, 4
    begin = time.perf_counter()
    while True:
        for element in islice(iterator, chunk):
            outcome = body(element)
            if outcome is not None and isinstance(outcome, Exit) and outcome.code is not FALL:
                return outcome
            done += 1
        left = loop.length - done
        if left <= 0:
            return python_for(iterator, body)
        spent = time.perf_counter() - begin
        if spent / done * left > WORTH:
            found = compiled_rest(loop, done)
            if found is not None:
                _hot.add(loop.code)
                return found
            if loop.refused:
                _cold.add(loop.code)
            return python_for(iterator, body)
        chunk = min(2 * chunk, 1024)


def hot_while(condition: Callable[[], Any], body: Callable[[], Any]) -> Exit:
    """The outcome of a `while` loop."""
    code = getattr(body, "__code__", None)
    if code is None or code in _cold or not jax.config.jax_enable_x64:
        return python_while(condition, body)
    begin, done = time.perf_counter(), 0
    while True:
        holds = condition()
        if holds is not True and (holds is False or not _decided(holds)):
            return NORMAL
        done += 1
        if not done & 63 and time.perf_counter() - begin > WORTH:
            break
        outcome = body()
        if outcome is not None and isinstance(outcome, Exit) and outcome.code is not FALL:
            return outcome
    loop = HotLoop(body, condition, None, 1, 0, None, code)
    found = compiled_rest(loop, done)
    if found is not None:
        return found
    if loop.refused:
        _cold.add(code)
    outcome = body()  # the condition has been asked already
    if outcome is not None and isinstance(outcome, Exit) and outcome.code is not FALL:
        return outcome
    return python_while(condition, body)
