"""Numbers that live in buffers, and Julia's promotion of number types.

A number that is known now is a plain Python or NumPy scalar. `JaxNumber` holds the others: a traced
scalar, or
inside a broadcast the whole buffer, one lane an element.
"""

from __future__ import annotations

from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from .cell import NotStageable

BOOL, INT64, FLOAT64, COMPLEX128 = (
    np.dtype(t) for t in (bool, np.int64, np.float64, np.complex128)
)
UINT64, FLOAT16, FLOAT32, COMPLEX64 = (
    np.dtype(t) for t in (np.uint64, np.float16, np.float32, np.complex64)
)
Tracer = jax.core.Tracer

_DTYPES: dict[type, np.dtype | None] = {bool: BOOL, int: INT64, float: FLOAT64, complex: COMPLEX128}
_PLAIN = frozenset("?lqdD")  # the characters of the dtypes whose scalars are Python's own


class JaxNumber:
    """A number whose value is in a buffer: a 0-d tracer, or all lanes of a broadcast."""

    __slots__ = ("buffer",)
    __hash__ = None  # type: ignore[assignment]
    __array_priority__ = 1000
    __array_ufunc__ = None

    def __init__(self, buffer: Any) -> None:
        self.buffer = buffer

    @property
    def dtype(self) -> np.dtype:
        """The NumPy dtype that stands for the Julia type."""
        return self.buffer.dtype

    @property
    def ndim(self) -> int:
        """0 for a scalar, else the rank of the broadcast it is a part of."""
        return self.buffer.ndim

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of the buffer (axes reversed)."""
        return self.buffer.shape

    def __bool__(self) -> bool:
        return bool(host_scalar(self, "a Bool that decides what Python does"))

    def __index__(self) -> int:
        return int(host_scalar(self, "an Int that must be known before the program runs"))

    def __int__(self) -> int:
        return int(host_scalar(self, "an Int that must be known before the program runs"))

    def __float__(self) -> float:
        return float(host_scalar(self, "a Float64 that must be known before the program runs"))

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> np.ndarray:
        return np.array(self.buffer, dtype=dtype)

    def __jax_array__(self) -> Any:
        return to_device(self.buffer)

    def __repr__(self) -> str:
        return f"JaxNumber({self.buffer})"


jax.tree_util.register_pytree_node(
    JaxNumber, lambda x: ((x.buffer,), None), lambda _, children: JaxNumber(children[0])
)


class NotScalar(NotStageable):
    """One host value is needed of a number that is many lanes: the broadcast then takes them one by
    one."""


class HostNumber:
    """The root of the numbers that no buffer holds (Rational, BigInt …); their classes have Julia's
    operators."""

    __slots__ = ()


def host_scalar(x: JaxNumber, use: str) -> Any:
    """The value of a concrete 0-d number; an error that says what it was needed for otherwise."""
    buffer = x.buffer
    if buffer.ndim:
        raise NotScalar(use)
    if isinstance(buffer, Tracer):
        from .staging_errors import traced_value_needed

        raise traced_value_needed(use, buffer)
    return np.asarray(buffer)[()]


def _register_scalars() -> None:
    for kind in "?bBhHiIlLqQefdFD":
        scalar = np.dtype(kind).type
        _DTYPES[scalar] = np.dtype(scalar)


_register_scalars()


def number_dtype(x: Any) -> np.dtype | None:
    """The dtype of a number that buffers can hold, `None` for every other value."""
    cls = type(x)
    if cls is JaxNumber:
        return x.buffer.dtype
    try:
        return _DTYPES[cls]
    except KeyError:
        found = next((_DTYPES[base] for base in cls.__mro__ if base in _DTYPES), None)
        if found is None and issubclass(cls, JaxNumber):
            return x.buffer.dtype
        _DTYPES[cls] = found
        return found


_PROMOTED: dict[tuple[np.dtype, np.dtype], np.dtype] = {}


def promote_dtypes(a: np.dtype, b: np.dtype) -> np.dtype:
    """`promote_type` of two number types: a float wins over any integer, whatever their widths."""
    if a == b:
        return a
    try:
        return _PROMOTED[a, b]
    except KeyError:
        result = _PROMOTED[a, b] = _promote(a, b)
        return result


def _promote(a: np.dtype, b: np.dtype) -> np.dtype:
    if "b" in (a.kind, b.kind):
        return b if a.kind == "b" else a
    if "c" in (a.kind, b.kind):
        part = promote_dtypes(part_dtype(a), part_dtype(b))
        return COMPLEX128 if part == FLOAT64 else COMPLEX64
    if a.kind == "f" or b.kind == "f":
        if a.kind == b.kind:
            return a if a.itemsize > b.itemsize else b
        return a if a.kind == "f" else b
    if a.itemsize != b.itemsize:
        return a if a.itemsize > b.itemsize else b
    return a if a.kind == "u" else b


def part_dtype(dtype: np.dtype) -> np.dtype:
    """The type of the real part."""
    if dtype.kind != "c":
        return dtype
    return FLOAT64 if dtype == COMPLEX128 else FLOAT32


def complex_dtype(dtype: np.dtype) -> np.dtype:
    """The complex type that holds numbers of a real type."""
    if dtype.kind == "c":
        return dtype
    return COMPLEX64 if dtype in (FLOAT32, FLOAT16) else COMPLEX128


def float_dtype(dtype: np.dtype) -> np.dtype:
    """`float(T)`: Float64 for integers and Bool."""
    return dtype if dtype.kind in "fc" else FLOAT64


# ------------------------------------------------------------------------------------------ buffers


def is_host(buffer: Any) -> bool:
    """Whether a buffer (or scalar) is NumPy's or Python's and not JAX's."""
    return not isinstance(buffer, jax.Array)


