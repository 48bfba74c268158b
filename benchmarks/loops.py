"""Jitted Julia loops against the same loops written by hand in JAX: `python benchmarks/loops.py`.

Prints a table: the best of several runs, and the first call with its compilation.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jax

jax.config.update("jax_enable_x64", True)

import jax.numpy as jnp  # noqa: E402
import numpy as np  # noqa: E402
from jax import lax  # noqa: E402

import jaxjl_transpile  # noqa: E402

julia = jaxjl_transpile.load(Path(__file__).with_name("loops.jl"))


def sum_squares(x: Any) -> Any:
    return lax.fori_loop(0, x.shape[0], lambda i, s: s + x[i] ** 2, 0.0)


def prefix(x: Any) -> Any:
    return lax.fori_loop(1, x.shape[0], lambda i, y: y.at[i].set(y[i] + y[i - 1]), x)


def recurrence(x: Any) -> Any:
    return lax.fori_loop(1, x.shape[0], lambda i, s: 0.5 * s + x[i] * x[i - 1], 0.0)


def matmul(a: Any, b: Any) -> Any:
    n = a.shape[0]

    def entry(i: Any, j: Any) -> Any:
        return lax.fori_loop(0, n, lambda k, acc: acc + a[i, k] * b[k, j], 0.0)

    def column(j: Any, c: Any) -> Any:
        return lax.fori_loop(0, n, lambda i, c: c.at[i, j].set(entry(i, j)), c)

    return lax.fori_loop(0, n, column, jnp.zeros((n, n)))


def lcs(x: Any, y: Any) -> Any:
    m, n = len(x), len(y)

    def cell(i: Any, j: Any, table: Any) -> Any:
        longest = jnp.maximum(table[i, j + 1], table[i + 1, j])
        value = jnp.where(x[i] == y[j], table[i, j] + 1, longest)
        return table.at[i + 1, j + 1].set(value)

    def column(j: Any, table: Any) -> Any:
        return lax.fori_loop(0, m, lambda i, t: cell(i, j, t), table)

    return lax.fori_loop(0, n, column, jnp.zeros((m + 1, n + 1), int))[m, n]


def mandelbrot(re: Any, im: Any) -> Any:
    def step(s: Any) -> Any:
        a, b, k = s
        return a**2 - b**2 + re, 2 * a * b + im, k + 1

    return lax.while_loop(
        lambda s: (s[2] < 200) & (s[0] ** 2 + s[1] ** 2 <= 4), step, (0.0, 0.0, 0)
    )[2]


def histogram(x: Any) -> Any:
    def step(i: Any, h: Any) -> Any:
        return h.at[jnp.clip(jnp.floor(x[i] * 64).astype(int), 0, 63)].add(1)

    return lax.fori_loop(0, x.shape[0], step, jnp.zeros(64, int))


def measured(f: Callable[..., Any], arguments: tuple[Any, ...]) -> tuple[float, float, Any]:
    """Milliseconds of the best run and of the first one, and the result."""
    jitted = jax.jit(f)
    begin = time.perf_counter()
    result = jax.block_until_ready(jitted(*arguments))
    first, best = time.perf_counter() - begin, float("inf")
    for _ in range(7):
        begin = time.perf_counter()
        jax.block_until_ready(jitted(*arguments))
        best = min(best, time.perf_counter() - begin)
    return best * 1e3, first * 1e3, result


def main() -> None:
    """Print the table."""
    rng = np.random.default_rng(0)
    x, a = jnp.asarray(rng.random(1_000_000)), jnp.asarray(rng.random((128, 128)))
    letters = jnp.asarray(rng.integers(0, 4, 500))
    points = jnp.asarray(rng.random((100, 100))) * 3 - 2
    rows: list[tuple[str, Any, Any, tuple[Any, ...]]] = [
        ("sum of squares, 10^6", julia.sum_squares, sum_squares, (x,)),
        ("prefix sum in place, 10^6", julia.prefix_bang, prefix, (x,)),
        ("recurrence, 10^6", julia.recurrence, recurrence, (x,)),
        ("matrix product, 128", julia.matmul, matmul, (a, a)),
        ("longest common subsequence, 500", julia.lcs, lcs, (letters, letters)),
        ("histogram, 10^6 into 64", lambda v: julia.histogram(v, 64), histogram, (x,)),
        (
            "Mandelbrot, 10^4 points",
            jax.vmap(jax.vmap(julia.mandelbrot)),
            jax.vmap(jax.vmap(mandelbrot)),
            (points, points.T),
        ),
    ]
    print("| loop | jaxjl, ms | by hand, ms | ratio | first call, ms | by hand, ms |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, ours, hand, arguments in rows:
        best, first, result = measured(ours, arguments)
        best_hand, first_hand, expected = measured(hand, arguments)
        np.testing.assert_allclose(result, expected, rtol=1e-9)
        print(
            f"| {name} | {best:.2f} | {best_hand:.2f} | {best / best_hand:.2f} "
            f"| {first:.0f} | {first_hand:.0f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
