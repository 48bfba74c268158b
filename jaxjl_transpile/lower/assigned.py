"""The names that the code of one scope assigns, before any of it is lowered.

Julia decides from this what a name means: a name that is assigned anywhere in a scope, later in the
text included, is a variable of that scope unless an enclosing one has it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ..syntax.expr import Expr, Node, Symbol
from ..syntax.source import Span
from .signature import is_expr, is_method, method_signature, parameter_names

# Heads that open scopes of their own, or hold code that is not run here.
_CLOSED = frozenset(
    [
        "->",
        "quote",
        "inert",
        "#lowered",
        "struct",
        "abstract",
        "primitive",
        "module",
        "macro",
        "meta",
        "toplevel",
        "line",
        "copyast",
        "import",
        "using",
        "export",
        "public",
    ]
)


@dataclass
class Names:
    """What a scan found. Dicts keep the order of the text."""

    assigned: dict[str, Span | None] = field(default_factory=dict)
    locals: dict[str, Span | None] = field(default_factory=dict)
    globals: dict[str, Span | None] = field(default_factory=dict)
    types: dict[str, Node] = field(default_factory=dict)
    functions: dict[str, Span | None] = field(default_factory=dict)


def scan(*nodes: Node) -> Names:
    """The names assigned or declared in the scope that has these nodes as its code."""
    names = Names()
    for node in nodes:
        _scan(node, names)
    return names


def _scan(node: Node, names: Names) -> None:
    if not isinstance(node, Expr):
        return
    head = node.head
    handler = _SCANNERS.get(head)
    if handler is not None:
        handler(node, names)
    elif head in _CLOSED:
        return
    elif is_op_assignment(head):
        _bind(node.args[0], node.span, names)
        _scan_target(node.args[0], names)
        _scan(node.args[1], names)
    else:
        for arg in node.args:
            _scan(arg, names)


def is_op_assignment(head: str) -> bool:
    """Whether a head is `+=`, `÷=` …; not `.+=`, nor a comparison."""
    return (
        len(head) > 1
        and head.endswith("=")
        and head not in ("==", "!=", "<=", ">=", "===", "!==", ":=", "=>")
        and not head.startswith(".")
    )


def _bind(target: Node, span: Span | None, names: Names) -> None:
    for name in parameter_names(target):
        names.assigned.setdefault(name, span)
    _note_types(target, names)


def _note_types(target: Node, names: Names) -> None:
    if not isinstance(target, Expr):
        return
    if target.head == "::" and len(target.args) == 2 and isinstance(target.args[0], Symbol):
        names.types.setdefault(target.args[0].name, target.args[1])
    elif target.head in ("tuple", "parameters", "..."):
        for arg in target.args:
            _note_types(arg, names)


def _scan_target(target: Node, names: Names) -> None:
    """Indices and objects in an assignment's target may themselves assign."""
    if isinstance(target, Expr):
        if target.head in ("tuple", "parameters", "...", "::"):
            for arg in target.args:
                _scan_target(arg, names)
        else:
            for arg in target.args:
                _scan(arg, names)


def _assignment(node: Expr, names: Names) -> None:
    target, value = node.args[0], node.args[1]
    if is_method(target):
        _function(node, names)
        return
    if is_expr(target, "curly"):
        assert isinstance(target, Expr)
        _bind(target.args[0], node.span, names)
        return
    _bind(target, node.span, names)
    _scan_target(target, names)
    _scan(value, names)


def _function(node: Expr, names: Names) -> None:
    head = node.args[0]
    if isinstance(head, Symbol):  # function f end
        names.assigned.setdefault(head.name, node.span)
        names.functions.setdefault(head.name, node.span)
        return
    name = method_signature(head).name
    if isinstance(name, Symbol):
        names.assigned.setdefault(name.name, node.span)
        names.functions.setdefault(name.name, node.span)


def _declaration(node: Expr, names: Names) -> None:
    table = names.locals if node.head == "local" else names.globals
    for arg in node.args:
        target = arg
        if isinstance(arg, Expr) and arg.head == "const":
            target = arg = arg.args[0]
        if isinstance(arg, Expr) and (arg.head == "=" or is_op_assignment(arg.head)):
            target = arg.args[0]
            if arg.head == "=" and is_method(target):
                name = method_signature(target).name
                if isinstance(name, Symbol):
                    table.setdefault(name.name, node.span)
                _scan(arg, names)
                continue
            _scan(arg.args[1], names)
            _scan_target(target, names)
        elif isinstance(arg, Expr) and arg.head == "function":
            name = method_signature(arg.args[0]).name
            if isinstance(name, Symbol):
                table.setdefault(name.name, node.span)
            continue
        for name_text in parameter_names(target):
            table.setdefault(name_text, node.span)
        _note_types(target, names)


def _for(node: Expr, names: Names) -> None:
    first = iterations(node.args[0])[0]
    assert isinstance(first, Expr)
    _scan(first.args[1], names)
    for iteration in iterations(node.args[0]):
        assert isinstance(iteration, Expr)
        if is_expr(iteration.args[0], "outer"):
            _bind(iteration.args[0], node.span, names)


def _while(node: Expr, names: Names) -> None:
    _scan(node.args[0], names)


def _let(node: Expr, names: Names) -> None:
    bindings = node.args[0]
    parts = bindings.args if is_expr(bindings, "block") else [bindings]  # type: ignore[union-attr]
    for part in parts[:1]:
        if isinstance(part, Expr) and part.head == "=" and not is_method(part.args[0]):
            _scan(part.args[1], names)


def _do(node: Expr, names: Names) -> None:
    _scan(node.args[0], names)


def _generator(node: Expr, names: Names) -> None:
    """The first iterator is evaluated outside the generator."""
    first = node.args[1] if len(node.args) > 1 else None
    if isinstance(first, Expr) and first.head == "filter":
        first = first.args[1]
    if isinstance(first, Expr) and first.head == "=":
        _scan(first.args[1], names)


def _nothing(node: Expr, names: Names) -> None:
    """A `try`'s parts are scopes of their own."""


def _keyword(node: Expr, names: Names) -> None:
    _scan(node.args[1], names)


def _tuple(node: Expr, names: Names) -> None:
    """`(a=1, b=2)` binds nothing."""
    for arg in node.args:
        if isinstance(arg, Expr) and arg.head == "=":
            _scan(arg.args[1], names)
        elif isinstance(arg, Expr) and arg.head == "parameters":
            _tuple(arg, names)
        else:
            _scan(arg, names)


def _reference(node: Expr, names: Names) -> None:
    for arg in node.args:
        if not (isinstance(arg, Expr) and arg.head in ("quote", "inert")):
            _scan(arg, names)


def _documented(node: Expr, names: Names) -> None:
    _scan(node.args[-1], names)


_SCANNERS = {
    "=": _assignment,
    "function": _function,
    "local": _declaration,
    "global": _declaration,
    "for": _for,
    "while": _while,
    "let": _let,
    "do": _do,
    "generator": _generator,
    "try": _nothing,
    "kw": _keyword,
    "tuple": _tuple,
    "parameters": _tuple,
    "where": _nothing,
    "#doc": _documented,
}


def iterations(node: Node) -> list[Node]:
    """The iterations of a `for` header: one, or those of its block."""
    if isinstance(node, Expr) and node.head == "block":
        return [arg for arg in node.args if isinstance(arg, Expr)]
    return [node]
