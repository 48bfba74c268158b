"""What a Python program calls around generated functions: `tojax`, `jit`, `grad`, `vmap`."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import jax

from .boundary import Wrapping, call_from_python, from_python, to_python
from .compiled import Compiled
from .numbers import JaxNumber
from .staging.while_loops import loop_kind

__all__ = ["call_from_python", "grad", "jit", "loop_kind", "tojax", "value_and_grad", "vmap"]


def tojax(x: Any) -> Any:
    """The Julia value of a Python one: an m×n array is a matrix, a list a vector, a dict a
    `Dict`.
    """
    return from_python(x)


def jit(f: Callable[..., Any]) -> Callable[..., Any]:
    """The function compiled as a whole.

    Arrays and floats are its inputs; integers, Bools, strings, functions are static: a new value
    compiles anew. What the function mutates (arguments, arrays and variables it captures) is
    mutated for the caller, too, which `jax.jit` cannot do.
    """
    compiled = Compiled(f)

    @functools.wraps(f, updated=())
    def call(*args: Any, **keywords: Any) -> Any:
        wrap = Wrapping()
        julia_args = tuple(map(wrap, args))
        julia_keywords = {name: wrap(x) for name, x in keywords.items()}
        result = compiled(julia_args, julia_keywords)
        wrap.write_back()
        return to_python(result) if wrap.seen else result

    return call


def _plain(f: Callable[..., Any]) -> Callable[..., Any]:
    """The function with plain arrays in and out, for JAX's transformations."""

    @functools.wraps(f, updated=())
    def call(*args: Any, **keywords: Any) -> Any:
        result = to_python(call_from_python(f, args, keywords))
        return result.buffer if isinstance(result, JaxNumber) else result

    return call


def grad(f: Callable[..., Any], argnums: Any = 0, **options: Any) -> Callable[..., Any]:
    """`jax.grad` of a generated function."""
    return jax.grad(_plain(f), argnums, **options)


def value_and_grad(f: Callable[..., Any], argnums: Any = 0, **options: Any) -> Callable[..., Any]:
    """`jax.value_and_grad` of a generated function."""
    return jax.value_and_grad(_plain(f), argnums, **options)


def vmap(f: Callable[..., Any], in_axes: Any = 0, out_axes: Any = 0) -> Callable[..., Any]:
    """`jax.vmap` of a generated function, over axes of the plain arrays."""
    return jax.vmap(_plain(f), in_axes, out_axes)
