"""Definitions of types: `jl.struct`, `jl.abstract`, `jl.primitive`, and what `@kwdef` adds."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from .constructors import New, add_default_constructors, constructor_of
from .exceptions import ErrorException, UndefKeywordError
from .instances import call, family_class
from .methods import Method, MethodTable
from .names import demangle, mangle
from .symbols import Symbol
from .types import (
    ANY,
    DataType,
    JuliaType,
    TypeName,
    TypeVar,
    declare,
    make_datatype,
    type_of_type,
    unwrap,
)

__all__ = [
    "abstract", "abstract_type", "call", "callable_method", "default", "forward", "primitive",
    "struct",
]  # fmt: skip


class Default:
    """A field's default that is computed anew for each call, from the fields before it."""

    def __init__(self, compute: Callable[..., Any]) -> None:
        self.compute = compute
        code = compute.__code__
        self.names = code.co_varnames[: code.co_argcount]


def default(compute: Callable[..., Any]) -> Default:
    """A default of `@kwdef` that is no literal; its parameters are earlier fields."""
    return Default(compute)


def _check_supertype(name: str, supertype: Any) -> Any:
    parent = unwrap(supertype)
    abstract_parent = isinstance(parent, DataType) and parent.name.kind == "abstract"
    if not abstract_parent or parent.name.name == "Type":
        from .dispatch import generic

        text = generic("string")(supertype)
        told = "" if isinstance(parent, DataType) else f": {text} is no abstract type"
        raise ErrorException(f"invalid subtyping in definition of {name}{told}")
    return supertype


def _type_name(
    name: str, parts: tuple[Any, ...], supertype: Any, kind: str, module: str | None, bits: int = 0
) -> TypeName:
    variables = tuple(part for part in parts if isinstance(part, TypeVar))
    parent = _check_supertype(name, ANY if supertype is None else supertype)
    return TypeName(name, variables, parent, kind=kind, module=module or "Main", bits=bits)


def abstract(
    title: str,
    *variables: TypeVar,
    supertype: Any = None,
    name: str | None = None,
    module: str | None = None,
    doc: str | None = None,
) -> Any:
    """A new abstract type."""
    made = _type_name(name or title, variables, supertype, "abstract", module)
    made.doc = doc
    return declare(made)


abstract_type = abstract


def primitive(
    title: str,
    *variables: TypeVar,
    bits: int,
    supertype: Any = None,
    name: str | None = None,
    module: str | None = None,
    doc: str | None = None,
) -> Any:
    """A new primitive type of that many bits."""
    made = _type_name(name or title, variables, supertype, "primitive", module, bits)
    made.doc = doc
    return declare(made)


def forward(title: str, *variables: TypeVar) -> Any:
    """A type that its own fields mention: `@jl.struct(Node := jl.forward("Node"))`."""
    name = TypeName(title, variables, ANY, kind="struct", module="Main")
    name.ninitialized = -1
    body = make_datatype(name, variables)
    from .types import rewrap_variables

    name.wrapper = rewrap_variables(body, variables)
    return name.wrapper


def struct(*parts: Any, **options: Any) -> Any:
    """A decorator that makes a struct of a class whose annotations are its fields; gives the type.

    Options: `supertype`, `mutable`, `name`, `module`, `const` (mangled names of constant fields),
    `constructors` (a function of the type and `new`), `kwdef`.
    """
    if len(parts) == 1 and isinstance(parts[0], type) and not options:
        return _define(parts[0], (), {})
    return lambda cls: _define(cls, parts, options)


def _define(cls: type, parts: tuple[Any, ...], options: dict[str, Any]) -> Any:
    title = options.get("name") or demangle(cls.__name__)
    kind = "mutable" if options.get("mutable") else "struct"
    ahead = next((unwrap(p).name for p in parts if isinstance(p, JuliaType)), None)
    name = _type_name(title, parts, options.get("supertype"), kind, options.get("module"))
    if ahead is not None:
        _complete(ahead, name)
        name = ahead
    annotations = inspect.get_annotations(cls)
    name.field_names = tuple(demangle(field) for field in annotations)
    name.field_types = tuple(annotations.values())
    name.ninitialized = len(name.field_names)
    name.const_fields = frozenset(demangle(n) for n in options.get("const", ()))
    name.doc = cls.__doc__
    _check_fields(name)
    wrapper = declare(name)
    family_class(name).__module__ = cls.__module__
    constructors = options.get("constructors")
    if constructors is None:
        add_default_constructors(name)
    else:
        constructor_of(name).methods = constructor_of(name).methods or MethodTable()
        constructors(wrapper, New(wrapper))
    if options.get("kwdef"):
        _add_keyword_constructor(name, cls)
    return wrapper


def _complete(ahead: TypeName, name: TypeName) -> None:
    """Give a name that was known ahead all that the definition says."""
    ahead.supertype, ahead.kind, ahead.module = name.supertype, name.kind, name.module
    ahead.ninitialized = 0
    if len(ahead.variables) != len(name.variables):
        raise ErrorException(f"invalid redefinition of constant {name.name}")
    body = unwrap(ahead.wrapper)
    body._supertype = None
    body.memo.clear()


def _check_fields(name: TypeName) -> None:
    from .types import Vararg

    for field, julia_type in zip(name.field_names, name.field_types, strict=True):
        if not isinstance(julia_type, JuliaType | TypeVar) or isinstance(julia_type, Vararg):
            from .exceptions import TypeError_
            from .types import TYPE

            raise TypeError_(
                Symbol(name.name), f"type definition of field {field}", TYPE, julia_type
            )


# ------------------------------------------------------------------------------------------ @kwdef


def _add_keyword_constructor(name: TypeName, cls: type) -> None:
    """`P(; x = …)`: each field by keyword, with the class's defaults; `P{T}(; …)` too."""
    fields = [mangle(field) for field in name.field_names]
    defaults = {field: cls.__dict__[field] for field in fields if field in cls.__dict__}

    def collected(keywords: dict[str, Any]) -> list[Any]:
        values: dict[str, Any] = {}
        for field in fields:
            if field in keywords:
                values[field] = keywords.pop(field)
            elif field not in defaults:
                raise UndefKeywordError(Symbol(demangle(field)))
            else:
                given = defaults[field]
                if isinstance(given, Default):
                    given = given.compute(*[values[n] for n in given.names])
                values[field] = given
        if keywords:
            from .exceptions import MethodError

            error = MethodError(name.wrapper, ())
            error.keywords = keywords
            raise error
        return list(values.values())

    table = constructor_of(name).methods

    def plain(**keywords: Any) -> Any:
        return name.wrapper(*collected(keywords))

    table.add(Method(plain, (type_of_type(name.wrapper),), ()))
    if name.variables:
        count = len(name.variables)

        def applied(*parameters: Any, **keywords: Any) -> Any:
            return make_datatype(name, parameters[:count])(*collected(keywords))

        head = type_of_type(make_datatype(name, name.variables))
        table.add(Method(applied, (head,), name.variables, name.variables))
    constructor_of(name).forget()


def callable_method(*args: Any, **options: Any) -> Any:
    """A decorator: `(p::Poly)(x) = …`, the called object being the first parameter."""
    return call.method(*args, **options)
