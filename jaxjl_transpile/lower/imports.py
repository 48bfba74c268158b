"""`using` and `import`: what becomes visible, and where a module is found."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .. import ir
from ..syntax.expr import Expr, Symbol
from . import libraries
from .lowerer import Lowerer, effect_of
from .modules import AnyModule, Library, ModuleScope, member_module, module_value

if TYPE_CHECKING:
    from .collect import Collector


class ImportProblem(Exception):
    """A module that is not there."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def bring_in(collector: Collector, node: Expr) -> None:
    """Makes visible what a `using` or `import` names."""
    for arg in node.args:
        assert isinstance(arg, Expr)
        if arg.head == ":":
            source, *names = arg.args
            _selected(collector, source, names, node.head == "import")
        else:
            _whole(collector, arg, node.head == "using")


def _path(node: object) -> tuple[list[str], str | None]:
    """The parts of `A.B as C`, and the new name."""
    assert isinstance(node, Expr)
    if node.head == "as":
        parts, _ = _path(node.args[0])
        alias = node.args[1]
        assert isinstance(alias, Symbol)
        return parts, alias.name
    return [part.name for part in node.args if isinstance(part, Symbol)], None


def _selected(collector: Collector, source: object, names: Sequence[object], extends: bool) -> None:
    path, _ = _path(source)
    module = find(collector, path)
    for entry in names:
        parts, alias = _path(entry)
        name = parts[-1]
        collector.module.imported[alias or name] = (module, name, extends)


def _whole(collector: Collector, node: Expr, using: bool) -> None:
    path, alias = _path(node)
    scope = collector.module
    if not using and len(path) > 1 and path[-1] != ".":
        outer = find(collector, path[:-1])
        if member_module(outer, path[-1]) is None:
            scope.imported[alias or path[-1]] = (outer, path[-1], True)
            return
    module = find(collector, path)
    if path[-1] != ".":
        scope.bound[alias or path[-1]] = module
    if using and all(known is not module and known != module for known in scope.used):
        scope.used.append(module)


def find(collector: Collector, path: list[str]) -> AnyModule:
    """The module at a path of `using`: relative if it begins with dots. Raises ImportProblem."""
    dots = 0
    while dots < len(path) and path[dots] == ".":
        dots += 1
    names = path[dots:]
    if dots:
        scope: ModuleScope | None = collector.module
        for _ in range(dots - 1):
            scope = scope.parent if scope is not None else None
        if scope is None:
            raise ImportProblem(f"`{'.' * dots}{'.'.join(names)}` leaves the outermost module")
        module: AnyModule | None = scope
        rest = names
    else:
        module = _root(collector, names[0])
        rest = names[1:]
    for name in rest:
        inner = member_module(module, name) if module is not None else None
        if inner is None:
            raise ImportProblem(f"UndefVarError: {name} not defined (no such module)")
        module = inner
    assert module is not None
    return module


def _root(collector: Collector, name: str) -> AnyModule:
    scope = collector.module
    if name == "Main":
        return scope.root
    if name == scope.root.path[-1]:
        return scope.root
    if name in scope.packages:
        return scope.packages[name]
    found = None if libraries.is_standard(name) else _file_of(collector, name)
    if found is not None:
        package = collector.package(name, found)
        if package is not None:
            scope.packages[name] = package
            return package
    if libraries.is_library(name):
        return Library(name)
    if name in scope.root.children and name not in scope.children:
        return scope.root.children[name]
    hint = f"write `using .{name}`" if name in scope.children else (
        "put its folder on JAXJL_LOAD_PATH, or beside the file"
    )  # fmt: skip
    raise ImportProblem(f"Package {name} not found", hint)


def _file_of(collector: Collector, name: str) -> str | None:
    for folder in collector.context.folders():
        for path in (
            os.path.join(folder, name, "src", f"{name}.jl"),
            os.path.join(folder, f"{name}.jl"),
        ):
            if os.path.isfile(path) and os.path.abspath(path) not in collector.files:
                return path
    return None


@effect_of("using", "import")
def _using(lw: Lowerer, node: Expr) -> None:
    """The names were resolved already; what stays is the libraries used and the types seen."""
    for arg in node.args:
        assert isinstance(arg, Expr)
        path, _ = _path(arg.args[0] if arg.head == ":" else arg)
        name = path[0] if path else "."
        if name in (".", "Main", "Base", "Core") or name in lw.module.packages:
            if lw.module.parent is None:
                _seen_types(lw, arg, node.head == "using")
        elif libraries.is_library(name):
            lw.add(ir.Using(name, node.span))


def _seen_types(lw: Lowerer, node: Expr, using: bool) -> None:
    """Main prints the types that it sees bare without their module."""
    found: dict[ModuleScope, list[str]] = {}
    if node.head == ":":
        names = [(alias or parts[-1]) for parts, alias in map(_path, node.args[1:])]
    else:
        path, _ = _path(node)
        module = lw.module.bound.get(path[-1])
        names = list(module.exports) if using and isinstance(module, ModuleScope) else []
    for name in names:
        value = lw.module.resolve(name)
        if isinstance(value, ir.Global) and lw.is_type(value.module, value.name):
            home = lw.module.root.within(value.module)
            if home is not None and home.parent is not None:
                found.setdefault(home, []).append(value.name)
    for home, types in found.items():
        arguments = (module_value(home, node.span), *(ir.Const(text) for text in types))
        function = ir.BuiltinName("Core", "using", node.span)
        lw.add(ir.Do(ir.Call(function, arguments, span=node.span), node.span))
