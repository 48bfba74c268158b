"""The macros that a program defines: compiled by jaxjl itself and run here, in the transpiler."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..syntax.expr import Expr, Node, QuoteNode, Symbol, sym
from .hygiene import Hygiene
from .registry import MacroCall, MacroError

if TYPE_CHECKING:
    from ..lower.modules import ModuleScope


def find_macro(call: MacroCall, callee: Node) -> ModuleScope | None:
    """The module of the program that has the macro of a call; None if none has it."""
    return _home(call.expander.module, callee, call.name)


def user_macro(call: MacroCall, home: ModuleScope) -> Node:
    """What a macro that a module of the program has gives for a call."""
    context = call.expander.context
    if not context.options.user_macros:
        raise call.fail(
            f"`{call.name}` is a macro of the program, and those are switched off", "E0309",
            "leave out --no-user-macros if you trust the file",
        )  # fmt: skip
    result = _run(call, home)
    expanded = _expand_inside(result, home, call)
    same = home is call.expander.module
    call.expander.count += 1
    unique = call.expander.module.root.next_number()
    return Hygiene(".".join(home.path), same, unique).run(expanded)


def _home(module: ModuleScope, callee: Node, name: str) -> ModuleScope | None:
    """The module of the program that defines a macro."""
    from ..lower.modules import ModuleScope

    if isinstance(callee, Expr) and callee.head == ".":
        owner = _module(module, callee.args[0])
        return owner if isinstance(owner, ModuleScope) and name in owner.macros else None
    if name in module.macros:
        return module
    if name in module.imported:
        source, original, _ = module.imported[name]
        if isinstance(source, ModuleScope) and original in source.macros:
            return source
    for used in module.used:
        if isinstance(used, ModuleScope) and name in used.exports:
            found = _home(used, sym(name), name)
            if found is not None:
                return found
    return None


def _module(module: ModuleScope, node: Node) -> Any:
    from ..lower.modules import member_module

    if isinstance(node, Symbol):
        return module.module_named(node.name)
    if isinstance(node, Expr) and node.head == "." and isinstance(node.args[1], QuoteNode):
        outer = _module(module, node.args[0])
        inner = node.args[1].value
        if outer is not None and isinstance(inner, Symbol):
            return member_module(outer, inner.name)
    return None


def _run(call: MacroCall, home: ModuleScope) -> Node:
    """The macro's answer, as a tree."""
    from .compiled import CompileError, macro_function
    from .values import Exchange

    try:
        function = macro_function(home, call.name, call.expander.context)
    except CompileError as error:
        raise call.fail(f"the macro `{call.name}` cannot be compiled: {error}", "E0311") from None
    exchange = Exchange(call.span)
    arguments = [exchange.to_value(arg) for arg in call.args]
    source = exchange.to_value(call.line)
    try:
        return exchange.to_node(function(source, exchange.module(call), *arguments))
    except MacroError:
        raise
    except RecursionError:
        raise call.fail(f"the macro `{call.name}` recurses without end", "E0312") from None
    except Exception as error:
        kind = type(error).__name__
        raise call.fail(f"LoadError: {kind}: {error}", "E0312") from None


def _expand_inside(node: Node, home: ModuleScope, call: MacroCall) -> Node:
    """Macro calls that the macro itself wrote are expanded where it was written."""
    if not isinstance(node, Expr) or node.head in ("escape", "inert", "quote", "macro"):
        return node
    if node.head == "macrocall":
        from .expand import Expander

        inner = Expander(home, call.expander.context)
        inner.count = call.expander.count
        inner.file = call.expander.file
        expanded = inner.expand_once(node)
        call.expander.count = inner.count
        return _expand_inside(expanded, home, call)
    args = [_expand_inside(arg, home, call) for arg in node.args]
    return Expr(node.head, args, node.span)
