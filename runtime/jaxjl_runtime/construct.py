"""Making arrays: `zeros ones fill similar copy deepcopy`, `Array{T}(undef, …)`, `[a, b]`, `T[a,
b]`.
"""

from __future__ import annotations

import copy as python_copy
import math
from typing import Any

import jax.numpy as jnp
import numpy as np

from .array import JaxArray
from .cell import Box, Ref
from .containers import UNSET, HostArray, array_of, from_elements, host_dtype, promoted_array
from .convert import convert_buffer
from .dispatch import base, constructor, generic
from .exceptions import ArgumentError, DimensionMismatch, MethodError
from .iteration import elements, size_of
from .missing import Missing, missing
from .numbers import JaxNumber, number_dtype, to_device
from .ranges import AbstractRange, UnitRange
from .typeof import from_dtype, isa, register_class
from .types import DataType, JuliaType, TypeVar, UnionAll, unwrap
from .types import Union as UnionType
from .types_base import AbstractArray, Bool, Float64
from .types_base import names as type_names

__all__ = ["undef"]


class UndefInitializer:
    """The class of `undef`."""

    def __repr__(self) -> str:
        return "UndefInitializer(): array initializer with undefined values"


undef = UndefInitializer()
register_class(UndefInitializer, type_names["UndefInitializer"])
base("UndefInitializer")(lambda: undef)


# -------------------------------------------------------------------------------------------- sizes


def size_from(dims: tuple[Any, ...]) -> tuple[int, ...]:
    """A size from the arguments `m, n, …`, a tuple or ranges."""
    if len(dims) == 1 and isinstance(dims[0], tuple):
        dims = dims[0]
    size = []
    for d in dims:
        if isinstance(d, AbstractRange):
            size.append(len(d))
            continue
        dtype = number_dtype(d)
        if dtype is None or dtype.kind not in "biu":
            raise MethodError(generic("zeros"), dims)
        size.append(int(d))
    if any(n < 0 for n in size):
        raise ArgumentError("invalid Array dimensions")
    return tuple(size)


def _type_and_size(args: tuple[Any, ...], default: Any) -> tuple[Any, tuple[int, ...]]:
    if args and isinstance(args[0], JuliaType):
        return args[0], size_from(args[1:])
    return default, size_from(args)


# --------------------------------------------------------------------------------- filled with one


def filled(eltype: Any, value: Any, size: tuple[int, ...]) -> Any:
    """A new array of a size that holds one value everywhere."""
    dtype = host_dtype(eltype)
    if dtype is None:
        return HostArray(eltype, [value] * math.prod(size), size)
    if isinstance(value, JaxNumber):
        return JaxArray(jnp.broadcast_to(to_device(value), size[::-1]))
    return JaxArray(np.full(size[::-1], value, dtype=dtype))


def _constant(name: str, value: int) -> None:
    @base(name)
    def _(*args: Any) -> Any:
        if len(args) == 1 and isinstance(args[0], (JaxArray, HostArray)):
            return filled(generic("eltype")(args[0]), value, args[0].size)
        eltype, size = _type_and_size(args, Float64)
        if host_dtype(eltype) is None:
            item = generic("zero" if value == 0 else "one")(eltype)
            return HostArray(eltype, [item] * math.prod(size), size)
        return filled(eltype, value, size)

    generic(name).__doc__ = f"`{name}([T,] dims…)`."


_constant("zeros", 0)
_constant("ones", 1)
base("trues")(lambda *dims: JaxArray(np.ones(size_from(dims)[::-1], bool), bit=True))
base("falses")(lambda *dims: JaxArray(np.zeros(size_from(dims)[::-1], bool), bit=True))


@base("fill")
def fill(value: Any, *dims: Any) -> Any:
    """An array of a size whose elements all are `value` itself."""
    from .typeof import typeof

    size = size_from(dims)
    dtype = number_dtype(value)
    eltype = typeof(value) if dtype is None else from_dtype(dtype)
    return filled(eltype, value, size)


@base("fill!")
def fill_bang(a: Any, value: Any) -> Any:
    """The array, all of whose elements are now `value`."""
    if isinstance(a, HostArray):
        a.changing("fill!")
        a.items[:] = [generic("convert")(a.eltype, value)] * len(a.items)
        return a
    if isinstance(a, JaxArray):
        value = generic("convert")(from_dtype(a.dtype), value)
        if isinstance(value, JaxNumber):
            a.write(jnp.broadcast_to(to_device(value), a.size[::-1]))
        else:
            a.write(np.full(a.size[::-1], value, dtype=a.dtype))
        return a
    put = generic("setindex!")
    for i in elements(generic("eachindex")(a)):
        put(a, value, i)
    return a


