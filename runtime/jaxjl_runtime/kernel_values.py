"""What a broadcast's kernel gets for host values: the same values, of classes whose operators are
Julia's.

A kernel writes `a / b` for `a ./ b`. Where its parameters are no lanes of a buffer, they are these
subclasses of
`int`, `float`, `str` …: any function takes them for what they are, and Python's operators on them
follow Julia.
"""

from __future__ import annotations

from types import FunctionType
from typing import Any

import numpy as np

from .array import install_operators
from .dispatch import generic, kernel_classes
from .numbers import JaxNumber, number_dtype, plain


class KernelInt(int):
    """An Int64 in a kernel."""

    __array_ufunc__ = None


class KernelFloat(float):
    """A Float64 in a kernel."""

    __array_ufunc__ = None


class KernelComplex(complex):
    """A ComplexF64 in a kernel."""

    __array_ufunc__ = None


class KernelString(str):
    """A String in a kernel."""


class KernelTuple(tuple):
    """A tuple in a kernel."""


_KERNEL: dict[type, Any] = {
    int: KernelInt,
    float: KernelFloat,
    complex: KernelComplex,
    str: KernelString,
    tuple: KernelTuple,
    bool: lambda x: JaxNumber(np.asarray(x)),
}
_OPERATORS = {
    "add": "+", "sub": "-", "mul": "*", "truediv": "/", "and": "&", "or": "|",
}  # fmt: skip
_COMPARISONS = {"lt": "<", "le": "<=", "gt": ">", "ge": ">=", "eq": "==", "ne": "!="}


def _scalar_class(cls: type) -> Any:
    """The kernel's form of a NumPy scalar of another width: a 0-d number."""
    if issubclass(cls, np.generic):
        return lambda x: JaxNumber(np.asarray(x))
    return None


def for_kernel(x: Any) -> Any:
    """The value with Julia's operators."""
    cls = type(x)
    try:
        make = _KERNEL[cls]
    except KeyError:
        make = _KERNEL[cls] = _scalar_class(cls)
    return x if make is None else make(x)


def from_kernel(x: Any) -> Any:
    """The value as the rest of the runtime knows it."""
    cls = type(x)
    if cls is JaxNumber:
        return (
            x
            if x.buffer.ndim or not isinstance(x.buffer, (np.ndarray, np.generic))
            else plain(x.buffer[()])
        )
    if cls is KernelInt:
        return int(x)
    if cls is KernelFloat:
        return float(x)
    if cls is KernelComplex:
        return complex(x)
    if cls is KernelString:
        return str(x)
    if cls is KernelTuple or cls is tuple:
        return tuple(from_kernel(y) for y in x)
    return x


def takes_operators(function: Any) -> bool:
    """Whether a kernel is generated code, which may hold Python's operators."""
    return isinstance(function, FunctionType)


def literal_power(x: Any, n: Any) -> Any:
    """`x ^ n` in a kernel: a plain `int` there is a literal of the program."""
    if type(n) is int:
        return generic("literal_pow")(x, n)
    return generic("^")(x, n)


def _binary(name: str, reflected: bool) -> Any:
    function = generic(name)

    def method(self: Any, other: Any) -> Any:
        return for_kernel(function(other, self) if reflected else function(self, other))

    return method


def _install(cls: type) -> None:
    for python, julia in _OPERATORS.items():
        setattr(cls, f"__{python}__", _binary(julia, False))
        setattr(cls, f"__r{python}__", _binary(julia, True))
    for python, julia in _COMPARISONS.items():
        setattr(cls, f"__{python}__", _binary(julia, False))
    power = generic("^")
    cls.__pow__ = lambda self, n: for_kernel(literal_power(self, n))
    cls.__rpow__ = lambda self, x: for_kernel(power(x, self))
    cls.__neg__ = lambda self: for_kernel(generic("-")(self))
    cls.__pos__ = lambda self: for_kernel(generic("+")(self))
    cls.__invert__ = lambda self: for_kernel(generic("~")(self))
    root = cls.__mro__[1]
    if root is not object:
        cls.__hash__ = root.__hash__


def _install_all() -> None:
    for cls in (KernelInt, KernelFloat, KernelComplex, KernelString, KernelTuple):
        _install(cls)
    install_operators(JaxNumber)
    JaxNumber.__pow__ = literal_power
    for cls in (KernelInt, KernelFloat, KernelComplex, KernelString, KernelTuple):
        kernel_classes[cls] = from_kernel
    JaxNumber.__hash__ = None  # type: ignore[assignment]


_install_all()
__all__ = ["for_kernel", "from_kernel", "literal_power", "number_dtype", "takes_operators"]
