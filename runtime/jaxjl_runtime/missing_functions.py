"""Base's functions of `missing` and `nothing`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .curried import comparison
from .dispatch import base, generic
from .exceptions import ArgumentError, MissingException
from .iteration import JuliaIterable, elements
from .missing import Missing, Some, missing

__all__ = ["SkipMissing"]

base("ismissing")(lambda x: x is missing)
base("isnothing")(lambda x: x is None)


@base("coalesce")
def _(*values: Any) -> Any:
    return next((value for value in values if value is not missing), missing)


@base("something")
def _(*values: Any) -> Any:
    for value in values:
        if value is not None:
            return value.value if isinstance(value, Some) else value
    raise ArgumentError("No value arguments present")


@base("notnothing")
def _(value: Any) -> Any:
    if value is None:
        raise ArgumentError("nothing passed to notnothing")
    return value


@base("nonmissing")
def _(value: Any) -> Any:
    if value is missing:
        raise MissingException("nonmissing: got missing")
    return value


class SkipMissing(JuliaIterable):
    """`skipmissing(itr)`."""

    __slots__ = ("x",)

    def __init__(self, x: Any) -> None:
        self.x = x

    def start(self) -> Iterator[Any]:
        return (item for item in elements(self.x) if item is not missing)


@base("skipmissing")
def _(x: Any) -> SkipMissing:
    return SkipMissing(x)


@base("eltype", SkipMissing)
def _(x: SkipMissing) -> Any:
    return generic("nonmissingtype")(generic("eltype")(x.x))


@base("nonmissingtype")
def _(julia_type: Any) -> Any:
    from .types import Union, make_union
    from .types_base import Missing as MissingType

    if not isinstance(julia_type, Union):
        return make_union() if julia_type is MissingType else julia_type
    return make_union(*[m for m in julia_type.members if m is not MissingType])


# ------------------------------------------------------------------------------ three-valued logic


def _absorb(name: str, *positions: int) -> None:
    base(name, Missing, at=positions or (0,))(lambda *args, **keywords: missing)


for _name in ("+", "-", "*", "/", "^", "\\", "//", "div", "fld", "cld", "rem", "mod", "<", "<=",
              ">", ">=", "==", "!=", "min", "max", "<<", ">>", "atan", "hypot", "xor"):  # fmt: skip
    _absorb(_name, 0, 1)
for _name in ("abs", "abs2", "sqrt", "exp", "log", "log2", "log10", "sin", "cos", "tan", "floor",
              "ceil", "round", "trunc", "sign", "real", "imag", "conj", "float", "isnan", "isinf",
              "isfinite", "iszero", "isone", "iseven", "isodd", "!", "~", "zero", "one", "inv",
              "exp2", "exp10", "cbrt", "sinh", "cosh", "tanh", "asin", "acos", "log1p", "expm1",
              "signbit", "adjoint", "transpose"):  # fmt: skip
    _absorb(_name)


@base("&", Missing, at=(0, 1))
def _(a: Any, b: Any) -> Any:
    return False if a is False or b is False else missing


@base("|", Missing, at=(0, 1))
def _(a: Any, b: Any) -> Any:
    return True if a is True or b is True else missing


@comparison("isequal", Missing, at=(0, 1))
def _(a: Any, b: Any) -> bool:
    return a is b


@comparison("isless", Missing, at=(0, 1))
def _(a: Any, b: Any) -> bool:
    return b is missing and a is not missing


@base("isapprox", Missing, at=(0, 1))
def _(a: Any, b: Any, **keywords: Any) -> Missing:
    return missing


@comparison("==", type(None), at=(0, 1))
def _(a: Any, b: Any) -> Any:
    return missing if a is missing or b is missing else a is b


@comparison("==", Some, at=(0, 1))
def _(a: Any, b: Any) -> Any:
    if isinstance(a, Some) and isinstance(b, Some):
        return generic("==")(a.value, b.value)
    return False
