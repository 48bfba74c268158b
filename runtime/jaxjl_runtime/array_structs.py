"""What Base does for the program's own array types: everything that follows from `size`, `getindex`
and `setindex!`.

What only reads is done by Base's function for arrays, on the elements; what changes the array goes
through `setindex!`, one element at a time, as Julia's generic code does.
"""

from __future__ import annotations

import itertools
import math
from typing import Any

from .array import JaxArray
from .cartesian import CartesianIndex
from .containers import HostArray, array_of
from .dispatch import GenericFunction, base, constructor, generic
from .exceptions import BoundsError, CanonicalIndexError, ErrorException, MethodError
from .instances import ArrayStruct
from .iteration import elements
from .show import displays, shows
from .show_arrays import array_text
from .show_plain import array_plain
from .subtype import issubtype
from .typeof import isa, typeof
from .types_base import names

__all__ = ["materialize"]

_size, _get, _set, _eltype = (generic(n) for n in ("size", "getindex", "setindex!", "eltype"))
_INTEGER, _INT, _BOOL = names["Integer"], names["Int64"], names["Bool"]


def size_of(a: Any) -> tuple[int, ...]:
    """The size as Python ints."""
    return tuple(int(n) for n in _size(a))


def materialize(a: Any) -> Any:
    """The elements in an `Array`."""
    size = size_of(a)
    items = [_get(a, *place) for place in places(size)]
    return array_of(items, _eltype(a), size)


def places(size: tuple[int, ...]) -> Any:
    """All 1-based index tuples, the first dimension fastest."""
    for reverse in itertools.product(*(range(1, n + 1) for n in reversed(size))):
        yield reverse[::-1]


# ---------------------------------------------------------------------------------------- indexing


def _is_integer(i: Any) -> bool:
    return (isinstance(i, int) and not isinstance(i, bool)) or (
        isa(i, _INTEGER) and not isa(i, _BOOL)
    )


