"""The lexer's part for names, keywords and macro names."""

from __future__ import annotations

import re
from collections.abc import Callable

from .characters import name_end, normalize, starts_name
from .expr import Expr, Node, QuoteNode, sym
from .lex_brackets import Brackets
from .lex_strings import BLANKS, STATEMENT_STARTS
from .tokens import (
    ALLOWED,
    ARRAY,
    BINDINGS,
    BLOCK,
    DONE,
    FILTER,
    IMPORT,
    ITERATED,
    ITERATION,
    MACRO,
    NO_HEADER,
    PAREN,
    SIGNATURE,
    STATEMENT,
    TOP,
)  # fmt: skip

_OUTER = re.compile(r"[ \t]+(?!in\b|=|∈)[^\W\d]|[ \t]+\(")
_TYPE_WORD = re.compile(r"[ \t]+(struct|type)\b")
_PUBLIC_NAME = re.compile(r"[ \t]+(?!(?:in|isa|where)\b)(?:[^\W\d]|[@$]|[^\x00-\x7f])")
_BODY_END = re.compile(r"(?:end|finally|else)\b")
_BLOCKS = {
    "begin": "BEGIN", "quote": "QUOTEBLK", "let": "LET", "for": "FOR", "while": "WHILE", "if": "IF",
    "try": "TRY", "function": "FUNCTION", "macro": "MACRODEF", "struct": "STRUCT",
    "module": "MODULE",
    "baremodule": "MODULE",
}  # fmt: skip
_DOCUMENTED = frozenset(("begin", "quote", "module", "baremodule"))
_HEADERS = {"for": ITERATION, "function": SIGNATURE, "macro": SIGNATURE, "let": BINDINGS}
_TYPE_BLOCKS = {"mutable": "MSTRUCT", "abstract": "ABSTRACT", "primitive": "PRIMITIVE"}


