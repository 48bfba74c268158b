"""The lexer's part for brackets, commas and semicolons."""

from __future__ import annotations

from .expr import sym
from .lex_operators import Operators
from .operators import class_of
from .tokens import (
    ARRAY,
    BLOCK,
    DONE,
    IMPORT,
    ITERATED,
    ITERATION,
    MACRO,
    NEEDED,
    NO_HEADER,
    PAREN,
    STATEMENT,
    TOP,
)  # fmt: skip
from .wordlist import words

# A `;` right after these is a statement separator.
_BODY_OPENERS = words("BEGIN QUOTEBLK LET TRY ELSE FINALLY DO0")


class Brackets(Operators):
    """Reads `( ) [ ] { } , ;`."""

    __slots__ = ()

    def on_parenthesis(self, start: int) -> None:
        """At `(`."""
        if self.frame.kind is IMPORT and self.last != "DOLLAR":
            self.imported_operator(start)
            return
        terminal, callee, end_is_name = "LPAR", -1, self.frame.end_is_name
        if self.last == "MACRO" and not self.space:
            terminal = "CALL_LPAR"
            self.leave_macro()
        elif self.after == DONE:
            if self.space:
                self.separate(start)
            elif self.last == "NUM":
                self.emit("JUXT", None, start, start)
            else:
                terminal = "CALL_LPAR"
        elif self.last == "DOT":
            if self.space:
                self.report("E0115", "no blank may stand between `.` and `(`", start, start + 1)
            self.drop()
            terminal = "DOT_LPAR"
            start -= 1
        elif self.last in ("UNARY", "USUB", "FUNCTION"):
            callee = len(self.types) - 1
        elif self.last == "QUOTE":
            end_is_name = False
        self.opener(terminal, None, start, start + 1 + (terminal == "DOT_LPAR"))
        self.push(PAREN, False, end_is_name, ")").callee = callee

    def imported_operator(self, start: int) -> None:
        """`(==)` in an import list."""
        end = self.text.find(")", start)
        line = self.text.find("\n", start)
        if end < 0 or 0 <= line < end:
            self.mismatch("this `(` is not closed", start, start + 1, -1)
            end = (line if line >= 0 else len(self.text)) - 1
        name = self.text[start + 1 : end].strip()
        name = name[1:] if len(name) > 1 and name[0] == ":" else name
        if class_of(name) is None:
            message = "only the name of an operator may stand in parentheses here"
            self.report("E0204", message, start, end + 1)
        self.operand("NAME", sym(name), start, end + 1)

    def on_square(self, start: int) -> None:
        """At `[`."""
        if self.attached(start):
            self.opener("INDEX", None, start, start + 1)
            self.push(ARRAY, True, True, "]")
        else:
            end_is_name = self.frame.end_is_name and self.last != "QUOTE"
            self.opener("LBRACK", None, start, start + 1)
            self.push(ARRAY, True, end_is_name, "]")

    def on_brace(self, start: int) -> None:
        """At `{`."""
        if self.attached(start):
            self.opener("CURLY", None, start, start + 1)
            self.push(PAREN, False, self.frame.end_is_name, "}")
        else:
            self.opener("LBRACE", None, start, start + 1)
            self.push(ARRAY, True, self.frame.end_is_name, "}")

    def attached(self, start: int) -> bool:
        """Whether a bracket stands right after an operand (or macro name) and belongs to it."""
        if self.last == "MACRO":
            if self.space:
                return False
            self.leave_macro()
            return True
        if self.after != DONE:
            return False
        if not self.space:
            return True
        self.separate(start)
        return False

    def leave_macro(self) -> None:
        """A macro's name has its arguments in brackets."""
        if self.frame.kind is MACRO:
            self.pop()

    def on_close(self, start: int) -> None:
        """At `)`, `]` or `}`."""
        self.end_lines()
        closer = self.text[start]
        if self.frame.closer != closer:
            self.stray_closer(closer, start)
            if self.frame.closer != closer:
                return
        frame = self.frame
        if frame.callee >= 0:
            self.settle_callee(start)
        terminal = "RPAR" if closer == ")" else "RBRACK" if closer == "]" else "RBRACE"
        self.operand(terminal, None, start, start + 1)
        self.pop()
        if frame.string is not None:
            self.read_pieces(frame.string)

    def settle_callee(self, start: int) -> None:
        """The parentheses after a prefix operator or `function` end: now it shows what they are.

        `-(a, b)`, `-(a...)` and `-()` call the function `-`; `-(a)` applies the prefix operator.
        `function (x) … end` is anonymous unless a call or type parameters follow the parentheses.
        """
        frame = self.frame
        types = self.types
        opener = frame.opener
        if types[frame.callee] == "FUNCTION":
            if self.text[start + 1 : start + 2] not in ("(", "{", ".") or start + 1 >= len(
                self.text
            ):
                types[opener] = "ANON_LPAR"
            return
        after = types[opener + 1] if len(types) > opener + 1 else ""
        if frame.with_comma or after in ("", "PSEMI") or self.last == "ELLIPSIS":
            if self.ends[frame.callee] < self.starts[opener]:
                operator = self.text[self.starts[frame.callee] : self.ends[frame.callee]]
                message = f"no blank may stand between `{operator}` and its arguments"
                self.report("E0115", message, self.starts[opener], self.starts[opener] + 1)
            types[frame.callee] = "NAME" if types[frame.callee] == "UNARY" else "SUBNAME"
            types[opener] = "CALL_LPAR"

    def on_comma(self, start: int) -> None:
        if self.last == "MACRO":
            self.end_lines()
        frame = self.frame
        terminal = "TCOMMA"
        if frame.header == ITERATED:
            terminal = "ICOMMA"
            frame.header = ITERATION
        elif frame.kind is PAREN or frame.kind is ARRAY:
            if frame.header != STATEMENT:
                terminal = "COMMA"
                frame.with_comma = True
                frame.ternaries = 0
        elif frame.kind is IMPORT or frame.header not in (NO_HEADER, STATEMENT):
            terminal = "COMMA"
        self.opener(terminal, ",", start, start + 1)

    def on_semicolon(self, start: int) -> None:
        self.end_lines()
        frame = self.frame
        end = start + 1
        if frame.kind is TOP:
            if self.last != "SEMI":
                self.emit("SEMI", None, start, end)
        elif frame.kind is BLOCK:
            frame.header = NO_HEADER
            if self.after != NEEDED or self.last in _BODY_OPENERS:
                self.emit("SEP", ";", start, end)
            elif self.last == "SEP":  # a newline, then `;`
                self.values[-1] = ";"
                self.starts[-1] = start
        elif frame.kind is PAREN:
            if frame.header:
                frame.header = NO_HEADER
            self.emit("PSEMI", None, start, end)
        elif self.last == "ROWSEP":
            self.values[-1] += 1
            self.ends[-1] = end
        else:
            self.emit("ROWSEP", 1, start, end)
        self.pos = end
        self.after = NEEDED
        self.space = False
