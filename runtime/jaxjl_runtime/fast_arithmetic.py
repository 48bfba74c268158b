"""The commonest cases of the operators, tried before dispatch: Int64, Float64 and ComplexF64 on the
host."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

from .arithmetic import add, eq, ge, gt, le, lt, mul, ne, sub, truediv
from .dispatch import fast
from .numbers import wrap64

_LOW, _HIGH = -(1 << 63), (1 << 63) - 1
_NONE = object()


def _fast_arithmetic(
    function: Any, op: Callable[[Any, Any], Any], with_real: Callable[[complex, float], complex]
) -> None:
    dispatch = function.dispatch

    def call(a: Any = _NONE, b: Any = _NONE, *rest: Any) -> Any:
        if not rest:
            first, second = type(a), type(b)
            if first is int and second is int:
                r = op(a, b)
                return r if _LOW <= r <= _HIGH else wrap64(r)
            if first is float and (second is float or second is int):
                return op(a, b)
            if second is float and first is int:
                return op(a, b)
            if first is complex:
                if second is complex:
                    return op(a, b)
                if second is float:
                    return with_real(a, b)
        return dispatch(*(x for x in (a, b, *rest) if x is not _NONE))

    fast(function, call)


def _fast_comparison(function: Any, op: Callable[[Any, Any], Any]) -> None:
    dispatch = function.dispatch
    known = (int, float)

    def call(a: Any = _NONE, b: Any = _NONE, *rest: Any) -> Any:
        if type(a) in known and type(b) in known and not rest:
            return op(a, b)
        return dispatch(*(x for x in (a, b, *rest) if x is not _NONE))

    fast(function, call)


def _fast_division() -> None:
    dispatch = truediv.dispatch
    known = (int, float)

    def call(a: Any = _NONE, b: Any = _NONE, *rest: Any) -> Any:
        if type(a) in known and type(b) in known and b and not rest:
            return float(a) / float(b)
        return dispatch(*(x for x in (a, b, *rest) if x is not _NONE))

    fast(truediv, call)


def _install() -> None:
    _fast_arithmetic(add, operator.add, lambda z, x: complex(z.real + x, z.imag))
    _fast_arithmetic(sub, operator.sub, lambda z, x: complex(z.real - x, z.imag))
    _fast_arithmetic(mul, operator.mul, lambda z, x: complex(z.real * x, z.imag * x))
    _fast_division()
    for function, op in ((eq, operator.eq), (ne, operator.ne), (lt, operator.lt), (le, operator.le),
                         (gt, operator.gt), (ge, operator.ge)):  # fmt: skip
        _fast_comparison(function, op)


_install()
