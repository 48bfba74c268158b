"""Row vectors: the adjoint or transpose of a vector stays one under `+ - * /` with its like and
with numbers."""

from __future__ import annotations

from typing import Any

from .array import JaxArray
from .array_arithmetic import check_same_size
from .complex import is_number
from .dispatch import base, generic
from .views import Adjoint, Transpose


def is_row(a: Any) -> bool:
    """Whether `a` is the adjoint or transpose of a vector."""
    return isinstance(a, Transpose) and a.parent.ndim == 1


def as_row(like: Transpose, matrix: Any) -> Any:
    """A matrix of one row as the adjoint or transpose of a vector."""
    if not isinstance(matrix, JaxArray):
        return matrix
    flat = matrix.read().reshape(-1)
    if isinstance(like, Adjoint) and flat.dtype.kind == "c":
        flat = flat.conj()
    return type(like)(JaxArray(flat))


def _register(name: str, at: int) -> None:
    function = generic(name)
    other = function.classes.get((at, Transpose)) or function.classes.get((at, JaxArray))

    @base(name, Transpose, at=at)
    def call(*args: Any) -> Any:
        row = args[at]
        rows = [x for x in args if is_row(x)]
        if is_row(row) and len(args) == 1:
            return as_row(row, generic("broadcast")(function, row))
        if is_row(row) and len(args) == 2 and all(is_row(x) or is_number(x) for x in args):
            scaled = name in ("*", "/") and len(rows) == 1
            summed = name in ("+", "-") and len(rows) == 2 and type(args[0]) is type(args[1])
            if summed:
                check_same_size(*args)
            if scaled or summed:
                return as_row(row, generic("broadcast")(function, *args))
        return other(*args)

    del call


_register("+", 0)
_register("-", 0)
_register("*", 0)
_register("*", 1)
_register("/", 0)
