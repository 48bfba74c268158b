"""Functions that make strings of strings: case, padding, stripping, joining, comparing."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from . import utf8
from .chars import Char, char_of, chars_of
from .config import julia_before
from .dispatch import base, generic
from .exceptions import ArgumentError, MethodError
from .string_index import SubString, codeunit_count

__all__ = ["as_text", "char_test", "host_vector", "text_of_any"]


def as_text(x: Any) -> str:
    """The text of a string or character."""
    return x.text if isinstance(x, Char) else str(x)


def text_of_any(x: Any) -> str:
    """What `print` writes of a value."""
    if isinstance(x, str):
        return str(x)  # a plain one: subclasses have Julia's operators
    return generic("string")(x)


def host_vector(items: Iterable[Any], element: str | Any = None) -> Any:
    """A Julia vector of values; `element` names its element type where the values do not tell."""
    if isinstance(element, str):
        from .types_base import parse_type

        element = parse_type(element)
    from .containers import array_of, from_elements

    items = list(items)
    return from_elements(items) if element is None else array_of(items, element)


def char_test(pattern: Any) -> Callable[[str], bool]:
    """A test of one character's text for a Char, a collection of them, or a predicate."""
    if isinstance(pattern, Char):
        return lambda text: text == pattern.text
    if callable(pattern) and not isinstance(pattern, type):
        return lambda text: bool(pattern(char_of(text)))
    allowed = {as_text(c) for c in generic("elements")(pattern)}
    return lambda text: text in allowed


def is_blank(text: str) -> bool:
    """`isspace` of a character's text."""
    return text in " \t\n\v\f\r\x85\xa0" or (
        len(text) == 1 and text > "\xff" and unicodedata.category(text) == "Zs"
    )


# ------------------------------------------------------------------------------ concatenation


@base("*", str, Char, at=(0, 1))
def _(*parts: Any) -> str:
    for part in parts:
        if not isinstance(part, str | Char):
            raise MethodError(generic("*"), parts)
    return "".join(map(as_text, parts))


@base("^", str, Char)
def _(text: str | Char, count: int) -> str:
    if not hasattr(count, "__index__"):
        raise MethodError(generic("^"), (text, count))
    return generic("repeat")(text, count)


@base("repeat", str, Char)
def _(text: str | Char, count: int) -> str:
    if count < 0:
        raise ArgumentError(f"can't repeat a {_kind(text)} {int(count)} times")
    return as_text(text) * int(count)


def _kind(text: str | Char) -> str:
    return "character" if isinstance(text, Char) else "string"


@base("join")
def _(*args: Any) -> Any:
    if args and type(args[0]).__name__ in ("IO", "IOBuffer", "IOStream", "IOContext"):
        args[0].write_text(_join(*args[1:]))
        return None
    return _join(*args)


def _join(items: Any, delimiter: Any = "", last: Any = None) -> str:
    texts = [text_of_any(item) for item in generic("elements")(items)]
    between = text_of_any(delimiter)
    if last is None or len(texts) < 2:
        return between.join(texts)
    return between.join(texts[:-1]) + text_of_any(last) + texts[-1]


# ------------------------------------------------------------------------------ case


def _map_points(text: str, change: Callable[[str], str]) -> str:
    """The text with each character changed on its own; a change to several characters is none."""
    if text.isascii():
        return change(text)
    if change is str.upper:
        text = text.replace("ß", "ẞ")
    return "".join(c if len(new := change(c)) != 1 else new for c in text)


@base("uppercase", str)
def _(text: str) -> str:
    return _map_points(text, str.upper)


@base("lowercase", str)
def _(text: str) -> str:
    return _map_points(text, str.lower)


@base("uppercase", Char)
def _(char: Char) -> Char:
    return char_of(_map_points(char.text, str.upper))


@base("lowercase", Char)
def _(char: Char) -> Char:
    return char_of(_map_points(char.text, str.lower))


@base("titlecase", Char)
def _(char: Char) -> Char:
    return char_of(_map_points(char.text, str.title))


@base("titlecase", str)
def _(text: str, *, wordsep: Any = None, strict: bool = True) -> str:
    ends_word = (lambda c: not c.isalpha()) if wordsep is None else char_test(wordsep)
    out, fresh = [], True
    for c in utf8.char_texts(text):
        if ends_word(c):
            out.append(c)
            fresh = True
        elif fresh:
            out.append(_map_points(c, str.title))
            fresh = False
        else:
            out.append(_map_points(c, str.lower) if strict else c)
    return "".join(out)


@base("uppercasefirst", str)
def _(text: str) -> str:
    return _map_points(text[:1], str.title) + text[1:]


