"""The function objects: registry of Base, choice of an implementation, caches.

A `GenericFunction` chooses by `tuple(map(type, args))`, one dictionary look-up. A key that is not
there yet is resolved once, by `_resolve`: methods of the user first (`methods.py`, by Julia
types), then the native implementations (by Python class, then by Julia type, then the default).
Where classes do not tell apart what methods do (tuples, types, functions, arrays), the entry is a
`Refined`, which looks the exact types up in a table of its own.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from types import FunctionType
from typing import Any
from weakref import WeakKeyDictionary

from .exceptions import MethodError
from .typeof import (
    FUNCTION,
    add_function_class,
    dispatch_type,
    fixed_type,
    holds_foreign,
    is_foreign,
    register_class,
    typeof,
)
from .types import DataType, JuliaType, TypeName, declare

Implementation = Callable[..., Any]

_registry: dict[tuple[str, str], GenericFunction] = {}
_HOME = "Base"


class GenericFunction:
    """A Julia function: methods of the program's own, and the runtime's native ones."""

    __slots__ = (
        "__dict__", "__weakref__", "cache", "classes", "default", "julia_type", "methods", "module",
        "name", "positions",
    )  # fmt: skip

    def __init__(self, name: str, module: str = "Main") -> None:
        self.name = name
        self.module = module
        self.cache: dict[tuple[type, ...], Implementation] = {}
        self.methods: Any = None  # a methods.MethodTable, once there is a method
        self.positions: tuple[int, ...] = ()
        self.classes: dict[tuple[int, Any], Implementation] = {}
        self.default: Implementation | None = None
        self.julia_type: DataType | None = None
        self.__name__ = name
        self.__qualname__ = name

    # ---------------------------------------------------------------------------------- calling

    def __call__(self, *args: Any, **keywords: Any) -> Any:
        entry = self.cache.get(tuple(map(type, args)))
        if entry is None or (keywords and any(map(holds_foreign, keywords.values()))):
            return self._miss(args, keywords)
        return entry(*args, **keywords)

    def dispatch(self, *args: Any, **keywords: Any) -> Any:
        """The call itself, for subclasses that try something faster first."""
        entry = self.cache.get(tuple(map(type, args)))
        if entry is None or (keywords and any(map(holds_foreign, keywords.values()))):
            return self._miss(args, keywords)
        return entry(*args, **keywords)

    def call_julia(self, args: tuple[Any, ...], keywords: dict[str, Any]) -> Any:
        """A call whose arguments have passed the boundary, whatever their classes are."""
        entry = self.cache.get(tuple(map(type, args))) or self._resolve(args)
        if isinstance(entry, Guarded):
            entry = entry.entry
        return entry(*args, **keywords)

    def _miss(self, args: tuple[Any, ...], keywords: dict[str, Any]) -> Any:
        if any(map(holds_foreign, args)) or any(map(holds_foreign, keywords.values())):
            from .transforms import call_from_python

            return call_from_python(self, args, keywords)
        entry = self._resolve(args)
        if keywords:
            check_keywords(self, entry, args, keywords)
        return entry(*args, **keywords)

    def _resolve(self, args: tuple[Any, ...]) -> Implementation:
        key = tuple(map(type, args))
        if not kernel_classes.keys().isdisjoint(key):
            entry: Implementation = _Unwrapping(self)
            self.cache[key] = entry
            return entry
        depth = self.methods.refined_positions(key) if self.methods is not None else ()
        if depth:
            entry = Refined(self, depth)
        else:
            entry = self.select(args)
        if not any(map(is_foreign, key)):
            # What a tuple or a struct holds, its class does not tell: a Python caller may have put
            # arrays in it.
            if self.methods is not None:
                entry = guarded(self, entry, key)
            self.cache[key] = entry
        return entry

    def select(self, args: tuple[Any, ...]) -> Implementation:
        """The implementation for these arguments: a user's method, else a native one."""
        if self.methods is not None:
            chosen = self.methods.select(self, tuple(map(dispatch_type, args)), args)
            if chosen is not None:
                return chosen  # type: ignore[no-any-return]
        chosen = self.native(args)
        if chosen is None:
            return _Failing(self)
        return chosen

    def native(self, args: tuple[Any, ...]) -> Implementation | None:
        """The runtime's implementation for these arguments, or None."""
        classes = self.classes
        count = len(args)
        for position in self.positions:
            if position >= count:
                continue
            for cls in type(args[position]).__mro__:
                found = classes.get((position, cls))
                if found is not None:
                    return found
        found = self._native_by_type(args)
        return found or self.default

    def _native_by_type(self, args: tuple[Any, ...]) -> Implementation | None:
        from .subtype import issubtype

        best: tuple[Any, Implementation] | None = None
        for (position, wanted), implementation in self.classes.items():
            if not isinstance(wanted, JuliaType) or position >= len(args):
                continue
            fits = issubtype(dispatch_type(args[position]), wanted)
            if fits and (best is None or issubtype(wanted, best[0])):
                best = wanted, implementation
        return best[1] if best else None

    # --------------------------------------------------------------------------------- changing

    def add_native(self, implementation: Implementation, at: int, cls: Any) -> None:
        """Let `implementation` take the calls whose argument `at` is a `cls`."""
        self.classes[at, cls] = implementation
        if at not in self.positions:
            self.positions = tuple(sorted({*self.positions, at}))
        self.cache.clear()

    def method(self, *args: Any, **options: Any) -> Any:
        """A decorator that adds a method; returns this function."""
        from .methods import add_method

        return add_method(self, *args, **options)

    def forget(self) -> None:
        """Drop what was resolved: a method has come or gone."""
        self.cache.clear()

    # ----------------------------------------------------------------------------------- Python

    def __repr__(self) -> str:
        return self.name

    def __reduce__(self) -> Any:
        if _registry.get((self.module, self.name)) is self:
            return generic, (self.name, self.module)
        return object.__reduce__(self)

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        return self

    def __copy__(self) -> GenericFunction:
        return self

    def __deepcopy__(self, memo: Any) -> GenericFunction:
        return self

    @property
    def __signature__(self) -> inspect.Signature:
        methods = self.methods.all() if self.methods is not None else []
        functions = {m.function for m in methods}
        if len(functions) == 1:
            return inspect.signature(methods[0].python_function)
        return inspect.Signature(
            [
                inspect.Parameter("args", inspect.Parameter.VAR_POSITIONAL),
                inspect.Parameter("keywords", inspect.Parameter.VAR_KEYWORD),
            ]
        )


