"""`showerror`: the texts of Julia's exceptions."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

from . import exceptions as exc
from .config import julia_before
from .dispatch import GenericFunction, base, generic
from .io import IO, IOBuffer, IOContext
from .ranges import AbstractRange, OneTo
from .show import native_text, printed, shows, text
from .show_options import DEFAULT, Options
from .show_structs import call_text, function_name
from .show_types import type_text
from .typeof import isa, typeof
from .types import DataType, JuliaType, unwrap

__all__ = ["error_text", "report"]

Teller = Callable[[Any, Options], str]
TELLERS: dict[type, Teller] = {}


def tells(*classes: type) -> Callable[[Teller], Teller]:
    """A decorator: the text of `showerror` for these classes."""

    def add(teller: Teller) -> Teller:
        for cls in classes:
            TELLERS[cls] = teller
        return teller

    return add


def native_error_text(error: Any, options: Options = DEFAULT) -> str:
    """What the runtime's own `showerror` writes."""
    for cls in type(error).__mro__:
        if cls in TELLERS:
            return TELLERS[cls](error, options)
    if isinstance(error, BaseException) and not isinstance(error, exc.JuliaException):
        return f"{type(error).__name__}: {error}"
    return text(error, options)


@base("showerror")
def _(io: IO, error: Any, *backtrace: Any, **keywords: Any) -> None:
    io.write_text(native_error_text(error, io.options))


def error_text(error: Any, options: Options = DEFAULT) -> str:
    """What `showerror` writes, through the program's methods."""
    function = generic("showerror")
    if function.methods is None:
        return native_error_text(error, options)
    buffer = IOBuffer()
    function(buffer if options is DEFAULT else IOContext(buffer, options), error)
    return buffer.take_text()


@base("showerror_text")
def _(error: Any) -> str:
    return error_text(error)


def report(error: BaseException, stream: Any = None) -> None:
    """Write `ERROR: …` for an uncaught exception to the standard error stream."""
    value = exc.caught(error) if not isinstance(error, exc.JuliaException) else error
    if isinstance(value, exc.Thrown):
        value = value.value
    stream = stream or sys.stderr
    sys.stdout.flush()
    stream.write(f"ERROR: {error_text(value, Options(limit=True))}\n")


# ------------------------------------------------------------------------------ fields


@shows(exc.JuliaException)
def _(error: exc.JuliaException, options: Options) -> str:
    julia_type = typeof(error)
    names = _field_names(error)
    return call_text(error, julia_type, [_field(error, name) for name in names], options)


def _field_names(error: exc.JuliaException) -> tuple[str, ...]:
    given = getattr(error, "given", None)
    if isinstance(error, exc.MethodError):
        return ("f", "arguments", "world")
    if isinstance(error, exc.UndefVarError):
        return ("var",)
    names = error.fields or getattr(typeof(error).name, "field_names", ())
    return names if given is None else tuple(names[:given])


def _field(error: exc.JuliaException, name: str) -> Any:
    from .show_structs import field_of

    return field_of(error, name)


# ------------------------------------------------------------------------------ the texts

_FIXED = {
    exc.DivideError: "DivideError: integer division error",
    exc.UndefRefError: "UndefRefError: access to undefined reference",
    exc.EOFError: "EOFError: read end of file",
    exc.StackOverflowError: "StackOverflowError:",
    exc.InterruptException: "InterruptException:",
    exc.OutOfMemoryError: "OutOfMemoryError()",
}


def _fixed(sentence: str) -> Teller:
    return lambda error, options: sentence


for _cls, _sentence in _FIXED.items():
    TELLERS[_cls] = _fixed(_sentence)


@tells(
    exc.ArgumentError, exc.AssertionError, exc.OverflowError, exc.MissingException, exc.IOError,
    exc.ConcurrencyViolationError,
)  # fmt: skip
def _(error: Any, options: Options) -> str:
    return f"{_type_name(error)}: {printed(error.msg, options)}"


def _type_name(error: Any) -> str:
    name: str = typeof(error).name.name
    return name


@tells(exc.DimensionMismatch)
def _(error: Any, options: Options) -> str:
    if julia_before(1, 6):
        return native_text(error, options)
    return f"DimensionMismatch: {printed(error.msg, options)}"


@tells(exc.ErrorException)
def _(error: Any, options: Options) -> str:
    return printed(error.msg, options)


@tells(exc.KeyError)
def _(error: Any, options: Options) -> str:
    return f"KeyError: key {text(error.key, options)} not found"


