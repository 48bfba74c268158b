"""What `_compat.py` takes from inside JAX does what the runtime needs."""

from __future__ import annotations

from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from jaxjl_runtime import _compat


def test_trace_is_clean() -> None:
    seen: list[bool] = []
    assert _compat.trace_is_clean()
    jax.jit(lambda x: seen.append(_compat.trace_is_clean()) or x)(1.0)
    jax.grad(lambda x: seen.append(_compat.trace_is_clean()) or x)(1.0)
    jax.vmap(lambda x: seen.append(_compat.trace_is_clean()) or x)(jnp.ones(2))
    assert seen == [False, False, False]


def test_inputs_made_while_tracing_follow_the_arguments() -> None:
    extra: list[Any] = []

    def run(x: Any) -> list[Any]:
        extra.append(_compat.new_input(_compat.current_trace(), (3,), np.dtype(np.float64)))
        return [x + extra[0].sum()]

    jaxpr, consts = _compat.trace_to_jaxpr(run, [jax.ShapeDtypeStruct((), np.float64)])
    assert [v.aval.shape for v in jaxpr.invars] == [(), (3,)]
    (result,) = _compat.eval_jaxpr(jaxpr, consts, jnp.asarray(1.0), jnp.arange(3.0))
    assert result == 4.0


def test_constants_of_an_outer_trace_are_kept() -> None:
    def outer(y: Any) -> Any:
        jaxpr, consts = _compat.trace_to_jaxpr(
            lambda x: [x * y], [jax.ShapeDtypeStruct((), np.float64)]
        )
        return _compat.eval_jaxpr(jaxpr, consts, jnp.asarray(3.0))[0]

    assert jax.jit(outer)(2.0) == 6.0
    assert jax.grad(outer)(2.0) == 3.0