class Words(Brackets):
    """Reads names, keywords and macro names."""

    __slots__ = ()

    def on_word(self, start: int, end: int) -> None:
        """At a name or a keyword."""
        word = self.text[start:end]
        if self.recovering and self.last not in ("DOT", "QUOTE"):
            self.guess_at_word(word, start)
        handler = _KEYWORDS.get(word)
        if handler is None or self.is_plain(word, end):
            self.name(word, start, end)
        else:
            handler(self, word, start, end)

    def is_plain(self, word: str, end: int) -> bool:
        """Whether a keyword is a name here: after `.`, after `:`, in an import."""
        if word == "var" and self.text.startswith('"', end):
            return False
        if self.last == "QUOTE":
            return word not in ("true", "false")
        return self.last == "DOT" or (self.frame.kind is IMPORT and word != "end")

    def name(self, word: str, start: int, end: int) -> None:
        """A name, or the name of a string macro."""
        importing = self.frame.kind is IMPORT
        if not importing and self.text[end : end + 1] in ('"', "`") and end < len(self.text):
            self.string_macro(normalize(word), start, end)
            return
        if self.after == DONE:
            if importing:
                if word == "as":
                    self.opener("AS", None, start, end)
                    return
                self.pop()
            self.separate(start)
        elif word == "outer" and self.last == "FOR" and _OUTER.match(self.text, end):
            self.opener("OUTER", None, start, end)
            return
        self.operand("NAME", sym(normalize(word)), start, end)

    def on_boolean(self, word: str, start: int, end: int) -> None:
        if self.after == DONE:
            self.separate(start)
        self.operand("BOOL", word == "true", start, end)

    def on_infix_word(self, word: str, start: int, end: int) -> None:
        """`where`, `in`, `isa`."""
        if self.after != DONE:
            self.name(word, start, end)
            return
        frame = self.frame
        if word == "in" and frame.header == ITERATION:
            frame.header = ITERATED
            self.opener("FORIN", sym(word), start, end)
            return
        if frame.header == SIGNATURE:
            frame.header = NO_HEADER
        self.opener("WHERE" if word == "where" else "COMPARE", sym(word), start, end)

    def on_end(self, word: str, start: int, end: int) -> None:
        if self.frame.end_is_name:
            self.plain(word, start, end)
            return
        if not self.enter_block_end(word, start, end):
            return
        self.emit("END", None, start, end)
        self.pop()
        self.pos = end
        self.after = DONE
        self.space = False

    def enter_block_end(self, word: str, start: int, end: int) -> bool:
        """Make the block that `word` closes (or goes on with) the innermost frame. False if there
        is none.
        """
        self.end_lines()
        if self.frame.kind is BLOCK:
            return True
        self.stray_word(word, start, end)
        return self.frame.kind is BLOCK

    def plain(self, word: str, start: int, end: int) -> None:
        """A keyword that is a name here."""
        if self.after == DONE:
            self.separate(start)
        self.operand("NAME", sym(word), start, end)

    def on_else(self, word: str, start: int, end: int) -> None:
        """`else`, `elseif`, `catch`, `finally`: they end a body."""
        if not self.enter_block_end(word, start, end):
            return
        self.frame.header = NO_HEADER
        terminal = word.upper()
        if word == "else" and self.text.startswith(" if ", end):
            self.frame.else_if = start
        if word == "catch":
            following = BLANKS.match(self.text, end).end()  # type: ignore[union-attr]
            char = self.text[following : following + 1]
            if char and char not in "\n;#" and not _BODY_END.match(self.text, following):
                terminal = "CATCHVAR"
        self.opener(terminal, None, start, end)

    def on_do(self, word: str, start: int, end: int) -> None:
        following = BLANKS.match(self.text, end).end()  # type: ignore[union-attr]
        char = self.text[following : following + 1]
        bare = char in ("", "\n", ";")
        if self.recovering and bare and self.frame.word == "while":
            self.report("E0205", "no `do` follows the condition of a `while`", start, end)
            self.pos = end
            return
        self.opener("DO0" if bare else "DO", None, start, end)
        frame = self.push(BLOCK, False, False, "end")
        frame.word = word
        if not bare:
            frame.header = BINDINGS

    def on_var(self, word: str, start: int, end: int) -> None:
        """`var"any name"`."""
        if not self.text.startswith('"', end):
            self.name(word, start, end)
            return
        if self.after == DONE:
            self.separate(start)
        value, end = self.raw(end, '"')
        following = self.text[end : end + 1]
        if following and (following.isdigit() or starts_name(following)):
            self.report_juxtaposed(end, "a name or number")
        self.operand("NAME", sym(value), start, end)

    def on_type(self, word: str, start: int, end: int) -> None:
        """`mutable struct`, `abstract type`, `primitive type`; each word alone is a name."""
        match = _TYPE_WORD.match(self.text, end)
        if match is None or (match[1] == "struct") != (word == "mutable"):
            self.name(word, start, end)
            return
        if self.after == DONE:
            self.separate(start)
        self.opener(_TYPE_BLOCKS[word], None, start, match.end())
        self.push(BLOCK, word == "primitive", False, "end").word = word

    def on_begin(self, word: str, start: int, end: int) -> None:
        if self.frame.end_is_name and self.modern_begin():
            self.plain(word, start, end)
        else:
            self.on_block(word, start, end)

    def modern_begin(self) -> bool:
        """`begin` in an index is the first index (since Julia 1.4)."""
        return True

    def on_for(self, word: str, start: int, end: int) -> None:
        """A loop's `for`, or a comprehension's."""
        if self.after == DONE and self.enter_comprehension(False):
            self.opener("GENFOR", None, start, end)
            self.frame.header = ITERATION
            self.frame.splits = False
            if self.frame.kind is ARRAY:
                self.frame.kind = PAREN
        else:
            self.on_block(word, start, end)

    def on_if(self, word: str, start: int, end: int) -> None:
        """A conditional's `if`, or a comprehension's."""
        if self.after == DONE and self.enter_comprehension(True):
            self.opener("GENIF", None, start, end)
            self.frame.header = FILTER
        else:
            self.on_block(word, start, end)

    def enter_comprehension(self, filters: bool) -> bool:
        """Whether the innermost frame but for macro calls may hold a comprehension; leaves the
        macro calls.
        """
        index = len(self.frames) - 1
        while self.frames[index].kind is MACRO:
            index -= 1
        frame = self.frames[index]
        if frame.kind is not PAREN and frame.kind is not ARRAY:
            return False
        if filters and frame.header != ITERATED:
            return False
        self.end_lines()
        if self.last == "ROWSEP":
            self.drop()
        return True

    def on_block(self, word: str, start: int, end: int) -> None:
        """A keyword that opens a block."""
        if self.after == DONE:
            self.separate(start)
        value = (word == "module") if _BLOCKS[word] == "MODULE" else None
        self.opener(_BLOCKS[word], value, start, end)
        frame = self.push(BLOCK, False, False, "end")
        frame.word = word
        frame.documents = word in _DOCUMENTED
        frame.header = _HEADERS.get(word, NO_HEADER)
        if word == "let":
            self.after = ALLOWED

    def on_return(self, word: str, start: int, end: int) -> None:
        """`return`, `const`, `global`, `local`: in brackets, what follows may be a tuple without
        its own.
        """
        if self.after == DONE:
            self.separate(start)
        self.opener(word.upper(), None, start, end)
        if word == "return":
            self.after = ALLOWED
        frame = self.frame
        if (frame.kind is PAREN or frame.kind is ARRAY) and not frame.header:
            frame.header = STATEMENT

    def on_jump(self, word: str, start: int, end: int) -> None:
        """`break`, `continue`."""
        if self.after == DONE:
            self.separate(start)
        self.operand(word.upper(), None, start, end)

    def on_import(self, word: str, start: int, end: int) -> None:
        if self.after == DONE:
            self.separate(start)
        terminal = "EXPORT" if word in ("export", "public") else "IMPORT"
        self.opener(terminal, sym(word), start, end)
        self.push(IMPORT, False, False, "")

    def on_public(self, word: str, start: int, end: int) -> None:
        """`public` is a keyword only where a statement begins and a name follows."""
        frame = self.frame
        in_module = frame.kind is TOP or frame.word in ("module", "baremodule")
        begins = in_module and self.last in STATEMENT_STARTS and _PUBLIC_NAME.match(self.text, end)
        if begins and self.modern:
            self.on_import(word, start, end)
        else:
            self.name(word, start, end)

    # ------------------------------------------------------------------------------ macro names

    def on_macro(self, start: int) -> None:
        """At `@`."""
        if self.after == DONE:
            if self.frame.kind is IMPORT:
                self.pop()
            self.separate(start)
        names, end = self.macro_path(start + 1)
        if names and names != ["__dot__"] and self.text.startswith((".(", ".@", ".$"), end):
            self.report("E0106", "a macro's name ends before this `.`", end, end + 1)
        if not names:
            self.report("E0106", "a macro's name must follow `@`", start, start + 1)
            self.operand("ERROR", None, start, end)
            return
        value: Node = sym("@" + names[-1])
        if len(names) > 1:
            module: Node = sym(names[0])
            for part in names[1:-1]:
                module = Expr(".", [module, QuoteNode(sym(part))], self.span(start, end))
            value = Expr(".", [module, QuoteNode(value)], self.span(start, end))
        if self.frame.kind is IMPORT:
            self.operand("NAME", value, start, end)
            return
        end_is_name = self.frame.end_is_name
        self.emit("MACRO", value, start, end)
        self.push(MACRO, True, end_is_name, "").documents = names[-1] == "doc"
        self.pos = end
        self.after = ALLOWED
        self.space = False

    def macro_path(self, position: int) -> tuple[list[str], int]:
        """The names in `@A.B.m` and where they end; `@.` is `__dot__`."""
        text = self.text
        names: list[str] = []
        while True:
            char = text[position : position + 1]
            if text.startswith('var"', position):
                value, position = self.raw(position + 3, '"')
                names.append(value)
            elif char and starts_name(char):
                end = name_end(text, position)
                names.append(normalize(text[position:end]))
                position = end
            elif not names and (end := self.operator_end(position)) > position:
                name = text[position:end]
                if name == ".":
                    return ["__dot__"], end
                return [name], end
            else:
                return names, position
            following = text[position + 1 : position + 2]
            if not text.startswith(".", position) or not following or not starts_name(following):
                return names, position
            position += 1


Handler = Callable[[Words, str, int, int], None]
_KEYWORDS: dict[str, Handler] = {
    "true": Words.on_boolean, "false": Words.on_boolean,
    "where": Words.on_infix_word, "in": Words.on_infix_word, "isa": Words.on_infix_word,
    "end": Words.on_end, "else": Words.on_else, "elseif": Words.on_else, "catch": Words.on_else,
    "finally": Words.on_else, "do": Words.on_do, "var": Words.on_var,
    "mutable": Words.on_type, "abstract": Words.on_type, "primitive": Words.on_type,
    "begin": Words.on_begin, "for": Words.on_for, "if": Words.on_if,
    "quote": Words.on_block, "let": Words.on_block, "while": Words.on_block, "try": Words.on_block,
    "function": Words.on_block, "macro": Words.on_block, "struct": Words.on_block,
    "module": Words.on_block, "baremodule": Words.on_block,
    "return": Words.on_return, "const": Words.on_return, "global": Words.on_return,
    "local": Words.on_return, "break": Words.on_jump, "continue": Words.on_jump,
    "import": Words.on_import, "using": Words.on_import, "export": Words.on_import,
    "public": Words.on_public,
}  # fmt: skip
KEYWORDS = frozenset(_KEYWORDS)
