"""The lexer's part for operators: prefix, infix or the name of a function."""

from __future__ import annotations

import re

from .characters import BLANKS as WIDE_BLANKS
from .expr import Expr, Node, sym
from .habits import FIRST_WORDS
from .lex_recovery import Recovery
from .lex_strings import BLANKS, CLOSING_WORD, NUMBER_HERE
from .numbers import number
from .operators import (
    ASCII_PATTERN,
    CHARACTERS,
    PREFIX_OR_INFIX,
    UNARY,
    class_of,
    normalized,
    suffix_end,
)
from .source import Span
from .tokens import BLOCK, DONE, IMPORT, ITERATED, ITERATION, NO_HEADER, SIGNATURE, TOP

_ASCII = re.compile(ASCII_PATTERN)
# What may follow an operator that stands for its function, as in `map(+, x)`.
_AFTER_NAME = frozenset(("", ",", ";", ")", "]", "}", "\n"))
_BLANK_CHARS = frozenset(("", " ", "\t", "\r", "\n", "#"))
_CLOSERS = frozenset(",;)]}")
# Dotted forms of these are no functions that are broadcast.
_DOTTED_SYNTAX = frozenset(("ASSIGN", "ELLIPSIS", "OROR", "ANDAND"))
# These are syntax, and no functions that could be named.
_NO_FUNCTIONS = frozenset(("ASSIGN", "QMARK", "OROR", "ANDAND", "DOT", "ELLIPSIS"))
_ROOTS = frozenset(("√", "∛", "∜"))


