"""What every array answers: its size, length, axes, indices, element type, ends."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from .array import JaxArray
from .cartesian import CartesianIndices, LinearIndices
from .containers import HostArray, moved
from .dispatch import base, generic
from .exceptions import ArgumentError, BoundsError, DimensionMismatch, MethodError
from .iteration import JuliaIterable, elements, size_of
from .numbers import JaxNumber, number_dtype
from .ranges import AbstractRange, OneTo, colon
from .types_base import AbstractArray

ARRAYS = (JaxArray, HostArray, CartesianIndices, LinearIndices)
NUMBERS = (int, float, bool, complex, np.generic, JaxNumber)


@base("size", *ARRAYS)
def _(a: Any, *dims: Any) -> Any:
    size = a.size
    if not dims:
        return size
    if len(dims) == 1 and not isinstance(dims[0], (tuple, AbstractRange)):
        return _extent(size, dims[0])
    wanted = dims[0] if len(dims) == 1 else dims
    return tuple(_extent(size, d) for d in wanted)


def _extent(size: tuple[int, ...], d: Any) -> int:
    d = int(d)
    if d < 1:
        raise ArgumentError("arraysize: dimension out of range")
    return size[d - 1] if d <= len(size) else 1


@base("size", AbstractArray)
def _(a: Any, *dims: Any) -> Any:
    if not dims:
        raise MethodError(generic("size"), (a,))
    return _extent(tuple(generic("size")(a)), dims[0])


base("length", *ARRAYS)(lambda a: math.prod(a.size))
base("length", AbstractArray)(lambda a: math.prod(generic("size")(a)))
base("ndims", *ARRAYS)(lambda a: len(a.size))
base("ndims", AbstractArray)(lambda a: len(generic("size")(a)))
base("isempty", *ARRAYS)(lambda a: math.prod(a.size) == 0)


@base("isempty")
def isempty(x: Any) -> bool:
    """Whether a collection has no elements."""
    size = size_of(x)
    if size is not None:
        return math.prod(size) == 0
    return next(iter(elements(x)), x) is x


@base("length")
def length(x: Any) -> Any:
    """The number of elements."""
    raise MethodError(length, (x,))


@base("ndims")
def ndims(x: Any) -> int:
    """The number of dimensions, of an array or of an array type."""
    from .types import JuliaType, unwrap

    if isinstance(x, JuliaType):
        parameters = unwrap(x).parameters
        return int(parameters[-1]) if isinstance(parameters[-1], int) else 1
    size = size_of(x)
    if size is None:
        raise MethodError(ndims, (x,))
    return len(size)


base("length", *NUMBERS)(lambda x: 1)
base("ndims", *NUMBERS)(lambda x: 0)
base("size", *NUMBERS)(lambda x, *d: 1 if d else ())
base("isempty", *NUMBERS)(lambda x: False)
base("first", *NUMBERS)(lambda x: x)
base("last", *NUMBERS)(lambda x: x)
base("axes", *NUMBERS)(lambda x, *d: OneTo(1) if d else ())
base("keys", *NUMBERS)(lambda x: OneTo(1))
base("eachindex", *NUMBERS)(lambda x: OneTo(1))
base("firstindex", *NUMBERS)(lambda x, *d: 1)
base("lastindex", *NUMBERS)(lambda x, *d: 1)
base("collect", *NUMBERS)(lambda x: generic("fill")(x))
base("copy", *NUMBERS)(lambda x: x)


@base("getindex", *NUMBERS)
def _(x: Any, *index: Any) -> Any:
    if not all(generic("==")(i, 1) for i in index):
        raise BoundsError(x, index[0] if len(index) == 1 else index)
    return x


# --------------------------------------------------------------------------------------------- axes


def _size(a: Any) -> tuple[int, ...]:
    size = getattr(a, "size", None)
    return size if isinstance(size, tuple) else tuple(generic("size")(a))


@base("axes", *ARRAYS, AbstractArray)
def _(a: Any, *dims: Any) -> Any:
    size = _size(a)
    if dims:
        return OneTo(_extent(size, dims[0]))
    return tuple(map(OneTo, size))


@base("axes")
def axes(x: Any, *dims: Any) -> Any:
    """The ranges of the indices."""
    size = tuple(generic("size")(x))
    return OneTo(_extent(size, dims[0])) if dims else tuple(map(OneTo, size))


@base("eachindex", *ARRAYS, AbstractArray)
def _(a: Any, *others: Any) -> Any:
    if isinstance(a, CartesianIndices):
        return a
    size = _size(a)
    for other in others:
        if tuple(generic("size")(other)) != size:
            raise DimensionMismatch(
                "all inputs to eachindex must have the same indices, got "
                + " and ".join(generic("string")(OneTo(math.prod(s))) for s in (size, _size(other)))
            )
    return OneTo(math.prod(size))


@base("eachindex")
def eachindex(x: Any, *others: Any) -> Any:
    """The indices of a collection."""
    return generic("keys")(x)


@base("keys", *ARRAYS, AbstractArray)
def _(a: Any) -> Any:
    size = _size(a)
    return OneTo(size[0]) if len(size) == 1 else CartesianIndices(size)


@base("firstindex", *ARRAYS, AbstractArray)
def _(a: Any, *d: Any) -> int:
    return 1


@base("lastindex", *ARRAYS, AbstractArray)
def _(a: Any, *d: Any) -> int:
    size = _size(a)
    return _extent(size, d[0]) if d else math.prod(size)


base("values", *ARRAYS, AbstractArray)(lambda a: a)


@base("checkbounds", *ARRAYS, AbstractArray)
def _(a: Any, *index: Any) -> None:
    """`nothing`; a BoundsError for an index outside."""
    if not in_bounds(a, index):
        raise BoundsError(a, index if len(index) > 1 else index[0])


@base("checkbounds", at=0)
def _(*args: Any) -> Any:
    from .types_base import Bool

    if args and args[0] is Bool:
        return in_bounds(args[1], args[2:])
    if not in_bounds(args[0], args[1:]):
        raise BoundsError(*args[:2])
    return None


def in_bounds(a: Any, index: tuple[Any, ...]) -> bool:
    """Whether every index lies inside."""
    size = _size(a)
    sizes = (math.prod(size),) if len(index) == 1 else (*size, *(1,) * len(index))
    for i, n in zip(index, sizes, strict=False):
        if i is colon:
            continue
        parts = i.I if hasattr(i, "I") else None
        if parts is not None:
            if len(parts) != len(size) or not in_bounds(a, tuple(parts)):
                return False
            continue
        if any(not 1 <= int(k) <= n for k in elements(i)):
            return False
    return True


@base("isassigned", *ARRAYS)
def _(a: Any, *index: Any) -> bool:
    from .containers import UNSET

    if not in_bounds(a, index):
        return False
    if isinstance(a, HostArray):
        places = generic("getindex")(a.positions(), *index)
        return a.items[int(places)] is not UNSET
    return True


# --------------------------------------------------------------------------------------------- ends


@base("first", *ARRAYS)
def _(a: Any, *n: Any) -> Any:
    if n:
        return _part(a, 1, min(int(n[0]), math.prod(a.size)), n[0])
    return generic("getindex")(a, 1)


@base("last", *ARRAYS)
def _(a: Any, *n: Any) -> Any:
    count = math.prod(a.size)
    if n:
        return _part(a, max(1, count - int(n[0]) + 1), count, n[0])
    return generic("getindex")(a, count)


def _part(a: Any, start: int, stop: int, n: Any) -> Any:
    from .ranges import UnitRange

    if int(n) < 0:
        raise ArgumentError("Number of elements must be nonnegative")
    return generic("getindex")(a, UnitRange(start, stop))


@base("first")
def first(x: Any, *n: Any) -> Any:
    """The first element, or the first `n`."""
    if n:
        return generic("collect")(generic("take", "Iterators")(x, n[0]))
    for item in elements(x):
        return item
    raise ArgumentError("collection must be non-empty")


@base("last")
def last(x: Any, *n: Any) -> Any:
    """The last element, or the last `n`."""
    items = list(elements(x))
    if n:
        return generic("collect")(tuple(items[max(0, len(items) - int(n[0])) :]))
    if not items:
        raise ArgumentError("collection must be non-empty")
    return items[-1]


@base("only")
def only(x: Any) -> Any:
    """The one element of a collection."""
    items = list(elements(x))
    if len(items) == 1:
        return items[0]
    kind = "Tuple" if isinstance(x, tuple) else "Collection"
    state = "is empty" if not items else "has multiple elements"
    raise ArgumentError(f"{kind} {state}, must contain exactly 1 element")


# ------------------------------------------------------------------------------------------ eltype


@base("eltype")
def eltype(x: Any) -> Any:
    """The type of the elements of a collection, or of a collection type."""
    from .typeof import from_dtype, typeof
    from .types import ANY, BOTTOM, DataType, JuliaType, TypeVar, UnionAll, Vararg, unwrap

    if not isinstance(x, JuliaType):
        dtype = number_dtype(x)
        if dtype is not None:
            return from_dtype(dtype)
        return generic("element_type")(x) if isinstance(x, JuliaIterable) else eltype(typeof(x))
    body = unwrap(x) if isinstance(x, UnionAll) else x
    if not isinstance(body, DataType) or body is BOTTOM:
        return ANY
    if body.name.kind == "tuple":
        join, result = generic("promote_typejoin"), BOTTOM
        for part in body.parameters:
            part = part.element if isinstance(part, Vararg) else part
            result = part if result is BOTTOM else join(result, part)
        return result
    return _eltype_of_name(x, body, ANY, TypeVar)


def _eltype_of_name(x: Any, body: Any, any_type: Any, type_var: Any) -> Any:
    from .subtype import issubtype
    from .types import make_datatype
    from .types_base import AbstractDict, Number, names

    name = body.name.name
    if issubtype(x, Number):
        return x
    if issubtype(x, AbstractDict):
        found = body
        while found.name.name != "AbstractDict":
            found = found.supertype
        return make_datatype(names["Pair"].body.body.name, tuple(found.parameters))
    for wanted in ("AbstractArray", "AbstractSet", "AbstractString", "AbstractRange"):
        found = body
        while found is not any_type and getattr(found, "name", None) is not None:
            if found.name.name == wanted:
                if wanted == "AbstractString":
                    return names["Char"]
                part = found.parameters[0]
                return any_type if isinstance(part, type_var) else part
            found = found.supertype
    if name in ("Enumerate", "Zip", "Generator"):
        return any_type
    return any_type


@base("eltype", JaxArray)
def _(a: JaxArray) -> Any:
    from .typeof import from_dtype

    return from_dtype(a.dtype)


base("eltype", HostArray)(lambda a: a.eltype)


@base("eltype", AbstractRange)
def _(r: AbstractRange) -> Any:
    from .typeof import from_dtype, typeof

    return typeof(r.first) if r.dtype is None else from_dtype(r.dtype)


# ------------------------------------------------------------------- host arrays, Cartesian indices


@base("getindex", HostArray)
def _(a: HostArray, *index: Any) -> Any:
    if len(index) == 1 and type(index[0]) is int:
        k = index[0]
        if not 1 <= k <= len(a.items):
            raise BoundsError(a, k)
        return a.at(k - 1)
    try:
        return moved(lambda places: generic("getindex")(places, *index), a)
    except BoundsError:
        raise BoundsError(a, index[0] if len(index) == 1 else index) from None


@base("setindex!", HostArray)
def _(a: HostArray, value: Any, *index: Any) -> HostArray:
    a.changing("assignment to an element of an array of host values")
    convert = generic("convert")
    if len(index) == 1 and type(index[0]) is int:
        k = index[0]
        if not 1 <= k <= len(a.items):
            raise BoundsError(a, k)
        a.items[k - 1] = convert(a.eltype, value)
        return a
    try:
        places = generic("getindex")(a.positions(), *index)
    except BoundsError:
        raise BoundsError(a, index[0] if len(index) == 1 else index) from None
    if not isinstance(places, JaxArray):
        a.items[int(places)] = convert(a.eltype, value)
        return a
    chosen = np.asarray(places.read()).ravel().tolist()
    items = list(elements(value))
    if len(items) != len(chosen):
        raise DimensionMismatch(
            f"tried to assign {len(items)} elements to {len(chosen)} destinations"
        )
    for k, item in zip(chosen, items, strict=True):
        a.items[k] = convert(a.eltype, item)
    return a


@base("elements", CartesianIndices, LinearIndices)
def _(x: Any) -> Any:
    return iter(x)


@base("getindex", CartesianIndices)
def _(x: CartesianIndices, *index: Any) -> Any:
    grid = JaxArray(np.arange(len(x)).reshape(x.size[::-1]))
    places = generic("getindex")(grid, *index)
    if not isinstance(places, JaxArray):
        return x.at(int(places))
    from .containers import from_elements

    chosen = [x.at(k) for k in np.asarray(places.read()).ravel().tolist()]
    return from_elements(chosen, places.size)


@base("getindex", LinearIndices)
def _(x: LinearIndices, *index: Any) -> Any:
    return generic("getindex")(x.array(), *index)


base("_elements")(lambda x: elements(x))
