"""Types as `show` writes them."""

from __future__ import annotations

from typing import Any

from .config import julia_before
from .show import displays, shows, text
from .show_options import DEFAULT, Options
from .show_strings import is_identifier, string_text
from .types import (
    ANY,
    BOTTOM,
    TUPLE,
    DataType,
    TypeVar,
    Union,
    UnionAll,
    Vararg,
    unwrap,
    where_key,
)

__all__ = ["type_text"]

_ALIASES = {
    ("Array", 1): "Vector",
    ("Array", 2): "Matrix",
    ("BitArray", 1): "BitVector",
    ("BitArray", 2): "BitMatrix",
    ("AbstractArray", 1): "AbstractVector",
    ("AbstractArray", 2): "AbstractMatrix",
    ("DenseArray", 1): "DenseVector",
    ("DenseArray", 2): "DenseMatrix",
}
_COMPLEX = {"Float16": "ComplexF16", "Float32": "ComplexF32", "Float64": "ComplexF64"}
# Types of Base that its module does not export are printed with its name.
_UNEXPORTED = frozenset(
    """TwicePrecision OneTo RefValue Generator KeySet ValueIterator Slice IdentityUnitRange
    SkipMissing CodeUnits ReshapedArray ReinterpretArray Broadcast.Broadcasted Iterators.Zip
    Iterators.Enumerate Iterators.Filter Iterators.Reverse Iterators.Take Iterators.Drop
    Iterators.Cycle Iterators.Rest Iterators.ProductIterator Iterators.Flatten
    Iterators.PartitionIterator Iterators.Repeated Iterators.Pairs Iterators.Count
    Iterators.TakeWhile Iterators.DropWhile Iterators.Accumulate Pairs RegexMatchIterator
    MPFR.BigFloat GMP.BigInt TTY DevNull ImmutableDict""".split()  # noqa: SIM905
)
_CORE_ONLY = frozenset({"TypeofBottom", "SimpleVector", "TypeName", "Compiler"})


def type_text(part: Any, options: Options = DEFAULT, *, old: bool | None = None) -> str:
    """A type (or a parameter of one) as Julia writes it; `old` asks for 1.5's form."""
    old = julia_before(1, 6) if old is None else old
    match part:
        case TypeVar():
            return _variable(part)
        case Union():
            return _union(part, options, old)
        case UnionAll():
            return _where(part, options, old)
        case Vararg():
            return _vararg(part, options, old)
        case DataType():
            return _datatype(part, options, old)
        case tuple():
            return "(" + ", ".join(text(p) for p in part) + ("," if len(part) == 1 else "") + ")"
    return text(part, options)


def _variable(variable: TypeVar) -> str:
    name = variable.name
    return name if is_identifier(name) else "var" + string_text(name)


def _union(part: Union, options: Options, old: bool) -> str:
    return "Union{" + ", ".join(type_text(m, options, old=old) for m in part.members) + "}"


def _vararg(part: Vararg, options: Options, old: bool) -> str:
    element = type_text(part.element, options, old=old)
    if part.length is not None:
        length = type_text(part.length, options, old=old)
        return f"Vararg{{{element},{'' if old else ' '}{length}}}"
    if old:
        return f"Vararg{{{element},N}} where N"
    return "Vararg" + ("" if part.element is ANY else f"{{{element}}}")


def _name(part: DataType, options: Options) -> str:
    """The name, with its module where Main does not see it bare."""
    name, module = part.name.name, part.name.module
    if part.name.singleton is not None:
        return _function_type(part, options)
    if options.compact is True or part.name.visible or module in ("Main", "Builtins", "builtins"):
        return name
    if module == "Core":
        return f"Core.{name}" if name in _CORE_ONLY else name
    if module == "Base" or module.startswith("Base."):
        inner = f"{module[5:]}.{name}" if module != "Base" else name
        return f"Base.{inner}" if inner in _UNEXPORTED else name
    if module == "Iterators":
        return f"Base.Iterators.{name}"
    return f"{module}.{name}" if module.startswith("Main.") else name


def _function_type(part: DataType, options: Options) -> str:
    name = part.name.name
    if name in ("<lambda>", "#anonymous"):
        return 'var"#anonymous"'
    if part.name.kind == "struct" and part.parameters:
        return name
    if not is_identifier(name) and not name.startswith("#"):
        return f"typeof({name})"
    module = part.name.module
    prefix = f"{module}." if module.startswith("Main.") and options.compact is not True else ""
    return f"typeof({prefix}{name})"


def _datatype(part: DataType, options: Options, old: bool) -> str:
    name = _name(part, options)
    parameters = part.parameters
    comma = "," if old else ", "
    if part is TUPLE:
        return "Tuple"
    if part.name.kind == "tuple":
        return _tuple(parameters, options, comma, old)
    if not parameters:
        return name
    if not old:
        if name == "Complex" and isinstance(parameters[0], DataType):
            alias = _COMPLEX.get(parameters[0].name.name)
            if alias is not None:
                return alias
        alias = _ALIASES.get((name, parameters[-1])) if type(parameters[-1]) is int else None
        if alias is not None:
            head = parameters[:-1]
            return alias + (f"{{{type_text(head[0], options, old=old)}}}" if head else "")
        if name == "NamedTuple":
            return _named_tuple(part, options, old)
    return name + "{" + comma.join(type_text(p, options, old=old) for p in parameters) + "}"