def _quoted(name: Any) -> str:
    shown = printed(name)
    return shown if julia_before(1, 9) else f"`{shown}`"


@tells(exc.UndefVarError)
def _(error: Any, options: Options) -> str:
    where = "" if julia_before(1, 11) else " in `Main`"
    return f"UndefVarError: {_quoted(error.var)} not defined{where}"


@tells(exc.UndefKeywordError)
def _(error: Any, options: Options) -> str:
    return f"UndefKeywordError: keyword argument {_quoted(error.var)} not assigned"


@tells(exc.BoundsError)
def _(error: exc.BoundsError, options: Options) -> str:
    out = "BoundsError"
    given = error.given
    if given == 0:
        return out
    from .types_base import AbstractArray

    collection = error.a  # type: ignore[attr-defined]
    is_array = isa(collection, AbstractArray)
    out += ": attempt to access " + _summary(collection, options, is_array)
    if given == 1:
        return out
    if not is_array and julia_before(1, 6):
        out += "\n "
    where = _index_text(error.i, collection)  # type: ignore[attr-defined]
    return f"{out} at index [{where}]"


def _summary(x: Any, options: Options, is_array: bool) -> str:
    if isinstance(x, str) and not julia_before(1, 6):
        from .string_index import codeunit_count

        return f"{codeunit_count(x)}-codeunit {type_text(typeof(x))}"
    if isinstance(x, tuple) and julia_before(1, 6):
        return text(x, options)
    if isinstance(x, str):
        return type_text(typeof(x))
    return generic("summary")(x)


def _index_text(index: Any, collection: Any) -> str:
    if isinstance(index, AbstractRange):
        return printed(index)
    if isinstance(index, str):
        return text(index)
    parts = index if isinstance(index, tuple) else generic("elements")(index)
    return ", ".join(_one_index(part, collection, k) for k, part in enumerate(parts, 1))


def _one_index(index: Any, collection: Any, dimension: int) -> str:
    if isinstance(index, OneTo):
        return f"1:{printed(index.stop)}"
    if index is not generic(":"):
        return text(index)
    return f"1:{generic('size')(collection, dimension)}" if julia_before(1, 6) else ":"


@tells(exc.DomainError)
def _(error: Any, options: Options) -> str:
    from .types_base import AbstractArray

    value = error.val
    if isa(value, AbstractArray):
        options = options.set("compact", True).set("limit", True)
    out = f"DomainError with {printed(value, options)}"
    return f"{out}:\n" if error.given < 2 else f"{out}:\n{printed(error.msg, options)}"


@tells(exc.InexactError)
def _(error: Any, options: Options) -> str:
    function = printed(error.func, options)
    body = unwrap(error.T)
    name = body.name.name if isinstance(body, DataType) else None
    first = "" if name == function else printed(error.T, options) + ", "
    return f"InexactError: {function}({first}{printed(error.val, options)})"


@tells(exc.TypeError)
def _(error: Any, options: Options) -> str:
    from .types_base import Bool

    got = error.got
    if error.expected is Bool or error.expected is bool:
        what = type_text(typeof(got))
        return f"TypeError: non-boolean ({what}) used in boolean context"
    if isinstance(got, JuliaType):
        found = f"Type{{{type_text(got)}}}"
    else:
        found = f"a value of type {type_text(typeof(got))}"
    function, context = printed(error.func), printed(error.context)
    if context == "":
        where = f"in {function}"
    elif function == "keyword argument":
        where = f"in keyword argument {context}"
    else:
        where = f"in {function}, in {context}"
    return f"TypeError: {where}, expected {printed(error.expected)}, got {found}"


@tells(exc.StringIndexError)
def _(error: Any, options: Options) -> str:
    if julia_before(1, 6):
        return native_text(error, options)
    from .string_index import codeunit_count, next_index, this_index

    whole, index = error.string, error.index
    out = f"StringIndexError: invalid index [{index}]"
    if not 1 <= index <= codeunit_count(whole):
        return out
    before = this_index(whole, index)
    after = next_index(whole, before)
    char = generic("getindex")(whole, before)
    out += f", valid nearby indices [{before}]=>{text(char)}"
    if after <= codeunit_count(whole):
        out += f", [{after}]=>{text(generic('getindex')(whole, after))}"
    return out


@tells(exc.SystemError)
def _(error: Any, options: Options) -> str:
    extra = "" if error.extrainfo is None else f" (with {printed(error.extrainfo)})"
    return f"SystemError{extra}: {printed(error.prefix)}: {os.strerror(int(error.errnum))}"


