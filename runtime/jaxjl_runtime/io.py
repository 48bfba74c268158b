"""Streams: `IO`, `IOBuffer`, `IOContext`, files, the standard streams."""

from __future__ import annotations

import sys
from typing import Any

from . import utf8
from .cell import host_effect, new_serial
from .exceptions import ArgumentError
from .show_options import DEFAULT, UNSET, Options

__all__ = ["IO", "MIME", "PLAIN_TEXT", "IOBuffer", "IOContext", "IOStream", "StandardStream"]


class IO:
    """The root of all streams. `options` are those of the `IOContext` around it, if any."""

    options: Options = DEFAULT

    def write_bytes(self, data: bytes) -> int:
        """Write bytes; gives how many."""
        raise ArgumentError("write failed, IOStream is not writeable")

    def write_text(self, text: str) -> None:
        """Write a string."""
        self.write_bytes(utf8.to_bytes(text))

    def read_bytes(self, count: int = -1) -> bytes:
        """The next `count` bytes, or all that are left."""
        raise ArgumentError("read failed, IOStream is not readable")

    def read_line(self) -> bytes:
        """The bytes of the next line with its end."""
        raise ArgumentError("read failed, IOStream is not readable")

    def at_end(self) -> bool:
        """Whether nothing is left to read."""
        return True

    def flush(self) -> None:
        """Pass on what was buffered."""

    def close(self) -> None:
        """Close the stream."""

    @property
    def target(self) -> IO:
        """The stream itself, without contexts around it."""
        return self


class StandardStream(IO):
    """`stdout`, `stderr` and `stdin`: Python's streams of these names at the time of use."""

    def __init__(self, name: str) -> None:
        self.name = name

    def _stream(self) -> Any:
        return getattr(sys, self.name)

    def write_bytes(self, data: bytes) -> int:
        self.write_text(utf8.from_bytes(data))
        return len(data)

    def write_text(self, text: str) -> None:
        host_effect("printing")
        stream = self._stream()
        try:
            stream.write(text)
        except UnicodeEncodeError:
            stream.flush()
            stream.buffer.write(utf8.to_bytes(text))

    def read_bytes(self, count: int = -1) -> bytes:
        host_effect("reading")
        return self._reader().read(count)

    def read_line(self) -> bytes:
        host_effect("reading")
        return self._reader().readline()

    def at_end(self) -> bool:
        reader = self._reader()
        peek = getattr(reader, "peek", None)
        if peek is not None:
            return not peek(1)
        place = reader.tell()
        left = reader.read(1)
        reader.seek(place)
        return not left

    def _reader(self) -> Any:
        stream = self._stream()
        buffer = getattr(stream, "buffer", None)
        if buffer is not None:
            return buffer
        return _TextReader(stream)

    def flush(self) -> None:
        self._stream().flush()

    def fileno(self) -> int:
        """The file descriptor."""
        return {"stdin": 0, "stdout": 1, "stderr": 2}[self.name]


class _TextReader:
    """Bytes of a text stream that has no buffer of bytes below it."""

    def __init__(self, stream: Any) -> None:
        self.stream = stream

    def read(self, count: int = -1) -> bytes:
        return self.stream.read(count).encode()

    def readline(self) -> bytes:
        return self.stream.readline().encode()

    def tell(self) -> int:
        return self.stream.tell()

    def seek(self, place: int) -> None:
        self.stream.seek(place)


