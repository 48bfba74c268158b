"""The standard macros: a table from a macro's name to the function that expands its calls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..syntax.expr import Expr, GlobalRef, LineNumberNode, Node, sym
from ..syntax.source import Span

if TYPE_CHECKING:
    from .expand import Expander


class MacroError(Exception):
    """A macro call that cannot be expanded; it has been reported."""


@dataclass(frozen=True)
class MacroCall:
    """A call of a macro: its name (with the `@`), its arguments, and where it stands."""

    name: str
    args: list[Node]
    span: Span | None
    line: LineNumberNode
    expander: Expander
    top: bool = False  # at the top level of a module
    owner: str | None = None  # `Base` of `Base.@kwdef`

    def fail(self, message: str, code: str = "E0306", hint: str | None = None) -> MacroError:
        """Reports a problem; to be raised."""
        self.expander.context.report(code, message, self.span, hint)
        return MacroError(message)

    def expr(self, head: str, *args: Node) -> Expr:
        """An expression that stands where the call stands."""
        return Expr(head, list(args), self.span)

    def base(self, name: str) -> GlobalRef:
        """A name of Base."""
        return GlobalRef("Base", name)

    def call(self, name: str, *args: Node) -> Expr:
        """A call of a function of Base."""
        return Expr("call", [GlobalRef("Base", name), *args], self.span)

    def fresh(self, hint: str) -> Node:
        """A name that occurs nowhere else."""
        return self.expander.fresh(hint)

    def one(self) -> Node:
        """The only argument."""
        if len(self.args) != 1:
            raise self.fail(f"`{self.name}` takes one argument, {len(self.args)} were given")
        return self.args[0]

    def last(self) -> Node:
        """The last argument."""
        if not self.args:
            raise self.fail(f"`{self.name}` needs an argument")
        return self.args[-1]


Macro = Callable[[MacroCall], Node]
MACROS: dict[str, Macro] = {}


def macro(*names: str) -> Callable[[Macro], Macro]:
    """Registers the expansion of macros, named without the `@`."""

    def register(expansion: Macro) -> Macro:
        for name in names:
            MACROS["@" + name] = expansion
        return expansion

    return register


def local(name: Node, value: Node, span: Span | None) -> Expr:
    """`local name = value`."""
    return Expr("local", [Expr("=", [name, value], span)], span)


nothing = sym("nothing")