def _canonical(a: Any, index: tuple[Any, ...], function: GenericFunction) -> tuple[int, ...] | None:
    """The integers of a scalar index in the number that the type's own method takes, else None."""
    flat: list[int] = []
    for i in index:
        if isinstance(i, CartesianIndex):
            flat.extend(int(k) for k in elements(generic("Tuple")(i)))
        elif _is_integer(i):
            flat.append(int(i))
        else:
            return None
    size = size_of(a)
    rank = len(size)
    linear = _has_linear(a)
    given = tuple(flat)
    if len(given) > rank:
        if any(i != 1 for i in given[rank:]):
            raise BoundsError(a, index)
        given = given[:rank]
    if linear and len(given) != 1:
        position, stride = 1, 1
        for i, n in zip(given, size, strict=False):
            if not 1 <= i <= n:
                raise BoundsError(a, index)
            position += (i - 1) * stride
            stride *= n
        given = (position,)
    elif not linear and len(given) != rank:
        if len(given) != 1:
            raise BoundsError(a, index)
        k = given[0] - 1
        if not 0 <= k < math.prod(size):
            raise BoundsError(a, index)
        given = tuple(k // math.prod(size[:d]) % n + 1 for d, n in enumerate(size))
    if given == index and all(type(i) is int for i in index):
        raise _not_defined(a, function)  # the type has no method for its own form of index
    return given


def _has_linear(a: Any) -> bool:
    style = names["IndexStyle"](typeof(a))
    return bool(isa(style, names["IndexLinear"]))


def _not_defined(a: Any, function: GenericFunction) -> Exception:
    from .config import julia_before

    if julia_before(1, 8):
        return ErrorException(f"{function.name} not defined for {generic('string')(typeof(a))}")
    return CanonicalIndexError(function.name, typeof(a))


@constructor("IndexStyle")
def _(_: Any, a: Any) -> Any:
    """How an array type is indexed best."""
    t = a if isinstance(a, type(_INT) | type(names["Array"])) else typeof(a)
    fast = any(issubtype(t, names[n]) for n in ("Array", "BitArray", "AbstractRange"))
    return names["IndexLinear" if fast else "IndexCartesian"]()


@base("getindex", ArrayStruct)
def _(a: Any, *index: Any) -> Any:
    """An element, or the part of the array that ranges, colons, masks and index arrays pick."""
    scalar = _canonical(a, index, _get)
    if scalar is not None:
        return _get(a, *scalar)
    return _part(a, index)


def _part(a: Any, index: tuple[Any, ...]) -> Any:
    chosen = _get(_positions(a), *index)
    picked = [_by_position(a, int(k)) for k in elements(chosen)]
    size = size_of(chosen)
    own = generic("similar")
    if own.methods is not None and own.methods.select(
        own, (typeof(a), names["DataType"], typeof(size)), (a, _eltype(a), size)
    ):
        made = own(a, _eltype(a), size)
        for place, item in zip(places(size), picked, strict=True):
            _set(made, item, *place)
        return made
    return array_of(picked, _eltype(a), size)


def _positions(a: Any) -> JaxArray:
    """The linear positions of all elements, in an array of the same size."""
    size = size_of(a)
    count = math.prod(size)
    return array_of(list(range(1, count + 1)), _INT, size)  # type: ignore[no-any-return]


def _by_position(a: Any, k: int) -> Any:
    return _get(a, *_canonical_position(a, k))


def _canonical_position(a: Any, k: int) -> tuple[int, ...]:
    if _has_linear(a):
        return (k,)
    size = size_of(a)
    return tuple((k - 1) // math.prod(size[:d]) % n + 1 for d, n in enumerate(size))


@base("setindex!", ArrayStruct)
def _(a: Any, value: Any, *index: Any) -> Any:
    scalar = _canonical(a, index, _set)
    if scalar is not None:
        _set(a, value, *scalar)
        return a
    chosen = _get(_positions(a), *index)
    items = list(elements(value)) if isa(value, names["AbstractArray"]) else None
    if items is None:
        raise MethodError(_set, (a, value, *index))
    spots = [int(k) for k in elements(chosen)]
    if len(items) != len(spots):
        from .exceptions import DimensionMismatch

        raise DimensionMismatch(
            f"tried to assign {len(items)} elements to {len(spots)} destinations"
        )
    for k, item in zip(spots, items, strict=True):
        _set(a, item, *_canonical_position(a, k))
    return a


# -------------------------------------------------------------------- making and filling


@base("elements", ArrayStruct)
def _(a: Any) -> Any:
    from .iteration import _by_protocol, _has_methods

    if _has_methods("iterate", a):
        return _by_protocol(a)
    return (_get(a, *_canonical_position(a, k)) for k in range(1, math.prod(size_of(a)) + 1))


@base("iterate", ArrayStruct)
def _(a: Any, k: int = 1) -> Any:
    if k > math.prod(size_of(a)):
        return None
    return _get(a, *_canonical_position(a, k)), k + 1


@base("similar", ArrayStruct)
def _(a: Any, *rest: Any) -> Any:
    """An `Array` (or what the type's own `similar` makes) of the wanted element type and size."""
    own = generic("similar")
    element, size = _eltype(a), size_of(a)
    for part in rest:
        if isinstance(part, tuple):
            size = tuple(int(n) if isinstance(n, int) else int(generic("length")(n)) for n in part)
        elif isinstance(part, int):
            size = tuple(int(n) for n in rest if isinstance(n, int))
        else:
            element = part
    if own.methods is not None and not (len(rest) == 2 and isinstance(rest[1], tuple)):
        return own(a, element, size)
    return names["Array"][element, len(size)](_undef(), *size)


def _undef() -> Any:
    from . import jl

    return jl.undef


@base("copy", ArrayStruct)
def _(a: Any) -> Any:
    return _filled(generic("similar")(a), elements(a))


def _filled(made: Any, items: Any) -> Any:
    for place, item in zip(places(size_of(made)), items, strict=False):
        _set(made, item, *place)
    return made


@base("fill!", ArrayStruct)
def _(a: Any, value: Any) -> Any:
    for place in places(size_of(a)):
        _set(a, value, *place)
    return a


@base("copyto!", ArrayStruct)
def _(a: Any, source: Any, *rest: Any) -> Any:
    if rest:
        raise MethodError(generic("copyto!"), (a, source, *rest))
    for k, item in enumerate(elements(source)):
        _set(a, item, *_canonical_position(a, k + 1))
    return a


@base("eachindex", ArrayStruct)
def _(a: Any, *others: Any) -> Any:
    if _has_linear(a) or len(size_of(a)) == 1:
        return names["OneTo"](math.prod(size_of(a)))
    return names["CartesianIndices"](size_of(a))


base("keys", ArrayStruct)(
    lambda a: (
        generic("eachindex")(a) if len(size_of(a)) == 1 else names["CartesianIndices"](size_of(a))
    )
)
base("collect", ArrayStruct)(lambda a: materialize(a))
base("length", ArrayStruct)(lambda a: math.prod(size_of(a)))
base("strides", ArrayStruct)(
    lambda a: tuple(math.prod(size_of(a)[:d]) for d in range(len(size_of(a))))
)
base("parent", ArrayStruct)(lambda a: a)
base("isassigned", ArrayStruct)(lambda a, *i: bool(generic("checkbounds")(names["Bool"], a, *i)))
base("first", ArrayStruct)(
    lambda a, *n: generic("first")(materialize(a), *n) if n else _by_position(a, 1)
)
base("last", ArrayStruct)(
    lambda a, *n: (
        generic("last")(materialize(a), *n) if n else _by_position(a, math.prod(size_of(a)))
    )
)
shows(ArrayStruct)(array_text)
displays(ArrayStruct)(array_plain)


# ---------------------------------------------------- everything else Base has for arrays

_OWN = frozenset(
    [
        "size",
        "getindex",
        "setindex!",
        "axes",
        "similar",
        "copy",
        "length",
        "elements",
        "iterate",
        "eltype",
        "first",
        "last",
        "isempty",
        "ndims",
        "broadcastable",
        "eachindex",
        "keys",
        "firstindex",
        "lastindex",
        "checkbounds",
        "view",
        "dotview",
        "typeof",
        "isa",
        "show",
        "print",
        "IndexStyle",
        "getproperty",
        "setproperty!",
        "propertynames",
        "getfield",
        "hash",
        "isequal",
        "deepcopy",
        "stride",
        "strides",
        "===",
        "objectid",
        "summary",
        "values",
        "pairs",
        "push!",
        "append!",
        "pushfirst!",
        "pop!",
        "popfirst!",
        "insert!",
        "deleteat!",
        "resize!",
        "splice!",
        "empty!",
        "unsafe_getindex",
        "string",
        "repr",
        "display",
        "println",
    ]
)


_REDUCTIONS = [
    "sum",
    "prod",
    "maximum",
    "minimum",
    "extrema",
    "all",
    "any",
    "count",
    "reduce",
    "mapreduce",
    "findmax",
    "findmin",
    "argmax",
    "argmin",
    "accumulate",
    "cumsum",
    "cumprod",
    "dropdims",
    "mapslices",
    "sort",
    "sortperm",
    "unique",
    "findall",
    "findfirst",
    "findlast",
    "map",
    "filter",
]


def _reading(function: GenericFunction) -> Any:
    def call(*args: Any, **keywords: Any) -> Any:
        plain = [materialize(x) if isinstance(x, ArrayStruct) else x for x in args]
        return function(*plain, **keywords)

    return call


def _changing(function: GenericFunction) -> Any:
    def call(*args: Any, **keywords: Any) -> Any:
        plain = [materialize(x) if isinstance(x, ArrayStruct) else x for x in args]
        result = function(*plain, **keywords)
        for given, changed in zip(args, plain, strict=True):
            if isinstance(given, ArrayStruct):
                _filled(given, elements(changed))
                if result is changed:
                    result = given
        return result

    return call


def delegate_to_arrays() -> None:
    """Let what Base does with `Array`s take the program's arrays; run when Base is loaded."""
    from .dispatch import all_functions

    for name in _REDUCTIONS:
        for position in (0, 1):
            function = generic(name)
            function.add_native(_reading(function), position, ArrayStruct)
    for function in all_functions():
        if function.name in _OWN or function.module == "Core":
            continue
        for position, cls in list(function.classes):
            if cls not in (JaxArray, HostArray) or (position, ArrayStruct) in function.classes:
                continue
            form = _changing if function.name.endswith("!") else _reading
            function.add_native(form(function), position, ArrayStruct)
