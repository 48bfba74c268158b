"""Strings, tuples, pairs, dictionaries and sets as `show`, `print` and `display` write them."""

from __future__ import annotations

from typing import Any

from .chars import Char
from .config import julia_before
from .dicts import AbstractDict
from .dispatch import GenericFunction
from .pairs import Pair
from .sets import AbstractSet
from .show import displays, printed, prints, shows, text
from .show_arrays import bracketed, implicit, pair_type, typeinfo_eltype
from .show_options import UNSET, Options
from .show_strings import char_text, is_identifier, string_text, symbol_text
from .show_structs import call_text, function_name
from .show_types import type_text
from .string_index import SubString
from .symbols import Symbol
from .tuples import NamedTuple
from .typeof import isa, typeof
from .types import ANY, DataType
from .utf8 import text_width

__all__ = ["is_delimited", "pair_infos", "stands_alone"]


@shows(str)
def _(x: str, options: Options) -> str:
    return string_text(x)


@prints(str, SubString)
def _(x: str, options: Options) -> str:
    return str(x)


@shows(Char)
def _(x: Char, options: Options) -> str:
    return char_text(x)


@prints(Char)
def _(x: Char, options: Options) -> str:
    return x.text


@shows(Symbol)
def _(x: Symbol, options: Options) -> str:
    return symbol_text(x.name)


@prints(Symbol)
def _(x: Symbol, options: Options) -> str:
    return x.name


# ------------------------------------------------------------------------------ tuples


def _known_parameters(x: Any, options: Options, name: str) -> tuple[Any, ...] | None:
    """The parameters of `:typeinfo` where it is such a type of `x`."""
    info = options.typeinfo
    if not isinstance(info, DataType) or info.name.name != name:
        return None
    return info.parameters if isa(x, info) else None


@shows(tuple)
def _(x: tuple[Any, ...], options: Options) -> str:
    known = _known_parameters(x, options, "Tuple")
    known = known if known is not None and len(known) == len(x) else None
    parts = [
        text(item, options if known is None else options.with_type(known[i]))
        for i, item in enumerate(x)
    ]
    return "(" + ", ".join(parts) + ("," if len(parts) == 1 else "") + ")"


def named_tuple_text(
    x: Any, names: tuple[str, ...], values: tuple[Any, ...], options: Options
) -> str:
    """`show` of a named tuple; one with wider declared types shows its type."""
    julia_type = typeof(x)
    types = julia_type.parameters[1].parameters
    if any(typeof(v) is not t for v, t in zip(values, types, strict=True)):
        return f"{type_text(julia_type, options)}({text(tuple(values), options)})"
    if not names:
        return "NamedTuple()"
    known = _known_parameters(x, options, "NamedTuple")
    parts = []
    for i, (name, value) in enumerate(zip(names, values, strict=True)):
        inner = options.with_type(known[1].parameters[i] if known is not None else ANY)
        label = name if is_identifier(name) else f"var{string_text(name)}"
        parts.append(f"{label} = {text(value, inner)}")
    return "(" + ", ".join(parts) + ("," if len(parts) == 1 else "") + ")"


@shows(NamedTuple)
def _(x: NamedTuple, options: Options) -> str:
    return named_tuple_text(x, x.names, x.items, options)


# ------------------------------------------------------------------------------ pairs


def pair_infos(x: Pair, options: Options) -> tuple[Any, Any]:
    """What the context knows of the types of the two sides."""
    known = _known_parameters(x, options, "Pair")
    return (ANY, ANY) if known is None else (known[0], known[1])


def stands_alone(x: Pair, options: Options) -> bool:
    """Whether a pair is written as a call, since its declared types are wider than its values'."""
    if x.types is None or options.typeinfo is typeof(x):
        return False
    return any(t is not typeof(v) for t, v in zip(x.types, (x.first, x.second), strict=True))


def is_delimited(x: Any, options: Options) -> bool:
    """Whether a value may stand in a pair without parentheses."""
    if isinstance(x, Pair):
        return stands_alone(x, options)
    if isinstance(x, GenericFunction):
        return is_identifier(function_name(x)) or function_name(x).startswith("#")
    return True


@shows(Pair)
def _(x: Pair, options: Options) -> str:
    if stands_alone(x, options):
        return call_text(x, typeof(x), [x.first, x.second], options)
    parts = []
    for side, known in zip((x.first, x.second), pair_infos(x, options), strict=True):
        inner = options.with_type(known)
        shown = text(side, inner)
        parts.append(shown if is_delimited(side, inner) else f"({shown})")
    return ("=>" if options.compact is True else " => ").join(parts)


# ------------------------------------------------------------------------------ dictionaries


