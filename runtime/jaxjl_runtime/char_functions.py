"""Base's functions of characters, and symbols."""

from __future__ import annotations

from typing import Any

import numpy as np

from . import utf8
from .chars import Char, char_of
from .curried import comparison
from .dispatch import base, constructor, generic
from .exceptions import JuliaException, MethodError
from .missing import missing
from .symbols import Symbol

__all__ = ["InvalidCharError"]


class InvalidCharError(JuliaException):
    """A malformed character where its code point is needed."""

    fields = ("char",)


class CodePointError(JuliaException):
    """A number that is no code point."""

    fields = ("code",)


def point_of(char: Char) -> int:
    """The code point of a character; Julia's error for a malformed one."""
    try:
        return char.codepoint
    except ValueError:
        raise InvalidCharError(char) from None


@base("codepoint", Char)
def _(char: Char) -> Any:
    return np.uint32(point_of(char))


@constructor("Char")
def _(julia_type: Any, x: Any) -> Char:
    if isinstance(x, Char):
        return x
    if not hasattr(x, "__index__"):
        raise MethodError(julia_type, (x,))
    number = int(x)
    if number < 0:
        from .exceptions import InexactError
        from .types_base import UInt32

        raise InexactError(Symbol("trunc"), UInt32, x)
    if number > 0x1FFFFF:
        raise CodePointError(np.uint32(number & 0xFFFFFFFF))
    return char_of(number)


@base("+", Char, at=(0, 1))
def _(a: Any, b: Any) -> Any:
    char, step = (a, b) if isinstance(a, Char) else (b, a)
    if isinstance(step, Char) or not hasattr(step, "__index__"):
        raise MethodError(generic("+"), (a, b))
    return _shifted(char, int(step))


@base("-", Char)
def _(a: Char, *b: Any) -> Any:
    if b and isinstance(b[0], Char):
        return point_of(a) - point_of(b[0])
    if not b or not hasattr(b[0], "__index__"):
        raise MethodError(generic("-"), (a, *b))
    return _shifted(a, -int(b[0]))


def _shifted(char: Char, step: int) -> Char:
    point = point_of(char) + step
    if not 0 <= point <= 0x1FFFFF:
        raise CodePointError(np.uint32(point & 0xFFFFFFFF))
    return char_of(point)


_METHODS = {"<": "__lt__", "<=": "__le__", ">": "__gt__", ">=": "__ge__", "isless": "__lt__"}


def _compared(name: str) -> None:
    compare = getattr(Char, _METHODS[name])

    @comparison(name, Char)
    def _(a: Any, b: Any) -> Any:
        if not (isinstance(a, Char) and isinstance(b, Char)):
            return _absorbing(name, a, b)
        return compare(a, b)


def _absorbing(name: str, a: Any, b: Any) -> Any:
    if (a is missing or b is missing) and name != "isless":
        return missing
    raise MethodError(generic("isless"), (a, b) if name in ("<", "isless") else (b, a))


for _name in ("<", "<=", ">", ">=", "isless"):
    _compared(_name)


@comparison("==", Char, at=(0, 1))
def _(a: Any, b: Any) -> Any:
    if a is missing or b is missing:
        return missing
    return isinstance(a, Char) and isinstance(b, Char) and a.text == b.text


@comparison("isequal", Char, at=(0, 1))
def _(a: Any, b: Any) -> bool:
    return isinstance(a, Char) and isinstance(b, Char) and a.text == b.text


@base("cmp", Char)
def _(a: Char, b: Char) -> int:
    return -1 if a < b else 1 if a > b else 0


# ------------------------------------------------------------------------------ categories


def _category(char: Char) -> str:
    point, malformed, _ = utf8.decode_bits(char.bits)
    return "Ma" if malformed else utf8.category(point)


def _by_category(name: str, *categories: str) -> None:
    base(name, Char)(lambda char: _category(char).startswith(categories))


