"""Questions about types, functions and values: `typeof isa supertype fieldnames methods which
…`."""

from __future__ import annotations

from typing import Any

from .dispatch import base, generic
from .exceptions import ArgumentError, ErrorException, MethodError, TypeError_
from .instances import MutableStruct, Struct, field_value, has_field
from .names import demangle, mangle
from .subtype import issubtype, sametype
from .symbols import Symbol
from .typeof import isa, typeof
from .types import (
    ANY,
    BOTTOM,
    TYPE,
    DataType,
    JuliaType,
    TypeVar,
    Union,
    UnionAll,
    Vararg,
    free_variables,
    make_tuple,
    make_union,
    substitute,
    unwrap,
)
from .types_base import names

__all__: list[str] = []

base("typeof", module="Base")(typeof)
base("isa")(isa)
base("<:")(lambda a, b: _checked(a, "<:") and _checked(b, "<:") and issubtype(a, b))
base(">:")(lambda a, b: issubtype(b, a))
base("issubtype")(issubtype)


def _checked(part: Any, name: str) -> bool:
    if not isinstance(part, JuliaType | TypeVar):
        raise TypeError_(Symbol(name), "", TYPE, part)
    return True


def _datatype(part: Any, function: str) -> DataType:
    body = unwrap(part)
    if not isinstance(body, DataType):
        raise MethodError(generic(function), (part,))
    return body


@base("supertype")
def _(t: Any) -> Any:
    """The type declared after `<:`."""
    body = _datatype(t, "supertype")
    made = body.supertype
    node = t
    variables = []
    while isinstance(node, UnionAll):
        variables.append(node.var)
        node = node.body
    from .types import rewrap_variables

    return rewrap_variables(made, tuple(variables))


@base("supertypes")
def _(t: Any) -> Any:
    """The tuple of a type and all above it."""
    found = [t]
    while found[-1] is not ANY:
        found.append(generic("supertype")(found[-1]))
    return tuple(found)


@base("subtypes")
def subtypes(t: Any) -> Any:
    """The direct subtypes, in the order of their names."""
    name = _datatype(t, "subtypes").name
    found = [one.wrapper for one in name.subtypes]
    found.sort(key=lambda one: unwrap(one).name.name)
    from .containers import array_of

    return array_of(found, ANY)


generic("subtypes", "InteractiveUtils").default = subtypes.default


@base("isabstracttype")
def _(t: Any) -> bool:
    body = unwrap(t)
    return isinstance(body, DataType) and body.name.kind == "abstract"


@base("isconcretetype")
def _(t: Any) -> bool:
    return isinstance(t, DataType) and t.concrete


@base("isstructtype")
def _(t: Any) -> bool:
    body = unwrap(t)
    return isinstance(body, DataType) and body.name.kind in ("struct", "mutable", "tuple")


@base("isprimitivetype")
def _(t: Any) -> bool:
    body = unwrap(t)
    return isinstance(body, DataType) and body.name.kind == "primitive"


@base("ismutabletype")
def _(t: Any) -> bool:
    body = unwrap(t)
    return isinstance(body, DataType) and body.name.mutable


@base("ismutable")
def _(x: Any) -> bool:
    return typeof(x).name.mutable


@base("isimmutable")
def _(x: Any) -> bool:
    return not typeof(x).name.mutable


@base("isbitstype")
def isbitstype(t: Any) -> bool:
    """Whether values of a type are plain bits: immutable, without references."""
    if not isinstance(t, DataType) or not t.concrete:
        return False
    name = t.name
    if name.kind == "primitive":
        return name.name not in ("BigInt", "BigFloat")
    if name.kind == "tuple":
        return all(_bits(p) for p in t.parameters)
    if name.name == "NamedTuple":
        return _bits(t.parameters[1])
    return (
        name.kind == "struct" and all(map(_bits, field_types(t))) and not _holds_python(name.name)
    )


_bits = isbitstype


def _holds_python(name: str) -> bool:
    return name in ("SubString", "Regex", "RegexMatch", "SubArray", "Set", "BigFloat")


