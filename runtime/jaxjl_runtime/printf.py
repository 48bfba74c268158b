"""`@printf` and `@sprintf`: formats applied to Julia values."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import numpy as np

from . import io as streams
from .array import JaxArray
from .chars import Char
from .config import julia_before
from .dispatch import base
from .exceptions import ArgumentError, MethodError
from .io import IO
from .numbers import JaxNumber
from .printf_format import Spec, format_number, format_text, parse_format
from .show import printed, text
from .staging.late import late_call, late_text
from .utf8 import text_width

__all__ = ["formatted", "printf", "sprintf"]


def formatted(form: str, args: tuple[Any, ...]) -> str:
    """The text of a format with its arguments."""
    try:
        parts = parse_format(form)
    except ValueError as error:
        raise ArgumentError(str(error)) from None
    needed = sum(
        1 + (p.width is None) + (p.precision is None) for p in parts if isinstance(p, Spec)
    )
    if needed != len(args):
        raise _wrong_count(needed, len(args))
    left = iter(args)
    out = []
    for part in parts:
        if isinstance(part, str):
            out.append(part)
        else:
            out.append(_conversion(_with_stars(part, left), next(left)))
    return "".join(out)


def _wrong_count(needed: int, given: int) -> Exception:
    if julia_before(1, 6):
        return ArgumentError(f"@sprintf: wrong number of arguments ({given}) should be ({needed})")
    return ArgumentError(
        f"mismatch between # of format specifiers and provided args: {needed} != {given}"
    )


def _with_stars(spec: Spec, left: Any) -> Spec:
    if spec.width is None:
        width = int(next(left))
        flags = spec.flags + "-" if width < 0 else spec.flags
        spec = replace(spec, width=abs(width), flags=flags)
    if spec.precision is None:
        spec = replace(spec, precision=int(next(left)))
    return spec


def _conversion(spec: Spec, value: Any) -> str:
    value = _host_value(value)
    if spec.kind == "s":
        shown = text(value) if "#" in spec.flags else printed(value)
        return _wide(format_text(shown, spec), spec)
    if spec.kind == "c":
        return format_text(value.text if isinstance(value, Char) else _first_char(value), spec)
    if spec.kind == "p":
        return format_text(f"0x{id(value):016x}", spec)
    if isinstance(value, bool | int | float | np.generic):
        return format_number(
            value.item()
            if isinstance(value, np.generic) and not isinstance(value, np.floating)
            else value,
            spec,
        )
    return format_number(_exact(value, spec), spec)


def _wide(shown: str, spec: Spec) -> str:
    """A padded text with wide characters takes fewer blanks (1.7 and later)."""
    extra = text_width(shown) - len(shown)
    if not extra or julia_before(1, 7):
        return shown
    blank = shown[-extra:] if "-" in spec.flags else shown[:extra]
    if extra > 0 and blank.strip(" ") == "":
        return shown[:-extra] if "-" in spec.flags else shown[extra:]
    return shown


def _first_char(value: Any) -> str:
    if isinstance(value, str):
        return value[:1]
    return chr(int(value))


def _host_value(value: Any) -> Any:
    if isinstance(value, JaxNumber):
        from .show_numbers import _host

        value = _host(value)
        if not isinstance(value, int | float | np.generic):
            return text(value)
    if isinstance(value, JaxArray) and value.ndims == 0:
        return np.asarray(value.read())[()]
    return value


def _exact(value: Any, spec: Spec) -> Any:
    if isinstance(value, str) and value.startswith("<traced"):
        raise ArgumentError("a traced value cannot be formatted; use %s, or format it outside")
    if hasattr(value, "num") and hasattr(value, "den"):
        return Fraction(int(value.num), int(value.den))
    if hasattr(value, "__index__"):
        return int(value)
    if hasattr(value, "__float__") and not isinstance(value, str | Char | tuple):
        return float(value)
    from .dispatch import generic

    raise MethodError(generic("Float64"), (value,))


def sprintf(form: str, *args: Any) -> Any:
    """`@sprintf(form, args…)`: under a trace a text that the run of the program knows."""
    late = late_text(sprintf, (form, *args))
    return formatted(form, args) if late is None else late


def printf(*args: Any) -> None:
    """`@printf([io,] form, args…)`."""
    io: IO = streams.stdout
    if args and isinstance(args[0], IO):
        io, args = args[0], args[1:]
    if isinstance(io, streams.StandardStream) and late_call(printf, (io, *args)):
        return
    io.write_text(formatted(args[0], args[1:]))


base("printf")(printf)
base("sprintf")(sprintf)


class Format:
    """`Printf.Format("…")`."""

    __slots__ = ("text",)

    def __init__(self, form: str) -> None:
        self.text = form
        parse_format(form)

    def __call__(self, *args: Any) -> str:
        return formatted(self.text, args)


@base("Format", module="Printf")
def _(form: str) -> Format:
    return Format(form)


@base("format", module="Printf")
def _(*args: Any) -> Any:
    if isinstance(args[0], IO):
        return printf(args[0], args[1].text, *args[2:])
    return sprintf(args[0].text, *args[1:])
