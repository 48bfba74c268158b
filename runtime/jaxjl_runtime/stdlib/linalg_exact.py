"""Linear systems of exact numbers (rationals, big integers and floats): elimination with Julia's
own operators.
"""

from __future__ import annotations

from typing import Any

from ..array_arithmetic import check_square
from ..containers import HostArray, from_elements
from ..dispatch import base, generic
from ..exceptions import SingularException
from ..iteration import elements
from .linalg_basic import MODULE

_sub, _mul, _div = generic("-"), generic("*"), generic("/")


def is_exact(a: Any) -> bool:
    """Whether an array holds numbers that elimination keeps in their type."""
    from ..typeof import isa
    from ..types_base import Complex, Number

    return isinstance(a, HostArray) and all(isa(x, Number) and not isa(x, Complex) for x in a.items)


def _rows(a: HostArray) -> list[list[Any]]:
    n, m = a.size
    return [[a.items[i + j * n] for j in range(m)] for i in range(n)]


def eliminate(rows: list[list[Any]], others: list[list[Any]]) -> Any:
    """The determinant, after both have been brought to where `rows` is the identity."""
    n = len(rows)
    size, iszero = generic("abs"), generic("iszero")
    det: Any = generic("one")(_div(rows[0][0], generic("one")(rows[0][0]))) if n else 1
    for k in range(n):
        best = k
        for i in range(k + 1, n):
            if generic("<")(size(rows[best][k]), size(rows[i][k])):
                best = i
        if iszero(rows[best][k]):
            raise SingularException(k + 1)
        if best != k:
            rows[k], rows[best] = rows[best], rows[k]
            others[k], others[best] = others[best], others[k]
            det = generic("-")(det)
        pivot = rows[k][k]
        det = _mul(det, pivot)
        rows[k] = [_div(x, pivot) for x in rows[k]]
        others[k] = [_div(x, pivot) for x in others[k]]
        for i in range(n):
            factor = rows[i][k]
            if i != k and not iszero(factor):
                rows[i] = [_sub(x, _mul(factor, y)) for x, y in zip(rows[i], rows[k], strict=True)]
                others[i] = [
                    _sub(x, _mul(factor, y)) for x, y in zip(others[i], others[k], strict=True)
                ]
    return det


def solve_exact(a: HostArray, b: Any) -> Any:
    """`a \\ b`."""
    n = check_square(a)
    columns = b.size[1] if b.ndims == 2 else 1
    items = list(elements(b))
    others = [[items[i + j * n] for j in range(columns)] for i in range(n)]
    eliminate(_rows(a), others)
    return from_elements([others[i][j] for j in range(columns) for i in range(n)], tuple(b.size))


def inverse_exact(a: HostArray) -> Any:
    """The inverse of a matrix of host numbers."""
    if not is_exact(a):
        return generic("inv")(generic("float")(a))
    return solve_exact(a, generic("one")(a))


base("inv", HostArray)(inverse_exact)
base("inv", HostArray, module=MODULE)(inverse_exact)


def det_exact(a: HostArray) -> Any:
    """The determinant."""
    check_square(a)
    rows = _rows(a)
    try:
        return eliminate(rows, [[] for _ in rows])
    except SingularException:
        return generic("zero")(_div(a.items[0], generic("one")(a.items[0])))
