"""Trains examples/digits.jl on scikit-learn's handwritten digits with jax.jit and jax.grad.

Needs the extra `demo`. Prints the test accuracy and writes digits.png beside this file.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import jax
import numpy as np
from sklearn.datasets import load_digits
from tqdm import tqdm

import jaxjl_transpile

HERE = Path(__file__).resolve().parent


def data() -> tuple[np.ndarray, ...]:
    """Training and test images (64×n, scaled to 0 … 1) and labels."""
    digits = load_digits()
    order = np.random.default_rng(0).permutation(len(digits.target))
    X, y = digits.data[order].T / 16.0, digits.target[order]
    return X[:, :1400], y[:1400], X[:, 1400:], y[1400:]


def initial(hidden: int = 64) -> tuple[np.ndarray, ...]:
    """Random weights (W1, b1, W2, b2)."""
    rng = np.random.default_rng(1)
    W1 = rng.normal(size=(hidden, 64)) * np.sqrt(2 / 64)
    W2 = rng.normal(size=(10, hidden)) * np.sqrt(2 / hidden)
    return W1, np.zeros(hidden), W2, np.zeros(10)


def train(epochs: int, batch: int = 100) -> tuple[object, list[float]]:
    """The trained weights and the loss of every step."""
    model = jaxjl_transpile.load(HERE / "digits.jl")
    X, y, X_test, y_test = data()
    params = initial()
    velocity = tuple(np.zeros_like(p) for p in params)

    @jax.jit
    def step(params, velocity, X, y):
        value, gradient = jax.value_and_grad(model.loss)(params, X, y)
        return model.update_bang(params, velocity, gradient), value

    losses = []
    rng = np.random.default_rng(2)
    progress = tqdm(range(epochs), desc="training", unit="epoch")
    for _ in progress:
        order = rng.permutation(X.shape[1])
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            (params, velocity), value = step(params, velocity, X[:, chosen], y[chosen])
            losses.append(float(value))
        progress.set_postfix(loss=f"{losses[-1]:.4f}")
    accuracy = float(model.accuracy(params, X_test, y_test))
    print(f"test accuracy: {accuracy:.2%} of {len(y_test)} digits")
    plot(model, params, losses, X_test, y_test, HERE / "digits.png")
    return accuracy, losses


def plot(model, params, losses, X, y, target: Path) -> None:
    """Writes the loss curve and sixteen test digits with their predictions."""
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    figure = plt.figure(figsize=(11, 4.5), layout="constrained")
    left, right = figure.subfigures(1, 2)
    axis = left.subplots()
    axis.semilogy(losses, linewidth=0.8)
    axis.set(xlabel="step", ylabel="loss", title="examples/digits.jl under jax.jit and jax.grad")
    predicted = np.asarray(model.predict(params, X[:, :16]))
    for k, cell in enumerate(right.subplots(4, 4).flat):
        cell.imshow(X[:, k].reshape(8, 8), cmap="gray_r")
        cell.set_axis_off()
        color = "green" if predicted[k] == y[k] else "red"
        cell.set_title(f"{predicted[k]}", color=color, fontsize=10)
    figure.savefig(target, dpi=120)
    print(f"wrote {target.name}")


if __name__ == "__main__":
    jax.config.update("jax_enable_x64", True)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, default=30)
    accuracy, _ = train(parser.parse_args().epochs)
    raise SystemExit(accuracy < 0.96)
