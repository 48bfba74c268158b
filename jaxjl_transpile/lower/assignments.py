"""Assignments: `=`, `+=` and its kind, `.=`, `const`."""

from __future__ import annotations

from .. import ir
from ..syntax.expr import Expr, Node, Symbol, sym
from .broadcast import broadcast_assign, destination, fuse, lowered
from .calls import apply_operator
from .indexing import lower_index
from .lowerer import NOTHING, Lowerer, effect_of, value_of
from .scopes import ScopeKind
from .signature import is_expr, is_method
from .sinks import Store
from .targets import name_target, target_of


@effect_of("=")
def _assign_effect(lw: Lowerer, node: Expr) -> None:
    target, value = node.args
    if _defines(lw, node):
        return
    if isinstance(target, Symbol) or (
        isinstance(target, Expr) and target.head == "::" and isinstance(target.args[0], Symbol)
    ):
        lw.into(value, Store(lambda given, span: assign(lw, target, given, node)))
        return
    assign(lw, target, lw.value(value), node)


@value_of("=")
def _assign_value(lw: Lowerer, node: Expr) -> ir.Value:
    """The value of an assignment is its right side, not what was stored."""
    target, value = node.args
    if _defines(lw, node):
        return lw.value(_defined_name(node))
    given = lw.value(value)
    if isinstance(target, Symbol):
        assign(lw, target, given, node)
        stored = name_target(lw, target.name)
        if isinstance(given, ir.Const):
            return given
        if isinstance(stored, ir.LocalTarget) and lw.scope.declared_type(stored.var) is None:
            return ir.Local(stored.var, node.span)
        if isinstance(stored, ir.GlobalTarget):
            return ir.Global(stored.module, stored.name, node.span)
    kept = lw.simple(given)
    if isinstance(kept, ir.Local) and kept.var.kind is not ir.VarKind.TEMPORARY:
        kept = lw.kept(kept)
    if not isinstance(target, Symbol):
        assign(lw, target, kept, node)
    return kept


def _defines(lw: Lowerer, node: Expr) -> bool:
    """Lowers `f(x) = …`; and `Vec{T} = …`."""
    target = node.args[0]
    if is_method(target):
        from .functions import define

        define(lw, node)
        return True
    if is_expr(target, "curly"):
        assert isinstance(target, Expr)
        name, *variables = target.args
        alias = Expr("where", [node.args[1], *variables], node.span)
        lw.effect(Expr("const", [Expr("=", [name, alias], node.span)], node.span))
        return True
    return False


def _defined_name(node: Expr) -> Node:
    from .signature import method_signature

    target = node.args[0]
    if isinstance(target, Expr) and target.head == "curly":
        return target.args[0]
    name = method_signature(target).name
    return name if isinstance(name, (Symbol, Expr)) and not is_expr(name, "::") else None


def assign(lw: Lowerer, target: Node, value: ir.Value, node: Expr | None = None) -> None:
    """Adds `target = value`, converted where the target has a declared type."""
    span = node.span if node is not None else lw.span
    if isinstance(target, Expr) and target.head == "::" and not isinstance(target.args[0], Symbol):
        value = lw.base_call("convert", lw.pure(target.args[1]), value)
        target = target.args[0]
    if isinstance(target, Expr) and target.head == "tuple" and _converts(lw, target):
        _assign_parts(lw, target, value)
        return
    if isinstance(target, Expr) and target.head in ("tuple", "ref", "."):
        with lw.collected() as statements:
            place = target_of(lw, target)
        if statements and not lw.stays(value, statements):
            value = lw.kept(value)
        lw.out.extend(statements)
    else:
        place = target_of(lw, target)
    if isinstance(place, ir.LocalTarget):
        declared = lw.scope.declared_type(place.var)
        if declared is not None:
            value = lw.base_call("convert", lw.pure(declared), value)
    elif isinstance(place, ir.GlobalTarget) and isinstance(target, Expr) and target.head == "::":
        value = lw.base_call("convert", lw.pure(target.args[1]), value)
    lw.add(ir.Assign(place, value, span))


def _converts(lw: Lowerer, target: Node) -> bool:
    """Whether a part of a tuple target has a declared type."""
    if isinstance(target, Symbol):
        found = lw.scope.find(target.name)
        return isinstance(found, ir.Var) and lw.scope.declared_type(found) is not None
    if isinstance(target, Expr):
        if target.head == "::":
            return True
        if target.head in ("tuple", "parameters", "..."):
            return any(_converts(lw, arg) for arg in target.args)
    return False


def _assign_parts(lw: Lowerer, target: Expr, value: ir.Value) -> None:
    """Takes a tuple apart into temporaries, then assigns each part by itself."""
    parts: list[Node] = list(target.args)
    fields: tuple[str, ...] | None = None
    first = parts[0] if len(parts) == 1 else None
    if isinstance(first, Expr) and first.head == "parameters":
        parts = first.args
        fields = tuple(_field(part) for part in parts)
    slurp = None
    items: list[ir.Target] = []
    stored: list[tuple[Node, ir.Var]] = []
    for position, part in enumerate(parts):
        if isinstance(part, Expr) and part.head == "...":
            slurp, part = position, part.args[0]
        var = lw.temporary("part")
        items.append(ir.LocalTarget(var, lw.span))
        stored.append((part, var))
    lw.add(ir.Assign(ir.TupleTarget(tuple(items), slurp, fields, lw.span), value, lw.span))
    for part, var in stored:
        assign(lw, part, ir.Local(var, lw.span))


