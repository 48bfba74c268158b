"""`dump(x)`: a value with its type, and those of its fields, indented."""

from __future__ import annotations

from typing import Any

from .array import JaxArray
from .containers import HostArray
from .dispatch import base, generic
from .io_functions import split_io
from .numbers import number_dtype
from .show import text
from .show_options import Options
from .show_structs import UNDEFINED, field_of
from .show_types import type_text
from .symbols import Symbol
from .tuples import NamedTuple
from .typeof import typeof
from .types import DataType, JuliaType

__all__ = ["dump_lines"]

_LIMITED = Options(limit=True)


@base("dump")
def _(*args: Any, maxdepth: int = 8) -> None:
    io, values = split_io(args)
    io.write_text("\n".join(dump_lines(values[0], int(maxdepth), "")) + "\n")


def dump_lines(x: Any, depth: int, indent: str) -> list[str]:
    """The lines that `dump` writes; the first is not indented."""
    if x is UNDEFINED:
        return ["#undef"]
    if isinstance(x, JaxArray | HostArray):
        return _array_lines(x, depth, indent)
    if isinstance(x, JuliaType):
        parent = generic("supertype")(x) if isinstance(x, DataType) else None
        return [type_text(x) + (f" <: {type_text(parent)}" if parent is not None else "")]
    julia_type = typeof(x)
    head = type_text(julia_type)
    named = _fields(x)
    if isinstance(x, str | Symbol) or _is_real(x) or not named:
        shown = x.name if isinstance(x, Symbol) else text(x, _LIMITED)
        return [f"{head} {shown}"]
    if depth == 0:
        return [head]
    lines = [head]
    for name, value in named:
        first, *rest = dump_lines(value, depth - 1, indent + "  ")
        lines.append(f"{indent}  {name}: {first}")
        lines += rest
    return lines


def _is_real(x: Any) -> bool:
    dtype = number_dtype(x)
    return dtype is not None and dtype.kind != "c"


def _fields(x: Any) -> list[tuple[str, Any]]:
    if isinstance(x, tuple):
        return [(str(k), value) for k, value in enumerate(x, 1)]
    if isinstance(x, NamedTuple):
        return list(zip(x.names, x.items, strict=True))
    if number_dtype(x) is not None:
        return [("re", x.real), ("im", x.imag)]
    return [(name, field_of(x, name)) for name in typeof(x).name.field_names]


def _array_lines(x: Any, depth: int, indent: str) -> list[str]:
    head = f"Array{{{type_text(typeof(x).parameters[0])}}}({text(tuple(x.size))})"
    if isinstance(x, JaxArray) or not x.items:
        return [f"{head} {text(x, _LIMITED)}"]
    lines = [head]
    for k, item in enumerate(x.items[:10], 1):
        first, *rest = dump_lines(item, depth - 1, indent + "  ")
        lines += [f"{indent}  {k}: {first}", *rest]
    return lines
