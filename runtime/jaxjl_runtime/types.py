"""Julia's type objects: `DataType`, `UnionAll`, `Union`, `TypeVar`, `Vararg`, and how they are
made.

Types without free variables are interned by the canonical key of their parts (bound variables by
position), so equal spellings are one object and caches compare by identity. The lattice itself is
in `subtype.py`; which Python class has which type is in `typeof.py`; Base's tree is in
`types_base.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .exceptions import ArgumentError, ErrorException, TypeError_
from .symbols import Symbol

_interned: dict[Any, JuliaType] = {}
NO_VARIABLES: frozenset[TypeVar] = frozenset()


class TypeVar:
    """A type variable: `T`, `T<:Real`, `Int<:T<:Real`."""

    __slots__ = ("__weakref__", "lower", "name", "upper")

    def __init__(self, name: str, upper: Any = None, lower: Any = None) -> None:
        """With two bounds Julia's order is `TypeVar(:T, lower, upper)`; here the upper is first."""
        self.name = name
        self.upper = ANY if upper is None else upper
        self.lower = BOTTOM if lower is None else lower

    def __repr__(self) -> str:
        return self.name


class JuliaType:
    """What all types share. `free` are the variables that no `where` binds yet."""

    __slots__ = ("__weakref__", "applied", "free", "memo")
    free: frozenset[TypeVar]
    memo: dict[Any, Any]  # answers of the lattice and attributes of typeof, made on first use
    applied: dict[Any, Any]  # what one DataType as the only parameter gives

    def __getitem__(self, parameters: Any) -> Any:
        if type(parameters) is DataType:
            try:
                return self.applied[parameters]
            except AttributeError:
                self.applied = {}
            except KeyError:
                pass
            made = apply_type(self, parameters)
            if not parameters.free:
                self.applied[parameters] = made
            return made
        return apply_type(self, *(parameters if type(parameters) is tuple else (parameters,)))

    def __instancecheck__(self, value: Any) -> bool:
        from .typeof import isa

        return isa(value, self)

    def __repr__(self) -> str:
        from .types_text import type_text

        return type_text(self)

    def __reduce__(self) -> Any:
        from .types_text import parse_type, type_text

        return parse_type, (type_text(self),)

    @property
    def __name__(self) -> str:
        return repr(self)


class TypeName:
    """What all applications of one name share.

    `kind` is abstract, struct, mutable, primitive or tuple. `supertype` and `field_types` mention
    `variables`. `python_class` is what instances of structs made by `jl.struct` derive from.
    """

    def __init__(
        self,
        name: str,
        variables: tuple[TypeVar, ...] = (),
        supertype: Any = None,
        *,
        kind: str = "abstract",
        module: str = "Core",
        bits: int = 0,
    ) -> None:
        self.name = name
        self.variables = variables
        self.supertype = supertype
        self.kind = kind
        self.module = module
        self.bits = bits
        self.field_names: tuple[str, ...] = ()
        self.field_types: tuple[Any, ...] = ()
        self.const_fields: frozenset[str] = frozenset()
        self.ninitialized = 0
        self.wrapper: Any = None
        self.python_class: Any = None
        self.singleton: Any = None  # the function of a `typeof(f)`
        self.subtypes: list[TypeName] = []
        self.constructor: Any = None  # the generic function of outer constructors, if there is one
        self.doc: str | None = None
        self.visible = False  # whether Main sees a nested module's type without its module

    @property
    def mutable(self) -> bool:
        """Whether instances have an identity."""
        return self.kind == "mutable"

    def __repr__(self) -> str:
        return f"TypeName({self.name})"


class DataType(JuliaType):
    """A named type applied to all its parameters, or a tuple type."""

    __slots__ = ("_supertype", "concrete", "name", "parameters")

    def __init__(
        self, name: TypeName, parameters: tuple[Any, ...], free: frozenset[TypeVar]
    ) -> None:
        self.name = name
        self.parameters = parameters
        self.free = free
        self.memo = {}
        self._supertype: Any = None
        self.concrete = not free and _is_concrete(name, parameters)

    @property
    def supertype(self) -> Any:
        """The type declared after `<:`, with this type's parameters."""
        if self._supertype is None:
            self._supertype = _supertype_of(self)
        return self._supertype


