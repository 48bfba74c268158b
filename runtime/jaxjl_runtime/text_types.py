"""Which Julia types the classes of text, streams and dictionaries have."""

from __future__ import annotations

from typing import Any

from . import dicts, io, sets
from .dispatch import constructor, generic
from .missing import Some
from .pairs import Pair
from .regex import MatchIterator, Regex, RegexMatch, SubstitutionString
from .string_index import SubString
from .symbols import Symbol
from .typeof import register_class, typeof
from .types import unwrap
from .types_base import declare_type, names

__all__: list[str] = []

STRING = names["String"]
_OF_STRING = (SubString, SubstitutionString)

declare_type("Base struct RegexMatchIterator <: Any | regex::Regex, string::String, overlap::Bool")

register_class(SubString, names["SubString"][STRING])
register_class(SubstitutionString, names["SubstitutionString"][STRING])
register_class(Regex, names["Regex"])
register_class(RegexMatch, names["RegexMatch"])
register_class(MatchIterator, names["RegexMatchIterator"])
register_class(io.StandardStream, names["TTY"])
register_class(io.IOBuffer, names["IOBuffer"])
register_class(io.IOStream, names["IOStream"])
register_class(io.DevNull, names["DevNull"])
register_class(io.IOContext, lambda x: names["IOContext"][typeof(x.io)])
register_class(io.MIME, lambda x: names["MIME"][Symbol(x.name)])
register_class(Some, lambda x: names["Some"][typeof(x.value)])


def _pair_type(x: Pair) -> Any:
    types = x.types
    if types is not None:
        return names["Pair"][types]
    return names["Pair"][typeof(x.first), typeof(x.second)]


register_class(Pair, _pair_type)
register_class(dicts.Dict, lambda x: names["Dict"][x.key_type, x.value_type])
register_class(dicts.IdDict, lambda x: names["IdDict"][x.key_type, x.value_type])
register_class(dicts.KeySet, lambda x: names["KeySet"][x.dict.key_type, typeof(x.dict)])
register_class(dicts.ValueIterator, lambda x: names["ValueIterator"][typeof(x.dict)])
register_class(sets.Set, lambda x: names["Set"][x.element_type])
register_class(sets.BitSet, names["BitSet"])


def parameters_of(julia_type: Any, count: int) -> tuple[Any, ...] | None:
    """The parameters that a constructor was called with; None where it was called bare."""
    parameters = unwrap(julia_type).parameters
    if any(type(p).__name__ == "TypeVar" for p in parameters):
        return None
    return tuple(parameters[:count])


@constructor("Pair")
def _(julia_type: Any, first: Any, second: Any) -> Pair:
    given = parameters_of(julia_type, 2)
    if given is None:
        return Pair(first, second)
    convert = generic("convert")
    made = Pair(convert(given[0], first), convert(given[1], second), given)
    return made


@constructor("Some")
def _(julia_type: Any, value: Any) -> Some:
    return Some(value)


@constructor("MIME")
def _(julia_type: Any, name: str = "") -> io.MIME:
    given = parameters_of(julia_type, 1)
    return io.MIME(given[0].name if given else name)


@constructor("GenericIOBuffer")
def _(julia_type: Any, *args: Any, **keywords: Any) -> io.IOBuffer:
    options = {k: v for k, v in keywords.items() if k in ("read", "write", "append", "maxsize")}
    if not args:
        return io.IOBuffer(**options)
    data = args[0]
    if isinstance(data, str):
        return io.IOBuffer(data, write=options.get("write", False))
    data = bytes(int(b) for b in generic("elements")(data))
    return io.IOBuffer(data, **{"write": False, **options})
