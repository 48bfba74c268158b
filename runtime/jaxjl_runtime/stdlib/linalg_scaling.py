"""`I`: the identity of any size, and its multiples."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..array import JaxArray
from ..array_arithmetic import ARRAYS
from ..cell import new_serial
from ..dispatch import base, constructor, generic
from ..exceptions import DimensionMismatch, MethodError
from ..numbers import number_dtype
from ..typeof import register_class, typeof
from ..types_base import names

_add, _sub, _mul, _div = generic("+"), generic("-"), generic("*"), generic("/")


class UniformScaling:
    """`λ * I`: a multiple of the identity of any size."""

    __slots__ = ("lambda_", "serial")

    def __init__(self, value: Any) -> None:
        self.lambda_ = value
        self.serial = new_serial()

    def __getattr__(self, name: str) -> Any:
        if name == "λ":
            return self.lambda_
        raise AttributeError(name)

    def __call__(self, n: Any) -> Any:
        return generic("_diagonal")(generic("fill")(self.lambda_, n))

    def matrix(self, n: int, m: int | None = None, dtype: Any = None) -> JaxArray:
        """The matrix of that size."""
        eye = JaxArray(np.eye(n if m is None else m, n, dtype=dtype or number_dtype(self.lambda_)))
        return eye if self.lambda_ is True else _mul(eye, self.lambda_)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, UniformScaling) and bool(
            generic("==")(self.lambda_, other.lambda_)
        )

    def __hash__(self) -> int:
        return hash((UniformScaling, self.lambda_))

    def __repr__(self) -> str:
        return f"UniformScaling({self.lambda_})"


def _operator(python: str, name: str) -> None:
    function = generic(name)
    setattr(UniformScaling, f"__{python}__", lambda a, b: function(a, b))
    setattr(UniformScaling, f"__r{python}__", lambda a, b: function(b, a))


for _python, _name in (("add", "+"), ("sub", "-"), ("mul", "*"), ("truediv", "/")):
    _operator(_python, _name)

I = UniformScaling(True)
register_class(UniformScaling, lambda x: names["UniformScaling"][typeof(x.lambda_)])
constructor("UniformScaling")(lambda T, x: UniformScaling(x))


def plus_scaling(name: str, a: Any, b: Any) -> Any:
    """`A + λI`, `λI - A` …"""
    op = generic(name)
    if isinstance(a, UniformScaling) and isinstance(b, UniformScaling):
        return UniformScaling(op(a.lambda_, b.lambda_))
    other = b if isinstance(a, UniformScaling) else a
    if number_dtype(other) is not None:
        raise MethodError(op, (a, b))
    n, m = other.size
    if n != m:
        raise DimensionMismatch(
            f"matrix is not square: dimensions are {generic('string')(other.size)}"
        )
    if hasattr(other, "diag"):
        eye = generic("fill")((a if other is b else b).lambda_, n)
        return generic("_diagonal")(op(eye, other.diag) if other is b else op(other.diag, eye))
    dense = generic("collect")(other) if hasattr(other, "parts") else other
    if other is b:
        return op(a.matrix(n), dense)
    return op(dense, b.matrix(n))


def times_scaling(a: Any, b: Any) -> Any:
    """`A * λI`, `x * I` …"""
    if isinstance(a, UniformScaling) and isinstance(b, UniformScaling):
        return UniformScaling(_mul(a.lambda_, b.lambda_))
    scaling, other = (a, b) if isinstance(a, UniformScaling) else (b, a)
    if number_dtype(other) is not None:
        return UniformScaling(_mul(a.lambda_, b) if scaling is a else _mul(a, b.lambda_))
    return _mul(scaling.lambda_, other) if scaling is a else _mul(other, scaling.lambda_)


for _name in ("+", "-"):

    @base(_name, UniformScaling, at=(0, 1))
    def _(a: Any, *rest: Any, _name: str = _name) -> Any:
        if not rest:
            return UniformScaling(generic(_name)(a.lambda_))
        result = plus_scaling(_name, a, rest[0])
        return generic(_name)(result, *rest[1:]) if rest[1:] else result


@base("*", UniformScaling, at=(0, 1))
def _(a: Any, *rest: Any) -> Any:
    result = times_scaling(a, rest[0]) if rest else a
    return _mul(result, *rest[1:]) if rest[1:] else result


@base("/", UniformScaling, at=(0, 1))
def _(a: Any, b: Any) -> Any:
    if isinstance(b, UniformScaling):
        return (
            UniformScaling(_div(a.lambda_, b.lambda_))
            if isinstance(a, UniformScaling)
            else _div(a, b.lambda_)
        )
    if number_dtype(b) is not None:
        return UniformScaling(_div(a.lambda_, b))
    return _mul(a.lambda_, generic("inv")(b))


@base("\\", UniformScaling, at=(0, 1))
def _(a: Any, b: Any) -> Any:
    if isinstance(a, UniformScaling):
        return (
            _div(b, a.lambda_)
            if not isinstance(b, UniformScaling)
            else UniformScaling(_div(b.lambda_, a.lambda_))
        )
    return _mul(generic("inv")(a), b.lambda_)


@base("getindex", UniformScaling)
def _(a: UniformScaling, i: Any, j: Any) -> Any:
    return a.lambda_ if generic("==")(i, j) else generic("zero")(a.lambda_)


@base("==", UniformScaling, at=(0, 1))
def _(a: Any, b: Any) -> Any:
    if isinstance(a, UniformScaling) and isinstance(b, UniformScaling):
        return generic("==")(a.lambda_, b.lambda_)
    scaling, other = (a, b) if isinstance(a, UniformScaling) else (b, a)
    if not isinstance(other, ARRAYS) or other.size[0] != other.size[1]:
        return False
    return generic("==")(other, scaling.matrix(other.size[0]))


@base("isapprox", UniformScaling, at=(0, 1))
def _(a: Any, b: Any, **options: Any) -> Any:
    if isinstance(a, UniformScaling) and isinstance(b, UniformScaling):
        return generic("isapprox")(a.lambda_, b.lambda_, **options)
    scaling, other = (a, b) if isinstance(a, UniformScaling) else (b, a)
    return generic("isapprox")(other, scaling.matrix(other.size[0]), **options)


base("inv", UniformScaling)(lambda a: UniformScaling(generic("inv")(a.lambda_)))
base("adjoint", UniformScaling)(lambda a: UniformScaling(generic("conj")(a.lambda_)))
base("transpose", UniformScaling)(lambda a: a)
base("one", UniformScaling)(lambda a: UniformScaling(generic("one")(a.lambda_)))
base("zero", UniformScaling)(lambda a: UniformScaling(generic("zero")(a.lambda_)))
base("eltype", UniformScaling)(lambda a: typeof(a.lambda_))
base("broadcastable", UniformScaling)(lambda a: generic("Ref")(a))


def _from_scaling(T: Any, a: UniformScaling, dims: tuple[Any, ...]) -> JaxArray:
    """`Matrix{T}(I, m, n)`."""
    size = tuple(int(d) for d in (dims[0] if isinstance(dims[0], tuple) else dims))
    made = a.matrix(size[0], size[1])
    return made if T is None else generic("convert_array")(T, made)


base("_array_of_scaling")(_from_scaling)
