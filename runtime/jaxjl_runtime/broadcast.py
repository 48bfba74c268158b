"""Broadcasting: a kernel of scalars over arrays, tuples, ranges and scalars.

A fused kernel is first called once, with whole buffers (`JaxNumber` lanes): NumPy's rule on buffers
with reversed axes is Julia's rule on arrays. What does not work on lanes (a branch on an element, a
function with an effect, elements that are no numbers) is done element by element on the host, and
under a trace by `jax.vmap`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from . import exceptions as exc
from .array import JaxArray, Masked, fresh
from .cell import NotStageable, Ref, in_trace, on_lanes
from .containers import HostArray, from_elements
from .dispatch import base, generic
from .kernel_values import for_kernel, from_kernel, takes_operators
from .numbers import JaxNumber, Tracer, cast, number_dtype, to_device
from .operands import ArrayOperand, ScalarOperand, broadcastable
from .range_kernels import range_result
from .ranges import AbstractRange

# ------------------------------------------------------------------------------------------- shapes


def common_size(sizes: list[tuple[int, ...]]) -> tuple[int, ...]:
    """The size of the result, or Julia's `DimensionMismatch`."""
    result: list[int] = []
    for size in sizes:
        for k, n in enumerate(size):
            if k == len(result):
                result.append(n)
            elif result[k] != n:
                if result[k] == 1:
                    result[k] = n
                elif n != 1:
                    raise exc.DimensionMismatch(
                        "arrays could not be broadcast to a common size; "
                        f"got a dimension with lengths {result[k]} and {n}"
                    )
    return tuple(result)


def _expanded(buffer: Any, rank: int) -> Any:
    """The buffer with as many axes as the result (JAX forbids implicit rank promotion)."""
    missing = rank - buffer.ndim
    return buffer.reshape((1,) * missing + buffer.shape) if missing > 0 else buffer


# ------------------------------------------------------------------------------------------ kernels


@base("broadcast")
def broadcast(function: Callable[..., Any], *args: Any) -> Any:
    """`function.(args…)`."""
    operands = [broadcastable(x) for x in args]
    sizes = [x.size for x in operands if isinstance(x, ArrayOperand)]
    if not sizes:
        return call_scalar(function, operands)
    if all(isinstance(x.value, tuple) for x in operands if isinstance(x, ArrayOperand)):
        (count,) = common_size(sizes)
        return tuple(each_element(function, operands, (count,)))
    if all(isinstance(x.value, AbstractRange) for x in operands if isinstance(x, ArrayOperand)):
        found = range_result(function, [x.value for x in operands])
        if found is not None:
            return found
    size = common_size(sizes)
    buffer = on_all_lanes(function, operands, size)
    if buffer is not None:
        if not size:
            return generic("_number_of")(buffer)
        found = JaxArray(_owned(buffer, operands, size), bit=buffer.dtype == bool)
        found.jax_face = any(getattr(x.value, "jax_face", False) for x in operands)
        return found
    if math.prod(size) >= _MANY and not in_trace():
        buffer = _compiled_map(function, operands, size)
        if buffer is not None:
            return JaxArray(buffer, bit=buffer.dtype == bool)
    items = each_element(function, operands, size)
    if not size:
        return items[0]
    return _collected(items, size)


def _collected(items: list[Any], size: tuple[int, ...]) -> Any:
    result = from_elements(items, size)
    if isinstance(result, JaxArray) and result.dtype == bool:
        result.bit = True
    return result


def call_scalar(function: Callable[..., Any], operands: list[Any]) -> Any:
    """The kernel's value for operands that are all scalars."""
    values = [x.value for x in operands]
    if takes_operators(function):
        return from_kernel(function(*(for_kernel(v) for v in values)))
    return function(*values)


def each_element(
    function: Callable[..., Any], operands: list[Any], size: tuple[int, ...]
) -> list[Any]:
    """The kernel's values element by element, in Julia's order."""
    count = math.prod(size)
    wrap = takes_operators(function)
    columns = []
    for x in operands:
        if isinstance(x, ScalarOperand):
            columns.append([for_kernel(x.value) if wrap else x.value] * count)
            continue
        items = x.items()
        if tuple(x.size) != size:
            items = _repeated(items, x.size, size)
        columns.append([for_kernel(v) for v in items] if wrap else items)
    if not wrap:
        return [function(*values) for values in zip(*columns, strict=True)]
    return [from_kernel(function(*values)) for values in zip(*columns, strict=True)]


def _repeated(items: list[Any], have: tuple[int, ...], want: tuple[int, ...]) -> list[Any]:
    positions = np.arange(len(items)).reshape((1,) * (len(want) - len(have)) + tuple(have[::-1]))
    return [items[k] for k in np.broadcast_to(positions, want[::-1]).ravel().tolist()]


