"""The lexer's part for texts whose brackets, blocks or strings do not match.

A first reading only finds out that something does not match. The second one (`recovering`) guesses,
by line
ends and indentation, where the author would have closed what is open, so that one missing `)` or
`end`
gives one message, at its opener, and spoils nothing else.
"""

from __future__ import annotations

import re

from ..diagnostics import Note
from .characters import starts_name
from .lex_strings import BLANKS, Strings
from .operators import CHARACTERS
from .tokens import ARRAY, BLOCK, DONE, PAREN, TOP, Frame
from .wordlist import words

_CLOSERS = {")": "RPAR", "]": "RBRACK", "}": "RBRACE", "end": "END"}
# Words that begin a statement and never stand inside brackets at the start of a line.
_STATEMENT_WORDS = words(
    """using import export struct module baremodule macro const abstract mutable primitive return
    while
    local global"""
)
# Words that begin a definition: at the left margin they are in no function's body.
_DEFINITIONS = words(
    """function macro struct module baremodule mutable abstract primitive using import export"""
)
_HOLDS_NO_DEFINITION = words("function macro struct mutable for while do try")
# After a line end in parentheses, these go on with the expression.
_INFIX_WORDS = words("in isa where for if")
# A line that begins so is no row of an array.
_STATEMENT = re.compile(
    r"[ \t]*(?:[^\W\d]\w*!?[ \t]*=(?!=)|(?:for|while|if|function|return|let|try|struct|println)\b)"
)


