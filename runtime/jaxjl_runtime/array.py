"""`JaxArray`: a reference to a buffer whose axes are those of the Julia array in reverse.

A host buffer (`np.ndarray`) belongs to one array alone and is changed in place by the runtime;
JAX never gets it, but a copy (`to_device`), because JAX reads its arguments after the call is over.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from .cell import Cell, NotStageable, innermost, on_lanes_since
from .dispatch import generic
from .numbers import Tracer, cast, namespace, number, on_host, to_device

__all__ = ["JaxArray", "cast", "host_buffer", "namespace", "on_host", "to_device"]


class JaxArray(Cell):
    """`Array{T,N}` of numbers or Bools (`bit=True`: `BitArray{N}`).

    `jax_face` marks what was made from a key of JAX's, as in Jax.jl: it is shown as a `JaxArray`.
    """

    __slots__ = ("bit", "jax_face")
    __array_priority__ = 2000
    __array_ufunc__ = None

    def __init__(self, buffer: Any, bit: bool = False) -> None:
        Cell.__init__(self, buffer)
        self.bit = bit
        self.jax_face = False

    @property
    def size(self) -> tuple[int, ...]:
        """The size, in Julia's order."""
        return self.peek().shape[::-1]

    @property
    def shape(self) -> tuple[int, ...]:
        """The size: what a Python caller sees is the Julia array."""
        return self.peek().shape[::-1]

    @property
    def ndim(self) -> int:
        """The number of dimensions."""
        return self.peek().ndim

    ndims = ndim

    @property
    def dtype(self) -> np.dtype:
        """The dtype that stands for the element type."""
        return self.peek().dtype

    @property
    def T(self) -> JaxArray:
        """A new array with the dimensions in reverse order."""
        return JaxArray(fresh(transposed(self.read())), self.bit)

    def writable(self) -> np.ndarray | None:
        """The NumPy buffer to change in place; `None` where a write makes a new one (under a
        trace)."""
        level = innermost()
        if level is not None and self.serial < level.serial:
            return None
        if on_lanes_since(self.serial):
            raise NotStageable("a broadcast's kernel changes an array that lies outside it")
        buffer = self._data
        if type(buffer) is np.ndarray and buffer.flags.writeable:
            return buffer
        if isinstance(buffer, Tracer):
            return None
        buffer = self._data = np.array(buffer)
        return buffer

    def current(self) -> Any:
        """The buffer as it lies there, for access outside of every staged region."""
        return self._data

    # ------------------------------------------------------------------------------ the Python face

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> np.ndarray:
        return np.array(transposed(np.asarray(self.read())), dtype=dtype)

    def __jax_array__(self) -> Any:
        return transposed(to_device(self.read()))

    def __getitem__(self, index: Any) -> Any:
        picked = transposed(self.read())[_python_index(index)]
        return number(picked) if not picked.ndim else JaxArray(fresh(transposed(picked)), self.bit)

    def __setitem__(self, index: Any, value: Any) -> None:
        value = (
            jnp.asarray(value) if isinstance(value, (JaxArray, jax.Array)) else np.asarray(value)
        )
        buffer = self.read()
        if isinstance(buffer, jax.Array) or isinstance(value, Tracer):
            new = (
                transposed(to_device(buffer))
                .at[_python_index(index)]
                .set(cast(value, buffer.dtype))
            )
        else:
            new = np.array(transposed(buffer))
            new[_python_index(index)] = value
        self.write(fresh(transposed(new)))

    def __len__(self) -> int:
        return self.shape[0] if self.ndim else 1

    def __iter__(self) -> Iterator[Any]:
        for k in range(len(self)):
            yield self[k]

    def __bool__(self) -> bool:
        from . import exceptions as exc
        from .typeof import typeof
        from .types_base import Bool

        raise exc.TypeError("if", "", Bool, typeof(self))

    def __repr__(self) -> str:
        buffer = self.peek()
        if isinstance(buffer, Tracer):
            return f"JaxArray({buffer.dtype}{list(self.size)})"
        return f"JaxArray({np.asarray(self)!r})"

    __hash__ = Cell.__hash__


class Masked:
    """The destination of `a[mask] .= value` where the mask is traced: a select, no positions."""

    __slots__ = ("mask", "parent")

    def __init__(self, parent: JaxArray, mask: JaxArray) -> None:
        self.parent = parent
        self.mask = mask


def _python_index(index: Any) -> Any:
    if isinstance(index, tuple):
        return tuple(_python_index(i) for i in index)
    return index.__jax_array__() if isinstance(index, JaxArray) else index


def transposed(buffer: Any) -> Any:
    """The buffer with its axes reversed: the logical array of a Julia array, and back."""
    return buffer if buffer.ndim < 2 else buffer.transpose(tuple(range(buffer.ndim))[::-1])


def fresh(buffer: Any) -> Any:
    """A buffer that a new array may own: a NumPy view of something else is copied."""
    if isinstance(buffer, np.ndarray):
        return (
            buffer if buffer.base is None and buffer.flags.owndata else np.array(buffer, order="C")
        )
    return buffer


def host_buffer(a: JaxArray) -> Any:
    """The buffer for reading: NumPy's if its values are known, else a tracer."""
    buffer = a.read()
    if type(buffer) is np.ndarray or isinstance(buffer, Tracer):
        return buffer
    buffer = np.asarray(buffer)
    if type(a) is JaxArray and innermost() is None:
        a._data = buffer
    return buffer


def _flatten(a: JaxArray) -> tuple[tuple[Any], bool]:
    buffer = a.read()
    return (to_device(buffer) if isinstance(buffer, np.ndarray) else buffer,), a.bit


def _unflatten(bit: bool, children: tuple[Any]) -> JaxArray:
    (buffer,) = children
    return JaxArray(
        np.array(buffer) if isinstance(buffer, (np.ndarray, np.generic)) else buffer, bit
    )


jax.tree_util.register_pytree_node(JaxArray, _flatten, _unflatten)


def count(a: JaxArray) -> int:
    """The number of elements."""
    return math.prod(a.peek().shape)


def _operator(name: str, reflected: bool) -> Any:
    function = generic(name)

    def method(self: Any, other: Any) -> Any:
        return function(other, self) if reflected else function(self, other)

    return method


_OPERATORS = {
    "add": "+", "sub": "-", "mul": "*", "truediv": "/", "pow": "^", "matmul": "*", "mod": "%",
    "floordiv": "div",
    "and": "&", "or": "|", "xor": "xor",
}  # fmt: skip
_COMPARISONS = {"lt": "<", "le": "<=", "gt": ">", "ge": ">=", "eq": "==", "ne": "!="}


def install_operators(cls: type, names: dict[str, str] = _OPERATORS) -> None:
    """Give a class Python operators that are Julia's."""
    for python, julia in names.items():
        setattr(cls, f"__{python}__", _operator(julia, False))
        setattr(cls, f"__r{python}__", _operator(julia, True))
    for python, julia in _COMPARISONS.items():
        setattr(cls, f"__{python}__", _operator(julia, False))
    cls.__neg__ = lambda self: generic("-")(self)
    cls.__pos__ = lambda self: generic("+")(self)
    cls.__invert__ = lambda self: generic("~")(self)
    cls.__abs__ = lambda self: generic("abs")(self)


install_operators(JaxArray)
JaxArray.__hash__ = Cell.__hash__  # type: ignore[method-assign]