def _field(part: Node) -> str:
    inner = part.args[0] if isinstance(part, Expr) else part
    assert isinstance(inner, Symbol)
    return inner.name


# ------------------------------------------------------------------------------- op-assignment


@effect_of("op=")
def _op_effect(lw: Lowerer, node: Expr) -> None:
    _op_assign(lw, node, used=False)


@value_of("op=")
def _op_value(lw: Lowerer, node: Expr) -> ir.Value:
    return _op_assign(lw, node, used=True)


def _op_assign(lw: Lowerer, node: Expr, used: bool) -> ir.Value:
    """`a[i] += x` is `a[i] = a[i] + x`, with `a` and `i` evaluated once."""
    target, value = node.args
    if node.head == ".=":
        return broadcast_assign(lw, target, value, node)
    if node.head.startswith("."):
        return _dotted_update(lw, node)
    declared: Node = None
    if isinstance(target, Expr) and target.head == "::":
        typed = target
        target, declared = typed.args
    place, current = _place(lw, target, value)
    left, right = lw.in_order([lambda: current, lambda: lw.value(value)])
    result = apply_operator(lw, node.head[:-1], left, right, node)
    if isinstance(place, ir.LocalTarget) and declared is None:
        declared = lw.scope.declared_type(place.var)
    if declared is not None:
        result = lw.base_call("convert", lw.pure(declared), result)
    if used and isinstance(place, (ir.IndexTarget, ir.FieldTarget)):
        result = lw.simple(result)
    lw.add(ir.Assign(place, result, node.span))
    match place:
        case ir.LocalTarget(var):
            return ir.Local(var, node.span)
        case ir.GlobalTarget(module, name):
            return ir.Global(module, name, node.span)
    return result if used else NOTHING


def _place(lw: Lowerer, target: Node, given: Node) -> tuple[ir.Target, ir.Value]:
    """A target and the value that it holds now; its parts are evaluated once."""
    if isinstance(target, Symbol):
        place = name_target(lw, target.name)
        return place, lw.name(target.name)
    if isinstance(target, Expr) and target.head == "ref":
        index = lower_index(lw, target)
        array = lw.simple(index.object, "array", *target.args[1:], given)
        indices = tuple(_simple_index(lw, i) for i in index.indices)
        return (
            ir.IndexTarget(array, indices, index.keywords, target.span),
            ir.Index(array, indices, index.keywords, target.span),
        )
    if isinstance(target, Expr) and target.head == ".":
        place = target_of(lw, target)
        assert isinstance(place, ir.FieldTarget)
        owner = lw.simple(place.object, "object", given)
        return (
            ir.FieldTarget(owner, place.name, target.span),
            ir.Field(owner, place.name, target.span),
        )
    raise lw.fail("E0405", "invalid target of an update", target)


_CHEAP = frozenset(["+", "-", ":", "lastindex", "firstindex"])


def _simple_index(lw: Lowerer, value: ir.Value) -> ir.Value:
    """An index that may be written twice: `i + 1` may, another call is kept in a temporary."""
    match value:
        case ir.Splat(inner):
            return ir.Splat(_simple_index(lw, inner), value.span)
        case ir.Call(ir.BuiltinName(_, name), arguments) if name in _CHEAP:
            if all(isinstance(a, (ir.Const, ir.Local, ir.BuiltinName)) for a in arguments):
                return value
    return lw.simple(value, "index")


def _dotted_update(lw: Lowerer, node: Expr) -> ir.Value:
    """`a .+= x` is `a .= a .+ x`, with the place of `a` evaluated once."""
    target, value = node.args
    kept = lw.simple(destination(lw, target), "target", value)
    operator = sym(node.head[:-1])
    kernel = fuse(lw, Expr("call", [operator, lowered(kept), value], node.span))
    lw.add(ir.BroadcastAssign(kept, kernel, node.span))
    return kept


# ---------------------------------------------------------------------------------------- const


@effect_of("const")
def _const(lw: Lowerer, node: Expr) -> None:
    inner = node.args[0]
    if isinstance(inner, Expr) and inner.head == "global":
        inner = inner.args[0]
    if lw.scope.kind is ScopeKind.FUNCTION or is_expr(inner, "local"):
        raise lw.fail(
            "E0409", "unsupported `const` declaration on local variable", node,
            "leave out `const`: a local variable that is not assigned again costs nothing",
        )  # fmt: skip
    if not isinstance(inner, Expr) or inner.head != "=":
        raise lw.fail("E0410", "expected assignment after `const`", node)
    before = len(lw.out)
    lw.effect(inner)
    lw.out[before:] = [_as_const(statement) for statement in lw.out[before:]]


def _as_const(statement: ir.Statement) -> ir.Statement:
    match statement:
        case ir.Assign(target, value, span):
            return ir.Assign(_const_target(target), value, span)
        case ir.If(test, then, orelse, span):
            return ir.If(test, _const_body(then), _const_body(orelse), span)
        case ir.Let(body, span):
            return ir.Let(_const_body(body), span)
    return statement


def _const_body(body: ir.Body) -> ir.Body:
    return ir.Body(tuple(_as_const(s) for s in body.statements), body.locals)


def _const_target(target: ir.Target) -> ir.Target:
    match target:
        case ir.GlobalTarget(module, name, _, span):
            return ir.GlobalTarget(module, name, True, span)
        case ir.TupleTarget(items, slurp, fields, span):
            return ir.TupleTarget(tuple(_const_target(i) for i in items), slurp, fields, span)
    return target


@value_of("const")
def _const_value(lw: Lowerer, node: Expr) -> ir.Value:
    _const(lw, node)
    return NOTHING
