"""The few things that JAX and Equinox do not offer in public.

Each has a test in tests/staging/test_compat.py.
"""

from __future__ import annotations

from typing import Any

import jax

__all__ = ["Tracer", "current_trace", "set_current_trace", "trace_is_clean"]

Tracer = jax.core.Tracer


def trace_is_clean() -> bool:
    """Whether no transformation of JAX is at work in this thread."""
    return _clean()


def _import_core() -> Any:
    from jax._src import core

    return core


_core: Any = _import_core()
_clean = _core.trace_state_clean


def current_trace() -> Any:
    """JAX's current trace."""
    return _core.trace_ctx.trace


def set_current_trace(trace: Any) -> Any:
    """A context manager in which `trace` is the current one."""
    return _core.set_current_trace(trace)
