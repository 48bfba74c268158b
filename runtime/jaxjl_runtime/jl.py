"""The namespace of generated code: every function, type and constant of Base, and the control
surface.

Importing it loads every file of the runtime, each of which registers its part of Base; the
standard libraries are loaded when a program uses one, or when a call finds no method without
them. Names are looked up on first use by `__getattr__` and kept: the registry of functions (by
Julia's name), the types, the constants, and the helpers that the files below export for generated
code.
"""

from __future__ import annotations

import pkgutil as _pkgutil
import typing as _typing
from importlib import import_module as _import_module

from . import dispatch as _dispatch
from . import names as _names
from .exceptions import UnsupportedError as _UnsupportedError
from .types_text import names as _type_names

# Files whose `__all__` is what generated code calls by its Python name.
_SURFACE = (
    "control",
    "surface",
    "methods_surface",
    "structs",
    "modules",
    "exceptions",
    "cell",
    "constants",
    "transforms",
    "broadcast",
    "comprehensions",
    "construct",
    "expr_values",
    "jax_names",
    "unpacking",
)
_constants: dict[str, _typing.Any] = {}


class MissingNameError(_UnsupportedError, AttributeError):
    """A name of Base that this runtime does not have."""


def constant(name: str, value: _typing.Any) -> _typing.Any:
    """Register a constant of Base by its Julia name; gives the value."""
    _constants[name] = value
    return value


def load_all() -> None:
    """Import every file of the runtime, so that all of Base is registered."""
    package = _import_module(__package__ or "jaxjl_runtime")
    for info in _pkgutil.iter_modules(package.__path__):
        if info.name not in ("jl", "stdlib", "nn"):
            _import_module(f".{info.name}", __package__)


def load_libraries() -> bool:
    """Import the standard libraries, which add to Base's functions; False if that was done."""
    global _libraries_loaded
    if _libraries_loaded:
        return False
    _libraries_loaded = True
    stdlib = _import_module(".stdlib", __package__)
    for info in _pkgutil.iter_modules(stdlib.__path__):
        _import_module(f".stdlib.{info.name}", __package__)
    _import_module(".array_structs", __package__).delegate_to_arrays()
    return True


_libraries_loaded = False


def lookup(julia_name: str) -> _typing.Any:
    """What Base has under a Julia name; LookupError if there is nothing."""
    name = _names.canonical(julia_name)
    found = _type_names.get(name)
    if found is not None:
        return found
    if name in _constants:
        return _constants[name]
    function = _dispatch.registered(name, "Base")
    if function is not None:
        return function
    from .modules import nested_module

    return nested_module(julia_name)


def __getattr__(name: str) -> _typing.Any:
    if name.startswith("__"):
        raise AttributeError(name)
    value = _find(name)
    globals()[name] = value
    return value


def _find(name: str) -> _typing.Any:
    for module in _surface_modules:
        if name in getattr(module, "__all__", ()):
            return getattr(module, name)
    for julia in (_names.julia_name(name), name):
        try:
            return lookup(julia)
        except LookupError:
            continue
    if load_libraries():
        return _find(name)
    modules = _import_module(".modules", __package__)
    if name in modules.INNER:
        return modules.module_named(name)
    raise MissingNameError(f"`{_names.julia_name(name)}` of Julia's Base is not supported")


def __dir__() -> list[str]:
    return sorted({*globals(), *map(_names.attribute, _dispatch.exported_by("Base"))})


load_all()
_import_module(".number_structs", __package__).install_type_constants()
_import_module(".array_structs", __package__).delegate_to_arrays()
_import_module(".broadcast_styles", __package__).install_styles()


def _modules() -> list[_typing.Any]:
    found = []
    package = _import_module(__package__ or "jaxjl_runtime")
    present = {info.name for info in _pkgutil.iter_modules(package.__path__)}
    for name in _SURFACE:
        if name in present:
            found.append(_import_module(f".{name}", __package__))
    return found


_surface_modules = _modules()
