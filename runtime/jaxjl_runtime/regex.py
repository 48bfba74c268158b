"""Regular expressions: `r"…"`, `match`, `eachmatch`, `RegexMatch`, `s"…"`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .dispatch import base
from .exceptions import BoundsError, ErrorException, KeyError
from .iteration import JuliaIterable
from .regex_syntax import python_pattern
from .string_index import SubString, byte_at, codeunit_count
from .strings import host_vector
from .symbols import Symbol

__all__ = ["Regex", "RegexMatch", "SubstitutionString"]

_FLAGS = {"i": re.IGNORECASE, "m": re.MULTILINE, "s": re.DOTALL, "x": re.VERBOSE, "a": re.ASCII}


class Regex:
    """A compiled regular expression; `pattern` and `flags` are as written."""

    __slots__ = ("compiled", "flags", "pattern")

    def __init__(self, pattern: str, flags: str = "") -> None:
        options = re.RegexFlag(0)
        for flag in flags:
            if flag not in _FLAGS:
                raise _bad_flag(flag)
            options |= _FLAGS[flag]
        self.pattern = str(pattern)
        self.flags = "".join(flag for flag in "imsxa" if flag in flags)
        try:
            self.compiled = re.compile(python_pattern(self.pattern), options)
        except re.error as error:
            message, where = error.msg, error.pos or 0
            if message.startswith("missing )"):
                message, where = "missing closing parenthesis", len(self.pattern)
            raise ErrorException(f"PCRE compilation error: {message} at offset {where}") from error

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Regex):
            return NotImplemented
        return (self.pattern, self.flags) == (other.pattern, other.flags)

    def __hash__(self) -> int:
        return hash((Regex, self.pattern, self.flags))

    def find(self, text: str, start: int) -> tuple[int, int] | None:
        """Begin and end (Python positions) of the first match from `start` on."""
        found = self.compiled.search(text, start)
        return None if found is None else found.span()


def _bad_flag(flag: str) -> Exception:
    from .exceptions import ArgumentError

    return ArgumentError(f"unknown regex flag: {flag}")


class RegexMatch:
    """What `match` found: the text, the captures and where they are (byte indices)."""

    __slots__ = ("_found", "regex", "string")

    def __init__(self, found: re.Match[str], regex: Regex) -> None:
        self._found = found
        self.regex = regex
        self.string = found.string

    def _part(self, group: int | str) -> SubString | None:
        text = self._found[group]
        if text is None:
            return None
        return SubString(text, self.string, byte_at(self.string, self._found.start(group)) - 1)

    @property
    def match(self) -> SubString:
        """The whole match."""
        return self._part(0) or SubString("", self.string, self.offset - 1)

    @property
    def captures(self) -> Any:
        """The captured parts, `nothing` for a group that took no part."""
        from .types_base import parse_type

        return host_vector(self.groups(), parse_type("Union{Nothing,SubString{String}}"))

    def groups(self) -> list[SubString | None]:
        """The captures as a Python list."""
        return [self._part(k) for k in range(1, len(self._found.groups()) + 1)]

    @property
    def offset(self) -> int:
        """The byte index of the match."""
        return byte_at(self.string, self._found.start())

    @property
    def end(self) -> int:
        """The Python position after the match."""
        return self._found.end()

    @property
    def offsets(self) -> Any:
        """The byte index of each capture, 0 for one that took no part."""
        spots = [self._found.start(k) for k in range(1, len(self._found.groups()) + 1)]
        return host_vector([byte_at(self.string, s) if s >= 0 else 0 for s in spots], "Int64")

    def names(self) -> dict[int, str]:
        """The names of the named groups by number."""
        return {number: name for name, number in self._found.re.groupindex.items()}

    def group(self, key: Any) -> SubString | None:
        """One capture, by number or name; Julia's errors for a wrong one."""
        if isinstance(key, str | Symbol):
            name = key if isinstance(key, str) else key.name
            if name not in self._found.re.groupindex:
                raise ErrorException(f"no capture group named {name} found in regex")
            return self._part(str(name))
        if not 1 <= int(key) <= len(self._found.groups()):
            raise BoundsError(self.captures, int(key))
        return self._part(int(key))

    def keys(self) -> list[Any]:
        """Names, or numbers where a group has none."""
        names = self.names()
        return [names.get(k, k) for k in range(1, len(self._found.groups()) + 1)]


