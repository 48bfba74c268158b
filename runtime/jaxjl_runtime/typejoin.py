"""`typejoin`: the closest common supertype that Julia's rules give."""

from __future__ import annotations

from typing import Any

from .subtype import issubtype, sametype, split_tail
from .types import (
    ANY,
    BOTTOM,
    TUPLE_NAME,
    TYPE,
    TYPE_NAME,
    DataType,
    TypeVar,
    Union,
    UnionAll,
    Vararg,
    free_variables,
    make_datatype,
    make_tuple,
    make_union,
    make_where,
    unwrap,
)

__all__ = ["promote_typejoin", "typejoin"]


def typejoin(*types: Any) -> Any:
    """A type that contains all of them."""
    result = BOTTOM
    for one in types:
        result = _join(result, one)
    return result


def promote_typejoin(a: Any, b: Any) -> Any:
    """`typejoin`, but `nothing` and `missing` stay members of a Union (for element types)."""
    from . import types_base as base

    extra = [m for m in (base.Nothing, base.Missing) if _has(a, m) or _has(b, m)]
    rest = typejoin(_without(a, extra), _without(b, extra))
    if rest is ANY:
        return typejoin(a, b) if not extra else ANY
    return make_union(rest, *extra)


def _has(a: Any, member: Any) -> bool:
    return a is member or (isinstance(a, Union) and member in a.members)


def _without(a: Any, extra: list[Any]) -> Any:
    members = a.members if isinstance(a, Union) else (a,)
    return make_union(*[m for m in members if m not in extra])


def _join(a: Any, b: Any) -> Any:
    if not isinstance(a, TypeVar) and not isinstance(b, TypeVar):
        if issubtype(a, b):
            return b
        if issubtype(b, a):
            return a
    if isinstance(a, TypeVar):
        return _join(a.upper, b)
    if isinstance(b, TypeVar):
        return _join(a, b.upper)
    if isinstance(a, UnionAll):
        return make_where(a.var, _join(a.body, b))
    if isinstance(b, UnionAll):
        return make_where(b.var, _join(a, b.body))
    if isinstance(a, Union):
        return typejoin(typejoin(*a.members), b)
    if isinstance(b, Union):
        return typejoin(a, typejoin(*b.members))
    if not isinstance(a, DataType) or not isinstance(b, DataType):
        return ANY
    if a.name is TUPLE_NAME:
        return _join_tuples(a, b) if b.name is TUPLE_NAME else ANY
    if b.name is TUPLE_NAME:
        return ANY
    return _join_named(a, b)


def _join_named(a: DataType, b: DataType) -> Any:
    """Climb from `b` to a name that `a` has above it too."""
    if a.name is TYPE_NAME and b.name is TYPE_NAME:
        return TYPE
    while b is not ANY:
        if b.name is TYPE_NAME:
            return TYPE if issubtype(a, TYPE) else ANY
        if issubtype(a, b.name.wrapper):
            while isinstance(a, DataType) and a.name is not b.name and a is not ANY:
                a = a.supertype
            if not isinstance(a, DataType) or a is ANY:
                return b.name.wrapper
            return _join_parameters(a, b)
        if not isinstance(b.supertype, DataType):
            return unwrap(b.supertype).name.wrapper
        b = b.supertype
    return ANY


def _join_parameters(a: DataType, b: DataType) -> Any:
    """`name{…}` where the parameters agree, a variable where they do not."""
    made: Any = b.name.wrapper
    variables: list[TypeVar] = []
    parameters = []
    same = True
    for p, q in zip(a.parameters, b.parameters, strict=True):
        if _equal_parameters(p, q):
            parameters.append(p)
        else:
            same = False
            var = _variable_at(b, len(parameters))
            variables.append(var)
            parameters.append(var)
    if same:
        return a
    made = make_datatype(b.name, tuple(parameters))
    for var in reversed(variables):
        made = make_where(var, made)
    return made


def _variable_at(b: DataType, position: int) -> TypeVar:
    var = b.name.variables[position]
    if free_variables(var.upper):
        return TypeVar(var.name)
    return TypeVar(var.name, var.upper, var.lower)


def _equal_parameters(p: Any, q: Any) -> bool:
    if p is q:
        return True
    if isinstance(p, TypeVar) or isinstance(q, TypeVar):
        return False
    types = isinstance(p, DataType | UnionAll | Union), isinstance(q, DataType | UnionAll | Union)
    if all(types):
        return sametype(p, q)
    return not any(types) and type(p) is type(q) and p == q


def _join_tuples(a: DataType, b: DataType) -> Any:
    first, first_tail = split_tail(a.parameters)
    second, second_tail = split_tail(b.parameters)
    if first_tail is None and second_tail is None and len(first) == len(second):
        return make_tuple(tuple(_join(p, q) for p, q in zip(first, second, strict=True)))
    if len(first) > len(second):
        first, first_tail, second, second_tail = second, second_tail, first, first_tail
    count = len(first)
    fixed = [_join(p, q) for p, q in zip(first, second[:count], strict=True)]
    rest = list(second[count:])
    tails = [t.element for t in (first_tail, second_tail) if t is not None]
    element = typejoin(*rest, *tails)
    return make_tuple((*fixed, Vararg(element)))
