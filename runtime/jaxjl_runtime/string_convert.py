"""Comparing strings, and strings as bytes, characters, symbols."""

from __future__ import annotations

from typing import Any

import numpy as np

from . import utf8
from .array import JaxArray
from .chars import Char, chars_of
from .curried import comparison
from .dispatch import base, generic
from .exceptions import ArgumentError, MethodError
from .strings import as_text, host_vector, quoted, text_of_any
from .symbols import Symbol

__all__ = ["byte_vector"]


# ------------------------------------------------------------------------------ comparing


def sort_key(text: str) -> Any:
    """What orders strings as Julia does (by bytes)."""
    return text if utf8.is_well_formed(text) else utf8.to_bytes(text)


def _less(a: str, b: str) -> bool:
    if utf8.is_well_formed(a) and utf8.is_well_formed(b):
        return str.__lt__(a, b)
    return utf8.to_bytes(a) < utf8.to_bytes(b)


def _both(name: str, a: Any, b: Any, kind: type) -> None:
    if not (isinstance(a, kind) and isinstance(b, kind)):
        raise MethodError(generic(name), (a, b))


@comparison("isless", str, at=(0, 1))
def _(a: str, b: str) -> bool:
    _both("isless", a, b, str)
    return _less(a, b)


@comparison("<", str, at=(0, 1))
def _(a: str, b: str) -> bool:
    _both("isless", a, b, str)
    return _less(a, b)


@comparison("<=", str, at=(0, 1))
def _(a: str, b: str) -> bool:
    _both("isless", a, b, str)
    return not _less(b, a)


@comparison(">", str, at=(0, 1))
def _(a: str, b: str) -> bool:
    _both("isless", b, a, str)
    return _less(b, a)


@comparison(">=", str, at=(0, 1))
def _(a: str, b: str) -> bool:
    _both("isless", b, a, str)
    return not _less(a, b)


@base("cmp", str, at=(0, 1))
def _(a: str, b: str) -> int:
    _both("cmp", a, b, str)
    return -1 if _less(a, b) else 1 if _less(b, a) else 0


@comparison("==", str, at=(0, 1))
def _(a: Any, b: Any) -> Any:
    if isinstance(a, str) and isinstance(b, str):
        return str.__eq__(a, b)
    missing = _missing_of(a, b)
    return False if missing is None else missing


def _missing_of(a: Any, b: Any) -> Any:
    from .missing import missing

    return missing if a is missing or b is missing else None


@comparison("isequal", str, at=(0, 1))
def _(a: Any, b: Any) -> bool:
    return isinstance(a, str) and isinstance(b, str) and str.__eq__(a, b)


# ------------------------------------------------------------------------------ conversion


@base("String")
def _(x: Any = "") -> str:
    if isinstance(x, str):
        return str(x)
    if isinstance(x, Symbol):
        return x.name
    if isinstance(x, Char):
        raise MethodError(generic("String"), (x,))
    if hasattr(x, "take_text"):
        return x.take_text()
    if isinstance(x, JaxArray) and x.dtype == np.uint8:
        return utf8.from_bytes(np.asarray(x.read()).tobytes())
    items = list(generic("elements")(x))
    if all(isinstance(item, Char) for item in items):
        return "".join(item.text for item in items)
    return utf8.from_bytes(bytes(int(item) for item in items))


@base("Symbol")
def _(*parts: Any) -> Symbol:
    return Symbol("".join(map(text_of_any, parts)))


@base("codeunits", str)
def _(text: str) -> Any:
    return byte_vector(utf8.to_bytes(text))


def byte_vector(data: bytes) -> Any:
    return JaxArray(np.frombuffer(data, np.uint8).copy())


@base("transcode")
def _(target: Any, source: Any) -> Any:
    name = str(getattr(target, "name", target))
    if isinstance(source, str):
        if "UInt8" in name:
            return byte_vector(utf8.to_bytes(source))
        if "UInt16" in name:
            return host_vector(np.frombuffer(source.encode("utf-16-le"), np.uint16), "UInt16")
        return source
    return generic("String")(source)


@base("ascii", str)
def _(text: str) -> str:
    if not text.isascii():
        data = utf8.to_bytes(text)
        place = next(i for i, byte in enumerate(data, 1) if byte > 127)
        raise ArgumentError(f"invalid ASCII at index {place} in {quoted(text)}")
    return text


@base("isascii", str)
def _(text: str) -> bool:
    return text.isascii()


@base("textwidth", str)
def _(text: str) -> int:
    return utf8.text_width(text)


@base("textwidth", Char)
def _(char: Char) -> int:
    return utf8.text_width(char.text)


@base("map", str, at=1)
def _(fn: Any, text: str, *more: Any) -> Any:
    others = map(generic("elements"), more)
    results = [fn(*chars) for chars in zip(chars_of(text), *others, strict=False)]
    for result in results:
        if not isinstance(result, Char):
            raise ArgumentError(
                "map(f, s::AbstractString) requires f to return AbstractChar; "
                "try map(f, collect(s)) or a comprehension instead"
            )
    return "".join(result.text for result in results)


@base("filter", str, at=1)
def _(fn: Any, text: str) -> str:
    return "".join(char.text for char in chars_of(text) if fn(char))


@base("escape_string")
def _(*args: Any, keep: Any = ()) -> Any:
    from .show_strings import escape_text

    kept = "".join(as_text(c) for c in generic("elements")(keep)) if keep != () else ""
    io, rest = (None, args) if isinstance(args[0], str) else (args[0], args[1:])
    extra = "".join(as_text(c) for c in generic("elements")(rest[1])) if len(rest) > 1 else '"'
    text = escape_text(rest[0], extra, kept)
    return text if io is None else io.write_text(text)


@base("unescape_string", str)
def _(text: str, *keep: Any) -> str:
    from .string_escapes import unescape

    return unescape(text, "".join(as_text(c) for c in generic("elements")(keep[0])) if keep else "")


@base("one", str)
def _(text: str) -> str:
    return ""


@base("only", str)
def _(text: str) -> Char:
    chars = chars_of(text)
    if len(chars) != 1:
        what = "empty" if not chars else "has multiple elements"
        text = f"Collection {'is' if not chars else ''} {what}, must contain exactly 1 element"
        raise ArgumentError(text.replace("  ", " "))
    return chars[0]
