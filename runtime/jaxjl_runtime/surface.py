"""Small helpers that generated code calls by name (design.md section 3), about functions and
types."""

from __future__ import annotations

from typing import Any, NoReturn

from . import types
from .exceptions import UndefVarError
from .methods import function, new_function
from .symbols import Symbol
from .types import TypeVar, apply_type, make_where

__all__ = [
    "TypeVar",
    "apply_type",
    "function",
    "function_named",
    "keywords",
    "new_function",
    "pairs_of",
    "splat",
    "undefined",
    "where",
]

function_named = new_function


def undefined(name: str) -> NoReturn:
    """Never returns: reading a name that nothing binds."""
    raise UndefVarError(Symbol(name))


def where(*parts: Any) -> Any:
    """`where(T, S, body)`: `body where {T, S}`."""
    *variables, body = parts
    for var in reversed(variables):
        body = make_where(var, body)
    return body


def splat(value: Any) -> Any:
    """A Python iterable over the elements of `xs` in `f(xs...)`."""
    if type(value) is tuple:
        return value
    from .iteration import elements

    return elements(value)


def pairs_of(given: dict[str, Any]) -> Any:
    """The value of a `kw...` parameter, from Python's dictionary."""
    from .tuples import KeywordPairs, NamedTuple

    return KeywordPairs(NamedTuple(**given))


def keywords(value: Any) -> dict[str, Any]:
    """The Python keywords that `f(; opts...)` gives: of a named tuple, a Dict, pairs."""
    from .iteration import elements
    from .names import mangle
    from .pairs import Pair

    fields = getattr(value, "keyword_items", None)
    if fields is not None:
        return {mangle(name): item for name, item in fields()}
    found = {}
    for item in elements(value):
        key, content = (item.first, item.second) if isinstance(item, Pair) else item
        found[mangle(key.name if isinstance(key, Symbol) else str(key))] = content
    return found


assert types.ANY is not None
