"""The fourteen traps of staging, each with what goes wrong where it is not seen."""

from __future__ import annotations

from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import pytest

SOURCE = """
double!(x) = (x .*= 2; x)
function scalar_chain(x)
    s = 0.0
    for i in 1:length(x)
        s = 0.5s + x[i]
    end
    return s
end
function guarded_writes(x)
    y = zeros(length(x))
    for i in 1:length(x)
        if x[i] > 0
            y[i] = x[i]
        end
    end
    return y
end
factor = 1.0
scaled(x) = factor * x
function closures(x)
    fs = Any[]
    for i in 1:3
        push!(fs, () -> i * x)
    end
    return fs[1]() + fs[3]()
end
function inner_effect(x)
    seen = Int[]
    s = 0.0
    for i in 1:2
        for j in 1:2
            push!(seen, 10i + j)
            s += x * j
        end
    end
    return s, length(seen), seen[3]
end
function widens(x, n)
    s = 0
    for i in 1:n
        s += x
    end
    return s
end
function beyond(x, k)
    x[k] = 9.0
    return x
end
function protected(x)
    s = 0.0
    for i in 1:length(x)
        if i < length(x)
            s += x[i+1]
        end
    end
    return s
end
function sometimes(x)
    for v in x
        if v > 0
            q = v
            return q
        end
    end
    return q_missing(x)
end
q_missing(x) = -1.0
function divides(a, b)
    return a ÷ b
end
function triangle(x)
    s = 0.0
    for i in 1:length(x), j in 1:i
        s += x[j]
    end
    return s
end
function through_view(A)
    v = view(A, :, 1)
    for i in 1:length(v)
        v[i] += i
    end
    return A
end
function trips(x)
    n = 0
    while x > 1
        x = sqrt(x) - 0.01
        n += 1
    end
    return x
end
"""
X = np.array([1.0, -2.0, 3.0, 0.5, 4.0])


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Any:
    import jaxjl_transpile

    path = tmp_path_factory.mktemp("traps") / "traps.jl"
    path.write_text(SOURCE)
    return jaxjl_transpile.load(path)


def test_1_host_buffers_are_not_lent_to_jax(program: Any) -> None:
    x = program.jl.tojax(np.arange(200_000.0))
    for _ in range(20):
        before = jnp.sin(x.__jax_array__())
        kept = np.sin(np.asarray(x))
        program.double_bang(x)
        np.testing.assert_allclose(before, kept)


def test_2_scalar_loops_are_not_unrolled(program: Any) -> None:
    jaxpr = jax.make_jaxpr(program.scalar_chain)(jnp.asarray(X))
    scans = [e for e in jaxpr.eqns if e.primitive.name == "scan"]
    assert [e.params["unroll"] for e in scans] == [1]


def test_3_a_write_in_a_branch_moves_no_array(program: Any) -> None:
    jaxpr = jax.make_jaxpr(program.guarded_writes)(jnp.asarray(X))
    (scan,) = [e for e in jaxpr.eqns if e.primitive.name == "scan"]
    body = scan.params["jaxpr"].jaxpr
    for equation in body.eqns:
        if equation.primitive.name == "cond":
            assert all(v.aval.size == 1 for v in equation.outvars)
    np.testing.assert_array_equal(jax.jit(program.guarded_writes)(X), np.maximum(X, 0))


def test_4_globals_are_read_when_the_function_runs_outside_jit(program: Any) -> None:
    assert program.scaled(3.0) == 3.0
    program.factor = 2.0
    assert program.scaled(3.0) == 6.0
    program.factor = 1.0


def test_5_closures_made_in_a_loop_keep_no_tracer(program: Any) -> None:
    assert jax.jit(program.closures)(2.0) == 8.0


def test_6_an_effect_in_an_inner_loop_aborts_the_outer_one(program: Any) -> None:
    s, n, third = jax.jit(program.inner_effect)(1.0)
    assert (float(s), int(n), int(third)) == (6.0, 4, 21)


def test_7_an_int_that_becomes_a_float(program: Any) -> None:
    assert jax.jit(lambda x: program.widens(x, 0))(1.5) == 0
    assert jax.jit(lambda x: program.widens(x, 3))(1.5) == 4.5


def test_8_a_write_out_of_bounds_moves_to_no_other_element(program: Any) -> None:
    f = jax.jit(program.beyond)
    np.testing.assert_array_equal(f(X, 7), X)
    np.testing.assert_array_equal(f(X, 0), X)
    with pytest.raises(IndexError):
        jax.jit(lambda x: program.beyond(x, 7))(X)
    assert jax.jit(program.protected)(X) == X[1:].sum()


def test_9_a_variable_set_on_one_side_only(program: Any) -> None:
    assert jax.jit(program.sometimes)(X) == 1.0
    assert jax.jit(program.sometimes)(-np.abs(X)) == -1.0


def test_10_integer_division_by_zero_outside_a_trace(program: Any) -> None:
    with pytest.raises(ZeroDivisionError):
        program.divides(7, 0)


def test_11_an_inner_loop_is_compiled_for_all_outer_indices(
    program: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jaxjl_runtime.staging import tierup
    from jaxjl_runtime.staging.hot import STATS

    monkeypatch.setattr(tierup, "WORTH", 0.005)
    before = STATS["compiled"]
    x = np.ones(400)
    assert program.triangle(x) == 400 * 401 / 2
    assert STATS["compiled"] - before <= 3


def test_12_short_loops_of_ever_new_sizes_compile_nothing(program: Any) -> None:
    from jaxjl_runtime.staging.hot import STATS

    before = STATS["compiled"]
    for n in range(1, 60):
        program.scalar_chain(np.ones(n))
    assert STATS["compiled"] == before


def test_13_a_view_in_a_loop_writes_its_parent(program: Any) -> None:
    A = np.zeros((300, 2))
    expected = np.column_stack([np.arange(1.0, 301), np.zeros(300)])
    np.testing.assert_array_equal(program.through_view(A.copy()), expected)
    np.testing.assert_array_equal(jax.jit(program.through_view)(A), expected)


def test_14_lanes_that_have_finished_spoil_no_gradient(program: Any) -> None:
    x = jnp.array([0.5, 2.0, 30.0])
    grads = jax.vmap(jax.grad(program.trips))(x)
    h = 1e-6
    slopes = [(program.trips(float(v) + h) - program.trips(float(v) - h)) / (2 * h) for v in x]
    np.testing.assert_allclose(grads, slopes, rtol=1e-5)
