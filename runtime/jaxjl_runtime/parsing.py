"""`parse` and `tryparse`: numbers out of text."""

from __future__ import annotations

import math
import re
from typing import Any

import numpy as np

from .chars import Char
from .dispatch import base as native
from .dispatch import generic
from .exceptions import ArgumentError, MethodError, OverflowError_
from .show_strings import char_text, string_text
from .strings import is_blank
from .typeof import dtype_of
from .types import DataType
from .types_base import names

__all__ = ["parse_number"]

_FLOAT = re.compile(
    r"[+-]?((\d+\.?\d*|\.\d+)([eE][+-]?\d+)?|inf(inity)?|nan"
    r"|0x([0-9a-f]+\.?[0-9a-f]*|\.[0-9a-f]+)(p[+-]?\d+)?)",
    re.I | re.A,
)
_WIDE = {"Int128": (-(1 << 127), 1 << 127), "UInt128": (0, 1 << 128)}


def _strip(text: str) -> str:
    begin, end = 0, len(text)
    while begin < end and is_blank(text[begin]):
        begin += 1
    while end > begin and is_blank(text[end - 1]):
        end -= 1
    return text[begin:end]


def _limits(julia_type: Any) -> tuple[int, int] | None:
    """Lowest and one past the highest value; None for a BigInt."""
    dtype = dtype_of(julia_type)
    if dtype is not None:
        info = np.iinfo(dtype)
        return int(info.min), int(info.max) + 1
    return _WIDE.get(julia_type.name.name)


def parse_integer(julia_type: Any, text: str, base: int) -> int:
    """The integer that a text stands for; Julia's errors otherwise."""
    limits = _limits(julia_type)
    if base != 0 and not 2 <= base <= 62:
        raise ArgumentError(f"invalid base: base must be 2 ≤ base ≤ 62, got {base}")
    body = text[next((i for i, c in enumerate(text) if not is_blank(c)), len(text)) :]
    if not body:
        raise ArgumentError("input string is empty or only contains whitespace")
    sign = 1
    if (limits is None or limits[0] < 0) and body[0] in "+-":
        sign = -1 if body[0] == "-" else 1
        body = body[next((i for i, c in enumerate(body[1:], 1) if not is_blank(c)), len(body)) :]
    if base == 0:
        base = {"x": 16, "o": 8, "b": 2}.get(body[1:2], 10) if body[:1] == "0" else 10
        body = body[2:] if base != 10 else body
    if not body:
        raise ArgumentError(f"premature end of integer: {string_text(text)}")
    number = sign * _digits(body, base, text)
    if limits is not None and not limits[0] <= number < limits[1]:
        raise OverflowError_(f"overflow parsing {string_text(text)}")
    return number


def _digits(body: str, base: int, text: str) -> int:
    number = 0
    for k, char in enumerate(body):
        digit = _digit(char, base)
        if digit >= base:
            if is_blank(char) and k:
                if _strip(body[k:]):
                    raise ArgumentError(f"extra characters after whitespace in {string_text(text)}")
                return number
            shown = char_text(Char(char))
            raise ArgumentError(f"invalid base {base} digit {shown} in {string_text(text)}")
        number = number * base + digit
    return number


def _digit(char: str, base: int) -> int:
    if "0" <= char <= "9":
        return ord(char) - 48
    if "A" <= char <= "Z":
        return ord(char) - 55
    if "a" <= char <= "z":
        return ord(char) - (87 if base <= 36 else 61)
    return 99


def parse_float(julia_type: Any, text: str) -> Any:
    """The float that a text stands for."""
    body = _strip(text)
    name = julia_type.name.name
    if _FLOAT.fullmatch(body):
        lower = body.lower()
        value = float.fromhex(lower) if "0x" in lower else float(body)
        dtype = dtype_of(julia_type)
        if name == "Float64":
            if not math.isinf(value) or "n" in lower:
                return value
        elif dtype is not None:
            with np.errstate(over="ignore"):
                narrow = dtype.type(np.float32(body) if "0x" not in lower else value)
            if not np.isinf(narrow) or "n" in lower or name == "Float16":
                return narrow
        else:
            return generic("BigFloat")(body)
    raise ArgumentError(f"cannot parse {string_text(text)} as {name}")


