"""The names of a module: its own, the imported, and those of the modules that it uses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .. import ir
from ..syntax.expr import Expr
from ..syntax.source import Span
from . import libraries

# What Jax.jl offered without `using`, where the program has nothing of that name.
JAX_NAMES = frozenset({"PRNGKey"})


@dataclass(frozen=True)
class Library:
    """Base, Core, a standard library, or a module inside one, by its full dotted name."""

    name: str


@dataclass(eq=False)
class ModuleScope:
    """A module of the program and what is visible in it."""

    path: tuple[str, ...]
    parent: ModuleScope | None = None
    bare: bool = False
    file: str = ""
    own: dict[str, str] = field(default_factory=dict)  # name -> const function type module variable
    imported: dict[str, tuple[AnyModule, str, bool]] = field(default_factory=dict)
    bound: dict[str, AnyModule] = field(default_factory=dict)  # names of modules: using A, import A
    used: list[AnyModule] = field(default_factory=list)
    exports: list[str] = field(default_factory=list)
    children: dict[str, ModuleScope] = field(default_factory=dict)
    macros: dict[str, list[Expr]] = field(default_factory=dict)
    packages: dict[str, ModuleScope] = field(default_factory=dict)  # of the whole program
    definitions: list[Any] = field(default_factory=list)  # what user macros may need, in order
    compiled: dict[tuple[str, int], Any] = field(default_factory=dict)  # functions of macros
    dynamic: bool = False  # code that runs may define names that no text shows
    doc: str | None = None
    span: Span | None = None
    _expansions: int = 0
    _resolving: set[str] = field(default_factory=set)

    def next_number(self) -> int:
        """A number for the names that an expansion makes; each is given once."""
        self._expansions += 1
        return 100_000 + self._expansions

    def bind(self, name: str, kind: str) -> None:
        """Notes that the module itself binds a name; the first kind that is known stays."""
        if self.own.get(name, "variable") == "variable":
            self.own[name] = kind

    @property
    def root(self) -> ModuleScope:
        """The outermost module: `Main`, or the package's own."""
        scope = self
        while scope.parent is not None:
            scope = scope.parent
        return scope

    def within(self, path: tuple[str, ...]) -> ModuleScope | None:
        """The module with a path, seen from the outermost one."""
        scope: ModuleScope | None = self
        for part in path[1:]:
            scope = scope.children.get(part) if scope else None
        return scope

    # ------------------------------------------------------------------------------- modules

    def module_named(self, name: str) -> AnyModule | None:
        """The module that a name means here, or None."""
        if name in self.children:
            return self.children[name]
        if name in self.bound:
            return self.bound[name]
        if name in self.imported:
            module, original, _ = self.imported[name]
            return member_module(module, original)
        if name in self.own:
            return None
        if name == self.path[-1]:
            return self
        if name == "Main" and self.root.path[-1] == "Main":
            return self.root
        for used in self.used:
            if isinstance(used, ModuleScope) and name in used.exports:
                found = used.module_named(name)
                if found is not None:
                    return found
        if name in ("Base", "Core"):
            return Library(name)
        if name in libraries.exports("Base") or name == "Broadcast":
            inner = libraries.submodule("Base", name)
            return Library(inner) if inner else None
        return None

    # --------------------------------------------------------------------------------- names

    def resolve(self, name: str, span: Span | None = None) -> ir.Value:
        """What a name means at this module's top level."""
        if name in self.own:
            return ir.Global(self.path, name, span)
        if name in self._resolving:  # imported in a circle
            return ir.Unbound(name, span)
        self._resolving.add(name)
        try:
            return self._foreign(name, span)
        finally:
            self._resolving.discard(name)

    def _foreign(self, name: str, span: Span | None) -> ir.Value:
        if name in self.imported:
            module, original, _ = self.imported[name]
            return member(module, original, span)
        if name in self.bound:
            return module_value(self.bound[name], span)
        found = self._of_used(name, span)
        if found is not None:
            return found
        if name in ("Base", "Core", "Main") or name == self.path[-1]:
            module_ = self.module_named(name)
            return ir.Unbound(name, span) if module_ is None else module_value(module_, span)
        if self.dynamic:
            return ir.Global(self.path, name, span)
        if name in JAX_NAMES:
            return ir.BuiltinName("Base", name, span)
        return ir.Unbound(name, span)

    def _of_used(self, name: str, span: Span | None) -> ir.Value | None:
        program: list[ir.Value] = []
        for used in self.used:
            if isinstance(used, ModuleScope) and used.provides(name):
                value = used.resolve(name, span)
                if not any(_same(value, other) for other in program):
                    program.append(value)
        if len(program) > 1:  # Julia: both export it; uses must be qualified
            return ir.Unbound(name, span)
        if program:
            return program[0]
        if not self.bare and (found := _standard(name, span)) is not None:
            return found
        if self.bare and name in libraries.exports("Core"):
            return ir.BuiltinName("Core", name, span)
        for used in self.used:
            if isinstance(used, Library) and name in libraries.exports(used.name):
                return ir.BuiltinName(used.name, name, span)
        return None

    def provides(self, name: str) -> bool:
        """Whether the module exports a name that it has, itself or by an import of its own."""
        return name in self.exports and (
            name in self.own or name in self.imported or name in self.bound or name in self.children
        )

    def extends(self, name: str) -> bool:
        """Whether `name(…) = …` here adds a method to an imported function."""
        return name not in self.own and name in self.imported and self.imported[name][2]


AnyModule = ModuleScope | Library


def _standard(name: str, span: Span | None) -> ir.Value | None:
    for module in ("Base", "Core"):
        if name in libraries.exports(module):
            return ir.BuiltinName(module, name, span)
    if name in ("eval", "include"):
        return ir.BuiltinName("Base", name, span)
    return None


def _same(a: ir.Value, b: ir.Value) -> bool:
    if isinstance(a, ir.Global) and isinstance(b, ir.Global):
        return a.module == b.module and a.name == b.name
    if isinstance(a, ir.BuiltinName) and isinstance(b, ir.BuiltinName):
        return a.name == b.name
    return False


def member(module: AnyModule, name: str, span: Span | None = None) -> ir.Value:
    """What `module.name` means."""
    if isinstance(module, Library):
        inner = libraries.submodule(module.name, name)
        if inner is not None and name not in libraries.exports("Base"):
            return ir.BuiltinName(module.name, name, span)
        if module.name == "Core" and name in libraries.exports("Base"):
            return ir.BuiltinName("Base", name, span)
        return ir.BuiltinName(module.name, name, span)
    return module.resolve(name, span)


def member_module(module: AnyModule, name: str) -> AnyModule | None:
    """The module `module.name`, or None if that is no module."""
    if isinstance(module, ModuleScope):
        return module.module_named(name)
    inner = libraries.submodule(module.name, name)
    if inner is not None:
        return Library(inner)
    if module.name in ("Base", "Core") and name in ("Base", "Core"):
        return Library(name)
    if module.name == "Base" and libraries.is_library(name):
        return Library(name)  # Base.Printf and the like
    return None


def module_value(module: AnyModule, span: Span | None = None) -> ir.Value:
    """A module as a value."""
    if isinstance(module, ModuleScope):
        if module.parent is None:
            return ir.Global((), module.path[-1], span)
        return ir.Global(module.parent.path, module.path[-1], span)
    outer, _, name = module.name.rpartition(".")
    return ir.BuiltinName(outer or module.name, name, span)
