"""`print`, `println`, `show`, `display`, `string`, `repr`, `write` and their kin."""

from __future__ import annotations

from typing import Any

import numpy as np

from . import io as streams
from . import utf8
from .chars import Char
from .config import julia_before
from .dispatch import base, generic
from .exceptions import MethodError
from .io import IO, MIME, PLAIN_TEXT, IOBuffer, IOContext
from .pairs import Pair
from .show import native_plain, native_printed, native_text, plain, printed, text
from .show_options import DEFAULT, UNSET, Options
from .staging.late import late_call, late_text
from .string_index import codeunit_count
from .symbols import Symbol

__all__ = ["split_io"]


def split_io(args: tuple[Any, ...]) -> tuple[IO, tuple[Any, ...]]:
    """The stream that a call names first (else `stdout`), and the other arguments."""
    if args and isinstance(args[0], IO):
        return args[0], args[1:]
    return streams.stdout, args


def _late(name: str, io: IO, values: tuple[Any, ...]) -> bool:
    """Whether what is printed under a trace has been left to the run of the program."""
    if not isinstance(io, streams.StandardStream):
        return False
    return late_call(generic(name), (io, *values) if name != "display" else values)


@base("print")
def _(*args: Any) -> None:
    io, values = split_io(args)
    if _late("print", io, values):
        return
    if len(values) == 1:
        io.write_text(native_printed(values[0], io.options))
    else:
        io.write_text("".join([printed(value, io.options) for value in values]))


@base("println")
def _(*args: Any) -> None:
    io, values = split_io(args)
    if _late("println", io, values):
        return
    io.write_text("".join([printed(value, io.options) for value in values]) + "\n")


@base("show")
def _(*args: Any) -> None:
    io, values = split_io(args)
    if _late("show", io, values):
        return
    if len(values) == 1:
        io.write_text(native_text(values[0], io.options))
    elif len(values) == 2 and isinstance(values[0], MIME | str):
        mime = values[0] if isinstance(values[0], MIME) else MIME(values[0])
        if mime != PLAIN_TEXT:
            raise MethodError(generic("show"), args)
        io.write_text(native_plain(values[1], io.options))
    else:
        raise MethodError(generic("show"), args)


@base("display")
def _(*args: Any) -> None:
    value = args[-1]
    if _late("display", streams.stdout, (value,)):
        return
    options = streams.stdout.options
    end = "" if julia_before(1, 6) else "\n"  # 1.5 leaves the line open
    streams.stdout.write_text(plain(value, options) + end)


@base("string")
def _(*values: Any, base: Any = None, pad: Any = None) -> Any:
    if base is None and pad is None and (late := late_text(generic("string"), values)) is not None:
        return late
    if base is not None or pad is not None:
        return integer_string(values[0], 10 if base is None else base, 1 if pad is None else pad)
    if len(values) == 1:
        return printed(values[0], DEFAULT)
    return "".join([value if type(value) is str else printed(value, DEFAULT) for value in values])


def integer_string(x: Any, number_base: Any, pad: Any) -> str:
    """`string(n, base = b, pad = p)`: the pad does not count the sign."""
    from .exceptions import DomainError

    b = int(number_base)
    if not isinstance(x, int | np.integer) and not hasattr(x, "__index__"):
        raise MethodError(generic("string"), (x,))
    n = int(x)
    if b < 0:
        if isinstance(x, np.unsignedinteger) or abs(b) < 2:
            raise (
                DomainError(b, "base must be ≥ 2")
                if abs(b) < 2
                else MethodError(generic("string"), (x,))
            )
        return _negative_base(n, b).rjust(int(pad), "0")
    if not 2 <= b <= 62:
        raise DomainError(b, "base must satisfy 2 ≤ abs(base) ≤ 62")
    letters = "0123456789abcdefghijklmnopqrstuvwxyz"
    if b > 36:
        letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    digits, m = "", abs(n)
    while m:
        m, digit = divmod(m, b)
        digits = letters[digit] + digits
    return ("-" if n < 0 else "") + digits.rjust(max(int(pad), 0), "0")


def _negative_base(n: int, b: int) -> str:
    digits = ""
    while n:
        digit = n % -b
        n = (n - digit) // b
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits


@base("repr")
def _(*args: Any, context: Any = None) -> Any:
    if context is None and (late := late_text(generic("repr"), args)) is not None:
        return late
    options = _options_of(context)
    if len(args) == 2:
        return plain(args[1], options)
    return text(args[0], options)


@base("sprint")
def _(fn: Any, *args: Any, context: Any = None, sizehint: int = 0) -> str:
    buffer = IOBuffer()
    options = _options_of(context)
    fn(buffer if options is DEFAULT else IOContext(buffer, options), *args)
    return buffer.take_text()