# -------------------------------------------------------------------------------------- undefined


def uninitialized(eltype: Any, size: tuple[int, ...]) -> Any:
    """A new array with undefined elements (zeros, where a buffer holds them)."""
    dtype = host_dtype(eltype)
    if dtype is not None:
        return JaxArray(np.zeros(size[::-1], dtype))
    item = None if eltype is type_names["Nothing"] else UNSET
    if type_names["Missing"] in (getattr(eltype, "members", None) or (eltype,)):
        item = missing
    elif type_names["Nothing"] in (getattr(eltype, "members", None) or ()):
        item = None
    return HostArray(eltype, [item] * math.prod(size), size)


@base("similar")
def similar(a: Any, *args: Any) -> Any:
    """An uninitialised array like `a`, with another element type or size."""
    if isinstance(a, JuliaType):
        return a(undef, *args)
    eltype = args[0] if args and isinstance(args[0], JuliaType) else None
    dims = args[1:] if eltype is not None else args
    if eltype is None:
        eltype = generic("eltype")(a)
    size = size_from(dims) if dims else tuple(size_of(a) or generic("size")(a))
    made = uninitialized(eltype, size)
    if isinstance(a, JaxArray) and a.bit and eltype is Bool:
        made.bit = True
    return made


def _array_parts(T: Any) -> tuple[Any, int | None]:
    """The element type and the number of dimensions that an array type names; None where it is
    open.
    """
    body = unwrap(T)
    eltype, rank = (*body.parameters, None)[:2] if body.name.name == "Array" else (None, None)
    if isinstance(eltype, TypeVar):
        eltype = None
    return eltype, rank if isinstance(rank, int) else None


def _make_array(T: Any, *args: Any) -> Any:
    """`Array{T,N}(undef, dims…)`, `Vector{T}()`, `Array(itr)` …"""
    eltype, rank = _array_parts(T)
    first = args[0] if args else None
    if isinstance(first, UndefInitializer):
        size = size_from(args[1:])
        if rank is not None and len(size) != rank:
            raise MethodError(T, args)
        return uninitialized(type_names["Any"] if eltype is None else eltype, size)
    if not args:
        if rank not in (None, 1) or (rank is None and eltype is not None):
            raise MethodError(T, args)
        return array_of([], type_names["Any"] if eltype is None else eltype)
    if first is None or isinstance(first, Missing):
        return filled(eltype, first, size_from(args[1:]))
    if len(args) > 1:
        if type(first).__name__ != "UniformScaling":
            raise MethodError(T, args)
        return generic("_array_of_scaling")(T if eltype is not None else None, first, args[1:])
    if isinstance(first, str) and rank == 1 and eltype is not None:
        named = repr(eltype)
        if named in ("Char", "UInt8"):
            return generic("collect" if named == "Char" else "codeunits")(first)
    if not isa(first, AbstractArray):
        raise MethodError(T, args)
    made = generic("collect")(first)
    if rank is not None and len(made.size) != rank:
        raise MethodError(T, args)
    return made if eltype is None else converted(made, eltype)


constructor("Array")(_make_array)


@constructor("BitArray")
def _(T: Any, *args: Any) -> JaxArray:
    """`BitVector(undef, n)`, `BitArray(itr)`."""
    first = args[0] if args else ()
    if isinstance(first, UndefInitializer):
        return JaxArray(np.zeros(size_from(args[1:])[::-1], bool), bit=True)
    made = converted(generic("collect")(first), Bool)
    made.bit = True
    return made


def converted(a: Any, eltype: Any) -> Any:
    """The array with its elements converted; the same one if they have that type."""
    dtype = host_dtype(eltype)
    if isinstance(a, JaxArray) and dtype is not None:
        if a.dtype == dtype:
            return a
        return JaxArray(convert_buffer(a.read(), dtype))
    if isinstance(a, HostArray) and a.eltype is eltype:
        return a
    items = a.items if isinstance(a, HostArray) else list(elements(a))
    return array_of(items, eltype, tuple(size_of(a) or ()))


@base("convert_array")
def convert_array(T: Any, a: Any) -> Any:
    """`convert(T, a)` of an array to an array type; `a` itself if it is one."""
    if isa(a, T):
        return a
    eltype, rank = _array_parts(T)
    made = generic("collect")(a)
    if rank is not None and len(made.size) != rank:
        raise MethodError(generic("convert"), (T, a))
    return made if eltype is None else converted(made, eltype)


# ----------------------------------------------------------------------------------------- copies


@base("copy", JaxArray)
def _(a: JaxArray) -> JaxArray:
    buffer = a.read()
    return JaxArray(np.array(buffer) if isinstance(buffer, np.ndarray) else buffer, a.bit)


