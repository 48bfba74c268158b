"""Methods: signatures from Python functions, tables of them, and the choice of the most specific
one."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import partial
from types import FunctionType
from typing import Any

from .dispatch import GenericFunction, Implementation
from .exceptions import MethodError, UndefKeywordError
from .names import demangle
from .specificity import morespecific
from .staging.exits import DEFAULT, UNDEF
from .subtype import issubtype, match, sametype
from .symbols import Symbol
from .typeof import FUNCTION, fixed_type, is_function_class
from .types import ANY, TYPE, DataType, JuliaType, TypeVar, Vararg, make_tuple, rewrap_variables


class Method:
    """One method: the Python function, and the tuple type of the arguments it takes."""

    __slots__ = (
        "accepts",
        "any_keyword",
        "entry_cache",
        "function",
        "generic",
        "head",
        "module",
        "optional",
        "python_function",
        "required",
        "signature",
        "static",
        "types",
        "varargs",
        "variables",
    )  # fmt: skip

    def __init__(
        self,
        function: Callable[..., Any],
        types: tuple[Any, ...],
        variables: tuple[TypeVar, ...],
        static: tuple[TypeVar, ...] = (),
        optional: tuple[Any, ...] = (),
    ) -> None:
        self.python_function = function
        self.types = types
        self.variables = variables
        self.static = static
        self.optional = optional  # the literal defaults that a shorter call leaves out
        self.signature = rewrap_variables(make_tuple(types), variables)
        self.varargs = bool(types) and isinstance(types[-1], Vararg)
        self.required, self.accepts, self.any_keyword = _keywords_of(function)
        self.function = function
        self.generic: Any = None
        self.head: Any = None
        self.module = getattr(function, "__module__", "__main__")

    @property
    def least(self) -> int:
        """The smallest number of arguments."""
        return len(self.types) - self.varargs

    def entry(self, values: dict[TypeVar, Any]) -> Implementation:
        """What a call runs: the function, with its static parameters bound."""
        function: Implementation = self.function
        if self.optional:
            function = _with_defaults(self, function)
        if self.static:
            function = partial(function, *[values.get(var, UNDEF) for var in self.static])
        if self.required:
            return RequiredKeywords(function, self)
        return function


def _with_defaults(method: Method, function: Implementation) -> Implementation:
    """A shorter call of a function that has other methods too: it calls the function again."""
    owner, defaults = method.generic, method.optional
    if owner is None or not owner.methods.several():
        return function

    def shorter(*args: Any, **keywords: Any) -> Any:
        return owner(*args[len(method.static) :], *defaults, **keywords)

    return shorter


class RequiredKeywords:
    """A method with keywords that have no default."""

    __slots__ = ("function", "method")

    def __init__(self, function: Implementation, method: Method) -> None:
        self.function = function
        self.method = method

    def __call__(self, *args: Any, **keywords: Any) -> Any:
        for name in self.method.required:
            if name not in keywords:
                raise UndefKeywordError(Symbol(demangle(name)))
        return self.function(*args, **keywords)


def _keywords_of(function: Callable[..., Any]) -> tuple[tuple[str, ...], frozenset[str], bool]:
    """The required keywords, all keywords, and whether any other is taken too."""
    code = getattr(function, "__code__", None)
    if code is None:
        return (), frozenset(), True
    first = code.co_argcount
    names = code.co_varnames[first : first + code.co_kwonlyargcount]
    defaults = getattr(function, "__kwdefaults__", None) or {}
    required = tuple(name for name in names if name not in defaults)
    return required, frozenset(names), bool(code.co_flags & inspect.CO_VARKEYWORDS)


class MethodTable:
    """The methods that a program has given a function."""

    def __init__(self) -> None:
        self.methods: list[Method] = []

    def all(self) -> list[Method]:
        """The methods in the order of their definition."""
        return self.methods

    def several(self) -> bool:
        """Whether they come from more than one definition."""
        return len({m.python_function for m in self.methods}) > 1

    def add(self, method: Method) -> None:
        """Add a method; one of equal signature is replaced."""
        for index, old in enumerate(self.methods):
            if len(old.types) == len(method.types) and sametype(old.signature, method.signature):
                self.methods[index] = method
                return
        self.methods.append(method)

    def candidates(self, count: int) -> list[Method]:
        """The methods that take that many arguments."""
        return [
            m for m in self.methods if len(m.types) == count or (m.varargs and count >= m.least)
        ]

    def refined_positions(self, key: tuple[type, ...]) -> tuple[int, ...]:
        """The positions where the class of an argument does not say which method it is."""
        candidates = self.candidates(len(key))
        if not candidates:
            return ()
        found = []
        for position, cls in enumerate(key):
            if fixed_type(cls) is not None and not issubclass(cls, JuliaType):
                continue
            if any(_tells_apart(_declared(m, position), m, cls) for m in candidates):
                found.append(position)
        return tuple(found)

    def select(
        self, function: GenericFunction, types: tuple[Any, ...], args: tuple[Any, ...]
    ) -> Implementation | None:
        """What to run for arguments of these types; None if no method takes them."""
        chosen = self.choose(types)
        if chosen is None:
            return None
        if isinstance(chosen, list):
            return _Ambiguous(function, chosen)
        values = match(make_tuple(types), chosen.signature) if chosen.static else {}
        return chosen.entry(values or {})

    def choose(self, types: tuple[Any, ...]) -> Method | list[Method] | None:
        """The most specific method, or the ones that compete, or None."""
        given = make_tuple(types)
        fitting = [m for m in self.candidates(len(types)) if issubtype(given, m.signature)]
        return most_specific(fitting) if fitting else None


def most_specific(methods: list[Method]) -> Method | list[Method]:
    """The method that is more specific than all others, or the ones that no other beats."""
    if len(methods) == 1:
        return methods[0]
    for method in methods:
        rest = (other for other in methods if other is not method)
        if all(morespecific(method.signature, other.signature) for other in rest):
            return method
    return [
        m
        for m in methods
        if not any(o is not m and morespecific(o.signature, m.signature) for o in methods)
    ]


def _declared(method: Method, position: int) -> Any:
    if position >= len(method.types) - method.varargs:
        return method.types[-1].element if method.varargs else ANY
    return method.types[position]


def _tells_apart(declared: Any, method: Method, cls: type) -> bool:
    """Whether values of one class may differ in being of a declared type."""
    if declared is ANY:
        return False
    if isinstance(declared, TypeVar):
        if declared in method.static:
            return True
        return declared.upper is not ANY or sum(t is declared for t in method.types) > 1
    if declared is FUNCTION:
        return not is_function_class(cls)
    if declared is TYPE:
        return not issubclass(cls, JuliaType)
    return True


class _Ambiguous:
    """The entry of a call for which no single method is the most specific."""

    def __init__(self, function: GenericFunction, methods: list[Method]) -> None:
        self.function = function
        self.methods = methods

    def __call__(self, *args: Any, **keywords: Any) -> Any:
        raise MethodError(self.function, args, ambiguous=self.methods)


# -------------------------------------------------------------------------------------- decorators


def add_method(function: GenericFunction, *args: Any, **options: Any) -> Any:
    """A decorator (or the function, when it is used bare) that adds a method to a function."""
    if len(args) == 1 and isinstance(args[0], FunctionType) and not options:
        _add(function, args[0], (), ())
        return function

    def decorate(python: Callable[..., Any]) -> GenericFunction:
        _add(function, python, args, options.get("static", ()), options.get("head"))
        return function

    return decorate


def _add(
    function: GenericFunction,
    python: Callable[..., Any],
    variables: tuple[TypeVar, ...],
    static: tuple[str, ...],
    head: Any = None,
) -> None:
    if function.methods is None:
        function.methods = MethodTable()
    for method in methods_of(python, variables, static, head):
        method.generic = function
        function.methods.add(method)
    if python.__doc__ and not function.__doc__:
        function.__doc__ = python.__doc__
    function.forget()


def methods_of(
    python: Callable[..., Any],
    variables: tuple[TypeVar, ...] = (),
    static: tuple[str, ...] = (),
    head: Any = None,
) -> list[Method]:
    """The methods that a Python function stands for: one for each count of optional arguments."""
    by_name = {var.name: var for var in variables}
    bound = tuple(by_name[name] for name in static)
    code = python.__code__  # type: ignore[attr-defined]
    names = code.co_varnames[len(bound) : code.co_argcount]
    given = python.__annotations__
    types = [given.get(name, ANY) for name in names]
    if head is not None:
        from .types import type_of_type

        types = [type_of_type(head), *types]
    defaults = getattr(python, "__defaults__", None) or ()
    if code.co_flags & inspect.CO_VARARGS:
        rest = code.co_varnames[code.co_argcount + code.co_kwonlyargcount]
        declared = given.get(rest, ANY)
        types.append(declared if isinstance(declared, Vararg) else Vararg(declared))
    made = [Method(python, tuple(types), variables, bound)]
    fixed = [t for t in types if not isinstance(t, Vararg)]
    for missing in range(1, len(defaults) + 1):
        left = tuple(fixed[: len(fixed) - missing])
        literal = defaults[len(defaults) - missing :]
        if head is not None or any(value is DEFAULT for value in literal):
            literal = ()
        made.append(Method(python, left, variables, bound, literal))
    return made


def function(*args: Any, **options: Any) -> Any:
    """A decorator that makes a new generic function of its first method."""

    def decorate(python: Callable[..., Any]) -> GenericFunction:
        name = options.get("name") or demangle(python.__name__)
        made = GenericFunction(name, python.__module__)
        made.__name__ = python.__name__
        made.__qualname__ = python.__qualname__
        made.__doc__ = python.__doc__
        made.__module__ = python.__module__
        variables = () if bare else args
        _add(made, python, variables, options.get("static", ()))
        return made

    bare = len(args) == 1 and isinstance(args[0], FunctionType)
    return decorate(args[0]) if bare else decorate


def new_function(name: str, module: str = "Main") -> GenericFunction:
    """A function without methods (`function f end`)."""
    made = GenericFunction(name, module)
    made.methods = MethodTable()
    return made


def is_generic(value: Any) -> bool:
    """Whether a value is a function of several methods, not a plain Python function."""
    return isinstance(value, GenericFunction | DataType)
