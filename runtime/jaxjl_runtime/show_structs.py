"""Structs, functions, modules and whatever has no form of its own."""

from __future__ import annotations

from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any

from .dispatch import GenericFunction
from .missing import Some
from .show import displays, prints, shows, text
from .show_options import Options
from .show_strings import is_identifier, string_text
from .show_types import type_text
from .typeof import typeof
from .types import ANY

__all__ = ["call_text", "default_text"]


def default_text(x: Any, options: Options) -> str:
    """`show` of a struct: the type and its fields as a call."""
    julia_type = typeof(x)
    names = julia_type.name.field_names
    return call_text(x, julia_type, [field_of(x, name) for name in names], options)


def field_of(x: Any, name: str) -> Any:
    """The value of a field; `UNDEFINED` where it was never set."""
    from .exceptions import UndefRefError
    from .names import mangle

    try:
        return getattr(x, mangle(name))
    except (UndefRefError, AttributeError):
        return UNDEFINED


class _Undefined:
    def __repr__(self) -> str:
        return "#undef"


UNDEFINED = _Undefined()


@shows(_Undefined)
def _(x: _Undefined, options: Options) -> str:
    return "#undef"


def call_text(x: Any, julia_type: Any, values: list[Any], options: Options) -> str:
    """`Type(values…)`, or the mark of a value that contains itself."""
    head = type_text(julia_type, options)
    if not values:
        return head + "()"
    mark = options.circular_mark(x)
    if mark is not None:
        return f"{head}({mark})"
    inner = options.inside(x).with_type(ANY)
    return f"{head}({', '.join(text(value, inner) for value in values)})"


@shows(Some)
def _(x: Some, options: Options) -> str:
    inner = text(x.value, options)
    return inner if options.typeinfo is typeof(x) else f"Some({inner})"


# ------------------------------------------------------------------------------ functions


def function_name(fn: Any) -> str:
    """The name of a function as `print` writes it."""
    name = getattr(fn, "name", None) or getattr(fn, "__name__", "#anonymous")
    if name == "<lambda>":
        return "#anonymous"
    return str(name)


def _is_anonymous(fn: Any) -> bool:
    name = function_name(fn)
    return name.startswith("#") or name == "<lambda>"


@shows(GenericFunction, FunctionType, BuiltinFunctionType, MethodType)
def _(fn: Any, options: Options) -> str:
    name = function_name(fn)
    if _is_anonymous(fn):
        return f"var{string_text(name + '#1')}" if not name.endswith("#1") else name
    module = getattr(fn, "module", "Main")
    if module.startswith("Main.") and options.compact is not True:
        return f"{module}.{name}"
    return name


@prints(GenericFunction, FunctionType, BuiltinFunctionType, MethodType)
def _(fn: Any, options: Options) -> str:
    name = function_name(fn)
    return name + "#1" if _is_anonymous(fn) else name


@displays(GenericFunction, FunctionType, BuiltinFunctionType, MethodType)
def _(fn: Any, options: Options) -> str:
    name = text(fn, options)
    if options.compact is True:
        return name
    if _is_anonymous(fn):
        return f"{name} (generic function with 1 method)"
    count = _method_count(fn)
    return f"{function_name(fn)} (generic function with {count} method{'s' * (count != 1)})"


def _method_count(fn: Any) -> int:
    methods = getattr(fn, "methods", None)
    if methods is None:
        return 1
    return len(methods.all())


def is_operator_name(name: str) -> bool:
    """Whether a function's name is an operator."""
    return not is_identifier(name)
