"""What Base does for the program's own number types: promotion, and everything that follows from
`+ - * / < ==` and `convert`."""

from __future__ import annotations

from typing import Any

from .dispatch import GenericFunction, base, generic
from .exceptions import ErrorException, MethodError
from .instances import NumberStruct
from .subtype import issubtype
from .typeof import isa, typeof
from .types import DataType, unwrap
from .types_base import names

__all__: list[str] = []

_NUMBER, _REAL, _INTEGER = names["Number"], names["Real"], names["Integer"]
_convert, _eq, _lt, _zero, _one = (generic(n) for n in ("convert", "==", "<", "zero", "one"))


def _text(julia: Any) -> str:
    return str(generic("string")(julia))


def _promoted(function: GenericFunction, what: str, fallback: Any = None) -> Any:
    """The implementation that promotes its two arguments and calls the function again."""

    def call(*args: Any) -> Any:
        if len(args) != 2 or not all(isa(arg, _NUMBER) for arg in args):
            if len(args) > 2 and what in ("+", "*", "&", "|", "xor"):
                result = args[0]
                for arg in args[1:]:
                    result = function(result, arg)
                return result
            raise MethodError(function, args)
        x, y = args
        if typeof(x) is typeof(y):
            if fallback is not None:
                return fallback(x, y)
            raise ErrorException(f"{what} not defined for {_text(typeof(x))}")
        return function(*generic("promote")(x, y))

    return call


def _egal(x: Any, y: Any) -> bool:
    return bool(generic("===")(x, y))


for _name in ("+", "*", "/", "-", "&", "|", "xor", "div", "rem", "mod", "fld", "//"):
    base(_name, NumberStruct, at=(0, 1))(_promoted(generic(_name), _name))
base("==", NumberStruct, at=(0, 1))(
    lambda x, y: _promoted_equal(x, y) if isa(x, _NUMBER) and isa(y, _NUMBER) else False
)


def _promoted_equal(x: Any, y: Any) -> Any:
    if typeof(x) is typeof(y):
        return _egal(x, y)
    try:
        a, b = generic("promote")(x, y)
    except (ErrorException, MethodError):
        return False
    if typeof(a) is typeof(x) and typeof(b) is typeof(y):
        return False
    return _eq(a, b)


@base("<=", NumberStruct, at=(0, 1))
def _(x: Any, y: Any) -> Any:
    if typeof(x) is not typeof(y) and isa(x, _REAL) and isa(y, _REAL):
        return generic("<=")(*generic("promote")(x, y))
    return generic("|")(_lt(x, y), _eq(x, y))


@base("<", NumberStruct, at=(0, 1))
def _(x: Any, y: Any) -> Any:
    if isa(x, _REAL) and isa(y, _REAL):
        return _promoted(_lt, "<")(x, y)
    return generic("isless")(x, y)


@base("isless", NumberStruct, at=(0, 1))
def _(x: Any, y: Any) -> Any:
    if isa(x, _REAL) and isa(y, _REAL):
        return _lt(x, y)
    raise MethodError(generic("isless"), (x, y))


base(">", NumberStruct, at=(0, 1))(lambda x, y: _lt(y, x))
base(">=", NumberStruct, at=(0, 1))(lambda x, y: generic("<=")(y, x))
base("isequal", NumberStruct, at=(0, 1))(lambda x, y: _eq(x, y))
base("\\", NumberStruct, at=(0, 1))(lambda x, y: generic("/")(y, x))


def _smaller(x: Any, y: Any) -> Any:
    if isa(x, _REAL) and isa(y, _REAL) and typeof(x) is not typeof(y):
        x, y = generic("promote")(x, y)
    return y if generic("isless")(y, x) else x


def _larger(x: Any, y: Any) -> Any:
    if isa(x, _REAL) and isa(y, _REAL) and typeof(x) is not typeof(y):
        x, y = generic("promote")(x, y)
    return x if generic("isless")(y, x) else y


base("min", NumberStruct, at=(0, 1))(_smaller)
base("max", NumberStruct, at=(0, 1))(_larger)


@base("clamp", NumberStruct, at=(0, 1, 2))
def _(x: Any, low: Any, high: Any) -> Any:
    target = generic("promote_type")(typeof(x), typeof(low), typeof(high))
    if generic(">")(x, high):
        return _convert(target, high)
    return _convert(target, low if _lt(x, low) else x)


base("minmax", NumberStruct, at=(0, 1))(lambda x, y: (_smaller(x, y), _larger(x, y)))


@base("^", NumberStruct)
def _(x: Any, n: Any) -> Any:
    """Repeated multiplication, by squaring in Base's order."""
    if not isa(n, _INTEGER):
        if typeof(x) is typeof(n):
            raise ErrorException(f"^ not defined for {_text(typeof(x))}")
        return generic("^")(*generic("promote")(x, n))
    return power_by_squaring(x, int(generic("convert")(names["Int64"], n)))


def power_by_squaring(x: Any, p: int) -> Any:
    """`x^p` for an integer p, with the products in the order in which Julia takes them."""
    times = generic("*")
    if p == 1:
        return generic("copy")(x)
    if p == 0:
        return _one(x)
    if p == 2:
        return times(x, x)
    if p < 0:
        return power_by_squaring(generic("inv")(x), -p)
    zeros = (p & -p).bit_length()
    p >>= zeros
    while zeros - 1 > 0:
        zeros -= 1
        x = times(x, x)
    y = x
    while p > 0:
        zeros = (p & -p).bit_length()
        p >>= zeros
        while zeros > 0:
            zeros -= 1
            x = times(x, x)
        y = times(y, x)
    return y