def _options_of(context: Any) -> Options:
    if context is None:
        return DEFAULT
    if isinstance(context, IO):
        return context.options
    pairs = [context] if isinstance(context, Pair) else list(generic("elements")(context))
    return with_pairs(DEFAULT, pairs)


def with_pairs(options: Options, pairs: Any) -> Options:
    """The options with those that the pairs set."""
    for pair in pairs:
        value = pair.second
        if pair.first.name == "displaysize":
            value = tuple(int(n) for n in value)
        options = options.set(pair.first.name, value)
    return options


@base("IOContext")
def _(io: IO, *settings: Any) -> IOContext:
    options = io.options
    for setting in settings:
        if isinstance(setting, IO):
            options = setting.options
        else:
            options = with_pairs(options, [setting])
    return IOContext(io, options)


@base("get", IO)
def _(io: IO, key: Symbol, default: Any = None) -> Any:
    found = streams.option(io, key.name)
    if found is UNSET:
        return (0, 0) if key.name == "displaysize" and default is None else default
    return found


@base("haskey", IO)
def _(io: IO, key: Symbol) -> bool:
    return streams.option(io, key.name) is not UNSET


@base("displaysize")
def _(*io: IO) -> tuple[int, int]:
    return io[0].options.size if io else (24, 80)


@base("in", IO, at=1)
def _(pair: Pair, io: IO) -> bool:
    return bool(generic("==")(streams.option(io, pair.first.name), pair.second))


_COLORS = {
    "black": 30, "red": 31, "green": 32, "yellow": 33, "blue": 34, "magenta": 35, "cyan": 36,
    "white": 37, "light_black": 90, "light_red": 91, "light_green": 92, "light_yellow": 93,
    "light_blue": 94, "light_magenta": 95, "light_cyan": 96, "light_white": 97, "gray": 90,
    "normal": 0, "default": 39,
}  # fmt: skip


@base("printstyled")
def _(*args: Any, color: Any = None, bold: bool = False, **styles: Any) -> None:
    io, values = split_io(args)
    shown = "".join([printed(value, io.options) for value in values])
    if io.options.color is not True:
        io.write_text(shown)
        return
    codes = [code for on, code in ((bold, "\033[1m"), (styles.get("underline"), "\033[4m")) if on]
    if isinstance(color, Symbol) and color.name in _COLORS:
        codes.append(f"\033[{_COLORS[color.name]}m")
    elif isinstance(color, int):
        codes.append(f"\033[38;5;{color}m")
    end = "\033[39m" * (color is not None) + "\033[22m" * bold
    lines = shown.split("\n")
    io.write_text("\n".join("".join(codes) + line + end if line else line for line in lines))


# ------------------------------------------------------------------------------ write


@base("write")
def _(io: Any, *values: Any) -> int:
    if isinstance(io, str):
        stream = streams.IOStream(io, "w")
        count = sum(write_value(stream, value) for value in values)
        stream.close()
        return count
    return sum(write_value(io, value) for value in values)


def write_value(io: IO, value: Any) -> int:
    """Write the bytes of one value; gives how many."""
    match value:
        case str():
            return _counted(io, utf8.to_bytes(value))
        case Char() | Symbol():
            return _counted(io, utf8.to_bytes(str(value)))
        case bool() | np.bool_():
            return _counted(io, bytes([bool(value)]))
        case int():
            return _counted(io, (value & (1 << 64) - 1).to_bytes(8, "little"))
        case float():
            return _counted(io, np.float64(value).tobytes())
        case np.generic():
            return _counted(io, value.tobytes())
        case IO():
            return _counted(io, value.read_bytes())
    read = getattr(value, "read", None)
    if read is not None:
        return _counted(io, np.asarray(read()).tobytes())
    return sum(write_value(io, item) for item in generic("elements")(value))


def _counted(io: IO, data: bytes) -> int:
    io.write_bytes(data)
    return len(data)


@base("flush", IO)
def _(io: IO) -> None:
    io.flush()


@base("close", IO)
def _(io: IO) -> None:
    io.close()


@base("summary")
def _(*args: Any) -> Any:
    io, values = split_io(args)
    from .show_containers import collection_summary
    from .show_plain import summary
    from .show_types import type_text
    from .typeof import isa, typeof
    from .types_base import AbstractArray

    x = values[0]
    if isa(x, AbstractArray):
        shown = summary(x, io.options)
    elif hasattr(x, "table"):
        shown = collection_summary(x, io.options)
    elif isinstance(x, str) and not julia_before(1, 6):
        shown = f"{codeunit_count(x)}-codeunit {type_text(typeof(x), io.options)}"
    elif isinstance(x, tuple) and julia_before(1, 6):
        shown = text(x, io.options)
    else:
        shown = type_text(typeof(x), io.options)
    if args and args[0] is io:
        io.write_text(shown)
        return None
    return shown
