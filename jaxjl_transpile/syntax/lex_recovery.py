"""The lexer's part for texts whose brackets and blocks do not match."""

from __future__ import annotations

from .lex_strings import Strings
from .tokens import ARRAY, BLOCK, PAREN, TOP

_CLOSERS = {")": "RPAR", "]": "RBRACK", "}": "RBRACE", "end": "END"}


class Recovery(Strings):
    """Reports what does not match, and goes on."""

    __slots__ = ()

    @property
    def unbalanced(self) -> bool:
        """Whether brackets or blocks did not match."""
        return any(diagnostic.code == "E0102" for diagnostic in self.tokens.diagnostics)

    def on_unknown(self, start: int) -> None:
        """A character that is nothing in Julia."""
        char = self.text[start]
        shown = f"`{char}`" if char.isprintable() else f"U+{ord(char):04X}"
        self.report("E0108", f"unexpected character {shown}", start, start + 1)
        self.space = True
        self.pos = start + 1

    def close_frame(self, position: int) -> None:
        """Report the innermost frame as never closed, and close it here."""
        self.end_lines()
        frame = self.frame
        if frame.kind is TOP:
            return
        opener = self.starts[frame.opener]
        end = self.ends[frame.opener]
        if frame.kind is BLOCK:
            self.report("E0102", f"this `{frame.word}` has no `end`", opener, end)
        else:
            self.report("E0102", f"this `{self.text[opener:end]}` is not closed", opener, end)
            self.tokens.muted.append((opener, position))
        self.emit(_CLOSERS[frame.closer], None, position, position)
        self.pop()
        if frame.string is not None:
            self.emit("STRPART", "", position, position)
            frame.string.parts.append(len(self.types) - 1)
            self.end_string(frame.string, 0)
            self.pos = position

    def stray_word(self, word: str, start: int, end: int) -> None:
        """`end`, `else` … where no block is the innermost frame."""
        kinds = [frame.kind for frame in self.frames]
        if BLOCK not in kinds:
            self.report("E0102", f"unexpected `{word}`", start, end)
            self.pos = end
            return
        while self.frame.kind is PAREN or self.frame.kind is ARRAY:
            self.close_frame(start)
            self.end_lines()

    def stray_closer(self, closer: str, start: int) -> None:
        """A closing bracket that does not fit the innermost frame."""
        closers = [frame.closer for frame in self.frames]
        if closer not in closers:
            self.report("E0102", f"unexpected `{closer}`", start, start + 1)
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
