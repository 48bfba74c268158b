"""Byte indices of strings: Julia counts code units, not characters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import Any

import numpy as np

from . import utf8
from .chars import Char, char_of, chars_of
from .dispatch import base, generic
from .exceptions import ArgumentError, BoundsError, StringIndexError

__all__ = [
    "SubString",
    "byte_at",
    "byte_index",
    "byte_range",
    "char_index",
    "check_start",
    "codeunit_count",
    "position_of",
    "slice_bytes",
    "starts",
]


class SubString(str):
    """Part of a string; its Julia type is `SubString{String}`."""

    __slots__ = ("offset", "string")
    string: str
    offset: int

    def __new__(cls, text: str, string: str | None = None, offset: int = 0) -> SubString:
        made = str.__new__(cls, text)
        made.string = str(text) if string is None else string
        made.offset = offset
        return made

    @property
    def ncodeunits(self) -> int:
        """The number of bytes."""
        return codeunit_count(self)


@lru_cache(maxsize=64)
def _layout(text: str) -> tuple[list[str], list[int], int]:
    """Texts of the characters, 1-based byte index of each, number of bytes."""
    chars = utf8.char_texts(text)
    ends = list(accumulate((len(utf8.to_bytes(c)) for c in chars), initial=0))
    return chars, [end + 1 for end in ends[:-1]], ends[-1]


def starts(text: str) -> list[int] | range:
    """The byte index (from 1) at which each character begins."""
    return range(1, len(text) + 1) if text.isascii() else _layout(text)[1]


def codeunit_count(text: str) -> int:
    """`ncodeunits`."""
    return len(text) if text.isascii() else _layout(text)[2]


def char_count(text: str) -> int:
    """`length`: the number of characters."""
    return len(text) if text.isascii() else len(_layout(text)[0])


def byte_index(text: str, position: int) -> int:
    """The byte index of the character at a 0-based position in the list of characters."""
    if text.isascii():
        return position + 1
    _, begins, total = _layout(text)
    return begins[position] if position < len(begins) else total + 1


def byte_at(text: str, position: int) -> int:
    """The byte index (from 1) of a position in the Python string."""
    if text.isascii():
        return position + 1
    if utf8.is_well_formed(text):
        return byte_index(text, position)
    return len(utf8.to_bytes(text[:position])) + 1


def position_of(text: str, index: int) -> int:
    """The position in the Python string of the character at byte `index`."""
    if text.isascii():
        return index - 1
    return len(utf8.from_bytes(utf8.to_bytes(text)[: index - 1]))


def char_index(text: str, index: int) -> int:
    """The 0-based position of the character that holds byte `index`."""
    if text.isascii():
        return index - 1
    return bisect_right(_layout(text)[1], index) - 1


def check_start(text: str, index: int) -> None:
    """Raise Julia's error unless a character begins at byte `index`."""
    if not 1 <= index <= codeunit_count(text):
        raise BoundsError(text, index)
    if not is_start(text, index):
        raise StringIndexError(text, index)


def is_start(text: str, index: int) -> bool:
    """`isvalid(text, index)`."""
    if text.isascii():
        return 1 <= index <= len(text)
    begins = _layout(text)[1]
    k = bisect_right(begins, index) - 1
    return k >= 0 and begins[k] == index


def char_texts(text: str) -> list[str] | str:
    """The characters' texts, as a sequence."""
    return text if text.isascii() else _layout(text)[0]


def slice_bytes(text: str, first: int, last: int) -> str:
    """`text[first:last]`: both must be the beginnings of characters."""
    if last < first:
        return ""
    if first < 1 or last > codeunit_count(text):
        raise BoundsError(text, generic(":")(first, last))
    for index in (first, last):
        if not is_start(text, index):
            raise StringIndexError(text, index)
    if text.isascii():
        return text[first - 1 : last]
    chars = _layout(text)[0]
    return "".join(chars[char_index(text, first) : char_index(text, last) + 1])


def byte_range(text: str, begin: int, end: int) -> Any:
    """The range of byte indices of the characters at positions `begin` until `end` (0-based)."""
    first = byte_index(text, begin)
    last = byte_index(text, end - 1) if end > begin else first - 1
    return generic(":")(first, last)


def next_index(text: str, index: int, count: int = 1) -> int:
    """`nextind(text, index, count)`."""
    if count < 0:
        raise ArgumentError(f"negative n: {count}")
    total = codeunit_count(text)
    if index < 0 or (count and index > total):
        raise BoundsError(text, index)
    if text.isascii():
        return min(index + count, total + 1) if count <= 1 else index + count
    if count == 0:
        if not is_start(text, index) and 0 < index <= total:
            raise StringIndexError(text, index)
        return index
    begins = _layout(text)[1]
    if index == 0:
        place = -1
    elif count == 1 or is_start(text, index):
        place = bisect_right(begins, index) - 1
    else:
        raise StringIndexError(text, index)
    target = place + count
    return begins[target] if target < len(begins) else total + 1 + (target - len(begins))


