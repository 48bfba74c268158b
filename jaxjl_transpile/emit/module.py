"""A whole program: imports, the statements of each module, what a module shows."""

from __future__ import annotations

import ast
import re
from typing import Any

from jaxjl_runtime.names import mangle

from .. import ir
from ..passes import Analysed
from ..passes.walk import modules, walk
from . import build as b
from . import calls, control, statements, types, values  # noqa: F401 - they register handlers
from .frame import Emitter, statement, statement_of
from .naming import Names, global_name


def emit_module(
    analysed: Analysed, at: b.At, functions: frozenset[str] = frozenset()
) -> tuple[ast.Module, dict[ast.stmt, str]]:
    """The Python module of a program, and the files of those statements whose file is known.

    `functions` are the Python names of globals that hold a function or a type already.
    """
    module = analysed.program.module
    libraries = _libraries(module)
    imports = frozenset(mangle(name) for name in libraries)
    names = Names(module, analysed.tables, imports)
    e = Emitter(analysed.tables, names)
    e.at = at
    e.functions |= functions
    e.types = _types(module)
    e.module_vars = {v for inner in modules(module) for v in inner.locals}
    e.several = _several(module)
    body: list[ast.stmt] = []
    if module.doc:
        body.append(b.expression(b.constant(module.doc, at), at))
    body.append(b.put(ast.ImportFrom("jaxjl_runtime", [b.put(ast.alias("jl"), at)], 0), at))
    body += [_import(name, at) for name in libraries]
    body += _module_body(e, module, at)
    return ast.Module(body, []), e.files


def _libraries(module: ir.Module) -> list[str]:
    """The standard libraries whose names the program uses."""
    found = {item.module.split(".")[0] for item in walk(module) if isinstance(item, ir.BuiltinName)}
    return sorted(found - {"Base", "Core", "Main"})


def _import(name: str, at: b.At) -> ast.stmt:
    """`from jaxjl_runtime.stdlib import linear_algebra as LinearAlgebra`."""
    home = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
    alias = b.put(ast.alias(home, mangle(name)), at)
    return b.put(ast.ImportFrom("jaxjl_runtime.stdlib", [alias], 0), at)


def _types(module: ir.Module) -> set[str]:
    return {
        global_name(item.module, item.name)
        for item in walk(module)
        if isinstance(item, ir.DefineStruct | ir.DefineAbstract)
    }


def _several(module: ir.Module) -> set[ir.Var]:
    """The local functions that have several methods."""
    counts: dict[ir.Var, int] = {}
    for item in walk(module):
        if isinstance(item, ir.DefineMethod) and isinstance(item.target, ir.Local):
            counts[item.target.var] = counts.get(item.target.var, 0) + 1
    return {var for var, count in counts.items() if count > 1}


def _module_body(e: Emitter, module: ir.Module, at: b.At) -> list[ast.stmt]:
    before, e.module = e.module, module.path
    made: list[ast.stmt] = []
    for var in e.tables.module_initial.get(module, ()):
        made.append(b.assign_name(e.names[var], b.jl("UNDEF", at), at))
    for node in module.body:
        e.names.enter(node)
        hidden = _hidden_functions(e, node)
        new = [_declared(e, name, place) for name, place in hidden]
        new += statement(e, node)
        if node.span is not None and not isinstance(node, ir.DefineModule):
            e.files.update(dict.fromkeys(new, node.span.source.name))
        made += new
    e.module = before
    return made


def _hidden_functions(e: Emitter, node: ir.Statement) -> list[tuple[ir.Global, b.At]]:
    """The module's functions whose first method is inside something: they are made before."""
    inner: list[Any] = [node]
    if isinstance(node, ir.DefineMethod):
        inner = [] if node.function is None else [node.function]
    elif isinstance(node, ir.DefineModule | ir.DefineStruct):
        inner = []
    found: list[tuple[ir.Global, b.At]] = []
    for top in inner:
        for item in walk(top):
            if not isinstance(item, ir.DefineMethod) or not isinstance(item.target, ir.Global):
                continue
            name = global_name(item.target.module, item.target.name)
            if name not in e.functions:
                e.functions.add(name)
                found.append((item.target, e.place(item.span)))
    return found


def _declared(e: Emitter, target: ir.Global, at: b.At) -> ast.stmt:
    name = global_name(target.module, target.name)
    return b.assign_name(name, b.call("new_function", [b.constant(target.name, at)], at), at)


@statement_of(ir.DefineModule)
def _nested(e: Emitter, node: ir.DefineModule, at: b.At) -> list[ast.stmt]:
    """The statements of a nested module, then the module object."""
    module = node.module
    made = _module_body(e, module, at)
    keys: list[ast.expr | None] = [b.constant(name, at) for name in module.globals]
    places: list[ast.expr] = [
        b.constant(global_name(module.path, name), at) for name in module.globals
    ]
    table = b.put(ast.Dict(keys, places), at)
    arguments = [
        b.constant(module.path[-1], at),
        b.call(b.name("globals", at), [], at),
        table,
    ]
    exports = b.tuple_([b.constant(name, at) for name in module.exports], at)
    options = [b.keyword("exports", exports, at)] if module.exports else []
    if module.doc:
        options.append(b.keyword("doc", b.constant(module.doc, at), at))
    name = global_name(module.path[:-1], module.path[-1])
    return [*made, b.assign_name(name, b.call("module", arguments, at, options), at)]
