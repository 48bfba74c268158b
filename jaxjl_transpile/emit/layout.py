"""Python's `ast` -> text."""

from __future__ import annotations

import ast

from .. import ir


def render(
    tree: ast.Module, comments: tuple[ir.Comment, ...], header: tuple[str, ...]
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text of a module, and the table from its lines to the Julia file's."""
    return "\n".join((*header, ast.unparse(tree))) + "\n", ()
