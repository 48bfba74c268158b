"""The programs of `programs.py`, eagerly, jitted, and vmapped."""

from __future__ import annotations

from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from jaxjl_runtime.array import JaxArray
from jaxjl_runtime.numbers import JaxNumber

from .programs import CASES

IDS = [f"{function.__name__}{k}" for k, (function, _, _) in enumerate(CASES)]


def wrapped(x: Any) -> Any:
    if isinstance(x, jax.Array):
        return JaxArray(x) if x.ndim else JaxNumber(x)
    return JaxArray(np.array(x)) if isinstance(x, np.ndarray) else x


def plain(x: Any) -> Any:
    if isinstance(x, tuple):
        return tuple(plain(item) for item in x)
    if isinstance(x, JaxArray):
        return x.read()
    return x.buffer if isinstance(x, JaxNumber) else x


def same(have: Any, want: Any) -> None:
    if isinstance(want, tuple):
        assert len(have) == len(want)
        for a, b in zip(have, want, strict=True):
            same(a, b)
    else:
        np.testing.assert_allclose(np.asarray(have), np.asarray(want), rtol=1e-12)


@pytest.mark.parametrize("function, arguments, gives", CASES, ids=IDS)
def test_eager(function: Any, arguments: Any, gives: Any) -> None:
    same(plain(function(*map(wrapped, arguments))), gives)


def traced(function: Any, arguments: Any) -> tuple[Any, list[Any]]:
    """A function of the arrays and floats among the arguments; integers stay known."""
    places = [k for k, a in enumerate(arguments) if not isinstance(a, int)]

    def call(*values: Any) -> Any:
        given = list(arguments)
        for k, value in zip(places, values, strict=True):
            given[k] = value
        return plain(function(*map(wrapped, given)))

    return call, [jnp.asarray(arguments[k]) for k in places]


@pytest.mark.parametrize("function, arguments, gives", CASES, ids=IDS)
def test_jit(function: Any, arguments: Any, gives: Any) -> None:
    call, values = traced(function, arguments)
    same(jax.jit(call)(*values), gives)


@pytest.mark.parametrize("function, arguments, gives", CASES, ids=IDS)
def test_vmap(function: Any, arguments: Any, gives: Any) -> None:
    call, values = traced(function, arguments)
    batch = [jnp.stack([v, v + 1]) for v in values]
    result = jax.jit(jax.vmap(call))(*batch)
    same(jax.tree.map(lambda x: x[0] if hasattr(x, "shape") else x, result), gives)
