"""Hot loops outside a trace: compiled once, right to the last bit, errors Julia's own."""

from __future__ import annotations

import time
from typing import Any

import numpy as np
import pytest

SOURCE = """
function harmonic(n)
    s = 0.0
    for i in 1:n
        s += 1 / i
    end
    return s
end
function above(x, t)
    for i in 1:length(x)
        s = 0.0
        for k in 1:3
            s += x[i] * k
        end
        s > t && return i, s
    end
    return 0, 0.0
end
function prefix!(x)
    for i in 2:length(x)
        x[i] += x[i-1]
    end
    return x
end
function past_the_end(x, n)
    s = 0.0
    for i in 1:n
        x[i] = 2.0
        s += i
    end
    return s
end
function guarded(x)
    s = 0.0
    for i in 1:length(x)
        if i > 1 && x[i-1] > 0
            s += sqrt(x[i-1])
        end
    end
    return s
end
function collatz(n)
    k = 0
    while n != 1
        n = iseven(n) ? n ÷ 2 : 3n + 1
        k += 1
    end
    return k
end
function collatz_sum(n)
    total = 0
    for i in 1:n
        total += collatz(i)
    end
    return total
end
scale = 1.0
function with_global(n)
    s = 0.0
    for i in 1:n
        s += scale
    end
    return s
end
function listing(n)
    xs = Any[]
    for i in 1:n
        push!(xs, i)
    end
    return length(xs)
end
"""


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Any:
    import jaxjl_transpile

    path = tmp_path_factory.mktemp("tierup") / "hot.jl"
    path.write_text(SOURCE)
    return jaxjl_transpile.load(path)


@pytest.fixture(autouse=True)
def eager_to_compile(monkeypatch: pytest.MonkeyPatch) -> None:
    from jaxjl_runtime.staging import tierup

    monkeypatch.setattr(tierup, "WORTH", 0.005)


def compiled() -> int:
    from jaxjl_runtime.staging.hot import STATS

    return STATS["compiled"]


def harmonic(n: int) -> float:
    s = 0.0
    for i in range(1, n + 1):
        s += 1 / i
    return s


def test_few_iterations_compile_nothing(program: Any) -> None:
    before = compiled()
    assert program.harmonic(10) == harmonic(10)
    assert compiled() == before


def test_a_second_call_compiles_nothing(program: Any) -> None:
    assert program.harmonic(100_000) == harmonic(100_000)
    before = compiled()
    assert program.harmonic(120_000) == harmonic(120_000)
    begin = time.perf_counter()
    program.harmonic(1_000_000)
    assert time.perf_counter() - begin < 1.0
    assert compiled() == before


def test_return_from_a_hot_loop(program: Any) -> None:
    x = np.zeros(50_000)
    x[40_000] = 1.0
    assert program.above(x, 5.0) == (40_001, 6.0)
    assert program.above(x, 7.0) == (0, 0.0)


def test_mutation_in_place(program: Any) -> None:
    x = np.ones(50_000)
    kept = program.jl.tojax(x)
    alias = kept
    program.prefix_bang(kept)
    np.testing.assert_array_equal(np.asarray(alias), np.arange(1.0, 50_001))


def test_bounds_error_at_the_right_iteration(program: Any) -> None:
    from jaxjl_runtime.exceptions import BoundsError

    x = program.jl.tojax(np.zeros(20_000))
    with pytest.raises(BoundsError):
        program.past_the_end(x, 20_001)
    assert np.asarray(x).sum() == 40_000.0  # all writes before the error happened


def test_a_guard_protects_what_it_guards(program: Any) -> None:
    x = np.ones(20_000)
    x[5] = -1.0
    assert program.guarded(x) == 19_998.0


def test_nested_while(program: Any) -> None:
    assert program.collatz_sum(3_000) == 215_063


def test_a_global_that_changes_is_seen(program: Any) -> None:
    assert program.with_global(50_000) == 50_000.0
    program.scale = 2.0
    assert program.with_global(50_000) == 100_000.0
    program.scale = 1.0


def test_host_effects_stay_in_python(program: Any) -> None:
    assert program.listing(20_000) == 20_000
