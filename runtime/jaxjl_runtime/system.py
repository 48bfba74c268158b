"""Time, the process and its environment, and log messages."""

from __future__ import annotations

import os
import sys
import time as clock
from collections.abc import Iterator
from typing import Any

from . import io as streams
from .cell import host_effect
from .dicts import AbstractDict
from .dispatch import base, generic
from .exceptions import ErrorException, ExitException
from .show import plain, printed, text
from .show_options import Options

__all__ = ["Environment", "log_text"]

base("time")(lambda: clock.time())


@base("time_ns")
def _() -> int:
    host_effect("reading the clock")
    return clock.perf_counter_ns()


@base("sleep")
def _(seconds: Any) -> None:
    host_effect("sleep")
    clock.sleep(float(seconds))


@base("time_print")
def _(seconds: float) -> None:
    streams.stdout.write_text(f"{seconds:11.6f} seconds\n")


@base("exit")
def _(code: int = 0) -> None:
    raise ExitException(int(code))


@base("quit")
def _() -> None:
    raise ExitException(0)


@base("atexit")
def _(fn: Any) -> None:
    import atexit

    atexit.register(fn)


@base("getpid")
def _() -> int:
    return os.getpid()


@base("gethostname")
def _() -> str:
    import socket

    return socket.gethostname()


@base("isinteractive")
def _() -> bool:
    return False


base("gc", module="GC")(lambda *args: None)
base("yield")(lambda *args: None)


class Environment(AbstractDict):
    """`ENV`: the environment of the process."""

    __slots__ = ()
    julia_name = "Base.EnvDict"

    def find(self, key: Any) -> Any:
        from .dicts import Entry

        found = os.environ.get(str(key))
        return None if found is None else Entry(key, found)

    def set(self, key: Any, value: Any) -> None:
        host_effect("a change of the environment")
        os.environ[str(key)] = printed(value)

    def remove(self, key: Any) -> Any:
        host_effect("a change of the environment")
        found = self.find(key)
        os.environ.pop(str(key), None)
        return found

    def pairs(self) -> Iterator[tuple[Any, Any]]:
        return iter(list(os.environ.items()))

    def keys(self) -> list[Any]:
        return list(os.environ)

    def values(self) -> list[Any]:
        return list(os.environ.values())

    def __len__(self) -> int:
        return len(os.environ)


# ------------------------------------------------------------------------------ logging

_RANKS = {"Debug": -1000, "Info": 0, "Warn": 1000, "Error": 2000}


def log_text(level: str, message: Any, values: Any, place: str) -> str:
    """The lines that the console logger writes."""
    label = {"Warn": "Warning"}.get(level, level)
    lines = printed(message).rstrip("\n").split("\n")
    for name, value in values:
        shown = plain(value, Options(limit=True)) if not isinstance(value, str) else text(value)
        parts = shown.split("\n")
        if len(parts) == 1:
            lines.append(f"  {name} = {shown}")
        else:
            lines += [f"  {name} =", *[f"   {part}" for part in parts]]
    if level != "Info":
        lines.append(f"@ Main {place}")
        if len(lines) == 2:
            return f"┌ {label}: {lines[0]}\n└ {lines[1]}\n"
    if len(lines) == 1:
        return f"[ {label}: {lines[0]}\n"
    head = f"┌ {label}: {lines[0]}\n"
    return head + "".join(f"│ {line}\n" for line in lines[1:-1]) + f"└ {lines[-1]}\n"


@base("message", module="Base.CoreLogging")
def _(level: Any, message: Any, values: Any, file: str, line: int) -> None:
    name = getattr(level, "name", None) or printed(level)
    if _RANKS.get(name, 0) < 0 and "JULIA_DEBUG" not in os.environ:
        return
    pairs = zip(values.names, values.items, strict=True)
    streams.stderr.write_text(log_text(name, message, pairs, f"{file}:{line}"))


base("message", module="CoreLogging")(generic("message", "Base.CoreLogging"))


@base("redirect_stdout")
def _(*args: Any) -> Any:
    if len(args) == 2 and callable(args[0]):
        before = sys.stdout
        sys.stdout = _Writer(args[1])  # type: ignore[assignment]
        try:
            return args[0]()
        finally:
            sys.stdout = before
    raise ErrorException("redirect_stdout needs a function and a stream")


class _Writer:
    """A text stream over one of Julia's."""

    def __init__(self, io: Any) -> None:
        self.io = io

    def write(self, shown: str) -> int:
        """Write a text."""
        self.io.write_text(shown)
        return len(shown)

    def flush(self) -> None:
        """Nothing to pass on."""