_by_category("isletter", "L")
_by_category("isnumeric", "N")
_by_category("ispunct", "P")
_by_category("iscntrl", "Cc")
_by_category("isuppercase", "Lu", "Lt")
_by_category("islowercase", "Ll")


@base("isuppercase", Char)
def _(char: Char) -> bool:
    return _category(char) in ("Lu", "Lt") or (char.text.isupper() and len(char.text) == 1)


@base("islowercase", Char)
def _(char: Char) -> bool:
    return _category(char) == "Ll" or (char.text.islower() and len(char.text) == 1)


@base("isdigit", Char)
def _(char: Char) -> bool:
    return "0" <= char.text <= "9" and len(char.text) == 1


@base("isxdigit", Char)
def _(char: Char) -> bool:
    return char.text in "0123456789abcdefABCDEF"


@base("isspace", Char)
def _(char: Char) -> bool:
    from .strings import is_blank

    return is_blank(char.text)


@base("isprint", Char)
def _(char: Char) -> bool:
    point, malformed, _ = utf8.decode_bits(char.bits)
    return not malformed and utf8.is_printable(point)


@base("isascii", Char)
def _(char: Char) -> bool:
    return char.text.isascii()


@base("isvalid", Char)
def _(char: Char) -> bool:
    return len(char.text) == 1 and not 0xD800 <= ord(char.text) <= 0xDFFF


@base("isvalid")
def _(*args: Any) -> bool:
    value = args[-1]
    if isinstance(value, str):
        return utf8.is_well_formed(value)
    if isinstance(value, Char):
        return generic("isvalid")(value)
    return 0 <= int(value) <= 0xD7FF or 0xDFFF < int(value) <= 0x10FFFF


@base("isassigned", Char)
def _(char: Char, *index: Any) -> bool:
    return True


@base("length", Char)
def _(char: Char) -> int:
    return 1


@base("elements", Char)
def _(char: Char) -> Any:
    return iter((char,))


@base("iterate", Char)
def _(char: Char, *state: Any) -> Any:
    return None if state else (char, None)


@base("getindex", Char)
def _(char: Char, *index: Any) -> Char:
    return char


@base("hex2bytes", str)
def _(text: str) -> Any:
    from .string_convert import byte_vector

    return byte_vector(bytes.fromhex(text))


@base("bytes2hex")
def _(data: Any) -> str:
    return bytes(int(byte) for byte in generic("elements")(data)).hex()


# ------------------------------------------------------------------------------ symbols


@comparison("isless", Symbol, at=(0, 1))
def _(a: Any, b: Any) -> bool:
    if not (isinstance(a, Symbol) and isinstance(b, Symbol)):
        raise MethodError(generic("isless"), (a, b))
    return a.name < b.name


@comparison("<", Symbol, at=(0, 1))
def _(a: Any, b: Any) -> bool:
    return generic("isless")(a, b)


@base("cmp", Symbol)
def _(a: Symbol, b: Symbol) -> int:
    return -1 if a.name < b.name else 1 if b.name < a.name else 0


@comparison("==", Symbol, at=(0, 1))
def _(a: Any, b: Any) -> Any:
    return missing if a is missing or b is missing else a is b


@constructor("Symbol")
def _(julia_type: Any, *parts: Any) -> Symbol:
    from .strings import text_of_any

    return Symbol("".join(map(text_of_any, parts)))


@constructor("String")
def _(julia_type: Any, *args: Any) -> str:
    return generic("String")(*args)


@constructor("Regex")
def _(julia_type: Any, *args: Any) -> Any:
    return generic("Regex")(*args)


@constructor("SubString")
def _(julia_type: Any, *args: Any) -> Any:
    return generic("SubString")(*args)


@constructor("SubstitutionString")
def _(julia_type: Any, text: str) -> Any:
    from .regex import SubstitutionString

    return SubstitutionString(text)


@base("literal")
def _(kind: str, data: bytes) -> Any:
    """The character or string of a literal whose bytes are no UTF-8."""
    text = utf8.from_bytes(data)
    return Char(text) if kind == "Char" else text
