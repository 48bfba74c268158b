"""What the lexer's parts share: the tokens made so far, and the frames that say where in the text
we are.

Tokens are four parallel lists (terminal, value, start, end). The lexer alone looks at blanks,
newlines and
adjacency; it tells the grammar by *virtual* tokens, and by giving one character several terminals:

| terminal | what it is |
| --- | --- |
| `NL` `SEMI` | newline, `;` between expressions of a file |
| `SEP` | newline or `;` in a block |
| `PSEMI` `ROWSEP` | `;` in parentheses; `;`s (value: how many) or newline (0) in square brackets |
| `SPACE` `MSPACE` | a blank that separates elements of an array, arguments of a macro |
| `JUXT` | nothing between two factors, as in `2x` |
| `DOCSEP` | what stands between a docstring and what it documents |
| `COMMA` `TCOMMA` `ICOMMA` | `,` of a list; of a tuple without parentheses; between iterators |
| `LPAR` `CALL_LPAR` `DOT_LPAR` `ANON_LPAR` `ILPAR` | `(` alone, `f(`, `f.(`, `function (`, `"$("` |
| `LBRACK` `INDEX` `LBRACE` `CURLY` | `[` and `{` alone, and right after an operand |
| `RANGE` `TCOLON` `QUOTE` `ICOLON` | `:` of a range, of `? :`, as a quote, in `import A: b` |
| `FOR` `GENFOR` `IF` `GENIF` | a block's, or a comprehension's |
| `FORIN` `COMPARE` | `in`, `=`, `∈` of an iteration; a comparison |
| `UNARY` `USUB` `UDECL` `AMP` `DOLLAR` | prefix operators: calls, `<:` `>:`, `::`, `&`, `$` |
| `SUBNAME` | `<:` or `>:` called as a function, `<:(a, b)` |
| `DO` `DO0` `CATCH` `CATCHVAR` | with and without parameters; without and with a variable |
| `MACRO` `STRMACRO` | `@name`; `name"text"` |
| `STRBEG` `STRPART` `STRNAME` `STREND` | a string that interpolates: ends, text, `$name` |
| `ERROR` | text that is no token; it has been reported |

An operator's terminal is its class (operators.py). Some tokens are changed when a later one is met:
see `)`.
"""

from __future__ import annotations

from typing import Any, Final

from ..diagnostics import Diagnostic, Note
from ..ir import Comment
from .source import SourceFile, Span

# Kinds of frames: what encloses the current position. What a newline and a blank between two
# operands mean in each:
TOP: Final = "file"  # newline: NL. blank: nothing
BLOCK: Final = "block"  # from a keyword to its `end`. newline: SEP. blank: nothing
# and `T{…}`, and a comprehension from its `for` on. newline: a blank. blank: nothing
PAREN: Final = "parentheses"
ARRAY: Final = "array"  # `[…]`, `{…}`. newline: ROWSEP. blank: SPACE
MACRO: Final = "macro call"  # its arguments. newline: ends it. blank: MSPACE
IMPORT: Final = "import"  # import, using, export, public. newline: ends it. blank: nothing

# What may come next.
NEEDED: Final = 0  # an operand must follow; newlines are blanks
DONE: Final = 1  # an operand has ended
ALLOWED: Final = 2  # an operand may follow (after `return`, `let`, a macro's name)

# Headers: which part of its construct a frame is in.
NO_HEADER: Final = 0
ITERATION: Final = 1  # after `for`: `in`, `=`, `∈` is FORIN
ITERATED: Final = 2  # after that: `,` begins another iteration, `if` filters
BINDINGS: Final = 3  # `let`, `do`: `,` separates
STATEMENT: Final = 4  # `return` … in brackets: `,` makes a tuple
SIGNATURE: Final = 5  # of a function: only `::`, `.` and `where` go on with it
FILTER: Final = 6  # after a comprehension's `if`


class Frame:
    """One bracket, block, macro call or import statement that is open."""

    __slots__ = (
        "arguments", "callee", "closer", "documents", "else_if", "end_is_name", "header", "kind",
        "opener",
        "splits",        "string", "ternaries", "with_comma", "word",
    )  # fmt: skip

    def __init__(
        self, kind: str, opener: int, splits: bool, end_is_name: bool, closer: str
    ) -> None:
        self.kind = kind
        self.opener = opener  # the index of the token that opened it
        self.splits = splits  # a blank between two operands separates them
        self.end_is_name = end_is_name  # `end` and `begin` are names (inside `a[…]`)
        self.closer = closer  # `)`, `]`, `}`, `end` or nothing
        self.word = ""  # the keyword of a block
        self.header = NO_HEADER
        self.ternaries = 0  # `?` whose `:` is still to come
        self.with_comma = False  # parentheses: a `,` was met
        self.callee = -1  # parentheses: the token before, if it is a prefix operator or `function`
        self.string: Any = None  # parentheses: the string that they are interpolated into
        self.documents = (
            False  # block: strings before statements are docstrings; macro call: it is `@doc`
        )
        self.else_if = -1  # block: where `else if` stands in it
        self.arguments = 0  # macro call: how many blanks have separated arguments


