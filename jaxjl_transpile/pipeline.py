"""The stages in a row: Julia text -> Python tree, text and code."""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from types import CodeType
from typing import TYPE_CHECKING

from . import __version__
from .diagnostics import Diagnostic, InternalError, JuliaSyntaxError, Severity, UnsupportedError
from .options import Options
from .syntax.source import SourceFile

if TYPE_CHECKING:
    from .emit import Emitted


@dataclass(frozen=True, slots=True)
class Compiled:
    """A compiled Julia file.

    `tree` has places in the Julia file, `text` is what a written `.py` holds, `parts` run `tree`: a
    piece for each stretch of one file, so that tracebacks name the right one. `included` are the
    files that were read besides. `diagnostics` are warnings.
    """

    tree: ast.Module
    text: str
    parts: tuple[CodeType, ...]
    line_map: tuple[tuple[int, int], ...]
    included: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def compile_text(text: str, filename: str = "none", options: Options | None = None) -> Compiled:
    """The compiled form of Julia text. Raises JuliaSyntaxError and UnsupportedError."""
    from .emit import emit
    from .lower import Context, lower
    from .passes import run
    from .syntax.parser import parse_file

    options = options or Options()
    source = SourceFile(filename, text)
    parsed = parse_file(source, options)
    if parsed.diagnostics:
        raise JuliaSyntaxError(parsed.diagnostics)
    context = Context(source, options)
    program = lower(parsed, context)
    errors = [d for d in context.diagnostics if d.severity is Severity.ERROR]
    if errors:
        raise UnsupportedError(errors)
    emitted = emit(run(program), _header(text, filename, options), text)
    return Compiled(
        emitted.tree,
        emitted.text,
        tuple(_code(emitted, filename)),
        emitted.line_map,
        tuple(context.included),
        tuple(context.diagnostics),
    )


def _code(emitted: Emitted, filename: str) -> Iterator[CodeType]:
    """The code of each stretch of statements that stand in the same file."""
    stretches = groupby(emitted.tree.body, lambda node: emitted.files.get(node, filename))
    for file, nodes in stretches:
        part = ast.Module(list(nodes), [])
        try:
            yield compile(part, file, "exec", dont_inherit=True)
        except (SyntaxError, ValueError) as error:
            raise InternalError(f"the Python that was made does not compile: {error}") from error


def transpile(text: str, filename: str = "none", options: Options | None = None) -> str:
    """The Python text of Julia text. Raises JuliaSyntaxError and UnsupportedError."""
    return compile_text(text, filename, options).text


def _header(text: str, filename: str, options: Options) -> tuple[str, ...]:
    """What a written file begins with: whence it comes, and a hash that tells when it is stale."""
    name = filename.replace("\\", "/").rsplit("/", 1)[-1]
    seed = f"{__version__}\0{options}\0{text}"
    digest = hashlib.sha256(seed.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return (
        f"# Generated from {name} by jaxjl {__version__}; edit that file, not this one.",
        f"# source: {digest}",
    )
