"""Every message that a user sees at compile time: what went wrong, where, and a way out.

path.jl:12:8: error[E0102]: unexpected `)`
   12 | y = f(a))
      |         ^
   = hint: remove it, or open it before
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from .syntax.source import Span

_WINDOW = 120  # columns of a long source line that are shown


class Severity(Enum):
    """How bad it is."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Note:
    """A remark, with a place of its own if `span` is given ("opened here")."""

    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One message. Codes: E01.. lexical, E02.. syntax, E03.. unsupported, E04.. lowering, W..
    warnings.
    """

    code: str
    message: str
    span: Span | None
    hint: str | None = None
    notes: tuple[Note | str, ...] = ()
    severity: Severity = Severity.ERROR


def render(diagnostic: Diagnostic) -> str:
    """The message as text: a headline, the source line with carets, the notes and the hint."""
    span = diagnostic.span
    head = f"{diagnostic.severity.value}[{diagnostic.code}]: {diagnostic.message}"
    if span is None:
        lines = [head]
    else:
        lines = [f"{span.source.name}:{span.line}:{span.column}: {head}", *_excerpt(span)]
    for note in diagnostic.notes:
        if isinstance(note, str):
            lines.append(f"   = note: {note}")
        elif note.span is None:
            lines.append(f"   = note: {note.message}")
        else:
            place = note.span
            lines.append(f"{place.source.name}:{place.line}:{place.column}: note: {note.message}")
            lines.extend(_excerpt(place))
    if diagnostic.hint is not None:
        lines.append(f"   = hint: {diagnostic.hint}")
    return "\n".join(lines)


def _excerpt(span: Span) -> list[str]:
    """The span's first line and carets under what the span covers of it."""
    line, column = span.source.line_column(span.start)
    text = span.source.line_text(line)
    first = column - 1
    last = min(len(text), first + max(span.end - span.start, 1))
    prefix = ""
    if len(text) > _WINDOW:
        begin = max(0, first - _WINDOW // 2)
        prefix = "…" if begin else ""
        text = text[begin : begin + _WINDOW]
        first, last = first - begin, min(last - begin, len(text))
    shown = prefix + "".join(_visible(char) for char in text)
    blank = " " * len(prefix) + "".join(_blank(char) for char in text[:first])
    carets = "^" * max(1, sum(_width(char) for char in text[first:last]))
    return [f"{line:5} | {shown}", f"      | {blank}{carets}"]


def _visible(char: str) -> str:
    """What is printed for a character: control characters and ill-formed bytes would spoil the
    line.
    """
    if char == "\t" or char.isprintable():
        return char
    return "\ufffd"


def _width(char: str) -> int:
    """The number of columns that a character takes in a terminal."""
    if char < "\u0300":
        return 1
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _blank(char: str) -> str:
    """Blanks as wide as a character."""
    return "\t" if char == "\t" else " " * _width(char)


class _DiagnosedError(SyntaxError):
    """A `SyntaxError` that carries its diagnostics; `str()` of it is the rendered text."""

    def __init__(self, diagnostics: Diagnostic | Iterable[Diagnostic]) -> None:
        if isinstance(diagnostics, Diagnostic):
            diagnostics = (diagnostics,)
        self.diagnostics: tuple[Diagnostic, ...] = tuple(diagnostics)
        message = self.diagnostics[0].message if self.diagnostics else ""
        super().__init__(message)
        span = self.diagnostics[0].span if self.diagnostics else None
        if span is not None:
            self.filename = span.source.name
            self.lineno = span.line
            self.offset = span.column
            self.text = span.source.line_text(span.line)

    def __str__(self) -> str:
        return "\n".join(render(diagnostic) for diagnostic in self.diagnostics)


class JuliaSyntaxError(_DiagnosedError):
    """The text is no Julia."""


class UnsupportedError(_DiagnosedError):
    """The text is Julia, but uses something that jaxjl does not translate."""


class InternalError(Exception):
    """A mistake of jaxjl itself; never the user's."""

    def __init__(self, message: str, span: Span | None = None) -> None:
        self.span = span
        where = f"{span.source.name}:{span.line}:{span.column}: " if span is not None else ""
        super().__init__(f"{where}internal error: {message}; please report it with the Julia file")
