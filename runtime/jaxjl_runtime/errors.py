"""`error`, `throw`, `rethrow` and their like as functions."""

from __future__ import annotations

import sys
from typing import Any, NoReturn

from .dispatch import base, generic
from .exceptions import ErrorException, rethrow, throw

__all__: list[str] = []

base("throw", module="Base")(throw)
base("rethrow")(rethrow)


@base("error")
def error(*parts: Any) -> NoReturn:
    """Never returns: raises an `ErrorException` with the parts joined to one text."""
    raise ErrorException(generic("string")(*parts))


@base("systemerror")
def _(prefix: Any, failed: Any = True, *_: Any, **__: Any) -> None:
    from .exceptions import SystemError

    if failed:
        raise SystemError(prefix, 0)


@base("backtrace")
def _() -> Any:
    return _no_frames()


@base("catch_backtrace")
def _() -> Any:
    return _no_frames()


@base("stacktrace")
def _(*_: Any) -> Any:
    return _no_frames()


def _no_frames() -> Any:
    from .containers import array_of
    from .types import ANY

    return array_of([], ANY)


@base("current_exceptions")
def _(*_: Any) -> Any:
    from .containers import array_of
    from .exceptions import caught
    from .types import ANY

    current = sys.exc_info()[1]
    return array_of([] if current is None else [caught(current)], ANY)
