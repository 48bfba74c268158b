"""Julia's modules as values: `jl.module("Foo", globals(), {"x": "Foo__x"})`, `jl.Base`,
`jl.Main`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .dispatch import base, exported_by, registered
from .exceptions import UndefVarError
from .names import demangle, mangle
from .symbols import Symbol
from .typeof import register_class
from .types import DataType, JuliaType, unwrap
from .types_base import names as type_names

__all__ = ["Module", "main", "module", "module_named", "using"]

_modules: dict[str, Module] = {}


class _NoBinding(UndefVarError, AttributeError):
    """`UndefVarError` that Python's `getattr` understands."""


class Module:
    """A module: `m.x` (mangled) is what it binds to `x`."""

    def __init__(
        self,
        name: str,
        find: Callable[[str], Any],
        bind: Callable[[str, Any], None] | None = None,
        bound: Callable[[], tuple[str, ...]] = tuple,
        exports: tuple[str, ...] = (),
        parent: Module | None = None,
    ) -> None:
        self.__dict__.update(
            name_=name, find_=find, bind_=bind, bound_=bound, exports_=exports, parent_=parent
        )

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        try:
            return self.find_(demangle(name))
        except LookupError:
            raise _NoBinding(Symbol(demangle(name))) from None

    def __setattr__(self, name: str, value: Any) -> None:
        if self.bind_ is None:
            from .exceptions import ErrorException

            raise ErrorException("cannot assign variables in other modules")
        self.bind_(demangle(name), value)

    def __repr__(self) -> str:
        return self.full_name()

    def full_name(self) -> str:
        """The name with its parents', as Julia prints it."""
        parent = self.parent_
        if parent is None or parent.name_ in ("Main", "Base"):
            return (
                ("Main." + self.name_)
                if parent is not None and parent.name_ == "Main"
                else self.name_
            )
        return f"{parent.full_name()}.{self.name_}"


register_class(Module, type_names["Module"])


def module(
    name: str, namespace: dict[str, Any], bindings: dict[str, str], **options: Any
) -> Module:
    """The module `name` whose Julia names are Python globals of `namespace`."""

    def find(julia: str) -> Any:
        python = bindings.get(julia)
        if python is not None and python in namespace:
            return namespace[python]
        raise LookupError(julia)

    def bind(julia: str, value: Any) -> None:
        namespace[bindings.get(julia, mangle(julia))] = value

    def bound() -> tuple[str, ...]:
        return tuple(julia for julia, python in bindings.items() if python in namespace)

    parent = options.get("parent")
    if parent is None:
        parent = module_named("Main")
    made = Module(name, find, bind, bound, tuple(options.get("exports", ())), parent)
    for python in bindings.values():  # inner modules are made first
        inner = namespace.get(python)
        if isinstance(inner, Module) and inner.parent_ is parent and python.startswith(f"{name}__"):
            inner.__dict__["parent_"] = made
    made.__dict__["namespace_"] = namespace
    _modules[made.full_name()] = made
    return made


def using(source: Module, *names: str) -> None:
    """Make the exported (or the named) types of a module print bare in Main."""
    for name in names or source.exports_:
        try:
            found = source.find_(name)
        except LookupError:
            continue
        if isinstance(found, JuliaType):
            body = unwrap(found)
            if isinstance(body, DataType):
                body.name.visible = True


def main(namespace: dict[str, Any]) -> Module:
    """The module `Main` of the program whose Python globals are given."""
    found = _mains.get(id(namespace))
    if found is None or found.namespace_ is not namespace:

        def find(julia: str) -> Any:
            python = mangle(julia)
            if python in namespace:
                return namespace[python]
            raise LookupError(julia)

        def bind(julia: str, value: Any) -> None:
            namespace[mangle(julia)] = value

        def bound() -> tuple[str, ...]:
            named = ((name, demangle(name)) for name in namespace if not name.startswith("__"))
            return tuple(julia for name, julia in named if mangle(julia) == name)

        found = _mains[id(namespace)] = Module("Main", find, bind, bound)
        found.__dict__["namespace_"] = namespace
    return found


_mains: dict[int, Module] = {}


def module_named(name: str) -> Module:
    """One of Julia's own modules (`Base`, `Core`, `Main`, a library), or one that `module` made."""
    found = _modules.get(name) or _modules.get("Main." + name)
    if found is None:
        found = _modules[name] = _library(name)
    return found


def _library(name: str) -> Module:
    def find(julia: str) -> Any:
        if name in ("Base", "Core", "Main"):
            from . import jl

            return jl.lookup(julia)
        if name == "MathConstants":
            from .math_constants import MATH_CONSTANTS

            if julia in MATH_CONSTANTS:
                return MATH_CONSTANTS[julia]
        function = registered(julia, name)
        if function is None:
            function = type_names.get(julia) or registered(julia, "Base")
        if function is None:
            raise LookupError(julia)
        return function

    return Module(name, find, None, lambda: tuple(exported_by(name)))


INNER = (
    "Base",
    "Core",
    "Main",
    "Iterators",
    "Math",
    "Broadcast",
    "Order",
    "Meta",
    "Threads",
    "Sort",
    "Sys",
    "GC",
    "CoreLogging",
    "MathConstants",
    "Docs",
    "Libc",
    "Cartesian",
    "Checked",
    "Enums",
    "Filesystem",
    "StackTraces",
    "Unicode",
    "Rounding",
    "FastMath",
    "Experimental",
)
_NESTED = frozenset(
    (
        "Base",
        "Core",
        "Main",
        "Iterators",
        "Math",
        "Broadcast",
        "Order",
        "Meta",
        "Threads",
        "Sort",
        "GC",
    )
)


def nested_module(name: str) -> Module:
    """A module of Base's own; LookupError if there is none of that name."""
    if name not in _NESTED:
        raise LookupError(name)
    return module_named(name)


@base("names", Module)
def _(m: Module, **_: Any) -> Any:
    from .containers import array_of

    shown = sorted({m.name_, *(m.exports_ or ())})
    return array_of([Symbol(name) for name in shown], type_names["Symbol"])


@base("nameof", Module)
def _(m: Module) -> Symbol:
    return Symbol(m.name_)


@base("parentmodule", Module)
def _(m: Module) -> Module:
    return m.parent_ if m.parent_ is not None else m


@base("getfield", Module)
def _(m: Module, name: Any, *_: Any) -> Any:
    return getattr(m, mangle(name.name) if isinstance(name, Symbol) else name)


@base("getproperty", Module)
def _(m: Module, name: Any) -> Any:
    return getattr(m, mangle(name.name) if isinstance(name, Symbol) else name)


@base("isdefined", Module)
def _(m: Module, name: Symbol) -> bool:
    try:
        m.find_(name.name)
    except LookupError:
        return False
    return True
