"""Docstrings: their text is indented with the code, in the tree as in the output."""

from __future__ import annotations

import ast
import textwrap
from typing import Any

from .text import INDENT, quoted


def is_docstring(node: ast.stmt) -> bool:
    """Whether a statement is a string alone."""
    if not isinstance(node, ast.Expr) or not isinstance(node.value, ast.Constant):
        return False
    return isinstance(node.value.value, str)


def settle(tree: ast.Module) -> None:
    """Gives every docstring of the tree the form that it has in the text."""
    _settle(tree, 0)


def _settle(node: ast.AST, indent: int) -> None:
    body = getattr(node, "body", None)
    if not isinstance(body, list):
        return
    if body and isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef):
        first: Any = body[0]
        if is_docstring(first):
            constant = first.value
            constant.value = _indented(constant.value, indent)
    for name in ("body", "orelse", "finalbody", "handlers"):
        for child in getattr(node, name, ()):
            _settle(child, indent + INDENT)


def _indented(text: str, indent: int) -> str:
    """The text as a docstring of a block: one line, or more lines and a last one for the quotes."""
    first, *more = text.strip().expandtabs().split("\n")
    if not more:
        return first.strip()
    rest = textwrap.dedent("\n".join(more)).split("\n")
    margin = " " * indent
    written = [(margin + line).rstrip() for line in rest]
    return "\n".join([first.strip(), *written, margin])


def docstring_lines(node: ast.stmt, indent: int) -> list[str]:
    """The lines of a docstring in triple quotes."""
    assert isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    text = node.value.value
    assert isinstance(text, str)
    margin = " " * indent
    plain = text.replace("\n", "")
    if not plain.isprintable() or '"""' in text or text.endswith(('"', "\\")) or "\r" in text:
        return [margin + quoted(text)]
    prefix = 'r"""' if "\\" in text else '"""'
    first, *more = (prefix + text + '"""').split("\n")
    return [margin + first, *more]
