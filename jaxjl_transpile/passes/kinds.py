"""What values surely are, before the program runs.

    n = length(x); for i in 1:n-1 … i + 1 …   ==>   n is a SIZE, i an INDEX, i + 1 an INDEX

Only proofs count. An argument may be anything, a traced number included, and so may what a function
returns whose methods the program adds to. A variable that is set more than once may be traced.
"""

from __future__ import annotations

from typing import Any

from .. import ir
from ..syntax.expr import Symbol
from .kinds_table import Kind
from .regions import Tables
from .walk import assigned, declared, target_vars, walk

_SMALL = 2**31
_COUNTS = frozenset({"length", "size", "ndims", "firstindex", "lastindex"})
_COMPARISONS = frozenset({"<", "<=", ">", ">=", "==", "!=", "≤", "≥", "≠"})
_INTEGERS = frozenset({Kind.SIZE, Kind.INDEX})
_NUMBERS = _INTEGERS | {Kind.FLOAT}
_MAYBE_TRACED = {Kind.SIZE: Kind.INDEX, Kind.BOOL: None}

Definitions = dict[ir.Var, list[Any]]


def run(module: ir.Module, tables: Tables) -> ir.Module:
    """The module as it is; `tables.kinds` is filled."""
    tables.extended = _extended(module)
    definitions: Definitions = {}
    repeated: set[ir.Var] = set()
    for node in walk(module):
        _define(node, definitions)
        if isinstance(node, ir.For | ir.While | ir.If):
            repeated |= assigned(node) - declared(node)
    for var in list(definitions):
        plain = var.kind in (ir.VarKind.LOCAL, ir.VarKind.TEMPORARY)
        if not plain or var in tables.boxed:
            del definitions[var]
    _settle(definitions, repeated, tables)
    return module


def _extended(module: ir.Module) -> frozenset[str]:
    """The functions of Base that the program adds methods to."""
    return frozenset(
        node.target.name
        for node in walk(module)
        if isinstance(node, ir.DefineMethod) and isinstance(node.target, ir.BuiltinName)
    )


def _define(node: Any, definitions: Definitions) -> None:
    """Notes what a statement gives to variables; None where that is not known."""
    if isinstance(node, ir.Assign):
        if isinstance(node.target, ir.LocalTarget):
            definitions.setdefault(node.target.var, []).append(node.value)
        else:
            _unknown(target_vars(node.target), definitions)
    elif isinstance(node, ir.For):
        for iteration in node.iterations:
            if isinstance(iteration.target, ir.LocalTarget):
                definitions.setdefault(iteration.target.var, []).append(iteration)
            else:
                _unknown(target_vars(iteration.target), definitions)
    elif isinstance(node, ir.Try) and node.variable is not None:
        _unknown((node.variable,), definitions)
    elif isinstance(node, ir.DefineMethod) and isinstance(node.target, ir.Local):
        _unknown((node.target.var,), definitions)


def _unknown(variables: Any, definitions: Definitions) -> None:
    for var in variables:
        definitions.setdefault(var, []).append(None)


def _settle(definitions: Definitions, repeated: set[ir.Var], tables: Tables) -> None:
    """Kinds grow from nothing, so that none rests on itself."""
    changed = True
    while changed:
        changed = False
        for var, values in definitions.items():
            if var in tables.kinds:
                continue
            kind = _joined(var, values, tables)
            if kind is not None and (len(values) > 1 or var in repeated):
                kind = _MAYBE_TRACED.get(kind, kind)
            if kind is not None:
                tables.kinds[var] = kind
                changed = True


def _joined(var: ir.Var, values: list[Any], tables: Tables) -> Kind | None:
    """The kind of all definitions of a variable; steps like `k += 1` keep it."""
    kinds: set[Kind | None] = set()
    steps = False
    for value in values:
        if _is_step(value, var):
            steps = True
        elif isinstance(value, ir.Iteration):
            kinds.add(_element(value.iterator, tables))
        else:
            kinds.add(None if value is None else kind_of(value, tables))
    if kinds <= _INTEGERS and kinds:
        return Kind.INDEX if steps or len(kinds) > 1 else next(iter(kinds))
    return next(iter(kinds)) if len(kinds) == 1 and not (steps and kinds == {Kind.BOOL}) else None


