"""The lexer: Julia text -> `Tokens`. All that depends on blanks, newlines and context is settled
here.

`lex` is the loop over the text; the other `lex_*.py` files read one kind of token each, and
`tokens.py` describes the tokens and the frames.
"""

from __future__ import annotations

import re

from ..ir import Comment
from .characters import BLANKS as WIDE_BLANKS
from .characters import name_end, starts_name
from .expr import sym
from .lex_strings import BLANKS, CLOSING_WORD
from .lex_words import KEYWORDS, Words
from .numbers import PATTERN as NUMBER
from .operators import ASCII_PATTERN, CHARACTERS
from .source import SourceFile
from .tokens import ARRAY, DONE, IMPORT, MACRO, NEEDED, NO_HEADER, PAREN, TOP, Tokens

_TOKEN = re.compile(
    r"[ \t\r\f\v]*(?:"
    r"([A-Za-z_][A-Za-z0-9_]*(?:!(?!=)[A-Za-z0-9_]*)*)"
    r"|([()\[\]{},;])"
    r"|(\n(?:[ \t\r]*\n)*)"
    rf"|({NUMBER})"
    r"|(#=)|(#[^\n]*)"
    r'|(["`])'
    r"|(@)"
    rf"|({ASCII_PATTERN})"
    r"|([^\x00-\x7f])"
    r"|(\Z))"
)
(_WORD, _PUNCTUATION, _NEWLINE, _NUMBER, _BLOCK_COMMENT, _COMMENT, _QUOTES, _MACRO, _OPERATOR,
 _WIDE,
 _END) = range(1, 12)  # fmt: skip
_COMMENT_EDGE = re.compile(r"#=|=#")
# After a newline in an array these do not begin a row.
_NO_ROW = frozenset(("]", "}", ",", "for", ""))