@tells(exc.LoadError)
def _(error: Any, options: Options) -> str:
    inner = error_text(error.error, options)
    return f"LoadError: {inner}\nin expression starting at {error.file}:{error.line}"


@tells(exc.SingularException)
def _(error: Any, options: Options) -> str:
    return native_text(error, options)


@tells(exc.PosDefException)
def _(error: Any, options: Options) -> str:
    kind = "Hermitian" if error.info == -1 else "positive definite"
    return f"PosDefException: matrix is not {kind}; Cholesky factorization failed."


@tells(exc.ZeroPivotException)
def _(error: Any, options: Options) -> str:
    return (
        "ZeroPivotException: factorization encountered one or more zero pivots. "
        "Consider switching to a pivoted LU factorization."
    )


@tells(exc.CanonicalIndexError)
def _(error: Any, options: Options) -> str:
    return f"CanonicalIndexError: {printed(error.func)} not defined for {printed(error.type)}"


@tells(exc.CompositeException)
def _(error: Any, options: Options) -> str:
    errors = list(generic("elements")(error.exceptions))
    if not errors:
        return "CompositeException()"
    more = f"\n\n...and {len(errors) - 1} more exception(s).\n" if len(errors) > 1 else ""
    return error_text(errors[0], options) + more


# ------------------------------------------------------------------------------ MethodError


def _argument_type(x: Any) -> str:
    return f"Type{{{type_text(x)}}}" if isinstance(x, JuliaType) else type_text(typeof(x))


@tells(exc.MethodError)
def _(error: exc.MethodError, options: Options) -> str:
    function, args = error.f, error.arguments
    if function is None:
        return "MethodError: " + getattr(error, "note", "no method matching this call")
    if getattr(error, "ambiguous", None):
        return _ambiguous(error)
    types = [_argument_type(arg) for arg in args]
    if function is generic("convert") and len(args) == 2:
        return _convert_text(types[1], type_text(args[0]))
    callable_ = isinstance(function, GenericFunction | JuliaType) or callable(function)
    if not callable_ or isa_struct(function):
        return f"MethodError: objects of type {type_text(typeof(function))} are not callable"
    name = type_text(function) if isinstance(function, JuliaType) else function_name(function)
    out = f"MethodError: no method matching {name}({', '.join('::' + t for t in types)}"
    keywords = getattr(error, "keywords", None)
    if keywords:
        out += "; " + ", ".join(_keyword(k, v) for k, v in dict(keywords).items())
    return out + ")" + _element_wise_hint(name, args)


def isa_struct(value: Any) -> bool:
    """Whether a value is an instance of a struct without a call of its own."""
    from .instances import is_struct

    return is_struct(value)


def _keyword(name: str, value: Any) -> str:
    return f"{name}={text(value)}" if julia_before(1, 7) else f"{name}::{_argument_type(value)}"


def _convert_text(given: str, wanted: str) -> str:
    head = given.split("{")[0], wanted.split("{")[0]
    if head[0] == head[1]:
        return (
            f"MethodError: Cannot `convert` an object of type \n  {given} to an object of type \n"
            f"  {wanted}"
        )
    return f"MethodError: Cannot `convert` an object of type {given} to an object of type {wanted}"


def _element_wise_hint(name: str, args: tuple[Any, ...]) -> str:
    from .types_base import AbstractArray, Number

    if name not in ("+", "-") or len(args) != 2:
        return ""
    kinds = ["array" if isa(x, AbstractArray) else "scalar" if isa(x, Number) else "" for x in args]
    if sorted(kinds) != ["array", "scalar"]:
        return ""
    noun = "addition" if name == "+" else "subtraction"
    return (
        f"\nFor element-wise {noun}, use broadcasting with dot syntax: "
        f"{kinds[0]} .{name} {kinds[1]}"
    )


def _ambiguous(error: exc.MethodError) -> str:
    types = ", ".join("::" + _argument_type(arg) for arg in error.arguments)
    out = f"MethodError: {function_name(error.f)}({types}) is ambiguous."
    out += " Candidates:" if julia_before(1, 9) else "\n\nCandidates:"
    for method in error.ambiguous:
        parts = ", ".join(
            f"{name}::{type_text(t)}"
            for name, t in zip(_parameter_names(method), method.types, strict=False)
        )
        out += f"\n  {function_name(error.f)}({parts})"
    return out


def _parameter_names(method: Any) -> tuple[str, ...]:
    code = method.python_function.__code__
    names: tuple[str, ...] = code.co_varnames[len(method.static) : code.co_argcount]
    return names
