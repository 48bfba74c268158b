"""The Python face: plain arrays and pytrees in and out, under JAX's own transformations."""

from __future__ import annotations

import dataclasses
from typing import Any

import equinox as eqx
import jax
import jax.numpy as jnp
import numpy as np
import pytest

SOURCE = """
predict(W, b, x) = tanh.(W * x .+ b)
shape(A) = size(A)
corner(A) = A[1, end]
function total(params, x)
    s = 0.0
    for i in 1:length(x)
        s += params[1] * x[i] + params[2]
    end
    return s
end
dense(p, x) = p["W"] * x .+ p["b"]
layers(ps, x) = ps[2] * (ps[1] * x)
attribute(m, x) = m.weight * x .+ m.bias
fill_with!(a, v) = (a .= v; a)
first_two(t) = (t[1], t[2])
scalar(x) = x^2 + 1
named(x) = (a = x, b = 2 .* x)
counted(x, n) = sum(x[k] for k in 1:n)
struct Model
    W::Matrix{Float64}
    gain::Float64
    n::Int
end
apply(m::Model, x) = m.gain .* (m.W * x) .* m.n
same(a, b) = a === b
"""


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Any:
    import jaxjl_transpile

    path = tmp_path_factory.mktemp("boundary") / "face.jl"
    path.write_text(SOURCE)
    return jaxjl_transpile.load(path)


W, B, X = np.arange(6.0).reshape(2, 3), np.ones(2), np.array([1.0, -1.0, 2.0])


def test_shapes_are_the_same_on_both_sides(program: Any) -> None:
    assert program.shape(W) == (2, 3)
    assert program.corner(W) == 2.0
    y = program.predict(W, B, X)
    assert isinstance(y, jax.Array)
    np.testing.assert_allclose(y, np.tanh(W @ X + B))


def test_julia_arrays_stay_julia_arrays(program: Any) -> None:
    from jaxjl_runtime.array import JaxArray

    y = program.predict(*map(program.jl.tojax, (W, B, X)))
    assert isinstance(y, JaxArray)
    np.testing.assert_allclose(np.asarray(y), np.tanh(W @ X + B))


def test_jit_grad_vmap(program: Any) -> None:
    np.testing.assert_allclose(jax.jit(program.predict)(W, B, X), np.tanh(W @ X + B))
    loss = lambda w: jnp.sum(program.predict(w, B, X))  # noqa: E731
    expected = jax.grad(lambda w: jnp.sum(jnp.tanh(w @ X + B)))(W)
    np.testing.assert_allclose(jax.grad(loss)(W), expected)
    batch = np.stack([X, 2 * X])
    result = jax.vmap(program.predict, (None, None, 0))(W, B, batch)
    np.testing.assert_allclose(result, np.tanh(batch @ W.T + B))


def test_zero_dimensional(program: Any) -> None:
    assert program.scalar(np.float64(3.0)) == 10.0
    assert program.scalar(np.array(3.0)) == 10.0
    assert jax.grad(program.scalar)(3.0) == 6.0
    assert jax.jit(program.scalar)(3.0) == 10.0


def test_dictionaries(program: Any) -> None:
    params = {"W": W, "b": B}
    np.testing.assert_allclose(program.dense(params, X), W @ X + B)
    grads = jax.grad(lambda p: jnp.sum(program.dense(p, X)))(params)
    np.testing.assert_allclose(grads["W"], np.stack([X, X]))
    np.testing.assert_allclose(jax.jit(program.dense)(params, X), W @ X + B)


def test_lists_and_tuples(program: Any) -> None:
    ps = [W, W.T[:2, :2]]
    for given in (ps, tuple(ps)):
        np.testing.assert_allclose(program.layers(given, X), ps[1] @ (W @ X))
        np.testing.assert_allclose(jax.jit(program.layers)(given, X), ps[1] @ (W @ X))
    assert program.total([2.0, 1.0], X) == 7.0
    a, b = program.first_two((X, W))
    assert isinstance(a, jax.Array) and b.shape == (2, 3)


def test_equinox_modules_and_dataclasses(program: Any) -> None:
    linear = eqx.nn.Linear(3, 2, key=jax.random.PRNGKey(0))
    np.testing.assert_allclose(program.attribute(linear, jnp.asarray(X)), linear(jnp.asarray(X)))
    grads = jax.grad(lambda m: jnp.sum(program.attribute(m, jnp.asarray(X))))(linear)
    np.testing.assert_allclose(grads.bias, [1.0, 1.0])

    @dataclasses.dataclass
    class Layer:
        weight: Any
        bias: Any

    np.testing.assert_allclose(program.attribute(Layer(W, B), X), W @ X + B)


def test_numpy_arguments_are_mutated(program: Any) -> None:
    x = np.zeros(3)
    program.fill_with_bang(x, 2.0)
    np.testing.assert_array_equal(x, 2.0)
    assert program.same(x, x)


def test_structs_are_pytrees(program: Any) -> None:
    m = program.Model(program.jl.tojax(W), 2.0, 3)
    np.testing.assert_allclose(program.apply(m, X), 6 * W @ X)
    np.testing.assert_allclose(jax.jit(program.apply)(m, X), 6 * W @ X)
    grads = jax.grad(lambda m: jnp.sum(program.apply(m, X)))(m)
    assert grads.gain == pytest.approx(3 * (W @ X).sum())


def test_named_tuples_come_out(program: Any) -> None:
    result = jax.jit(program.named)(X)
    np.testing.assert_allclose(result.b, 2 * X)


def test_static_integers(program: Any) -> None:
    f = program.jl.jit(program.counted)
    assert f(X, 2) == 0.0
    assert f(X, 3) == 2.0


def test_jit_gives_back_what_it_mutates(program: Any) -> None:
    f = program.jl.jit(program.fill_with_bang)
    x, y = np.zeros(3), program.jl.tojax(np.zeros(3))
    f(x, 2.0)
    np.testing.assert_array_equal(x, 2.0)
    assert f(y, 3.0) is y
    np.testing.assert_array_equal(np.asarray(y), 3.0)


def test_optax(program: Any) -> None:
    optax = pytest.importorskip("optax")
    params = {"W": jnp.asarray(W), "b": jnp.asarray(B)}
    loss = lambda p: jnp.sum(program.dense(p, X) ** 2)  # noqa: E731
    optimizer = optax.sgd(1e-2)
    state = optimizer.init(params)
    before = loss(params)
    for _ in range(3):
        updates, state = optimizer.update(jax.grad(loss)(params), state)
        params = optax.apply_updates(params, updates)
    assert loss(params) < before
