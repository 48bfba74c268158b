"""Evaluating one side of a branch so that the side that is not taken cannot spoil a gradient.

Where a branch becomes a select (always under `vmap`), both sides are differentiated, and the side
not taken may answer inf or NaN, which times zero is NaN. So the operands of the operations that
can do so pass through `where(taken, x, stop_gradient(x))`: the same value, but no cotangent
unless taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import jax.numpy as jnp
from jax import lax
from jax.extend.core import Literal

__all__ = ["SINGULAR", "exact_branches", "guard_operand", "guarded_eval", "is_cheap"]

_CHEAP = frozenset(
    [
        "add",
        "sub",
        "mul",
        "neg",
        "max",
        "min",
        "abs",
        "sign",
        "eq",
        "ne",
        "lt",
        "le",
        "gt",
        "ge",
        "and",
        "or",
        "not",
        "xor",
        "select_n",
        "clamp",
        "is_finite",
        "dynamic_slice",
        "slice",
        "squeeze",
        "reshape",
        "broadcast_in_dim",
        "convert_element_type",
        "floor",
        "ceil",
        "round",
        "real",
        "imag",
        "complex",
        "conj",
        "stop_gradient",
        "copy",
        "shift_left",
        "shift_right_arithmetic",
        "shift_right_logical",
        "transpose",
        "concatenate",
        "gather",
        "square",
        "iota",
    ]
)
SINGULAR = frozenset(
    [
        "div",
        "rem",
        "pow",
        "log",
        "log1p",
        "sqrt",
        "rsqrt",
        "cbrt",
        "exp",
        "exp2",
        "expm1",
        "tan",
        "asin",
        "acos",
        "atanh",
        "acosh",
        "atan2",
        "lgamma",
        "digamma",
        "erf_inv",
        "reciprocal",
        "logistic",
        "sinh",
        "cosh",
        "abs",
        "integer_pow",
    ]
)
_CALLS = frozenset(("jit", "pjit", "closed_call", "core_call", "custom_jvp_call"))
_LIMIT = 40


_exact: ContextVar[bool] = ContextVar("exact", default=False)
_MAY_THROW = frozenset(("dynamic_slice", "gather", "convert_element_type"))


@contextmanager
def exact_branches() -> Iterator[None]:
    """Within it, no side of a branch that Julia could throw for runs where it is not taken."""
    token = _exact.set(True)
    try:
        yield
    finally:
        _exact.reset(token)


def is_cheap(jaxpr: Any, also: frozenset[str] = frozenset()) -> bool:
    """Whether running the jaxpr where its result is not wanted costs little and does nothing;
    operations in `also` are free."""
    if _exact.get() and any(e.primitive.name in _MAY_THROW for e in jaxpr.eqns):
        return False
    return not jaxpr.effects and _weight(jaxpr, also) <= _LIMIT


def _weight(jaxpr: Any, also: frozenset[str] = frozenset()) -> int:
    total = 0
    for equation in jaxpr.eqns:
        name = equation.primitive.name
        if name in also:
            continue
        if name in _CALLS:
            total += _weight(_inner(equation)[0])
        elif name in _CHEAP or (name == "integer_pow" and equation.params["y"] > 0):
            total += 1 if all(v.aval.size <= 64 for v in equation.outvars) else _LIMIT + 1
        else:
            return _LIMIT + 1
    return total


def _inner(equation: Any) -> tuple[Any, Sequence[Any]]:
    closed = equation.params.get("jaxpr") or equation.params["call_jaxpr"]
    return getattr(closed, "jaxpr", closed), getattr(closed, "consts", ())


def guarded_eval(jaxpr: Any, consts: Sequence[Any], arguments: Sequence[Any], taken: Any) -> Any:
    """The outputs of the jaxpr, with the operands of singular operations guarded by `taken`."""
    values = dict(zip((*jaxpr.constvars, *jaxpr.invars), (*consts, *arguments), strict=True))

    def read(atom: Any) -> Any:
        return atom.val if isinstance(atom, Literal) else values[atom]

    for equation in jaxpr.eqns:
        operands = [read(atom) for atom in equation.invars]
        name = equation.primitive.name
        if name in SINGULAR:
            operands = [guard_operand(x, taken) for x in operands]
        if name in ("jit", "pjit"):
            inner, inner_consts = _inner(equation)
            results = guarded_eval(inner, inner_consts, operands, taken)
        else:
            params = equation.primitive.get_bind_params(equation.params)
            subfuns, bind_params = params if isinstance(params, tuple) else ((), params)
            results = equation.primitive.bind(*subfuns, *operands, **bind_params)
            if not equation.primitive.multiple_results:
                results = [results]
        values.update(zip(equation.outvars, results, strict=True))
    return [read(atom) for atom in jaxpr.outvars]


def guard_operand(x: Any, taken: Any) -> Any:
    """An operand of a singular operation, through which a cotangent comes only where taken."""
    if not jnp.issubdtype(jnp.result_type(x), jnp.inexact):
        return x
    return jnp.where(taken, x, lax.stop_gradient(x))
