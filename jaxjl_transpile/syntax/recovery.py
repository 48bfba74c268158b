"""Panic mode: an unexpected token ends the innermost statement that can be ended; the rest is parsed on."""

from __future__ import annotations

from typing import Any

from .actions import Context
from .driver import Rejected, parse
from .expr import Expr, Node
from .table import load
from .tokens import Tokens

_OPENERS = frozenset(
    """LPAR ANON_LPAR CALL_LPAR DOT_LPAR ILPAR INDEX CURLY LBRACK LBRACE STRBEG BEGIN QUOTEBLK LET FOR
    WHILE IF TRY FUNCTION MACRODEF STRUCT MSTRUCT ABSTRACT PRIMITIVE MODULE DO DO0""".split()
)
_CLOSERS = frozenset(("RPAR", "RBRACK", "RBRACE", "STREND", "END"))
# A statement that is in error is taken to end before one of these, at its own depth.
_STATEMENT_ENDS = frozenset(
    ("SEP", "NL", "SEMI", "END", "ELSE", "ELSEIF", "CATCH", "CATCHVAR", "FINALLY", "$END")
)


def parse_tokens(tokens: Tokens, context: Context) -> list[Node]:
    """The top-level statements, each after its line node; faults are reported in `tokens`."""
    try:
        return list(parse(tokens, context))
    except Rejected as rejected:
        return _recover(tokens, context, rejected)


def _recover(tokens: Tokens, context: Context, rejected: Rejected) -> list[Node]:
    """Go on behind each fault."""
    depths = _depths(tokens)
    while True:
        _report(tokens, rejected.index)
        index = _skip(tokens, depths, rejected)
        if index is None:
            return []
        try:
            return list(
                parse(tokens, context, index, rejected.states, rejected.values, rejected.firsts)
            )
        except Rejected as again:
            rejected = again


def _depths(tokens: Tokens) -> list[int]:
    """How many brackets and blocks are open before each token."""
    depths = []
    depth = 0
    for terminal in tokens.types:
        depths.append(depth)
        depth += (terminal in _OPENERS) - (terminal in _CLOSERS)
    depths.append(depth)
    return depths


def _skip(tokens: Tokens, depths: list[int], rejected: Rejected) -> int | None:
    """Replace the innermost statement that can be ended by an `error`; where to go on."""
    table = load()
    states, values, firsts = rejected.states, rejected.values, rejected.firsts
    types = tokens.types
    for level in range(len(states) - 1, -1, -1):
        goto = table.gotos[states[level]].get("stmt")
        if goto is None:
            continue
        begin = firsts[level] if level < len(firsts) else rejected.index
        index = rejected.index
        while index < len(types) and not (
            types[index] in _STATEMENT_ENDS and depths[index] == depths[begin]
        ):
            index += 1
        if index == len(types) and depths[begin] != depths[-1]:
            continue
        if index == rejected.index == begin and types[index : index + 1] not in (
            [],
            ["NL"],
            ["SEP"],
        ):
            continue
        del states[level + 1 :], values[level:], firsts[level:]
        states.append(goto)
        error: Any = Expr("error", [])
        error.span = _range(tokens, begin, max(begin, index - 1))
        values.append(error)
        firsts.append(begin)
        return index
    return None


def _range(tokens: Tokens, first: int, last: int) -> Any:
    from .source import Span

    size = len(tokens.source.text)
    start = tokens.starts[first] if first < len(tokens.starts) else size
    end = tokens.ends[last] if last < len(tokens.ends) else size
    return Span(tokens.source, start, max(start, end))


def _report(tokens: Tokens, index: int) -> None:
    """Say what was not expected, unless it lies in a range whose fault is known."""
    from ..diagnostics import Diagnostic

    span = _range(tokens, index, index)
    if any(start <= span.start <= end for start, end in tokens.muted):
        return
    text = tokens.source.text[span.start : span.end]
    what = f"unexpected `{text}`" if text.strip() else "unexpected end of the line"
    if index >= len(tokens.types):
        what = "unexpected end of the file"
    tokens.diagnostics.append(Diagnostic("E0201", what, span))
