"""`struct`, `abstract type`, `primitive type`, and the variables of `where`."""

from __future__ import annotations

from .. import ir
from ..syntax.expr import Expr, LineNumberNode, Node, Symbol
from .lowerer import Lowerer, effect_of
from .scopes import FunctionInfo, ScopeKind
from .signature import type_variable_name


def type_parameters(lw: Lowerer, nodes: list[Node]) -> tuple[ir.TypeParameter, ...]:
    """The type variables of a `where` or a type's head, bound in the current scope."""
    found = []
    for node in nodes:
        name = type_variable_name(node)
        if name is None:
            raise lw.fail("E0421", "invalid variable expression in `where`", node)
        lower, upper = _bounds(lw, node)
        var = ir.Var(name, ir.VarKind.STATIC_PARAMETER, lw.span)
        lw.scope.names[name] = var
        span = node.span if isinstance(node, Expr) else lw.span
        found.append(ir.TypeParameter(var, lower, upper, span))
    return tuple(found)


def _bounds(lw: Lowerer, node: Node) -> tuple[ir.Value | None, ir.Value | None]:
    if isinstance(node, Expr):
        if node.head == "<:":
            return None, lw.pure(node.args[1])
        if node.head == ">:":
            return lw.pure(node.args[1]), None
        if node.head == "comparison":
            first, op, _, _, last = node.args
            if isinstance(op, Symbol) and op.name == ">:":
                first, last = last, first
            return lw.pure(first), lw.pure(last)
    return None, None


def _head(node: Node) -> tuple[str, list[Node], Node]:
    """Name, parameters and supertype of a type's head."""
    supertype: Node = None
    if isinstance(node, Expr) and node.head == "<:":
        node, supertype = node.args
    parameters: list[Node] = []
    if isinstance(node, Expr) and node.head == "curly":
        node, *parameters = node.args
    assert isinstance(node, Symbol)
    return node.name, parameters, supertype


def type_name(node: Expr) -> str:
    """The name that a type definition binds."""
    return _head(node.args[1] if node.head == "struct" else node.args[0])[0]


def _check_place(lw: Lowerer, node: Expr) -> None:
    if lw.scope.kind is not ScopeKind.MODULE:
        raise lw.fail("E0422", f'"{node.head}" expression not at top level', node)


@effect_of("struct")
def _struct(lw: Lowerer, node: Expr) -> None:
    define_struct(lw, node, None)


def define_struct(lw: Lowerer, node: Expr, doc: str | None) -> None:
    """Adds the definition of a struct."""
    _check_place(lw, node)
    mutable, head, body = node.args
    name, parameters, supertype = _head(head)
    lw.module.bind(name, "type")
    assert isinstance(body, Expr)
    with lw.scoped(ScopeKind.TYPE):
        variables = type_parameters(lw, parameters)
        parent = None if supertype is None else lw.pure(supertype)
        fields = tuple(_field(lw, part) for part in _parts(body.args) if not _is_inner(part))
    made = ir.Global(lw.module.path, name, node.span)
    info = FunctionInfo(constructed=made, struct=made)
    with lw.scoped(ScopeKind.TYPE, function=info):
        constructors = _constructors(lw, [p for p in _parts(body.args) if _is_inner(p)])
    lw.add(
        ir.DefineStruct(
            lw.module.path, name, variables, parent, fields, constructors, bool(mutable),
            doc=doc, span=node.span,
        )
    )  # fmt: skip


def _parts(nodes: list[Node]) -> list[Node]:
    """What stands in a struct's body, blocks opened, docstrings of fields dropped."""
    found: list[Node] = []
    for node in nodes:
        if isinstance(node, (LineNumberNode, str)):
            continue
        if isinstance(node, Expr) and node.head == "block":
            found.extend(_parts(node.args))
        elif isinstance(node, Expr) and node.head == "#doc":
            found.extend(_parts([node.args[1]]))
        elif node is not None:
            found.append(node)
    return found


def _is_inner(node: Node) -> bool:
    """Whether a part of a struct's body is a constructor (or a statement), not a field."""
    if not isinstance(node, Expr):
        return False
    if node.head == "=":
        return True
    return node.head not in ("::", "const", "atomic")


def _field(lw: Lowerer, node: Node) -> ir.StructField:
    span = node.span if isinstance(node, Expr) else lw.span
    const = False
    while isinstance(node, Expr) and node.head in ("const", "atomic"):
        const = const or node.head == "const"
        node = node.args[0]
    type_: ir.Value | None = None
    if isinstance(node, Expr) and node.head == "::":
        type_ = lw.pure(node.args[1])
        node = node.args[0]
    if not isinstance(node, Symbol):
        raise lw.fail("E0423", "invalid field of a struct", node)
    return ir.StructField(node.name, type_, const, span=span)


def _constructors(lw: Lowerer, nodes: list[Node]) -> tuple[ir.Statement, ...]:
    with lw.collected() as statements:
        for node in nodes:
            lw.effect(node)
    return tuple(statements)


@effect_of("abstract")
def _abstract(lw: Lowerer, node: Expr) -> None:
    define_abstract(lw, node, None)


@effect_of("primitive")
def _primitive(lw: Lowerer, node: Expr) -> None:
    define_abstract(lw, node, None)


def define_abstract(lw: Lowerer, node: Expr, doc: str | None) -> None:
    """Adds the definition of an abstract or primitive type."""
    _check_place(lw, node)
    name, parameters, supertype = _head(node.args[0])
    lw.module.bind(name, "type")
    with lw.scoped(ScopeKind.TYPE):
        variables = type_parameters(lw, parameters)
        parent = None if supertype is None else lw.pure(supertype)
    bits = lw.pure(node.args[1]) if node.head == "primitive" else None
    lw.add(ir.DefineAbstract(lw.module.path, name, variables, parent, bits, doc, node.span))