def _parse_bool(text: str, base: int) -> bool:
    if not text:
        raise ArgumentError("input string is empty")
    if text[0].isnumeric():
        try:
            number = parse_integer(names["UInt8"], text, base)
        except (ArgumentError, OverflowError_):
            number = 2
        if number in (0, 1):
            return bool(number)
        raise ArgumentError(f"invalid Bool representation: {string_text(text)}")
    body = _strip(text)
    if body in ("true", "false"):
        return body == "true"
    if not body:
        raise ArgumentError("input string only contains whitespace")
    raise ArgumentError(f"invalid Bool representation: {string_text(text)}")


_COMPLEX = re.compile(r"(.*[^eE+\-\s]\s*)([+-])(.*)$", re.S)


def _parse_complex(julia_type: Any, text: str) -> Any:
    part = julia_type.parameters[0]
    body = _strip(text)
    if not body:
        raise ArgumentError("input string is empty or only contains whitespace")
    ending = re.search(r"(im|i|j)$", body)
    if ending is None:
        return julia_type(parse_number(part, body), generic("zero")(part))
    body = body[: ending.start()]
    split = _COMPLEX.fullmatch(body)
    if split is None:
        return julia_type(generic("zero")(part), parse_number(part, body))
    imaginary = split[2] + _strip(split[3]).rstrip("*")
    return julia_type(parse_number(part, split[1]), parse_number(part, imaginary))


def parse_number(julia_type: Any, text: str, base: Any = None) -> Any:
    """What `parse(T, text; base)` gives."""
    from .subtype import issubtype

    text = str(text)
    if base is not None and not 2 <= int(base) <= 62:
        raise ArgumentError(f"invalid base: base must be 2 ≤ base ≤ 62, got {int(base)}")
    radix = 0 if base is None else int(base)
    if not isinstance(julia_type, DataType):
        raise MethodError(generic("parse"), (julia_type, text))
    if julia_type is names["Bool"]:
        return _parse_bool(text, radix)
    if issubtype(julia_type, names["Integer"]):
        target = names["Int64"] if julia_type is names["Integer"] else julia_type
        number = parse_integer(target, text, radix)
        dtype = dtype_of(target)
        if dtype is not None:
            return number if target is names["Int64"] else dtype.type(number)
        return _big(target, number)
    if issubtype(julia_type, names["AbstractFloat"]):
        return parse_float(julia_type, text)
    if julia_type.name.name == "Complex":
        return _parse_complex(julia_type, text)
    raise MethodError(generic("parse"), (julia_type, text))


def _big(target: Any, number: int) -> Any:
    from . import exact

    return getattr(exact, target.name.name)(number)


@native("parse")
def _(julia_type: Any, text: Any, *form: Any, base: Any = None) -> Any:
    if _is_time(julia_type):
        return julia_type(text, *form)
    if isinstance(text, Char):
        return _parse_char(julia_type, text, 10 if base is None else int(base))
    if not isinstance(text, str):
        raise MethodError(generic("parse"), (julia_type, text))
    return parse_number(julia_type, text, base)


def _parse_char(julia_type: Any, char: Char, base: int) -> Any:
    digit = _digit(char.text, base)
    if digit == 99:
        raise ArgumentError(f"invalid digit: {char_text(char)}")
    if digit >= base:
        raise ArgumentError(f"invalid base {base} digit {char_text(char)}")
    return generic("convert")(julia_type, digit)


def _is_time(julia_type: Any) -> bool:
    """Whether a type is one of `Dates`, which its constructor parses."""
    from .subtype import issubtype

    return isinstance(julia_type, DataType) and issubtype(julia_type, names["TimeType"])


@native("tryparse")
def _(julia_type: Any, text: Any, *form: Any, base: Any = None) -> Any:
    if not isinstance(text, str):
        raise MethodError(generic("tryparse"), (julia_type, text))
    try:
        if _is_time(julia_type):
            return julia_type(text, *form)
        return parse_number(julia_type, text, base)
    except (ArgumentError, OverflowError_):
        return None
