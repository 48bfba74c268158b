"""A loop of known length that may end early, differentiable both ways.

The primal is a `while_loop` that stops where the program does. Its derivative is that of a scan
over all iterations in which those after the exit do nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jax
from jax import lax

__all__ = ["early_exit_scan"]

Step = Callable[[Any, Any, Any], Any]


def early_exit_scan(step: Step, operands: Any, start: Any, state: Any, length: int) -> Any:
    """The state after at most `length` steps; `state[0]` is the exit code, zero while running."""

    def scan(operands: Any, state: Any) -> Any:
        def advance(carry: Any, _: None) -> Any:
            k, state = carry
            state = lax.cond(state[0] == 0, lambda s: step(operands, k, s), lambda s: s, state)
            return (k + 1, state), None

        return lax.scan(advance, (start, state), None, length=length)[0][1]

    @jax.custom_jvp
    def loop(operands: Any, state: Any) -> Any:
        def running(carry: Any) -> Any:
            return (carry[0] < start + length) & (carry[1][0] == 0)

        def advance(carry: Any) -> Any:
            k, state = carry
            return k + 1, step(operands, k, state)

        return lax.while_loop(running, advance, (start, state))[1]

    @loop.defjvp
    def _(primals: Any, tangents: Any) -> Any:
        return jax.jvp(scan, primals, tangents)

    return loop(operands, state)
