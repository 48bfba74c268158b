"""The expansion of macro calls: `Expr -> Expr`, from the outermost inwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax.expr import Expr, GlobalRef, LineNumberNode, Node, QuoteNode, Symbol, sym
from .registry import MacroCall, MacroError
from .standard import macros

if TYPE_CHECKING:
    from ..lower.context import Context
    from ..lower.modules import ModuleScope

_DEPTH = 200


class Expander:
    """Expands the macro calls of one module."""

    def __init__(self, module: ModuleScope, context: Context) -> None:
        self.module = module
        self.context = context
        self.file = module.file or context.source.name
        self.count = 0

    def fresh(self, hint: str) -> Symbol:
        """A name that no source text can contain."""
        self.count += 1
        return sym(f"#{self.count}#{hint}")

    def expand(self, node: Node, depth: int = 0) -> Node:
        """The expression without macro calls; quoted code stays as it is."""
        if not isinstance(node, Expr):
            return node
        if node.head == "macrocall":
            if depth > _DEPTH:
                self.context.report("E0307", "macros expand without end", node.span)
                raise MacroError("depth")
            return self.expand(self.expand_once(node), depth + 1)
        if node.head == "quote":
            return Expr("quote", [self._in_quote(arg, 1) for arg in node.args], node.span)
        if node.head in ("inert", "macro", "#lowered"):
            return node
        args = [self.expand(arg, depth) if isinstance(arg, Expr) else arg for arg in node.args]
        return Expr(node.head, args, node.span)

    def _in_quote(self, node: Node, depth: int) -> Node:
        if not isinstance(node, Expr):
            return node
        if node.head == "$":
            if depth == 1:
                return Expr("$", [self.expand(arg) for arg in node.args], node.span)
            depth -= 1
        elif node.head == "quote":
            depth += 1
        return Expr(node.head, [self._in_quote(arg, depth) for arg in node.args], node.span)

    def expand_once(self, node: Expr, top: bool = False) -> Node:
        """What the outermost macro call of an expression gives. Raises MacroError."""
        name, owner = macro_name(node.args[0])
        line = node.args[1] if len(node.args) > 1 else None
        if not isinstance(line, LineNumberNode):
            line = LineNumberNode(node.span.line if node.span else 0, self.file)
        call = MacroCall(name, list(node.args[2:]), node.span, line, self, top, owner)
        from .user import find_macro, user_macro

        home = find_macro(call, node.args[0])
        if home is not None:
            return user_macro(call, home)
        expansion = macros().get(name)
        if expansion is None:
            hint = "define it before its use, or write what it expands to"
            raise call.fail(f"UndefVarError: {name} not defined", "E0308", hint)
        return expansion(call)


def macro_name(node: Node) -> tuple[str, str | None]:
    """The name of a macro and the module it is taken from: `Base.@kwdef`."""
    if isinstance(node, Symbol):
        return node.name, None
    if isinstance(node, GlobalRef):
        return node.name, node.module
    if isinstance(node, Expr) and node.head == ".":
        last = node.args[1]
        inner = last.value if isinstance(last, QuoteNode) else last
        if isinstance(inner, Expr) and inner.head in ("quote", "inert"):
            inner = inner.args[0]
        owner = node.args[0]
        if isinstance(owner, Expr) and owner.head == ".":
            owner_name, outer = macro_name(owner)
            return _at(inner), f"{outer}.{owner_name}" if outer else owner_name
        return _at(inner), owner.name if isinstance(owner, Symbol) else None
    raise MacroError("invalid macro name")


def _at(node: Node) -> str:
    return node.name if isinstance(node, Symbol) else ""