class UnionAll(JuliaType):
    """`body where var`. Each keeps the names of its own variables; equal ones compare as equal."""

    __slots__ = ("body", "key", "var")

    def __init__(self, var: TypeVar, body: Any, free: frozenset[TypeVar]) -> None:
        self.var = var
        self.body = body
        self.free = free
        self.memo = {}
        self.key: Any = None

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, UnionAll):
            return False
        return bool(where_key(self) == where_key(other))

    def __hash__(self) -> int:
        return hash(where_key(self))


class Union(JuliaType):
    """`Union{A, B}`: at least two members, none a `Union` itself. `Union{}` is `BOTTOM`."""

    __slots__ = ("members",)

    def __init__(self, members: tuple[Any, ...], free: frozenset[TypeVar]) -> None:
        self.members = members
        self.free = free
        self.memo = {}


class Vararg:
    """`Vararg{T, N}` as the last parameter of a `Tuple`; `length` None is any number."""

    __slots__ = ("element", "free", "length")

    def __init__(self, element: Any, length: Any = None) -> None:
        self.element = element
        self.length = length
        self.free = free_variables(element) | free_variables(length)

    def __repr__(self) -> str:
        from .types_text import type_text

        return type_text(self)


def free_variables(part: Any) -> frozenset[TypeVar]:
    """The free variables of a type or a parameter."""
    if isinstance(part, TypeVar):
        return frozenset((part,))
    if isinstance(part, JuliaType | Vararg):
        return part.free
    return NO_VARIABLES


def _all_free(parts: Iterable[Any]) -> frozenset[TypeVar]:
    free = NO_VARIABLES
    for part in parts:
        found = free_variables(part)
        if found:
            free = free | found
    return free


# ------------------------------------------------------------------------ canonical keys


def key_of(part: Any, bound: tuple[TypeVar, ...] = ()) -> Any:
    """A hashable value, equal for equal spellings (bound variables are counted from inside)."""
    if isinstance(part, JuliaType) and not part.free:
        return where_key(part) if isinstance(part, UnionAll) else part
    match part:
        case TypeVar():
            for depth, var in enumerate(reversed(bound)):
                if var is part:
                    return ("bound", depth)
            return part
        case DataType(name=name, parameters=parameters):
            return (name, *(key_of(p, bound) for p in parameters))
        case UnionAll(var=var, body=body):
            bounds = key_of(var.lower, bound), key_of(var.upper, bound)
            return ("where", bounds, key_of(body, (*bound, var)))
        case Union(members=members):
            return ("union", frozenset(key_of(m, bound) for m in members))
        case Vararg(element=element, length=length):
            return ("vararg", key_of(element, bound), key_of(length, bound))
        case tuple():
            return ("tuple", *(key_of(p, bound) for p in part))
        case float():
            return (float, part.hex())
    return (type(part), part)


def _intern(made: Any, key: Any) -> Any:
    if made.free:
        return made
    return _interned.setdefault(key, made)


# ----------------------------------------------------------------------------------- making types


def make_datatype(name: TypeName, parameters: tuple[Any, ...]) -> DataType:
    """The type `name{parameters…}`, without a check of bounds."""
    free = _all_free(parameters)
    if free:
        return DataType(name, parameters, free)
    key = (name, *map(key_of, parameters))
    found = _interned.get(key)
    if found is None:
        found = _interned[key] = DataType(name, parameters, NO_VARIABLES)
    return found  # type: ignore[return-value]


def make_where(var: TypeVar, body: Any) -> Any:
    """`body where var`; the body itself if it does not mention the variable."""
    if isinstance(body, Vararg):
        length = None if body.length is var else body.length
        return Vararg(make_where(var, body.element), length)
    if var not in free_variables(body):
        return body
    if body is var:
        return var.upper
    free = body.free - {var} | free_variables(var.lower) | free_variables(var.upper)
    return UnionAll(var, body, free)


def where_key(made: UnionAll) -> Any:
    """The canonical key of a `where`, computed once if it is closed."""
    if made.key is None:
        bounds = key_of(made.var.lower), key_of(made.var.upper)
        key = ("where", bounds, key_of(made.body, (made.var,)))
        if made.free:
            return key
        made.key = key
    return made.key


