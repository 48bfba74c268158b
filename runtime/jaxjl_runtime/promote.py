"""Promotion and conversion: `promote_type promote_rule promote convert oftype typeassert`."""

from __future__ import annotations

from typing import Any

from .dispatch import base, fast, generic
from .exceptions import ErrorException, MethodError, TypeError_
from .subtype import issubtype
from .symbols import Symbol
from .typejoin import promote_typejoin, typejoin
from .typeof import fixed_type, isa, typeof
from .types import (
    ANY,
    BOTTOM,
    TUPLE_NAME,
    DataType,
    JuliaType,
    Union,
    make_union,
    type_of_type,
    unwrap,
)
from .types_base import names

__all__ = ["convert", "promote", "promote_type"]

_BITS = {
    names[n]: bits
    for n, bits in [
        ("Int8", 8), ("Int16", 16), ("Int32", 32), ("Int64", 64), ("Int128", 128),
        ("UInt8", 8), ("UInt16", 16), ("UInt32", 32), ("UInt64", 64), ("UInt128", 128),
    ]
}  # fmt: skip
_FLOATS = {names["Float16"]: 1, names["Float32"]: 2, names["Float64"]: 3, names["BigFloat"]: 4}
_BOOL, _BIGINT, _BIGFLOAT = names["Bool"], names["BigInt"], names["BigFloat"]
_FLOAT64, _NUMBER, _REAL, _INTEGER = (names[n] for n in ("Float64", "Number", "Real", "Integer"))
_NOTHING, _MISSING = names["Nothing"], names["Missing"]


def _name(julia: Any) -> str:
    return julia.name.name if isinstance(julia, DataType) else ""


# --------------------------------------------------------------------------------------- the rules


@base("promote_rule")
def _(a: Any, b: Any) -> Any:
    """The type that values of types `a` and `b` convert to, or `Union{}` where no rule is known."""
    if not isinstance(a, JuliaType) or not isinstance(b, JuliaType):
        raise MethodError(generic("promote_rule"), (a, b))
    if isinstance(a, Union) and a is not BOTTOM:
        return _of_union(a, b)
    if not isinstance(a, DataType) or not isinstance(b, DataType):
        return BOTTOM
    if a is _NOTHING or a is _MISSING:
        return BOTTOM if b is ANY else make_union(a, b)
    if a in _BITS or a is _BOOL:
        return _of_integer(a, b)
    if a in _FLOATS:
        return _of_float(a, b)
    handler = _BY_NAME.get(_name(a))
    return handler(a, b) if handler is not None else BOTTOM


def _of_union(a: Union, b: Any) -> Any:
    extra = [m for m in (_NOTHING, _MISSING) if m in a.members]
    if not extra:
        return BOTTOM
    rest = make_union(*[m for m in a.members if m not in extra])
    return make_union(promote_type(rest, b), *extra)


def _of_integer(a: DataType, b: DataType) -> Any:
    if a is _BOOL:
        return b if issubtype(b, _NUMBER) and not isinstance(b, Union) and b.concrete else BOTTOM
    other = _BITS.get(b)
    if other is None:
        return BOTTOM
    if _BITS[a] != other:
        return a if _BITS[a] > other else b
    return a if _name(a).startswith("U") else b


def _of_float(a: DataType, b: DataType) -> Any:
    if b in _FLOATS:
        return a if _FLOATS[a] >= _FLOATS[b] else b
    if b in _BITS or b is _BOOL:
        return a
    if b is _BIGINT:
        return _BIGFLOAT
    if _name(b) == "Rational":
        return promote_type(a, b.parameters[0])
    return BOTTOM


def _of_bigint(a: DataType, b: DataType) -> Any:
    return a if b in _BITS or b is _BOOL else BOTTOM


def _of_irrational(a: DataType, b: DataType) -> Any:
    if _name(b) == "Irrational":
        return _FLOAT64
    if _name(b) in ("Float16", "Float32"):
        return b
    return promote_type(_FLOAT64, b) if issubtype(b, _REAL) else BOTTOM


def _of_rational(a: DataType, b: DataType) -> Any:
    (part,) = a.parameters
    if _name(b) == "Rational":
        return names["Rational"][promote_type(part, b.parameters[0])]
    if issubtype(b, _INTEGER):
        return names["Rational"][promote_type(part, b)]
    if b in _FLOATS:
        return promote_type(part, b)
    return BOTTOM


def _of_complex(a: DataType, b: DataType) -> Any:
    (part,) = a.parameters
    if _name(b) == "Complex":
        return names["Complex"][promote_type(part, b.parameters[0])]
    if issubtype(b, _REAL):
        return names["Complex"][promote_type(part, b)]
    return BOTTOM


def _of_array(a: DataType, b: DataType) -> Any:
    if b.name is not a.name or a.parameters[1:] != b.parameters[1:]:
        return BOTTOM
    element = promote_type(a.parameters[0], b.parameters[0])
    for one in (a, b):
        if one.parameters[0] is element:
            return one
    return typejoin(a, b)


def _of_pair(a: DataType, b: DataType) -> Any:
    if b.name is not a.name:
        return BOTTOM
    parts = [promote_type(p, q) for p, q in zip(a.parameters, b.parameters, strict=True)]
    return names["Pair"][tuple(parts)]


def _of_string(a: DataType, b: DataType) -> Any:
    return a if issubtype(b, names["AbstractString"]) else BOTTOM


def _of_unit_range(a: DataType, b: DataType) -> Any:
    if _name(b) in ("UnitRange", "OneTo"):
        return names["UnitRange"][promote_type(a.parameters[0], b.parameters[0])]
    return BOTTOM


def _of_dict(a: DataType, b: DataType) -> Any:
    return typejoin(a, b) if b.name is a.name else BOTTOM


