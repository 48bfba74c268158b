"""Questions about functions: `methods hasmethod applicable invoke which`, and calling them."""

from __future__ import annotations

from types import FunctionType
from typing import Any

from .dispatch import GenericFunction, base, generic
from .exceptions import MethodError
from .instances import Struct, call
from .methods import Method, methods_of
from .subtype import issubtype, match
from .symbols import Symbol
from .typeof import dispatch_type, register_class, typeof
from .types import JuliaType, make_tuple, type_of_type, unwrap
from .types_base import names

__all__: list[str] = []

register_class(Method, names["Method"])


def methods_of_function(f: Any) -> list[Method]:
    """All methods a program gave a function, type or callable object."""
    if isinstance(f, GenericFunction):
        return list(f.methods.all()) if f.methods is not None else []
    if isinstance(f, JuliaType):
        family = unwrap(f).name.constructor
        return list(family.methods.all()) if family is not None and family.methods else []
    if isinstance(f, FunctionType):
        return methods_of(f)
    if call.methods is not None:
        return [m for m in call.methods.all() if issubtype(typeof(f), unwrap(m.types[0]))]
    return []


def _argument_types(types: Any) -> tuple[Any, ...]:
    if isinstance(types, tuple):
        return types
    return tuple(unwrap(types).parameters)


def _full(f: Any, types: tuple[Any, ...]) -> tuple[Any, ...]:
    """The types with the callee's in front, where methods are kept with it."""
    if isinstance(f, JuliaType):
        return (type_of_type(f), *types)
    if isinstance(f, Struct):
        return (typeof(f), *types)
    return types


def _find(f: Any, types: tuple[Any, ...]) -> Method | None:
    """The user's method that takes these types, if there is one."""
    from .methods import most_specific

    given = make_tuple(_full(f, types))
    fitting = [m for m in methods_of_function(f) if issubtype(given, m.signature)]
    chosen = most_specific(fitting) if fitting else None
    return chosen if isinstance(chosen, Method) else None


def _native_takes(f: Any, types: tuple[Any, ...]) -> bool:
    """Whether Base has an implementation for arguments of these types, as far as classes say."""
    if isinstance(f, JuliaType):
        return False
    if not isinstance(f, GenericFunction) or (not f.classes and f.default is None):
        return False
    return _native_by_types(f, types)


def _native_by_types(f: GenericFunction, types: tuple[Any, ...]) -> bool:
    for (position, wanted), _ in f.classes.items():
        if position < len(types):
            known = wanted if isinstance(wanted, JuliaType) else _type_of_class(wanted)
            if known is not None and issubtype(types[position], known):
                return True
    return f.default is not None and not any(_is_own(t) for t in types)


def _is_own(t: Any) -> bool:
    body = unwrap(t)
    return getattr(getattr(body, "name", None), "python_class", None) is not None


def _type_of_class(cls: type) -> Any:
    from .typeof import fixed_type

    return fixed_type(cls)


@base("methods")
def _(f: Any, types: Any = None, *_: Any) -> Any:
    """The methods that a program gave a function, in the order of their definition."""
    from .containers import array_of
    from .types import ANY

    found = methods_of_function(f)
    if types is not None:
        given = make_tuple(_full(f, _argument_types(types)))
        found = [m for m in found if issubtype(given, m.signature)]
    return array_of(found, ANY)


@base("hasmethod")
def _(f: Any, types: Any, *_: Any, **__: Any) -> bool:
    """Whether a call with arguments of these types finds a method."""
    given = _argument_types(types)
    return _find(f, given) is not None or _native_takes(f, given)


@base("applicable")
def _(f: Any, *args: Any) -> bool:
    """Whether `f(args...)` finds a method."""
    types = tuple(map(dispatch_type, args))
    if _find(f, types) is not None:
        return True
    if isinstance(f, GenericFunction):
        return _native_takes(f, types)
    return False


@base("which")
def which(f: Any, types: Any) -> Any:
    """The method that a call with arguments of these types would run."""
    found = _find(f, _argument_types(types))
    if found is None:
        from .exceptions import ErrorException

        raise ErrorException("no unique matching method found for the specified argument types")
    return found


@base("invoke", module="Core")
def invoke(f: Any, types: Any, *args: Any, **keywords: Any) -> Any:
    """`f(args...)` by the method that arguments of the given types would run."""
    given = _argument_types(types)
    method = _find(f, given)
    if method is None:
        native = f.native(args) if isinstance(f, GenericFunction) else None
        if native is None:
            raise MethodError(f, args)
        return native(*args, **keywords)
    full = make_tuple(_full(f, given))
    values = match(full, method.signature) if method.static else {}
    return method.entry(values or {})(*args, **keywords)


generic("invoke").default = invoke.default


@base("invokelatest")
def _(f: Any, *args: Any, **keywords: Any) -> Any:
    return f(*args, **keywords)


@base("getproperty", Method)
def _(m: Method, name: Any) -> Any:
    text = name.name if isinstance(name, Symbol) else name
    if text == "sig":
        return m.signature
    if text == "nargs":
        return len(m.types) + 1
    if text == "name":
        return Symbol(m.generic.name)
    return getattr(m, text)