def make_union(*members: Any) -> Any:
    """`Union{members…}` in normal form: flat, sorted, without members that another contains."""
    flat: list[Any] = []
    for member in members:
        for part in member.members if isinstance(member, Union) else (member,):
            if part is ANY:
                return ANY
            _check_type(part, "Union")
            if part is not BOTTOM and not any(part is other for other in flat):
                flat.append(part)
    if len(flat) > 1:
        flat = _without_contained(flat)
    if not flat:
        return BOTTOM
    if len(flat) == 1:
        return flat[0]
    flat.sort(key=_union_order)
    made = Union(tuple(flat), _all_free(flat))
    return made if made.free else _intern(made, ("union", frozenset(map(key_of, flat))))


def _without_contained(members: list[Any]) -> list[Any]:
    from .subtype import issubtype

    kept: list[Any] = []
    for index, member in enumerate(members):
        others = kept + members[index + 1 :]
        closed = not free_variables(member)
        if closed and any(not free_variables(o) and issubtype(member, o) for o in others):
            continue
        kept.append(member)
    return kept


def _union_order(member: Any) -> Any:
    if not isinstance(member, DataType):
        return (3, "", "", 0)
    name = member.name
    if _is_singleton(member):
        rank = 0
    elif name.kind == "primitive":
        rank = 1
    else:
        rank = 2
    return (rank, name.module, name.name, len(member.parameters))


def _is_singleton(member: DataType) -> bool:
    if member.name.kind == "tuple":
        return all(isinstance(p, DataType) and _is_singleton(p) for p in member.parameters)
    return member.name.kind == "struct" and not member.name.field_names and member.concrete


def _check_type(part: Any, where: str) -> None:
    if not isinstance(part, JuliaType | TypeVar):
        from .typeof import typeof

        raise TypeError_(Symbol(where), "", TYPE, typeof(part) if part is None else part)


def make_tuple(parameters: tuple[Any, ...]) -> Any:
    """`Tuple{parameters…}`; a `Vararg` of known length is written out."""
    if parameters:
        last = parameters[-1]
        if isinstance(last, UnionAll) and isinstance(last.body, Vararg):
            last = last.body
        if isinstance(last, Vararg) and isinstance(last.length, int):
            if last.length < 0:
                raise ArgumentError(f"Vararg length is negative: {last.length}")
            parameters = (*parameters[:-1], *(last.element,) * last.length)
    return make_datatype(TUPLE_NAME, parameters)


# ------------------------------------------------------------------------------------- application


def apply_type(head: Any, *parameters: Any) -> Any:
    """`head{parameters…}`, with Julia's checks of count and bounds."""
    if head is TUPLE:
        return make_tuple(parameters)
    if head is UNION:
        return make_union(*parameters)
    if head is VARARG:
        return Vararg(parameters[0] if parameters else ANY, *parameters[1:])
    made = head
    if not isinstance(made, UnionAll):
        if not parameters and isinstance(made, JuliaType):
            return made
        raise TypeError_(Symbol("Type{...} expression"), "", UNIONALL, head)
    for parameter in parameters:
        if not isinstance(made, UnionAll):
            raise ErrorException("too many parameters for type")
        made = _apply_one(made, parameter, head)
    return made


def _apply_one(made: UnionAll, parameter: Any, head: Any) -> Any:
    var = made.var
    if not free_variables(parameter) and not (
        free_variables(var.upper) or free_variables(var.lower)
    ):
        _check_bound(var, parameter, head)
    if isinstance(parameter, TypeVar) and made.body is var:
        return parameter
    return substitute(made.body, {var: parameter})


def _check_bound(var: TypeVar, parameter: Any, head: Any) -> None:
    if var.upper is ANY and var.lower is BOTTOM:
        return
    from .subtype import issubtype

    fits = isinstance(parameter, JuliaType)
    fits = fits and issubtype(parameter, var.upper) and issubtype(var.lower, parameter)
    if not fits:
        base = unwrap(head)
        name = base.name.name if isinstance(base, DataType) else "Type"
        bound = make_where(var, var) if var.lower is BOTTOM else var.upper
        raise TypeError_(Symbol(name), var.name, bound, parameter)


