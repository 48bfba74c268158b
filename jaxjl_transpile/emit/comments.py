"""The comments of a Julia file, given out as the statements of their lines are written."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from .. import ir


class Comments:
    """Comments that stood alone on their line, and comments that stood beside code."""

    def __init__(self, comments: Sequence[ir.Comment]) -> None:
        self._alone = [c for c in comments if c.alone]
        self._beside = {c.line: c for c in comments if not c.alone}

    def above(self, node: ast.stmt) -> list[str]:
        """The comment lines that belong before a statement."""
        taken: list[str] = []
        while self._alone and self._alone[0].line < node.lineno:
            taken += comment_lines(self._alone.pop(0).text)
        return taken

    def beside(self, node: ast.stmt) -> str | None:
        """The comment at the end of a statement's first line."""
        comment = self._beside.pop(node.lineno, None)
        if comment is None:
            return None
        found = comment_lines(comment.text)
        return found[0] if len(found) == 1 else None

    def left(self) -> list[str]:
        """What is left after the last statement."""
        taken = [line for comment in self._alone for line in comment_lines(comment.text)]
        self._alone.clear()
        return taken


def comment_lines(text: str) -> list[str]:
    """A Julia comment as Python's: each line with a `#`, and nothing that could end the line."""
    if text.startswith("#="):
        text = text[2:].removesuffix("=#")
        inner = [line.strip() for line in text.splitlines()]
    else:
        inner = [line.lstrip("#").rstrip() for line in text.splitlines()]
        if inner and inner[0][:1] in (":", "!"):
            return ["#" + _clean(inner[0])]
        inner = [line.strip() for line in inner]
    while inner and not inner[0]:
        inner.pop(0)
    while inner and not inner[-1]:
        inner.pop()
    return ["# " + _clean(line) if line else "#" for line in inner]


def _clean(line: str) -> str:
    return "".join(c if c.isprintable() or c == "\t" else "\ufffd" for c in line)
