"""The kinds of `while` loop: JAX's own, and Equinox's, which can be differentiated in reverse.

`checkpointed` (the default) has reverse mode at the primal cost of `lax.while_loop`; `bounded`
has all modes but needs a bound; `lax` has forward mode only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import equinox.internal as eqxi
from jax import lax

__all__ = ["loop_kind", "while_loop"]

_CHECKPOINTS = 64
_kind: ContextVar[tuple[str, int | None]] = ContextVar("kind", default=("checkpointed", None))


@contextmanager
def loop_kind(kind: str, max_steps: int | None = None) -> Iterator[None]:
    """Within it, `while` loops are traced as `kind`: "checkpointed", "bounded" or "lax"."""
    token = _kind.set((kind, max_steps))
    try:
        yield
    finally:
        _kind.reset(token)


def while_loop(running: Callable[[Any], Any], step: Callable[[Any], Any], state: Any) -> Any:
    """The state where `running` first fails."""
    kind, max_steps = _kind.get()
    if kind == "lax":
        return lax.while_loop(running, step, state)
    checkpoints = {"checkpoints": _CHECKPOINTS} if kind == "checkpointed" else {}
    return eqxi.while_loop(running, step, state, max_steps=max_steps, kind=kind, **checkpoints)