def on_all_lanes(function: Callable[..., Any], operands: list[Any], size: tuple[int, ...]) -> Any:
    """The buffer of the kernel's values when it can be called once for all elements, else
    `None`."""
    rank = len(size)
    values = []
    traced = False
    for x in operands:
        if isinstance(x, ScalarOperand):
            if isinstance(x.value, JaxNumber) and isinstance(x.value.buffer, Tracer):
                traced = True
            values.append(x.value)
            continue
        lanes = x.lanes()
        if lanes is None:
            return None
        traced = traced or isinstance(lanes, Tracer)
        values.append(JaxNumber(_expanded(lanes, rank)))
    if traced:
        return _traced_lanes(function, operands, values, size)
    if takes_operators(function):
        values = [v if isinstance(v, JaxNumber) else for_kernel(v) for v in values]
    try:
        with on_lanes():
            result = function(*values)
    except RecursionError:
        raise
    except (Exception, NotStageable):
        return None  # one by one, the exact error or the answer will come
    return _as_buffer(from_kernel(result), size)


def _as_buffer(result: Any, size: tuple[int, ...]) -> Any:
    """A kernel's result as a buffer of the full size, `None` if it is no number."""
    dtype = number_dtype(result)
    if dtype is None:
        return None
    buffer = result.buffer if isinstance(result, JaxNumber) else np.asarray(result, dtype=dtype)
    shape = size[::-1]
    if buffer.shape == shape:
        return buffer
    if isinstance(buffer, jax.Array):
        return jnp.broadcast_to(_expanded(buffer, len(shape)), shape)
    return np.array(np.broadcast_to(buffer, shape))


def _traced_lanes(
    function: Callable[..., Any], operands: list[Any], values: list[Any], size: tuple[int, ...]
) -> Any:
    lanes = [
        JaxNumber(to_device(v.buffer)) if isinstance(v, JaxNumber) and v.ndim else v for v in values
    ]
    if takes_operators(function):
        lanes = [v if isinstance(v, JaxNumber) else for_kernel(v) for v in lanes]
    try:
        with on_lanes():
            buffer = _as_buffer(from_kernel(function(*lanes)), size)
        if buffer is not None:
            return buffer
    except NotStageable:
        pass
    return _mapped(function, operands, lanes, size)


def _mapped(
    function: Callable[..., Any], operands: list[Any], values: list[Any], size: tuple[int, ...]
) -> Any:
    """The kernel under `jax.vmap`: loops and branches inside are staged for one element."""
    shape = size[::-1]
    batched, fixed = [], {}
    for k, (x, v) in enumerate(zip(operands, values, strict=True)):
        if isinstance(x, ArrayOperand):
            batched.append(jnp.broadcast_to(_expanded(v.buffer, len(shape)), shape).reshape(-1))
        else:
            fixed[k] = v

    def one(*elements: Any) -> Any:
        moving = iter(elements)
        args = [fixed[k] if k in fixed else JaxNumber(next(moving)) for k in range(len(values))]
        result = from_kernel(function(*args))
        if number_dtype(result) is None:
            raise NotStageable("a broadcast under a trace whose results are no numbers")
        return to_device(result)

    return jax.vmap(one)(*batched).reshape(shape)


_MANY = 50_000  # from so many elements on, a compilation is cheaper than a loop in Python
_SAMPLE = 16


def _compiled_map(function: Callable[..., Any], operands: list[Any], size: tuple[int, ...]) -> Any:
    """The buffer of the kernel's values, computed by XLA element by element, for large host arrays.

    `None` where that might not be what Julia answers: values of another type than the first have, a
    NaN that no operand explains (Julia may have thrown), anything that cannot be traced.
    """
    lanes = [x.lanes() if isinstance(x, ArrayOperand) else None for x in operands]
    if any(
        lane is None if isinstance(x, ArrayOperand) else number_dtype(x.value) is None
        for x, lane in zip(operands, lanes, strict=True)
    ):
        return None
    shape = size[::-1]
    flat = [
        np.broadcast_to(_expanded(np.asarray(lane), len(shape)), shape).reshape(-1)
        for lane in lanes
        if lane is not None
    ]
    sample = [
        ArrayOperand(JaxArray(np.array(next(moving)[:_SAMPLE])), (_SAMPLE,))
        if isinstance(x, ArrayOperand)
        else x
        for moving in [iter(flat)]
        for x in operands
    ]
    dtypes = {number_dtype(v) for v in each_element(function, sample, (_SAMPLE,))}
    if len(dtypes) != 1 or any(d is None for d in dtypes):
        return None
    values = [None if isinstance(x, ArrayOperand) else x.value for x in operands]

    def one(*elements: Any) -> Any:
        moving = iter(elements)
        result = function(
            *(JaxNumber(next(moving)) if v is None else for_kernel(v) for v in values)
        )
        return to_device(from_kernel(result))

    try:
        with on_lanes():
            result = np.asarray(jax.jit(jax.vmap(one))(*map(to_device, flat)))
    except (Exception, NotStageable):
        return None
    if result.dtype not in dtypes or (result.dtype.kind == "f" and np.isnan(result).any()):
        return None
    return np.array(result.reshape(shape))