kernel_classes: dict[type, Callable[[Any], Any]] = {}  # how a kernel's values become plain ones


class _Unwrapping:
    """The entry of a call with values of a broadcast's kernel: the same call with plain values."""

    __slots__ = ("function",)

    def __init__(self, function: GenericFunction) -> None:
        self.function = function

    def __call__(self, *args: Any, **keywords: Any) -> Any:
        plain = [kernel_classes[type(x)](x) if type(x) in kernel_classes else x for x in args]
        return self.function(*plain, **keywords)


class Refined:
    """A cache entry that looks at the exact types of some positions."""

    __slots__ = ("function", "positions", "table")

    def __init__(self, function: GenericFunction, positions: tuple[int, ...]) -> None:
        self.function = function
        self.positions = positions
        self.table: dict[Any, Implementation] = {}

    def __call__(self, *args: Any, **keywords: Any) -> Any:
        key = tuple([refine(args[position]) for position in self.positions])
        entry = self.table.get(key)
        if entry is None:
            entry = self.table[key] = self.function.select(args)
        return entry(*args, **keywords)

    def find(self, args: tuple[Any, ...]) -> Implementation:
        """The entry for these arguments."""
        key = tuple([refine(args[position]) for position in self.positions])
        return self.table.get(key) or self.function.select(args)


