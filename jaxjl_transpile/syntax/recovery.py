"""Panic mode: an unexpected token ends the innermost statement that can be ended; the rest is
parsed on.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort

from ..diagnostics import Diagnostic
from .actions import Context
from .driver import Rejected, parse
from .expr import Expr, Node
from .habits import habit
from .source import Span
from .table import load
from .tokens import Tokens
from .wordlist import words

_OPENERS = words(
    """LPAR ANON_LPAR CALL_LPAR DOT_LPAR ILPAR INDEX CURLY LBRACK LBRACE STRBEG BEGIN QUOTEBLK LET
    FOR
    WHILE IF TRY FUNCTION MACRODEF STRUCT MSTRUCT ABSTRACT PRIMITIVE MODULE DO DO0"""
)
_CLOSERS = frozenset(("RPAR", "RBRACK", "RBRACE", "STREND", "END"))
# A statement that is in error is taken to end before one of these, at its own depth.
_STATEMENT_ENDS = frozenset(
    ("SEP", "NL", "SEMI", "END", "ELSE", "ELSEIF", "CATCH", "CATCHVAR", "FINALLY", "$END")
)
_LINE_ENDS = frozenset(("SEP", "NL", "SEMI", "$END"))
_OPERANDS = words("NAME NUM BOOL CHAR STRING STRBEG STRMACRO CMD MACRO LPAR LBRACK LBRACE")
_OPERAND_ENDS = words(
    """NAME NUM BOOL CHAR STRING STREND STRMACRO CMD RPAR RBRACK RBRACE END ADJOINT ELLIPSIS BREAK
    CONTINUE"""
)
_WORDS = {
    "RPAR": "`)`", "RBRACK": "`]`", "RBRACE": "`}`", "END": "`end`", "COMMA": "`,`",
    "TCOMMA": "`,`",
    "PSEMI": "`;`", "ROWSEP": "`;`",
}  # fmt: skip


def parse_tokens(tokens: Tokens, context: Context) -> list[Node]:
    """The top-level statements, each after its line node; faults are reported in `tokens`."""
    try:
        return list(parse(tokens, context))
    except Rejected as rejected:
        return _Recovery(tokens, context).run(rejected)


class _Recovery:
    """Goes on behind each fault of one text."""

    def __init__(self, tokens: Tokens, context: Context) -> None:
        self.tokens = tokens
        self.context = context
        self.depths = self._depths()
        self.ends = self._statement_ends()
        self.muted = _merged(tokens.muted)
        self.known: list[int] = []  # where faults were reported; `seen` of them are in it
        self.seen = 0
        self.tried: set[tuple[int, int]] = set()  # so that the same repair is not made twice

    def run(self, rejected: Rejected) -> list[Node]:
        """The statements, those in error as `Expr("error")`."""
        while True:
            self._report(rejected)
            index = self._skip(rejected)
            if index is None:  # what stands before the fault, at least
                return (
                    list(rejected.values[0])
                    if rejected.values[:1] and self._is_lines(rejected)
                    else []
                )
            try:
                states, values, firsts = rejected.states, rejected.values, rejected.firsts
                return list(parse(self.tokens, self.context, index, states, values, firsts))
            except Rejected as again:
                rejected = again

    def _is_lines(self, rejected: Rejected) -> bool:
        """Whether the first value on the stack is the list of the finished top-level statements."""
        return load().gotos[rejected.states[0]].get("lines") == rejected.states[1]

    def _depths(self) -> list[int]:
        """How many brackets and blocks are open before each token."""
        depths = []
        depth = 0
        for terminal in self.tokens.types:
            depths.append(depth - (terminal in _CLOSERS))
            depth += (terminal in _OPENERS) - (terminal in _CLOSERS)
        depths.append(depth)
        return depths

    def _statement_ends(self) -> dict[int, list[int]]:
        """By depth, the tokens that end a statement at that depth (a closer ends what is in it)."""
        ends: dict[int, list[int]] = {}
        types = [*self.tokens.types, "$END"]
        for index, terminal in enumerate(types):
            if terminal in _STATEMENT_ENDS:
                depth = self.depths[index] + (terminal == "END")
                ends.setdefault(depth, []).append(index)
        return ends

    def _skip(self, rejected: Rejected) -> int | None:
        """Replace the innermost statement that can be ended by an `error`; where to go on."""
        states, values, firsts = rejected.states, rejected.values, rejected.firsts
        gotos = load().gotos
        for level in range(len(states) - 1, -1, -1):
            goto = gotos[states[level]].get("stmt")
            if goto is None:
                continue
            begin = firsts[level] if level < len(firsts) else rejected.index
            ends = self.ends.get(self.depths[begin], [])
            at = bisect_left(ends, rejected.index)
            if at == len(ends):
                continue
            index = ends[at]
            if (begin, index) in self.tried or (index == begin and self._stuck(goto, index)):
                continue
            self.tried.add((begin, index))
            del states[level + 1 :], values[level:], firsts[level:]
            states.append(goto)
            error = Expr("error", [], self._span(begin, max(begin, index - 1)))
            values.append(error)
            firsts.append(begin)
            return index
        return None

    def _stuck(self, state: int, index: int) -> bool:
        """Whether the parser could not go on with the token after an empty statement."""
        terminal = self.tokens.types[index] if index < len(self.tokens.types) else "$END"
        return terminal not in load().actions[state]

    def _span(self, first: int, last: int) -> Span:
        tokens = self.tokens
        size = len(tokens.source.text)
        start = tokens.starts[first] if first < len(tokens.starts) else size
        end = tokens.ends[last] if last < len(tokens.ends) else size
        return Span(tokens.source, start, max(start, end))

    def _report(self, rejected: Rejected) -> None:
        """Say what was not expected, unless a fault at this place is known already."""
        tokens, index = self.tokens, rejected.index
        if index < len(tokens.types) and tokens.types[index] == "ERROR":
            return
        span = self._span(index, index)
        first = self._first_of_statement(rejected)
        if self._is_muted(span.start) or self._is_known(tokens.starts[first], span.end):
            return  # a consequence of what was reported in the same statement
        code, message, where, hint = self._describe(rejected, span)
        advice = habit(tokens, first, index)
        if advice is not None:
            code, message, hint = "E0205", advice.message, advice.hint
            where = self._span(advice.token, advice.token)
        tokens.diagnostics.append(Diagnostic(code, message, where, hint))

    def _is_muted(self, position: int) -> bool:
        """Whether a place lies in a range whose fault has been reported."""
        at = bisect_right(self.muted, (position, len(self.tokens.source.text)))
        return at > 0 and position <= self.muted[at - 1][1]

    def _is_known(self, start: int, end: int) -> bool:
        """Whether a fault between two places has been reported."""
        for diagnostic in self.tokens.diagnostics[self.seen :]:
            if diagnostic.span is not None:
                insort(self.known, diagnostic.span.start)
        self.seen = len(self.tokens.diagnostics)
        at = bisect_left(self.known, start)
        return at < len(self.known) and self.known[at] <= end

    def _first_of_statement(self, rejected: Rejected) -> int:
        """The first token of the innermost statement."""
        gotos = load().gotos
        for level in range(len(rejected.states) - 1, -1, -1):
            if "stmt" in gotos[rejected.states[level]]:
                first = rejected.firsts[level] if level < len(rejected.firsts) else rejected.index
                return min(first, len(self.tokens.types) - 1)
        return 0

    def _describe(self, rejected: Rejected, span: Span) -> tuple[str, str, Span, str | None]:
        """Code, message, place and hint for an unexpected token."""
        index, types = rejected.index, self.tokens.types
        terminal = types[index] if index < len(types) else "$END"
        complete = index > 0 and types[index - 1] in _OPERAND_ENDS
        text = self.tokens.source.text[span.start : span.end]
        line_end = terminal in _LINE_ENDS and text != ";"
        shown = "the end of the line" if line_end else _WORDS.get(terminal, f"`{text}`")
        if index >= len(types):
            shown = "the end of the file"
        if line_end or not text:  # point behind what stands before
            end = self.tokens.ends[index - 1] if index else 0
            span = Span(span.source, max(end - 1, 0), max(end, 1))
        if complete and (terminal in _OPERANDS or terminal in ("JUXT", "SPACE")):
            if not text.strip():
                span = self._span(index + 1, index + 1)
                text = self.tokens.source.text[span.start : span.end]
            hint = "a line break, `;`, `,` or an operator is missing before it"
            return "E0202", f"unexpected `{text}` after an expression", span, hint
        if not complete and (line_end or terminal in _CLOSERS or terminal in _WORDS):
            return "E0203", f"an expression is missing before {shown}", span, None
        return "E0201", f"unexpected {shown}", span, None


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The ranges in order, those that overlap made one."""
    result: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result
