"""Julia's local scopes: which binding a name means at each place."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from .. import ir
from ..syntax.expr import Node


class ScopeKind(Enum):
    """What opened a scope. Loops and `try` are soft, which differs from hard at top level only."""

    MODULE = "module"
    FUNCTION = "function"
    LET = "let"
    LOOP = "loop"
    TRY = "try"
    TYPE = "type"

    @property
    def soft(self) -> bool:
        """Whether the scope is one of Julia's soft scopes."""
        return self in (ScopeKind.LOOP, ScopeKind.TRY)


class DeclaredGlobal:
    """A name declared `global` in a scope."""

    __slots__ = ()


GLOBAL = DeclaredGlobal()
Binding = ir.Var | DeclaredGlobal


@dataclass
class FunctionInfo:
    """What the code inside a function must know of it."""

    return_type: ir.Value | None = None
    constructed: ir.Value | None = None  # the type that `new` makes, inside an inner constructor
    struct: ir.Value | None = None  # the struct's name, there
    name: str | None = None


@dataclass(eq=False)
class Scope:
    """One scope: its own names, its variables in order, and the declared types of some."""

    kind: ScopeKind
    parent: Scope | None
    function: FunctionInfo
    names: dict[str, Binding] = field(default_factory=dict)
    locals: list[ir.Var] = field(default_factory=list)
    types: dict[ir.Var, Node] = field(default_factory=dict)

    def find(self, name: str) -> Binding | None:
        """The binding of a name here or further out; None if no scope binds it."""
        scope: Scope | None = self
        while scope is not None:
            found = scope.names.get(name)
            if found is not None:
                return found
            scope = scope.parent
        return None

    def declared_type(self, var: ir.Var) -> Node:
        """The type that a variable was declared with; None if it was not."""
        scope: Scope | None = self
        while scope is not None:
            if var in scope.types:
                return scope.types[var]
            scope = scope.parent
        return None

    def declare(self, name: str, var: ir.Var) -> ir.Var:
        """Binds a name here to a variable that this scope owns."""
        self.names[name] = var
        self.locals.append(var)
        return var

    def owner_crosses_function(self, var: ir.Var) -> bool:
        """Whether a variable found from here belongs to an enclosing function."""
        scope: Scope | None = self
        while scope is not None:
            if any(bound is var for bound in scope.names.values()):
                return False
            if scope.kind is ScopeKind.FUNCTION:
                return True
            scope = scope.parent
        return False

    def at_top(self) -> bool:
        """Whether only soft scopes stand between here and the module."""
        scope: Scope | None = self
        while scope is not None and scope.kind is not ScopeKind.MODULE:
            if not scope.kind.soft:
                return False
            scope = scope.parent
        return True
