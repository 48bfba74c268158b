"""`while`, and `for` of run-time length, under a trace: one trace, then a `while_loop`."""

from __future__ import annotations

from collections.abc import Callable
from types import CodeType
from typing import Any

import jax.numpy as jnp
import numpy as np

from ..array import JaxArray
from ..cell import NotStageable, not_static
from ..numbers import JaxNumber, NotScalar, cast, to_device
from .branches import branch
from .closures import places
from .conditions import test
from .exits import FALL, NORMAL, Exit, Traced
from .region_loop import LoopBody
from .spec import Moved
from .staged_for import carried_out, index_type
from .unrolled import rest_of_while
from .while_loops import while_loop

__all__ = ["dynamic_for", "staged_while"]

Thunk = Callable[[], Any]


def staged_while(condition: Thunk, body: Thunk, mark: int | None = None, first: Any = None) -> Exit:
    """The outcome of the loop; arrays younger than `mark` are known to nobody else, and `first` is
    the condition's value if it has been asked."""
    first = test(condition()) if first is None else first
    if first is False:
        return NORMAL
    if first is not True and first.ndim:
        raise NotScalar("the condition of a loop")
    try:
        run = _stage(first, condition, body, mark)
    except NotScalar:
        raise
    except NotStageable as reason:
        if first is not True:
            not_static(f"the condition of a loop that cannot be staged ({reason})")
        return _in_python(condition, body, reason)
    return carried_out(run)


def _in_python(condition: Thunk, body: Thunk, reason: NotStageable | None = None) -> Exit:
    """Run a loop whose condition has just been true."""
    holds: Any = True
    count = 0
    while holds is True:
        count += 1
        outcome = body()
        if isinstance(outcome, Traced):
            return rest_of_while(outcome, lambda: _python_bool(condition), body, (condition, body))
        if isinstance(outcome, Exit) and outcome.code is not FALL:
            return outcome
        holds = test(condition())
    if holds is not False:
        why = f" ({reason})" if reason is not None else ""
        not_static(f"the condition of a loop that cannot be staged{why}")
    return NORMAL


def _python_bool(condition: Thunk) -> Any:
    return test(condition())


def _stage(first: Any, condition: Thunk, body: Thunk, mark: int | None) -> Callable[[], Exit]:
    """Trace the body; how the loop is then run."""
    known = False

    def step() -> tuple[Any, list[Any]]:
        nonlocal known
        outcome = body()
        if isinstance(outcome, Traced):
            again = branch(outcome.code == FALL, condition, lambda: False)
        elif isinstance(outcome, Exit) and outcome.code is not FALL:
            again = False
        else:
            again = condition()
        again = test(again)
        known = isinstance(again, bool)
        return outcome, [jnp.asarray(again)]

    variables = places(condition, body)
    key = (body.__code__, condition.__code__)
    try:
        loop = LoopBody(step, variables, key)
    except Moved:
        from .moving import moving_while

        return moving_while(first, condition, body, step, variables, key, mark)
    loop.read_entry()
    if first is True and not loop.touches_tracer():
        return lambda: _in_python(condition, body)
    if first is True and known and not loop.exits:
        raise NotStageable("a loop whose condition is always true")
    return lambda: run_while(loop, first, lambda buffer, number, bit: JaxArray(buffer, bit))


def run_while(loop: LoopBody, first: Any, make: Callable[[Any, int, bool], Any]) -> Exit:
    """Run the loop while its condition, the first further leaf of its step, holds."""
    operands = loop.operands()

    def advance(carry: Any) -> Any:
        _, state = carry
        state, (again,) = loop.advance(operands, state, [])
        return again & (state[0] == FALL), state

    _, state = while_loop(lambda carry: carry[0], advance, (jnp.asarray(first), loop.initial()))
    code, left = loop.finish(state, ran=first is True, make=make)
    return Traced(JaxNumber(code), left) if loop.exits else NORMAL


def dynamic_for(length: JaxNumber, get: Any, body: Callable[[Any], Any], owner: Any) -> Exit:
    """The outcome of a `for` loop whose number of iterations is traced."""
    key = (getattr(owner, "__code__", owner), "dynamic")

    def step(k: Any) -> tuple[Any, list[Any]]:
        return body(get(JaxNumber(k))), []

    try:
        loop = LoopBody(step, places(owner), key, [index_type()])
    except NotScalar:
        raise
    except NotStageable as reason:
        not_static(f"the length of a loop that cannot be staged ({reason})")
    return _run_counted(loop, np.asarray(0, index_type().dtype), length.buffer)


def run_from(begin: Any, end: Any, get: Any, body: Callable[[Any], Any], code: CodeType) -> Exit:
    """The outcome of the iterations `begin` to `end` (traced) of a loop known by its `code`."""

    def step(k: Any) -> tuple[Any, list[Any]]:
        return body(get(JaxNumber(k))), []

    loop = LoopBody(step, places(body), (code, "rest"), [index_type()])
    return _run_counted(loop, begin, end)


def _run_counted(loop: LoopBody, begin: Any, end: Any) -> Exit:
    loop.read_entry()
    operands = loop.operands()
    counter = np.dtype(index_type().dtype)
    limit = cast(to_device(end), counter)

    def advance(carry: Any) -> Any:
        k, state = carry
        state, _ = loop.advance(operands, state, [k])
        return k + 1, state

    def running(carry: Any) -> Any:
        return (carry[0] < limit) & (carry[1][0] == FALL)

    _, state = while_loop(running, advance, (cast(to_device(begin), counter), loop.initial()))
    make = lambda buffer, number, bit: JaxArray(buffer, bit)  # noqa: E731
    code, left = loop.finish(state, ran=False, make=make)
    return Traced(JaxNumber(code), left) if loop.exits else NORMAL
