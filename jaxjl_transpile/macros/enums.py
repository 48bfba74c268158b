"""`@enum`."""

from __future__ import annotations

from ..syntax.expr import Expr, GlobalRef, LineNumberNode, Literal, Node, QuoteNode, Symbol, sym
from .registry import MacroCall, macro


@macro("enum")
def _enum(call: MacroCall) -> Node:
    """`@enum Fruit apple pear=3` ==> `const Fruit = enum_type(:Fruit, Int32, …)`

    and `const apple = Fruit(0)`, `const pear = Fruit(3)`.
    """
    if not call.args:
        raise call.fail("no arguments given for Enum")
    head, *members = call.args
    base: Node = GlobalRef("Core", "Int32")
    if isinstance(head, Expr) and head.head == "::":
        head, base = head.args
    if not isinstance(head, Symbol):
        raise call.fail("invalid type expression for enum")
    if len(members) == 1 and isinstance(members[0], Expr) and members[0].head == "block":
        members = members[0].args
    pairs: list[Node] = []
    constants: list[Node] = []
    value: Node = -1
    for member in members:
        if isinstance(member, LineNumberNode) or member is None:
            continue
        name, value = _member(call, head.name, member, value)
        pairs.append(Expr("tuple", [QuoteNode(name), value], call.span))
        made = Expr("call", [head, value], call.span)
        constants.append(_const(call, name, made))
    home = call.expander.module.path
    arguments: list[Node] = [QuoteNode(head), base, *pairs]
    if len(home) > 1:
        arguments.append(Expr("kw", [sym("home"), ".".join(home)], call.span))
    made_type = call.call("enum_type", *arguments)
    return Expr("toplevel", [_const(call, head, made_type), *constants], call.span)


def _member(call: MacroCall, type_: str, member: Node, before: Node) -> tuple[Symbol, Node]:
    if isinstance(member, Symbol):
        if isinstance(before, int):
            return member, before + 1
        return member, Expr("call", [GlobalRef("Base", "+"), before, 1], call.span)
    if isinstance(member, Expr) and member.head in ("=", "kw"):
        name, value = member.args
        if isinstance(name, Symbol):
            if isinstance(value, Literal) and isinstance(value.value, int):
                return name, value.value
            return name, value
    raise call.fail(f"invalid argument for Enum {type_}")


def _const(call: MacroCall, name: Node, value: Node) -> Expr:
    return Expr("const", [Expr("=", [name, value], call.span)], call.span)
