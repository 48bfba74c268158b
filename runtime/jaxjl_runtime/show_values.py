"""The other values of Base as `show`, `print` and `display` write them."""

from __future__ import annotations

from typing import Any

from .bigfloat import BigFloat
from .cartesian import CartesianIndex, CartesianIndices, LinearIndices
from .cell import Ref
from .complex import ComplexInt
from .config import julia_before
from .constants import Irrational
from .dicts import KeySet, ValueIterator
from .exact import UInt128, WideInt
from .io import IO, MIME, IOBuffer, IOStream, StandardStream
from .iteration import JuliaIterable, elements
from .lazy import Enumerate, Generator, Pairs, Zip
from .modules import Module
from .rational import Rational
from .regex import Regex, RegexMatch, SubstitutionString, show_regex
from .show import displays, prints, shows, text
from .show_arrays import bracketed
from .show_containers import collection_summary
from .show_numbers import complex_text
from .show_options import Options
from .show_plain import array_plain
from .show_strings import string_text
from .show_structs import call_text
from .show_types import type_text
from .stdlib.linalg_scaling import UniformScaling
from .typeof import typeof

__all__: list[str] = []


# ------------------------------------------------------------------------------ numbers


@shows(Rational)
def _(x: Rational, options: Options) -> str:
    dtype = number_dtype_of(x)
    if dtype is not None and dtype.kind == "u":
        return f"{text(dtype.type(x.num_value), options)}//{text(dtype.type(x.den_value), options)}"
    return f"{x.num_value}//{x.den_value}"


def number_dtype_of(x: Rational) -> Any:
    """The dtype of a rational number's parts; None for a wide integer."""
    from .typeof import dtype_of

    return dtype_of(x.target)


@prints(Rational)
def _(x: Rational, options: Options) -> str:
    return f"{x.num_value}//{x.den_value}" if not julia_before(1, 6) else text(x, options)


@shows(ComplexInt)
def _(x: ComplexInt, options: Options) -> str:
    return complex_text(x.re, x.im, options)


@shows(WideInt)
def _(x: WideInt, options: Options) -> str:
    return f"0x{x.value:032x}" if isinstance(x, UInt128) else str(x.value)


@prints(UInt128)
def _(x: UInt128, options: Options) -> str:
    return str(x.value)


@shows(BigFloat)
def _(x: BigFloat, options: Options) -> str:
    return x.text()


@shows(Irrational)
def _(x: Irrational, options: Options) -> str:
    return x.name


@displays(Irrational)
def _(x: Irrational, options: Options) -> str:
    if options.compact is True:
        return x.name
    return f"{x.name} = {repr(x.to_float())[:15]}..."


# ------------------------------------------------------------------------------ indices


@shows(CartesianIndex)
def _(x: CartesianIndex, options: Options) -> str:
    return "CartesianIndex(" + ", ".join(text(i, options) for i in x.index) + ")"


@displays(CartesianIndices, LinearIndices)
def _(x: Any, options: Options) -> str:
    return array_plain(x, options)


@shows(CartesianIndices)
def _(x: CartesianIndices, options: Options) -> str:
    if julia_before(1, 6):
        return _array_literal(x, options)
    ranges = ", ".join(f"1:{r.last}" if r.first == 1 else text(r) for r in x.ranges)
    comma = "," if len(x.ranges) == 1 else ""
    return f"CartesianIndices(({ranges}{comma}))"


@shows(LinearIndices)
def _array_literal(x: Any, options: Options) -> str:
    from .show_arrays import array_text

    return array_text(x, options)


# ------------------------------------------------------------------------------ regular expressions


@shows(Regex)
def _(x: Regex, options: Options) -> str:
    return show_regex(x)


@shows(RegexMatch)
def _(x: RegexMatch, options: Options) -> str:
    parts = [text(str(x.match))]
    for key, value in zip(x.keys(), x.groups(), strict=True):
        parts.append(f"{key}={'nothing' if value is None else text(str(value))}")
    return f"RegexMatch({', '.join(parts)})"


@shows(SubstitutionString)
def _(x: SubstitutionString, options: Options) -> str:
    return "s" + string_text(x)


