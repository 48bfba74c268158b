"""Literal `dims` become Python's `axis`.

    sum(A; dims=1)        ==>   jl.sum(A, axis=-1, keepdims=True)
    mean(A; dims=(1, 2))  ==>   Statistics.mean(A, axis=(-1, -2), keepdims=True)

A Julia array is stored with its axes reversed: dimension k is axis -k, whatever the array's rank.
"""

from __future__ import annotations

import ast

from .. import ir
from . import build as b
from .frame import Emitter

_REDUCTIONS = frozenset(
    {"sum", "prod", "maximum", "minimum", "any", "all", "mean", "std", "var", "median"}
)


def axis_keywords(e: Emitter, node: ir.Call, at: b.At) -> list[ast.keyword] | None:
    """The keywords of a reduction along literal dimensions, else None."""
    function = node.function
    if not isinstance(function, ir.BuiltinName) or function.name not in _REDUCTIONS:
        return None
    if function.name in e.tables.extended or not any(k.name == "dims" for k in node.keywords):
        return None
    from .values import keywords

    made: list[ast.keyword] = []
    for keyword in node.keywords:
        if keyword.name == "dims":
            axis = _axis(keyword.value, e.place(keyword.span))
            if axis is None:
                return None
            made.append(b.keyword("axis", axis, at))
            made.append(b.keyword("keepdims", b.constant(True, at), at))
        else:
            made += keywords(e, (keyword,))
    return made


def _axis(dims: ir.Value, at: b.At) -> ast.expr | None:
    """`-k` for a literal dimension k, a tuple for several."""
    if isinstance(dims, ir.Tup) and dims.names is None:
        items = [_axis(item, at) for item in dims.items]
        known = [item for item in items if item is not None]
        return b.tuple_(known, at) if len(known) == len(items) > 0 else None
    if isinstance(dims, ir.Const) and type(dims.value) is int and dims.value > 0:
        return b.constant(-dims.value, at)
    return None
