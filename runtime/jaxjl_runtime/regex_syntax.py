"""PCRE's patterns as patterns of Python's `re`.

What is the same stays; what `re` spells otherwise is respelled; what it lacks (recursion, `\\K`,
branch reset) is refused by name.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import lru_cache

from .exceptions import UnsupportedError

__all__ = ["python_pattern"]

_POSIX = {
    "alpha": "^\\W\\d_",
    "digit": "\\d",
    "alnum": "^\\W_",
    "upper": "\\p{Lu}",
    "lower": "\\p{Ll}",
    "space": "\\s",
    "blank": " \\t",
    "punct": "!-/:-@\\[-`{-~",
    "xdigit": "0-9A-Fa-f",
    "word": "\\w",
    "cntrl": "\\x00-\\x1f\\x7f",
    "print": "\\x20-\\x7e\\xa0-\\U0010ffff",
    "graph": "\\x21-\\x7e\\xa1-\\U0010ffff",
}
_HORIZONTAL = " \\t\\xa0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000"
_VERTICAL = "\\n\\x0b\\f\\r\\x85\\u2028\\u2029"
_OUTSIDE = {
    "z": "\\Z",
    "Z": "(?=\\n?\\Z)",
    "R": "(?:\\r\\n|[" + _VERTICAL + "])",
    "h": "[" + _HORIZONTAL + "]",
    "H": "[^" + _HORIZONTAL + "]",
    "v": "[" + _VERTICAL + "]",
    "V": "[^" + _VERTICAL + "]",
    "N": "[^\\n]",
    "e": "\\x1b",
    "X": "(?:\\r\\n|.[\\u0300-\\u036f\\u200d\\ufe0f]*)",
}
_INSIDE = {"h": _HORIZONTAL, "v": _VERTICAL, "e": "\\x1b", "b": "\\x08", "R": _VERTICAL}
_FLAGS = re.compile(r"\(\?([imsx]+)\)")
_UNSUPPORTED = re.compile(r"\(\?(?:R\)|\d+\)|&|\||P>|[+-]\d)")


@lru_cache(maxsize=512)
def python_pattern(pattern: str) -> str:
    """The same regular expression for `re`."""
    return _Translator(pattern).run()


class _Translator:
    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0
        self.out: list[str] = []
        self.scopes = [0]  # groups opened by `(?i)` in each open parenthesis

    def run(self) -> str:
        """Translate from the beginning to the end."""
        while self.at < len(self.pattern):
            char = self.pattern[self.at]
            if char == "\\":
                self._escape()
            elif char == "[":
                self._set()
            elif char == "(":
                self._group()
            elif char == ")":
                self._put(")" * self.scopes.pop() + ")" if len(self.scopes) > 1 else ")", 1)
            elif char == "|" and self.scopes[-1]:
                self._put("|", 1)
            else:
                self._put(char, 1)
        return "".join(self.out) + ")" * self.scopes[0]

    def _put(self, text: str, length: int) -> None:
        self.out.append(text)
        self.at += length

    def _group(self) -> None:
        rest = self.pattern[self.at :]
        if _UNSUPPORTED.match(rest):
            raise UnsupportedError(f"the regular expression group {rest[:4]}… of PCRE")
        flags = _FLAGS.match(rest)
        if flags:
            self.scopes[-1] += 1
            self._put(f"(?{flags[1]}:", flags.end())
            return
        self.scopes.append(0)
        if rest.startswith("(?<") and rest[3:4] not in ("=", "!"):
            self._put("(?P<", 3)
        elif rest.startswith("(?'"):
            name, _, _ = rest[3:].partition("'")
            self._put(f"(?P<{name}>", 4 + len(name))
        elif rest.startswith("(*"):
            raise UnsupportedError(f"the regular expression verb {rest[:6]}… of PCRE")
        else:
            self._put("(", 1)

    def _escape(self) -> None:
        rest = self.pattern[self.at :]
        kind = rest[1:2]
        if kind == "Q":
            quoted, _, _ = rest[2:].partition("\\E")
            self._put(re.escape(quoted), 2 + len(quoted) + 2 * ("\\E" in rest))
        elif kind == "E":
            self._put("", 2)
        elif kind in ("K", "G", "C"):
            raise UnsupportedError(f"\\{kind} of PCRE's regular expressions")
        elif kind in ("k", "g"):
            self._reference(rest)
        elif not self._common(rest, inside=False):
            self._put(_OUTSIDE.get(kind, rest[:2]), 2)

    def _reference(self, rest: str) -> None:
        found = re.match(r"\\[kg](?:\{(\w+)\}|<(\w+)>|'(\w+)'|(\d+))", rest)
        if found is None:
            self._put(rest[:2], 2)
            return
        name = next(group for group in found.groups() if group)
        self._put(f"(?:\\{name})" if name.isdigit() else f"(?P={name})", found.end())

    def _common(self, rest: str, inside: bool) -> bool:
        """Escapes that are alike in and out of a set; whether it was one."""
        wide = re.match(r"\\x\{([0-9a-fA-F]+)\}|\\o\{([0-7]+)\}", rest)
        if wide:
            self._put(_literal(int(wide[1], 16) if wide[1] else int(wide[2], 8)), wide.end())
            return True
        short = re.match(r"\\x([0-9a-fA-F]?)(?![0-9a-fA-F])", rest)
        if short:
            self._put(_literal(int(short[1] or "0", 16)), short.end())
            return True
        property_ = re.match(r"\\([pP])(?:\{(\^?)(\w+&?)\}|(\w))", rest)
        if property_:
            negated = (property_[1] == "P") != (property_[2] == "^")
            ranges = category_set(property_[3] or property_[4], negated)
            self._put(ranges if inside else f"[{ranges}]", property_.end())
            return True
        return False

    def _set(self) -> None:
        """A character set: POSIX names are expanded, what `re` reserves is escaped."""
        self._put("[", 1)
        if self.pattern.startswith("^", self.at):
            self._put("^", 1)
        first = True
        while self.at < len(self.pattern):
            rest = self.pattern[self.at :]
            char = rest[0]
            posix = re.match(r"\[:(\^?)(\w+):\]", rest)
            if posix and posix[2] in _POSIX:
                self._put(_posix_set(posix[2], bool(posix[1])), posix.end())
            elif char == "]" and not first:
                self._put("]", 1)
                return
            elif char == "\\":
                if not self._common(rest, inside=True):
                    self._put(_INSIDE.get(rest[1:2], rest[:2]), 2)
            elif char in "[]" or rest[:2] in ("&&", "||", "~~", "--"):
                self._put("\\" + char, 1)
            else:
                self._put(char, 1)
            first = False


def _literal(point: int) -> str:
    return re.escape(chr(point))


def _posix_set(name: str, negated: bool) -> str:
    simple = {"digit": "\\d", "space": "\\s", "word": "\\w"}
    if name in simple:
        return simple[name].upper() if negated else simple[name]
    if name in ("alpha", "alnum", "upper", "lower"):
        wanted = {"alpha": ("L",), "alnum": ("L", "N"), "upper": ("Lu",), "lower": ("Ll",)}[name]
        return _ranges(wanted, negated)
    body = _POSIX[name]
    if not negated:
        return body
    inverse = re.compile(f"[^{body}]")
    return _range_text([p for p in range(0x110000) if inverse.match(chr(p))])


def category_set(name: str, negated: bool) -> str:
    """The inside of a set with the characters of a Unicode category."""
    if name == "Any":
        return "" if negated else "\\x00-\\U0010ffff"
    if name == "L&":
        return _ranges(("Lu", "Ll", "Lt"), negated)
    scripts = {"Greek": "\\u0370-\\u03ff\\u1f00-\\u1fff", "Cyrillic": "\\u0400-\\u052f"}
    scripts |= {"Han": "\\u2e80-\\u2fdf\\u3005\\u3007\\u3021-\\u3029\\u3400-\\u4dbf\\u4e00-\\u9fff"}
    scripts |= {"Hiragana": "\\u3041-\\u309f", "Katakana": "\\u30a1-\\u30ff"}
    scripts |= {"Latin": "A-Za-zªº\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02b8\\u1e00-\\u1eff"}
    if name in scripts and not negated:
        return scripts[name]
    if not re.fullmatch("[CLMNPSZ][a-z]?", name):
        raise UnsupportedError(f"\\p{{{name}}} of PCRE's regular expressions")
    return _ranges((name,), negated)


@lru_cache(maxsize=64)
def _ranges(categories: tuple[str, ...], negated: bool) -> str:
    points = [
        p
        for p in range(sys.maxunicode + 1)
        if unicodedata.category(chr(p)).startswith(categories) != negated
    ]
    return _range_text(points)


def _range_text(points: list[int]) -> str:
    out, k = [], 0
    while k < len(points):
        first = last = points[k]
        while k + 1 < len(points) and points[k + 1] == last + 1:
            k += 1
            last = points[k]
        out.append(f"\\U{first:08x}" + (f"-\\U{last:08x}" if last > first else ""))
        k += 1
    return "".join(out)