@base("^", NumberStruct, at=1)
def _(x: Any, n: Any) -> Any:
    if typeof(x) is typeof(n):
        raise ErrorException(f"^ not defined for {_text(typeof(x))}")
    return generic("^")(*generic("promote")(x, n))


base("literal_pow", NumberStruct, at=1)(lambda f, x, p: f(x, p))


@base("-", NumberStruct)
def _minus(*args: Any) -> Any:
    if len(args) == 1:
        raise MethodError(generic("-"), args)
    return _promoted(generic("-"), "-")(*args)


@base("+", NumberStruct)
def _plus(*args: Any) -> Any:
    if len(args) == 1:
        return args[0]
    return _promoted(generic("+"), "+")(*args)


@base("*", NumberStruct)
def _times(*args: Any) -> Any:
    if len(args) == 1:
        return args[0]
    return _promoted(generic("*"), "*")(*args)


# ------------------------------------------------------------------------------------- one argument

base("zero", NumberStruct)(lambda x: _convert(typeof(x), _zero(typeof(x))))
base("one", NumberStruct)(lambda x: _one(typeof(x)))
base("oneunit", NumberStruct)(lambda x: _one(typeof(x)))
base("iszero", NumberStruct)(lambda x: _eq(x, _zero(x)))
base("isone", NumberStruct)(lambda x: _eq(x, _one(x)))
base("copy", NumberStruct)(lambda x: x)
base("deepcopy", NumberStruct)(lambda x: x)
base("inv", NumberStruct)(lambda x: generic("/")(_one(x), x))
base("adjoint", NumberStruct)(lambda x: generic("conj")(x))
base("transpose", NumberStruct)(lambda x: x)
base("length", NumberStruct)(lambda x: 1)
base("size", NumberStruct)(lambda x, *d: 1 if d else ())
base("ndims", NumberStruct)(lambda x: 0)
base("eltype", NumberStruct)(lambda x: typeof(x))
base("iterate", NumberStruct)(lambda x, *state: None if state else (x, None))
base("isempty", NumberStruct)(lambda x: False)
base("first", NumberStruct)(lambda x: x)
base("last", NumberStruct)(lambda x: x)
base("collect", NumberStruct)(lambda x: generic("fill")(x))
base("broadcastable", NumberStruct)(lambda x: x)
base("isreal", NumberStruct)(lambda x: isa(x, _REAL) or generic("iszero")(generic("imag")(x)))
base("isinteger", NumberStruct)(lambda x: isa(x, _INTEGER))
base("isfinite", NumberStruct)(lambda x: isa(x, _INTEGER) or not generic("isinf")(x))
base("isnan", NumberStruct)(lambda x: False)
base("sign", NumberStruct)(lambda x: _sign(x))
base("signbit", NumberStruct)(lambda x: _lt(x, 0))
base("abs2", NumberStruct)(lambda x: generic("*")(x, x))
base("muladd", NumberStruct)(lambda x, y, z: generic("+")(generic("*")(x, y), z))
base("fma", NumberStruct)(lambda x, y, z: generic("+")(generic("*")(x, y), z))


def _real_only(name: str, compute: Any) -> None:
    function = generic(name)

    def call(x: Any, *rest: Any) -> Any:
        if not isa(x, _REAL):
            raise MethodError(function, (x, *rest))
        return compute(x, *rest)

    base(name, NumberStruct)(call)


def _sign(x: Any) -> Any:
    if generic("iszero")(x):
        return x
    return generic("/")(x, generic("abs")(x))


_real_only("real", lambda x: x)
_real_only("imag", lambda x: _zero(x))
_real_only("conj", lambda x: x)
_real_only("abs", lambda x: generic("-")(x) if generic("signbit")(x) else x)


def _iseven(x: Any) -> Any:
    return generic("iszero")(generic("rem")(x, 2))


base("iseven", NumberStruct)(_iseven)
base("isodd", NumberStruct)(lambda x: not generic("iseven")(x))
base("divrem", NumberStruct, at=(0, 1))(lambda x, y: (generic("div")(x, y), generic("rem")(x, y)))


@base("float", NumberStruct)
def _(x: Any) -> Any:
    if isa(x, _INTEGER):
        return generic("AbstractFloat")(x)
    raise MethodError(generic("float"), (x,))


# ------------------------------------------------------------------------------- of the type itself


def install_type_constants() -> None:
    """Let `zero(T)`, `one(T)` of a program's number types be `convert(T, 0)`, `convert(T, 1)`.

    For Base's own types they stay what they are; so this runs when all of Base is loaded.
    """
    for name, value in (("zero", 0), ("one", 1), ("oneunit", 1)):
        function = generic(name)
        before = function.native((_NUMBER,))
        call = _constant_of_type(function, value, before)
        base(name, *_KINDS)(call)
    for name, position in (("typemin", 0), ("typemax", -1)):
        function = generic(name)
        base(name, *_KINDS)(_member_of_enum(position, function.native((_NUMBER,))))


_KINDS = (type(_NUMBER), type(names["Complex"]))


def _member_of_enum(position: int, before: Any) -> Any:
    from .enums import members_of

    def call(t: Any) -> Any:
        members = members_of(t)
        return members[position] if members else before(t)

    return call


def _constant_of_type(function: GenericFunction, value: int, before: Any) -> Any:
    def call(t: Any) -> Any:
        body = unwrap(t)
        own = isinstance(body, DataType) and body.name.python_class is not None
        if own and issubtype(t, _NUMBER):
            return _convert(t, value)
        if before is None:
            raise MethodError(function, (t,))
        return before(t)

    return call
