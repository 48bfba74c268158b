"""Blocks, branches, loops, `try`, `let` and jumps."""

from __future__ import annotations

from .. import ir
from ..syntax.expr import Expr, Node, Symbol
from .assigned import iterations
from .lowerer import (
    NOTHING,
    Lowerer,
    block,
    effect_of,
    statement_of,
    value_of,
)
from .scopes import ScopeKind
from .shape import is_value
from .signature import is_expr, is_method, parameter_names, without_lines
from .sinks import EFFECT, Effect, Sink, Tail
from .targets import target_of


@statement_of("block", "toplevel")
def _block(lw: Lowerer, node: Expr, sink: Sink) -> None:
    inner = without_lines(node.args)
    if not inner:
        lw.put(sink, NOTHING, node.span)
        return
    for part in inner[:-1]:
        lw.effect(part)
    lw.into(inner[-1], sink)


@value_of("block", "toplevel")
def _block_value(lw: Lowerer, node: Expr) -> ir.Value:
    inner = without_lines(node.args)
    if not inner:
        return NOTHING
    for part in inner[:-1]:
        lw.effect(part)
    return lw.value(inner[-1])


# ----------------------------------------------------------------------------------- branches


@statement_of("if", "elseif")
def _if(lw: Lowerer, node: Expr, sink: Sink) -> None:
    if not isinstance(sink, Effect) and not _is_block(node.args[1]) and is_value(node):
        lw.put(sink, _if_value(lw, node), node.span)
        return
    _branches(lw, node, sink)


def _branches(lw: Lowerer, node: Expr, sink: Sink) -> None:
    """An `If` whose sides give their values to the sink."""
    test, then, *rest = node.args
    orelse = rest[0] if rest else None
    condition = lw.value(test)
    then_body = lw.side(then, sink)
    if orelse is None and isinstance(sink, Effect):
        else_body = ir.Body(())
    else:
        else_body = lw.side(orelse, sink)
    lw.add(ir.If(condition, then_body, else_body, node.span))


@value_of("if", "elseif")
def _if_value(lw: Lowerer, node: Expr) -> ir.Value:
    test, then, *rest = node.args
    orelse = rest[0] if rest else None
    if is_value(then) and is_value(orelse):
        with lw.collected() as before:
            condition = lw.value(test)
        with lw.collected() as first:
            left = lw.value(then)
        with lw.collected() as second:
            right = lw.value(orelse)
        if not first and not second:
            lw.out.extend(before)
            return ir.Select(condition, left, right, node.span)
    var = lw.temporary("value")
    _branches(lw, node, lw.into_variable(var))
    return ir.Local(var, node.span)


def _is_block(node: Node) -> bool:
    return is_expr(node, "block")


@value_of("&&", "||")
def _logic(lw: Lowerer, node: Expr) -> ir.Value:
    left, right = _logic_sides(node)
    first = lw.value(left)
    with lw.collected() as statements:
        second = lw.value(right) if is_value(right) else None
    if second is not None and not statements:
        op = ir.LogicOp.AND if node.head == "&&" else ir.LogicOp.OR
        return ir.Logic(op, first, second, node.span)
    var = lw.temporary("value")
    _logic_into(lw, node, first, right, lw.into_variable(var))
    return ir.Local(var, node.span)


@statement_of("&&", "||")
def _logic_statement(lw: Lowerer, node: Expr, sink: Sink) -> None:
    left, right = _logic_sides(node)
    if not isinstance(sink, Effect) and is_value(right):
        lw.put(sink, _logic(lw, node), node.span)
        return
    _logic_into(lw, node, lw.value(left), right, sink)


def _logic_sides(node: Expr) -> tuple[Node, Node]:
    left, *rest = node.args
    right = rest[0] if len(rest) == 1 else Expr(node.head, rest, node.span)
    return left, right


def _logic_into(lw: Lowerer, node: Expr, first: ir.Value, right: Node, sink: Sink) -> None:
    """The side that is taken gives its value; the other gives `false` (or `true` for `||`)."""
    taken = lw.side(right, sink)
    short = ir.Body(())
    if not isinstance(sink, Effect):
        with lw.collected() as statements:
            lw.put(sink, ir.Const(node.head == "||", node.span), node.span)
        short = lw.body(statements)
    sides = (taken, short) if node.head == "&&" else (short, taken)
    lw.add(ir.If(first, *sides, node.span))


