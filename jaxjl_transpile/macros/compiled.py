"""A program's macro as a Python function: the macro and what it needs, compiled and executed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ..syntax.expr import Expr, GlobalRef, Node, QuoteNode, Symbol, sym

if TYPE_CHECKING:
    from ..lower.context import Context
    from ..lower.modules import ModuleScope


class CompileError(Exception):
    """The macro, or something it needs, cannot be compiled."""


def macro_function(home: ModuleScope, name: str, context: Context) -> Callable[..., Any]:
    """The function of a macro; compiled anew when the module has got more definitions."""
    key = (name, len(home.definitions))
    function = home.compiled.get(key)
    if function is None:
        function = home.compiled[key] = _compile(home, name, context)
    return function


def _compile(home: ModuleScope, name: str, context: Context) -> Callable[..., Any]:
    from ..diagnostics import Severity
    from ..emit import emit
    from ..emit.naming import global_name
    from ..ir import Program
    from ..lower.collect import collect
    from ..lower.context import Context as LoweringContext
    from ..lower.modules import ModuleScope as Scope
    from ..lower.toplevel import lower_module
    from ..passes import run

    surroundings = LoweringContext(context.source, context.options, read=context.read)
    module = Scope(home.path, file=home.file)
    module.packages.update(home.packages)
    module.macros = home.macros
    module.definitions = list(home.definitions)
    nodes = _needed(home, name)
    collected = collect(module, nodes, surroundings)
    program = Program(lower_module(module, collected, surroundings))
    errors = [d for d in surroundings.diagnostics if d.severity is Severity.ERROR]
    if errors:
        context.diagnostics.extend(errors)
        raise CompileError(errors[0].message)
    tree = emit(run(program), ()).tree
    namespace: dict[str, Any] = {"__name__": "jaxjl_macros"}
    exec(compile(tree, context.source.name, "exec", dont_inherit=True), namespace)
    function: Callable[..., Any] = namespace[global_name(home.path, name)]
    return function


def _needed(home: ModuleScope, name: str) -> list[Node]:
    """The definitions that a macro needs, in their order, with the macro as a function."""
    known: dict[str, list[int]] = {}
    nodes: list[Node] = []
    imports: list[int] = []
    for position, node in enumerate(home.definitions):
        if not isinstance(node, Expr):
            nodes.append(None)
            continue
        if node.head == "macro":
            nodes.append(as_function(node))
        else:
            nodes.append(node)
        if node.head in ("using", "import"):
            imports.append(position)
        for defined in defined_names(node):
            known.setdefault(defined, []).append(position)
    wanted = {p for p in imports if _source(home.definitions[p]) is None}
    pending = [name]
    for position in imports:  # of a module inside the macro's
        source = _source(home.definitions[position])
        if source in known:
            wanted.add(position)
            pending.append(source)
    seen: set[str] = set()
    while pending:
        current = pending.pop()
        if current in seen:
            continue
        seen.add(current)
        for position in known.get(current, ()):
            if position not in wanted:
                wanted.add(position)
                pending.extend(_names(nodes[position]))
    return [nodes[position] for position in sorted(wanted)]


def _source(node: Expr) -> str | None:
    """The module of the program that an import is of (`X` of `using .X`); None for a library."""
    arg = node.args[0]
    path = arg.args[0] if isinstance(arg, Expr) and arg.head == ":" else arg
    if not isinstance(path, Expr) or not path.args or path.args[0] is not sym("."):
        return None
    names = [part.name for part in path.args[1:] if isinstance(part, Symbol)]
    return names[0] if names else ""


def as_function(node: Expr) -> Expr:
    """`macro m(x) … end` as the function `@m(__source__, __module__, x)`."""
    head, body = node.args[0], node.args[1] if len(node.args) > 1 else None
    if isinstance(head, Symbol):
        return Expr("function", [sym("@" + head.name)], node.span)
    made = _renamed(head)
    return Expr("function", [made, body], node.span)


def _renamed(head: Node) -> Node:
    assert isinstance(head, Expr)
    if head.head in ("where", "::"):
        return Expr(head.head, [_renamed(head.args[0]), *head.args[1:]], head.span)
    name, *rest = head.args
    assert isinstance(name, Symbol)
    keywords = [a for a in rest if isinstance(a, Expr) and a.head == "parameters"]
    params = [a for a in rest if not (isinstance(a, Expr) and a.head == "parameters")]
    hidden: list[Node] = [sym("__source__"), sym("__module__")]
    return Expr("call", [sym("@" + name.name), *keywords, *hidden, *params], head.span)


def defined_names(node: Expr) -> list[str]:
    """The names that a definition binds."""
    from ..lower.assigned import scan
    from ..lower.types import type_name

    if node.head == "macro":
        head = as_function(node).args[0]
        while isinstance(head, Expr):
            head = head.args[0]
        return [head.name] if isinstance(head, Symbol) else []
    if node.head == "module":
        return [node.args[1].name] if isinstance(node.args[1], Symbol) else []
    if node.head == "#doc" and isinstance(node.args[1], Expr):
        return defined_names(node.args[1])
    if node.head in ("struct", "abstract", "primitive"):
        return [type_name(node)]
    return list(scan(node).assigned)


def _names(node: Node) -> set[str]:
    """Every name that occurs in a tree."""
    found: set[str] = set()
    stack = [node]
    while stack:
        item = stack.pop()
        if isinstance(item, (Symbol, GlobalRef)):
            found.add(item.name)
        elif isinstance(item, QuoteNode):
            stack.append(item.value)
        elif isinstance(item, Expr):
            stack.extend(item.args)
            if item.head.endswith("=") and item.head[0] != ".":
                found.add(item.head[:-1])
    return found
