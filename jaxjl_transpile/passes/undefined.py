"""Variables that may be read, or carried by a region, before they are set.

    if c; y = 1; end; y   ==>   y = jl.UNDEF; if c: y = 1; …; jl.defined(y, "y")

A forward pass over what is surely set. A variable that needs it starts as `jl.UNDEF` at the head of
the region that owns it, or of its Julia scope if that is nearer.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .. import ir
from .exits import ends
from .regions import AfterLoop, Join, Jump, Tables
from .walk import (
    assigned,
    children,
    free,
    functions,
    modules,
    parameters,
    target_vars,
    walk,
)

Vars = frozenset[ir.Var]


def run(module: ir.Module, tables: Tables) -> ir.Module:
    """The module as it is; `tables.initial` and `tables.checked` are filled."""
    for function in functions(module):
        given = frozenset(p.var for p in parameters(function)) | {p.var for p in function.where}
        search = _Assignment(tables, function.body)
        for param in parameters(function):
            if param.default is not None:
                search.read(param.default, given)
        search.body(function.body, given)
    for inner in modules(module):
        top = ir.Body(inner.body, inner.locals)
        _Assignment(tables, top).block(inner.body, frozenset())
        tables.module_initial[inner] = tables.initial.pop(top, ())
    _check_captures(module, tables)
    return module


def _check_captures(module: ir.Module, tables: Tables) -> None:
    """What a function captures may be unset whenever it is called."""
    unset = {var for variables in tables.initial.values() for var in variables}
    for function in functions(module):
        outer = free(function) & unset
        if outer:
            reads_ = (item for item in walk(function) if isinstance(item, ir.Local))
            tables.checked.update(item for item in reads_ if item.var in outer)


class _Assignment:
    """Forward over one function; nested functions have a traversal of their own."""

    def __init__(self, tables: Tables, body: ir.Body) -> None:
        self.tables = tables
        # The bodies around the current statement, and whether each is a Python function.
        self.around: list[tuple[ir.Body, bool]] = [(body, True)]
        self.jumps: dict[ir.Var, Vars] = {}

    # ---- what must start unset

    def start(self, var: ir.Var) -> None:
        """Notes that a variable starts unset, where it belongs."""
        if var in self.tables.boxed:
            return
        for body, is_function in reversed(self.around):
            carried = var in self.tables.carried.get(body, ())
            owner = is_function and not carried and var in assigned(body)
            if owner or var in body.locals or body is self.around[0][0]:
                place = self.tables.initial.get(body, ())
                if var not in place:
                    self.tables.initial[body] = (*place, var)
                return

    def read(self, value: Any, given: Vars) -> None:
        """Reads that may come before the first assignment are checked."""
        stack = [value]
        while stack:
            item = stack.pop()
            if isinstance(item, ir.Function):
                continue
            if isinstance(item, ir.Kernel):
                given = given | set(item.params)
            elif isinstance(item, ir.Where):
                given = given | {p.var for p in item.parameters}
            elif isinstance(item, ir.Local) and self.unset(item.var, given):
                self.tables.checked.add(item)
                self.start(item.var)
            elif isinstance(item, ir.IsDefined) and self.unset(item.var, given):
                self.start(item.var)
            stack.extend(children(item))

    def unset(self, var: ir.Var, given: Vars) -> bool:
        """Whether a variable of this function may have no value yet."""
        if var in given or var in self.tables.boxed:
            return False
        if var.kind is ir.VarKind.STATIC_PARAMETER:
            return False
        return self.mine(var)

    def mine(self, var: ir.Var) -> bool:
        return any(var in body.locals for body, _ in self.around)

    # ---- the traversal

    def body(self, body: ir.Body, given: Vars, function: bool = True) -> Vars:
        """What is surely set after a body."""
        if body is not self.around[-1][0]:
            self.around.append((body, function))
            after = self.block(body.statements, given - set(body.locals))
            self.around.pop()
            return after
        return self.block(body.statements, given)

    def block(self, statements: Iterable[Any], given: Vars) -> Vars:
        """What is surely set after the statements."""
        joins: list[Join] = []
        for statement in statements:
            if isinstance(statement, Join):
                joins.append(statement)
            else:
                given = self.statement(statement, given)
        for join in joins:
            self.join(join, given)
        return given

    def join(self, node: Join, given: Vars) -> None:
        """A `Join` begins with what is set wherever control comes from."""
        given = self.jumps.pop(node.name, given)
        self.carry(node.body, given)
        self.body(node.body, given)

    def region(self, node: Any, body: ir.Body, given: Vars) -> Vars:
        """A body that is a function of its own unless its statement is Python's own."""
        if node in self.tables.plain:
            return self.body(body, given, False)
        self.carry(body, given)
        after = self.body(body, given)
        return given | (after & set(self.tables.carried.get(body, ())))

    def carry(self, body: ir.Body, given: Vars) -> None:
        for var in self.tables.carried.get(body, ()):
            if var not in given and self.mine(var):
                self.start(var)

    def statement(self, node: Any, given: Vars) -> Vars:
        """What is surely set after a statement."""
        match node:
            case ir.Assign():
                self.read(node.value, given)
                self.target(node.target, given)
                return given | set(target_vars(node.target))
            case ir.If():
                self.read(node.test, given)
                return self.branches(node, given)
            case ir.For():
                return self.for_(node, given)
            case ir.While():
                self.read(node.test, given)
                self.region(node, node.body, given)
                return given
            case AfterLoop():
                self.carry(node.rest, given)
                self.body(node.rest, given)
                return given
            case Jump():
                self.jumps[node.name] = self.jumps.get(node.name, given) & given
                return given
            case ir.DefineModule():
                return given
            case ir.Let():
                return self.body(node.body, given, False)
            case ir.Try():
                return self.try_(node, given)
            case ir.DefineMethod():
                return self.method(node, given)
            case _:
                self.read(node, given)
                return given

    def branches(self, node: ir.If, given: Vars) -> Vars:
        then = self.region(node, node.then, given)
        orelse = self.region(node, node.orelse, given)
        if ends(node.then.statements):
            return orelse
        return then if ends(node.orelse.statements) else then & orelse

    def for_(self, node: ir.For, given: Vars) -> Vars:
        inner = given
        for iteration in node.iterations:
            self.read(iteration.iterator, inner)
            self.target(iteration.target, inner)
            inner = inner | set(target_vars(iteration.target))
        bound = inner - given
        if node not in self.tables.plain:
            self.carry(node.body, given)
        self.around.append((node.body, node not in self.tables.plain))
        self.block(node.body.statements, (inner - set(node.body.locals)) | bound)
        self.around.pop()
        return given

    def try_(self, node: ir.Try, given: Vars) -> Vars:
        after = self.body(node.body, given, False)
        if node.orelse is not None:
            after = self.body(node.orelse, after, False)
        if node.handler is not None:
            bound = {node.variable} if node.variable is not None else set()
            self.around.append((node.handler, False))
            fresh = set(node.handler.locals) - bound
            handled = self.block(node.handler.statements, (given | bound) - fresh)
            self.around.pop()
            if ends(node.body.statements):
                after = handled
            elif not ends(node.handler.statements):
                after = after & handled
        if node.final is not None:
            final = self.body(node.final, given, False)
            after = after | (final - given)
        return after

    def method(self, node: ir.DefineMethod, given: Vars) -> Vars:
        """A local function is set by its definition; what its body reads is looked at elsewhere."""
        if isinstance(node.target, ir.Local):
            return given | {node.target.var}
        if node.target is not None and not isinstance(node.target, ir.Global | ir.BuiltinName):
            self.read(node.target, given | {p.var for p in _where(node)})
        return given

    def target(self, target: ir.Target, given: Vars) -> None:
        if isinstance(target, ir.IndexTarget | ir.FieldTarget):
            self.read(target, given)
        elif isinstance(target, ir.TupleTarget):
            for item in target.items:
                self.target(item, given)


def _where(node: ir.DefineMethod) -> tuple[ir.TypeParameter, ...]:
    return node.function.where if node.function is not None else ()
