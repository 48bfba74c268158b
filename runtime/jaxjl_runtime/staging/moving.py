"""Loops whose carried references move: `u, v = v, u`, `u = f(u)`, `prev, cur = cur, f(cur)`.

The arrays in the carried variables become proxies numbered by identity. After one trace it is known
which proxy each variable ends with (`sigma`), or that it is a fresh array. A permutation of
period p is unrolled p times on the real arrays; fresh arrays are carried as buffers once an
iteration has run on the arrays that the program itself made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import jax.numpy as jnp
import numpy as np
from jax import lax

from ..array import JaxArray
from ..cell import NotStageable, new_serial, not_static
from ..numbers import JaxNumber, NotScalar
from .closures import Place, places
from .exits import FALL, NORMAL, Exit, Traced, as_exit
from .loops import python_for
from .phi import PhiArray
from .region_loop import LoopBody
from .spec import Moved
from .staged_for import UNROLL_LIMIT, index_type, run_scan
from .unrolled import rest_of_for
from .while_loops import while_loop

__all__ = ["moving_for", "moving_while"]

_PEELED = 4
_LONGEST_PERIOD = 4
Sigma = list[int | None]


def _new(buffer: Any, number: int, bit: bool) -> JaxArray:
    return JaxArray(buffer, bit)


def _sigma(loop: LoopBody) -> Sigma:
    """For each array position after an iteration, the position it had before, or `None`: fresh."""
    return [
        next((k for k, proxy in enumerate(loop.inputs) if proxy is out), None)
        for out in loop.outputs
    ]


def _check_sound(loop: LoopBody, sigma: Sigma, mark: int) -> None:
    """Refuse what carrying buffers gets wrong: a carried array that the body reaches by another
    name, one that is mutated and then dropped although others hold it, an old one taken in."""
    groups = loop.entry_arrays
    if any(lifted.cell is group for lifted in loop.region.lifted for group in groups):
        raise Moved("a carried array is also reached by another name")
    for k, group in enumerate(groups):
        if k not in sigma and loop.inputs[k].touched and group.serial < mark:
            raise Moved("an array is mutated and then dropped")
    for out, origin in zip(loop.outputs, sigma, strict=True):
        if origin is None and out.serial < loop.region.serial:
            raise Moved("a carried variable takes an array that is not carried")


def _period(sigma: Sigma) -> int | None:
    """After how many iterations every array is back, or `None` if some are fresh."""
    size = len(sigma)
    if sorted(x for x in sigma if x is not None) != list(range(size)):
        return None
    power, period = list(sigma), 1
    while power != list(range(size)):
        power = [sigma[k] for k in power]  # type: ignore[index]
        period += 1
    return period


def moving_for(length: int, get: Any, body: Any, owner: Any, key: Any) -> Exit:
    """The outcome of a `for` loop of known length whose references move."""
    mark = new_serial()
    for start in range(_PEELED):
        if start == length:
            return NORMAL
        try:
            run = _moving_for(start, length, get, body, owner, (key, start), mark)
        except NotScalar:
            raise
        except Moved:
            pass
        except NotStageable:
            return _in_python(start, length, get, body, owner)
        else:
            return run()
        outcome = as_exit(body(_element(get, start)))
        if outcome.code is not FALL:
            return rest_of_for(outcome, _elements(get, start + 1, length), body, owner)
    return _in_python(_PEELED, length, get, body, owner)


def _element(get: Any, k: int) -> Any:
    return get(JaxNumber(jnp.asarray(k, index_type().dtype)))


def _elements(get: Any, start: int, length: int) -> Iterator[Any]:
    return (_element(get, k) for k in range(start, length))


def _in_python(start: int, length: int, get: Any, body: Any, owner: Any) -> Exit:
    """Run what is left of a loop whose arrays do not settle."""
    if length - start > UNROLL_LIMIT:
        not_static("a long loop whose carried arrays change in each iteration")
    return python_for(_elements(get, start, length), body, owner)


def _step(
    get: Any, body: Any, start: int, times: int = 1
) -> Callable[[Any], tuple[Any, list[Any]]]:
    def step(k: Any) -> tuple[Any, list[Any]]:
        outcome: Any = None
        for offset in range(times):
            outcome = body(get(JaxNumber(k if times == 1 else start + k * times + offset)))
        return outcome, []

    return step


def _moving_for(
    start: int, length: int, get: Any, body: Any, owner: Any, key: Any, mark: int
) -> Callable[[], Exit]:
    """Trace the body; how the iterations from `start` on are run."""
    variables = places(owner)
    kind = [index_type()]
    if key[1]:  # after a peeled iteration the references may stay where they are
        try:
            loop = LoopBody(_step(get, body, start), variables, key, kind)
            loop.read_entry()
            return lambda: run_scan(loop, start, length - start, _new)
        except Moved:
            pass
    loop = LoopBody(_step(get, body, start), variables, (key, "moving"), kind, positions=True)
    sigma = _sigma(loop)
    _check_sound(loop, sigma, mark)
    period = _period(sigma)
    groups = loop.entry_arrays
    if period is not None and period <= _LONGEST_PERIOD and not loop.exits:
        return lambda: _unroll_period(start, length, get, body, owner, key, period)
    if loop.exits and period is None and any(s is not None for s in sigma):
        raise NotStageable("a loop that may end early moves some of its arrays")
    loop.read_entry()
    if loop.exits and period is not None:
        return lambda: _exiting(loop, start, length - start, sigma, period)
    owners = _after(sigma, length - start)

    def make(buffer: Any, number: int, bit: bool) -> JaxArray:
        k = owners[number]
        if k is None:
            return JaxArray(buffer, bit)
        groups[k].write(buffer)
        return groups[k]

    return lambda: run_scan(loop, start, length - start, make)


def _after(sigma: Sigma, times: int) -> Sigma:
    """Which array each position holds after that many iterations."""
    found: Sigma = list(range(len(sigma)))
    for _ in range(min(times, len(sigma) + 1) if None in sigma else times % _period_of(sigma)):
        found = [None if s is None else found[s] for s in sigma]
    return found


def _period_of(sigma: Sigma) -> int:
    return _period(sigma) or 1


def _unroll_period(
    start: int, length: int, get: Any, body: Any, owner: Any, key: Any, period: int
) -> Exit:
    rounds, rest = divmod(length - start, period)
    if rounds:
        step = _step(get, body, start, period)
        loop = LoopBody(step, places(owner), (key, "period", start), [index_type()])
        loop.read_entry()
        run_scan(loop, 0, rounds, _new)
    for k in range(length - rest, length):
        body(_element(get, k))
    return NORMAL


def _exiting(loop: LoopBody, start: int, length: int, sigma: Sigma, period: int) -> Exit:
    """A loop that may end early and permutes its arrays: the count tells who is who."""
    operands = loop.operands()
    zero = jnp.asarray(np.asarray(0, index_type().dtype))

    def running(carry: Any) -> Any:
        return (carry[0] < length) & (carry[1][0] == FALL)

    def advance(carry: Any) -> Any:
        count, state = carry
        return count + 1, loop.advance(operands, state, [start + count])[0]

    count, state = while_loop(running, advance, (zero, loop.initial()))
    return _finish_permuted(loop, state, count, sigma, period, ran=length > 0)


def _finish_permuted(
    loop: LoopBody, state: Any, count: Any, sigma: Sigma, period: int, ran: bool
) -> Exit:
    groups, buffers = loop.entry_arrays, {}

    def keep(buffer: Any, number: int, bit: bool) -> JaxArray:
        buffers[number] = buffer
        return _choose(turn, [groups[_power(sigma, m)[number]] for m in range(period)])

    turn = lax.rem(count, jnp.asarray(np.asarray(period, count.dtype)))
    code, left = loop.finish(state, ran=ran, make=keep)
    for k, group in enumerate(groups):
        options = [buffers[_power(sigma, m).index(k)] for m in range(period)]
        group.write(lax.select_n(turn.astype(np.int32), *options) if period > 1 else options[0])
    return Traced(JaxNumber(code), left) if loop.exits else NORMAL


def _power(sigma: Sigma, m: int) -> list[int]:
    found = list(range(len(sigma)))
    for _ in range(m):
        found = [found[s] for s in sigma]  # type: ignore[index]
    return found


def _choose(turn: Any, arrays: list[JaxArray]) -> JaxArray:
    chosen = arrays[-1]
    for m in range(len(arrays) - 2, -1, -1):
        if arrays[m] is not chosen:
            chosen = PhiArray(turn == m, arrays[m], chosen)
    return chosen


def moving_while(
    first: Any,
    condition: Callable[[], Any],
    body: Callable[[], Any],
    step: Any,
    variables: list[Place],
    key: Any,
    mark: int | None,
) -> Callable[[], Exit]:
    """How a `while` loop whose references move is run."""
    try:
        loop = LoopBody(step, variables, (key, "moving"), positions=True)
        sigma = _sigma(loop)
        _check_sound(loop, sigma, mark or 0)
        period = _period(sigma)
        young = mark is not None and all(g.serial > mark for g in loop.entry_arrays)
        if period is None and not young:
            raise Moved("fresh arrays")
    except Moved:
        if mark is not None:
            raise NotStageable("the carried arrays do not settle") from None
        return lambda: _peel(first, condition, body)
    return lambda: _run_moving(loop, first, sigma, period)


def _run_moving(loop: LoopBody, first: Any, sigma: Sigma, period: int | None) -> Exit:
    loop.read_entry()
    operands = loop.operands()

    def advance(carry: Any) -> Any:
        _, count, state = carry
        state, (again,) = loop.advance(operands, state, [])
        return again & (state[0] == FALL), count + 1, state

    zero = jnp.asarray(np.asarray(0, index_type().dtype))
    start = (jnp.asarray(first), zero, loop.initial())
    _, count, state = while_loop(lambda carry: carry[0], advance, start)
    if period is not None:
        return _finish_permuted(loop, state, count, sigma, period, ran=first is True)
    code, left = loop.finish(state, ran=first is True, make=_new)
    return Traced(JaxNumber(code), left) if loop.exits else NORMAL


def _peel(first: Any, condition: Callable[[], Any], body: Callable[[], Any]) -> Exit:
    """Run the first iteration by itself, so that the loop carries arrays which it made."""
    from .staged_while import staged_while

    def run() -> Exit:
        mark = new_serial()
        return as_exit(body()).then(lambda: staged_while(condition, body, mark))

    if first is True:
        return run()
    from .staged_branches import staged_branch

    return as_exit(staged_branch(first, run, lambda: NORMAL, (condition, body)))