@base("lowercasefirst", str)
def _(text: str) -> str:
    return _map_points(text[:1], str.lower) + text[1:]


# ------------------------------------------------------------------------------ reversing, padding


@base("reverse", str)
def _(text: str) -> str:
    return text[::-1] if text.isascii() else "".join(reversed(utf8.char_texts(text)))


def _padding(text: str, width: int, pad: Any) -> str:
    """`width` columns less the text's, filled by whole and partial copies of `pad`."""
    filler = as_text(pad)
    count = len if julia_before(1, 7) else utf8.text_width  # 1.5 counts characters
    missing = int(width) - count(text)
    if missing <= 0:
        return ""
    columns = count(filler)
    if columns == 0:
        raise ArgumentError(f"{quoted(filler)} has zero textwidth")
    whole, rest = divmod(missing, columns)
    return filler * whole + filler[:rest]


def quoted(text: str) -> str:
    from .show_strings import string_text

    return string_text(text)


@base("lpad")
def _(text: Any, width: int, pad: Any = " ") -> str:
    text = text_of_any(text)
    return _padding(text, width, pad) + text


@base("rpad")
def _(text: Any, width: int, pad: Any = " ") -> str:
    text = text_of_any(text)
    return text + _padding(text, width, pad)


# ------------------------------------------------------------------------------ stripping


def _strip(test: Any, text: Any, left: bool, right: bool) -> SubString:
    if text is None:
        test, text = None, test
    elif not isinstance(text, str):
        test, text = text, test
    if not isinstance(text, str):
        raise MethodError(generic("strip"), (text,))
    blank = is_blank if test is None else char_test(test)
    chars = utf8.char_texts(text)
    i, j = 0, len(chars)
    while left and i < j and blank(chars[i]):
        i += 1
    while right and j > i and blank(chars[j - 1]):
        j -= 1
    skipped = codeunit_count("".join(chars[:i]))
    return SubString("".join(chars[i:j]), text, skipped)


@base("strip")
def _(test: Any, text: Any = None) -> SubString:
    return _strip(test, text, True, True)


@base("lstrip")
def _(test: Any, text: Any = None) -> SubString:
    return _strip(test, text, True, False)


@base("rstrip")
def _(test: Any, text: Any = None) -> SubString:
    return _strip(test, text, False, True)


@base("chomp", str)
def _(text: str) -> SubString:
    end = len(text)
    if text.endswith("\n"):
        end -= 2 if text.endswith("\r\n") else 1
    return SubString(text[:end], text)


@base("chop", str)
def _(text: str, *, head: int = 0, tail: int = 1) -> SubString:
    if head < 0 or tail < 0:
        raise ArgumentError(f"negative number of characters: {min(head, tail)}")
    chars = utf8.char_texts(text)
    end = max(len(chars) - int(tail), int(head))
    skipped = codeunit_count("".join(chars[: int(head)]))
    return SubString("".join(chars[int(head) : end]), text, skipped)


@base("chopprefix", str)
def _(text: str, prefix: Any) -> SubString:
    if isinstance(prefix, str):
        cut = len(prefix) if text.startswith(prefix) else 0
    else:
        found = generic("match")(prefix, text)
        cut = len(found.match) if found is not None and found.offset == 1 else 0
    return SubString(text[cut:], text, codeunit_count(text[:cut]))


@base("chopsuffix", str)
def _(text: str, suffix: Any) -> SubString:
    if isinstance(suffix, str):
        cut = len(suffix) if suffix and text.endswith(suffix) else 0
    else:
        found = next((m for m in generic("eachmatch")(suffix, text) if m.end == len(text)), None)
        cut = 0 if found is None else len(found.match)
    return SubString(text[: len(text) - cut], text)


@base("first", str)
def _(text: str, *count: int) -> Any:
    chars = chars_of(text) if not text.isascii() else None
    if count:
        return _first(text, int(count[0]))
    if not text:
        raise ArgumentError("collection must be non-empty")
    return chars[0] if chars is not None else char_of(text[0])


def _first(text: str, count: int) -> str:
    if count < 0:
        raise ArgumentError("Number of elements must be nonnegative")
    return text[:count] if text.isascii() else "".join(utf8.char_texts(text)[:count])


@base("last", str)
def _(text: str, *count: int) -> Any:
    chars = utf8.char_texts(text)
    if count:
        if count[0] < 0:
            raise ArgumentError("Number of elements must be nonnegative")
        return "".join(chars[max(0, len(chars) - int(count[0])) :])
    if not chars:
        from .exceptions import BoundsError

        raise BoundsError(text, 0)
    return char_of(chars[-1])