def check_keywords(
    function: Any, entry: Any, args: tuple[Any, ...], keywords: dict[str, Any]
) -> None:
    """Julia's `MethodError` for a keyword that the chosen method does not take."""
    while isinstance(entry, Guarded | Refined):
        entry = entry.entry if isinstance(entry, Guarded) else entry.find(args)
    accepted = _accepted.get(entry, _UNSEEN) if isinstance(entry, FunctionType) else _UNSEEN
    if accepted is _UNSEEN:
        accepted = _keywords_of(entry)
    if accepted is not None and not accepted.issuperset(keywords):
        error = MethodError(function, args)
        error.keywords = {k: v for k, v in keywords.items()}
        raise error


_UNSEEN: Any = object()
_accepted: WeakKeyDictionary[Any, frozenset[str] | None] = WeakKeyDictionary()


def _keywords_of(entry: Any) -> frozenset[str] | None:
    """The names that an entry takes as keywords; None if it takes any."""
    plain = entry
    while not isinstance(plain, FunctionType):
        inner = getattr(plain, "func", None) or getattr(plain, "function", None)
        if inner is None or inner is plain:
            return None
        plain = inner
    code = plain.__code__
    if code.co_flags & inspect.CO_VARKEYWORDS:
        names = None
    else:
        first = 0 if plain.__module__.startswith(_RUNTIME) else code.co_argcount
        names = frozenset(code.co_varnames[first : code.co_argcount + code.co_kwonlyargcount])
    if plain is entry:
        _accepted[plain] = names
    return names


_RUNTIME = __name__.rpartition(".")[0]


class Guarded:
    """An entry whose structs and tuples are searched for what JAX and Python put into them."""

    __slots__ = ("entry", "function", "structs", "tuples")

    def __init__(
        self, function: Any, entry: Implementation, structs: list[int], tuples: list[int]
    ) -> None:
        self.function = function
        self.entry = entry
        self.structs = structs
        self.tuples = tuples

    def __call__(self, *args: Any, **keywords: Any) -> Any:
        for position in self.structs:
            if "raw_" in args[position].__dict__:
                return self._from_python(args, keywords)
        for position in self.tuples:
            if holds_foreign(args[position]):
                return self._from_python(args, keywords)
        return self.entry(*args, **keywords)

    def _from_python(self, args: tuple[Any, ...], keywords: dict[str, Any]) -> Any:
        from .transforms import call_from_python

        return call_from_python(self.function, args, keywords)


def guarded(function: Any, entry: Implementation, key: tuple[type, ...]) -> Implementation:
    """The entry, behind a guard if an argument may hold a tracer that nothing has wrapped yet."""
    structs = [at for at, cls in enumerate(key) if hasattr(cls, "julia_fields")]
    tuples = [at for at, cls in enumerate(key) if cls is tuple]
    return Guarded(function, entry, structs, tuples) if structs or tuples else entry


_refiners: dict[type, Callable[[Any], Any]] = {}


def register_refiner(cls: type, refiner: Callable[[Any], Any]) -> None:
    """Give a class a key, cheaper than its type, that tells its instances' types apart."""
    _refiners[cls] = refiner


_by_class: set[type] = set()  # classes that say the whole type of their instances


def refine(value: Any) -> Any:
    """A key that two values share only if methods cannot tell them apart."""
    cls = type(value)
    if cls in _by_class:
        return cls
    if cls is tuple:
        known = _by_class
        return tuple([type(e) if type(e) in known else refine(e) for e in value])
    refiner = _refiners.get(cls)
    if refiner is not None:
        return refiner(value)
    if issubclass(cls, JuliaType):
        return (_TYPE, value)  # a type as a value, not the type of a value
    if fixed_type(cls) is not None:
        _by_class.add(cls)
        return cls
    return dispatch_type(value)


