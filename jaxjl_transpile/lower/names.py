"""`a.b`: a name of a module where `a` is one, else a field."""

from __future__ import annotations

from .. import ir
from ..syntax.expr import Expr, Node, QuoteNode, Symbol
from .lowerer import Lowerer, value_of
from .modules import AnyModule, member, member_module, module_value
from .signature import is_expr


def module_of(lw: Lowerer, node: Node) -> AnyModule | None:
    """The module that an expression names (`A`, `A.B`), or None."""
    if isinstance(node, Symbol):
        if lw.scope.find(node.name) is not None:
            return None
        return lw.module.module_named(node.name)
    if isinstance(node, Expr) and node.head == "." and len(node.args) == 2:
        name = field_name(node.args[1])
        outer = module_of(lw, node.args[0])
        if outer is not None and name is not None:
            return member_module(outer, name)
    return None


def field_name(node: Node) -> str | None:
    """The name in `a.name`, or None if it is not written out."""
    if isinstance(node, QuoteNode) and isinstance(node.value, Symbol):
        return node.value.name
    if isinstance(node, Expr) and node.head in ("quote", "inert") and len(node.args) == 1:
        inner = node.args[0]
        return inner.name if isinstance(inner, Symbol) else None
    return None


@value_of(".")
def _dot(lw: Lowerer, node: Expr) -> ir.Value:
    if len(node.args) == 1:  # `.+` as a value
        from .broadcast import dotted_function

        return dotted_function(lw, node.args[0])
    if is_expr(node.args[1], "tuple"):
        from .broadcast import fuse

        return fuse(lw, node)
    name = field_name(node.args[1])
    if name is None:
        field = node.args[1]
        inner = field.value if isinstance(field, QuoteNode) else field
        return lw.base_call("getproperty", *lw.values([node.args[0], inner]))
    module = module_of(lw, node.args[0])
    if module is not None:
        return lw.supported(member(module, name, node.span))
    return ir.Field(lw.value(node.args[0]), name, node.span)


@value_of("#isdefined")
def _isdefined(lw: Lowerer, node: Expr) -> ir.Value:
    """`@isdefined x`"""
    name = node.args[0]
    if not isinstance(name, Symbol):
        raise lw.fail("E0431", "`@isdefined` takes a name", node)
    found = lw.scope.find(name.name)
    if isinstance(found, ir.Var):
        if found.kind in (ir.VarKind.ARGUMENT, ir.VarKind.STATIC_PARAMETER):
            return ir.Const(True, node.span)
        return ir.IsDefined(found, node.span)
    value = lw.module.resolve(name.name)
    if isinstance(value, ir.BuiltinName):
        return ir.Const(True, node.span)
    if isinstance(value, ir.Unbound):
        return ir.Const(False, node.span)
    return ir.Call(lw.base("isdefined"), (module_value(lw.module), ir.Const(name)), span=node.span)


@value_of("#module")
def _module(lw: Lowerer, node: Expr) -> ir.Value:
    """`@__MODULE__`"""
    return module_value(lw.module, node.span)
