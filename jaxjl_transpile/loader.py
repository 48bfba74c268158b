"""Julia files as Python modules: `load`, `run_file`, and the import hook `install`."""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import importlib.util
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import CodeType, ModuleType, TracebackType
from typing import Any

from . import cache
from .options import Options, load_options

_SUFFIX = ".jl"


def read_source(path: str | Path) -> str:
    """A Julia file's text; ill-formed UTF-8 stays as surrogate escapes, which the lexer reports."""
    return Path(path).read_bytes().decode("utf-8", "surrogateescape")


def code_of(path: str | Path, options: Options | None = None) -> cache.Parts:
    """The code of a Julia file, to be run in this order in one namespace; cached."""
    file = Path(path)
    options = options or load_options(file.parent)
    text = read_source(file)
    name = cache.key(text, os.path.abspath(file), options)
    found = cache.read(name)
    if found is not None:
        return found
    from .pipeline import compile_text

    compiled = compile_text(text, str(file), options)
    for diagnostic in compiled.diagnostics:
        _warn(diagnostic)
    if not compiled.diagnostics:
        cache.write(name, compiled.parts, compiled.included)
    return compiled.parts


def _warn(diagnostic: Any) -> None:
    from .diagnostics import render

    print(render(diagnostic), file=sys.stderr)


def load(path: str | Path, name: str | None = None) -> ModuleType:
    """The Julia file at `path` as a Python module: its globals are the module's attributes."""
    file = Path(path)
    module = ModuleType(name or file.stem)
    module.__file__ = str(file)
    _execute(code_of(file), module)
    return module


def _execute(parts: Sequence[CodeType], module: ModuleType) -> None:
    for part in parts:
        exec(part, module.__dict__)


def run_file(path: str | Path, argv: Sequence[str] = ()) -> int:
    """What `julia FILE ARGS…` does; the exit status."""
    file = Path(path)
    parts = code_of(file)
    module = ModuleType("__main__")
    module.__file__ = str(file)
    before, sys.argv = sys.argv, [str(file), *argv]
    from jaxjl_runtime.exceptions import ExitException
    from jaxjl_runtime.text_constants import set_arguments

    set_arguments(str(file), list(argv))
    try:
        _execute(parts, module)
    except (SystemExit, ExitException) as leaving:
        return _status(leaving)
    except Exception as error:
        sys.stdout.flush()
        _report(error)
        return 1
    finally:
        sys.argv = before
        sys.stdout.flush()
    return 0


def _status(leaving: Any) -> int:
    """The exit status that `exit(code)` asks for."""
    if leaving.code is None:
        return 0
    return leaving.code if isinstance(leaving.code, int) else 1


def _report(error: Exception) -> None:
    """Julia's message for an error that nothing caught, with the Julia lines that led to it."""
    from jaxjl_runtime import jl

    try:
        text = jl.sprint(jl.showerror, jl.caught(error))
    except Exception:
        text = f"{type(error).__name__}: {error}"
    print(f"ERROR: LoadError: {text}", file=sys.stderr)
    frames = _julia_frames(error.__traceback__)
    if frames:
        print("Stacktrace:", file=sys.stderr)
    for number, (function, file, line) in enumerate(reversed(frames), 1):
        print(f" [{number}] {function} at {file}:{line}", file=sys.stderr)
    if not frames or os.environ.get("JAXJL_TRACEBACK"):
        import traceback

        traceback.print_exception(error)


def _julia_frames(trace: TracebackType | None) -> list[tuple[str, str, int]]:
    """The frames of generated code, outermost first."""
    frames: list[tuple[str, str, int]] = []
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename.endswith(_SUFFIX):
            name = "top-level scope" if code.co_name == "<module>" else code.co_name
            frames.append((name, code.co_filename, trace.tb_lineno))
        trace = trace.tb_next
    return frames


# ------------------------------------------------------------------------------------ import hook


class JuliaLoader(importlib.abc.SourceLoader):
    """Loads a Julia file. No `SourceFileLoader`: tools would parse the file as Python."""

    def __init__(self, fullname: str, path: str) -> None:
        self.name = fullname
        self.path = path

    def get_filename(self, fullname: str) -> str:
        """The Julia file."""
        return self.path

    def get_data(self, path: str) -> bytes:
        """A file's bytes."""
        return Path(path).read_bytes()

    def get_source(self, fullname: str) -> str:
        """The Julia text."""
        return read_source(self.path)

    def get_code(self, fullname: str) -> CodeType | None:
        """None: a Julia file is several pieces of code, one for each file that it includes."""
        return None

    def is_package(self, fullname: str) -> bool:
        """A Julia file is a module, never a package."""
        return False

    def exec_module(self, module: ModuleType) -> None:
        """Runs the file in the module's namespace."""
        _execute(code_of(self.path), module)


class JuliaFinder(importlib.abc.MetaPathFinder):
    """Finds `name.jl` on the import path."""

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,
        target: ModuleType | None = None,
    ) -> importlib.machinery.ModuleSpec | None:
        """The spec of a module whose Julia file exists."""
        name = fullname.rpartition(".")[2]
        for folder in sys.path if path is None else path:
            file = Path(folder or os.curdir) / (name + _SUFFIX)
            if file.is_file():
                loader = JuliaLoader(fullname, str(file))
                return importlib.util.spec_from_file_location(fullname, str(file), loader=loader)
        return None


class Installed:
    """The import hook while it is in force; a context manager, too."""

    def __init__(self, finder: JuliaFinder) -> None:
        self._finder = finder

    def uninstall(self) -> None:
        """Takes the hook out again; modules that it has loaded stay."""
        if self._finder in sys.meta_path:
            sys.meta_path.remove(self._finder)

    def __enter__(self) -> Installed:
        return self

    def __exit__(self, *exception: object) -> None:
        self.uninstall()


def install() -> Installed:
    """The import hook, put in force: `import model` finds `model.jl` (a `model.py` goes first)."""
    for finder in sys.meta_path:
        if isinstance(finder, JuliaFinder):
            return Installed(finder)
    made = JuliaFinder()
    sys.meta_path.append(made)
    return Installed(made)