# -------------------------------------------------------------------------------------- loops


@statement_of("for")
def _for(lw: Lowerer, node: Expr, sink: Sink) -> None:
    headers = [part for part in iterations(node.args[0]) if isinstance(part, Expr)]
    first = lw.value(headers[0].args[1])
    own: dict[str, ir.Var] = {}
    targets: list[ir.Iteration] = []
    with lw.scoped(ScopeKind.LOOP) as scope:
        for position, header in enumerate(headers):
            with lw.at(header):
                iterator = first if position == 0 else lw.pure(header.args[1])
                target = _loop_target(lw, header.args[0], own)
                targets.append(ir.Iteration(target, iterator, header.span))
        lw.declare(node.args[1])
        with lw.collected() as statements:
            _destructured(lw, headers)
            lw.effect(node.args[1])
        body = lw.body(statements, scope)
    lw.add(ir.For(tuple(targets), body, node.span))
    lw.put(sink, NOTHING, node.span)


def _loop_target(lw: Lowerer, target: Node, own: dict[str, ir.Var]) -> ir.Target:
    """The target of one iteration, its variables made by the loop's scope unless `outer`."""
    if isinstance(target, Expr) and target.head == "outer":
        return target_of(lw, target.args[0])
    if isinstance(target, Expr) and target.head == "::":
        target = target.args[0]
    if isinstance(target, Expr) and target.head not in ("tuple", "parameters", "..."):
        return target_of(lw, target)  # `for a[1] in …`
    for name in parameter_names(target):
        lw.scope.declare(name, ir.Var(name, ir.VarKind.LOCAL, lw.span))
    return target_of(lw, target)


def _destructured(lw: Lowerer, headers: list[Expr]) -> None:
    """`for i::T in …` converts each element."""
    for header in headers:
        target = header.args[0]
        if isinstance(target, Expr) and target.head == "::" and isinstance(target.args[0], Symbol):
            var = lw.scope.names[target.args[0].name]
            assert isinstance(var, ir.Var)
            converted = lw.base_call("convert", lw.pure(target.args[1]), ir.Local(var, lw.span))
            lw.add(ir.Assign(ir.LocalTarget(var, lw.span), converted, lw.span))


@statement_of("while")
def _while(lw: Lowerer, node: Expr, sink: Sink) -> None:
    before = len(lw.scope.locals)
    with lw.collected() as statements:
        test = lw.value(node.args[0])
    temporaries = lw.scope.locals[before:]
    del lw.scope.locals[before:]
    setup = ir.Body(tuple(statements), tuple(temporaries))
    with lw.scoped(ScopeKind.LOOP, node.args[1]) as scope, lw.collected() as inner:
        lw.effect(node.args[1])
    lw.add(ir.While(setup, test, lw.body(inner, scope), node.span))
    lw.put(sink, NOTHING, node.span)


@statement_of("break")
def _break(lw: Lowerer, node: Expr, sink: Sink) -> None:
    lw.add(ir.Break(node.span))


@statement_of("continue")
def _continue(lw: Lowerer, node: Expr, sink: Sink) -> None:
    lw.add(ir.Continue(node.span))


@statement_of("return")
def _return(lw: Lowerer, node: Expr, sink: Sink) -> None:
    result = node.args[0] if node.args else None
    if lw.scope.kind is ScopeKind.MODULE:
        raise lw.fail("E0403", "`return` outside of a function", node)
    with lw.at(node):
        lw.into(result, Tail())


# -------------------------------------------------------------------------------- try and let