@prints(SubstitutionString)
def _(x: SubstitutionString, options: Options) -> str:
    return str(x)


# ------------------------------------------------------------------------------ iterators


@shows(KeySet, ValueIterator)
def _(x: Any, options: Options) -> str:
    return bracketed(x, x.element_type, list(x.items()), options)


@displays(KeySet, ValueIterator)
def _(x: Any, options: Options) -> str:
    what = "Keys" if isinstance(x, KeySet) else "Values"
    name = type(x).__name__
    head = f"Base.{name} for a {collection_summary(x.dict, options)}. {what}:"
    items = x.items()
    if not items:
        return head
    return head + "".join(f"\n  {text(item, options)}" for item in items)


@shows(Zip)
def _(x: Zip, options: Options) -> str:
    inner = ", ".join(text(part, options) for part in x.is_)
    return f"zip({inner})"


@shows(Enumerate)
def _(x: Enumerate, options: Options) -> str:
    return f"enumerate({text(x.itr, options)})"


@shows(Generator)
def _(x: Generator, options: Options) -> str:
    name = text(x.f, options)
    inner = text(x.iter, options)
    types = f"{type_text(typeof(x.iter))}, {type_text(typeof(x.f))}"
    return f"Base.Generator{{{types}}}({name}, {inner})"


@shows(Pairs)
def _(x: Pairs, options: Options) -> str:
    old = julia_before(1, 7)
    inner = ("," if old else ", ").join(text(pair, options) for pair in elements(x))
    return f"{'Base.Iterators.Pairs' if old else 'Base.Pairs'}({inner})"


@displays(Pairs)
def _(x: Pairs, options: Options) -> str:
    entries = list(elements(x))
    noun = "entry" if len(entries) == 1 else "entries"
    keys = [text(pair.first, options) for pair in entries]
    width = max(map(len, keys), default=0)
    head = f"pairs(::{type_text(typeof(x.data), options)})"
    if not julia_before(1, 6):
        head = f"pairs(::{type_text(typeof(x.data), options)}) with {len(entries)} {noun}:"
    else:
        head += f" with {len(entries)} {noun}:"
    lines = [
        f"\n  {key.ljust(width)} => {text(pair.second, options)}"
        for key, pair in zip(keys, entries, strict=True)
    ]
    return head + "".join(lines)


@shows(JuliaIterable)
def _(x: JuliaIterable, options: Options) -> str:
    names = [n for n in type(x).__slots__ if not n.startswith("_")]
    return call_text(x, typeof(x), [getattr(x, n) for n in names], options)


# ------------------------------------------------------------------------------ references, streams


@displays(UniformScaling)
def _(x: UniformScaling, options: Options) -> str:
    shown = text(x.lambda_, options)
    if isinstance(x.lambda_, complex | ComplexInt):
        shown = f"({shown})"
    return f"{type_text(typeof(x), options)}\n{shown}*I"


@shows(Ref)
def _(x: Ref, options: Options) -> str:
    return call_text(x, typeof(x), [x.value], options)


@shows(Module)
def _(x: Module, options: Options) -> str:
    return x.full_name()


@shows(MIME)
def _(x: MIME, options: Options) -> str:
    return f"MIME type {x.name}"


@prints(MIME)
def _(x: MIME, options: Options) -> str:
    return x.name


@shows(IOStream)
def _(x: IOStream, options: Options) -> str:
    return f"IOStream(<file {x.path}>)"


@shows(StandardStream)
def _(x: StandardStream, options: Options) -> str:
    return f"IOStream(<{x.name}>)"


@shows(IOBuffer)
def _(x: IOBuffer, options: Options) -> str:
    flags = ", ".join(
        f"{name}={'true' if on else 'false'}"
        for name, on in (
            ("readable", x.readable),
            ("writable", x.writable),
            ("seekable", True),
            ("append", x.append),
        )
    )
    size = f"size={len(x.data)}, maxsize={'Inf' if x.maxsize is None else x.maxsize}"
    return f"IOBuffer(data=UInt8[...], {flags}, {size}, ptr={x.position + 1}, mark={x.mark})"


@shows(IO)
def _(x: IO, options: Options) -> str:
    return type_text(typeof(x), options) + "(…)"
