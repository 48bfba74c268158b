"""Julia text to syntax trees: the way into the front end."""

from __future__ import annotations

import gc
import re
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from ..diagnostics import Diagnostic
from ..ir import Comment
from .actions import Context
from .actions.modules import report_bare_constants
from .expr import Expr, LineNumberNode, Node
from .lexer import lex
from .recovery import parse_tokens
from .source import SourceFile, Span
from .tokens import Tokens

if TYPE_CHECKING:
    from ..options import Options

    _: type[ParseOptions] = Options

# Bytes that are no UTF-8 are surrogate escapes; other surrogates never come from a file.
_SURROGATES = re.compile("[\ud800-\udfff]+")
_LONE = re.compile("[\ud800-\udc7f\udd00-\udfff]")
DEFAULT_JULIA = (1, 12)


class ParseOptions(Protocol):
    """What the parser wants to know: whose trees it makes."""

    @property
    def julia(self) -> tuple[int, int]: ...


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """The top-level expressions of a file, its comments, and what is wrong with it.

    `lines[i]` is the line node before `expressions[i]`. What could not be parsed is
    `Expr("error", …)`.
    """

    expressions: list[Node]
    comments: tuple[Comment, ...]
    diagnostics: list[Diagnostic]
    lines: list[LineNumberNode]


def parse_text(
    text: str, filename: str = "none", options: ParseOptions | None = None
) -> ParsedFile:
    """The trees of a text."""
    return parse_file(SourceFile(filename, text), options)


def parse_file(source: SourceFile, options: ParseOptions | None = None) -> ParsedFile:
    """The trees of a file, as Julia's parser makes them, with a span on every `Expr`."""
    julia = options.julia if options is not None else DEFAULT_JULIA
    surrogates = [] if source.text.isascii() else list(_SURROGATES.finditer(source.text))
    if any(_LONE.search(match[0]) for match in surrogates):
        source = SourceFile(source.name, _LONE.sub("\ufffd", source.text))
    with _no_collection():
        tokens = lex(source, julia)
        context = Context(tokens, julia)
        statements = parse_tokens(tokens, context)
    report_bare_constants(context)
    for match in surrogates:
        _report_bytes(tokens, match.start(), match.end())
    diagnostics = sorted(tokens.diagnostics, key=_position)
    lines = [line for line in statements[0::2] if isinstance(line, LineNumberNode)]
    return ParsedFile(statements[1::2], tuple(tokens.comments), diagnostics, lines)


def _report_bytes(tokens: Tokens, start: int, end: int) -> None:
    """Report ill-formed bytes inside a literal (outside, the lexer did; in comments they do no
    harm).
    """
    index = bisect_right(tokens.starts, start) - 1
    if index >= 0 and start < tokens.ends[index]:
        span = Span(tokens.source, start, end)
        hint = "write bytes as `\\xff`"
        tokens.diagnostics.append(Diagnostic("E0117", "these bytes are no UTF-8", span, hint))


def _position(diagnostic: Diagnostic) -> int:
    return diagnostic.span.start if diagnostic.span is not None else 0


@contextmanager
def _no_collection() -> Iterator[None]:
    """Without the cyclic garbage collector: it would walk the growing tree again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


__all__ = ["Expr", "ParsedFile", "parse_file", "parse_text"]
