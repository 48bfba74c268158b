"""How values become text: the tables of showers, and the way through the program's own methods.

Three forms: `text` is `show(io, x)`, `printed` is `print(io, x)`, `plain` is
`show(io, MIME("text/plain"), x)`; each gives a string for the options of an `IO`. The modules
`show_*.py` add the classes they know with `@shows`, `@prints`, `@displays`. Where the program has
methods of `show` or `print` that may take a value, its text comes from them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .dispatch import GenericFunction, generic
from .show_options import DEFAULT, Options

__all__ = ["displays", "plain", "printed", "prints", "shows", "text", "text_of_elements"]

Shower = Callable[[Any, Options], str]


class _Form:
    """One form of printing: its native showers by class, and the generic function above them."""

    def __init__(self, function: GenericFunction, arity: int) -> None:
        self.function = function
        self.arity = arity  # of the program's methods that belong to this form
        self.native: dict[type, Shower] = {}
        self.cache: dict[type, Shower | None] = {}
        self.own: dict[type, bool] = {}
        self.seen: Any = None  # the methods that `own` was made for

    def add(self, *classes: type) -> Callable[[Shower], Shower]:
        """A decorator: the native shower of these classes."""

        def register(shower: Shower) -> Shower:
            for cls in classes:
                self.native[cls] = shower
            self.cache.clear()
            return shower

        return register

    def native_shower(self, cls: type) -> Shower | None:
        """The native shower of a class, by its MRO."""
        try:
            return self.cache[cls]
        except KeyError:
            found = next((self.native[base] for base in cls.__mro__ if base in self.native), None)
            self.cache[cls] = found
            return found

    def has_own(self, x: Any) -> bool:
        """Whether a method of the program may take this value."""
        table = self.function.methods
        if table is None:
            return False
        methods = table.all()
        if self.seen != methods:
            self.seen = list(methods)
            self.own.clear()
        cls = type(x)
        known = self.own.get(cls)
        if known is None:
            known = self.own[cls] = any(self._may_take(method, x) for method in methods)
        return known

    def _may_take(self, method: Any, x: Any) -> bool:
        parameters = method_parameters(method)
        if len(parameters) != self.arity:
            return len(parameters) > 0 and is_vararg(parameters[-1])
        return may_fit(x, parameters[-1])


def method_parameters(method: Any) -> tuple[Any, ...]:
    """The parameter types of a method, inside its `where`s."""
    from .types import unwrap

    return tuple(unwrap(method.signature).parameters)


def is_vararg(parameter: Any) -> bool:
    """Whether a parameter stands for any number of arguments."""
    from .types import Vararg, unwrap

    return isinstance(unwrap(parameter), Vararg)


def may_fit(x: Any, wanted: Any) -> bool:
    """Whether values of `x`'s class can be of a type: the names decide, not the parameters."""
    from .subtype import issubtype
    from .typeof import dispatch_type
    from .types import DataType, TypeVar, Union, UnionAll, unwrap

    if isinstance(wanted, TypeVar):
        return may_fit(x, wanted.upper)
    if isinstance(wanted, UnionAll):
        return may_fit(x, unwrap(wanted))
    if isinstance(wanted, Union):
        return any(may_fit(x, member) for member in wanted.members)
    if isinstance(wanted, DataType) and wanted.name.wrapper is not None:
        return bool(issubtype(dispatch_type(x), wanted.name.wrapper))
    return True


_SHOW = _Form(generic("show"), 2)
_PLAIN = _Form(generic("show"), 3)
_PRINT = _Form(generic("print"), 2)
shows = _SHOW.add
displays = _PLAIN.add
prints = _PRINT.add


def text(x: Any, options: Options = DEFAULT) -> str:
    """What `show(io, x)` writes."""
    if _SHOW.function.methods is not None and _SHOW.has_own(x):
        return _through(_SHOW.function, options, x)
    return native_text(x, options)


def native_text(x: Any, options: Options) -> str:
    """What the runtime's own `show(io, x)` writes."""
    shower = _SHOW.native_shower(type(x))
    if shower is None:
        from .show_structs import default_text

        return default_text(x, options)
    return shower(x, options)


def printed(x: Any, options: Options = DEFAULT) -> str:
    """What `print(io, x)` writes."""
    if type(x) is str:
        return x
    if _PRINT.function.methods is not None and _PRINT.has_own(x):
        return _through(_PRINT.function, options, x)
    return native_printed(x, options)


def native_printed(x: Any, options: Options) -> str:
    """What the runtime's own `print(io, x)` writes: `show`, for most classes."""
    shower = _PRINT.native_shower(type(x))
    if shower is None or (_SHOW.function.methods is not None and _SHOW.has_own(x)):
        return text(x, options)
    return shower(x, options)


def plain(x: Any, options: Options = DEFAULT) -> str:
    """What `show(io, MIME("text/plain"), x)` writes."""
    if _PLAIN.function.methods is not None and _PLAIN.has_own(x):
        from .io import PLAIN_TEXT

        return _through(_PLAIN.function, options, PLAIN_TEXT, x)
    return native_plain(x, options)


def native_plain(x: Any, options: Options) -> str:
    """What the runtime's own `show(io, MIME("text/plain"), x)` writes."""
    shower = _PLAIN.native_shower(type(x))
    if shower is None or (_SHOW.function.methods is not None and _SHOW.has_own(x)):
        return text(x, options)
    return shower(x, options)


def _through(function: GenericFunction, options: Options, *args: Any) -> str:
    """What a call with an IO of these options writes."""
    from .io import IOBuffer, IOContext

    buffer = IOBuffer()
    function(buffer if options is DEFAULT else IOContext(buffer, options), *args)
    return buffer.take_text()


def text_of_elements(items: Any, options: Options, separator: str = ", ") -> str:
    """The elements' texts in a row."""
    return separator.join([text(item, options) for item in items])
