"""Reading and writing: `open`, `read`, `readline`, `eachline`, `seek`, and the file system."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from . import io as streams
from . import utf8
from .cell import host_effect
from .chars import Char, char_of
from .dispatch import base, generic
from .exceptions import ArgumentError, EOFError, SystemError
from .io import IO, IOBuffer, IOStream
from .iteration import JuliaIterable
from .strings import host_vector

__all__ = ["lines_of"]

_MODES = {"r": "r", "w": "w", "a": "a", "r+": "r+", "w+": "w+", "a+": "a+"}


def _opened(path: str, mode: str = "r") -> IOStream:
    host_effect("opening a file")
    if mode not in _MODES:
        raise ArgumentError(f"invalid open mode: {mode}")
    try:
        return IOStream(str(path), _MODES[mode])
    except OSError as error:
        raise _system_error(f'opening file "{path}"', error) from error


def _system_error(what: str, error: OSError) -> SystemError:
    from .config import julia_before

    if julia_before(1, 3):
        what = "opening file"
    return SystemError(what, error.errno or 0, None)


def _mode_of(mode: Any, keywords: dict[str, Any]) -> str:
    if not keywords:
        return str(mode)
    if keywords.get("append"):
        return "a+" if keywords.get("read") else "a"
    write = keywords.get("write") or keywords.get("truncate") or keywords.get("create")
    if write:
        if keywords.get("read"):
            return "w+" if keywords.get("truncate") else "r+"
        return "w"
    return "r"


@base("open")
def _(*args: Any, **keywords: Any) -> Any:
    if callable(args[0]) and not isinstance(args[0], str):
        stream = generic("open")(*args[1:], **keywords)
        try:
            return args[0](stream)
        finally:
            stream.close()
    return _opened(args[0], _mode_of(args[1] if len(args) > 1 else "r", keywords))


# ------------------------------------------------------------------------------ reading


def _source(x: Any) -> IO:
    return x if isinstance(x, IO) else _opened(x)


@base("read")
def _(source: Any, *kind: Any) -> Any:
    stream = _source(source)
    try:
        return _read(stream, kind[0] if kind else None)
    finally:
        if stream is not source:
            stream.close()


def _read(stream: IO, kind: Any) -> Any:
    from . import types_base as t

    if kind is None:
        return _bytes_vector(stream.read_bytes())
    if kind is t.String:
        return utf8.from_bytes(stream.read_bytes())
    if kind is t.Char:
        return _read_char(stream)
    if isinstance(kind, int):
        return _bytes_vector(stream.read_bytes(kind))
    from .typeof import dtype_of

    dtype = dtype_of(kind)
    if dtype is None:
        raise ArgumentError(f"{kind} cannot be read")
    data = stream.read_bytes(dtype.itemsize)
    if len(data) < dtype.itemsize:
        raise EOFError()
    value = np.frombuffer(data, dtype)[0]
    return value.item() if dtype.char in "?qd" else value


def _bytes_vector(data: bytes) -> Any:
    from .array import JaxArray

    return JaxArray(np.frombuffer(data, np.uint8).copy())


def _read_char(stream: IO) -> Char:
    first = stream.read_bytes(1)
    if not first:
        raise EOFError()
    more = 0 if first[0] < 0xC0 else 1 if first[0] < 0xE0 else 2 if first[0] < 0xF0 else 3
    return char_of(utf8.from_bytes(first + (stream.read_bytes(more) if more else b"")))


def _without_end(line: bytes, keep: bool) -> str:
    if not keep and line.endswith(b"\n"):
        line = line[: -2 if line.endswith(b"\r\n") else -1]
    return utf8.from_bytes(line)


@base("readline")
def _(source: Any = None, *, keep: bool = False) -> str:
    stream = streams.stdin if source is None else _source(source)
    line = stream.read_line()
    if source is not None and stream is not source:
        stream.close()
    return _without_end(line, keep)


def lines_of(source: Any, keep: bool) -> EachLine:
    """The lines of a stream or file."""
    return EachLine(source, keep)


class EachLine(JuliaIterable):
    """`eachline(source)`."""

    __slots__ = ("keep", "source")

    def __init__(self, source: Any, keep: bool) -> None:
        self.source, self.keep = source, keep

    def start(self) -> Iterator[str]:
        stream = _source(self.source)
        while True:
            line = stream.read_line()
            if not line:
                break
            yield _without_end(line, self.keep)
        if stream is not self.source:
            stream.close()


@base("eachline")
def _(source: Any = streams.stdin, *, keep: bool = False) -> EachLine:
    return lines_of(source, keep)


@base("readlines")
def _(source: Any = streams.stdin, *, keep: bool = False) -> Any:
    return host_vector(lines_of(source, keep).start(), "String")


@base("countlines")
def _(source: Any, *, eol: Any = "\n") -> int:
    data = _source(source).read_bytes()
    end = utf8.to_bytes(str(eol))
    return data.count(end) + (1 if data and not data.endswith(end) else 0)


@base("readuntil")
def _(source: Any, delimiter: Any, *, keep: bool = False) -> str:
    stream, wanted = _source(source), utf8.to_bytes(str(delimiter))
    out = b""
    while not out.endswith(wanted):
        byte = stream.read_bytes(1)
        if not byte:
            return utf8.from_bytes(out)
        out += byte
    return utf8.from_bytes(out if keep else out[: -len(wanted)])


@base("eof")
def _(stream: IO) -> bool:
    return stream.at_end()


@base("readavailable")
def _(stream: IO) -> Any:
    return _bytes_vector(stream.read_bytes())


@base("readchomp")
def _(source: Any) -> str:
    from . import types_base as t

    text = generic("read")(source, t.String)
    return text[:-1] if text.endswith("\n") else text


@base("take!", IOBuffer)
def _(stream: IOBuffer) -> Any:
    return _bytes_vector(stream.take())


@base("peek", IO)
def _(stream: Any, *kind: Any) -> Any:
    place = stream.target.tell()
    value = _read(stream, kind[0] if kind else generic("typeof")(np.uint8(0)))
    stream.target.seek(place)
    return value


@base("position", IO)
def _(stream: Any) -> int:
    return stream.target.tell()


@base("seek", IO)
def _(stream: Any, place: int) -> Any:
    stream.target.seek(int(place))
    return stream


@base("seekstart", IO)
def _(stream: Any) -> Any:
    stream.target.seek(0)
    return stream


@base("seekend", IO)
def _(stream: Any) -> Any:
    stream.target.seek(stream.target.size())
    return stream


@base("skip", IO)
def _(stream: Any, count: int) -> Any:
    stream.target.seek(stream.target.tell() + int(count))
    return stream


@base("mark", IO)
def _(stream: Any) -> int:
    stream.target.mark = stream.target.tell()
    return stream.target.mark


@base("reset", IO)
def _(stream: Any) -> int:
    place = stream.target.mark
    if place < 0:
        raise ArgumentError("IO stream is not marked")
    stream.target.seek(place)
    stream.target.mark = -1
    return place


@base("truncate", IO)
def _(stream: Any, size: int) -> Any:
    stream.target.truncate(int(size))
    return stream


@base("isopen", IO)
def _(stream: Any) -> bool:
    return not getattr(stream.target, "closed", False)


@base("isreadable", IO)
def _(stream: Any) -> bool:
    return stream.target is not streams.stdout and getattr(stream.target, "readable", True) is True


@base("iswritable", IO)
def _(stream: Any) -> bool:
    return getattr(stream.target, "writable", True) is True


@base("bytesavailable", IOBuffer)
def _(stream: IOBuffer) -> int:
    return len(stream.data) - stream.position


# ------------------------------------------------------------------------------ the file system


def _path_function(name: str, call: Callable[..., Any]) -> None:
    @base(name)
    def _(*args: Any, **keywords: Any) -> Any:
        host_effect(name)
        try:
            return call(*args, **keywords)
        except OSError as error:
            raise _system_error(f"{name}: {args[0] if args else ''}", error) from error


def _mkpath(path: str, **keywords: Any) -> str:
    os.makedirs(path, exist_ok=True)
    return path


def _mkdir(path: str, **keywords: Any) -> str:
    os.mkdir(path)
    return path


def _rm(path: str, *, force: bool = False, recursive: bool = False) -> None:
    if recursive and os.path.isdir(path):
        shutil.rmtree(path, ignore_errors=force)
    elif os.path.isdir(path):
        os.rmdir(path)
    elif not force or os.path.exists(path):
        os.remove(path)


def _cp(source: str, target: str, *, force: bool = False, **keywords: Any) -> str:
    if os.path.exists(target) and not force:
        raise ArgumentError(
            f"'{target}' exists. `force=true` is required to remove '{target}' before copying."
        )
    copy = shutil.copytree if os.path.isdir(source) else shutil.copy
    return str(copy(source, target))


def _mv(source: str, target: str, *, force: bool = False) -> str:
    if os.path.exists(target) and not force:
        raise ArgumentError(
            f"'{target}' exists. `force=true` is required to remove '{target}' before moving."
        )
    return str(shutil.move(source, target))


def _touch(path: str) -> str:
    with open(path, "ab"):
        os.utime(path)
    return path


def _tempname(*args: Any, **keywords: Any) -> str:
    return os.path.join(tempfile.gettempdir(), "jl_" + os.urandom(5).hex())


def _mktempdir(*args: Any, **keywords: Any) -> Any:
    if args and callable(args[0]):
        with tempfile.TemporaryDirectory(prefix="jl_") as path:
            return args[0](path)
    return tempfile.mkdtemp(prefix="jl_")


def _mktemp(*args: Any, **keywords: Any) -> Any:
    handle, path = tempfile.mkstemp(prefix="jl_")
    os.close(handle)
    stream = IOStream(path, "r+")
    if args and callable(args[0]):
        try:
            return args[0](path, stream)
        finally:
            stream.close()
            os.remove(path)
    return path, stream


def _readdir(path: str = ".", *, join: bool = False, sort: bool = True) -> Any:
    found = sorted(os.listdir(path))
    return host_vector([os.path.join(path, name) if join else name for name in found], "String")


def _cd(*args: Any) -> Any:
    if callable(args[0]):
        before = os.getcwd()
        os.chdir(args[1])
        try:
            return args[0]()
        finally:
            os.chdir(before)
    return os.chdir(args[0] if args else os.path.expanduser("~"))


for _name, _call in {
    "isfile": os.path.isfile, "isdir": os.path.isdir, "ispath": os.path.exists,
    "islink": os.path.islink, "mkdir": _mkdir, "mkpath": _mkpath, "rm": _rm, "cp": _cp, "mv": _mv,
    "touch": _touch, "tempname": _tempname, "tempdir": tempfile.gettempdir, "mktempdir": _mktempdir,
    "mktemp": _mktemp, "readdir": _readdir, "pwd": os.getcwd, "cd": _cd,
    "filesize": lambda x: x.size() if isinstance(x, IO) else os.path.getsize(x),
    "mtime": os.path.getmtime, "homedir": lambda: os.path.expanduser("~"),
}.items():  # fmt: skip
    _path_function(_name, _call)


def _splitext(path: str) -> tuple[str, str]:
    return os.path.splitext(path)


for _name, _call in {
    "joinpath": lambda *parts: os.path.join(*parts), "basename": os.path.basename,
    "dirname": os.path.dirname, "splitext": _splitext, "splitdir": os.path.split,
    "abspath": lambda *parts: os.path.abspath(os.path.join(*parts)), "normpath": os.path.normpath,
    "realpath": os.path.realpath, "expanduser": os.path.expanduser, "isabspath": os.path.isabs,
    "relpath": os.path.relpath,
}.items():  # fmt: skip
    base(_name)(_call)


@base("splitpath")
def _(path: str) -> Any:
    parts = [part for part in path.split("/") if part]
    return host_vector((["/"] if path.startswith("/") else []) + parts, "String")
