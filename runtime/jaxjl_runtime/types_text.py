"""Types as text: `parse_type("Tuple{T,Vararg{T}} where T<:Real")` and `type_text`, its inverse.

The text is Julia's, plain form (no aliases): what tests, pickles and Base's table of types use.
What a program prints is the business of the printing files.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from .symbols import Symbol
from .types import (
    ANY,
    BOTTOM,
    TUPLE_NAME,
    UNION,
    VARARG,
    DataType,
    JuliaType,
    TypeVar,
    Union,
    UnionAll,
    Vararg,
    apply_type,
    make_where,
)

_TOKEN = re.compile(
    r"""\s*(?:(?P<name>var"[^"]*"|typeof\([^()]*\)|[^\W\d][\w!#.∘]*)|(?P<number>-?\d+(?:\.\d+)?)"""
    r"""|(?P<symbol>:[\w!#]+)|(?P<char>'.')|(?P<mark><:|>:|[{}(),]))"""
)

# Every name the runtime knows, and aliases such as `Vector`; `types_base.py` fills it.
names: dict[str, Any] = {}


def parse_type(text: str, variables: dict[str, TypeVar] | None = None) -> Any:
    """The type that a text names."""
    return _resolve(_Reader(text).whole(), variables or {})


def parse_variable(text: str, variables: dict[str, TypeVar]) -> TypeVar:
    """The variable that `T`, `T<:B` or `A<:T<:B` declares."""
    reader = _Reader(text)
    return _declare(reader.bounds(), variables)


@dataclass(frozen=True, slots=True)
class _Name:
    text: str


@dataclass(frozen=True, slots=True)
class _Apply:
    head: Any
    arguments: list[Any]


@dataclass(frozen=True, slots=True)
class _Bounds:
    """`lower <: name <: upper`; in arguments `name` is None (`Ref{<:Real}`)."""

    name: str | None
    lower: Any
    upper: Any


@dataclass(frozen=True, slots=True)
class _Where:
    body: Any
    variables: list[_Bounds]


class _Reader:
    """A recursive-descent reader of one text; gives a tree, names are looked up later."""

    def __init__(self, text: str) -> None:
        self.tokens = [(m.lastgroup, m[m.lastgroup or 0]) for m in _TOKEN.finditer(text)]
        self.tokens.append((None, ""))
        self.text = text
        self.at = 0

    @property
    def value(self) -> str:
        """The text of the current token."""
        return self.tokens[self.at][1]

    def take(self, mark: str | None = None) -> str:
        """The current token's text, which must be `mark` if that is given; the next is current."""
        value = self.value
        if mark is not None and value != mark:
            raise ValueError(f"{mark!r} expected, not {value!r}, in the type {self.text!r}")
        self.at += 1
        return value

    def whole(self) -> Any:
        """The tree of the whole text."""
        tree = self.expression()
        if self.value:
            raise ValueError(f"{self.value!r} is left over in the type {self.text!r}")
        return tree

    def expression(self) -> Any:
        """`primary where …`."""
        tree = self.primary()
        while self.value == "where":
            self.take()
            tree = _Where(
                tree, self.listed("{", "}") if self.value == "{" else [self.bounds(bare=True)]
            )
        return tree

    def listed(self, opening: str, closing: str) -> list[Any]:
        """The items between two brackets."""
        self.take(opening)
        items = []
        while self.value != closing:
            items.append(self.bounds() if opening == "{" else self.expression())
            if self.value == ",":
                self.take()
        self.take(closing)
        return items

    def bounds(self, bare: bool = False) -> Any:
        """An expression, or one with bounds: `T<:B`, `T>:A`, `A<:T<:B`, `<:B`, `>:A`.

        In `A where T<:B where S`, which is `(A where T<:B) where S`, they are bare.
        """
        bound = self.primary if bare else self.expression
        if self.value in ("<:", ">:"):
            upper = self.take() == "<:"
            limit = bound()
            return _Bounds(None, None if upper else limit, limit if upper else None)
        first = bound()
        if self.value == ">:":
            self.take()
            return _Bounds(_plain_name(first), bound(), None)
        if self.value != "<:":
            return first
        self.take()
        second = bound()
        if self.value != "<:":
            return _Bounds(_plain_name(first), None, second)
        self.take()
        return _Bounds(_plain_name(second), first, bound())

    def primary(self) -> Any:
        """A name with its parameters, or a constant."""
        kind, text = self.tokens[self.at]
        if text == "(":
            items = self.listed("(", ")")
            return (
                items[0] if len(items) == 1 and not isinstance(items[0], Symbol) else tuple(items)
            )
        self.take()
        match kind:
            case "number":
                return float(text) if "." in text else int(text)
            case "symbol":
                return Symbol(text[1:])
            case "char":
                from .chars import Char

                return Char(text[1])
            case "name":
                if text in ("true", "false"):
                    return text == "true"
                name = _Name(text[4:-1] if text.startswith('var"') else text)
                return _Apply(name, self.listed("{", "}")) if self.value == "{" else name
        raise ValueError(f"{text!r} cannot stand here in the type {self.text!r}")


