"""`unescape_string`: the text that the inside of a literal stands for."""

from __future__ import annotations

from . import utf8
from .exceptions import ArgumentError

__all__ = ["unescape"]

_SIMPLE = {"a": 7, "b": 8, "t": 9, "n": 10, "v": 11, "f": 12, "r": 13, "e": 27}


def unescape(text: str, keep: str = "") -> str:
    """The text with its escape sequences carried out; those of `keep` stay."""
    out = bytearray()
    at = 0
    while at < len(text):
        char = text[at]
        at += 1
        if char != "\\" or at >= len(text):
            if char == "\\":
                raise ArgumentError(f"invalid escape sequence: {char}")
            out += utf8.to_bytes(char)
            continue
        kind = text[at]
        at += 1
        if kind in keep:
            out += utf8.to_bytes("\\" + kind)
        elif kind in "xuU":
            data, at = _hexadecimal(text, at, kind)
            out += data
        elif kind in "01234567":
            end = at
            while end < min(at + 2, len(text)) and text[end] in "01234567":
                end += 1
            number = int(text[at - 1 : end], 8)
            if number > 255:
                raise ArgumentError("octal escape sequence out of range")
            out.append(number)
            at = end
        else:
            code = _SIMPLE.get(kind)
            out += bytes([code]) if code is not None else utf8.to_bytes(kind)
    return utf8.from_bytes(bytes(out))


def _hexadecimal(text: str, at: int, kind: str) -> tuple[bytes, int]:
    most = {"x": 2, "u": 4, "U": 8}[kind]
    end = at
    while end < min(at + most, len(text)) and text[end] in "0123456789abcdefABCDEF":
        end += 1
    if end == at:
        what = "hex" if kind == "x" else "unicode"
        raise ArgumentError(f"invalid {what} escape sequence used with \\{kind}")
    number = int(text[at:end], 16)
    return (bytes([number]) if kind == "x" else utf8.encode_codepoint(number)), end
