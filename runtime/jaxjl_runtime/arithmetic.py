"""Julia's operators on numbers: `+ - * / \\ ÷ % ^`, comparisons, bits and shifts.

Numbers that buffers can hold go through NumPy or `jax.numpy` in the promoted type; numbers of other
kinds bring Python operators. `fast_arithmetic.py` has the commonest cases.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from . import exceptions as exc
from .dispatch import base, fast, generic
from .numbers import (
    BOOL,
    INT64,
    HostNumber,
    JaxNumber,
    compute,
    compute_one,
    device_operand,
    float_dtype,
    number_dtype,
    operand,
    plain,
    promote_dtypes,
    wrap64,
    wrap_to,
)

_LOW, _HIGH = -(1 << 63), (1 << 63) - 1


def no_method(name: str, *args: Any) -> Any:
    """Never returns: Julia's `MethodError` for a call of Base's function `name`."""
    raise exc.MethodError(generic(name), args)


_REFLECTED = {
    operator.add: "__radd__", operator.sub: "__rsub__", operator.mul: "__rmul__",
    operator.truediv: "__rtruediv__", operator.pow: "__rpow__", operator.and_: "__rand__",
    operator.or_: "__ror__", operator.xor: "__rxor__", operator.lt: "__gt__", operator.le: "__ge__",
    operator.eq: "__eq__",
}  # fmt: skip


def exact_result(name: str, python: Callable[..., Any], a: Any, b: Any) -> Any:
    """An operator on two numbers of which one is of a class of its own."""
    if isinstance(a, HostNumber):
        result = python(a, b)
    elif python in _REFLECTED:
        result = getattr(b, _REFLECTED[python])(a)
    else:
        result = python(a, b)
    return no_method(name, a, b) if result is NotImplemented else result


def outside(name: str, python: Callable[..., Any], a: Any, b: Any) -> Any:
    """An operator on values of which one is no buffer number: its class's own operator, else
    promotion."""
    if isinstance(a, HostNumber) or isinstance(b, HostNumber):
        for_a, for_b = number_dtype(a) is not None, number_dtype(b) is not None
        if (isinstance(a, HostNumber) or for_a) and (isinstance(b, HostNumber) or for_b):
            return exact_result(name, python, a, b)
    promoted = generic("_promoted_operands")(a, b)
    if promoted is None:
        return no_method(name, a, b)
    return generic(name)(*promoted)


def _lanes(a: Any, b: Any) -> bool:
    return isinstance(a, JaxNumber) or isinstance(b, JaxNumber)


# ------------------------------------------------------------------------------------------ + - * /


def _more(name: str, first: Any, rest: tuple[Any, ...]) -> Any:
    function = generic(name)
    for x in rest:
        first = function(first, x)
    return first


@base("+")
def add(*args: Any) -> Any:
    """`x + y + …`."""
    if len(args) != 2:
        if not args:
            return no_method("+")
        if len(args) == 1:
            return pos(args[0])
        return _more("+", generic("+")(args[0], args[1]), args[2:])
    a, b = args
    da, db = number_dtype(a), number_dtype(b)
    if da is None or db is None:
        return outside("+", operator.add, a, b)
    if da is INT64 and db is INT64 and type(a) is not JaxNumber and type(b) is not JaxNumber:
        return wrap64(int(a) + int(b))
    if da.kind in "iu" and db.kind in "iu" and not _lanes(a, b):
        return wrap_to(int(a) + int(b), promote_dtypes(da, db))
    if da.kind == "c" or db.kind == "c":
        return _complex_sum(operator.add, a, b, da, db)
    dtype = promote_dtypes(da, db)
    return compute(_add, a, b, INT64 if dtype is BOOL else dtype)


def _add(xp: Any, x: Any, y: Any) -> Any:
    return x + y


def _complex_sum(op: Any, a: Any, b: Any, da: np.dtype, db: np.dtype) -> Any:
    result = compute(lambda xp, x, y: op(x, y), a, b, promote_dtypes(da, db))
    if isinstance(result, JaxNumber) or da.kind == db.kind:
        return result
    # a real operand leaves the imaginary part alone, the sign of its zero too
    imag = a.imag if da.kind == "c" else (b.imag if op is operator.add else -b.imag)
    return type(result)(complex(result.real, imag))


@base("-")
def sub(*args: Any) -> Any:
    """`x - y`, or `-x`."""
    if len(args) == 1:
        return neg(args[0])
    if len(args) != 2:
        return no_method("-", *args)
    a, b = args
    da, db = number_dtype(a), number_dtype(b)
    if da is None or db is None:
        return outside("-", operator.sub, a, b)
    if da is INT64 and db is INT64 and type(a) is not JaxNumber and type(b) is not JaxNumber:
        return wrap64(int(a) - int(b))
    if da.kind in "iu" and db.kind in "iu" and not _lanes(a, b):
        return wrap_to(int(a) - int(b), promote_dtypes(da, db))
    if da.kind == "c" or db.kind == "c":
        return _complex_sum(operator.sub, a, b, da, db)
    dtype = promote_dtypes(da, db)
    return compute(_sub, a, b, INT64 if dtype is BOOL else dtype)


def _sub(xp: Any, x: Any, y: Any) -> Any:
    return x - y


@base("*")
def mul(*args: Any) -> Any:
    """`x * y * …`."""
    if len(args) != 2:
        if len(args) < 2:
            return args[0] if args else no_method("*")
        return _more("*", generic("*")(args[0], args[1]), args[2:])
    a, b = args
    da, db = number_dtype(a), number_dtype(b)
    if da is None or db is None:
        return outside("*", operator.mul, a, b)
    if da is INT64 and db is INT64 and type(a) is not JaxNumber and type(b) is not JaxNumber:
        return wrap64(int(a) * int(b))
    if da.kind in "iu" and db.kind in "iu" and not _lanes(a, b):
        return wrap_to(int(a) * int(b), promote_dtypes(da, db))
    dtype = promote_dtypes(da, db)
    if dtype is BOOL:
        return compute(lambda xp, x, y: x & y, a, b, BOOL)
    if dtype.kind == "c" and da.kind != db.kind:
        return _scaled(operator.mul, a, b, da, dtype)
    if dtype.kind == "f" and BOOL in (da, db):
        return _strong_zero(a, b, da, dtype)
    return compute(_mul, a, b, dtype)


def _mul(xp: Any, x: Any, y: Any) -> Any:
    return x * y


def _strong_zero(a: Any, b: Any, da: np.dtype, dtype: np.dtype) -> Any:
    """Bool times a float: `false * NaN` is 0.0."""
    if da is not BOOL:
        a, b = b, a

    def function(xp: Any, flag: Any, y: Any) -> Any:
        return xp.where(flag != 0, y, xp.copysign(xp.zeros_like(y), y))

    result = compute(function, a, b, dtype)
    return result if isinstance(result, (JaxNumber, float, np.generic)) else plain(result[()])


def _scaled(op: Any, a: Any, b: Any, da: np.dtype, dtype: np.dtype) -> Any:
    """A complex number times or divided by a real one: part by part."""

    def function(xp: Any, x: Any, y: Any) -> Any:
        z, r = (x, y.real) if da.kind == "c" else (y, x.real)
        if xp is np and not np.ndim(x) and not np.ndim(y):
            return dtype.type(complex(op(z.real, r), op(z.imag, r)))
        if xp is jnp:
            return jax.lax.complex(*jnp.broadcast_arrays(op(z.real, r), op(z.imag, r)))
        return op(z.real, r) + 1j * op(z.imag, r).astype(dtype)

    return compute(function, a, b, dtype)


@base("/")
def truediv(*args: Any) -> Any:
    """`x / y`: a float also for integers, by IEEE 754."""
    if len(args) != 2:
        return no_method("/", *args)
    a, b = args
    da, db = number_dtype(a), number_dtype(b)
    if da is None or db is None:
        return outside("/", operator.truediv, a, b)
    dtype = float_dtype(promote_dtypes(da, db))
    if dtype.kind == "c":
        if db.kind != "c":
            return _scaled(operator.truediv, a, b, da, dtype)
        if not isinstance(a, JaxNumber) and not isinstance(b, JaxNumber):
            from .complex import divide

            return plain(dtype.type(divide(complex(a), complex(b), dtype)))
    return compute(_truediv, a, b, dtype)


def _truediv(xp: Any, x: Any, y: Any) -> Any:
    return x / y


@base("\\")
def ldiv(a: Any, b: Any) -> Any:
    """`x \\ y`: `y / x`."""
    if number_dtype(a) is not None or isinstance(a, HostNumber):
        return generic("/")(b, a)
    return no_method("\\", a, b)


def neg(a: Any) -> Any:
    """`-x`."""
    da = number_dtype(a)
    if da is None:
        return -a if isinstance(a, HostNumber) else generic("-")(a)
    if da is INT64 and not isinstance(a, JaxNumber):
        return wrap64(-int(a))
    return compute_one(lambda xp, x: -x, a, INT64 if da is BOOL else da)


def pos(a: Any) -> Any:
    """`+x`: `x`, an Int64 for a Bool."""
    if isinstance(a, HostNumber):
        return +a
    da = number_dtype(a)
    if da is None:
        return generic("+")(a) if not isinstance(a, (str, tuple, type(None))) else no_method("+", a)
    return compute_one(lambda xp, x: x, a, INT64) if da is BOOL else a


# -------------------------------------------------------------------------------------- comparisons


def _integer_order(op: Any) -> Callable[..., Any]:
    """A comparison of lanes that is exact when one side is signed and the other unsigned, or one a
    float."""

    def function(a: Any, b: Any, da: np.dtype, db: np.dtype) -> Any:
        if (da.kind == "i" and db.kind == "u") or (da.kind == "u" and db.kind == "i"):
            signed_first = da.kind == "i"
            signed = a if signed_first else b
            negative = compute(lambda xp, x, y: x < y, signed, 0, da if signed_first else db)
            dtype = promote_dtypes(da, db)
            if dtype.kind == "i":
                return compute(lambda xp, x, y: op(x, y), a, b, dtype)
            same = compute(lambda xp, x, y: op(x, y), a, b, dtype)
            apart = op(-1, 0) if signed_first else op(0, -1)
            return compute(lambda xp, n, s: xp.where(n, xp.asarray(apart), s), negative, same, BOOL)
        return compute(lambda xp, x, y: op(x, y), a, b, promote_dtypes(da, db))

    return function


def host_value(x: Any) -> Any:
    """A host number as exactly a `bool`, `int`, `float` or `complex`."""
    if isinstance(x, np.generic):
        return x.item()
    for cls in (bool, int, float, complex):
        if isinstance(x, cls):
            return x if type(x) is cls else cls(x)
    return x


def comparison(name: str, op: Any, fallback: Callable[[Any, Any], Any]) -> Callable[..., Any]:
    """The default of one of `== < <=` as a two-argument function."""
    lanes = _integer_order(op)

    def compare(a: Any, b: Any) -> Any:
        da, db = number_dtype(a), number_dtype(b)
        if da is None or db is None:
            return fallback(a, b)
        if isinstance(a, JaxNumber) or isinstance(b, JaxNumber):
            return lanes(a, b, da, db)
        return bool(op(host_value(a), host_value(b)))

    compare.__name__ = name
    return compare


def _other_eq(a: Any, b: Any) -> Any:
    if isinstance(a, HostNumber) or isinstance(b, HostNumber):
        numeric = (HostNumber, bool, int, float, complex, np.generic, JaxNumber)
        if isinstance(a, numeric) and isinstance(b, numeric):
            return exact_result("==", operator.eq, a, b)
    promoted = generic("_promoted_operands")(a, b)
    if promoted is not None:
        return generic("==")(*promoted)
    return generic("===")(a, b)


def _other_lt(a: Any, b: Any) -> Any:
    if isinstance(a, HostNumber) or isinstance(b, HostNumber):
        return outside("<", operator.lt, a, b)
    if type(a) is str and type(b) is str:
        return generic("isless")(a, b)
    promoted = generic("_promoted_operands")(a, b)
    if promoted is not None:
        return generic("<")(*promoted)
    return generic("isless")(a, b)


def _other_le(a: Any, b: Any) -> Any:
    if isinstance(a, HostNumber) or isinstance(b, HostNumber):
        return outside("<=", operator.le, a, b)
    less = generic("<")(a, b)
    return generic("or_")(less, lambda: generic("==")(a, b)) if less is not True else True


_eq = comparison("eq", operator.eq, _other_eq)
_lt = comparison("lt", operator.lt, _other_lt)
_le = comparison("le", operator.le, _other_le)


@base("==")
def eq(*args: Any) -> Any:
    """`x == y`."""
    if len(args) == 1:
        return lambda y: generic("==")(y, args[0])
    return _eq(*args)


@base("!=")
def ne(*args: Any) -> Any:
    """`x != y`: the negation of `==`."""
    if len(args) == 1:
        return lambda y: generic("!=")(y, args[0])
    return generic("!")(generic("==")(*args))


@base("<")
def lt(*args: Any) -> Any:
    """`x < y`."""
    if len(args) == 1:
        return lambda y: generic("<")(y, args[0])
    return _lt(*args)


@base("<=")
def le(*args: Any) -> Any:
    """`x <= y`."""
    if len(args) == 1:
        return lambda y: generic("<=")(y, args[0])
    return _le(*args)


@base(">")
def gt(*args: Any) -> Any:
    """`x > y`: `y < x`."""
    if len(args) == 1:
        return lambda y: generic("<")(args[0], y)
    return generic("<")(args[1], args[0])


@base(">=")
def ge(*args: Any) -> Any:
    """`x >= y`: `y <= x`."""
    if len(args) == 1:
        return lambda y: generic("<=")(args[0], y)
    return generic("<=")(args[1], args[0])


# --------------------------------------------------------------------------------------------- bits


def _bits(name: str, op: Any) -> Any:
    def bitwise(*args: Any) -> Any:
        if len(args) != 2:
            if len(args) < 2:
                return args[0] if args else no_method(name)
            return _more(name, generic(name)(args[0], args[1]), args[2:])
        a, b = args
        da, db = number_dtype(a), number_dtype(b)
        if da is None or db is None:
            return outside(name, op, a, b)
        dtype = promote_dtypes(da, db)
        if dtype.kind not in "biu":
            return no_method(name, a, b)
        if not _lanes(a, b):
            if dtype is BOOL:
                return bool(op(bool(a), bool(b)))
            return wrap_to(op(int(a), int(b)), dtype)
        return compute(lambda xp, x, y: op(x, y), a, b, dtype)

    bitwise.__doc__ = f"`x {name} y` of integers or Bools."
    function = base(name)(bitwise)
    dispatch = function.dispatch

    def quick(*args: Any) -> Any:
        if len(args) == 2:
            a, b = args
            if type(a) is type(b) and (type(a) is int or type(a) is bool):
                return op(a, b)
        return dispatch(*args)

    fast(function, quick)
    return function


bitand = _bits("&", operator.and_)
bitor = _bits("|", operator.or_)
xor = _bits("xor", operator.xor)


@base("~")
def invert(a: Any) -> Any:
    """`~x`: every bit turned over; `!x` of a Bool."""
    da = number_dtype(a)
    if da is None:
        return ~a if isinstance(a, HostNumber) else no_method("~", a)
    if da.kind not in "biu":
        return no_method("~", a)
    return compute_one(lambda xp, x: ~x, a, da)


@base("!")
def not_(a: Any) -> Any:
    """`!x` of a Bool, or the negation of a predicate."""
    if isinstance(a, bool):
        return not a
    if number_dtype(a) is BOOL:
        return compute_one(lambda xp, x: ~x, a, BOOL)
    if callable(a) and not isinstance(a, type):
        return lambda *args, **kw: generic("!")(a(*args, **kw))
    return no_method("!", a)


@base("nand")
def nand(*args: Any) -> Any:
    """`~(x & y & …)`."""
    return generic("~")(generic("&")(*args))


@base("nor")
def nor(*args: Any) -> Any:
    """`~(x | y | …)`."""
    return generic("~")(generic("|")(*args))


def _shift(name: str, kind: str) -> Any:
    reverse = {"left": "right", "right": "left", "logical": "left"}[kind]

    def host(value: int, count: int, dtype: np.dtype) -> Any:
        bits = dtype.itemsize * 8
        if count < 0:
            return _HOST_SHIFTS[reverse](value, -count, dtype)
        if kind == "left":
            return wrap_to(value << count, dtype) if count < bits else wrap_to(0, dtype)
        if kind == "logical":
            value &= (1 << bits) - 1
        return wrap_to(value >> min(count, bits), dtype)

    def shift(a: Any, b: Any) -> Any:
        da, db = number_dtype(a), number_dtype(b)
        if da is None or db is None:
            return outside(name, _PYTHON_SHIFTS[kind], a, b)
        if da.kind not in "biu" or db.kind not in "biu":
            return no_method(name, a, b)
        dtype = INT64 if da is BOOL else da
        if isinstance(a, JaxNumber) or isinstance(b, JaxNumber):
            return _lane_shift(kind, a, b, dtype)
        return host(int(a), int(b), dtype)

    _HOST_SHIFTS[kind] = host
    shift.__doc__ = f"`x {name} n`; a negative count shifts the other way."
    return base(name)(shift)


_HOST_SHIFTS: dict[str, Callable[..., Any]] = {}
_PYTHON_SHIFTS = {"left": operator.lshift, "right": operator.rshift, "logical": operator.rshift}


def _lane_shift(kind: str, a: Any, b: Any, dtype: np.dtype) -> Any:
    bits = dtype.itemsize * 8
    count = compute_one(lambda xp, x: x, b, INT64)
    unsigned = np.dtype(f"u{dtype.itemsize}")
    amount = compute(lambda xp, n, top: xp.minimum(abs(n), top), count, bits - 1, INT64)
    emptied = compute(lambda xp, n, top: abs(n) >= top, count, bits, INT64)
    value = compute_one(lambda xp, x: x, a, dtype)

    def left(xp: Any, x: Any, n: Any) -> Any:
        return x << n

    def right(xp: Any, x: Any, n: Any) -> Any:
        return x >> n

    lefts = compute(left, value, amount, dtype)
    zero = compute(lambda xp, e, x: xp.where(e != 0, xp.zeros_like(x), x), emptied, lefts, dtype)
    if kind == "logical":
        raw = compute(right, compute_one(lambda xp, x: x, value, unsigned), amount, unsigned)
        shifted = compute(
            lambda xp, e, x: xp.where(e != 0, xp.zeros_like(x), x), emptied, raw, dtype
        )
    else:
        shifted = compute(right, value, amount, dtype)
        if dtype.kind == "u":
            shifted = compute(
                lambda xp, e, x: xp.where(e != 0, xp.zeros_like(x), x), emptied, shifted, dtype
            )
    first, second = (zero, shifted) if kind == "left" else (shifted, zero)
    negative = compute(lambda xp, n, z: n < z, count, 0, INT64)
    return select(negative, second, first)


lshift = _shift("<<", "left")
rshift = _shift(">>", "right")
urshift = _shift(">>>", "logical")


def select(test: Any, a: Any, b: Any) -> Any:
    """`a` where `test`, else `b`, lane by lane, in the promoted type of the two."""
    dtype = promote_dtypes(number_dtype(a), number_dtype(b))
    flag = test.buffer if isinstance(test, JaxNumber) else test
    if isinstance(flag, jax.Array) or any(
        isinstance(x, JaxNumber) and isinstance(x.buffer, jax.Array) for x in (a, b)
    ):
        dtype = jax.dtypes.canonicalize_dtype(dtype)
        x, y = (device_operand(v.buffer if isinstance(v, JaxNumber) else v, dtype) for v in (a, b))
        return JaxNumber(jnp.where(device_operand(flag, BOOL), x, y))
    return JaxNumber(np.where(flag, operand(a, dtype), operand(b, dtype)))