_TYPE = object()


class _Failing:
    """The entry of a call that no method takes."""

    def __init__(self, function: GenericFunction) -> None:
        self.function = function

    def __call__(self, *args: Any, **keywords: Any) -> Any:
        from .jl import load_libraries

        if load_libraries():  # Julia has them in its image: `A \\ b` works without `using`
            self.function.forget()
            return self.function(*args, **keywords)
        raise MethodError(self.function, args)


# ---------------------------------------------------------------------------------------- registry


def generic(name: str, module: str = _HOME) -> GenericFunction:
    """The function of Base (or of a standard library) with this Julia name, made if it is new."""
    found = _registry.get((module, name))
    if found is None:
        found = _registry[module, name] = GenericFunction(name, module)
    return found


def registered(name: str, module: str | None = None) -> GenericFunction | None:
    """The function of that Julia name, if there is one; with no module, of any."""
    found = _registry.get((module or _HOME, name))
    if found is None and module is None:
        found = next((f for (_, n), f in _registry.items() if n == name), None)
    return found


def all_functions() -> list[GenericFunction]:
    """Every function of the registry."""
    return list(_registry.values())


def exported_by(module: str) -> dict[str, GenericFunction]:
    """What the registry holds of a module, by Julia name."""
    return {name: f for (home, name), f in _registry.items() if home == module}


def base(
    name: str, *classes: Any, at: int | tuple[int, ...] = 0, module: str = _HOME
) -> Callable[[Implementation], GenericFunction]:
    """A decorator that adds a native implementation to a function of Base; gives the function.

    `classes` are Python classes (chosen by the MRO of argument `at`) or Julia types; with none the
    implementation is the default.
    """
    function = generic(name, module)

    def add(implementation: Implementation) -> GenericFunction:
        if not classes:
            function.default = implementation
            function.cache.clear()
        positions = at if isinstance(at, tuple) else (at,)
        for cls in classes:
            for position in positions:
                function.add_native(implementation, position, cls)
        if function.__doc__ is None and implementation.__doc__:
            function.__doc__ = implementation.__doc__
        return function

    return add


def fast(function: GenericFunction, call: Callable[..., Any]) -> Callable[..., Any]:
    """Give a function a `call` that is tried in place of dispatch.

    `call` is what `function(…)` runs from now on; for what it does not decide itself it calls
    `function.dispatch(…)`.
    """
    cls = type(function.name, (GenericFunction,), {"__slots__": (), "__call__": staticmethod(call)})
    function.__class__ = cls
    return call


# ------------------------------------------------------------------------------------------ typeof


def _type_of_generic(function: GenericFunction) -> DataType:
    if function.julia_type is None:
        name = TypeName(function.name, (), FUNCTION, kind="struct", module=function.module)
        name.singleton = function
        function.julia_type = declare(name)
    return function.julia_type


register_class(GenericFunction, _type_of_generic)
add_function_class(GenericFunction)

# ------------------------------------------------------------------------------------ constructors

_constructors: dict[str, Implementation] = {}


def constructor(name: str) -> Callable[[Implementation], Implementation]:
    """A decorator: `implementation(T, *args, **keywords)` makes the values of the type `name`.

    `T` is the type as it was called: `Array`, `Vector{Float64}` … A type without such an
    implementation is made by the function of Base of its name, which is not given the type.
    """

    def add(implementation: Implementation) -> Implementation:
        _constructors[name] = implementation
        return implementation

    return add


def native_constructor(name: str) -> Implementation | None:
    """The implementation given by `constructor(name)`."""
    return _constructors.get(name)


__all__ = [
    "GenericFunction",
    "base",
    "constructor",
    "exported_by",
    "fast",
    "generic",
    "native_constructor",
    "refine",
    "register_refiner",
    "registered",
    "typeof",
]
