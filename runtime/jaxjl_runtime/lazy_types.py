"""The Julia types of lazy collections, and how they print."""

from __future__ import annotations

from typing import Any

from . import lazy
from .dispatch import register_refiner
from .rearrange import Slices
from .show import shows, text
from .show_options import Options
from .show_types import type_text
from .tuples import KeywordPairs
from .typeof import register_class, typeof
from .types import make_tuple
from .types_base import names


def _types_of(values: tuple[Any, ...]) -> Any:
    return make_tuple(tuple(map(typeof, values)))


_TYPES: dict[type, tuple[str, Any]] = {
    lazy.Generator: ("Generator", lambda x: (typeof(x.iter), typeof(x.f))),
    lazy.Filter: ("Filter", lambda x: (typeof(x.flt), typeof(x.itr))),
    lazy.Zip: ("Zip", lambda x: (_types_of(x.is_),)),
    lazy.Enumerate: ("Enumerate", lambda x: (typeof(x.itr),)),
    lazy.Take: ("Take", lambda x: (typeof(x.xs),)),
    lazy.Drop: ("Drop", lambda x: (typeof(x.xs),)),
    lazy.Rest: ("Rest", lambda x: (typeof(x.itr), typeof(x.st))),
    lazy.Cycle: ("Cycle", lambda x: (typeof(x.xs),)),
    lazy.Repeated: ("Repeated", lambda x: (typeof(x.x),)),
    lazy.Product: ("ProductIterator", lambda x: (_types_of(x.iterators),)),
    lazy.Flatten: ("Flatten", lambda x: (typeof(x.it),)),
    lazy.Partition: ("PartitionIterator", lambda x: (typeof(x.c),)),
    lazy.Reverse: ("Reverse", lambda x: (typeof(x.itr),)),
    lazy.TakeWhile: ("TakeWhile", lambda x: (typeof(x.xs), typeof(x.pred))),
    lazy.DropWhile: ("DropWhile", lambda x: (typeof(x.xs), typeof(x.pred))),
    lazy.Count: ("Count", lambda x: (typeof(x.begin),)),
}


def _register(cls: type, name: str, parameters: Any) -> None:
    if name not in names:
        return

    def julia_type(x: Any) -> Any:
        return names[name][parameters(x)]

    register_class(cls, julia_type)
    register_refiner(cls, julia_type)


for _class, (_name, _parameters) in _TYPES.items():
    _register(_class, _name, _parameters)


def _pairs_parameters(x: lazy.Pairs) -> tuple[Any, ...]:
    from .dispatch import generic

    keys = x.itr
    values = x.data
    eltype = generic("eltype")
    return (eltype(keys), eltype(values), typeof(keys), typeof(values))


for _class in (lazy.Pairs, KeywordPairs):
    _register(_class, "Pairs", _pairs_parameters)


@shows(Slices)
def _(x: Slices, options: Options) -> str:
    from .dispatch import generic

    return text(generic("collect")(x), options)


def _register_field_text(cls: type, fields: tuple[str, ...]) -> None:
    """Such a collection prints as a struct with its fields, in Julia's order."""

    @shows(cls)
    def _(x: Any, options: Options) -> str:
        inner = ", ".join(text(getattr(x, field), options) for field in fields)
        return f"{type_text(typeof(x), options)}({inner})"


for _class, _fields in {
    lazy.Take: ("xs", "n"),
    lazy.Drop: ("xs", "n"),
    lazy.Rest: ("itr", "st"),
    lazy.Cycle: ("xs",),
    lazy.Repeated: ("x",),
    lazy.Product: ("iterators",),
    lazy.Flatten: ("it",),
    lazy.Filter: ("flt", "itr"),
    lazy.Partition: ("c", "n"),
    lazy.Reverse: ("itr",),
    lazy.TakeWhile: ("pred", "xs"),
    lazy.DropWhile: ("pred", "xs"),
    lazy.Count: ("begin", "step"),
}.items():
    _register_field_text(_class, _fields)