@base("copy", HostArray)
def _(a: HostArray) -> HostArray:
    return a.like(list(a.items), a.size)


@base("copy")
def copy(x: Any) -> Any:
    """A shallow copy."""
    if _is_abstract_array(x):
        return generic("collect")(x)
    made = getattr(x, "copy", None)
    if callable(made):
        return made()
    raise MethodError(generic("copy"), (x,))


def _is_abstract_array(x: Any) -> bool:

    return bool(isa(x, AbstractArray))


@base("deepcopy")
def deepcopy(x: Any) -> Any:
    """A copy that shares nothing that can change."""
    return _deep(x, {})


def _deep(x: Any, done: dict[int, Any]) -> Any:
    if id(x) in done:
        return done[id(x)][0]
    if isinstance(x, JaxArray):
        made: Any = generic("copy")(x)
    elif isinstance(x, HostArray):
        made = x.like([], x.size)
        done[id(x)] = made, x
        made.items.extend(_deep(item, done) for item in x.items)
        return made
    elif isinstance(x, tuple):
        return tuple(_deep(item, done) for item in x)
    elif isinstance(x, (int, float, complex, str, JaxNumber, np.generic, JuliaType, type(None))):
        return x
    elif isinstance(x, (Ref, Box)):
        made = type(x)(_deep(x.value, done))
    else:
        own = generic("_deepcopy")
        made = (
            own(x, lambda item: _deep(item, done)) if own.native((x,)) else python_copy.deepcopy(x)
        )
    done[id(x)] = made, x
    return made


def _copy_array(a: Any, memo: Any) -> Any:
    return _deep(a, {})


JaxArray.__deepcopy__ = _copy_array  # type: ignore[attr-defined]
HostArray.__deepcopy__ = _copy_array  # type: ignore[attr-defined]


# --------------------------------------------------------------------------------- vector literals


@base("vect")
def vect(*items: Any) -> Any:
    """`[a, b, …]`: a vector of the elements, promoted to one type."""
    return promoted_array(list(items))


@base("getindex", DataType, UnionAll, UnionType)
def _(T: Any, *items: Any) -> Any:
    """`T[a, b, …]`."""
    return array_of(list(items), T)


@base("zero", JaxArray, HostArray)
def _(a: Any) -> Any:
    if isinstance(a, JaxArray):
        return JaxArray(np.zeros(a.size[::-1], a.dtype))
    return from_elements([generic("zero")(x) for x in a.items], a.size)


@base("one", JaxArray)
def _(a: JaxArray) -> JaxArray:
    if a.ndim != 2 or a.size[0] != a.size[1]:
        raise DimensionMismatch("multiplicative identity defined only for square matrices")
    return JaxArray(np.eye(a.size[0], dtype=a.dtype))


base("oneunit", JaxArray)(lambda a: generic("one")(a))


# ------------------------------------------------------------------------------------- copies into


@base("copyto!")
def copyto_bang(dest: Any, *args: Any) -> Any:
    """`copyto!(dest, [doffs,] src, [soffs, [n]])`."""
    if len(args) == 1:
        doffs, src, soffs = 1, args[0], 1
        count = None
    else:
        doffs, src, *rest = args
        soffs = rest[0] if rest else 1
        count = rest[1] if len(rest) > 1 else None
    both = not args[1:] and isinstance(dest, JaxArray) and isinstance(src, JaxArray)
    if both and dest.size == src.size:
        dest.write(convert_buffer(_own(src.read()), dest.dtype))
        return dest
    items = list(elements(src))[int(soffs) - 1 :]
    items = items if count is None else items[: int(count)]
    total = math.prod(generic("size")(dest))
    if int(doffs) < 1 or int(doffs) - 1 + len(items) > total:
        if count is None and len(args) == 1:
            raise ArgumentError("destination has fewer elements than required")
        from .exceptions import BoundsError

        raise BoundsError(dest, UnitRange(int(doffs), int(doffs) - 1 + len(items)))
    put = generic("setindex!")
    if isinstance(dest, JaxArray) and items:
        part = UnitRange(int(doffs), int(doffs) - 1 + len(items))
        put(dest, array_of(items, from_dtype(dest.dtype)), part)
        return dest
    for k, item in enumerate(items, int(doffs)):
        put(dest, item, k)
    return dest


base("copy!")(
    lambda dest, src: generic("copyto!")(
        generic("resize!")(dest, generic("length")(src)) if len(dest.size) == 1 else dest, src
    )
)
base("unsafe_copyto!")(lambda *args: generic("copyto!")(*args))


def _own(buffer: Any) -> Any:
    return np.array(buffer) if isinstance(buffer, np.ndarray) else buffer
