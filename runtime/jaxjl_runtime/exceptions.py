"""Julia's exceptions as Python classes, and the way between Python's exceptions and Julia's.

Every class has Julia's fields, in Julia's order. A value that is no exception (`throw(3)`)
travels in `Thrown`; `raisable` wraps it and `caught` unwraps it. What says that a staging level
must give up is no business of Julia's `catch`: `pass_through` names the classes that `caught`
hands on.
"""

from __future__ import annotations

import builtins
import sys
from typing import Any, NoReturn

__all__ = ["caught", "raisable"]


class UnsupportedError(NotImplementedError):
    """Something of Julia's that this runtime does not have; the message names it and a way out."""


class JuliaException(Exception):
    """The root of Julia's exceptions. `fields` are Julia's field names in order."""

    fields: tuple[str, ...] = ()

    def __init__(self, *values: Any) -> None:
        super().__init__(*values)
        names = type(self).fields
        for position, name in enumerate(names):
            setattr(self, name, values[position] if position < len(values) else None)

    def __str__(self) -> str:
        return error_text(self)


def error_text(exc: BaseException) -> str:
    """What Julia's `showerror` prints for an exception."""
    try:
        from .dispatch import registered

        text = registered("showerror_text")
    except ImportError:
        text = None
    if text is not None:
        try:
            return str(text(exc))
        except RecursionError:
            raise
        except Exception:
            return f"{type(exc).__name__}{exc.args!r}"
    message = getattr(exc, "msg", None)
    return f"{type(exc).__name__}: {message}" if message is not None else type(exc).__name__


class Thrown(JuliaException):
    """`throw(x)` of a value that is no exception."""

    fields = ("value",)


class _Message(JuliaException):
    fields = ("msg",)


class ErrorException(_Message):
    """`error("…")`."""


class ArgumentError(_Message, ValueError):
    """An argument of the right type that a function cannot use."""


class AssertionError(_Message, builtins.AssertionError):
    """`@assert` that failed."""

    def __init__(self, msg: Any = "") -> None:
        super().__init__(msg)


class DimensionMismatch(_Message, ValueError):
    """Arrays whose sizes do not go together."""

    def __init__(self, msg: Any = "") -> None:
        super().__init__(msg)


class OverflowError(_Message, ArithmeticError):
    """A result that its type cannot hold."""


class MissingException(_Message):
    """`missing` where a value is needed."""


class ConcurrencyViolationError(_Message):
    """An atomic operation used wrongly."""


class BoundsError(JuliaException, IndexError):
    """An index outside: `a` is the collection, `i` the index (a tuple, if several)."""

    fields = ("a", "i")

    def __init__(self, *values: Any) -> None:
        super().__init__(*values)
        self.given = len(values)  # `BoundsError()` and `BoundsError(a)` print differently


class DivideError(JuliaException, ZeroDivisionError):
    """Integer division by zero."""


class DomainError(JuliaException, ValueError):
    """An argument outside a function's domain."""

    fields = ("val", "msg")

    def __init__(self, *values: Any) -> None:
        super().__init__(*values)
        self.given = len(values)


class InexactError(JuliaException, ValueError):
    """A value that the wanted type cannot hold: `func` is the function's Symbol or name."""

    fields = ("func", "T", "val")


class KeyError(JuliaException, builtins.KeyError):
    """A key that a dictionary lacks."""

    fields = ("key",)


class MethodError(JuliaException):
    """No method, or no single one: `f` is the function, `args` the tuple of arguments."""

    fields = ("f", "args", "world")

    def __init__(self, f: Any, args: Any = (), world: Any = -1, *, ambiguous: Any = None) -> None:
        Exception.__init__(self, *args)  # Julia's field `args` is Python's
        self.f = f
        self.arguments = args
        self.world = world
        self.ambiguous = ambiguous  # the methods that compete, for an ambiguity
        self.keywords: Any = None  # keywords that no method takes

    def __reduce__(self) -> Any:
        return MethodError, (self.f, self.arguments)


class TypeError(JuliaException):
    """`x::T` that failed; `func` names where, `context` what."""

    fields = ("func", "context", "expected", "got")

    def __init__(self, *values: Any) -> None:
        if len(values) == 3:
            values = (values[0], "", *values[1:])
        super().__init__(*values)


class UndefVarError(JuliaException):
    """A name that nothing binds."""

    fields = ("var", "world", "scope")


class UndefKeywordError(JuliaException):
    """A keyword without a default that the call does not give."""

    fields = ("var",)


class UndefRefError(JuliaException):
    """A field or element that was never set."""


class StackOverflowError(JuliaException):
    """Recursion without an end."""


class OutOfMemoryError(JuliaException):
    """No memory left."""


class InterruptException(JuliaException):
    """Control-C."""


class EOFError(JuliaException, builtins.EOFError):
    """Reading at the end of a stream."""


class LoadError(JuliaException):
    """An error in a file that is loaded."""

    fields = ("file", "line", "error")


class InitError(JuliaException):
    """An error in a module's `__init__`."""

    fields = ("mod", "error")


class StringIndexError(JuliaException):
    """An index inside a character."""

    fields = ("string", "index")


