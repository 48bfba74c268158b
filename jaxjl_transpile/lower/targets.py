"""The left sides of assignments."""

from __future__ import annotations

from .. import ir
from ..syntax.expr import Expr, Node, QuoteNode, Symbol
from .lowerer import Lowerer
from .scopes import GLOBAL, ScopeKind


def target_of(lw: Lowerer, node: Node) -> ir.Target:
    """The target that an expression names. Statements that it needs are added before."""
    if isinstance(node, Symbol):
        return name_target(lw, node.name)
    if not isinstance(node, Expr):
        raise lw.fail("E0405", f"invalid assignment to {node!r}")
    match node.head:
        case "::":
            return target_of(lw, node.args[0])
        case "tuple":
            return _tuple_target(lw, node)
        case "parameters":
            return _fields_target(lw, node)
        case "ref":
            from .indexing import lower_index

            index = lower_index(lw, node)
            return ir.IndexTarget(index.object, index.indices, index.keywords, node.span)
        case ".":
            return _field_target(lw, node)
        case "...":
            return target_of(lw, node.args[0])
    raise lw.fail("E0405", f"invalid assignment target (`{node.head}`)", node)


def name_target(lw: Lowerer, name: str) -> ir.Target:
    """The target of an assignment to a name."""
    found = lw.scope.find(name)
    if isinstance(found, ir.Var):
        if found.kind is ir.VarKind.STATIC_PARAMETER:
            raise lw.fail("E0406", f"cannot assign to the type parameter `{name}`")
        if lw.scope.owner_crosses_function(found):
            lw.rebound.add(found)
        return ir.LocalTarget(found, lw.span)
    if found is not GLOBAL and lw.scope.kind is not ScopeKind.MODULE and name not in lw.module.own:
        lw.module.bind(name, "variable")
    if name not in lw.module.own:
        _check_foreign(lw, name)
    return ir.GlobalTarget(lw.module.path, name, span=lw.span)


def _check_foreign(lw: Lowerer, name: str) -> None:
    if name in lw.module.imported:
        raise lw.fail("E0407", f"cannot assign a value to the imported variable `{name}`")
    lw.module.bind(name, "variable")


def _field_target(lw: Lowerer, node: Expr) -> ir.Target:
    from .names import module_of

    name = node.args[1]
    module = module_of(lw, node.args[0])
    text = name.value if isinstance(name, QuoteNode) else name
    if not isinstance(text, Symbol):
        raise lw.fail("E0405", "invalid assignment target", node)
    if module is not None:
        raise lw.fail(
            "E0408", f"cannot assign to `{text.name}` of another module", node,
            "call a function of that module that assigns it",
        )  # fmt: skip
    return ir.FieldTarget(lw.value(node.args[0]), text.name, node.span)


def _tuple_target(lw: Lowerer, node: Expr) -> ir.Target:
    if len(node.args) == 1 and isinstance(node.args[0], Expr) and node.args[0].head == "parameters":
        return _fields_target(lw, node.args[0])
    slurp = None
    items = []
    for position, arg in enumerate(node.args):
        if isinstance(arg, Expr) and arg.head == "...":
            slurp = position
            arg = arg.args[0]
        items.append(target_of(lw, arg))
    return ir.TupleTarget(tuple(items), slurp, span=node.span)


def _fields_target(lw: Lowerer, node: Expr) -> ir.Target:
    items = []
    fields = []
    for arg in node.args:
        name = arg.args[0] if isinstance(arg, Expr) and arg.head == "::" else arg
        if not isinstance(name, Symbol):
            raise lw.fail("E0405", "invalid name in a destructuring by fields", node)
        items.append(target_of(lw, arg))
        fields.append(name.name)
    return ir.TupleTarget(tuple(items), fields=tuple(fields), span=node.span)
