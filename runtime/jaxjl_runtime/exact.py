"""Numbers that no buffer holds: what they share, and how they promote; BigInt, Int128 and
UInt128."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from . import exceptions as exc
from .arithmetic import no_method
from .dispatch import constructor, generic
from .numbers import HostNumber, JaxNumber, number_dtype
from .typeof import register_class, typeof
from .types_base import names

BIGINT, BIGFLOAT = names["BigInt"], names["BigFloat"]
INT128, UINT128 = names["Int128"], names["UInt128"]
RATIONAL, COMPLEX = names["Rational"], names["Complex"]


def promoted_pair(a: Any, b: Any) -> tuple[Any, Any]:
    """Two numbers in their common type."""
    target = generic("promote_type")(typeof(a), typeof(b))
    convert = generic("convert")
    return convert(target, a), convert(target, b)


def is_number(x: Any) -> bool:
    """Whether a value is a number of the runtime's own."""
    return isinstance(x, HostNumber) or number_dtype(x) is not None


def _operator(name: str, method: str, reflected: bool) -> Callable[[Any, Any], Any]:
    def call(self: Any, other: Any) -> Any:
        if type(other) is not type(self):
            if not is_number(other):
                return NotImplemented
            x, y = promoted_pair(other, self) if reflected else promoted_pair(self, other)
        else:
            x, y = (other, self) if reflected else (self, other)
        if not isinstance(x, HostNumber):
            return generic(name)(x, y)
        function = getattr(x, method, None)
        return no_method(name, x, y) if function is None else function(y)

    return call


_OPERATORS = {
    "add": ("+", "plus"), "sub": ("-", "minus"), "mul": ("*", "times"), "truediv": ("/", "over"),
    "and": ("&", "bitand"), "or": ("|", "bitor"), "xor": ("xor", "bitxor"),
}  # fmt: skip
_COMPARISONS = {"lt": ("<", "below", ">"), "le": ("<=", "at_most", ">=")}


def _compare(name: str, method: str, swapped: bool) -> Callable[[Any, Any], Any]:
    def call(self: Any, other: Any) -> Any:
        if not is_number(other):
            return NotImplemented
        exact = _exact_value(self), _exact_value(other)
        if None not in exact:
            a, b = exact[::-1] if swapped else exact
            return bool(a < b if method == "below" else a <= b)
        x, y = promoted_pair(self, other)
        x, y = (y, x) if swapped else (x, y)
        if not isinstance(x, HostNumber):
            return generic(name)(x, y)
        return getattr(x, method)(y)

    return call


def _exact_value(x: Any) -> Any:
    """A real number as something Python compares exactly, `None` where it cannot."""
    if isinstance(x, (int, float)):
        return x
    if isinstance(x, np.generic) and x.dtype.kind in "iubf":
        return x.item()
    return x.python_value() if isinstance(x, HostNumber) else None


def _equal(self: Any, other: Any) -> Any:
    if not is_number(other):
        return NotImplemented
    exact = _exact_value(self), _exact_value(other)
    if None not in exact:
        return bool(exact[0] == exact[1])
    x, y = promoted_pair(self, other)
    if not isinstance(x, HostNumber):
        return generic("==")(x, y)
    return bool(x.equals(y))


def install(cls: Any) -> None:
    """Give a class of numbers Python operators that promote as Julia does."""
    for python, (name, method) in _OPERATORS.items():
        setattr(cls, f"__{python}__", _operator(name, method, False))
        setattr(cls, f"__r{python}__", _operator(name, method, True))
    for python, (name, method, _) in _COMPARISONS.items():
        setattr(cls, f"__{python}__", _compare(name, method, False))
    cls.__gt__ = _compare("<", "below", True)
    cls.__ge__ = _compare("<=", "at_most", True)
    cls.__eq__ = _equal
    cls.__ne__ = lambda self, other: (
        NotImplemented if (r := _equal(self, other)) is NotImplemented else not r
    )
    cls.__hash__ = lambda self: hash(self.python_value())
    cls.__neg__ = lambda self: self.negated()
    cls.__pos__ = lambda self: self
    cls.__pow__ = _power
    cls.__rpow__ = lambda self, x: _power_of_exact(x, self)
    cls.__invert__ = lambda self: self.inverted()
    cls.__lshift__ = lambda self, n: self.shifted(int(n))
    cls.__rshift__ = lambda self, n: self.shifted(-int(n))
    cls.__float__ = lambda self: float(self.python_value())
    cls.__int__ = lambda self: int(self.python_value())
    cls.__bool__ = _refuse_truth


