"""What lowering is given besides the trees: options, a sink for messages, files to include."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field

from ..diagnostics import Diagnostic, Severity
from ..options import Options
from ..syntax.source import SourceFile, Span


def read_source(path: str) -> SourceFile | None:
    """The text of a file; None if there is no such file."""
    try:
        with open(path, encoding="utf-8", errors="surrogateescape", newline="") as stream:
            return SourceFile(path, stream.read())
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return None


@dataclass
class Context:
    """The surroundings of one compilation.

    `read` finds the text of an included file. `included` collects the paths that were read, which a
    cache must watch.
    """

    source: SourceFile
    options: Options = field(default_factory=Options)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    read: Callable[[str], SourceFile | None] = read_source
    included: list[str] = field(default_factory=list)
    load_path: tuple[str, ...] = ()

    def report(self, code: str, message: str, span: Span | None, hint: str | None = None) -> None:
        """Adds an error; the same message at the same place counts once."""
        self._add(Diagnostic(code, message, span, hint))

    def warn(self, code: str, message: str, span: Span | None, hint: str | None = None) -> None:
        """Adds a warning."""
        self._add(Diagnostic(code, message, span, hint, severity=Severity.WARNING))

    def _add(self, diagnostic: Diagnostic) -> None:
        for known in self.diagnostics:
            if known.message == diagnostic.message and _same(known.span, diagnostic.span):
                return
        self.diagnostics.append(diagnostic)

    def folders(self) -> list[str]:
        """Where packages are looked for: beside the file, then `JAXJL_LOAD_PATH`."""
        beside = os.path.dirname(os.path.abspath(self.source.name))
        given = os.environ.get("JAXJL_LOAD_PATH", "")
        return [beside, *self.load_path, *(p for p in given.split(os.pathsep) if p)]


def _same(a: Span | None, b: Span | None) -> bool:
    if a is None or b is None:
        return a is b
    return a.source is b.source and a.start == b.start
