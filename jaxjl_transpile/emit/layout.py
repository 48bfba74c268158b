"""Python's `ast` -> the text of a module, laid out as `ruff format` would.

Comments and blank lines come from the Julia file: a comment goes before the statement of its line,
or of the next line that has one. Text and tree say the same: `ast.parse(text)` is the tree again.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

from .. import ir
from .comments import Comments
from .docstrings import docstring_lines, is_docstring, settle
from .text import INDENT, WIDTH, assigned_lines, flat, lines, parameter_texts, unbracketed

_DEFINITIONS = (ast.FunctionDef, ast.ClassDef)


def render(
    tree: ast.Module,
    comments: Sequence[ir.Comment],
    header: Sequence[str],
    source: Sequence[str] = (),
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text of a module, and the table from its lines to the Julia file's."""
    settle(tree)
    layout = _Layout(Comments(comments), source)
    layout.out += header
    layout.block(tree.body, 0)
    layout.rest()
    text = "\n".join(layout.out) + "\n"
    return text, tuple(sorted(layout.places.items()))


class _Layout:
    def __init__(self, comments: Comments, source: Sequence[str]) -> None:
        self.comments = comments
        self.source = source
        self.out: list[str] = []
        self.places: dict[int, int] = {}  # line of the output -> line of the Julia file

    # ---- blocks

    def block(self, body: Sequence[ast.stmt], indent: int, opener: ast.stmt | None = None) -> None:
        """The statements of a block."""
        before: ast.stmt | None = None
        for node in body:
            above = self.comments.above(node) if indent == 0 or before is not None else []
            self.blank(node, before, opener, indent, bool(above))
            self.out += [" " * indent + line for line in above]
            self.statement(node, indent)
            before = node

    def blank(
        self,
        node: ast.stmt,
        before: ast.stmt | None,
        opener: ast.stmt | None,
        indent: int,
        commented: bool,
    ) -> None:
        """The blank lines before a statement."""
        if before is None:
            inside = opener is not None and not isinstance(opener, _DEFINITIONS)
            if inside and isinstance(node, _DEFINITIONS):
                self.out.append("")
            return
        around = isinstance(node, _DEFINITIONS) or _ends_in_definition(before)
        if around:
            self.out += [""] * (2 if indent == 0 else 1)
        elif _ends_head(before, node, opener, indent) or self.apart(node, before):
            self.out.append("")

    def apart(self, node: ast.stmt, before: ast.stmt) -> bool:
        """Whether the Julia file has a blank line between two statements."""
        line, last = node.lineno, before.end_lineno or before.lineno
        if not (0 < last < line <= len(self.source)):
            return False
        return any(not self.source[number].strip() for number in range(last, line - 1))

    def rest(self) -> None:
        """The comments after the last statement."""
        left = self.comments.left()
        if left:
            self.out += ["", *left]

    # ---- statements

    def add(self, made: list[str], node: ast.stmt) -> None:
        """Lines of a statement; a comment that stood beside it in Julia stands beside it again."""
        beside = self.comments.beside(node)
        if beside is not None and len(made) == 1 and len(made[0]) + len(beside) + 2 <= WIDTH:
            made = [f"{made[0]}  {beside}"]
        elif beside is not None:
            margin = made[0][: len(made[0]) - len(made[0].lstrip())]
            self.out.append(margin + beside)
        self.places[len(self.out) + 1] = node.lineno
        self.out += made

    def statement(self, node: ast.stmt, indent: int) -> None:
        """One statement and what is under it."""
        match node:
            case ast.FunctionDef() | ast.ClassDef():
                self.definition(node, indent)
            case ast.If():
                self.branch(node, indent, "if ")
            case ast.While():
                self.add(lines(node.test, indent, "while ", ":"), node)
                self.block(node.body, indent + INDENT, node)
            case ast.For():
                head = f"for {unbracketed(node.target)} in "
                self.add(lines(node.iter, indent, head, ":"), node)
                self.block(node.body, indent + INDENT, node)
            case ast.Try():
                self.attempt(node, indent)
            case ast.Expr() if is_docstring(node):
                self.add(docstring_lines(node, indent), node)
            case _:
                self.add(self.simple(node, indent), node)

    def simple(self, node: ast.stmt, indent: int) -> list[str]:
        """A statement without a block."""
        margin = " " * indent
        match node:
            case ast.Assign():
                return assigned_lines(node.value, indent, f"{unbracketed(node.targets[0])} = ")
            case ast.AnnAssign():
                return lines(node.annotation, indent, f"{flat(node.target)}: ")
            case ast.Expr():
                return lines(node.value, indent)
            case ast.Return(value=None):
                return [margin + "return"]
            case ast.Return(value=found) if found is not None:
                return assigned_lines(found, indent, "return ")
            case ast.Raise(exc=raised) if raised is not None:
                return lines(raised, indent, "raise ")
            case ast.Nonlocal() | ast.Global():
                word = "nonlocal" if isinstance(node, ast.Nonlocal) else "global"
                return [f"{margin}{word} {', '.join(node.names)}"]
            case ast.ImportFrom():
                names = [a.name + (f" as {a.asname}" if a.asname else "") for a in node.names]
                return [f"{margin}from {node.module} import {', '.join(names)}"]
            case _:
                return [margin + {ast.Pass: "pass", ast.Break: "break"}.get(type(node), "continue")]

    def branch(self, node: ast.If, indent: int, word: str) -> None:
        """`if`, and `elif` for an `else` that is only another `if`."""
        self.add(lines(node.test, indent, word, ":"), node)
        self.block(node.body, indent + INDENT, node)
        if len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
            if _ends_in_definition(node.body[-1]):
                self.out.append("")
            self.branch(node.orelse[0], indent, "elif ")
        elif node.orelse:
            self.clause(" " * indent + "else:", node.body)
            self.block(node.orelse, indent + INDENT, node)

    def clause(self, line: str, before: Sequence[ast.stmt]) -> None:
        """`else:` and the like; a blank line parts it from a definition above."""
        if _ends_in_definition(before[-1]):
            self.out.append("")
        self.out.append(line)

    def attempt(self, node: ast.Try, indent: int) -> None:
        """`try` with its handlers."""
        margin = " " * indent
        self.out.append(margin + "try:")
        self.block(node.body, indent + INDENT, node)
        last = node.body
        for handler in node.handlers:
            assert handler.type is not None
            name = f" as {handler.name}" if handler.name else ""
            self.clause(f"{margin}except {flat(handler.type)}{name}:", last)
            self.block(handler.body, indent + INDENT, node)
            last = handler.body
        if node.orelse:
            self.clause(margin + "else:", last)
            self.block(node.orelse, indent + INDENT, node)
            last = node.orelse
        if node.finalbody:
            self.clause(margin + "finally:", last)
            self.block(node.finalbody, indent + INDENT, node)

    def definition(self, node: ast.FunctionDef | ast.ClassDef, indent: int) -> None:
        """A `def` or `class` with its decorators."""
        for position, decorator in enumerate(node.decorator_list):
            made = lines(decorator, indent, "@")
            if position == 0:
                self.add(made, node)
            else:
                self.out += made
        if isinstance(node, ast.ClassDef):
            head = [" " * indent + f"class {node.name}:"]
        else:
            head = _def_lines(node, indent)
        note = f"  # jl:{node.lineno}"
        if indent == 0 and len(head) == 1 and len(head[0]) + len(note) <= WIDTH:
            head = [head[0] + note]
        if node.decorator_list:
            self.places[len(self.out) + 1] = node.lineno
            self.out += head
        else:
            self.add(head, node)
        self.block(node.body, indent + INDENT, node)


