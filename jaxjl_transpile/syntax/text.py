"""The text of string and character literals: escapes, and the dedenting of triple-quoted strings.

Strings hold ill-formed bytes as surrogate escapes (`"\\xff"` is `"\\udcff"`).
"""

from __future__ import annotations

import re

_ESCAPE = re.compile(
    r"\\(x[0-9a-fA-F]{1,2}|u[0-9a-fA-F]{1,4}|U[0-9a-fA-F]{1,8}|[0-7]{1,3}|\r?\n[ \t]*|.)", re.DOTALL
)
_SIMPLE = {
    "n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v", "e": "\x1b",
    "0": "\0",
    "\\": "\\", '"': '"', "'": "'", "$": "$", "`": "`",
}  # fmt: skip
_CONTINUATION = re.compile(r"(\\[^\r\n])|\\\r?\n[ \t]*")
_LINE_END = re.compile(r"\r\n?")


class EscapeError(Exception):
    """An escape sequence that is none. `offset` and `length` say where in the literal's text."""

    def __init__(self, offset: int, length: int) -> None:
        super().__init__(offset)
        self.offset = offset
        self.length = length


def line_ends(raw: str) -> str:
    """The text with every line end a newline."""
    return _LINE_END.sub("\n", raw) if "\r" in raw else raw


def unescape(raw: str) -> str:
    """The text that a string literal's inside stands for. Raises EscapeError."""
    return _ESCAPE.sub(_escape, raw) if "\\" in raw else raw


def _escape(match: re.Match[str]) -> str:
    body = match[1]
    first = body[0]
    if len(body) == 1 and first in _SIMPLE:
        return _SIMPLE[first]
    if first in "01234567":
        return _byte(int(body, 8), match)
    if first == "x" and len(body) > 1:
        return _byte(int(body[1:], 16), match)
    if first in "uU" and len(body) > 1:
        code = int(body[1:], 16)
        if code > 0x10FFFF:
            raise EscapeError(match.start(), len(match[0]))
        if 0xD800 <= code <= 0xDFFF:
            return chr(code).encode("utf-8", "surrogatepass").decode("utf-8", "surrogateescape")
        return chr(code)
    if first in "\r\n":
        return ""
    raise EscapeError(match.start(), len(match[0]))


def _byte(value: int, match: re.Match[str]) -> str:
    if value > 255:
        raise EscapeError(match.start(), len(match[0]))
    return chr(value) if value < 128 else chr(0xDC00 + value)


def rejoin(text: str) -> str:
    """The text with bytes that form UTF-8 together made the characters that they are."""
    if text.isascii() or not any("\udc80" <= char <= "\udcff" for char in text):
        return text
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape")


def unescape_raw(raw: str, delimiter: str) -> str:
    """The text of a string macro's literal: only backslashes before the delimiter (or the end)
    escape.
    """
    if "\\" not in raw:
        return raw
    return re.sub(
        rf"(\\+)({delimiter}|\Z)", lambda match: "\\" * (len(match[1]) // 2) + match[2], raw
    )


def join_lines(raw: str) -> str:
    """The text with a backslash, a newline and the blanks after it taken away."""
    if "\\\n" not in raw and "\\\r" not in raw:
        return raw
    return _CONTINUATION.sub(lambda match: match[1] or "", raw)


def dedent(parts: list[str | None]) -> list[str | None]:
    """The pieces of a triple-quoted string without their common indentation.

    None stands for an interpolation. A newline right after the opening quotes goes away.
    """
    indent: str | None = None
    for part in parts:
        if part is None:
            continue
        lines = part.split("\n")
        last = len(lines) - 1
        for number, line in enumerate(lines[1:], 1):
            body = line.lstrip(" \t")
            if body == "" and number < last:
                # blank lines do not count; what stands before an interpolation or
                # the end does
                continue
            blanks = line[: len(line) - len(body)]
            indent = blanks if indent is None else _common(indent, blanks)
    result = parts
    if indent:
        result = [None if part is None else part.replace("\n" + indent, "\n") for part in parts]
    if result and result[0] is not None and result[0].startswith("\n"):
        result = [result[0][1:], *result[1:]]
    return result


def _common(left: str, right: str) -> str:
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return left[:count]
