"""Every program of the corpus prints what real Julia printed; its differentiable functions agree
under jit, vmap and grad.
"""

from __future__ import annotations

import contextlib
import io

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from corpus.compare import differences
from corpus.programs import Program, programs
from jaxjl_transpile.loader import load, run_file

ALL = programs()


@pytest.mark.parametrize("program", ALL, ids=lambda p: p.name)
def test_prints_what_julia_prints(
    program: Program, julia_1_5: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(program.path.parent)
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = run_file(program.path, [])
    assert status == 0, err.getvalue()
    expected = program.expected_path.read_text(encoding="utf-8")
    found = differences(out.getvalue(), expected, program.tolerance)
    assert found is None, found


DIFFERENTIABLE = [(p, *d) for p in ALL for d in p.differentiable]


@pytest.mark.parametrize(
    ("program", "name", "arguments"),
    DIFFERENTIABLE,
    ids=[f"{p.name}-{n}" for p, n, _ in DIFFERENTIABLE],
)
def test_jit_vmap_and_grad(
    program: Program, name: str, arguments: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(program.path.parent)
    with contextlib.redirect_stdout(io.StringIO()):
        module = load(program.path)
    function = getattr(module, name)
    first, *rest = eval(f"({arguments},)", {"np": np})
    x = np.asarray(first, dtype=float)

    def f(v: jax.Array) -> jax.Array:
        return jnp.asarray(function(v, *rest))

    eager = float(f(x))
    assert np.allclose(jax.jit(f)(x), eager, rtol=1e-10)
    batch = np.stack([x, x * 1.01, x * 0.98])
    one_by_one = [float(f(row)) for row in batch]
    assert np.allclose(jax.vmap(f)(batch), one_by_one, rtol=1e-9)
    gradient = np.asarray(jax.jit(jax.grad(f))(x))
    assert gradient.shape == x.shape
    assert np.allclose(gradient, _finite_differences(f, x), rtol=2e-5, atol=2e-6)


def _finite_differences(f, x: np.ndarray) -> np.ndarray:  # type: ignore[no-untyped-def]
    flat = x.ravel()
    result = np.zeros_like(flat)
    compiled = jax.jit(f)
    for k in range(flat.size):
        h = 1e-6 * max(1.0, abs(flat[k]))
        step = np.zeros_like(flat)
        step[k] = h
        up, down = (flat + step).reshape(x.shape), (flat - step).reshape(x.shape)
        result[k] = (float(compiled(up)) - float(compiled(down))) / (2 * h)
    return result.reshape(x.shape)
