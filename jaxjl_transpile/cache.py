"""Compiled code on disk, keyed by content: the text, the options, the Python, the compiler itself.

Failing to read or to write is never an error: the file is compiled again.
"""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import os
import sys
import tempfile
from functools import cache
from pathlib import Path
from types import CodeType

from . import __version__
from .options import Options

Parts = tuple[CodeType, ...]


def folder() -> Path | None:
    """Where code is kept: `JAXJL_CACHE_DIR`, else the user's cache; None if switched off."""
    given = os.environ.get("JAXJL_CACHE_DIR")
    if given is not None:
        return Path(given) if given else None
    if sys.dont_write_bytecode:
        return None
    home = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(home) / "jaxjl"


@cache
def _compiler() -> str:
    """What changes whenever the compiler does."""
    seen = hashlib.sha256(f"{__version__}{sys.implementation.cache_tag}".encode())
    here = Path(__file__).parent
    for file in sorted(here.rglob("*")):
        if file.suffix in (".py", ".json", ".lark"):
            state = file.stat()
            seen.update(f"{file.name}{state.st_size}{state.st_mtime_ns}".encode())
    return seen.hexdigest()


def key(text: str, filename: str, options: Options) -> str:
    """The name of the cached code of a Julia text."""
    seed = "\0".join((_compiler(), filename, repr(options), text))
    return hashlib.sha256(seed.encode("utf-8", "surrogatepass")).hexdigest()


def read(name: str) -> Parts | None:
    """The cached code, if it is there and the files that it included are as they were."""
    home = folder()
    if home is None:
        return None
    try:
        included, parts = marshal.loads((home / name).read_bytes())
        if all(digest == _digest(path) for path, digest in included):
            return tuple(parts)
    except (OSError, ValueError, EOFError, TypeError):
        pass
    return None


def write(name: str, parts: Parts, included: tuple[str, ...]) -> None:
    """Keeps compiled code, by way of a temporary file."""
    home = folder()
    if home is None:
        return
    with contextlib.suppress(OSError, ValueError):
        data = marshal.dumps(([(path, _digest(path)) for path in included], list(parts)))
        home.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=home)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.replace(temporary, home / name)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
            raise


def _digest(path: str) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()
