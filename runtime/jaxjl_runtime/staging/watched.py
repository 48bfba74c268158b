"""Running a jaxpr with a watch on what Julia would throw for.

`watched_eval` gives the outputs and a Bool: an index was out of bounds, an integer divided by
zero, a function outside its domain, a float converted that is no integer. A loop stops where it
turns true.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import jax.numpy as jnp
import numpy as np
from jax import lax
from jax.extend.core import Literal

__all__ = ["watched_eval"]

Rule = Callable[[Any, list[Any]], tuple[list[Any], list[Any]]]
_DOMAINS = frozenset(
    [
        "sqrt",
        "rsqrt",
        "log",
        "log1p",
        "pow",
        "asin",
        "acos",
        "acosh",
        "atanh",
        "sin",
        "cos",
        "tan",
        "lgamma",
        "digamma",
    ]
)
_rules: dict[str, Rule] = {}


def watched_eval(jaxpr: Any, consts: Sequence[Any], arguments: Sequence[Any]) -> tuple[Any, Any]:
    """The outputs of the jaxpr, and whether Julia would have thrown."""
    values = dict(zip((*jaxpr.constvars, *jaxpr.invars), (*consts, *arguments), strict=True))
    bad: list[Any] = []

    def read(atom: Any) -> Any:
        return atom.val if isinstance(atom, Literal) else values[atom]

    for equation in jaxpr.eqns:
        operands = [read(atom) for atom in equation.invars]
        rule = _rules.get(equation.primitive.name, _plain)
        results, found = rule(equation, operands)
        bad += found
        values.update(zip(equation.outvars, results, strict=True))
    return [read(atom) for atom in jaxpr.outvars], _any(bad)


def _any(bad: list[Any]) -> Any:
    total = jnp.asarray(False)
    for flag in bad:
        total = total | flag
    return total


def _bind(equation: Any, operands: list[Any]) -> list[Any]:
    params = equation.primitive.get_bind_params(equation.params)
    subfuns, bind_params = params if isinstance(params, tuple) else ((), params)
    results = equation.primitive.bind(*subfuns, *operands, **bind_params)
    return list(results) if equation.primitive.multiple_results else [results]


def _plain(equation: Any, operands: list[Any]) -> tuple[list[Any], list[Any]]:
    results = _bind(equation, operands)
    if equation.primitive.name in _DOMAINS and results[0].dtype.kind == "f":
        made = jnp.isnan(results[0])
        for x in operands:
            made = made & ~jnp.isnan(x)
        return results, [jnp.any(made)]
    return results, []


def _rule(*names: str) -> Callable[[Rule], Rule]:
    def register(rule: Rule) -> Rule:
        for name in names:
            _rules[name] = rule
        return rule

    return register


@_rule("dynamic_slice")
def _(equation: Any, operands: list[Any]) -> tuple[list[Any], list[Any]]:
    array, *starts = operands
    return _bind(equation, operands), _outside(array.shape, starts, equation.params["slice_sizes"])


@_rule("dynamic_update_slice")
def _(equation: Any, operands: list[Any]) -> tuple[list[Any], list[Any]]:
    array, update, *starts = operands
    return _bind(equation, operands), _outside(array.shape, starts, update.shape)


def _outside(shape: Any, starts: list[Any], sizes: Any) -> list[Any]:
    return [
        (start < 0) | (start > np.asarray(n - size, np.dtype(start.dtype)))
        for n, start, size in zip(shape, starts, sizes, strict=True)
        if not isinstance(start, (int, np.generic)) or not 0 <= start <= n - size
    ]


@_rule("gather")
def _(equation: Any, operands: list[Any]) -> tuple[list[Any], list[Any]]:
    array, starts = operands
    numbers, sizes = equation.params["dimension_numbers"], equation.params["slice_sizes"]
    limits = [array.shape[d] - sizes[d] for d in numbers.start_index_map]
    return _bind(equation, operands), [_beyond(starts, limits)]


@_rule("scatter", "scatter-add", "scatter_add", "scatter-mul", "scatter-min", "scatter-max")
def _(equation: Any, operands: list[Any]) -> tuple[list[Any], list[Any]]:
    array, starts, updates = operands
    numbers = equation.params["dimension_numbers"]
    window = iter(numbers.update_window_dims)
    hidden = {*numbers.inserted_window_dims, *numbers.operand_batching_dims}
    sizes = [1 if d in hidden else updates.shape[next(window)] for d in range(array.ndim)]
    limits = [array.shape[d] - sizes[d] for d in numbers.scatter_dims_to_operand_dims]
    return _bind(equation, operands), [_beyond(starts, limits)]


def _beyond(starts: Any, limits: list[int]) -> Any:
    limit = np.asarray(limits, np.dtype(starts.dtype))
    return jnp.any((starts < 0) | (starts > limit))


@_rule("div", "rem")
def _(equation: Any, operands: list[Any]) -> tuple[list[Any], list[Any]]:
    divisor = operands[1]
    zero = [jnp.any(divisor == 0)] if np.dtype(divisor.dtype).kind in "iu" else []
    return _bind(equation, operands), zero


@_rule("convert_element_type")
def _(equation: Any, operands: list[Any]) -> tuple[list[Any], list[Any]]:
    (x,) = operands
    target = np.dtype(equation.params["new_dtype"])
    if np.dtype(x.dtype).kind != "f" or target.kind not in "iu":
        return _bind(equation, operands), []
    info = np.iinfo(target)
    fits = (x == jnp.round(x)) & (x >= float(info.min)) & (x <= float(info.max))
    return _bind(equation, operands), [jnp.any(~fits)]


@_rule("jit", "pjit", "closed_call", "core_call", "custom_jvp_call")
def _(equation: Any, operands: list[Any]) -> tuple[list[Any], list[Any]]:
    closed = equation.params.get("jaxpr") or equation.params["call_jaxpr"]
    results, bad = watched_eval(closed.jaxpr, closed.consts, operands)
    return results, [bad]


@_rule("cond")
def _(equation: Any, operands: list[Any]) -> tuple[list[Any], list[Any]]:
    index, *rest = operands

    def run(closed: Any) -> Callable[..., Any]:
        return lambda *xs: watched_eval(closed.jaxpr, closed.consts, xs)

    results, bad = lax.switch(index, [run(b) for b in equation.params["branches"]], *rest)
    return results, [bad]


@_rule("while")
def _(equation: Any, operands: list[Any]) -> tuple[list[Any], list[Any]]:
    params = equation.params
    first, second = params["cond_nconsts"], params["cond_nconsts"] + params["body_nconsts"]
    cond_consts, body_consts = operands[:first], operands[first:second]
    cond, body = params["cond_jaxpr"], params["body_jaxpr"]

    def running(carry: Any) -> Any:
        state, bad = carry
        (holds,), _ = watched_eval(cond.jaxpr, cond.consts, [*cond_consts, *state])
        return holds & ~bad

    def advance(carry: Any) -> Any:
        state, bad = carry
        state, found = watched_eval(body.jaxpr, body.consts, [*body_consts, *state])
        return state, bad | found

    start = ([jnp.asarray(x) for x in operands[second:]], jnp.asarray(False))
    state, bad = lax.while_loop(running, advance, start)
    return state, [bad]


@_rule("scan")
def _(equation: Any, operands: list[Any]) -> tuple[list[Any], list[Any]]:
    params = equation.params
    first, second = params["num_consts"], params["num_consts"] + params["num_carry"]
    consts, xs = operands[:first], operands[second:]
    body = params["jaxpr"]

    def advance(carry: Any, x: Any) -> Any:
        state, bad = carry
        results, found = watched_eval(body.jaxpr, body.consts, [*consts, *state, *x])
        return (results[: len(state)], bad | found), results[len(state) :]

    start = ([jnp.asarray(x) for x in operands[first:second]], jnp.asarray(False))
    (state, bad), ys = lax.scan(
        advance, start, xs, length=params["length"], reverse=params["reverse"]
    )
    return [*state, *ys], [bad]
