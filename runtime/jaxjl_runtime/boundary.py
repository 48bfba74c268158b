"""The Python face of functions: what JAX, NumPy and Python give is wrapped, and unwrapped again.

A Python array of shape (m, n) is an m×n matrix. Plain arrays in, plain `jax.Array` out; a
`JaxArray` that goes in is not converted, and of calls that pass only Julia values the results
stay as they are.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import equinox as eqx
import jax
import numpy as np
from jax import lax

from .array import JaxArray, transposed
from .containers import HostArray
from .dicts import AbstractDict
from .dispatch import generic
from .instances import Struct
from .names import mangle
from .numbers import JaxNumber, Tracer, number, number_dtype, to_device
from .struct_trees import settled
from .tuples import NamedTuple
from .typeof import register_foreign
from .types_text import names

__all__ = ["Wrapping", "call_from_python", "from_python", "to_python"]

for _cls in (np.ndarray, jax.Array, Tracer, list, dict, eqx.Module):
    register_foreign(_cls)


class Wrapping:
    """Wraps the arguments of one call, each once: what is one array to the caller is one here."""

    def __init__(self) -> None:
        self.seen: dict[int, tuple[Any, Any]] = {}
        self.host: list[tuple[np.ndarray, JaxArray]] = []

    def __call__(self, x: Any) -> Any:
        """The Julia value of a Python one."""
        cls = type(x)
        if cls in _PLAIN or (number_dtype(x) is not None and not hasattr(x, "shape")):
            return x
        if isinstance(x, (np.ndarray, jax.Array)):
            return self._array(x)
        if cls is tuple:
            return tuple(self(item) for item in x)
        if isinstance(x, (list, dict, eqx.Module)) or _is_plain_dataclass(x):
            known = self.seen.get(id(x))
            if known is None:
                known = self.seen[id(x)] = (self._container(x), x)
            return known[0]
        if isinstance(x, Struct) and "raw_" in x.__dict__:
            known = self.seen.get(id(x))
            if known is None:
                known = self.seen[id(x)] = (settled(x, self), x)
            return known[0]
        return x

    def _array(self, x: Any) -> Any:
        if isinstance(x, np.ndarray):
            if x.dtype == object or x.dtype.kind in "USO":
                return self._container(x.tolist())
            if not x.ndim:
                return number(x[()])
        elif not x.ndim:
            return JaxNumber(strong(x)) if isinstance(x, Tracer) else number(x)
        known = self.seen.get(id(x))
        if known is None:
            if isinstance(x, np.ndarray):
                wrapped = JaxArray(np.array(transposed(x), order="C", copy=True))
                self.host.append((x, wrapped))
            else:
                wrapped = JaxArray(transposed(strong(x)))
            known = self.seen[id(x)] = (wrapped, x)
        return known[0]

    def _container(self, x: Any) -> Any:
        if isinstance(x, list):
            return _vector([self(item) for item in x])
        if isinstance(x, dict):
            return _dictionary([(key, self(value)) for key, value in x.items()])
        if isinstance(x, eqx.Module):
            leaves, tree = jax.tree.flatten(x, is_leaf=lambda leaf: isinstance(leaf, JaxArray))
            return jax.tree.unflatten(tree, [self(leaf) for leaf in leaves])
        return dataclasses.replace(
            x, **{f.name: self(getattr(x, f.name)) for f in dataclasses.fields(x) if f.init}
        )

    def write_back(self) -> None:
        """Put into NumPy arrays what the call wrote; mutable structs belong to Python again."""
        for wrapped, given in self.seen.values():
            if wrapped is given and isinstance(given, Struct):
                given.__dict__["raw_"] = True
        for given, wrapped in self.host:
            buffer = wrapped.peek()
            if isinstance(buffer, Tracer) or not given.flags.writeable:
                continue
            now = transposed(np.asarray(buffer))
            if now.shape == given.shape and not np.array_equal(now, given):
                np.copyto(given, now.astype(given.dtype, copy=False))


_PLAIN = frozenset((bool, int, float, complex, str, type(None), JaxArray, JaxNumber))


def _is_plain_dataclass(x: Any) -> bool:
    return dataclasses.is_dataclass(x) and not isinstance(x, type) and not isinstance(x, Struct)


def strong(x: Any) -> Any:
    """An array of JAX's whose type is not weak."""
    return lax.convert_element_type(x, x.dtype) if getattr(x, "weak_type", False) else x


def _vector(items: list[Any]) -> Any:
    """The Julia vector of a Python list."""
    return generic("vect")(*items)


def _dictionary(pairs: list[tuple[Any, Any]]) -> Any:
    from .pairs import Pair

    return names["Dict"](*(Pair(key, value) for key, value in pairs))


def from_python(x: Any) -> Any:
    """The Julia value of a Python one."""
    return Wrapping()(x)


def to_python(x: Any) -> Any:
    """The Python value of a Julia one: plain arrays in the containers that Python has."""
    if isinstance(x, JaxArray):
        return transposed(to_device(x.read()))
    if isinstance(x, JaxNumber):
        return x.buffer
    cls = type(x)
    if cls in _PLAIN:
        return x
    if cls is tuple:
        return tuple(to_python(item) for item in x)
    if isinstance(x, NamedTuple):
        return NamedTuple.of(x.names, [to_python(item) for item in x.items])
    if isinstance(x, AbstractDict):
        return {_key(key): to_python(value) for key, value in x.items()}
    if isinstance(x, HostArray) and len(x.size) == 1:
        return [to_python(item) for item in x.items]
    if isinstance(x, eqx.Module):
        wrapped = (JaxArray, JaxNumber)
        return jax.tree.map(to_python, x, is_leaf=lambda leaf: isinstance(leaf, wrapped))
    if _is_plain_dataclass(x):
        return dataclasses.replace(
            x, **{f.name: to_python(getattr(x, f.name)) for f in dataclasses.fields(x) if f.init}
        )
    return x


def _key(key: Any) -> Any:
    name = getattr(key, "name", None)
    return mangle(name) if type(key).__name__ == "Symbol" and name is not None else key


def call_from_python(f: Any, args: tuple[Any, ...], keywords: dict[str, Any]) -> Any:
    """The result of a call with arguments of Python's, as Python's."""
    wrap = Wrapping()
    call: Callable[..., Any] = getattr(f, "call_julia", None) or (lambda a, k: f(*a, **k))
    result = call(tuple(map(wrap, args)), {name: wrap(x) for name, x in keywords.items()})
    wrap.write_back()
    return to_python(result)
