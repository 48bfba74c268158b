"""Checks that only a running program can make; they are there under `JAXJL_CHECK=1`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jax
import numpy as np

from .. import config
from .._compat import Tracer

__all__ = ["check"]


def check(holds: Any, error: Callable[[], BaseException]) -> None:
    """Raise Julia's exception `error()` when the program runs and `holds` turns out false."""
    if not isinstance(holds, Tracer):
        if not np.all(holds):
            raise error()
        return
    if not config.CHECK:
        return
    exception = error()

    def at_run_time(ok: Any) -> None:
        if not np.all(ok):
            raise exception

    jax.debug.callback(at_run_time, holds)
