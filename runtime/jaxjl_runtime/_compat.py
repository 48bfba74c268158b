"""The few things that JAX and Equinox do not offer in public.

Each has a test in tests/staging/test_compat.py.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import jax
from jax._src import api_util, core, source_info_util
from jax._src import linear_util as lu
from jax._src.interpreters import partial_eval as pe

__all__ = [
    "Tracer",
    "current_trace",
    "eval_jaxpr",
    "new_input",
    "set_current_trace",
    "trace_is_clean",
    "trace_to_jaxpr",
]

Tracer = jax.core.Tracer
eval_jaxpr = core.eval_jaxpr
trace_is_clean = core.trace_state_clean
set_current_trace = core.set_current_trace


def current_trace() -> Any:
    """JAX's current trace."""
    return core.trace_ctx.trace


def trace_to_jaxpr(
    function: Callable[..., Sequence[Any]], types: Sequence[jax.ShapeDtypeStruct]
) -> tuple[Any, list[Any]]:
    """The jaxpr of a function of flat arguments, and its constants. Inputs that `new_input` made
    while it ran follow the arguments in `jaxpr.invars`."""
    info = api_util.debug_info("jaxjl", function, tuple(types), {})
    wrapped = lu.wrap_init(function, debug_info=info)
    avals = [core.ShapedArray(t.shape, t.dtype) for t in types]
    jaxpr, _, consts = pe.trace_to_jaxpr_dynamic(wrapped, avals)
    return jaxpr.replace(debug_info=jaxpr.debug_info.with_unknown_names()), list(consts)


def new_input(trace: Any, shape: tuple[int, ...], dtype: Any) -> Any:
    """A tracer for one more input of a jaxpr that is being made."""
    return trace.new_arg(core.ShapedArray(shape, dtype), source_info_util.current())
