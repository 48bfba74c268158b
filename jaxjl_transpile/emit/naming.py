"""The Python name of every variable and function of the output.

Globals have the reversible names of `jaxjl_runtime.names`. Locals are seen by nobody: each gets the
nearest identifier that nothing visible has. Variables of scopes side by side share a name, unless a
closure captures one of them.
"""

from __future__ import annotations

from typing import Any

from jaxjl_runtime.names import local_name, mangle

from .. import ir
from ..passes.regions import Join, Tables
from ..passes.walk import children, free, parameters, walk


def global_name(module: tuple[str, ...], name: str) -> str:
    """The Python name of a module's global: `x` in Main, `Foo__x` in `module Foo`."""
    return "__".join(mangle(part) for part in (*module[1:], name))


def _plain(var: ir.Var) -> str:
    """The name of a variable if it were alone; a macro's is what is after the last `#`."""
    return local_name(var.name.rpartition("#")[2] or "_")


class Names:
    """The names of one program's variables, given in one traversal."""

    def __init__(self, module: ir.Module, tables: Tables, imports: frozenset[str]) -> None:
        self.tables = tables
        self.fixed = imports | {"jl"}
        self.globals = {
            global_name(item.path, name)
            for item in walk(module)
            if isinstance(item, ir.Module)
            for name in item.globals
        }
        self.names: dict[ir.Var, str] = {}
        self.used: set[str] = set()  # every name in the top-level statement at hand
        self.regions: set[str] = set()
        self._module(module)

    def __getitem__(self, var: ir.Var) -> str:
        found = self.names.get(var)
        if found is None:
            found = self.names[var] = self._free(_plain(var), self.used)
            self.used.add(found)
        return found

    def enter(self, statement: Any) -> None:
        """Names of regions are numbered anew in each statement of the top level."""
        self.used = {*self.fixed, *self.globals}
        for item in walk(statement):
            if isinstance(item, ir.Global | ir.GlobalTarget):
                self.used.add(global_name(item.module, item.name))
            elif isinstance(item, ir.Body):
                self.used.update(self.names[v] for v in item.locals)
            elif isinstance(item, ir.Function):
                self.used.update(self.names[p.var] for p in parameters(item))
            elif isinstance(item, ir.Local | ir.LocalTarget) and item.var in self.names:
                self.used.add(self.names[item.var])

    def region(self, hint: str) -> str:
        """A name for a function that the emitter makes: `each_i`, `then`, `rest`."""
        name = self._free(hint, self.used)
        self.used.add(name)
        return name

    @staticmethod
    def _free(base: str, taken: set[str]) -> str:
        name, number = base, 1
        while name in taken:
            number += 1
            name = f"{base}{'' if base.endswith('_') else '_'}{number}"
        return name

    # ---- the traversal

    def _module(self, module: ir.Module) -> None:
        taken = {*self.globals, *self.fixed}
        for var in module.locals:
            self.names[var] = self._free("_" + _plain(var), taken)
            taken.add(self.names[var])
        for statement in module.body:
            if isinstance(statement, ir.DefineModule):
                self._module(statement.module)
            else:
                _Scope(self, self._visible(statement)).visit(statement)

    def _visible(self, node: Any) -> set[str]:
        """The names of globals and enclosing variables that a function or statement mentions."""
        taken = set(self.fixed)
        for item in walk(node):
            if isinstance(item, ir.Global | ir.GlobalTarget):
                taken.add(global_name(item.module, item.name))
            elif isinstance(item, ir.Local | ir.LocalTarget) and item.var in self.names:
                taken.add(self.names[item.var])
        return taken


class _Scope:
    """One function's names: what is visible, what a closure holds on to, what was ever used."""

    def __init__(self, names: Names, taken: set[str]) -> None:
        self.names = names
        self.taken = taken
        self.held: set[str] = set()
        self.ever: set[str] = set(taken)

    def pick(self, var: ir.Var, base: str | None = None) -> None:
        """Gives a variable the nearest free name."""
        if var in self.names.names:
            return
        avoid = self.taken | self.held
        if var in self.names.tables.captured:
            avoid = avoid | self.ever
        name = self.names._free(base or _plain(var), avoid)
        self.names.names[var] = name
        self.taken.add(name)
        self.ever.add(name)
        if var in self.names.tables.captured:
            self.held.add(name)

    def visit(self, node: Any) -> None:
        """Names what a node declares, then goes into it."""
        if isinstance(node, ir.Function):
            self._function(node)
            return
        if isinstance(node, ir.Body):
            before = self.taken
            self.taken = set(before)
            for var in node.locals:
                self.pick(var)
            self._children(node)
            self.taken = before
            return
        if isinstance(node, ir.Kernel):
            for argument in node.arguments:
                self.visit(argument)
            inner = _Scope(self.names, self.names._visible(node.body))
            for var in node.params:
                inner.pick(var)
            inner.visit(node.body)
            return
        if isinstance(node, ir.DefineMethod | ir.DefineStruct | ir.DefineAbstract | ir.Where):
            self._type_variables(node)
        if isinstance(node, Join):
            self.pick(node.name)
        if isinstance(node, ir.Try) and node.variable is not None:
            self.pick(node.variable)
        self._children(node)

    def _children(self, node: Any) -> None:
        for child in children(node):
            self.visit(child)

    def _type_variables(self, node: Any) -> None:
        """`T` of a `where` is bound where the decorator runs: outside the function."""
        if isinstance(node, ir.DefineMethod):
            where = node.function.where if node.function is not None else ()
        else:
            where = node.parameters
        taken = self.taken
        self.taken = taken | self.names.globals
        for parameter in where:
            base = _plain(parameter.var)
            self.pick(parameter.var, base)
        self.taken = taken

    def _function(self, function: ir.Function) -> None:
        visible = {self.names.names[v] for v in free(function) if v in self.names.names}
        for item in walk(function):
            if isinstance(item, ir.Global | ir.GlobalTarget):
                visible.add(global_name(item.module, item.name))
        inner = _Scope(self.names, visible | self.names.fixed)
        for parameter in function.where:
            inner.pick(parameter.var, _plain(parameter.var))
        for param in function.keywords:
            # A keyword's name is public: everything else in the function gives way.
            self.names.names[param.var] = mangle(param.var.name)
            inner.taken.add(self.names.names[param.var])
            inner.ever.add(self.names.names[param.var])
        for param in parameters(function):
            inner.pick(param.var)
        for child in children(function):
            inner.visit(child)
