"""The parts of a function's head, taken from its tree."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..syntax.expr import Expr, LineNumberNode, Node, Symbol


@dataclass
class Signature:
    """`name(params; keywords)::returns where {wheres}`; `name` None for an anonymous function."""

    name: Node = None
    params: list[Node] = field(default_factory=list)
    keywords: list[Node] = field(default_factory=list)
    wheres: list[Node] = field(default_factory=list)  # outermost first
    returns: Node = None


def is_expr(node: Node, *heads: str) -> bool:
    """Whether a node is an expression with one of these heads."""
    return isinstance(node, Expr) and node.head in heads


def without_lines(nodes: list[Node]) -> list[Node]:
    """The nodes that are not line numbers."""
    return [node for node in nodes if not isinstance(node, LineNumberNode)]


def is_method(target: Node) -> bool:
    """Whether the left side of `=` defines a method: `f(x)`, `f(x)::T`, `f(x) where T`."""
    while isinstance(target, Expr) and (
        target.head == "where" or (target.head == "::" and len(target.args) == 2)
    ):
        target = target.args[0]
    return is_expr(target, "call")


def strip(head: Node, signature: Signature) -> Node:
    """What is left of a function's head without `where` and the return type, which are noted."""
    while isinstance(head, Expr):
        if head.head == "where":
            signature.wheres.extend(_variables(head.args[1:]))
            head = head.args[0]
        elif head.head == "::" and len(head.args) == 2 and is_method(head.args[0]):
            signature.returns = head.args[1]
            head = head.args[0]
        else:
            break
    return head


def _variables(nodes: list[Node]) -> list[Node]:
    found: list[Node] = []
    for node in nodes:
        if (isinstance(node, Expr) and node.head == "bracescat") or (
            isinstance(node, Expr) and node.head == "braces"
        ):
            found.extend(node.args)
        else:
            found.append(node)
    return found


def method_signature(head: Node) -> Signature:
    """The signature of `function f(x) …`, `f(x) = …` (`head` is what stands before the body)."""
    signature = Signature()
    call = strip(head, signature)
    if is_expr(call, "tuple", "block", "...", "::", "=", "kw") or isinstance(call, Symbol):
        _anonymous(call, signature)
        return signature
    assert isinstance(call, Expr)
    signature.name = call.args[0]
    _arguments(call.args[1:], signature)
    return signature


def arrow_signature(head: Node) -> Signature:
    """The signature of `x -> …`, `(x, y; z=1) -> …`, `do x …`."""
    signature = Signature()
    while is_expr(head, "where"):
        assert isinstance(head, Expr)
        signature.wheres.extend(_variables(head.args[1:]))
        head = head.args[0]
    if isinstance(head, Expr) and head.head == "::" and len(head.args) == 2:
        inner = head.args[0]
        if isinstance(inner, Expr) and inner.head in ("tuple", "where"):
            signature.returns, head = head.args[1], inner  # `((x, y)::T) -> …`
    _anonymous(head, signature)
    return signature


def _anonymous(head: Node, signature: Signature) -> None:
    if isinstance(head, Expr) and head.head == "tuple":
        _arguments(head.args, signature)
    elif isinstance(head, Expr) and head.head == "block":  # `(x; y=1) -> …`
        first, *rest = without_lines(head.args) or [None]
        if first is not None:
            _arguments([Expr("parameters", rest), first], signature)
    else:
        _arguments([head], signature)


def _arguments(nodes: list[Node], signature: Signature) -> None:
    for node in nodes:
        if isinstance(node, Expr) and node.head == "parameters":
            signature.keywords.extend(node.args)
        else:
            signature.params.append(node)


def parameter_names(node: Node) -> list[str]:
    """The names that a parameter or an assignment's target binds."""
    if isinstance(node, Symbol):
        return [node.name]
    if not isinstance(node, Expr):
        return []
    if node.head in ("=", "kw", "...", "outer", "atomic", "const"):
        return parameter_names(node.args[0])
    if node.head == "::":
        return parameter_names(node.args[0]) if len(node.args) == 2 else []
    if node.head in ("tuple", "parameters"):
        return [name for arg in node.args for name in parameter_names(arg)]
    return []


def type_variable_name(node: Node) -> str | None:
    """The name of a `where` variable: `T`, `T<:B`, `T>:B`, `A<:T<:B`."""
    if isinstance(node, Symbol):
        return node.name
    if isinstance(node, Expr) and node.head in ("<:", ">:") and len(node.args) == 2:
        return type_variable_name(node.args[0])
    if isinstance(node, Expr) and node.head == "comparison":
        return type_variable_name(node.args[2])
    return None