class SubstitutionString(str):
    """`s"\\1"`: a replacement that names the groups of the match."""

    __slots__ = ()

    def expand(self, found: re.Match[str]) -> str:
        """The replacement for one match."""
        return _GROUP.sub(lambda m: _expanded(m, found), self)


_GROUP = re.compile(r"\\(?:(\d+)|g<(\w+)>|(.))", re.DOTALL)


def _expanded(reference: re.Match[str], found: re.Match[str]) -> str:
    number, name, other = reference.groups()
    if number is not None:
        return _group_text(found, int(number))
    if name is not None:
        return _group_text(found, int(name) if name.isdigit() else name)
    if other == "\\":
        return "\\"
    raise ErrorException(f"Bad replacement string: {reference.string}")


def _group_text(found: re.Match[str], group: int | str) -> str:
    try:
        return found[group] or ""
    except IndexError:
        what = f"{group}" if isinstance(group, int) else group
        raise ErrorException(f"PCRE error: unknown substring {what}") from None


# ------------------------------------------------------------------------------ functions


@base("Regex")
def _(pattern: str, *flags: str) -> Regex:
    if isinstance(pattern, Regex):
        return pattern
    return Regex(pattern, *flags)


@base("match", Regex)
def _(regex: Regex, text: str, start: int = 1, *_: Any) -> RegexMatch | None:
    from .string_index import position_of

    found = regex.compiled.search(text, position_of(text, int(start)))
    return None if found is None else RegexMatch(found, regex)


def each_match(regex: Regex, text: str, overlap: bool = False) -> Iterator[RegexMatch]:
    """The matches in turn; an empty one right after another match is skipped as PCRE does."""
    start = 0
    while True:
        found = regex.compiled.search(text, start)
        if found is None:
            return
        yield RegexMatch(found, regex)
        if overlap:
            start = found.start() + 1
        else:
            start = found.end()
            if found.end() == found.start():
                follow = _not_empty(regex, text, start)
                if follow is not None:
                    yield RegexMatch(follow, regex)
                    start = follow.end()
                else:
                    start += 1
        if start > len(text):
            return


def _not_empty(regex: Regex, text: str, start: int) -> re.Match[str] | None:
    """The match at `start` that is not empty, where the pattern has one there."""
    for end in range(start + 1, len(text) + 1):
        found = regex.compiled.fullmatch(text, start, end)
        if found is not None:
            return found
    return None


class MatchIterator(JuliaIterable):
    """`eachmatch(regex, text)`."""

    __slots__ = ("overlap", "regex", "text")

    def __init__(self, regex: Regex, text: str, overlap: bool) -> None:
        self.regex, self.text, self.overlap = regex, text, overlap

    def start(self) -> Iterator[Any]:
        return each_match(self.regex, self.text, self.overlap)


@base("eachmatch", Regex)
def _(regex: Regex, text: str, *, overlap: bool = False) -> Any:
    return MatchIterator(regex, text, overlap)


@base("getindex", RegexMatch)
def _(found: RegexMatch, key: Any) -> Any:
    return found.group(key)


@base("length", RegexMatch)
def _(found: RegexMatch) -> int:
    return len(found.groups())


@base("elements", RegexMatch)
def _(found: RegexMatch) -> Iterator[Any]:
    return iter(found.groups())


@base("keys", RegexMatch)
def _(found: RegexMatch) -> Any:
    return host_vector(found.keys())


@base("haskey", RegexMatch)
def _(found: RegexMatch, key: Any) -> bool:
    if isinstance(key, str | Symbol):
        return str(key) in found.names().values()
    return 1 <= int(key) <= len(found.groups())


@base("get", RegexMatch)
def _(found: RegexMatch, key: Any, default: Any) -> Any:
    try:
        return found.group(key)
    except (ErrorException, BoundsError, KeyError):
        return default


def show_regex(regex: Regex) -> str:
    """`show` of a regex: the literal."""
    return 'r"' + regex.pattern.replace('"', '\\"') + '"' + regex.flags


def match_size(found: RegexMatch) -> int:
    """The bytes of the match."""
    return codeunit_count(found.match)