class Operators(Recovery):
    """Reads operators."""

    __slots__ = ()

    def operator_end(self, position: int) -> int:
        """Where the longest operator at `position` ends; `position` if there is none."""
        text = self.text
        begin = position
        if text.startswith(".", position) and text[position + 1 : position + 2] in CHARACTERS:
            begin += 1
        if begin < len(text) and text[begin] in CHARACTERS:
            end = begin + 1
            if (
                text[begin] in "÷⊻−"
                and text.startswith("=", end)
                and not text.startswith("==", end)
            ):
                return end + 1
        else:
            match = _ASCII.match(text, position)
            if match is None:
                return position
            end = match.end()
        if end < len(text) and text[end] > "\x7f":
            name = normalized(text[position:end])
            if class_of(name) is not None:
                return suffix_end(text, position, end, name)
        return end

    def on_operator(self, start: int, end: int) -> None:
        """At an operator."""
        text = self.text
        if end < len(text) and text[end] > "\x7f" and (self.after == DONE or text[start] != "'"):
            end = self.operator_end(start)
        operator = normalized(text[start:end])
        kind = class_of(operator)
        if operator in ("-", "*") and self.text.startswith(operator, end):
            end += 1
            hint = "powers are written `x^y`" if operator == "*" else "write `- -x`, or `x -= 1`"
            self.report("E0114", f"`{operator * 2}` is no operator", start, end, hint)
            if operator == "-":
                self.operand("ERROR", None, start, end) if self.after != DONE else self.opener(
                    "PLUS", sym("-"), start, end
                )
                return
            operator, kind = "^", "POWER"
        if kind is None:
            self.on_unknown(start)
        elif self.frame.kind is IMPORT:
            self.importing(operator, kind, start, end)
        elif self.after != DONE or not self.infix(operator, kind, start, end):
            self.before_operand(operator, kind, start, end)

    def importing(self, operator: str, kind: str, start: int, end: int) -> None:
        """In `import`: dots of a path, `:` before the names, or an operator as a name."""
        done = self.after == DONE
        if kind == "DOT" or operator in ("..", "..."):
            if operator == "." and done:
                self.opener("DOT", None, start, end)
            else:
                self.opener("IDOT", len(operator), start, end)
        elif operator == ":" and done:
            self.opener("ICOLON", None, start, end)
        elif operator == ":" and self.last == "DOT":
            self.pos = end  # `Base.:+`
            self.space = False
        elif operator == "$":
            self.opener("DOLLAR", None, start, end)
        elif operator[0] == ".":
            self.emit("DOT" if done else "IDOT", 1, start, start + 1)
            self.operand("NAME", sym(operator[1:]), start + 1, end)
        else:
            self.operand("NAME", sym(operator), start, end)

    def infix(self, operator: str, kind: str, start: int, end: int) -> bool:
        """After an operand. False if the operator begins a new one; what separates them has been
        said.
        """
        frame = self.frame
        if self.begins_element(operator, start, end):
            self.separate(start)
            return False
        if frame.header == SIGNATURE and kind not in ("DECL", "DOT"):
            frame.header = NO_HEADER  # the body begins with this operator
            return False
        if kind == "ADJOINT":
            if self.space:
                self.separate(start)
                return False
            self.operand("ADJOINT", sym(operator), start, end)
            return True
        if kind == "NOT":
            if operator in _ROOTS and not self.space:
                self.emit("JUXT", None, start, start)
            else:
                self.separate(start)
            return False
        value: Node = sym(operator)
        if kind == "QMARK":
            frame.ternaries += 1
            self.check_blanks(operator, start, end)
        elif kind == "RANGE" and operator == ":":
            if frame.ternaries:
                frame.ternaries -= 1
                kind = "TCOLON"
                self.check_blanks(operator, start, end)
            elif frame.kind is TOP or frame.kind is BLOCK:
                self.check_line_end(start, end)
        elif kind == "DOT" and self.space and self.modern:
            self.report("E0115", "no blank may stand before this `.`", start, end)
        elif frame.header == ITERATION and operator in ("=", "∈"):
            frame.header = ITERATED
            kind = "FORIN"
        elif kind == "ELLIPSIS":
            self.operand(kind, None, start, end)
            return True
        self.opener(kind, value, start, end)
        return True

    def check_blanks(self, operator: str, start: int, end: int) -> None:
        """`a ? b : c` needs blanks around `?` and `:`."""
        before = self.space or self.text[start - 1 : start] == "\n"
        after = self.text[end : end + 1]
        if not before or (after not in _BLANK_CHARS and after not in WIDE_BLANKS):
            side = "before" if not before else "after"
            message = f"a blank is needed {side} `{operator}` in `a ? b : c`"
            self.report("E0113", message, start, end)

    def check_line_end(self, start: int, end: int) -> None:
        """A range does not go on after a line end; Python's `if x:` looks so."""
        after = BLANKS.match(self.text, end).end()  # type: ignore[union-attr]
        if self.text[after : after + 1] in ("\n", ""):
            word = self.frame.word
            hint = None
            if word in ("if", "while", "for", "function", "try", "struct"):
                hint = (
                    f"no `:` follows the first line of `{word}` in Julia; its body ends with `end`"
                )
            line = self.text[self.text.rfind("\n", 0, start) + 1 : start].split(None, 1)
            if line and line[0] in FIRST_WORDS:
                return  # the parser reports the line's first word
            self.report("E0201", "unexpected `:` at the end of a line", start, end, hint)

    def begins_element(self, operator: str, start: int, end: int) -> bool:
        """Whether, in an array or a macro call, a blank before and none after makes it a prefix
        operator.
        """
        if not (self.space and self.frame.splits and operator in PREFIX_OR_INFIX):
            return False
        if self.text[end : end + 1] in _BLANK_CHARS:
            return False
        return not (operator == ":" and self.frame.ternaries)

    def before_operand(self, operator: str, kind: str, start: int, end: int) -> None:
        """Where an operand is wanted: a prefix operator, a quote, a character, or an operator as a
        name.
        """
        if kind == "ADJOINT" and self.last != "QUOTE":
            self.on_char(start)
        elif self.last == "TCOMMA" and kind == "ASSIGN":
            self.opener("ASSIGN", sym(operator), start, end)  # `x, = y`
        elif self.last == "QUOTE":
            self.operand("NAME", sym(operator), start, end)
        elif operator == ":":
            self.colon(start, end)
        elif self.last == "DOT" and operator != "$":
            self.operand("NAME", self.value_of(operator, kind, self.span(start, end)), start, end)
        elif self.is_name(end):
            self.operator_name(operator, kind, start, end)
        else:
            self.prefix(operator, kind, start, end)

    def operator_name(self, operator: str, kind: str, start: int, end: int) -> None:
        """An operator where an operand is wanted, as the name of its function."""
        quoted = self.last == "LPAR" and self.types[-2:-1] == ["QUOTE"]
        if kind in _NO_FUNCTIONS and not quoted and (operator.isascii() or operator[-1] == "="):
            self.report("E0203", f"an operand is missing before `{operator}`", start, end)
        self.operand("NAME", self.value_of(operator, kind, self.span(start, end)), start, end)

    def value_of(self, operator: str, kind: str, span: Span) -> Node:
        """An operator as a value: `.+` is `(. :+)` since Julia 1.6."""
        dotted = operator[0] == "." and len(operator) > 1 and operator != ".."
        if self.modern and dotted and kind not in _DOTTED_SYNTAX and self.last != "DOT":
            return Expr(".", [sym(operator[1:])], span)
        return sym(operator)

    def colon(self, start: int, end: int) -> None:
        """`:` where an operand is wanted: it quotes what follows, or is the name `:`."""
        char = self.text[end : end + 1]
        if self.last != "DOT" and (char in _BLANK_CHARS or char in _CLOSERS):
            self.operand("NAME", sym(":"), start, end)
        else:
            self.opener("QUOTE", None, start, end)

    def is_name(self, end: int) -> bool:
        """Whether what follows an operator shows that it stands for its function."""
        text = self.text
        after = BLANKS.match(text, end).end()  # type: ignore[union-attr]
        char = text[after : after + 1]
        if char in _AFTER_NAME:
            return True
        if char == "=":
            return text[after + 1 : after + 2] != "="
        return (
            char in "ecf"
            and CLOSING_WORD.match(text, after) is not None
            and not self.frame.end_is_name
        )

    def prefix(self, operator: str, kind: str, start: int, end: int) -> None:
        """A prefix operator; else the operator is a name, as in `*(a, b)`."""
        if operator in ("-", "+") and self.signed_number(operator, start, end):
            return
        if operator in ("$", "&", "::"):
            terminal = {"$": "DOLLAR", "&": "AMP", "::": "UDECL"}[operator]
            self.opener(terminal, sym(operator), start, end)
        elif operator in UNARY and not self.text.startswith("{", end):
            self.opener("USUB" if operator in ("<:", ">:") else "UNARY", sym(operator), start, end)
        else:
            called = self.text.startswith(("(", "{"), end)
            if not called and not self.text.startswith("[", end):
                hint = "comments begin with `#`" if operator == "//" else None
                message = f"an operand is missing before `{operator}`"
                self.report("E0203", message, start, end, hint)
            self.operand(
                "NAME",
                sym(operator) if called else self.value_of(operator, kind, self.span(start, end)),
                start,
                end,
            )

    def signed_number(self, operator: str, start: int, end: int) -> bool:
        """A literal right after its sign is one number, unless what follows binds more tightly than
        the sign.
        """
        match = NUMBER_HERE.match(self.text, end)
        if match is None:
            return False
        stop = match.end()
        if self.text[stop : stop + 1] in ("[", "{"):
            return False
        after = BLANKS.match(self.text, stop).end()  # type: ignore[union-attr]
        if class_of(normalized(self.text[after : self.operator_end(after)])) == "POWER":
            return False
        self.number_token(match[0], operator == "-", start, end, stop)
        return True

    def number_token(self, digits: str, negative: bool, start: int, begin: int, end: int) -> None:
        """A numeric literal, and what must not follow one."""
        following = self.text[end : end + 1]
        if digits == "0" and following in ("x", "b", "o") and end < len(self.text):
            self.report("E0116", f"digits are missing after `0{following}`", begin, end + 1)
        if digits.endswith(".") and following and following in "+-*/\\^%&|<>=~÷":
            message = "it is not clear whether this `.` belongs to the number or to the operator"
            hint = f"write `{digits}0 {following} …` or `{digits[:-1]} .{following} …`"
            self.report("E0116", message, end - 1, end + 1, hint)
        try:
            value = number(digits, negative)
        except OverflowError:
            self.report(
                "E0107", "this number is too large for its type", begin, end, 'write `big"…"`'
            )
            value = 0.0
        self.operand("NUM", value, start, end)
        while isinstance(value, Expr):  # `-0x01`, `12345678901234567890`
            value.span = self.span(start, end)
            value = value.args[-1]
