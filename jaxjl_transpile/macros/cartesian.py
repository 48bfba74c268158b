"""`Base.Cartesian`: loops and lists of expressions whose number is a literal."""

from __future__ import annotations

from ..syntax.expr import Expr, GlobalRef, Node, QuoteNode, Symbol, sym
from .registry import MacroCall, macro


def _count(call: MacroCall, node: Node) -> int:
    if type(node) is not int:
        raise call.fail(f"`{call.name}` needs a literal number")
    return node


def _of(call: MacroCall, template: Node, number: int) -> Node:
    """The expression for one number: `i -> x_i` applied, or `x` as the name `x_i`."""
    if isinstance(template, Expr) and template.head == "->":
        parameter, body = template.args
        assert isinstance(parameter, Symbol)
        return _replaced(body, parameter.name, number)
    if isinstance(template, Symbol):
        return sym(f"{template.name}_{number}")
    return template


def _replaced(node: Node, name: str, number: int) -> Node:
    """The expression with a name replaced by a number, in names like `x_i` too."""
    if isinstance(node, Symbol):
        if node.name == name:
            return number
        base, joint, last = node.name.rpartition("_")
        if joint and last == name:
            return sym(f"{base}_{number}")
        return node
    if isinstance(node, QuoteNode):
        return node
    if not isinstance(node, Expr):
        return node
    args = [_replaced(arg, name, number) for arg in node.args]
    if node.head == "curly" and isinstance(args[0], Symbol) and type(args[-1]) is int:
        return node if node.args[-1] == args[-1] else Expr("curly", args, node.span)
    return _folded(Expr(node.head, args, node.span))


def _folded(node: Expr) -> Node:
    """Sums and differences of literals are numbers: `x_{i+1}` needs them."""
    if node.head == "call" and len(node.args) == 3 and all(type(a) is int for a in node.args[1:]):
        operator, left, right = node.args
        assert isinstance(left, int) and isinstance(right, int)
        if operator is sym("+"):
            return left + right
        if operator is sym("-"):
            return left - right
    return node


@macro("nexprs")
def _nexprs(call: MacroCall) -> Node:
    """`@nexprs 2 i -> y += x_i` ==> `y += x_1; y += x_2`"""
    number, template = call.args
    count = _count(call, number)
    return Expr("block", [_of(call, template, i) for i in range(1, count + 1)], call.span)


@macro("ntuple")
def _ntuple(call: MacroCall) -> Node:
    """`@ntuple 2 x` ==> `(x_1, x_2)`"""
    number, template = call.args
    count = _count(call, number)
    return Expr("tuple", [_of(call, template, i) for i in range(1, count + 1)], call.span)


@macro("nref")
def _nref(call: MacroCall) -> Node:
    """`@nref 2 A i` ==> `A[i_1, i_2]`"""
    number, array, template = call.args
    count = _count(call, number)
    return Expr("ref", [array, *(_of(call, template, i) for i in range(1, count + 1))], call.span)


@macro("ncall")
def _ncall(call: MacroCall) -> Node:
    """`@ncall 2 f a x` ==> `f(a, x_1, x_2)`"""
    number, function, *rest = call.args
    *first, template = rest
    count = _count(call, number)
    parts = [_of(call, template, i) for i in range(1, count + 1)]
    return Expr("call", [function, *first, *parts], call.span)


@macro("nall", "nany")
def _nall(call: MacroCall) -> Node:
    """`@nall 2 i -> x_i > 0` ==> `x_1 > 0 && x_2 > 0`"""
    number, template = call.args
    count = _count(call, number)
    result: Node = call.name == "@nall"
    head = "&&" if call.name == "@nall" else "||"
    for i in range(count, 0, -1):
        part = _of(call, template, i)
        result = part if i == count else Expr(head, [part, result], call.span)
    return result


@macro("nloops")
def _nloops(call: MacroCall) -> Node:
    """`@nloops 2 i A begin … end` ==> `for i_2 in axes(A, 2), i_1 in axes(A, 1) … end`"""
    number, variable, ranges, *bodies = call.args
    count = _count(call, number)
    if not isinstance(variable, Symbol) or len(bodies) > 3:
        raise call.fail("`@nloops` needs a name for its variables")
    body: Node = bodies[-1]
    before = bodies[0] if len(bodies) > 1 else None
    after = bodies[1] if len(bodies) > 2 else None
    for i in range(1, count + 1):
        if isinstance(ranges, Symbol):
            span: Node = Expr("call", [GlobalRef("Base", "axes"), ranges, i], call.span)
        else:
            span = _of(call, ranges, i)
        parts = [_of(call, before, i), body, _of(call, after, i)]
        inner = Expr("block", [part for part in parts if part is not None], call.span)
        header = Expr("=", [sym(f"{variable.name}_{i}"), span], call.span)
        body = Expr("for", [header, inner], call.span)
    return body