_BY_NAME = {
    "BigInt": _of_bigint, "Irrational": _of_irrational, "Rational": _of_rational,
    "Complex": _of_complex, "Array": _of_array, "Pair": _of_pair, "String": _of_string,
    "UnitRange": _of_unit_range, "OneTo": _of_unit_range, "Dict": _of_dict,
}  # fmt: skip

_rule = generic("promote_rule")
_types: dict[tuple[Any, Any], Any] = {}


@base("promote_type")
def promote_type(*types: Any) -> Any:
    """The type to which values of these types are promoted."""
    if not types:
        return BOTTOM
    result = types[0]
    for one in types[1:]:
        result = _promote_two(result, one)
    return result


def _promote_two(a: Any, b: Any) -> Any:
    if a is b or b is BOTTOM:
        return a
    if a is BOTTOM:
        return b
    table = _rule.methods
    if table is None:
        found = _types.get((a, b))
        if found is None:
            found = _types[a, b] = _resolve_rules(a, b)
        return found
    return _resolve_rules(a, b)


def _resolve_rules(a: Any, b: Any) -> Any:
    first, second = _rule(a, b), _rule(b, a)
    if first is BOTTOM and second is BOTTOM:
        return typejoin(a, b)
    if first is BOTTOM or second is BOTTOM or first is second:
        return second if first is BOTTOM else first
    return promote_type(first, second)


@base("promote")
def promote(*values: Any) -> Any:
    """The values converted to one type."""
    types = [typeof(value) for value in values]
    target = promote_type(*types)
    if all(t is target for t in types):
        return values
    converted = tuple([convert(target, value) for value in values])
    if len(values) > 1 and len(set(map(id, types))) > 1:
        after = [typeof(value) for value in converted]
        if all(x is y for x, y in zip(types, after, strict=True)):
            listed = " and ".join(map(_text, types))
            raise ErrorException(f"promotion of types {listed} failed to change any arguments")
    return converted


def _text(julia: Any) -> str:
    return str(generic("string")(julia))


# ---------------------------------------------------------------------------------------- convert


def _convert(target: Any, value: Any) -> Any:
    """`value` as a value of the type `target`; a `MethodError` where Julia has no conversion."""
    if isa(value, target):
        return value
    if isinstance(target, Union):
        return _to_union(target, value)
    body = unwrap(target)
    if isinstance(body, DataType):
        if body.name is TUPLE_NAME:
            return _to_tuple(target, value)
        if _constructs(target, body, value):
            made = target(value)
            return made
    raise MethodError(generic("convert"), (target, value))


_PAIRS = [
    ("Number", ("Number", "AbstractChar")), ("AbstractChar", ("Number", "AbstractChar")),
    ("AbstractArray", ("AbstractArray",)), ("AbstractDict", ("AbstractDict",)),
    ("AbstractSet", ("AbstractSet",)), ("AbstractString", ("AbstractString",)),
    ("Pair", ("Pair",)), ("NamedTuple", ("NamedTuple",)), ("Some", ("Some",)),
    ("Period", ("Period",)),
    ("Ref", ("Any",)), ("VersionNumber", ("AbstractString",)), ("CartesianIndex", ("Any",)),
]  # fmt: skip


def _constructs(target: Any, body: DataType, value: Any) -> bool:
    """Whether Base defines `convert` to this type by its constructor, for values of this kind."""
    for kind, sources in _PAIRS:
        if issubtype(target, names[kind]):
            if not any(isa(value, names[source]) for source in sources):
                return False
            return not (
                body.name.kind == "abstract" and kind != "AbstractArray" and kind != "Ref"
            ) or (
                body.name.name in ("AbstractFloat", "Integer", "Signed", "Unsigned", "AbstractDict")
            )
    return False


def _to_union(target: Union, value: Any) -> Any:
    extra = [m for m in (_NOTHING, _MISSING) if m in target.members]
    rest = [m for m in target.members if m not in extra]
    if extra and rest:
        return convert(make_union(*rest), value)
    raise MethodError(generic("convert"), (target, value))


def _to_tuple(target: Any, value: Any) -> Any:
    parameters = list(unwrap(target).parameters)
    if type(value) is tuple and isinstance(target, DataType):
        from .subtype import split_tail

        fixed, tail = split_tail(tuple(parameters))
        missing = len(value) - len(fixed)
        if missing == 0 or (missing > 0 and tail is not None):
            types = [*fixed, *[tail.element if tail else ANY] * missing]
            return tuple([convert(t, v) for t, v in zip(types, value, strict=True)])
    raise MethodError(generic("convert"), (target, value))


convert = base("convert")(_convert)


def _convert_fast(target: Any, value: Any) -> Any:
    """What is of the type already stays as it is, whatever methods there are."""
    if fixed_type(type(value)) is target:
        return value
    return convert.dispatch(target, value)


fast(convert, _convert_fast)


@base("oftype")
def _(x: Any, y: Any) -> Any:
    """`y` converted to the type of `x`."""
    return convert(typeof(x), y)


@base("typeassert", module="Core")
def typeassert(x: Any, julia: Any) -> Any:
    """`x::T`: the value, or a `TypeError`."""
    if not isinstance(julia, JuliaType):
        raise TypeError_(Symbol("typeassert"), "", type_of_type(ANY), julia)
    if not isa(x, julia):
        raise TypeError_(Symbol("typeassert"), "", julia, x)
    return x


generic("typeassert").default = typeassert.default


@base("typejoin")
def _(*types: Any) -> Any:
    """The closest common supertype."""
    return typejoin(*types)


@base("promote_typejoin")
def _(a: Any, b: Any) -> Any:
    return promote_typejoin(a, b)
