"""Loops, branches and mutation of `control/*.jl`: eagerly, jitted, vmapped, differentiated."""

from __future__ import annotations

from functools import cache
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from .jl_files import FOLDER, Call, all_calls, arguments, numbers

CALLS = all_calls()
TRACED = [c for c in CALLS if c.traced]
JUMPS = set(
    [
        "trip_from_data",
        "collatz",
        "histogram",
        "newton",
        "bisect",
        "nested_return",
        "while_fresh",
        "early",
        "outer_variable",
        "gcd_loop",
        "floyd",
    ]
)


@cache
def module(name: str) -> Any:
    import jaxjl_transpile

    return jaxjl_transpile.load(FOLDER / f"{name}.jl")


def name_of(call: Call) -> str:
    return call.text


def function(call: Call) -> tuple[Any, list[Any]]:
    from jaxjl_runtime.names import mangle

    name, given = arguments(call.text)
    return getattr(module(call.file), mangle(name)), given


def check(result: Any, call: Call) -> None:
    np.testing.assert_allclose(numbers(result), call.answer, rtol=1e-10, atol=1e-12)


def traced(f: Any, given: list[Any]) -> tuple[Any, list[Any]]:
    """The function of the arrays and floats among the arguments."""
    places = [k for k, x in enumerate(given) if not isinstance(x, int)]

    def call(*values: Any) -> Any:
        args = list(given)
        for k, value in zip(places, values, strict=True):
            args[k] = value
        return f(*args)

    return call, [jnp.asarray(given[k]) for k in places]


@pytest.mark.parametrize("call", CALLS, ids=name_of)
def test_eager(call: Call) -> None:
    f, given = function(call)
    check(f(*given), call)


@pytest.mark.parametrize("call", TRACED, ids=name_of)
def test_jit(call: Call) -> None:
    f, values = traced(*function(call))
    check(jax.jit(f)(*values), call)


@pytest.mark.slow
@pytest.mark.parametrize("call", TRACED, ids=name_of)
def test_vmap(call: Call) -> None:
    f, values = traced(*function(call))
    result = jax.jit(jax.vmap(f))(*(jnp.stack([x, x + 1]) for x in values))
    check(jax.tree.map(lambda x: x[0] if isinstance(x, jax.Array) else x, result), call)


def total(result: Any) -> Any:
    """The sum of all floats of a result, weighted so that no two cancel."""
    floats = (x for x in jax.tree.leaves(result) if jnp.result_type(x).kind == "f")
    return sum((jnp.sum(x) * (k + 1) for k, x in enumerate(map(jnp.asarray, floats))), 0.0)


@pytest.mark.slow
@pytest.mark.parametrize(
    "call", [c for c in TRACED if c.text.split("(")[0] not in JUMPS], ids=name_of
)
def test_grad(call: Call) -> None:
    f, values = traced(*function(call))
    values = [x for x in values if jnp.issubdtype(x.dtype, jnp.floating)]
    if not values:
        pytest.skip("no floats")
    scalar = jax.jit(lambda *a: total(f(*a)))
    grads = jax.jit(jax.grad(lambda *a: total(f(*a)), tuple(range(len(values)))))(*values)
    rng = np.random.default_rng(0)
    directions = [rng.standard_normal(x.shape) for x in values]
    h = 1e-6
    ahead = scalar(*(x + h * d for x, d in zip(values, directions, strict=True)))
    behind = scalar(*(x - h * d for x, d in zip(values, directions, strict=True)))
    slope = sum(float(jnp.sum(g * d)) for g, d in zip(grads, directions, strict=True))
    np.testing.assert_allclose(slope, (ahead - behind) / (2 * h), rtol=1e-4, atol=1e-5)
