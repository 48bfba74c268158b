"""Loops and branches: staged regions are decorated functions, proven host ones are Python's own.

A region's function says how it ends by what it returns: nothing (it fell through, or `continue`),
`jl.BREAK`, `jl.leave(v)`; outside loops simply the function's value. See docs/design.md, section 3.
"""

from __future__ import annotations

import ast
from typing import Any

from .. import ir
from ..passes.exits import has_exit, leaves
from ..passes.regions import AfterLoop, Join, Jump
from . import build as b
from .frame import Emitter, Frame, Leaving, statement_of, statements, value
from .functions import _trimmed, opened
from .loops import loop_targets, plain_targets
from .naming import global_name
from .statements import left, stored
from .values import negated, thunk


def region(
    e: Emitter,
    name: str,
    parameters: list[str],
    decorator: ast.expr | None,
    body: ir.Body,
    at: b.At,
    *,
    frame: Frame | None = None,
    head: list[ast.stmt] | None = None,
) -> ast.stmt:
    """The `def` of a region, with the variables that it carries in its `nonlocal`."""
    frame = frame or Frame(returns=e.frame.returns, breaks=e.frame.breaks)
    carried = [v for v in e.tables.carried.get(body, ()) if v not in e.module_vars]
    frame.globals |= {e.names[v] for v in e.tables.carried.get(body, ()) if v in e.module_vars}
    with e.framed(frame), e.hoisting():
        made = [*(head or []), *opened(e, body, at)]
    first: list[ast.stmt] = []
    if carried:
        first.append(b.put(ast.Nonlocal([e.names[v] for v in carried]), at))
    if frame.globals:
        first.append(b.put(ast.Global(sorted(frame.globals)), at))
    parameters_ = b.arguments([b.put(ast.arg(p), at) for p in parameters])
    decorators = [] if decorator is None else [decorator]
    return b.define(name, parameters_, [*first, *_trimmed(made)], at, decorators)


# -------------------------------------------------------------------------------------- branches


@statement_of(ir.If)
def _if(e: Emitter, node: ir.If, at: b.At) -> list[ast.stmt]:
    if node in e.tables.plain:
        return _plain_if(e, node, at)
    if has_exit(node):
        return _exiting(e, node, at)
    then, orelse = node.then, node.orelse
    if not then.statements:
        if not orelse.statements:
            return [b.expression(value(e, node.test), at)]
        return [_when(e, negated(e, node.test, at), orelse, at)[0]]
    if not orelse.statements:
        return [_when(e, value(e, node.test), then, at)[0]]
    return _both(e, node, at)[0]


def _plain_if(e: Emitter, node: ir.If, at: b.At) -> list[ast.stmt]:
    test = condition(e, node.test, at)
    known = set(e.functions)
    then = opened(e, node.then, at)
    after_then, e.functions = e.functions, set(known)
    orelse = opened(e, node.orelse, at)
    e.functions = known | (after_then & e.functions)
    if not then and orelse:
        return [b.if_(b.negate(test, at), orelse, [], at)]
    return [b.if_(test, then, orelse, at)]


def condition(e: Emitter, node: ir.Value, at: b.At) -> ast.expr:
    """A condition of Python's own `if`: a Bool, or Julia's TypeError."""
    from .values import is_host_bool

    found = value(e, node)
    return found if is_host_bool(e, node) else b.call("condition", [found], at)


def _when(e: Emitter, test: ast.expr, body: ir.Body, at: b.At) -> tuple[ast.stmt, str]:
    name = e.names.region("then")
    return region(e, name, [], b.call("when", [test], at), body, at), name


def _both(e: Emitter, node: ir.If, at: b.At) -> tuple[list[ast.stmt], str]:
    test = value(e, node.test)
    then, otherwise = e.names.region("then"), e.names.region("otherwise")
    first = region(e, then, [], b.call("if_", [test], at), node.then, at)
    other = b.call("else_", [b.name(then, at)], at)
    return [first, region(e, otherwise, [], other, node.orelse, at)], otherwise


def _only(body: ir.Body) -> Any:
    return body.statements[0] if len(body.statements) == 1 and not body.locals else None


def _exiting(e: Emitter, node: ir.If, at: b.At) -> list[ast.stmt]:
    """A branch that holds exits: it stands last, and its outcome is returned."""
    then, orelse = _only(node.then), _only(node.orelse)
    if isinstance(then, ir.Break) and not node.orelse.statements:
        return [b.return_(b.call("break_if", [value(e, node.test)], at), at)]
    if isinstance(orelse, ir.Break) and not node.then.statements:
        return [b.return_(b.call("break_if", [negated(e, node.test, at)], at), at)]
    if isinstance(then, ir.Continue) and not has_exit(node.orelse):
        return [_when(e, negated(e, node.test, at), node.orelse, at)[0]]
    if isinstance(orelse, ir.Continue) and not has_exit(node.then):
        return [_when(e, value(e, node.test), node.then, at)[0]]
    if _short(then) and node.orelse.statements:
        return _guarded(e, value(e, node.test), then, node.orelse, at)
    if _short(orelse) and node.then.statements:
        return _guarded(e, negated(e, node.test, at), orelse, node.then, at)
    return _returned(e, node, at)


def _short(node: Any) -> bool:
    """Whether a side only leaves: what a lambda can say."""
    return isinstance(node, ir.Return | ir.Break | ir.Continue | Jump)


