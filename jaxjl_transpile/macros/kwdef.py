"""`@kwdef`: a struct with a constructor by keywords."""

from __future__ import annotations

from ..syntax.expr import Expr, LineNumberNode, Node, Symbol
from .registry import MacroCall, macro


@macro("kwdef", "with_kw", "with_kw_noshow")
def _kwdef(call: MacroCall) -> Node:
    """`@kwdef struct P{T}; x::T = 1; y; end` ==> the struct without defaults, and

    `P(; x = 1, y) = P(x, y)`, `P{T}(; x = 1, y) where {T} = P{T}(x, y)`
    """
    node = call.last()
    if isinstance(node, Expr) and node.head == "macrocall":
        node = call.expander.expand_once(node)
    doc: Node = None
    if isinstance(node, Expr) and node.head == "#doc":
        doc, node = node.args
    if not isinstance(node, Expr) or node.head != "struct":
        raise call.fail(f"Invalid usage of {call.name}")
    mutable, head, body = node.args[:3]
    assert isinstance(body, Expr)
    keywords: list[Node] = []
    names: list[Node] = []
    inner = [_field(part, keywords, names) for part in body.args]
    struct: Node = Expr(
        "struct", [mutable, head, Expr("block", inner, body.span)], node.span or call.span
    )
    if doc is not None:
        struct = Expr("#doc", [doc, struct], call.span)
    if not names:
        return struct
    name, parameters = _name(head)
    parts: list[Node] = [struct, _constructor(call, name, [], keywords, names)]
    if parameters:
        parts.append(_constructor(call, name, parameters, keywords, names))
    return Expr("toplevel", parts, call.span)


def _field(part: Node, keywords: list[Node], names: list[Node]) -> Node:
    """A field without its default; its keyword is noted."""
    if isinstance(part, LineNumberNode) or part is None or isinstance(part, str):
        return part
    if isinstance(part, Expr) and part.head == "block":
        return Expr("block", [_field(inner, keywords, names) for inner in part.args], part.span)
    if isinstance(part, Expr) and part.head == "macrocall":  # a docstring before the field
        return _field(part.args[-1], keywords, names)
    field: Node = part
    default: Node = None
    has_default = False
    if isinstance(part, Expr) and part.head == "=":
        field, default = part.args
        has_default = True
        if isinstance(field, Expr) and field.head in ("call", "where"):
            return part  # an inner constructor
    if isinstance(field, Expr) and field.head in ("function", "#doc"):
        return part
    name: Node = field
    while isinstance(name, Expr) and name.head in ("::", "const", "atomic"):
        name = name.args[0]
    if not isinstance(name, Symbol):
        return part
    names.append(name)
    span = part.span if isinstance(part, Expr) else None
    keywords.append(Expr("kw", [name, default], span) if has_default else name)
    return field


def _name(head: Node) -> tuple[Node, list[Node]]:
    if isinstance(head, Expr) and head.head == "<:":
        head = head.args[0]
    if isinstance(head, Expr) and head.head == "curly":
        return head.args[0], head.args[1:]
    return head, []


def _constructor(
    call: MacroCall, name: Node, parameters: list[Node], keywords: list[Node], names: list[Node]
) -> Expr:
    made = name
    if parameters:
        plain = [p.args[0] if isinstance(p, Expr) else p for p in parameters]
        made = Expr("curly", [name, *plain], call.span)
    head = Expr("call", [made, Expr("parameters", list(keywords))], call.span)
    if parameters:
        head = Expr("where", [head, *parameters], call.span)
    return Expr("=", [head, Expr("call", [made, *names], call.span)], call.span)
