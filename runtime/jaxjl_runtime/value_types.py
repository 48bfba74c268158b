"""Which Julia types arrays, ranges and named tuples have."""

from __future__ import annotations

from typing import Any

from . import ranges as r
from . import views
from .array import JaxArray
from .containers import HostArray
from .dispatch import register_refiner
from .numbers import JaxNumber
from .ranges import colon
from .symbols import Symbol
from .tuples import NamedTuple
from .typeof import from_dtype, register_class, typeof
from .types import DataType, make_tuple
from .types_base import names

__all__ = ["element_type_of_range"]

_arrays: dict[Any, DataType] = {}


def _numeric_key(a: JaxArray) -> Any:
    buffer = a.peek()
    return (JaxArray, buffer.dtype, buffer.ndim, a.bit)


def _numeric(a: JaxArray) -> DataType:
    key = _numeric_key(a)
    found = _arrays.get(key)
    if found is None:
        if a.bit:
            found = names["BitArray"][key[2]]
        else:
            found = names["Array"][from_dtype(key[1]), key[2]]
        _arrays[key] = found
    return found


register_class(JaxArray, _numeric)
register_refiner(JaxArray, _numeric_key)
register_class(HostArray, lambda a: names["Array"][a.eltype, len(a.size)])
register_refiner(HostArray, lambda a: (HostArray, a.eltype, len(a.size)))
register_class(JaxNumber, lambda x: from_dtype(x.dtype))
register_refiner(JaxNumber, lambda x: (JaxNumber, x.dtype))


def _index_type(index: Any, n: int) -> Any:
    if index is colon:
        return names["Slice"][names["OneTo"][names["Int64"]]]
    return typeof(index)


def _sub_array(a: Any) -> Any:
    parts = make_tuple(tuple(_index_type(i, k) for k, i in enumerate(a.indices)))
    numbers = [isinstance(i, int | r.AbstractRange) or i is colon for i in a.indices]
    fast = all(numbers) and _is_linear(a.indices)
    return names["SubArray"][from_dtype(a.dtype), len(a.size), typeof(a.parent), parts, fast]


def _is_linear(indices: tuple[Any, ...]) -> bool:
    """Whether the view's elements lie at equal distances: colons, then one range, then numbers."""
    rest = list(indices)
    while rest and isinstance(rest[0], int):
        rest.pop(0)
    while len(rest) > 1 and rest[0] is colon:
        rest.pop(0)
    return all(isinstance(i, int) for i in rest[1:])


register_class(views.SubArray, _sub_array)
register_class(views.Transpose, lambda a: names["Transpose"][from_dtype(a.dtype), typeof(a.parent)])
register_class(views.Adjoint, lambda a: names["Adjoint"][from_dtype(a.dtype), typeof(a.parent)])
for _view in (views.SubArray, views.Transpose, views.Adjoint):
    register_refiner(_view, typeof)


def element_type_of_range(x: Any) -> Any:
    """`eltype` of a range."""
    return typeof(x.first) if not isinstance(x, r.StepRangeLen) or x.length else typeof(x.ref)


def _unit(x: Any) -> Any:
    return names["UnitRange"][typeof(x.start)]


def _step(x: Any) -> Any:
    return names["StepRange"][typeof(x.start), typeof(x.step)]


def _length(x: Any) -> Any:
    element = from_dtype(x.dtype) if x.dtype is not None else typeof(x.ref)
    if x.progression is not None:
        name = element.name.name
        part = element if name == "Float64" else names["Float64"]
        if name == "Float64":
            part = names["TwicePrecision"][element] if "TwicePrecision" in names else element
        return names["StepRangeLen"][_parameters("StepRangeLen", element, part, part)]
    return names["StepRangeLen"][
        _parameters("StepRangeLen", element, typeof(x.ref), typeof(x.step))
    ]


def _parameters(name: str, *given: Any) -> tuple[Any, ...]:
    """As many of the parameters as this Julia's type has (1.7 added the length's)."""
    count = len(names[name].name.variables) if isinstance(names[name], DataType) else _count(name)
    more = (names["Int64"],) * (count - len(given))
    return (*given[:count], *more)


def _count(name: str) -> int:
    from .types import unwrap

    return len(unwrap(names[name]).parameters)


register_class(r.UnitRange, _unit)
register_class(r.OneTo, lambda x: names["OneTo"][typeof(x.stop)])
register_class(r.StepRange, _step)
register_class(r.StepRangeLen, _length)
register_class(r.LinRange, lambda x: names["LinRange"][_parameters("LinRange", typeof(x.start))])


def _named_tuple(x: NamedTuple) -> Any:
    labels = tuple(map(Symbol, x.names))
    types = x.types if x.types is not None else make_tuple(tuple(map(typeof, x.items)))
    return names["NamedTuple"][labels, types]


register_class(NamedTuple, _named_tuple)
