"""Speed of jaxjl against JAX written by hand and against real Julia: one command, one table.

    python benchmarks/run.py [--quick]

Ratios are of medians of interleaved runs in this process. Julia (`$JULIA`, or `julia` on the path)
is timed by its own process on the same text; its column is empty where there is none.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax

HERE = Path(__file__).resolve().parent
PROGRAMS = HERE / "programs.jl"


def mlp(W1, b1, W2, b2, X, Y):
    """`mlp` by hand."""
    H = jnp.tanh(W1 @ X + b1[:, None])
    P = W2 @ H + b2[:, None]
    return jnp.sum((P - Y) ** 2) / X.shape[1]


def attention(Q, K, V):
    """`attention` by hand."""
    S = K.T @ Q / jnp.sqrt(Q.shape[0])
    E = jnp.exp(S - S.max(axis=0, keepdims=True))
    return V @ (E / E.sum(axis=0, keepdims=True))


def sumsq(x):
    """`sumsq` by hand: the same loop."""
    return lax.fori_loop(0, x.shape[0], lambda i, s: s + x[i] ** 2, 0.0)


def smooth(x):
    """`smooth` by hand: a scan."""

    def step(previous, value):
        new = 0.9 * previous + 0.1 * value
        return new, new

    _, rest = lax.scan(step, x[0], x[1:])
    return jnp.concatenate([x[:1], rest])


def inputs() -> dict[str, tuple[np.ndarray, ...]]:
    """The arguments of each benchmark."""
    rng = np.random.default_rng(0)
    normal = rng.normal
    return {
        "mlp": (
            normal(size=(256, 128)), normal(size=256), normal(size=(10, 256)), normal(size=10),
            normal(size=(128, 512)), normal(size=(10, 512)),
        ),
        "attention": (normal(size=(64, 384)), normal(size=(64, 384)), normal(size=(64, 384))),
        "sumsq": (normal(size=1_000_000),),
        "smooth": (normal(size=1_000_000),),
    }  # fmt: skip


JULIA_SIZES = {
    "mlp": "randn(256,128), randn(256), randn(10,256), randn(10), randn(128,512), randn(10,512)",
    "attention": "randn(64,384), randn(64,384), randn(64,384)",
    "sumsq": "(randn(1_000_000),)",
    "smooth": "(randn(1_000_000),)",
}


def interleaved(functions: list[Callable[[], Any]], rounds: int) -> list[float]:
    """Median seconds of each function, run in turn."""
    times: list[list[float]] = [[] for _ in functions]
    for function in functions:
        jax.block_until_ready(function())
    for _ in range(rounds):
        for kept, function in zip(times, functions, strict=True):
            start = time.perf_counter()
            jax.block_until_ready(function())
            kept.append(time.perf_counter() - start)
    return [statistics.median(kept) for kept in times]


def julia_times() -> dict[str, float]:
    """Native Julia's best time of each benchmark, in seconds."""
    julia = os.environ.get("JULIA") or shutil.which("julia")
    if not julia:
        return {}
    lines = [f'include("{PROGRAMS.as_posix()}")']
    for name, arguments in JULIA_SIZES.items():
        lines += [
            f"let args = ({arguments})",
            f"    {name}(args...)",
            f'    println("{name} ", minimum(@elapsed({name}(args...)) for _ in 1:20))',
            "end",
        ]
    with tempfile.NamedTemporaryFile("w", suffix=".jl") as script:
        script.write("\n".join(lines))
        script.flush()
        done = subprocess.run([julia, script.name], capture_output=True, text=True, check=True)
    return {
        name: float(value) for name, value in (line.split() for line in done.stdout.splitlines())
    }


def compile_seconds(rounds: int) -> float:
    """Median wall time of `jaxjl-compile` on a 100-line file, as a whole process."""
    text = PROGRAMS.read_text(encoding="utf-8")
    copies = -(-100 // len(text.splitlines()))
    hundred = "\n".join(text.replace("function ", f"function v{k}_") for k in range(copies))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "hundred.jl"
        path.write_text(hundred, encoding="utf-8")
        command = [sys.executable, "-m", "jaxjl_transpile.cli", "compile", str(path)]
        times = []
        for _ in range(rounds):
            start = time.perf_counter()
            subprocess.run(command, check=True)
            times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few rounds")
    rounds = 5 if parser.parse_args().quick else 30
    jax.config.update("jax_enable_x64", True)
    import jaxjl_transpile

    module = jaxjl_transpile.load(PROGRAMS)
    julia = julia_times()
    print(f"{'':12}{'jaxjl ms':>10}{'by hand ms':>12}{'ratio':>8}{'Julia ms':>10}")
    for name, arguments in inputs().items():
        values = [jnp.asarray(a) for a in arguments]
        ours, by_hand = jax.jit(getattr(module, name)), jax.jit(globals()[name])
        np.testing.assert_allclose(ours(*values), by_hand(*values), rtol=1e-9)
        first, second = interleaved([lambda: ours(*values), lambda: by_hand(*values)], rounds)  # noqa: B023
        native = f"{julia[name] * 1e3:10.3f}" if name in julia else f"{'-':>10}"
        print(f"{name:12}{first * 1e3:10.3f}{second * 1e3:12.3f}{first / second:8.2f}{native}")
    print(f"jaxjl-compile of 100 lines: {compile_seconds(max(3, rounds // 5)):.2f} s")


if __name__ == "__main__":
    main()