@shows(AbstractDict)
def dict_text(x: AbstractDict, options: Options) -> str:
    """`show` of a dictionary."""
    key_type, value_type = x.key_type, x.value_type
    eltype = pair_type(key_type, value_type)
    info = options.typeinfo
    known = typeinfo_eltype(info) if info is not UNSET and isa(x, info) else None
    head = type(x).julia_name
    if eltype is not known:
        told = len(x) > 0 and implicit(key_type) and implicit(value_type)
        head = head if told else type_text(typeof(x), _without_compact(options))
    mark = options.circular_mark(x)
    if mark is not None and len(x):
        return f"{head}({mark})"
    inner = options.inside(x).with_type(eltype)
    parts, dots = [], ""
    for count, (key, value) in enumerate(x.pairs(), 1):
        parts.append(text(Pair(key, value, (key_type, value_type)), inner))
        if options.is_limited and count >= 10:
            dots = "…"
            break
    return f"{head}({(',' if julia_before(1, 6) else ', ').join(parts)}{dots})"


def _without_compact(options: Options) -> Options:
    return options.set("compact", UNSET) if options.compact is not UNSET else options


def collection_summary(x: Any, options: Options) -> str:
    """`summary` of a dictionary or set."""
    one, many = ("entry", "entries") if isinstance(x, AbstractDict) else ("element", "elements")
    count = len(x)
    return f"{type_text(typeof(x), options)} with {count} {one if count == 1 else many}"


@displays(AbstractDict)
def _(x: AbstractDict, options: Options) -> str:
    if not len(x):
        return text(x, options)
    inner = options.inside(x)
    if options.compact is UNSET:
        inner = inner.with_compact()
    for_keys = for_values = inner
    if not julia_before(1, 6):
        for_keys, for_values = inner.with_type(x.key_type), inner.with_type(x.value_type)
    out = collection_summary(x, options) + ":"
    mark = options.circular_mark(x)
    if mark is not None:
        return out + mark
    pairs = [(text(k, for_keys), text(v, for_values)) for k, v in x.pairs()]
    if not options.is_limited:
        return out + "".join(f"\n  {key} => {value}" for key, value in pairs)
    return out + _limited_pairs(pairs, options)


def _limited_pairs(pairs: list[tuple[str, str]], options: Options) -> str:
    rows, columns = options.size[0] - 3, options.size[1]
    if rows < 2:
        return " …"
    columns, rows = max(columns, 12) - 6, rows - 1
    key_width = value_width = 0
    for key, value in pairs[:rows]:
        key_width = columns if text_width(key) > columns else max(text_width(key), key_width)
        width = text_width(value)
        value_width = columns if width > columns else max(width, value_width)
    if key_width > max(columns // 2, columns - value_width):
        key_width = max(-(-columns // 3), columns - value_width)
    out = ""
    for i, (key, value) in enumerate(pairs, 1):
        if i == rows < len(pairs):
            return out + "\n  " + "⋮".ljust(key_width) + " => ⋮"
        cut = _truncated(key, key_width)
        padding = " " * (key_width - text_width(cut))
        out += f"\n  {cut}{padding} => {_truncated(value, columns - key_width)}"
    return out


def _truncated(shown: str, width: int) -> str:
    """The text cut to `width` columns or before the first newline, with `…`."""
    if width <= 0:
        return ""
    wide = cut = last = 0
    for k, char in enumerate(shown, 1):
        last = k
        wide += text_width(char)
        if wide >= width - 1 and cut == 0:
            cut = last
        if wide >= width or char in "\r\n":
            break
    if last and shown[last - 1] in "\r\n":
        last -= 1
    cut = cut or last
    return shown[:cut] + "…" if last < len(shown) else shown


# ------------------------------------------------------------------------------ sets


@shows(AbstractSet)
def _(x: AbstractSet, options: Options) -> str:
    if not len(x):
        return f"{type_text(typeof(x), options)}()"
    items = list(x.items())
    if type(x).julia_name == "BitSet":
        return "BitSet([" + ", ".join(text(item, options) for item in items) + "])"
    return "Set(" + bracketed(x, x.element_type, items, options) + ")"


@displays(AbstractSet)
def _(x: AbstractSet, options: Options) -> str:
    if not len(x):
        return text(x, options)
    inner = options.inside(x)
    if not julia_before(1, 6):
        inner = inner.with_type(x.element_type)
    out = collection_summary(x, options) + ":"
    items = [text(item, inner) for item in x.items()]
    if not options.is_limited:
        return out + "".join(f"\n  {item}" for item in items)
    rows, columns = options.size[0] - 4, max(options.size[1] - 2, 4)
    if rows < 1:
        return out + " …"
    for i, item in enumerate(items, 1):
        if i == rows < len(items):
            return out + "\n  ⋮ "
        out += "\n  " + _truncated(item, columns)
    return out


def printed_parts(values: tuple[Any, ...]) -> str:
    """What `print` writes of the values one after another."""
    return "".join([printed(value) for value in values])