@base("sizeof", DataType)
def _(t: Any) -> int:
    """The bytes that a value of a type takes: fields in order, each at a multiple of its size."""
    return _layout(t)[0]


def _layout(t: Any) -> tuple[int, int]:
    """Size and alignment."""
    if not isinstance(t, DataType) or t.name.mutable or not _bits(t):
        return 8, 8  # a reference
    if t.name.kind == "primitive":
        return t.name.bits // 8, min(t.name.bits // 8, 8)
    offset, widest = 0, 1
    for field in field_types(t):
        size, alignment = _layout(field)
        offset = -(-offset // alignment) * alignment + size
        widest = max(widest, alignment)
    return -(-offset // widest) * widest, widest


@base("isbits")
def _(x: Any) -> bool:
    return _bits(typeof(x))


@base("issingletontype")
def _(t: Any) -> bool:
    return (
        isinstance(t, DataType)
        and t.concrete
        and t.name.kind == "struct"
        and not t.name.field_names
    )


# ----------------------------------------------------------------------------------------- fields


def field_types(t: DataType) -> tuple[Any, ...]:
    """The types of the fields of a type, its parameters put in."""
    if t.name.kind == "tuple":
        return t.parameters
    if t.name.name == "NamedTuple":
        return t.parameters[1].parameters  # type: ignore[no-any-return]
    values = dict(zip(t.name.variables, t.parameters, strict=True))
    return tuple(substitute(one, values) for one in t.name.field_types)


def field_names_of(t: Any) -> tuple[Any, ...]:
    """The Julia names of the fields of a type: Symbols, or numbers for a tuple."""
    body = unwrap(t)
    if not isinstance(body, DataType):
        raise ArgumentError("type does not have a definite number of fields")
    if body.name.kind == "tuple":
        return tuple(range(1, len(body.parameters) + 1))
    if body.name.kind == "abstract" and body is not TYPE:
        raise ArgumentError("type does not have a definite number of fields")
    if body.name.name == "NamedTuple":
        if not isinstance(body.parameters[0], tuple):
            raise ArgumentError("type does not have a definite number of fields")
        return body.parameters[0]
    return tuple(Symbol(name) for name in body.name.field_names)


base("fieldnames")(lambda t: field_names_of(t))
base("fieldcount")(lambda t: len(field_names_of(t)))
base("nfields")(lambda x: len(field_names_of(typeof(x))))
base("fieldtypes")(lambda t: field_types(_datatype(t, "fieldtypes")))


@base("fieldname")
def _(t: Any, i: int) -> Any:
    return field_names_of(t)[i - 1]


@base("fieldtype")
def _(t: Any, which: Any) -> Any:
    body = _datatype(t, "fieldtype")
    found = field_names_of(t)
    if isinstance(which, Symbol):
        if which not in found:
            raise ErrorException(f"type {generic('string')(t)} has no field {which}")
        return field_types(body)[found.index(which)]
    return field_types(body)[which - 1]


@base("hasfield")
def _(t: Any, name: Symbol) -> bool:
    return name in field_names_of(t)


@base("fieldindex")
def _(t: Any, name: Symbol, raising: bool = True) -> int:
    found = field_names_of(t)
    if name in found:
        return found.index(name) + 1
    if not raising:
        return 0
    raise ErrorException(f"type {generic('string')(t)} has no field {name}")


def _field_python_name(x: Any, name: Any) -> str:
    if isinstance(name, Symbol):
        return mangle(name.name)
    if isinstance(name, str):
        return name
    fields = type(x).julia_fields
    if not 1 <= name <= len(fields):
        from .exceptions import BoundsError

        raise BoundsError(x, name)
    return fields[name - 1]  # type: ignore[no-any-return]


@base("getfield", Struct)
def _(x: Any, name: Any, *_: Any) -> Any:
    """The value of a field."""
    return field_value(x, _field_python_name(x, name))


@base("getproperty", Struct)
def _(x: Any, name: Any) -> Any:
    return field_value(x, _field_python_name(x, name))


@base("setfield!", Struct)
def set_field(x: Any, name: Any, value: Any, *_: Any) -> Any:
    """The value, after the field holds it."""
    return assign_field(x, _field_python_name(x, name), value, convert=False)


@base("setproperty!", Struct)
def _(x: Any, name: Any, value: Any) -> Any:
    return assign_field(x, _field_python_name(x, name), value, convert=True)


def assign_field(x: Any, field: str, value: Any, convert: bool) -> Any:
    """The value, stored into a field; `setproperty!` converts first, `setfield!` does not."""
    from .cell import Box
    from .constructors import field_types_of

    cls = type(x)
    julia = cls.julia_type
    fields = cls.julia_fields
    if field not in fields:
        raise ErrorException(f"type {_type_string(julia)} has no field {demangle(field)}")
    if not isinstance(x, MutableStruct):
        raise ErrorException(_immutable_text(julia, field))
    if demangle(field) in julia.name.const_fields:
        name = demangle(field)
        raise ErrorException(
            f"setfield!: const field .{name} of type {_type_string(julia)} cannot be changed"
        )
    wanted = field_types_of(julia)[fields.index(field)]
    if not isa(value, wanted):
        if not convert:
            raise TypeError_(Symbol("setfield!"), "", wanted, value)
        value = generic("convert")(wanted, value)
    cell = x.__dict__.get(field)
    if cell is None:
        x.__dict__[field] = Box(value)
    else:
        cell.value = value
    return value


def _immutable_text(julia: DataType, field: str) -> str:
    from .config import julia_before

    name = _type_string(julia)
    if julia_before(1, 6):
        return f"setfield! immutable struct of type {julia.name.name} cannot be changed"
    return f"setfield!: immutable struct of type {name} cannot be changed"


def _type_string(julia: Any) -> str:
    return str(generic("string")(julia))


@base("isdefined", Struct)
def _(x: Any, name: Any) -> bool:
    return has_field(x, _field_python_name(x, name))


@base("hasproperty")
def _(x: Any, name: Symbol) -> bool:
    return name in tuple(generic("propertynames")(x))


@base("propertynames")
def _(x: Any, private: bool = False) -> Any:
    return field_names_of(typeof(x))


@base("getfield")
def _(x: Any, name: Any, *_: Any) -> Any:
    if isinstance(x, tuple) and isinstance(name, int):
        return generic("getindex")(x, name)
    if isinstance(name, int):
        name = field_names_of(typeof(x))[name - 1]
    return _attribute(x, name)


@base("getproperty")
def _(x: Any, name: Any) -> Any:
    return _attribute(x, name)


def _attribute(x: Any, name: Any) -> Any:
    text = name.name if isinstance(name, Symbol) else name
    if not isinstance(text, str):
        raise MethodError(generic("getproperty"), (x, name))
    found = getattr(x, text if isinstance(name, str) else mangle(text), _NOTHING)
    if found is _NOTHING and isinstance(x, complex):
        found = {"re": x.real, "im": x.imag}.get(text, _NOTHING)
    if found is _NOTHING:
        raise ErrorException(f"type {typeof(x).name.name} has no field {demangle(text)}")
    return found


_NOTHING = object()


@base("setproperty!")
def _(x: Any, name: Any, value: Any) -> Any:
    text = name.name if isinstance(name, Symbol) else name
    if isinstance(x, tuple | int | float | str | complex):
        raise ErrorException(_immutable_text(typeof(x), text))
    setattr(x, mangle(text), value)
    return value


# -------------------------------------------------------------------------------- names and values


@base("nameof")
def _(x: Any) -> Symbol:
    """The name of a function, type or module."""
    if isinstance(x, JuliaType):
        return Symbol(_datatype(x, "nameof").name.name)
    name = getattr(x, "name", None) or demangle(getattr(x, "__name__", "#anonymous"))
    return Symbol("#anonymous" if name == "<lambda>" else name)


@base("parentmodule")
def _(x: Any, *_: Any) -> Any:
    from .modules import module_named

    body = unwrap(x) if isinstance(x, JuliaType) else typeof(x)
    return module_named(body.name.module if isinstance(body, DataType) else "Main")


base("identity")(lambda x: x)


@base("ifelse")
def _(condition: Any, a: Any, b: Any) -> Any:
    if condition is True:
        return a
    if condition is False:
        return b
    from .control import cond

    return cond(condition, lambda: a, lambda: b)


@base("eltype", JuliaType)
def _(t: Any) -> Any:
    """The element type that a collection type says it has."""
    return element_type(t)


def element_type(t: Any) -> Any:
    """`eltype(T)`: by the parameters of the type; `Any` where it does not say."""
    body = unwrap(t)
    if isinstance(t, Union):
        return ANY
    while isinstance(body, DataType) and body is not ANY:
        rule = _ELEMENT.get(body.name.name)
        if rule is not None:
            found = rule(body)
            free = free_variables(found)
            return _without_variables(found) if free else found
        body = body.supertype
    return ANY


def _without_variables(found: Any) -> Any:
    if isinstance(found, TypeVar):
        return ANY if found.upper is None else found.upper
    from .types import rewrap_variables

    return rewrap_variables(found, tuple(found.free))


def _tuple_element(t: DataType) -> Any:
    from .typejoin import promote_typejoin

    result = BOTTOM
    for part in t.parameters:
        result = promote_typejoin(result, part.element if isinstance(part, Vararg) else part)
    return result


_ELEMENT: dict[str, Any] = {
    "AbstractArray": lambda t: t.parameters[0],
    "AbstractSet": lambda t: t.parameters[0],
    "Ref": lambda t: t.parameters[0],
    "AbstractChannel": lambda t: t.parameters[0],
    "AbstractDict": lambda t: names["Pair"][t.parameters],
    "AbstractString": lambda t: names["Char"],
    "Tuple": _tuple_element,
    "NamedTuple": lambda t: element_type(t.parameters[1]),
    "Number": lambda t: t,
    "Pair": lambda t: _tuple_element(make_tuple(t.parameters)),
    "KeySet": lambda t: t.parameters[0],
}


base("keytype")(lambda d: _dict_part(d, 0))
base("valtype")(lambda d: _dict_part(d, 1))


def _dict_part(d: Any, which: int) -> Any:
    t = d if isinstance(d, JuliaType) else typeof(d)
    body = unwrap(t)
    while isinstance(body, DataType) and body is not ANY:
        if body.name.name == "AbstractDict":
            return body.parameters[which]
        if body.name.name == "AbstractArray":
            return names["Int64"] if which == 0 else body.parameters[0]
        body = body.supertype
    raise MethodError(generic("keytype" if which == 0 else "valtype"), (d,))


@base("ndims", JuliaType)
def _(t: Any) -> Any:
    body = unwrap(t)
    if issubtype(t, names["Number"]):
        return 0
    while isinstance(body, DataType) and body is not ANY:
        if body.name.name == "AbstractArray":
            return body.parameters[1]
        body = body.supertype
    raise MethodError(generic("ndims"), (t,))


@base("nonmissingtype")
def _(t: Any) -> Any:
    return _remove(t, names["Missing"])


@base("nonnothingtype")
def _(t: Any) -> Any:
    return _remove(t, names["Nothing"])


def _remove(t: Any, member: Any) -> Any:
    members = t.members if isinstance(t, Union) else (t,)
    return make_union(*[m for m in members if m is not member])


@base("typeintersect")
def _(a: Any, b: Any) -> Any:
    """The type of what is of both types, where one contains the other or they share nothing."""
    if issubtype(a, b):
        return a
    if issubtype(b, a):
        return b
    if isinstance(a, Union) or isinstance(b, Union):
        first = a.members if isinstance(a, Union) else (a,)
        second = b.members if isinstance(b, Union) else (b,)
        meet = generic("typeintersect")
        return make_union(*[meet(p, q) for p in first for q in second])
    return BOTTOM


@base("==", JuliaType, at=(0, 1))
def _(a: Any, b: Any) -> bool:
    if not isinstance(a, JuliaType) or not isinstance(b, JuliaType):
        return False
    return sametype(a, b)
