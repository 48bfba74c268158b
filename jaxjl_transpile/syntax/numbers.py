"""Numeric literals: their form, and the value that Julia's parser gives them."""

from __future__ import annotations

import math
import struct

from .expr import Expr, GlobalRef, Literal, Node, sym

_DIGITS = r"[0-9](?:_?[0-9])*"
_HEX = r"[0-9a-fA-F](?:_?[0-9a-fA-F])*"
PATTERN = (
    rf"0x(?:(?:{_HEX})?\.?(?:{_HEX})?[pP][+-]?[0-9]+|{_HEX})|0b[01](?:_?[01])*|0o[0-7](?:_?[0-7])*"
    rf"|(?:{_DIGITS}(?:\.(?!\.)(?:{_DIGITS})?)?|\.{_DIGITS})(?:[eEf][+-]?[0-9]+)?"
)
_WIDTHS = (8, 16, 32, 64, 128)
_BITS_PER_DIGIT = {"x": 4, "b": 1, "o": 3}
_INT64 = 2**63
_INT128 = 2**127


def number(text: str, negative: bool = False) -> Node:
    """The value of a literal; `negative` if a `-` stands right before it.

    Raises OverflowError if no value of the literal's type is that large.
    """
    if len(text) < 19 and text.isdecimal():
        return -int(text) if negative else int(text)
    plain = text.replace("_", "")
    if plain[0] == "0" and plain[1:2] in _BITS_PER_DIGIT:
        return _prefixed(plain, negative)
    if plain.isdecimal():
        return _integer(plain, negative)
    sign = -1.0 if negative else 1.0
    if "f" in plain:
        return Literal("Float32", sign * _float32(plain.replace("f", "e")))
    value = float(plain)
    if math.isinf(value):
        raise OverflowError(text)
    return sign * value


def _prefixed(text: str, negative: bool) -> Node:
    """`0x…`, `0b…`, `0o…`: an unsigned integer as wide as its digits, or a hexadecimal float."""
    base = text[1]
    if base == "x" and ("p" in text or "P" in text):
        value = float.fromhex(text)
        return -value if negative else value
    unsigned = int(text, 0)
    needed = (len(text) - 3) * _BITS_PER_DIGIT[base] + 1
    if base == "o" and text[2] != "0":
        needed = unsigned.bit_length()
    result: Node
    for width in _WIDTHS:
        if needed <= width:
            result = Literal(f"UInt{width}", unsigned)
            if width == 128:
                result = _big("@uint128_str", text)
            break
    else:
        result = _big("@big_str", text)
    return Expr("call", [sym("-"), result]) if negative else result


def _integer(digits: str, negative: bool) -> Node:
    value = -int(digits) if negative else int(digits)
    if -_INT64 <= value < _INT64:
        return value
    text = ("-" if negative else "") + digits
    return _big("@int128_str" if -_INT128 <= value < _INT128 else "@big_str", text)


def _big(macro: str, text: str) -> Expr:
    return Expr("macrocall", [GlobalRef("Core", macro), None, text])


def _float32(text: str) -> float:
    """The Float32 nearest to a decimal number, as a float, rounded once."""
    value = float(text)
    try:
        rounded: float = struct.unpack("f", struct.pack("f", value))[0]
    except OverflowError:
        raise OverflowError(text) from None
    return rounded