def _ends_in_definition(node: ast.stmt) -> bool:
    """Whether the last line of a statement is that of a definition."""
    if isinstance(node, _DEFINITIONS):
        return True
    for name in ("finalbody", "orelse", "handlers", "body"):
        block = getattr(node, name, None)
        if block:
            last = block[-1]
            inner = last.body[-1] if isinstance(last, ast.ExceptHandler) else last
            return _ends_in_definition(inner)
    return False


def _def_lines(node: ast.FunctionDef, indent: int) -> list[str]:
    margin = " " * indent
    texts = parameter_texts(node.args)
    flat_line = f"{margin}def {node.name}({', '.join(texts)}):"
    if len(flat_line) <= WIDTH:
        return [flat_line]
    inner = " " * (indent + INDENT)
    one = inner + ", ".join(texts)
    if len(one) <= WIDTH:
        return [f"{margin}def {node.name}(", one, f"{margin}):"]
    return [f"{margin}def {node.name}(", *(f"{inner}{t}," for t in texts), f"{margin}):"]


def _ends_head(before: ast.stmt, node: ast.stmt, opener: ast.stmt | None, indent: int) -> bool:
    """A blank line goes after a module's imports and docstring, and after a class's docstring."""
    if indent == 0 and isinstance(before, ast.ImportFrom):
        return not isinstance(node, ast.ImportFrom)
    if is_docstring(before):
        return indent == 0 or isinstance(opener, ast.ClassDef)
    return False
