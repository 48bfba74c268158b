"""`for` under a trace: one trace of the body, then a scan over its jaxpr."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax

from ..array import JaxArray
from ..cell import NotStageable, StagingError, nested, not_static
from ..numbers import JaxNumber, NotScalar
from .closures import places
from .early import early_exit_scan
from .exits import FALL, LEFT, NORMAL, UNDEF, Exit, Traced
from .loops import elements, python_for
from .positional import positional
from .region_loop import LoopBody
from .spec import Moved

__all__ = ["staged_for", "traced_consumed"]

Body = Callable[[Any], Any]
UNROLL_LIMIT = 10_000
HOST_LIMIT = 100_000  # a loop that touches nothing traced runs on the host up to this many times


def staged_for(iterable: Any, body: Body, owner: Body) -> Exit:
    """The outcome of the loop; `owner` is the function whose variables the body rebinds."""
    found = positional(iterable)
    if found is None:
        return python_for(elements(iterable), body, owner)
    length, get = found
    if isinstance(length, JaxNumber):
        from .staged_while import dynamic_for

        return dynamic_for(length, get, body, owner)
    if length <= 0:
        return NORMAL
    try:
        run = _stage(int(length), get, body, owner, iterable)
    except NotScalar:
        raise
    except NotStageable as reason:
        if length > UNROLL_LIMIT:
            not_static(f"a loop of {length} iterations cannot be staged: {reason}")
        return _in_python(reason, iterable, body, owner)
    return carried_out(run)


def carried_out(run: Callable[[], Exit]) -> Exit:
    """The outcome of a planned loop. What fails now has done something already: it is for the level
    outside to undo, or an error."""
    try:
        return run()
    except NotScalar:
        raise
    except NotStageable as reason:
        if nested():
            raise
        raise StagingError(str(reason)) from None


def _in_python(reason: NotStageable, iterable: Any, body: Body, owner: Body) -> Exit:
    try:
        return python_for(elements(iterable), body, owner)
    except StagingError as error:
        error.add_note(f"the loop could not be staged either: {reason}")
        raise


def index_type() -> jax.ShapeDtypeStruct:
    """The type of the counter of a staged loop."""
    return jax.ShapeDtypeStruct((), jax.dtypes.canonicalize_dtype(np.int64))


def _stage(length: int, get: Any, body: Body, owner: Body, iterable: Any) -> Callable[[], Exit]:
    """Trace the body; how the loop is then run."""
    key = getattr(owner, "__code__", owner)

    def step(k: Any) -> tuple[Any, list[Any]]:
        return body(get(JaxNumber(k))), []

    variables = places(owner)
    try:
        loop = LoopBody(step, variables, key, [index_type()])
    except Moved:
        from .moving import moving_for

        return lambda: moving_for(length, get, body, owner, key)
    loop.read_entry()
    if not loop.touches_tracer() and length <= HOST_LIMIT:
        return lambda: python_for(elements(iterable), body, owner)
    return lambda: run_scan(loop, 0, length, lambda buffer, number, bit: JaxArray(buffer, bit))


def run_scan(
    loop: LoopBody, start: int, length: int, make: Callable[[Any, int, bool], Any]
) -> Exit:
    """Run `length` iterations from position `start`; the outcome, `break` not yet consumed."""
    operands = loop.operands()
    loop.counter = (start, start + length - 1)
    counter = jnp.asarray(np.asarray(start, index_type().dtype))

    def step(operands: Any, k: Any, state: Any) -> Any:
        return loop.advance(operands, state, [k])[0]

    if loop.exits:
        state = early_exit_scan(step, operands, counter, loop.initial(), length)
    else:

        def advance(carry: Any, _: None) -> tuple[Any, None]:
            k, state = carry
            return (k + 1, step(operands, k, state)), None

        (_, state), _ = lax.scan(advance, (counter, loop.initial()), None, length=length)
    code, left = loop.finish(state, ran=length > 0, make=make)
    return Traced(JaxNumber(code), left) if loop.exits else NORMAL


def traced_consumed(outcome: Traced) -> Exit:
    """The outcome of a loop whose body's is traced: only a `leave` goes on."""
    if outcome.value is UNDEF:
        return NORMAL
    buffer = outcome.code.buffer
    return Traced(JaxNumber(jnp.where(buffer == LEFT, buffer, np.int32(FALL))), outcome.value)
