"""The lexer's part for strings, commands, characters and docstrings."""

from __future__ import annotations

import re

from ..diagnostics import Note
from . import text as literal
from .characters import name_end, normalize, starts_name
from .expr import Literal, Node, sym
from .numbers import PATTERN as NUMBER
from .numbers import number
from .tokens import BLOCK, DONE, PAREN, TOP, Scanner
from .wordlist import words

BLANKS = re.compile(r"[ \t\r\f\v]*(?:#(?!=)[^\n]*)?")
CLOSING_WORD = re.compile(r"(?:end|else|elseif|catch|finally)\b")
# Words that go on with an expression: no docstring is for them.
_INFIX_WORDS = words("in isa where end else elseif catch finally for if")
# What a string stands right after if it begins a statement.
STATEMENT_STARTS = frozenset(("", "NL", "SEMI", "SEP", "BEGIN", "QUOTEBLK"))
_PLAIN = {
    1: re.compile(r'"((?:[^"\\$]|\\.)*)"', re.DOTALL),
    3: re.compile(r'"""((?:[^"\\$]|\\.|"(?!""))*)"""', re.DOTALL),
}
_RAW = {
    (quote, count): re.compile(
        rf"{quote * count}((?:[^{quote}\\]|\\."
        rf"{f'|{quote}(?!{quote * 2})' if count == 3 else ''})*){quote * count}",
        re.DOTALL,
    )
    for quote in '"`'
    for count in (1, 3)
}
# A string on one line; brackets of interpolations may hold strings of their own.
_LINE_STRING = re.compile(r'"(?:[^"\\$]|\\.|\$\((?:[^()"]|"[^"]*"|\([^()]*\))*\)|\$)*"')
_CHUNK = re.compile(r'[^"\\$]+')
_CHAR = re.compile(r"'([^'\\\n]|\\(?:.|\n)[^'\n]*|'(?='))'")
_SUFFIX_NUMBER = re.compile(NUMBER)
NUMBER_HERE = re.compile(NUMBER)


class Interpolated:
    """A string with interpolations that is being read."""

    __slots__ = ("documents", "opener", "parts", "quotes")

    def __init__(self, quotes: int, opener: int, documents: bool) -> None:
        self.quotes = quotes  # 1 or 3
        self.opener = opener  # where it begins
        self.documents = documents  # it begins a statement
        self.parts: list[int] = []  # the indices of its STRPART tokens