def _outcome(e: Emitter, node: Any, at: b.At) -> ast.expr:
    if isinstance(node, ir.Return):
        return left(e, value(e, node.value), at)
    if isinstance(node, Jump):
        return b.call(b.name(e.names[node.name], at), [], at)
    return b.jl("BREAK", at) if isinstance(node, ir.Break) else b.constant(None, at)


def _guarded(e: Emitter, test: ast.expr, short: Any, rest: ir.Body, at: b.At) -> list[ast.stmt]:
    """`@jl.guard(c, lambda: exit) def rest(): …; return rest`."""
    exit_ = b.lambda_([], _outcome(e, short, at), at)
    name = e.names.region("rest")
    made = region(e, name, [], b.call("guard", [test, exit_], at), rest, at)
    return [made, b.return_(b.name(name, at), at)]


def _returned(e: Emitter, node: ir.If, at: b.At) -> list[ast.stmt]:
    if not node.orelse.statements:
        made, name = _when(e, value(e, node.test), node.then, at)
        return [made, b.return_(b.name(name, at), at)]
    if not node.then.statements:
        made, name = _when(e, negated(e, node.test, at), node.orelse, at)
        return [made, b.return_(b.name(name, at), at)]
    both, name = _both(e, node, at)
    return [*both, b.return_(b.name(name, at), at)]


@statement_of(Join)
def _join(e: Emitter, node: Join, at: b.At) -> list[ast.stmt]:
    name = e.names.region("rest")
    e.names.names[node.name] = name
    return [region(e, name, [], None, node.body, at)]


@statement_of(Jump)
def _jump(e: Emitter, node: Jump, at: b.At) -> list[ast.stmt]:
    return [b.return_(b.call(b.name(e.names[node.name], at), [], at), at)]


# ----------------------------------------------------------------------------------------- loops


@statement_of(ir.For)
def _for(e: Emitter, node: ir.For, at: b.At) -> list[ast.stmt]:
    if node in e.tables.plain:
        return _plain_for(e, node, at)
    name = e.names.region(_loop_name(e, node))
    e.loops[node] = name
    parameters, iterators, head = loop_targets(e, node, at)
    frame = Frame(returns=Leaving.OUTCOME, breaks=Leaving.OUTCOME)
    with e.framed(frame):
        first = [made for target, item in head for made in stored(e, target, item, at)]
    decorator = b.call("for_", iterators, at)
    return [region(e, name, parameters, decorator, node.body, at, frame=frame, head=first)]


def _loop_name(e: Emitter, node: ir.For) -> str:
    target = node.iterations[-1].target
    if isinstance(target, ir.TupleTarget):
        inner = [t for t in target.items if isinstance(t, ir.LocalTarget)]
        target = inner[0] if inner else target
    if isinstance(target, ir.LocalTarget):
        return "each_" + e.names[target.var].strip("_") if target.var.name.strip("_") else "each"
    return "each_" + global_name((), target.name) if isinstance(target, ir.GlobalTarget) else "each"


@statement_of(ir.While)
def _while(e: Emitter, node: ir.While, at: b.At) -> list[ast.stmt]:
    if node in e.tables.plain:
        frame = Frame(e.frame.at_module, e.frame.returns, Leaving.PYTHON, e.frame.globals)
        with e.framed(frame):
            body = opened(e, node.body, at)
        test = condition(e, node.test, at)
        return [b.put(ast.While(test, body or [b.put(ast.Pass(), at)], []), at)]
    name = e.names.region(_while_name(e, node))
    e.loops[node] = name
    frame = Frame(returns=Leaving.OUTCOME, breaks=Leaving.OUTCOME)
    decorator = b.call("while_", [thunk(e, node.test, at)], at)
    return [region(e, name, [], decorator, node.body, at, frame=frame)]


def _while_name(e: Emitter, node: ir.While) -> str:
    """A `while` is called after the first variable of its condition."""
    from ..passes.walk import walk

    for item in walk(node.test):
        if isinstance(item, ir.Local):
            return "while_" + e.names[item.var].strip("_")
        if isinstance(item, ir.Global):
            return "while_" + global_name((), item.name).strip("_")
    return "repeat"


def _plain_for(e: Emitter, node: ir.For, at: b.At) -> list[ast.stmt]:
    """Python's own `for`s; `break` leaves all of several, so those are one over their product."""
    frame = Frame(e.frame.at_module, e.frame.returns, Leaving.PYTHON, e.frame.globals)
    with e.framed(frame):
        return plain_targets(e, node, at, lambda: opened(e, node.body, at))


@statement_of(AfterLoop)
def _after(e: Emitter, node: AfterLoop, at: b.At) -> list[ast.stmt]:
    """What follows a loop with a `return`: `return loop.or_else(lambda: …)`."""
    loop = b.name(e.loops[node.loop], at)
    inner = e.frame.returns is Leaving.OUTCOME
    if not node.rest.statements:
        return [b.return_(loop, at)]
    method = b.attribute(loop, "then" if inner else "or_else", at)
    only = _only(node.rest)
    if _short(only):
        rest = b.lambda_([], _outcome(e, only, at), at)
        return [b.return_(b.call(method, [rest], at), at)]
    name = e.names.region("rest")
    made = region(e, name, [], None, node.rest, at)
    return [made, b.return_(b.call(method, [b.name(name, at)], at), at)]


__all__ = ["leaves", "region", "statements"]