class Lexer(Words):
    """Reads a whole text."""

    __slots__ = ()

    def lex(self) -> Tokens:
        """The tokens of the text."""
        text = self.text
        match_token = _TOKEN.match
        add_type, add_value = self.types.append, self.values.append
        add_start, add_end = self.starts.append, self.ends.append
        punctuation = {
            "(": self.on_parenthesis, "[": self.on_square, "{": self.on_brace, ",": self.on_comma,
            ";": self.on_semicolon, ")": self.on_close, "]": self.on_close, "}": self.on_close,
        }  # fmt: skip
        while True:
            match = match_token(text, self.pos)
            if match is None:
                self.on_unknown(self.pos)
                continue
            group = match.lastindex
            end = match.end()
            start = match.start(group)  # type: ignore[arg-type]
            if start > self.pos:
                self.space = True
            if group == _WORD:
                word = match[1]
                following = text[end : end + 1]
                if following > "\x7f":
                    self.on_word(start, name_end(text, end))
                elif (
                    word in KEYWORDS or self.after == DONE or following in ('"', "`")
                    or word == "outer" or self.frame.kind is IMPORT
                ):  # fmt: skip
                    self.on_word(start, end)
                else:  # most words: a name where an operand is wanted
                    add_type("NAME")
                    add_value(sym(word))
                    add_start(start)
                    add_end(end)
                    self.last = "NAME"
                    self.pos = end
                    self.after = DONE
                    self.space = False
            elif group == _PUNCTUATION:
                punctuation[match[2]](start)
            elif group == _OPERATOR:
                self.on_operator(start, end)
            elif group == _NEWLINE:
                self.pos = end
                self.on_newline(start, end)
            elif group == _NUMBER:
                if self.after == DONE:
                    self.separate(start)
                self.number_token(match[4], False, start, start, end)
            elif group == _END:
                self.on_text_end(end)
                return self.tokens
            else:
                self.on_rare(group, start, end)

    def on_rare(self, group: int | None, start: int, end: int) -> None:
        """The kinds of tokens that are not on the fast path."""
        if group == _COMMENT:
            self.comment(start, end)
        elif group == _QUOTES:
            self.on_quotes(start)
        elif group == _WIDE:
            self.on_wide(start)
        elif group == _MACRO:
            self.on_macro(start)
        else:
            self.block_comment(start)

    def on_wide(self, start: int) -> None:
        """At a character beyond ASCII: a name, an operator, a blank, or nothing in Julia."""
        text = self.text
        char = text[start]
        if starts_name(char):
            self.on_word(start, name_end(text, start))
        elif char in CHARACTERS:
            self.on_operator(start, self.operator_end(start))
        elif char in WIDE_BLANKS:
            self.space = True
            self.pos = start + 1
        else:
            self.on_unknown(start)

    def comment(self, start: int, end: int) -> None:
        """At `#`."""
        text = self.text
        line_start = text.rfind("\n", 0, start) + 1
        line = self.tokens.source.line_column(start)[0]
        alone = not text[line_start:start].strip()
        self.tokens.comments.append(Comment(line, text[start:end].rstrip("\r"), alone))
        self.space = True
        self.pos = end

    def block_comment(self, start: int) -> None:
        """At `#=`; they nest."""
        depth, position = 0, start
        while True:
            edge = _COMMENT_EDGE.search(self.text, position)
            if edge is None:
                self.mismatch("this comment has no end", start, start + 2, -1, "close it with `=#`")
                position = len(self.text)
                break
            position = edge.end()
            depth += 1 if edge[0] == "#=" else -1
            if depth == 0:
                break
        self.comment(start, position)

    def on_newline(self, start: int, end: int) -> None:
        """At a newline (and blank lines after it): what it means depends on the frame."""
        self.space = True
        while True:
            frame = self.frame
            kind = frame.kind
            if kind is PAREN:
                if self.recovering:
                    self.guess_at_newline(end)
                return
            if kind is MACRO or kind is IMPORT:
                if self.after == NEEDED or (kind is MACRO and self.documents_next(start, end)):
                    return
                self.pop()
                continue
            if kind is ARRAY:
                if self.recovering:
                    self.guess_at_newline(end)
                    if self.frame is not frame:
                        return
                if self.after != NEEDED and self.next_word(end) not in _NO_ROW:
                    self.emit("ROWSEP", 0, start, start + 1)
                    self.after = NEEDED
                return
            break
        if frame.word == "primitive":
            return
        self.space = False
        if kind is TOP:
            if self.last not in ("", "NL") and (self.after != NEEDED or self.last == "SEMI"):
                self.emit("NL", None, start, start + 1)
                self.after = NEEDED
        elif self.after != NEEDED:
            frame.header = NO_HEADER
            self.emit("SEP", None, start, start + 1)
            self.after = NEEDED

    def documents_next(self, start: int, end: int) -> bool:
        """`@doc "text"` at the end of a line takes the next line as what it documents."""
        frame = self.frame
        if not frame.documents or frame.arguments or self.last == "MACRO" or end - start > 1:
            return False
        after = BLANKS.match(self.text, end).end()  # type: ignore[union-attr]
        following = self.text[after : after + 1]
        if following == "" or following in "\n,;)]}" or CLOSING_WORD.match(self.text, after):
            return False
        self.emit("MSPACE", None, start, end)
        self.after = NEEDED
        frame.documents = False
        return True

    def next_word(self, position: int) -> str:
        """The text of the next token that is no comment or newline."""
        while True:
            match = _TOKEN.match(self.text, position)
            if match is None:
                return "?"
            if match.lastindex == _BLOCK_COMMENT:
                depth, position = 0, match.start(_BLOCK_COMMENT)
                for edge in _COMMENT_EDGE.finditer(self.text, position):
                    depth += 1 if edge[0] == "#=" else -1
                    position = edge.end()
                    if depth == 0:
                        break
                else:
                    return ""
            elif match.lastindex in (_COMMENT, _NEWLINE):
                position = match.end()
            else:
                return match[match.lastindex]  # type: ignore[index]


def lex(source: SourceFile, julia: tuple[int, int]) -> Tokens:
    """The tokens of a file; if its brackets, blocks or strings do not match, the best guess at
    them.
    """
    lexer = Lexer(source, julia, recovering=False)
    tokens = lexer.lex()
    if not lexer.unbalanced:
        return tokens
    guessing = Lexer(source, julia, recovering=True)
    guessing.string_open = any(item.code == "E0103" for item in tokens.diagnostics)
    return guessing.lex()
