"""Broadcasts, indexing and assignment under `jit`, `vmap` and `grad`."""

from __future__ import annotations

from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from jaxjl_transpile import load

PATH = Path(__file__).with_name("transforms.jl")
X = np.array([0.7, -1.3, 2.1, 0.4])


def _names() -> list[str]:
    lines = PATH.read_text(encoding="utf-8").splitlines()
    heads = [line.removeprefix("function ") for line in lines]
    return [h[: h.index("(")] for h in heads if h.startswith("f") and h[1:2].isdigit()]


@pytest.fixture(scope="module")
def module() -> object:
    return load(PATH)


@pytest.mark.parametrize("name", _names())
def test_transforms_agree(name: str, module: object, strict_jax: None) -> None:
    f = getattr(module, name)
    eager = float(f(X))
    assert float(jax.jit(f)(X)) == pytest.approx(eager, rel=1e-9)
    batch = np.stack([X, X + 0.01])
    one_by_one = [float(f(row)) for row in batch]
    assert np.asarray(jax.vmap(f)(batch)) == pytest.approx(one_by_one, rel=1e-9)
    gradient = np.asarray(jax.grad(lambda v: jnp.asarray(f(v)))(jnp.asarray(X)))
    steps = 1e-6 * np.eye(4)
    slopes = [(float(f(X + s)) - float(f(X - s))) / 2e-6 for s in steps]
    assert gradient == pytest.approx(np.array(slopes), abs=1e-4)
