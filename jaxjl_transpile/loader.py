"""Julia files as Python modules: `load`, `run_file`, and the import hook `install`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from .options import Options, load_options
from .pipeline import Compiled, compile_text


def read_source(path: str | Path) -> str:
    """A Julia file's text; ill-formed UTF-8 is kept as surrogate escapes, which the lexer reports."""
    return Path(path).read_bytes().decode("utf-8", "surrogateescape")


def compile_file(path: str | Path, options: Options | None = None) -> Compiled:
    """The compiled form of a Julia file."""
    file = Path(path)
    return compile_text(read_source(file), str(file), options or load_options(file.parent))


def load(path: str | Path, name: str | None = None) -> ModuleType:
    """The Julia file at `path` as a Python module: its globals are the module's attributes."""
    file = Path(path)
    compiled = compile_file(file)
    module = ModuleType(name or file.stem)
    module.__file__ = str(file)
    exec(compiled.code, module.__dict__)
    return module


def run_file(path: str | Path, argv: Sequence[str] = ()) -> int:
    """What `julia FILE ARGS…` does; the exit status."""
    file = Path(path)
    compiled = compile_file(file)
    module = ModuleType("__main__")
    module.__file__ = str(file)
    from jaxjl_runtime import jl

    del jl
    try:
        exec(compiled.code, module.__dict__)
    finally:
        sys.stdout.flush()
    return 0