def previous_index(text: str, index: int, count: int = 1) -> int:
    """`prevind(text, index, count)`."""
    if count < 0:
        raise ArgumentError(f"negative n: {count}")
    total = codeunit_count(text)
    if index > total + 1 or (count and index < 1):
        raise BoundsError(text, index)
    if text.isascii() or count == 0:
        return index - count
    begins = _layout(text)[1]
    if index == total + 1:
        place = len(begins)
    else:
        place = bisect_right(begins, index) - 1
        if begins[place] != index:
            if count != 1:
                raise StringIndexError(text, index)
            return begins[place]
    target = place - count
    return begins[target] if target >= 0 else target + 1


def this_index(text: str, index: int) -> int:
    """`thisind`: where the character that holds this byte begins."""
    total = codeunit_count(text)
    if index in (0, total + 1):
        return index
    if not 0 < index <= total:
        raise BoundsError(text, index)
    return index if text.isascii() else _layout(text)[1][char_index(text, index)]


@base("ncodeunits", str)
def _(text: str) -> int:
    return codeunit_count(text)


@base("sizeof", str)
def _(text: str) -> int:
    return codeunit_count(text)


@base("ncodeunits", Char)
def _(char: Char) -> int:
    return len(utf8.to_bytes(char.text))


@base("length", str)
def _(text: str, *between: int) -> int:
    if between:
        begin, end = between
        return sum(1 for index in starts(text) if begin <= index <= end)
    return char_count(text)


@base("lastindex", str)
def _(text: str) -> int:
    if text.isascii():
        return len(text)
    begins = _layout(text)[1]
    return begins[-1] if begins else 0


@base("firstindex", str)
def _(text: str) -> int:
    return 1


@base("nextind", str)
def _(text: str, index: int, count: int = 1) -> int:
    return next_index(text, int(index), int(count))


@base("prevind", str)
def _(text: str, index: int, count: int = 1) -> int:
    return previous_index(text, int(index), int(count))


@base("thisind", str)
def _(text: str, index: int) -> int:
    return this_index(text, int(index))


@base("isempty", str)
def _(text: str) -> bool:
    return not text


@base("elements", str)
def _(text: str) -> Iterator[Char]:
    return iter(chars_of(text))


@base("iterate", str)
def _(text: str, state: int = 1) -> Any:
    if state > codeunit_count(text):
        return None
    check_start(text, state)
    if text.isascii():
        return char_of(text[state - 1]), state + 1
    return char_of(_layout(text)[0][char_index(text, state)]), next_index(text, state)


@base("getindex", str)
def _(text: str, index: Any) -> Any:
    if type(index) is int or (hasattr(index, "__index__") and not isinstance(index, bool)):
        index = int(index)
        if text.isascii():
            if 1 <= index <= len(text):
                return char_of(text[index - 1])
            raise BoundsError(text, index)
        check_start(text, index)
        return char_of(_layout(text)[0][char_index(text, index)])
    if index is generic(":"):
        return text
    if _is_unit_range(index):
        part = slice_bytes(text, int(generic("first")(index)), int(generic("last")(index)))
        return part
    picked = [int(i) for i in generic("elements")(index)]
    for i in picked:
        check_start(text, i)
    return "".join(char_texts(text)[char_index(text, i)] for i in picked)


def _is_unit_range(index: Any) -> bool:
    return "Range" in type(index).__name__ and int(generic("step")(index)) == 1


@base("checkbounds", str)
def _(*args: Any) -> Any:
    text, index = args[-2:]
    good = 1 <= int(index) <= codeunit_count(text)
    if not good and len(args) == 2:
        raise BoundsError(text, index)
    return None if len(args) == 2 else good


@base("isvalid", str)
def _(text: str, *index: int) -> bool:
    if index:
        return is_start(text, int(index[0]))
    return utf8.is_well_formed(text)


@base("codeunit", str)
def _(text: str, *index: int) -> Any:
    if not index:
        return generic("typeof")(np.uint8(0))
    i = int(index[0])
    if not 1 <= i <= codeunit_count(text):
        raise BoundsError(text, i)
    return np.uint8(ord(text[i - 1]) if text.isascii() else utf8.to_bytes(text)[i - 1])


@base("SubString")
def _(text: str, *bounds: Any) -> SubString:
    if not bounds:
        first, last = 1, generic("lastindex")(text)
    elif len(bounds) == 1 and not hasattr(bounds[0], "__index__"):
        first, last = int(generic("first")(bounds[0])), int(generic("last")(bounds[0]))
    else:
        first = int(bounds[0])
        last = int(bounds[1]) if len(bounds) > 1 else generic("lastindex")(text)
    return SubString(slice_bytes(text, first, last), text, first - 1)


@base("view", str)
def _(text: str, index: Any) -> SubString:
    return generic("SubString")(text, index)


@base("parent", SubString)
def _(text: SubString) -> str:
    return text.string


@base("eachindex", str)
def _(text: str) -> Any:
    if text.isascii():
        return generic(":")(1, len(text))
    return generic("collect")(tuple(_layout(text)[1]))


@base("keys", str)
def _(text: str) -> Any:
    return generic("eachindex")(text)
