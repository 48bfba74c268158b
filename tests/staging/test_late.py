"""Printing in a trace happens when the program runs, in order, with the run's values."""

from __future__ import annotations

from typing import Any

import jax
import numpy as np
import pytest

SOURCE = """
using Printf
function chatty(x)
    println("start ", x)
    s = 0.0
    for i in 1:3
        s += x * i
        println("i = $i s = $s")
        if s > 4
            println("big")
        end
    end
    @show s
    @printf("%.2f %d\\n", s, 7)
    text = @sprintf("%.1f", 2s)
    print(text, "\\n")
    println([s, 2s])
    return s
end
function doubling(x)
    while x < 10
        x *= 2
        println(x)
    end
    return x
end
function refuses(x)
    x > 0 || error("not positive")
    return sqrt(x)
end
"""
CHATTY = """start 1.0
i = 1 s = 1.0
i = 2 s = 3.0
i = 3 s = 6.0
big
s = 6.0
6.00 7
12.0
[6.0, 12.0]
"""


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Any:
    import jaxjl_transpile

    path = tmp_path_factory.mktemp("late") / "late.jl"
    path.write_text(SOURCE)
    return jaxjl_transpile.load(path)


@pytest.mark.parametrize("how", [lambda f: f, jax.jit, jax.grad], ids=["eager", "jit", "grad"])
def test_order(program: Any, how: Any, capfd: pytest.CaptureFixture[str]) -> None:
    how(program.chatty)(1.0)
    jax.effects_barrier()
    assert capfd.readouterr().out == CHATTY


def test_a_second_call_prints_again(program: Any, capfd: pytest.CaptureFixture[str]) -> None:
    f = jax.jit(program.doubling)
    f(3.0)
    f(4.0)
    jax.effects_barrier()
    assert capfd.readouterr().out == "6.0\n12.0\n8.0\n16.0\n"


def test_errors_are_checked_on_request(program: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from jaxjl_runtime import config

    np.testing.assert_allclose(jax.jit(program.refuses)(4.0), 2.0)
    monkeypatch.setattr(config, "CHECK", True)
    f = jax.jit(lambda x: program.refuses(x))
    np.testing.assert_allclose(f(4.0), 2.0)
    with pytest.raises(Exception, match="not positive"):
        f(-4.0).block_until_ready()
        jax.effects_barrier()