class Recovery(Strings):
    """Reports what does not match, and goes on."""

    __slots__ = ()

    @property
    def unbalanced(self) -> bool:
        """Whether brackets, blocks or strings did not match."""
        return any(item.code in ("E0102", "E0103") for item in self.tokens.diagnostics)

    def on_unknown(self, start: int) -> None:
        """A character that is nothing in Julia."""
        char = self.text[start]
        shown = f"`{char}`" if char.isprintable() else f"U+{ord(char):04X}"
        hint = None
        if char in "“”„‟«»":
            hint = 'strings are written with `"`'
        elif char in "‘’‛":
            hint = "characters are written with `'`"
        elif "\udc80" <= char <= "\udcff":
            shown = f"byte 0x{ord(char) - 0xDC00:02x}: the file is not UTF-8"
        self.report("E0108", f"unexpected character {shown}", start, start + 1, hint)
        self.space = True
        self.pos = start + 1

    def close_frame(self, position: int) -> None:
        """Report the innermost frame as never closed, and close it here."""
        frame = self.frame
        opener, end = self.starts[frame.opener], self.ends[frame.opener]
        if frame.kind is BLOCK:
            hint = None
            notes: tuple[Note, ...] = ()
            if frame.else_if >= 0:
                hint = "write `elseif` for another condition of the same `if`"
                where = self.span(frame.else_if, frame.else_if + len("else if"))
                notes = (Note("this `if` begins a block of its own", where),)
            self.report("E0102", f"this `{frame.word}` has no `end`", opener, end, hint, notes)
        else:
            shown = self.text[opener:end][-1:]
            if not self.swallowed(opener):
                self.report("E0102", f"this `{shown}` is not closed", opener, end)
            self.tokens.muted.append((opener, position))
        if frame.kind is BLOCK and self.last == "LET":
            self.emit("SEP", None, position, position)
        self.emit(_CLOSERS[frame.closer], None, position, position)
        self.after = DONE
        self.pop()
        if frame.string is not None:
            self.emit("STRPART", "", position, position)
            frame.string.parts.append(len(self.types) - 1)
            self.pos = position
            self.end_string(frame.string, 0)

    def swallowed(self, opener: int) -> bool:
        """Whether what should close a bracket is part of a string without end on the same line."""
        if not self.tokens.muted:
            return False
        start, _ = self.tokens.muted[-1]
        return opener < start and self.text.find("\n", opener, start) < 0

    def stray_word(self, word: str, start: int, end: int) -> None:
        """`end`, `else` … where no block is the innermost frame."""
        if all(frame.kind is not BLOCK for frame in self.frames):
            if self.frame.kind is TOP:
                self.report("E0102", f"this `{word}` ends nothing", start, end)
            else:
                self.report("E0201", f"unexpected `{word}`", start, end)
            self.pos = end
            return
        while self.frame.kind is PAREN or self.frame.kind is ARRAY:
            self.close_frame(start)
            self.end_lines()

    def stray_closer(self, closer: str, start: int) -> None:
        """A closing bracket that does not fit the innermost frame."""
        inner = self.frame
        if all(frame.closer != closer for frame in self.frames):
            if inner.kind is PAREN or inner.kind is ARRAY:  # `(a]`: take it for the right one
                opener = self.starts[inner.opener]
                notes = (Note("opened here", self.span(opener, self.ends[inner.opener])),)
                message = f"`{closer}` does not close a `{self.text[opener]}`"
                self.report("E0109", message, start, start + 1, f"write `{inner.closer}`", notes)
                self.operand(_CLOSERS[inner.closer], None, start, start + 1)
                self.pop()
                if inner.string is not None:
                    self.read_pieces(inner.string)
                return
            self.report("E0102", f"this `{closer}` closes nothing", start, start + 1)
            self.pos = start + 1
            return
        while self.frame.closer != closer:
            self.close_frame(start)
            self.end_lines()

    def on_text_end(self, position: int) -> None:
        """At the end of the text: nothing may be open."""
        self.end_lines()
        while self.frame.kind is not TOP:
            self.close_frame(position)
            self.end_lines()

    # ------------------------------------------------------------------------- guesses by layout

    def guess_at_word(self, word: str, start: int) -> None:
        """In a second reading, before the first word of a line: close what should have ended by
        now.
        """
        line_start = self.text.rfind("\n", 0, start) + 1
        if self.text[line_start:start].strip():
            return
        self.leave_macros()
        indent = start - line_start
        if word in _STATEMENT_WORDS or (word in _DEFINITIONS and indent == 0):
            self.close_brackets(line_start)
        if word in _DEFINITIONS and indent == 0:
            while self.frame.kind is BLOCK and self.frame.word in _HOLDS_NO_DEFINITION:
                self.close_frame(line_start)
                self.end_statement(line_start)
        elif word == "end":
            self.close_brackets_in_block(line_start)
            self.close_indented_more(indent, line_start)

    def leave_macros(self) -> None:
        if self.after == DONE:
            self.end_lines()

    def close_brackets(self, position: int) -> None:
        while self.frame.kind is PAREN or self.frame.kind is ARRAY:
            self.close_frame(position)
            self.end_lines()
        self.end_statement(position)

    def close_brackets_in_block(self, position: int) -> None:
        """At a line that begins with `end`: it is a block's, unless it is an index."""
        if any(frame.kind is BLOCK for frame in self.frames):
            self.close_brackets(position)

    def end_statement(self, position: int) -> None:
        """A bracket was closed by guess at a line's start: the statement ends there."""
        if self.after != DONE:
            return
        if self.frame.kind is TOP and self.last != "NL":
            self.emit("NL", None, position, position)
        elif self.frame.kind is BLOCK and self.last != "SEP":
            self.frame.header = 0
            self.emit("SEP", None, position, position)
        self.after = 0

    def close_indented_more(self, indent: int, position: int) -> None:
        """An `end` below the beginning of an outer block closes that; blocks in it have none."""
        open_blocks = [frame for frame in self.frames if frame.kind is BLOCK]
        if not any(self.indentation(frame) == indent for frame in open_blocks):
            return
        while self.frame.kind is BLOCK and self.indentation(self.frame) > indent:
            self.close_frame(position)
            self.end_lines()
            self.end_statement(position)

    def indentation(self, frame: Frame) -> int:
        """How far the line on which a frame was opened is indented."""
        text = self.text
        line_start = text.rfind("\n", 0, self.starts[frame.opener]) + 1
        end = BLANKS.match(text, line_start).end()  # type: ignore[union-attr]
        return end - line_start

    def guess_at_newline(self, end: int) -> None:
        """In a second reading, at a line end in brackets: an operand cannot follow an operand
        there.
        """
        text = self.text
        if self.frame.kind is ARRAY and _STATEMENT.match(text, end):
            self.close_brackets(end)
            return
        if self.after != DONE or self.frame.kind is not PAREN:
            return
        position = BLANKS.match(text, end).end()  # type: ignore[union-attr]
        char = text[position : position + 1]
        if not char or not (starts_name(char) or char.isdigit() or char in '(["@'):
            return
        if char in CHARACTERS:
            return
        word = text[position:].split(None, 1)[0] if char.isalpha() else ""
        if word in _INFIX_WORDS:
            return
        self.close_brackets(end)