def _refuse_truth(self: Any) -> bool:
    raise exc.TypeError("if", "", names["Bool"], self)


def _is_integer(n: Any) -> bool:
    dtype = number_dtype(n)
    return (dtype is not None and dtype.kind in "iub") or isinstance(n, WideInt)


def _power(self: Any, n: Any) -> Any:
    if not is_number(n):
        return NotImplemented
    if _is_integer(n) and not isinstance(n, JaxNumber):
        return self.to_power(int(n))
    x, y = promoted_pair(self, n)
    if isinstance(x, HostNumber) and isinstance(self, WideInt) and not isinstance(n, WideInt):
        x, y = generic("float")(x), generic("float")(y)
    if isinstance(x, HostNumber):
        return x.general_power(y)
    if number_dtype(x).kind not in "fc":
        x, y = float(x), float(y)
    return generic("^")(x, y)


def _power_of_exact(x: Any, n: Any) -> Any:
    """A plain number to an exact power."""
    if isinstance(n, WideInt):
        dtype = number_dtype(x)
        if dtype is not None and dtype.kind in "iu":
            return (
                WideInt.of(BIGINT, x).to_power(int(n))
                if n.target is BIGINT
                else generic("^")(x, int(n))
            )
        return generic("^")(x, int(n))
    return generic("^")(generic("float")(x), n.to_float())


# ------------------------------------------------------------------------------------ wide integers