class Tokens:
    """The lexer's result."""

    __slots__ = (
        "_with_end",
        "comments",
        "diagnostics",
        "ends",
        "muted",
        "source",
        "starts",
        "types",
        "values",
    )

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.types: list[str] = []
        self.values: list[Any] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.comments: list[Comment] = []
        self.diagnostics: list[Diagnostic] = []
        self.muted: list[tuple[int, int]] = []  # ranges whose faults have been reported
        self._with_end: list[str] = []

    def with_end(self) -> list[str]:
        """The terminals and `$END`; the lexer has to be done."""
        if not self._with_end:
            self._with_end = [*self.types, "$END"]
        return self._with_end


class Scanner:
    """The state of the lexer. Its subclasses read one kind of text each."""

    __slots__ = (
        "add_end", "add_start", "add_type", "add_value", "after", "ends", "frame", "frames",
        "last", "modern", "pos", "recovering", "space", "starts",
        "string_open", "text", "tokens", "types", "values",
    )  # fmt: skip

    def __init__(self, source: SourceFile, julia: tuple[int, int], recovering: bool) -> None:
        self.tokens = Tokens(source)
        self.text = source.text
        self.types = self.tokens.types
        self.values = self.tokens.values
        self.starts = self.tokens.starts
        self.ends = self.tokens.ends
        self.add_type, self.add_value = self.types.append, self.values.append
        self.add_start, self.add_end = self.starts.append, self.ends.append
        self.modern = julia >= (1, 6)
        self.recovering = (
            recovering  # brackets or blocks did not match: guess where they should end
        )
        self.string_open = False  # a string of the text has no end, and it is not known which
        self.pos = 0
        self.after = NEEDED
        self.space = False  # a blank stands before the current token
        self.last = ""  # the last token's terminal
        self.frame = Frame(TOP, 0, False, False, "")
        self.frame.documents = True
        self.frames = [self.frame]

    def emit(self, terminal: str, value: Any, start: int, end: int) -> None:
        """Append a token."""
        self.add_type(terminal)
        self.add_value(value)
        self.add_start(start)
        self.add_end(end)
        self.last = terminal

    def operand(self, terminal: str, value: Any, start: int, end: int) -> None:
        """Append a token that is an operand by itself, and go on after it."""
        self.emit(terminal, value, start, end)
        self.pos = end
        self.after = DONE
        self.space = False

    def opener(self, terminal: str, value: Any, start: int, end: int) -> None:
        """Append a token after which an operand must follow, and go on after it."""
        self.emit(terminal, value, start, end)
        self.pos = end
        self.after = NEEDED
        self.space = False

    def drop(self) -> None:
        """Take the last token back."""
        self.types.pop()
        self.values.pop()
        self.starts.pop()
        self.ends.pop()
        self.last = self.types[-1] if self.types else ""

    def push(self, kind: str, splits: bool, end_is_name: bool, closer: str) -> Frame:
        """Open a frame; its opener is the last token."""
        self.frame = Frame(kind, len(self.types) - 1, splits, end_is_name, closer)
        self.frames.append(self.frame)
        return self.frame

    def pop(self) -> None:
        """Leave the innermost frame."""
        self.frames.pop()
        self.frame = self.frames[-1]

    def end_lines(self) -> None:
        """Leave the macro calls and import statements that end here."""
        while self.frame.kind is MACRO or self.frame.kind is IMPORT:
            self.pop()

    def separate(self, start: int) -> None:
        """Before an operand that follows an operand: say what stands between them."""
        frame = self.frame
        if not self.space:
            self.juxtapose(start)
        elif frame.splits:
            if frame.kind is MACRO:
                frame.arguments += 1
                self.emit("MSPACE", None, start, start)
            else:
                self.emit("SPACE", " ", start, start)
        elif frame.header:
            frame.header = NO_HEADER  # the body begins

    def juxtapose(self, start: int) -> None:
        """Before an operand with nothing between it and the one before: a product, as in `2x`."""
        if self.last in ("STRING", "STREND", "END"):
            return
        if self.frame.header == SIGNATURE:  # `function f(x)y end`: the body begins
            self.frame.header = NO_HEADER
            return
        char = self.text[start]
        if char.isdigit() or char == ".":
            self.report_juxtaposed(start, "a number")
        elif char == "@" and self.last != "NUM":
            self.report_juxtaposed(start, "a macro call")
        elif char == '"' or char == "`":
            self.report_juxtaposed(start, "a string")
        self.emit("JUXT", None, start, start)

    def report_juxtaposed(self, start: int, what: str) -> None:
        """`x.3`, `f(x)"a"`: a product needs its `*` here."""
        message = f"{what} cannot follow right after an operand"
        self.report(
            "E0202", message, start, start + 1, "write an operator, a `,` or a blank between them"
        )

    def span(self, start: int, end: int) -> Span:
        """A span of this text."""
        return Span(self.tokens.source, start, end)

    def report(
        self,
        code: str,
        message: str,
        start: int,
        end: int,
        hint: str | None = None,
        notes: tuple[Note | str, ...] = (),
    ) -> None:
        """Note a fault; the lexer goes on."""
        self.tokens.diagnostics.append(
            Diagnostic(code, message, self.span(start, end), hint, notes)
        )