def _tuple(parameters: tuple[Any, ...], options: Options, comma: str, old: bool) -> str:
    first = parameters[0] if parameters else None
    if len(parameters) > 3 and all(p is first for p in parameters):
        return f"NTuple{{{len(parameters)}{comma}{type_text(first, options, old=old)}}}"
    return "Tuple{" + comma.join(type_text(p, options, old=old) for p in parameters) + "}"


def _named_tuple(part: DataType, options: Options, old: bool) -> str:
    """`@NamedTuple{a::Int64, b}` since 1.10, where names and types are known."""
    names, values = part.parameters
    known = isinstance(names, tuple) and isinstance(values, DataType)
    if julia_before(1, 10) or not known or len(values.parameters) != len(names):
        inner = ", ".join(type_text(p, options, old=old) for p in part.parameters)
        return f"NamedTuple{{{inner}}}"
    fields = []
    for name, julia_type in zip(names, values.parameters, strict=True):
        label = name.name if is_identifier(name.name) else "var" + string_text(name.name)
        shown = "" if julia_type is ANY else f"::{type_text(julia_type, options, old=old)}"
        fields.append(label + shown)
    return f"@NamedTuple{{{', '.join(fields)}}}"


def bare_wrapper(part: UnionAll) -> Any:
    """The `Array` of an `Array` with all its own variables free, else None."""
    body = unwrap(part)
    if not isinstance(body, DataType) or not isinstance(part, UnionAll):
        return None
    wrapper = body.name.wrapper  # types are interned by equality: a rebuilt one is it too
    same = wrapper is part or (
        isinstance(wrapper, UnionAll) and not part.free and where_key(wrapper) == where_key(part)
    )
    return body if same else None


def _where(part: UnionAll, options: Options, old: bool) -> str:
    bare = bare_wrapper(part)
    if bare is not None:
        return _name(bare, options)
    body = part.body
    if not old and isinstance(body, DataType) and len(body.parameters) == 2:
        alias = (
            _ALIASES.get((body.name.name, body.parameters[1]))
            if type(body.parameters[1]) is int
            else None
        )
        if alias is not None and body.parameters[0] is part.var and part.var.upper is ANY:
            return alias
    if not old and _is_anonymous_bound(part):
        return _short_where(part, options)
    return f"{_body(body, options, old)} where {_bound(part.var, options, old)}"


def _body(body: Any, options: Options, old: bool) -> str:
    return type_text(body, options, old=old)


def _is_anonymous_bound(part: UnionAll) -> bool:
    """Whether `T{<:B}` says it all: one variable, used once, as a whole parameter."""
    body = part.body
    if not isinstance(body, DataType) or body.name.kind == "tuple":
        return False
    uses = [p for p in body.parameters if p is part.var]
    inside = [p for p in body.parameters if p is not part.var and part.var in _free(p)]
    one_bound = part.var.lower is BOTTOM or part.var.upper is ANY
    return len(uses) == 1 and not inside and one_bound and part.var.name.startswith("#")


def _free(part: Any) -> Any:
    from .types import free_variables

    return free_variables(part)


def _short_where(part: UnionAll, options: Options) -> str:
    variable = part.var
    if variable.lower is not BOTTOM:
        mark = ">:" + type_text(variable.lower, options)
    else:
        mark = "<:" + type_text(variable.upper, options)
    from .types import make_datatype

    body: DataType = part.body
    shown = make_datatype(
        body.name,
        tuple(TypeVar(mark) if p is variable else p for p in body.parameters),
    )
    return type_text(shown, options).replace(f'var"{mark}"', mark)


def _bound(variable: TypeVar, options: Options, old: bool) -> str:
    name = _variable(variable)
    upper = "" if variable.upper is ANY else type_text(variable.upper, options, old=old)
    if upper and isinstance(variable.upper, UnionAll) and bare_wrapper(variable.upper) is None:
        upper = f"({upper})"
    if variable.lower is not BOTTOM:
        lower = type_text(variable.lower, options, old=old)
        return f"{lower}<:{name}<:{upper}" if upper else f"{name}>:{lower}"
    return f"{name}<:{upper}" if upper else name


@shows(DataType, UnionAll, Union, TypeVar, Vararg)
def _(part: Any, options: Options) -> str:
    return type_text(part, options)


def _members_text(part: Any) -> str:
    """The lines with the members of an enumeration; nothing for any other type."""
    from .enums import members_of

    members = members_of(part)
    lines = [f"{member.name} = {member.value}" for member in members]
    return ":\n" + "\n".join(lines) if lines else ""


@displays(DataType, UnionAll)
def _(part: Any, options: Options) -> str:
    shown = type_text(part, options) + _members_text(part)
    if "\n" in shown:
        return f"Enum {shown}"
    if julia_before(1, 6) or options.compact is True:
        return shown
    full = type_text(part, options, old=True).replace(",", ", ").replace(",  ", ", ")
    if shown == full or (isinstance(part, UnionAll) and bare_wrapper(part) is not None):
        return shown
    body = unwrap(part)
    if isinstance(body, DataType) and (body.name.name, body.parameters[-1:]) and shown[0].isalpha():
        head = shown.split("{")[0]
        if head != body.name.name and head != "NTuple":
            return f"{shown} (alias for {full})"
    return shown