class WideInt(HostNumber):
    """An integer wider than 64 bits; `target` is its Julia type."""

    __slots__ = ("value",)
    target: Any = None
    bits: int = 0
    signed = True
    __array_ufunc__ = None

    def __init__(self, value: int) -> None:
        self.value = value

    @staticmethod
    def of(target: Any, x: Any) -> WideInt:
        """The number as a BigInt, Int128 or UInt128; an `InexactError` if it does not fit."""
        cls = _CLASSES[target]
        value = _whole(x, target)
        if cls.bits and not cls.low() <= value <= cls.high():
            from .convert import inexact

            raise inexact("trunc", target, x)
        return cls(value)

    @classmethod
    def low(cls) -> int:
        """The least value."""
        return -(1 << (cls.bits - 1)) if cls.signed else 0

    @classmethod
    def high(cls) -> int:
        """The greatest value."""
        return (1 << (cls.bits - (1 if cls.signed else 0))) - 1

    def make(self, value: int) -> WideInt:
        """A number of this type: the low bits of a value."""
        bits = self.bits
        if bits:
            value &= (1 << bits) - 1
            if self.signed and value >> (bits - 1):
                value -= 1 << bits
        return type(self)(value)

    def python_value(self) -> int:
        """The value as a Python int."""
        return self.value

    def to_float(self) -> Any:
        """`float(x)`."""
        if self.bits:
            return float(self.value)
        from .bigfloat import BigFloat

        return BigFloat.of(self.value)

    def to_dtype(self, dtype: np.dtype) -> Any:
        """The number as one that buffers hold."""
        from .convert import to_integer

        if dtype.kind in "iub":
            try:
                return to_integer(self.value, dtype)
            except exc.InexactError as error:
                name = error.func if self.bits else type(error.func)(str(error.T))
                raise exc.InexactError(name, error.T, self) from None
        from .numbers import plain

        return plain(dtype.type(_as_float(self.value)))

    def plus(self, y: WideInt) -> WideInt:
        return self.make(self.value + y.value)

    def minus(self, y: WideInt) -> WideInt:
        return self.make(self.value - y.value)

    def times(self, y: WideInt) -> WideInt:
        return self.make(self.value * y.value)

    def over(self, y: WideInt) -> Any:
        return generic("/")(self.to_float(), y.to_float())

    def bitand(self, y: WideInt) -> WideInt:
        return self.make(self.value & y.value)

    def bitor(self, y: WideInt) -> WideInt:
        return self.make(self.value | y.value)

    def bitxor(self, y: WideInt) -> WideInt:
        return self.make(self.value ^ y.value)

    def negated(self) -> WideInt:
        return self.make(-self.value)

    def inverted(self) -> WideInt:
        return self.make(~self.value)

    def shifted(self, n: int) -> WideInt:
        """`x << n`, to the right for a negative count."""
        return self.make(self.value << n if n >= 0 else self.value >> -n)

    def divided(self, name: str, y: WideInt) -> WideInt:
        """`div`, `rem`, `fld`, `cld` or `mod`."""
        from .division import _INTEGER

        if y.value == 0:
            raise exc.DivideError()
        return self.make(_INTEGER[name](self.value, y.value))

    def to_power(self, n: int) -> Any:
        """`x ^ n`."""
        if n < 0:
            if self.value in (1, -1):
                return self.make(self.value ** (-n % 2 or 2))
            from .powers import negative_power

            raise negative_power(self, n)
        return self.make(self.value**n if not self.bits else pow(self.value, n, 1 << self.bits))

    def general_power(self, y: Any) -> Any:
        return self.to_power(int(y))

    def constant(self, value: int) -> WideInt:
        return type(self)(value)

    def inverse(self) -> Any:
        return generic("/")(1, self)

    def is_whole(self) -> bool:
        return True

    def rounded(self, mode: str) -> WideInt:
        return self

    def same(self, y: Any) -> bool:
        return bool(self.value == y.value)

    equals = same

    def elementary(self, function: Any) -> Any:
        """An elementary function of the float of this number."""
        return generic(function.name)(self.to_float())

    def apply(self, name: str) -> Any:
        """One of the functions of `numeric.py`."""
        v = self.value
        simple: dict[str, Callable[[], Any]] = {
            "abs": lambda: self.make(abs(v)), "abs2": lambda: self.make(v * v),
            "sign": lambda: type(self)((v > 0) - (v < 0)), "signbit": lambda: v < 0,
            "isnan": lambda: False, "isinf": lambda: False, "isfinite": lambda: True,
            "iszero": lambda: v == 0, "isone": lambda: v == 1, "iseven": lambda: v % 2 == 0,
            "isodd": lambda: v % 2 == 1, "ispositive": lambda: v > 0, "isnegative": lambda: v < 0,
        }  # fmt: skip
        return simple[name]() if name in simple else no_method(name, self)

    def __index__(self) -> int:
        return self.value

    def __repr__(self) -> str:
        return str(self.value)


def _as_float(n: int) -> float:
    try:
        return float(n)
    except OverflowError:
        return math.copysign(math.inf, n)


def _whole(x: Any, target: Any) -> int:
    """The integer a number is, or an `InexactError`."""
    value = x.python_value() if isinstance(x, HostNumber) else x
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, complex):
        value = value.real if value.imag == 0 else None
    if isinstance(value, float) and not math.isfinite(value):
        value = None
    if value is None or value != int(value):
        from .convert import inexact

        raise inexact(str(target), target, x)
    return int(value)


class BigInt(WideInt):
    """An integer of any size."""

    __slots__ = ()
    target = BIGINT


class Int128(WideInt):
    """A signed integer of 128 bits."""

    __slots__ = ()
    target, bits = INT128, 128


class UInt128(WideInt):
    """An unsigned integer of 128 bits."""

    __slots__ = ()
    target, bits, signed = UINT128, 128, False


_CLASSES: dict[Any, type[WideInt]] = {BIGINT: BigInt, INT128: Int128, UINT128: UInt128}


def _register() -> None:
    for target, cls in _CLASSES.items():
        register_class(cls, target)

        @constructor(cls.__name__)
        def build(wanted: Any, x: Any) -> Any:
            if isinstance(x, str):
                return generic("parse")(wanted, x)
            return WideInt.of(wanted, x)

        del build
    install(WideInt)
    for cls in _CLASSES.values():
        cls.__hash__ = lambda self: hash(self.value)  # type: ignore[method-assign,assignment]


_register()
