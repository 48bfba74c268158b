"""Structs as Python and JAX see them: classes, pytrees, transformations, mutation."""

import copy
import pickle
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from jaxjl_runtime import jl
from jaxjl_runtime.exceptions import ErrorException, MethodError


@pytest.fixture(scope="module")
def point() -> Any:
    T = jl.TypeVar("T", jl.Real)

    @jl.struct(T)
    class Point:
        x: T
        y: T

    return Point


def test_each_instance_type_has_a_class(point: Any) -> None:
    assert type(point(1, 2)) is not type(point(1.0, 2.0))
    assert type(point(1.0, 2.0)) is type(point[jl.Float64](1, 2))
    assert isinstance(point(1, 2), point)
    assert not isinstance(point(1, 2), point[jl.Float64])


def test_constructor_errors(point: Any) -> None:
    with pytest.raises(MethodError):
        point(1, 2.0)
    with pytest.raises(MethodError):
        point(1)
    with pytest.raises(ErrorException):
        point(1, 2).x = 3


def test_leaves_and_paths(point: Any) -> None:
    paths, _ = jax.tree_util.tree_flatten_with_path(point(1.0, 2.0))
    assert [(jax.tree_util.keystr(path), leaf) for path, leaf in paths] == [
        (".x", 1.0),
        (".y", 2.0),
    ]
    assert jax.tree_util.tree_leaves(point(1, 2)) == []


def test_tree_round_trip(point: Any) -> None:
    p = point(1.0, 2.0)
    doubled = jax.tree_util.tree_map(lambda leaf: 2 * leaf, p)
    assert doubled.x == 2.0 and type(doubled) is type(p)
    assert jax.tree_util.tree_structure(p) == jax.tree_util.tree_structure(doubled)


def test_gradient_with_respect_to_a_struct(point: Any) -> None:
    @jl.function
    def norm2(p: point) -> Any:
        return p.x * p.x + 3.0 * p.y

    gradient = jax.grad(norm2)(point(2.0, 5.0))
    assert (gradient.x, gradient.y) == (4.0, 3.0)
    assert float(jax.jit(norm2)(point(2.0, 5.0))) == 19.0


def test_arrays_in_fields() -> None:
    @jl.struct
    class Layer:
        weights: jl.Matrix[jl.Float64]
        name: jl.String

    layer = Layer(jl.ones(2, 3), "first")
    leaves, tree = jax.tree_util.tree_flatten(layer)
    assert [np.shape(leaf) for leaf in leaves] in ([(2, 3)], [(3, 2)])
    assert jax.tree_util.tree_unflatten(tree, leaves).name == "first"


def test_mutable_fields_are_cells() -> None:
    @jl.struct(mutable=True)
    class Account:
        balance: jl.Float64

    account = Account(1)
    other = account
    other.balance = 5
    assert account.balance == 5.0 and type(account.balance) is float
    with pytest.raises(MethodError):
        account.balance = "much"


def test_operators_of_python_are_julia_s(point: Any) -> None:
    @jl.add.method
    def _(a: point, b: point) -> Any:
        return point(a.x + b.x, a.y + b.y)

    total = point(1, 2) + point(3, 4)
    assert (total.x, total.y) == (4, 6)


def test_equal_values_hash_alike(point: Any) -> None:
    assert point(1, 2) == point(1, 2)
    assert hash(point(1, 2)) == hash(point(1, 2))
    assert len({point(1, 2), point(1, 2), point(2, 1)}) == 2


def test_generic_functions_are_good_citizens() -> None:
    @jl.function
    def scale(x, *, by=2.0):  # type: ignore[no-untyped-def]
        """Scaled."""
        return x * by

    assert scale.__name__ == "scale" and scale.__doc__ == "Scaled."
    assert {scale: 1}[copy.copy(scale)] == 1
    assert float(jax.jit(scale)(3.0)) == 6.0
    assert float(jax.grad(scale)(3.0)) == 2.0
    np.testing.assert_allclose(jax.vmap(scale)(jnp.arange(3.0)), [0.0, 2.0, 4.0])
    np.testing.assert_allclose(scale(jnp.ones(2), by=3.0), [3.0, 3.0])


def test_functions_of_base_pickle() -> None:
    assert pickle.loads(pickle.dumps(jl.length)) is jl.length
    assert pickle.loads(pickle.dumps(jl.Vector[jl.Float64])) is jl.Vector[jl.Float64]


def test_a_mutable_struct_under_jit() -> None:
    @jl.struct(mutable=True)
    class Total:
        sum: jl.Float64

    @jl.function
    def add_to(t: Total, x):  # type: ignore[no-untyped-def]
        t.sum = t.sum + x
        return t.sum * 2.0

    assert float(jax.jit(add_to)(Total(1.5), 2.0)) == 7.0
    assert float(jax.grad(lambda x: add_to(Total(1.5), x))(2.0)) == 2.0


def test_tuples_of_plain_arrays() -> None:
    @jl.function
    def dot(pair, k: jl.Int64 = 1):  # type: ignore[no-untyped-def]
        a, b = pair
        return jl.sum(jl.broadcast(lambda x, y: x * y, a, b))

    dot((jl.ones(2), jl.ones(2)))
    assert float(dot((jnp.ones(3), jnp.ones(3)))) == 3.0
    gradient = jax.grad(dot)((jnp.ones(2), jnp.array([1.0, 2.0])))
    np.testing.assert_allclose(gradient[0], [1.0, 2.0])


def test_layers_train_under_jit() -> None:
    @jl.struct
    class Dense:
        weights: jl.AbstractMatrix
        bias: jl.AbstractVector
        name: jl.Symbol

    @jl.function
    def loss(layer: Dense, x):  # type: ignore[no-untyped-def]
        y = jl.mul(layer.weights, x)
        return jl.sum(jl.broadcast(lambda a, b: (a + b) * (a + b), y, layer.bias))

    layer = Dense(jl.ones(2, 3), jl.zeros(2), jl.Symbol("dense"))
    gradient = jax.jit(jax.grad(loss))(layer, jnp.ones(3))
    stepped = jax.tree_util.tree_map(lambda p, g: p - 0.1 * g, layer, gradient)
    assert stepped.name is layer.name
    assert float(loss(stepped, jnp.ones(3))) < float(loss(layer, jnp.ones(3)))