@statement_of("try")
def _try(lw: Lowerer, node: Expr, sink: Sink) -> None:
    body, variable, handler, *rest = node.args
    final = rest[0] if rest else False
    orelse = rest[1] if len(rest) > 1 else False
    has_handler = handler is not False
    has_else = not (orelse is False or orelse is None)
    tried = _part(lw, body, EFFECT if has_else else sink)
    var: ir.Var | None = None
    handler_body: ir.Body | None = None
    if has_handler:
        with lw.scoped(ScopeKind.TRY) as scope, lw.collected() as statements:
            if isinstance(variable, Symbol):
                var = ir.Var(variable.name, ir.VarKind.LOCAL, node.span)
                scope.names[variable.name] = var
            lw.declare(handler)
            lw.into(handler, sink)
        handler_body = lw.body(statements, scope)
    else_body = _part(lw, orelse, sink) if has_else else None
    has_final = not (final is False or final is None)
    final_body = _part(lw, final, EFFECT) if has_final else None
    lw.add(ir.Try(tried, var, handler_body, else_body, final_body, node.span))


def _part(lw: Lowerer, node: Node, sink: Sink) -> ir.Body:
    with lw.scoped(ScopeKind.TRY, node) as scope, lw.collected() as statements:
        lw.into(node, sink)
    return lw.body(statements, scope)


@statement_of("let")
def _let(lw: Lowerer, node: Expr, sink: Sink) -> None:
    header, body = node.args
    parts = block(header)
    with lw.scoped(ScopeKind.LET) as scope, lw.collected() as statements:
        for part in parts:
            _let_binding(lw, part)
        with lw.scoped(ScopeKind.LET, body) as inner:
            lw.into(body, sink)
        scope.locals.extend(inner.locals)
    lw.add(ir.Let(lw.body(statements, scope), node.span))


def _let_binding(lw: Lowerer, part: Node) -> None:
    """Each binding sees those before it, and not itself."""
    if isinstance(part, Symbol):
        lw.scope.declare(part.name, ir.Var(part.name, ir.VarKind.LOCAL, lw.span))
        return
    if not isinstance(part, Expr):
        raise lw.fail("E0404", "invalid binding of a `let`")
    if part.head == "::":
        lw.declare(Expr("local", [part], part.span))
        return
    if part.head != "=":
        raise lw.fail("E0404", "invalid binding of a `let`", part)
    target, value = part.args
    with lw.at(part):
        if is_method(target):
            lw.declare(Expr("local", [part], part.span))
            lw.effect(part)
            return
        given = lw.value(value)
        for name in parameter_names(target):
            lw.scope.declare(name, ir.Var(name, ir.VarKind.LOCAL, part.span))
        if isinstance(target, Expr) and target.head == "::" and isinstance(target.args[0], Symbol):
            var = lw.scope.names[target.args[0].name]
            assert isinstance(var, ir.Var)
            lw.scope.types[var] = target.args[1]
        from .assignments import assign

        assign(lw, target, given)


# ------------------------------------------------------------------------------- declarations


@effect_of("local", "global")
def _declare(lw: Lowerer, node: Expr) -> None:
    """The names were declared by the scan of their scope; what remains are the assignments."""
    for part in node.args:
        if isinstance(part, Expr) and part.head == "const":
            lw.effect(Expr("const", [Expr("global", part.args, node.span)], node.span))
        elif isinstance(part, Expr) and part.head not in ("::", "tuple"):
            lw.effect(part)
        elif isinstance(part, Expr) and lw.scope.kind is ScopeKind.MODULE:
            for name in parameter_names(part):
                lw.module.bind(name, "variable")


@value_of("local", "global")
def _declare_value(lw: Lowerer, node: Expr) -> ir.Value:
    last = node.args[-1]
    if isinstance(last, Expr) and last.head == "=" and len(node.args) == 1:
        return lw.value(last)
    _declare(lw, node)
    return NOTHING


@value_of("symboliclabel", "symbolicgoto")
def _goto(lw: Lowerer, node: Expr) -> ir.Value:
    name = "@label" if node.head == "symboliclabel" else "@goto"
    raise lw.fail(
        "E0301", f"`{name}` is not supported", node, "write the jump as a loop with `break`"
    )


@value_of(
    "macro", "line", "meta", "inbounds", "loopinfo", "simdloop", "aliasscope", "popaliasscope"
)
def _hint(lw: Lowerer, node: Expr) -> ir.Value:
    return NOTHING