def _plain_name(tree: Any) -> str:
    if not isinstance(tree, _Name):
        raise ValueError(f"a variable's name expected, not {tree!r}")
    return tree.text


def _declare(tree: Any, variables: dict[str, TypeVar]) -> TypeVar:
    if isinstance(tree, _Name):
        return TypeVar(tree.text)
    upper = None if tree.upper is None else _resolve(tree.upper, variables)
    lower = None if tree.lower is None else _resolve(tree.lower, variables)
    return TypeVar(tree.name or "#s", upper, lower)


def _resolve(tree: Any, variables: dict[str, TypeVar]) -> Any:
    match tree:
        case _Name(text=text):
            return _lookup(text, variables)
        case _Apply(head=head, arguments=arguments):
            return _resolve_apply(_resolve(head, variables), arguments, variables)
        case _Where(body=body, variables=trees):
            known = dict(variables)
            declared = []
            for item in trees:
                var = _declare(item, known)
                known[var.name] = var
                declared.append(var)
            made = _resolve(body, known)
            for var in reversed(declared):
                made = make_where(var, made)
            return made
        case tuple():
            return tuple(_resolve(item, variables) for item in tree)
    return tree


def _resolve_apply(head: Any, arguments: list[Any], variables: dict[str, TypeVar]) -> Any:
    fresh: list[TypeVar] = []
    items = []
    for tree in arguments:
        if isinstance(tree, _Bounds):
            fresh.append(_declare(tree, variables))
            items.append(fresh[-1])
        else:
            items.append(_resolve(tree, variables))
    made = apply_type(head, *items) if items or head in (UNION, names["Tuple"]) else head
    for var in reversed(fresh):
        made = make_where(var, made)
    return made


def _lookup(name: str, variables: dict[str, TypeVar]) -> Any:
    """The type or variable of a name; a module in front does not matter."""
    for key in (name, name.rpartition(".")[2]):
        if key in variables:
            return variables[key]
        if key in names:
            return names[key]
    raise LookupError(f"no type is named {name!r}")


# ----------------------------------------------------------------------------------------- printing


def type_text(part: Any) -> str:
    """A type or a parameter as plain Julia text."""
    if part is BOTTOM:
        return "Union{}"
    match part:
        case TypeVar(name=name):
            return _plain(name)
        case UnionAll():
            return _where_text(part)
        case Union(members=members):
            return "Union{" + ", ".join(map(type_text, members)) + "}"
        case Vararg(element=element, length=None):
            return "Vararg" if element is ANY else f"Vararg{{{type_text(element)}}}"
        case Vararg(element=element, length=length):
            return f"Vararg{{{type_text(element)}, {type_text(length)}}}"
        case DataType(name=name, parameters=parameters):
            head = name.name if name.singleton is None else f"typeof({name.name})"
            if not parameters:
                return head + "{}" if name is TUPLE_NAME else head
            return head + "{" + ", ".join(map(type_text, parameters)) + "}"
        case Symbol(name=name):
            return ":" + name
        case bool():
            return "true" if part else "false"
        case tuple():
            inner = ", ".join(map(type_text, part))
            return f"({inner},)" if len(part) == 1 else f"({inner})"
    if part is VARARG:
        return "Vararg"
    return repr(part)


def _plain(name: str) -> str:
    return name if re.fullmatch(r"[^\W\d][\w!]*", name) else f'var"{name}"'


def _where_text(part: UnionAll) -> str:
    body: Any = part
    variables = []
    while isinstance(body, UnionAll):
        variables.append(body.var)
        body = body.body
    if isinstance(body, DataType) and body.name.wrapper is part:
        return body.name.name
    texts = [_declaration(var) for var in variables]
    inner = texts[0] if len(texts) == 1 else "{" + ", ".join(texts) + "}"
    return f"{type_text(body)} where {inner}"


def _declaration(var: TypeVar) -> str:
    name = _plain(var.name)
    lower = "" if var.lower is BOTTOM else _bound_text(var.lower) + "<:"
    upper = "" if var.upper is ANY else "<:" + _bound_text(var.upper)
    if lower and not upper:
        return f"{name}>:{lower[:-2]}"
    return lower + name + upper


def _bound_text(bound: Any) -> str:
    text = type_text(bound)
    return f"({text})" if isinstance(bound, JuliaType) and " where " in text else text
