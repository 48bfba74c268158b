"""The demonstration's Julia file: the first three losses are real Julia's, and training reaches
its accuracy.
"""

from __future__ import annotations

from pathlib import Path

import jax
import numpy as np
import pytest

import jaxjl_transpile

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parents[1] / "examples"


def wave(m: int, n: int, s: float) -> np.ndarray:
    i, j = np.mgrid[1 : m + 1, 1 : n + 1]
    return 0.2 * np.sin(s + 1.7 * i + 0.9 * j)


def test_first_losses_are_julias() -> None:
    model = jaxjl_transpile.load(EXAMPLES / "digits.jl")
    table = np.loadtxt(HERE / "digits_batch.csv", delimiter=",", dtype=np.int64)
    X, y = table[:, :64].T / 16, table[:, 64]
    params = (wave(32, 64, 0.1), wave(32, 1, 0.2)[:, 0], wave(10, 32, 0.3), wave(10, 1, 0.4)[:, 0])
    velocity = tuple(np.zeros_like(p) for p in params)

    @jax.jit
    def step(params, velocity):
        value, gradient = jax.value_and_grad(model.loss)(params, X, y)
        return model.update_bang(params, velocity, gradient), value

    losses = []
    for _ in range(3):
        (params, velocity), value = step(params, velocity)
        losses.append(float(value))
    *expected, _ = (HERE / "first_losses.out").read_text(encoding="utf-8").splitlines()
    assert losses == pytest.approx([float(line) for line in expected], rel=1e-10)


@pytest.mark.slow
def test_training_reaches_96_percent(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.syspath_prepend(str(EXAMPLES))
    import train_digits

    monkeypatch.setattr(train_digits, "HERE", EXAMPLES)
    monkeypatch.setattr(train_digits, "plot", lambda *arguments: None)
    accuracy, losses = train_digits.train(30)
    assert accuracy >= 0.96
    assert losses[-1] < losses[0] / 5
