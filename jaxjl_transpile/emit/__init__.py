"""IR and facts -> Python's `ast`, and its text."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from ..passes import Analysed
from . import build


@dataclass(frozen=True, slots=True)
class Emitted:
    """The Python module: `tree` has places in the Julia file, `text` is what is written to a `.py`.

    `line_map` has a pair (line of the text, line of the Julia file) for each statement of the text.
    `files` tells of the statements of included files where they stand.
    """

    tree: ast.Module
    text: str
    line_map: tuple[tuple[int, int], ...]
    files: dict[ast.stmt, str]


def emit(analysed: Analysed, header: tuple[str, ...] = (), source: str = "") -> Emitted:
    """The Python form of an analysed program; `header` are the comment lines on top."""
    from .layout import render
    from .module import emit_module

    tree, files = emit_module(analysed, build.NOWHERE)
    text, line_map = render(tree, analysed.program.comments, header, source.split("\n"))
    return Emitted(tree, text, line_map, files)


__all__ = ["Emitted", "emit"]