class SystemError(JuliaException):
    """A system call that failed."""

    fields = ("prefix", "errnum", "extrainfo")


class IOError(JuliaException):
    """Input or output that failed."""

    fields = ("msg", "code")


class CompositeException(JuliaException):
    """Several exceptions of parallel work."""

    fields = ("exceptions",)


class TaskFailedException(JuliaException):
    """A task that failed; `task` holds its exception."""

    fields = ("task",)


class CapturedException(JuliaException):
    """An exception with its backtrace."""

    fields = ("ex", "processed_bt")


class InvalidStateException(JuliaException):
    """A channel used after it was closed."""

    fields = ("msg", "state")


class CanonicalIndexError(JuliaException):
    """An array type without `getindex` or `setindex!` of its own."""

    fields = ("func", "type")


class ParseError(JuliaException):
    """Text that is no Julia (`Meta.parse`)."""

    fields = ("msg", "detail")


class ProcessFailedException(JuliaException):
    """A command that failed."""

    fields = ("procs",)


class SingularException(JuliaException):
    """A factorisation of a singular matrix."""

    fields = ("info",)


class PosDefException(JuliaException):
    """A Cholesky factorisation of a matrix that is not positive definite."""

    fields = ("info",)


class RankDeficientException(JuliaException):
    """A matrix without full rank."""

    fields = ("info",)


class LAPACKException(JuliaException):
    """An error of LAPACK's."""

    fields = ("info",)


class ZeroPivotException(JuliaException):
    """A zero pivot in a factorisation."""

    fields = ("info",)


class ExitException(BaseException):
    """`exit(code)`; no Julia `catch` sees it."""

    def __init__(self, code: int = 0) -> None:
        super().__init__(code)
        self.code = code


_passing: list[type[BaseException]] = [UnsupportedError, SyntaxError]


def pass_through(cls: type[BaseException]) -> type[BaseException]:
    """Make `caught` raise exceptions of this class again (control of staging, JAX's own errors)."""
    _passing.append(cls)
    return cls


def caught(exc: BaseException) -> Any:
    """The Julia value that `catch e` binds for a Python exception."""
    if isinstance(exc, Thrown):
        return exc.value
    if isinstance(exc, JuliaException):
        return exc
    if isinstance(exc, tuple(_passing)) or type(exc).__module__.startswith("jax."):
        raise exc
    made = _from_python(exc)
    made.__traceback__ = exc.__traceback__
    made.__cause__ = exc
    return made


def _from_python(exc: BaseException) -> JuliaException:
    match exc:
        case RecursionError():
            return StackOverflowError()
        case ZeroDivisionError():
            return DivideError()
        case UnboundLocalError() | NameError():
            return UndefVarError(_symbol(_quoted(str(exc)) or exc.name or "?"))
        case AttributeError():
            return _no_field(exc)
        case builtins.KeyError():
            return KeyError(exc.args[0] if exc.args else None)
        case IndexError():
            return BoundsError()
        case builtins.TypeError():
            return _method_error(exc)
        case KeyboardInterrupt():
            return InterruptException()
        case MemoryError():
            return OutOfMemoryError()
        case builtins.EOFError():
            return EOFError()
        case builtins.OverflowError():
            return OverflowError(str(exc))
        case builtins.AssertionError():
            return AssertionError(str(exc))
        case FileNotFoundError() | PermissionError() | OSError():
            return SystemError(f"opening file {exc.filename!r}", exc.errno or 0)
        case ValueError():
            return ArgumentError(str(exc))
    return ErrorException(f"{type(exc).__name__}: {exc}")


def _quoted(text: str) -> str | None:
    parts = text.split("'")
    return parts[1] if len(parts) > 2 else None


def _symbol(name: str) -> Any:
    from .names import demangle
    from .symbols import Symbol

    return Symbol(demangle(name))


def _no_field(exc: AttributeError) -> JuliaException:
    from .typeof import typeof

    if exc.name is None:
        return ErrorException(str(exc))
    from .names import demangle

    return ErrorException(f"type {typeof(exc.obj)} has no field {demangle(exc.name)}")


def _method_error(exc: BaseException) -> JuliaException:
    error = MethodError(None, ())
    error.note = str(exc)  # type: ignore[attr-defined]
    return error


def raisable(value: Any) -> BaseException:
    """What Python can raise for `throw(value)`."""
    if isinstance(value, BaseException):
        return value
    if isinstance(value, type) and issubclass(value, BaseException):
        return Thrown(value)
    return Thrown(value)


def throw(value: Any) -> NoReturn:
    """Never returns: raises a Julia value (`throw(x)`)."""
    raise raisable(value)


def rethrow(*value: Any) -> NoReturn:
    """Never returns: raises the exception being handled again, or `value` in its place."""
    if value:
        raise raisable(value[0])
    current = sys.exc_info()[1]
    if current is None:
        raise ErrorException("rethrow() not allowed outside a catch block")
    raise current


# Python's builtins of the same name hide these in a file that imports names one by one.
AssertionError_, KeyError_, OverflowError_, TypeError_ = (
    AssertionError, KeyError, OverflowError, TypeError,
)  # fmt: skip
EOFError_ = EOFError
