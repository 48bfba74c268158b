"""Looking into strings: `occursin`, `findfirst` …, `split`, `replace`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from . import utf8
from .chars import Char, char_of, chars_of
from .dispatch import base, generic
from .exceptions import BoundsError, MethodError
from .pairs import Pair
from .regex import Regex, SubstitutionString
from .string_index import (
    SubString,
    byte_at,
    char_index,
    codeunit_count,
    is_start,
    next_index,
    position_of,
)
from .strings import as_text, char_test, host_vector, is_blank, text_of_any

__all__ = ["Finder", "finder"]

# Python positions where a pattern is found first from a position on, or None.
Finder = Callable[[str, int], tuple[int, int] | None]


def finder(pattern: Any) -> Finder:
    """How to look for a string, a regex, a character, one of several, or by a predicate."""
    if isinstance(pattern, str):
        size = len(pattern)

        def find_text(text: str, start: int) -> tuple[int, int] | None:
            at = text.find(pattern, start)
            return None if at < 0 else (at, at + size)

        return find_text
    if isinstance(pattern, Regex):
        return pattern.find
    if isinstance(pattern, Char):
        return finder(pattern.text)
    test = char_test(pattern)

    def find_char(text: str, start: int) -> tuple[int, int] | None:
        for at in range(start, len(text)):
            if test(text[at]):
                return at, at + 1
        return None

    return find_char


def _is_text_pattern(pattern: Any) -> bool:
    return isinstance(pattern, str | Regex)


# ------------------------------------------------------------------------------ yes or no


@base("occursin")
def _(pattern: Any, *text: Any, offset: int = 0) -> Any:
    if not text:
        return lambda needle: generic("occursin")(needle, pattern)
    if not isinstance(text[0], str):
        raise MethodError(generic("occursin"), (pattern, *text))
    if not isinstance(pattern, str | Char | Regex):
        raise MethodError(generic("occursin"), (pattern, *text))
    return finder(pattern)(text[0], int(offset)) is not None


@base("contains")
def _(text: Any, *pattern: Any) -> Any:
    if not pattern:
        return lambda haystack: generic("occursin")(text, haystack)
    return generic("occursin")(pattern[0], text)


@base("startswith")
def _(text: Any, *prefix: Any) -> Any:
    if not prefix:
        return lambda whole: generic("startswith")(whole, text)
    wanted = prefix[0]
    if isinstance(wanted, str):
        return text.startswith(wanted)
    if isinstance(wanted, Regex):
        return wanted.compiled.match(text) is not None
    return bool(text) and char_test(wanted)(utf8.char_texts(text)[0])


@base("endswith")
def _(text: Any, *suffix: Any) -> Any:
    if not suffix:
        return lambda whole: generic("endswith")(whole, text)
    wanted = suffix[0]
    if isinstance(wanted, str):
        return text.endswith(wanted)
    if isinstance(wanted, Regex):
        return any(m.end() == len(text) for m in wanted.compiled.finditer(text))
    return bool(text) and char_test(wanted)(utf8.char_texts(text)[-1])


@base("in", str, at=1)
def _(item: Any, text: str) -> bool:
    if isinstance(item, Char):
        return item.text in text
    if isinstance(item, str):
        from .exceptions import ErrorException

        raise ErrorException("use occursin(x, y) for string containment")
    return False


@base("count", str, Char, Regex)
def _(pattern: Any, text: str, *, overlap: bool = False) -> int:
    return len(_all_spans(pattern, text, overlap))


@base("count", str, at=1)
def _(test: Any, text: str) -> int:
    return sum(1 for char in chars_of(text) if test(char))


# ------------------------------------------------------------------------------ where


def _index_of(text: str, span: tuple[int, int], pattern: Any) -> Any:
    """What `findfirst` gives: the range of byte indices, or the index of one character."""
    first = byte_at(text, span[0])
    if not _is_text_pattern(pattern):
        return first
    last = byte_at(text, span[1] - 1) if span[1] > span[0] else first - 1
    return generic(":")(first, last)


@base("findfirst", str, at=1)
def _(pattern: Any, text: str) -> Any:
    return _find_next(pattern, text, 1)


@base("findnext", str, at=1)
def _(pattern: Any, text: str, start: int) -> Any:
    start = int(start)
    if start < 1:
        raise BoundsError(text, start)
    total = codeunit_count(text)
    if start > total + 1:
        if _is_text_pattern(pattern):
            raise BoundsError(text, start)
        return None
    return _find_next(pattern, text, start)


def _find_next(pattern: Any, text: str, start: int) -> Any:
    if start <= codeunit_count(text) and not is_start(text, start):
        start = next_index(text, start)
    span = finder(pattern)(text, position_of(text, start))
    return None if span is None else _index_of(text, span, pattern)


@base("findlast", str, at=1)
def _(pattern: Any, text: str) -> Any:
    return _find_previous(pattern, text, len(text))


@base("findprev", str, at=1)
def _(pattern: Any, text: str, start: int) -> Any:
    start = int(start)
    if start < 1 and not isinstance(pattern, str):
        return None
    return _find_previous(pattern, text, min(char_index(text, start) + 1, len(text)))


def _find_previous(pattern: Any, text: str, end: int) -> Any:
    """The last match that ends at or before a Python position."""
    if isinstance(pattern, str):
        at = text.rfind(pattern, 0, end)
        return None if at < 0 else _index_of(text, (at, at + len(pattern)), pattern)
    if isinstance(pattern, Regex):
        spans = [s for s in _all_spans(pattern, text, True) if s[1] <= end]
        return _index_of(text, spans[-1], pattern) if spans else None
    test = char_test(pattern)
    for at in range(end - 1, -1, -1):
        if test(text[at]):
            return byte_at(text, at)
    return None


def _all_spans(pattern: Any, text: str, overlap: bool) -> list[tuple[int, int]]:
    find, spans, at = finder(pattern), [], 0
    while at <= len(text):
        span = find(text, at)
        if span is None:
            break
        spans.append(span)
        at = span[0] + 1 if overlap or span[1] == span[0] else span[1]
    return spans


@base("findall", str, at=1)
def _(pattern: Any, text: str, *, overlap: bool = False) -> Any:
    found = [_index_of(text, span, pattern) for span in _all_spans(pattern, text, overlap)]
    return host_vector(found, "UnitRange{Int64}" if _is_text_pattern(pattern) else "Int64")


@base("indexin", str)
def _(text: str, other: Any) -> Any:
    return generic("indexin")(generic("collect")(text), other)


# ------------------------------------------------------------------------------ split

_WORD = re.compile(r"[^ \t\n\v\f\r]+")


def split_spans(text: str, find: Finder, limit: int, keep: bool) -> list[tuple[int, int]]:
    """The Python positions of the parts between the matches."""
    parts: list[tuple[int, int]] = []
    begin, n = 0, len(text)
    span = find(text, 0)
    while span is not None and span[0] < n and len(parts) != limit - 1:
        first, after = span
        if begin < after:
            if keep or begin < first:
                parts.append((begin, first))
            begin = after
        after = max(after, first + 1) if after <= first else after
        span = find(text, after)
    if keep or begin < n:
        parts.append((begin, n))
    return parts


def _delimiter(args: tuple[Any, ...]) -> Finder:
    if not args:
        return finder_of_blanks
    return finder(args[0])


def finder_of_blanks(text: str, start: int) -> tuple[int, int] | None:
    """The next blank character."""
    for at in range(start, len(text)):
        if is_blank(text[at]):
            return at, at + 1
    return None


def _parts(text: str, spans: list[tuple[int, int]]) -> list[SubString]:
    return [SubString(text[a:b], text, byte_at(text, a) - 1) for a, b in spans]


def split_list(text: str, args: tuple[Any, ...], limit: int, keepempty: Any) -> list[SubString]:
    """The parts that `split` gives."""
    keep = bool(args) if keepempty is None else bool(keepempty)
    if not args and not limit and not keep and text.isascii():
        return [SubString(m[0], text, m.start()) for m in _WORD.finditer(text)]
    simple = args and isinstance(args[0], str | Char) and as_text(args[0]) and not limit and keep
    if simple and text.isascii():
        at, parts = 0, []
        wanted = as_text(args[0])
        for piece in text.split(wanted):
            parts.append(SubString(piece, text, at))
            at += len(piece) + len(wanted)
        return parts
    return _parts(text, split_spans(text, _delimiter(args), int(limit), keep))


def _substrings(parts: list[SubString]) -> Any:
    return host_vector(parts, "SubString{String}")


@base("split", str)
def _(text: str, *delimiter: Any, limit: int = 0, keepempty: Any = None) -> Any:
    return _substrings(split_list(text, delimiter, limit, keepempty))


@base("eachsplit", str)
def _(text: str, *delimiter: Any, limit: int = 0, keepempty: Any = None) -> Any:
    return _substrings(split_list(text, delimiter, limit, keepempty))


@base("rsplit", str)
def _(text: str, *delimiter: Any, limit: int = 0, keepempty: Any = None) -> Any:
    keep = bool(delimiter) if keepempty is None else bool(keepempty)
    spans = split_spans(text, _delimiter(delimiter), 0, True)
    if limit > 0:
        joined = max(0, len([s for s in spans if keep or s[0] < s[1]]) - (int(limit) - 1))
        kept = [s for s in spans if keep or s[0] < s[1]]
        if len(kept) > limit:
            kept = [(0, kept[joined - 1][1]), *kept[joined:]]
        spans = kept
    return _substrings(_parts(text, [s for s in spans if keep or s[0] < s[1]]))


@base("eachline", str)
def _(path: str, *, keep: bool = False) -> Any:
    from .files import lines_of

    return lines_of(path, keep)


# ------------------------------------------------------------------------------ replace


def _replacement(new: Any, pattern: Any, text: str, span: tuple[int, int]) -> str:
    """The text that takes the place of one match."""
    part = text[span[0] : span[1]]
    if isinstance(new, SubstitutionString) and isinstance(pattern, Regex):
        found = pattern.compiled.match(text, span[0])
        return new.expand(found) if found is not None else part
    if callable(new):
        given = (
            char_of(part)
            if not _is_text_pattern(pattern)
            else SubString(part, text, byte_at(text, span[0]) - 1)
        )
        return text_of_any(new(given))
    return text_of_any(new)


@base("replace", str)
def _(text: str, *pairs: Pair, count: Any = None) -> str:
    most = -1 if count is None else int(count)
    if count is not None and most < 0:
        from .exceptions import DomainError

        raise DomainError(most, "`count` must be non-negative.")
    for pair in pairs:
        if not isinstance(pair, Pair):
            raise MethodError(generic("replace"), (text, *pairs))
    if most == 0 or not pairs:
        return str(text)
    if len(pairs) == 1:
        old, new = pairs[0].first, pairs[0].second
        if isinstance(old, str | Char) and as_text(old) and isinstance(new, str | Char):
            return text.replace(as_text(old), as_text(new), most)
    return _replace_all(text, [(finder(p.first), p.first, p.second) for p in pairs], most)


def _replace_all(text: str, rules: list[tuple[Finder, Any, Any]], most: int) -> str:
    """The first match of any rule is replaced, then on; an earlier rule wins a tie."""
    out, begin, at, done = [], 0, 0, 0
    started = False
    while at <= len(text) and done != most:
        best = None
        for find, pattern, new in rules:
            span = find(text, at)
            if span is not None and (best is None or span[0] < best[0][0]):
                best = span, pattern, new
        if best is None:
            break
        span, pattern, new = best
        if not started or begin < span[1]:
            out.append(text[begin : span[0]])
            out.append(_replacement(new, pattern, text, span))
            done += 1
        started = True
        if span[1] == span[0]:
            begin = span[0]
            at = span[0] + 1
        else:
            begin = at = span[1]
    out.append(text[begin:])
    return "".join(out)
