"""`Printf`: `@printf`, `@sprintf`, `Printf.format`."""

from __future__ import annotations

from ..printf import Format, formatted, printf, sprintf

__all__ = ["Format", "format", "printf", "sprintf"]


def format(*args: object) -> object:
    """`Printf.format([io,] fmt, args…)`."""
    from ..dispatch import generic

    return generic("format", "Printf")(*args)


assert callable(formatted)