def substitute(part: Any, values: dict[TypeVar, Any]) -> Any:
    """The type with its free variables replaced."""
    if isinstance(part, TypeVar):
        return values.get(part, part)
    free = free_variables(part)
    if not free or free.isdisjoint(values):
        return part
    match part:
        case DataType(name=name, parameters=parameters):
            new = tuple(substitute(p, values) for p in parameters)
            return make_tuple(new) if name is TUPLE_NAME else make_datatype(name, new)
        case UnionAll(var=var, body=body):
            inner = {k: v for k, v in values.items() if k is not var}
            lower, upper = substitute(var.lower, inner), substitute(var.upper, inner)
            captures = any(var in free_variables(v) for v in inner.values())
            if captures or lower is not var.lower or upper is not var.upper:
                fresh = TypeVar(var.name, upper, lower)
                inner = {**inner, var: fresh}
                var = fresh
            return make_where(var, substitute(body, inner))
        case Union(members=members):
            return make_union(*(substitute(m, values) for m in members))
        case Vararg(element=element, length=length):
            return Vararg(substitute(element, values), substitute(length, values))
    return part


def unwrap(part: Any) -> Any:
    """The body inside all `where`s."""
    while isinstance(part, UnionAll):
        part = part.body
    return part


def where_variables(part: Any) -> list[TypeVar]:
    """The variables of the outer `where`s, outermost first."""
    found = []
    while isinstance(part, UnionAll):
        found.append(part.var)
        part = part.body
    return found


def rewrap(body: Any, like: Any) -> Any:
    """`body` inside the `where`s of `like`."""
    for var in reversed(where_variables(like)):
        body = make_where(var, body)
    return body


def declare(name: TypeName) -> Any:
    """The type a new name stands for: a `DataType`, or a `UnionAll` over its variables."""
    body = make_datatype(name, name.variables)
    name.wrapper = rewrap_variables(body, name.variables)
    parent = unwrap(name.supertype)
    if isinstance(parent, DataType) and parent.name is not name:
        parent.name.subtypes.append(name)
    return name.wrapper


def rewrap_variables(body: Any, variables: tuple[TypeVar, ...]) -> Any:
    """`body where variables…`, the first outermost."""
    for var in reversed(variables):
        body = make_where(var, body)
    return body


def _supertype_of(made: DataType) -> Any:
    name = made.name
    if name.kind == "tuple":
        return ANY
    declared = ANY if name.supertype is None else name.supertype
    if not name.variables:
        return declared
    return substitute(declared, dict(zip(name.variables, made.parameters, strict=True)))


def _is_concrete(name: TypeName, parameters: tuple[Any, ...]) -> bool:
    if name.kind == "abstract":
        return False
    if name.kind == "tuple":
        return all(isinstance(p, DataType) and p.concrete for p in parameters)
    if name.name == "NamedTuple":
        return isinstance(parameters[0], tuple) and getattr(parameters[1], "concrete", False)
    return True


# ------------------------------------------------------------------------------ the types all need

ANY: Any = None
BOTTOM: Any = None
_any_name = TypeName("Any")
ANY = make_datatype(_any_name, ())
_any_name.supertype = ANY
_any_name.wrapper = ANY
BOTTOM = Union((), NO_VARIABLES)

TUPLE_NAME = TypeName("Tuple", (), ANY, kind="tuple")
TUPLE: Any = make_datatype(TUPLE_NAME, (Vararg(ANY),))
TUPLE_NAME.wrapper = TUPLE


class _Head:
    """`Vararg` before it is applied."""

    def __init__(self, name: str) -> None:
        self.__name__ = name

    def __getitem__(self, parameters: Any) -> Any:
        return apply_type(self, *(parameters if type(parameters) is tuple else (parameters,)))

    def __repr__(self) -> str:
        return self.__name__


VARARG: Any = _Head("Vararg")

_type_name = TypeName("Type", (TypeVar("T"),), ANY)
TYPE = declare(_type_name)
TYPE_NAME = _type_name


def type_of_type(part: Any) -> DataType:
    """`Type{part}`."""
    return make_datatype(TYPE_NAME, (part,))


def _kind(name: str) -> DataType:
    return declare(TypeName(name, (), TYPE, kind="mutable"))


DATATYPE, UNIONALL, UNION, TYPEVAR, TYPEOFBOTTOM = (
    _kind(name) for name in ("DataType", "UnionAll", "Union", "TypeVar", "TypeofBottom")
)
TYPEVAR.name.supertype = ANY
