"""A Julia source text and the spans that point into it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True, eq=False)
class SourceFile:
    """A named Julia text. Offsets count Unicode code points of `text`, from 0."""

    name: str
    text: str
    _starts: list[int] = field(default_factory=list, repr=False)

    def line_starts(self) -> list[int]:
        """The offset at which each line begins; computed on first use."""
        if not self._starts:
            self._starts.append(0)
            position = self.text.find("\n")
            while position >= 0:
                self._starts.append(position + 1)
                position = self.text.find("\n", position + 1)
        return self._starts

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        starts = self.line_starts()
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def line_text(self, line: int) -> str:
        """The text of a line (from 1), without its newline."""
        starts = self.line_starts()
        end = starts[line] - 1 if line < len(starts) else len(self.text)
        return self.text[starts[line - 1] : end].rstrip("\r")


@dataclass(slots=True, unsafe_hash=True)
class Span:
    """The half-open range `[start, end)` of code points of one source file.

    Treat it as immutable; it is not `frozen` because a parser makes one for each expression, and
    making frozen ones takes four times as long.
    """

    source: SourceFile
    start: int
    end: int

    @property
    def line(self) -> int:
        """The line (from 1) on which the span starts."""
        return self.source.line_column(self.start)[0]

    @property
    def column(self) -> int:
        """The column (from 1) at which the span starts."""
        return self.source.line_column(self.start)[1]