def namespace(*buffers: Any) -> Any:
    """`numpy` when every buffer is a host value, else `jax.numpy`."""
    for buffer in buffers:
        if isinstance(buffer, jax.Array):
            return jnp
    return np


def to_device(buffer: Any) -> Any:
    """The buffer as JAX may have it: a host buffer is copied by NumPy, since JAX reads its
    arguments later."""
    if isinstance(buffer, jax.Array):
        return buffer
    if isinstance(buffer, np.ndarray):
        buffer = np.array(buffer, dtype=jax.dtypes.canonicalize_dtype(buffer.dtype))
        return jnp.asarray(buffer)
    if isinstance(buffer, JaxNumber):
        return to_device(buffer.buffer)
    dtype = jax.dtypes.canonicalize_dtype(number_dtype(buffer) or np.asarray(buffer).dtype)
    return jnp.asarray(np.asarray(buffer, dtype=dtype))


def on_host(buffer: Any) -> Any:
    """A buffer as NumPy's where its value is known (no copy on the CPU; not to be written to), else
    unchanged."""
    if isinstance(buffer, jax.Array) and not isinstance(buffer, Tracer):
        return np.asarray(buffer)
    return buffer


def cast(buffer: Any, dtype: np.dtype) -> Any:
    """The buffer with another element type, with no check (see `convert.py` for Julia's checked
    conversions)."""
    if isinstance(buffer, jax.Array):
        dtype = jax.dtypes.canonicalize_dtype(dtype)
        if buffer.dtype == dtype:
            return buffer
        if buffer.dtype.kind == "c" and dtype.kind != "c":
            buffer = buffer.real
        return jax.lax.convert_element_type(buffer, dtype)
    if isinstance(buffer, (np.ndarray, np.generic)):
        if buffer.dtype == dtype:
            return buffer
        if buffer.dtype.kind == "c" and dtype.kind != "c":
            buffer = buffer.real
        return buffer.astype(dtype)
    if dtype.kind in "iu" and isinstance(buffer, int):
        return dtype.type(wrap_to(buffer, dtype))
    return dtype.type(buffer)


def operand(x: Any, dtype: np.dtype) -> Any:
    """The buffer of a number, cast to the type that the operation works in."""
    return cast(x.buffer if isinstance(x, JaxNumber) else x, dtype)


def device_operand(x: Any, dtype: np.dtype) -> Any:
    """A buffer or host number for a `jax.numpy` operation in the given (canonical) type."""
    if isinstance(x, np.ndarray) and x.ndim:
        x = to_device(x)
    return cast(x, dtype)


def compute(function: Any, a: Any, b: Any, dtype: np.dtype) -> Any:
    """`function(namespace, x, y)` on two numbers cast to `dtype`, as a number again."""
    x = a.buffer if isinstance(a, JaxNumber) else a
    y = b.buffer if isinstance(b, JaxNumber) else b
    if isinstance(x, jax.Array) or isinstance(y, jax.Array):
        dtype = jax.dtypes.canonicalize_dtype(dtype)
        return JaxNumber(function(jnp, device_operand(x, dtype), device_operand(y, dtype)))
    with np.errstate(all="ignore"):
        result = function(np, cast(x, dtype), cast(y, dtype))
    if x is not a or y is not b:
        return JaxNumber(np.asarray(result))
    return plain(result)


def compute_one(function: Any, a: Any, dtype: np.dtype) -> Any:
    """`function(namespace, x)` on one number cast to `dtype`, as a number again."""
    x = a.buffer if isinstance(a, JaxNumber) else a
    if isinstance(x, jax.Array):
        return JaxNumber(function(jnp, cast(x, jax.dtypes.canonicalize_dtype(dtype))))
    with np.errstate(all="ignore"):
        result = function(np, cast(x, dtype))
    return JaxNumber(np.asarray(result)) if x is not a else plain(result)


def plain(x: Any) -> Any:
    """A NumPy scalar as jaxjl keeps numbers: Python's own for Int64, Float64, Bool and
    ComplexF64."""
    return x.item() if x.dtype.char in _PLAIN else x[()]


def number(buffer: Any) -> Any:
    """The Julia number in a 0-d buffer: a host number, or under a trace a `JaxNumber`."""
    if isinstance(buffer, Tracer):
        return JaxNumber(buffer)
    if isinstance(buffer, np.generic):
        return plain(buffer)
    if isinstance(buffer, (bool, int, float, complex)):
        return buffer
    return plain(np.asarray(buffer)[()])


def unwrap(x: Any) -> Any:
    """A concrete 0-d `JaxNumber` as the host number it is; every other value unchanged."""
    if isinstance(x, JaxNumber) and not x.buffer.ndim and not isinstance(x.buffer, Tracer):
        return number(x.buffer)
    return x


_SIGN = 1 << 63
_MASK = (1 << 64) - 1


def wrap64(n: int) -> int:
    """An Int64: two's complement of the low 64 bits."""
    if -_SIGN <= n < _SIGN:
        return n
    n = int(n) & _MASK
    return n - (1 << 64) if n & _SIGN else n


def wrap_to(n: int, dtype: np.dtype) -> Any:
    """The integer reduced to the width of an integer type, as jaxjl keeps it."""
    bits = dtype.itemsize * 8
    n = int(n) & ((1 << bits) - 1)
    if dtype.kind == "i" and n >> (bits - 1):
        n -= 1 << bits
    return n if dtype == INT64 else dtype.type(n)
