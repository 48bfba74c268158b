"""Evaluating a loop body with what is known of the loop's counter.

The bounds of the counter are carried through integer arithmetic; a comparison that they decide (is
this index inside the array?) is not computed, nor the select that hangs on it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import jax.numpy as jnp
import numpy as np
from jax.extend.core import Literal

__all__ = ["bounded_eval"]

Bounds = tuple[int, int]
_LIMIT = 1 << 62


def _add(a: Bounds, b: Bounds) -> Bounds:
    return a[0] + b[0], a[1] + b[1]


def _sub(a: Bounds, b: Bounds) -> Bounds:
    return a[0] - b[1], a[1] - b[0]


def _mul(a: Bounds, b: Bounds) -> Bounds:
    products = [x * y for x in a for y in b]
    return min(products), max(products)


_ARITHMETIC: dict[str, Callable[..., Bounds]] = {
    "add": _add,
    "sub": _sub,
    "mul": _mul,
    "neg": lambda a: (-a[1], -a[0]),
    "max": lambda a, b: (max(a[0], b[0]), max(a[1], b[1])),
    "min": lambda a, b: (min(a[0], b[0]), min(a[1], b[1])),
    "convert_element_type": lambda a: a,
    "reshape": lambda a: a,
    "squeeze": lambda a: a,
}
_COMPARISONS: dict[str, Callable[[Bounds, Bounds], bool | None]] = {
    "lt": lambda a, b: True if a[1] < b[0] else False if a[0] >= b[1] else None,
    "le": lambda a, b: True if a[1] <= b[0] else False if a[0] > b[1] else None,
    "gt": lambda a, b: True if a[0] > b[1] else False if a[1] <= b[0] else None,
    "ge": lambda a, b: True if a[0] >= b[1] else False if a[1] < b[0] else None,
}


class _Evaluation:
    def __init__(self, bounds: dict[Any, Bounds], decided: dict[Any, bool]) -> None:
        self.values: dict[Any, Any] = {}
        self.bounds = bounds
        self.decided = decided

    def read(self, atom: Any) -> Any:
        if isinstance(atom, Literal):
            return atom.val
        return self.values[atom]

    def bounds_of(self, atom: Any) -> Bounds | None:
        if isinstance(atom, Literal):
            value = np.asarray(atom.val)
            return (int(value), int(value)) if not value.ndim and value.dtype.kind in "iu" else None
        return self.bounds.get(atom)

    def decision(self, atom: Any) -> bool | None:
        if isinstance(atom, Literal):
            value = np.asarray(atom.val)
            return bool(value) if not value.ndim and value.dtype == np.bool_ else None
        return self.decided.get(atom)

    def step(self, equation: Any) -> None:
        """One equation: computed, unless it is decided."""
        name = equation.primitive.name
        if name in ("jit", "pjit"):
            self._inline(equation)
            return
        out = equation.outvars[0] if equation.outvars else None
        if name in _COMPARISONS or name in ("and", "or", "not"):
            known = self._decide(name, equation.invars)
            if known is not None and not out.aval.shape:
                self.decided[out] = known
                self.values[out] = np.asarray(known)
                return
        if name == "select_n" and (known := self.decision(equation.invars[0])) is not None:
            chosen = equation.invars[1 + known]
            self.values[out] = self.read(chosen)
            if (limits := self.bounds_of(chosen)) is not None:
                self.bounds[out] = limits
            return
        operands = [self.read(atom) for atom in equation.invars]
        params = equation.primitive.get_bind_params(equation.params)
        subfuns, bind_params = params if isinstance(params, tuple) else ((), params)
        results = equation.primitive.bind(*subfuns, *operands, **bind_params)
        if not equation.primitive.multiple_results:
            results = [results]
        self.values.update(zip(equation.outvars, results, strict=True))
        if name in _ARITHMETIC and out.aval.dtype.kind in "iu" and not out.aval.shape:
            limits = [self.bounds_of(atom) for atom in equation.invars]
            if all(x is not None for x in limits):
                found = _ARITHMETIC[name](*limits)
                info = np.iinfo(out.aval.dtype)
                if max(-_LIMIT, info.min) <= found[0] and found[1] <= min(_LIMIT, info.max):
                    self.bounds[out] = found

    def _decide(self, name: str, atoms: Sequence[Any]) -> bool | None:
        if name in _COMPARISONS:
            a, b = map(self.bounds_of, atoms)
            return None if a is None or b is None else _COMPARISONS[name](a, b)
        known = [self.decision(atom) for atom in atoms]
        if name == "not":
            return None if known[0] is None else not known[0]
        absorbing = name == "or"
        if absorbing in known:
            return absorbing
        return None if None in known else not absorbing

    def _inline(self, equation: Any) -> None:
        closed = equation.params["jaxpr"]
        inner = _Evaluation({}, {})
        names = closed.jaxpr
        inner.values.update(zip(names.constvars, closed.consts, strict=True))
        for var, atom in zip(names.invars, equation.invars, strict=True):
            inner.values[var] = self.read(atom)
            if (limits := self.bounds_of(atom)) is not None:
                inner.bounds[var] = limits
            if (known := self.decision(atom)) is not None:
                inner.decided[var] = known
        for own in names.eqns:
            inner.step(own)
        for var, atom in zip(equation.outvars, names.outvars, strict=True):
            self.values[var] = inner.read(atom)
            if (limits := inner.bounds_of(atom)) is not None:
                self.bounds[var] = limits
            if (known := inner.decision(atom)) is not None:
                self.decided[var] = known


def bounded_eval(
    jaxpr: Any, consts: Sequence[Any], arguments: Sequence[Any], counter: Bounds
) -> list[Any]:
    """The outputs of a jaxpr whose first argument lies between the given bounds."""
    evaluation = _Evaluation({jaxpr.invars[0]: counter}, {})
    evaluation.values.update(
        zip((*jaxpr.constvars, *jaxpr.invars), (*consts, *arguments), strict=True)
    )
    for equation in jaxpr.eqns:
        evaluation.step(equation)
    return [jnp.asarray(evaluation.read(atom), atom.aval.dtype) for atom in jaxpr.outvars]