def _is_step(value: Any, var: ir.Var) -> bool:
    """`var + 1`, `var - 2`: too small to overflow in any run."""
    operator = _operator(value)
    if operator not in ("+", "-") or len(value.arguments) != 2:
        return False
    left, right = value.arguments
    if not isinstance(left, ir.Local) or left.var is not var:
        return False
    return isinstance(right, ir.Const) and _constant(right.value) is Kind.SIZE


def _element(iterator: ir.Value, tables: Tables) -> Kind | None:
    """The kind of a loop's variable: an index where the range has small ends."""
    if _operator(iterator) == ":":
        assert isinstance(iterator, ir.Call)
        kinds = {kind_of(argument, tables) for argument in iterator.arguments}
        return Kind.INDEX if kinds <= _INTEGERS else None
    return None


def _operator(value: Any) -> str | None:
    """The name of Base's function that a call without keywords calls."""
    if not isinstance(value, ir.Call) or value.keywords:
        return None
    function = value.function
    if not isinstance(function, ir.BuiltinName) or function.module not in ("Base", "Core"):
        return None
    if any(isinstance(argument, ir.Splat) for argument in value.arguments):
        return None
    return function.name


def kind_of(value: ir.Value, tables: Tables) -> Kind | None:
    """What a value surely is, or None."""
    if isinstance(value, ir.Const):
        return _constant(value.value)
    if isinstance(value, ir.Local):
        return tables.kinds.get(value.var)
    if isinstance(value, ir.Call):
        name = _operator(value)
        return None if name is None else _call(name, value.arguments, tables)
    if isinstance(value, ir.Select):
        kinds = {kind_of(value.then, tables), kind_of(value.orelse, tables)}
        if kinds <= _INTEGERS:
            return Kind.INDEX
        return Kind.FLOAT if kinds == {Kind.FLOAT} else None
    return None


def _call(name: str, arguments: tuple[ir.Value, ...], tables: Tables) -> Kind | None:
    if name in tables.extended:
        return None
    if name in _COUNTS:
        return Kind.SIZE if name != "size" or len(arguments) == 2 else None
    if name == "isa":
        return Kind.BOOL
    if name in ("===", "!==", "≡", "≢"):
        return Kind.BOOL if any(_is_host_constant(a) for a in arguments) else None
    kinds = [kind_of(argument, tables) for argument in arguments]
    if name == "!" and kinds == [Kind.BOOL]:
        return Kind.BOOL
    return _arithmetic(name, kinds)


def _is_host_constant(value: ir.Value) -> bool:
    """Whether a value is no number: comparing it with anything is decided at once."""
    if isinstance(value, ir.Const):
        return value.value is None or isinstance(value.value, str | Symbol)
    return isinstance(value, ir.BuiltinName) and value.name == "nothing"


def _arithmetic(name: str, kinds: list[Kind | None]) -> Kind | None:
    if len(kinds) == 1:
        return Kind.FLOAT if name == "-" and kinds[0] is Kind.FLOAT else None
    if len(kinds) != 2 or not set(kinds) <= _NUMBERS:
        return None
    if name in _COMPARISONS:
        return Kind.BOOL if set(kinds) == {Kind.SIZE} else None
    if Kind.FLOAT in kinds:
        return Kind.FLOAT if name in ("+", "-", "*") else None
    if name in ("+", "-"):
        return Kind.SIZE if set(kinds) == {Kind.SIZE} else Kind.INDEX
    return None


def is_plain_operator(value: ir.Call, tables: Tables) -> bool:
    """Whether Python's own operator does what Julia's does, on what the operands surely are."""
    name = _operator(value)
    if name is None or name in tables.extended or len(value.arguments) != 2:
        return False
    kinds = {kind_of(argument, tables) for argument in value.arguments}
    if not kinds <= _NUMBERS or all(isinstance(a, ir.Const) for a in value.arguments):
        return False
    return name in _COMPARISONS or name in ("+", "-") or (name == "*" and Kind.FLOAT in kinds)


def _constant(value: object) -> Kind | None:
    if isinstance(value, bool):
        return Kind.BOOL
    if isinstance(value, int):
        return Kind.SIZE if abs(value) < _SMALL else None
    return Kind.FLOAT if isinstance(value, float) else None


__all__ = ["is_plain_operator", "kind_of", "run"]