class IOBuffer(IO):
    """A stream in memory. `position` counts bytes from 0; writing appends or overwrites there."""

    def __init__(
        self,
        data: bytes | str = b"",
        *,
        read: bool = True,
        write: bool = True,
        append: bool = False,
        maxsize: int | None = None,
    ) -> None:
        self.data = bytearray(utf8.to_bytes(data) if isinstance(data, str) else data)
        self.position = 0
        self.readable, self.writable, self.append = read, write, append
        self.maxsize = maxsize
        self.serial = new_serial()
        self.closed = False
        self.mark = -1

    def write_bytes(self, data: bytes) -> int:
        host_effect("writing", self.serial)
        if not self.writable:
            raise ArgumentError("ensureroom failed, IOBuffer is not writeable")
        if self.append:
            self.data += data
        elif self.position == len(self.data):
            self.data += data
            self.position += len(data)
        else:
            self.data[self.position : self.position + len(data)] = data
            self.position += len(data)
        return len(data)

    def read_bytes(self, count: int = -1) -> bytes:
        host_effect("reading", self.serial)
        end = len(self.data) if count < 0 else self.position + count
        part = bytes(self.data[self.position : end])
        self.position += len(part)
        return part

    def read_line(self) -> bytes:
        end = self.data.find(b"\n", self.position)
        return self.read_bytes((len(self.data) if end < 0 else end + 1) - self.position)

    def at_end(self) -> bool:
        return self.position >= len(self.data)

    def take_text(self) -> str:
        """`String(take!(io))`: all that was written; the buffer is empty then."""
        return utf8.from_bytes(self.take())

    def take(self) -> bytes:
        """`take!(io)`."""
        host_effect("take!", self.serial)
        part = bytes(self.data)
        if self.writable:
            self.data.clear()
            self.position = 0
        return part

    def seek(self, place: int) -> None:
        """Go to a byte, counted from 0."""
        self.position = max(0, min(int(place), len(self.data)))

    def tell(self) -> int:
        """The byte at which reading goes on."""
        return self.position

    def size(self) -> int:
        """The number of bytes."""
        return len(self.data)

    def truncate(self, size: int) -> None:
        """Keep the first `size` bytes."""
        del self.data[size:]
        self.data.extend(b"\0" * (size - len(self.data)))
        self.position = min(self.position, size)


class IOStream(IO):
    """An open file."""

    def __init__(self, path: str, mode: str) -> None:
        self.path = path
        self.file: Any = open(path, mode + "b")  # noqa: SIM115 - closed by Julia's `close`
        self.mark = -1

    def write_bytes(self, data: bytes) -> int:
        host_effect("writing to a file")
        if not self.file.writable():
            raise ArgumentError("write failed, IOStream is not writeable")
        return self.file.write(data)

    def read_bytes(self, count: int = -1) -> bytes:
        host_effect("reading from a file")
        return self.file.read(None if count < 0 else count)

    def read_line(self) -> bytes:
        host_effect("reading from a file")
        return self.file.readline()

    def at_end(self) -> bool:
        place = self.file.tell()
        left = self.file.read(1)
        self.file.seek(place)
        return not left

    def flush(self) -> None:
        self.file.flush()

    def close(self) -> None:
        self.file.close()

    @property
    def closed(self) -> bool:
        """Whether `close` was called."""
        return self.file.closed

    def seek(self, place: int) -> None:
        """Go to a byte, counted from 0."""
        self.file.seek(int(place))

    def tell(self) -> int:
        """The current byte."""
        return self.file.tell()

    def size(self) -> int:
        """The length of the file."""
        place = self.file.tell()
        end = self.file.seek(0, 2)
        self.file.seek(place)
        return end

    def truncate(self, size: int) -> None:
        """Keep the first `size` bytes."""
        self.file.truncate(size)


class DevNull(IO):
    """`devnull`: takes all, gives nothing."""

    def write_bytes(self, data: bytes) -> int:
        return len(data)

    def read_bytes(self, count: int = -1) -> bytes:
        return b""

    def read_line(self) -> bytes:
        return b""


class IOContext(IO):
    """A stream with display options."""

    def __init__(self, io: IO, options: Options) -> None:
        self.io = io.target
        self.options = options

    @property
    def target(self) -> IO:
        return self.io

    def write_bytes(self, data: bytes) -> int:
        return self.io.write_bytes(data)

    def write_text(self, text: str) -> None:
        self.io.write_text(text)

    def read_bytes(self, count: int = -1) -> bytes:
        return self.io.read_bytes(count)

    def read_line(self) -> bytes:
        return self.io.read_line()

    def at_end(self) -> bool:
        return self.io.at_end()

    def flush(self) -> None:
        self.io.flush()

    def close(self) -> None:
        self.io.close()


class MIME:
    """`MIME("text/plain")`."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = str(name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, MIME) and self.name == other.name

    def __hash__(self) -> int:
        return hash((MIME, self.name))

    def __str__(self) -> str:
        return self.name


PLAIN_TEXT = MIME("text/plain")
stdout = StandardStream("stdout")
stderr = StandardStream("stderr")
stdin = StandardStream("stdin")
devnull = DevNull()


def option(io: IO, key: str) -> Any:
    """An option of a stream: `UNSET` where it has none."""
    return UNSET if io.options is DEFAULT else io.options.get(key)
