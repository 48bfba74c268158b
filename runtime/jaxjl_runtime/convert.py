"""Conversions: `convert`, `Int(x)`, `Float32(x)`, `trunc(Int, x)`, `x % T`, and their
`InexactError`s."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from . import exceptions as exc
from .dispatch import constructor, generic
from .numbers import (
    BOOL,
    INT64,
    HostNumber,
    JaxNumber,
    Tracer,
    cast,
    compute_one,
    number_dtype,
    on_host,
    plain,
    wrap_to,
)
from .typeof import dtype_of, from_dtype, typeof

_LIMITS: dict[np.dtype, tuple[int, int]] = {
    dtype: (int(np.iinfo(dtype).min), int(np.iinfo(dtype).max))
    for dtype in (np.dtype(f"{kind}{size}") for kind in "iu" for size in (1, 2, 4, 8))
}
_LIMITS[BOOL] = (0, 1)


def inexact(function: str, dtype: Any, x: Any) -> exc.InexactError:
    """Julia's `InexactError` for a value that a type cannot hold."""
    from .symbols import Symbol

    target = from_dtype(dtype) if isinstance(dtype, np.dtype) else dtype
    return exc.InexactError(Symbol(function), target, x)


def _type_name(dtype: np.dtype) -> str:
    return str(from_dtype(dtype))


def to_integer(x: Any, dtype: np.dtype) -> Any:
    """A host number as an integer (or Bool) type: exact, or an `InexactError`."""
    low, high = _LIMITS[dtype]
    if isinstance(x, (complex, np.complexfloating)):
        if x.imag != 0:
            raise inexact(_type_name(dtype), dtype, x)
        x = plain(x.real) if isinstance(x, np.generic) else x.real
    if isinstance(x, (float, np.floating)):
        if not (math.isfinite(x) and x == math.floor(x) and low <= int(x) <= high):
            raise inexact(_type_name(dtype), dtype, x)
        n = int(x)
    else:
        n = int(x)
        if not low <= n <= high:
            raise inexact("Bool" if dtype is BOOL else "trunc", dtype, x)
    return bool(n) if dtype is BOOL else n if dtype is INT64 else dtype.type(n)


def convert_number(x: Any, dtype: np.dtype) -> Any:
    """`convert(T, x)` of a number that buffers can hold, for the type of a dtype."""
    have = number_dtype(x)
    if have is dtype or have == dtype:
        return x
    if isinstance(x, JaxNumber):
        return _convert_lanes(x, dtype)
    if dtype.kind in "iub":
        return to_integer(x, dtype)
    if have.kind == "c" and dtype.kind == "f":
        if x.imag != 0:
            raise inexact(_type_name(dtype), dtype, x)
        x = x.real
    with np.errstate(all="ignore"):
        return plain(dtype.type(x))


def _convert_lanes(x: JaxNumber, dtype: np.dtype) -> Any:
    buffer = x.buffer
    if isinstance(buffer, Tracer):
        return JaxNumber(cast(buffer, dtype))
    return JaxNumber(np.asarray(convert_buffer(np.asarray(buffer), dtype)))


def convert_buffer(buffer: Any, dtype: np.dtype) -> Any:
    """A buffer converted to another element type; on the host with Julia's checks."""
    if buffer.dtype == dtype:
        return buffer
    if isinstance(buffer, Tracer):
        return cast(buffer, dtype)
    buffer = on_host(buffer)
    have = buffer.dtype
    if have.kind == "c" and dtype.kind != "c":
        bad = buffer.imag != 0
        if bad.any():
            raise inexact(_type_name(dtype), dtype, plain(buffer[bad][0]))
        buffer = buffer.real
    if dtype.kind in "iub" and have.kind in "iuf":
        low, high = _LIMITS[dtype]
        with np.errstate(all="ignore"):
            if have.kind == "f":
                fits = (
                    (np.floor(buffer) == buffer) & (buffer >= float(low)) & (buffer <= float(high))
                )
                if dtype.itemsize == 8:
                    fits &= buffer < float(high)
            else:
                fits = (buffer >= low) & (buffer <= high) if not _wider(dtype, have) else None
        if fits is not None and not fits.all():
            to_integer(plain(buffer[~fits][0]), dtype)
    with np.errstate(all="ignore"):
        return buffer.astype(dtype)


def _wider(a: np.dtype, b: np.dtype) -> bool:
    """Whether integers of type `b` always fit into `a`."""
    low, high = _LIMITS[a]
    return low <= _LIMITS[b][0] and high >= _LIMITS[b][1]


# ------------------------------------------------------------------------------------- constructors


def make(target: Any, x: Any) -> Any:
    """`T(x)` for a number type that buffers can hold."""
    dtype = dtype_of(target)
    if number_dtype(x) is not None:
        return convert_number(x, dtype)
    if isinstance(x, HostNumber):
        return x.to_dtype(dtype)
    return _from_other(target, x)


def _from_other(target: Any, x: Any) -> Any:
    from .chars import Char

    if isinstance(x, Char):
        return convert_number(generic("codepoint")(x), dtype_of(target))
    if hasattr(x, "julia_enum"):
        return convert_number(int(x), dtype_of(target))
    for name in ("convert",):
        methods = generic(name).methods
        if methods is not None:
            chosen = methods.select(generic(name), (typeof(target), typeof(x)), (target, x))
            if chosen is not None:
                return chosen(target, x)
    raise exc.MethodError(target, (x,))


_NUMBER_TYPES = (
    "Int8", "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32", "UInt64",
    "Float16", "Float32", "Float64", "Bool",
)  # fmt: skip


def _register() -> None:
    for name in _NUMBER_TYPES:

        @constructor(name)
        def build(target: Any, *args: Any, **_: Any) -> Any:
            if len(args) != 1:
                raise exc.MethodError(target, args)
            return make(target, args[0])

        del build


_register()


# ------------------------------------------------------------------------------- x % T, trunc(T, x)


def wrap_lanes(x: Any, dtype: np.dtype) -> Any:
    """`x % T` of an integer: the low bits."""
    have = number_dtype(x)
    if have is None or have.kind not in "iub":
        raise exc.MethodError(generic("rem"), (x, from_dtype(dtype)))
    if isinstance(x, JaxNumber):
        return compute_one(lambda xp, v: v, x, dtype)
    if dtype is BOOL:
        return bool(int(x) & 1)
    return wrap_to(int(x), dtype)


def rounded_to(target: Any, x: Any, rounded: Any) -> Any:
    """`trunc(T, x)` and its like, once `x` is rounded."""
    dtype = dtype_of(target)
    if dtype is None:
        return generic("convert")(target, rounded)
    if isinstance(x, HostNumber):
        return make(target, rounded)
    if isinstance(rounded, JaxNumber):
        return _convert_lanes(rounded, dtype)
    try:
        return convert_number(rounded, dtype)
    except exc.InexactError:
        raise inexact("trunc", dtype, x) from None


def is_traced(x: Any) -> bool:
    """Whether a number's value is not known."""
    return isinstance(x, JaxNumber) and isinstance(x.buffer, Tracer)


__all__ = [
    "convert_buffer",
    "convert_number",
    "inexact",
    "make",
    "rounded_to",
    "to_integer",
    "wrap_lanes",
]