class Strings(Scanner):
    """Reads what stands between quotes."""

    __slots__ = ()

    def on_quotes(self, start: int) -> None:
        """At `"` or a backtick."""
        if self.after == DONE:
            self.separate(start)
        if self.text[start] == "`":
            value, end = self.raw(start, "`")
            self.operand("CMD", value, start, end)
            return
        documents = self.at_statement()
        quotes = 3 if self.text.startswith('"""', start) else 1
        if self.recovering and quotes == 1 and self.open_string(start):
            value, end = self.unclosed_string(start, 1)
            self.operand("STRING", value, start, end)
            return
        match = _PLAIN[quotes].match(self.text, start)
        if match is None:
            self.emit("STRBEG", None, start, start + quotes)
            self.pos = start + quotes
            self.read_pieces(Interpolated(quotes, start, documents))
            return
        value = literal.line_ends(match[1])
        if quotes == 3:
            value = literal.dedent([literal.join_lines(value)])[0] or ""
        self.operand("STRING", self.unescaped(value, match.start(1)), start, match.end())
        if documents:
            self.document(match.end())

    def at_statement(self) -> bool:
        """Whether what begins here begins a statement that may be documented."""
        frame = self.frame
        documented = frame.kind is TOP or (frame.kind is BLOCK and frame.documents)
        return documented and self.last in STATEMENT_STARTS

    def unescaped(self, raw: str, start: int) -> str:
        """The text of a literal; a wrong escape is reported and left as it is."""
        try:
            return literal.rejoin(literal.unescape(raw))
        except literal.EscapeError as error:
            where = self.text.find(raw[error.offset : error.offset + error.length], start)
            where = start if where < 0 else where
            self.report(
                "E0111",
                "invalid escape sequence",
                where,
                where + error.length,
                "write `\\\\` for a backslash",
            )
            return raw

    def raw(self, start: int, quote: str) -> tuple[str, int]:
        """The text between quotes at `start` without any unescaping but of the quote, and where it
        ends.
        """
        count = 3 if self.text.startswith(quote * 3, start) else 1
        match = _RAW[quote, count].match(self.text, start)
        if match is None:
            return self.unclosed_string(start, count, quote)
        value = literal.line_ends(match[1])
        if count == 3:
            value = literal.dedent([value])[0] or ""
        return literal.unescape_raw(value, quote), match.end()

    def unclosed_string(self, start: int, count: int, quote: str = '"') -> tuple[str, int]:
        """Report a string without end; it is taken to end with its line (three quotes: with the
        file).
        """
        text = self.text
        end = text.find("\n", start)
        end = len(text) if end < 0 or count == 3 else end
        what = "command" if quote == "`" else "string"
        self.report(
            "E0103",
            f"this {what} has no end",
            start,
            start + count,
            f"close it with `{quote * count}`",
        )
        self.tokens.muted.append((start, end))
        return text[start + count : end], end

    def open_string(self, start: int) -> bool:
        """In a second reading of a text in which a string has no end: whether it is this one.

        The first string that goes over a line end is taken for it.
        """
        if not self.string_open:
            return False
        end = self.text.find("\n", start)
        match = _LINE_STRING.match(self.text, start, len(self.text) if end < 0 else end)
        if match is not None:
            return False
        self.string_open = False
        return True

    def read_pieces(self, string: Interpolated) -> None:
        """Read an interpolated string up to its end or the next `$(`."""
        text = self.text
        buffer: list[str] = []
        begin = self.pos
        while True:
            match = _CHUNK.match(text, self.pos)
            if match:
                buffer.append(match[0])
                self.pos = match.end()
            char = text[self.pos : self.pos + 1]
            if char == "\\":
                buffer.append(text[self.pos : self.pos + 2])
                self.pos += 2
            elif char == '"' and string.quotes == 3 and not text.startswith('"""', self.pos):
                buffer.append('"')
                self.pos += 1
            elif char == "$":
                self.add_piece(string, buffer, begin)
                if self.interpolation(string):
                    return
                begin, buffer = self.pos, []
            else:
                if char == "":
                    _, self.pos = self.unclosed_string(string.opener, string.quotes)
                    self.pos = max(self.pos, begin)
                self.add_piece(string, buffer, begin)
                self.end_string(string, len(char) * string.quotes)
                return

    def add_piece(self, string: Interpolated, buffer: list[str], begin: int) -> None:
        self.emit("STRPART", literal.line_ends("".join(buffer)), begin, self.pos)
        string.parts.append(len(self.types) - 1)

    def interpolation(self, string: Interpolated) -> bool:
        """At `$` in a string. True for `$(`: the lexer goes on, and comes back at the `)`."""
        start = self.pos
        text = self.text
        if text.startswith("(", start + 1):
            self.opener("ILPAR", None, start + 1, start + 2)
            self.push(PAREN, False, False, ")").string = string
            return True
        end = start + 1
        if end < len(text) and starts_name(text[end]):
            end = name_end(text, end)
            name = text[start + 1 : end]
            value: Node = name == "true" if name in ("true", "false") else sym(normalize(name))
            self.emit("STRNAME", value, start + 1, end)
        else:
            hint = "write `\\$` for a dollar sign, `$(…)` to interpolate an expression"
            self.report("E0112", "nothing to interpolate after `$`", start, start + 1, hint)
        self.pos = end
        return False

    def end_string(self, string: Interpolated, quotes: int) -> None:
        """Give the pieces their final text, now that all are known."""
        values = self.values
        parts: list[str | None] = []
        for index in string.parts:
            parts += [values[index], None]
        parts.pop()
        if string.quotes == 3:
            parts = literal.dedent([part and literal.join_lines(part) for part in parts])
        for index, part in zip(string.parts, parts[::2], strict=True):
            values[index] = self.unescaped(part or "", self.starts[index])
        self.operand("STREND", None, self.pos, self.pos + quotes)
        if string.documents:
            self.document(self.pos)

    def document(self, position: int) -> None:
        """After a string that began a statement: if it documents what follows, say so by DOCSEP."""
        text = self.text
        end = BLANKS.match(text, position).end()  # type: ignore[union-attr]
        if text.startswith("\n", end):
            begin = end + 1
            after = BLANKS.match(text, begin).end()  # type: ignore[union-attr]
            if after >= len(text) or text[after] in "\n,;)]}" or CLOSING_WORD.match(text, after):
                return
        elif end > position and end < len(text):
            begin = end
            if text[end] not in '@("[:' and not self.begins_with_name(end):
                return
        else:
            return
        self.opener("DOCSEP", None, position, begin)

    def begins_with_name(self, position: int) -> bool:
        """Whether a name or keyword that can begin an expression stands here."""
        text = self.text
        if not starts_name(text[position]):
            return False
        return text[position : name_end(text, position)] not in _INFIX_WORDS

    def on_char(self, start: int) -> None:
        """At `'` where an operand is wanted."""
        match = _CHAR.match(self.text, start)
        if match is None:
            empty = self.text.startswith("''", start)
            end = start + (2 if empty else 1)
            message = "empty character literal" if empty else "this character literal has no end"
            hint = 'strings are written with double quotes: "…"'
            self.report("E0104", message, start, end, hint)
            line = self.text.find("\n", start)
            end = end if empty else (len(self.text) if line < 0 else line)
            self.tokens.muted.append((start, end))
            self.operand("ERROR", None, start, end)
            return
        value = self.unescaped(match[1], match.start(1))
        self.operand("CHAR", self.character(value, start, match.end()), start, match.end())

    def character(self, value: str, start: int, end: int) -> Node:
        """The `Char` of a literal's text."""
        data = value.encode("utf-8", "surrogateescape")
        try:
            decoded = data.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            if len(data) <= 4:
                return Literal("Char", data)
            decoded = value
        if len(decoded) != 1:
            hint = 'strings are written with double quotes: "…"'
            self.report("E0105", "a character literal holds one character", start, end, hint)
        return Literal("Char", ord(decoded[0]) if decoded else 0)

    def string_macro(self, name: str, start: int, end: int) -> None:
        """At the quotes right after a name: `r"…"ims`."""
        if self.after == DONE:
            self.separate(start)
        quote = self.text[end]
        value, end = self.raw(end, quote)
        parts: list[Node] = [sym(f"@{name}{'_str' if quote == chr(34) else '_cmd'}"), value]
        if end < len(self.text) and starts_name(self.text[end]):
            stop = name_end(self.text, end)
            parts.append(self.text[end:stop])
            end = stop
        elif match := _SUFFIX_NUMBER.match(self.text, end):
            parts.append(number(match[0]))
            end = match.end()
        self.operand("STRMACRO", parts, start, end)

    def mismatch(
        self, what: str, start: int, end: int, opener: int, hint: str | None = None
    ) -> None:
        """Report something that fits to nothing, or something open that does not end."""
        notes = (Note("opened here", self.span(opener, opener + 1)),) if opener >= 0 else ()
        self.report("E0101", what, start, end, hint, notes)
