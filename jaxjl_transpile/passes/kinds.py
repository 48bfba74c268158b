"""What values surely are, before the program runs."""

from __future__ import annotations

from collections.abc import Mapping

from .. import ir
from .kinds_table import Kind
from .regions import Tables

_IDENTITY = frozenset({"===", "!==", "≡", "≢"})


def run(module: ir.Module, tables: Tables) -> ir.Module:
    """The module as it is; `tables.kinds` is filled."""
    return module


def kind_of(value: ir.Value, kinds: Mapping[ir.Var, Kind]) -> Kind | None:
    """What a value surely is, or None."""
    if isinstance(value, ir.Const):
        return _constant(value.value)
    if isinstance(value, ir.Local):
        return kinds.get(value.var)
    if isinstance(value, ir.Call) and isinstance(value.function, ir.BuiltinName):
        name = value.function.name
        if value.function.module in ("Base", "Core") and name in _IDENTITY:
            return Kind.BOOL
        if name == "!" and len(value.arguments) == 1:
            kind = kind_of(value.arguments[0], kinds)
            return kind if kind is Kind.BOOL else None
    if isinstance(value, ir.IsDefined):
        return Kind.BOOL
    return None


def _constant(value: object) -> Kind | None:
    if isinstance(value, bool):
        return Kind.BOOL
    if isinstance(value, int):
        return Kind.SIZE
    if isinstance(value, float):
        return Kind.FLOAT
    if isinstance(value, str):
        return Kind.STRING
    return Kind.NOTHING if value is None else None
