"""Functions of collections give the same eagerly, under `jit` and `vmap`; gradients are checked."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import pytest

HERE = Path(__file__).parent
POINT = np.array([0.5, 3.0, 1.5, 2.25])
COUNT = 40


@cache
def module() -> Any:
    """The Julia functions as a Python module."""
    from jaxjl_transpile import load

    return load(HERE / "traced" / "functions.jl")


@pytest.mark.slow
@pytest.mark.parametrize("number", range(1, COUNT + 1))
def test_same_in_a_trace(number: int) -> None:
    function = getattr(module(), f"f{number}")
    eager = np.asarray(function(POINT))
    np.testing.assert_allclose(np.asarray(jax.jit(function)(POINT)), eager, rtol=1e-12)
    batch = np.stack([POINT, POINT[::-1]])
    rows = np.stack([np.asarray(function(row)) for row in batch])
    np.testing.assert_allclose(np.asarray(jax.vmap(function)(batch)), rows, rtol=1e-12)
    if eager.dtype.kind == "f":
        _check_gradient(function)


def _check_gradient(function: Any) -> None:
    step = 1e-6
    differences = [
        (float(function(POINT + step * e)) - float(function(POINT - step * e))) / (2 * step)
        for e in np.eye(len(POINT))
    ]
    gradient = jax.grad(lambda x: jnp.asarray(function(x)).astype(float))(POINT)
    np.testing.assert_allclose(gradient, differences, atol=1e-5)