def _owned(buffer: Any, operands: list[Any], size: tuple[int, ...]) -> Any:
    """A host buffer that no operand shares."""
    if isinstance(buffer, np.ndarray):
        for x in operands:
            other = x.value.peek() if isinstance(x.value, JaxArray) else None
            known = isinstance(other, np.ndarray | jax.Array) and not isinstance(other, Tracer)
            if known and np.may_share_memory(buffer, np.asarray(other)):
                return np.array(buffer)
        return fresh(buffer)
    return buffer


# ---------------------------------------------------------------------------------------------- .=


@base("broadcast!")
def broadcast_bang(function: Callable[..., Any], dest: Any, *args: Any) -> Any:
    """`dest .= function.(args…)`."""
    if isinstance(dest, Masked):
        return _masked_bang(function, dest, args)
    operands = [broadcastable(x) for x in args]
    size = tuple(dest.size) if isinstance(dest, (JaxArray, HostArray)) else _size_of(dest)
    for x in operands:
        if isinstance(x, ArrayOperand):
            _check_fits(x.size, size)
    if isinstance(dest, JaxArray):
        buffer = on_all_lanes(function, operands, size)
        if buffer is not None:
            store(dest, _owned(buffer, operands, size))
            return dest
    sizes = [x.size for x in operands if isinstance(x, ArrayOperand)]
    if sizes:
        items = each_element(function, operands, size)
    else:
        items = [call_scalar(function, operands) for _ in range(math.prod(size))]
    generic("_store_items")(dest, items)
    return dest


def _masked_bang(function: Callable[..., Any], dest: Masked, args: tuple[Any, ...]) -> Any:
    """`a[mask] .= …` where the mask is traced: all lanes are computed, those of the mask are
    stored."""
    parent = dest.parent
    same = [isinstance(x, Masked) and x.parent is parent and x.mask is dest.mask for x in args]
    operands = [broadcastable(parent if own else x) for x, own in zip(args, same, strict=True)]
    if any(isinstance(x, ArrayOperand) and not own for x, own in zip(operands, same, strict=True)):
        raise exc.ArgumentError(
            "the elements that a traced mask selects can be set to scalars or changed in place, "
            "not to the elements of another array: write `ifelse.(mask, new, old)`"
        )
    if any(same):
        buffer = on_all_lanes(function, operands, parent.size)
    else:
        value = call_scalar(function, operands)
        buffer = to_device(value)
    old = to_device(parent.read())
    parent.write(jnp.where(dest.mask.read(), cast(buffer, old.dtype), old))
    return dest


def _size_of(dest: Any) -> tuple[int, ...]:
    if isinstance(dest, Ref):
        return ()
    if isinstance(dest, tuple):
        raise exc.MethodError(generic("copyto!"), (dest,))
    return tuple(generic("size")(dest))


def _check_fits(have: tuple[int, ...], want: tuple[int, ...]) -> None:
    for k, n in enumerate(have):
        if k >= len(want):
            if n != 1:
                raise exc.DimensionMismatch("cannot broadcast array to have fewer dimensions")
        elif n not in (1, want[k]):
            raise exc.DimensionMismatch("array could not be broadcast to match destination")


def store(dest: JaxArray, buffer: Any) -> None:
    """Write a whole buffer into an array, converted to its element type as `convert` does."""
    from .convert import convert_buffer

    dest.write(convert_buffer(buffer, dest.dtype))


@base("_store_items")
def _store_items(dest: Any, items: list[Any]) -> None:
    if isinstance(dest, Ref):
        dest.value = items[0]
        return
    if isinstance(dest, JaxArray) and any(isinstance(x, JaxNumber) for x in items):
        from .containers import buffer_of

        store(dest, buffer_of(items, dest.dtype).reshape(dest.size[::-1]))
        return
    setindex = generic("setindex!")
    for k, item in enumerate(items, 1):
        setindex(dest, item, k)


@base("_number_of")
def _number_of(buffer: Any) -> Any:
    from .numbers import number

    return number(buffer)


@base("_elements")
def _elements(x: Any) -> Any:
    from .iteration import elements

    return elements(x)


@base("materialize")
def materialize(x: Any) -> Any:
    """`x`: broadcasts are never lazy here."""
    return x
