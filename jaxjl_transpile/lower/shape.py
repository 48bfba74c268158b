"""Which expressions are values that need no statements, seen from the tree alone."""

from __future__ import annotations

from ..syntax.expr import Expr, Node, Symbol
from .signature import is_method, without_lines

_CLOSED = frozenset(
    [
        "->",
        "quote",
        "inert",
        "comprehension",
        "typed_comprehension",
        "generator",
        "flatten",
        "#lowered",
        "#isdefined",
    ]
)
_OPEN = frozenset(
    [
        "call",
        "tuple",
        "vect",
        "hcat",
        "vcat",
        "row",
        "nrow",
        "ncat",
        "typed_hcat",
        "typed_vcat",
        "typed_ncat",
        "string",
        "curly",
        "braces",
        "bracescat",
        "parameters",
        "...",
        "::",
        "<:",
        ">:",
        "'",
        "where",
        "kw",
        "ref",
        ".",
        "&&",
        "||",
        "if",
        "elseif",
    ]
)


def is_value(node: Node) -> bool:
    """Whether an expression surely needs no statements (a `do` block or a closure needs none)."""
    if not isinstance(node, Expr):
        return True
    head, args = node.head, node.args
    if head in _CLOSED:
        return True
    if head == "function":
        return is_anonymous(node)
    if head == "block":
        inner = without_lines(args)
        return len(inner) <= 1 and all(is_value(arg) for arg in inner)
    if head == "do":
        return is_value(args[0])
    if head == "comparison":
        operands = args[::2]
        return all(is_value(arg) for arg in operands) and all(
            is_atom(arg) for arg in operands[1:-1]
        )
    if head == "=":  # the `a = 1` of `(a = 1, b = 2)` or of a keyword is met inside its parent only
        return False
    if head in ("tuple", "parameters"):
        return all(is_value(_named(arg)) for arg in args)
    if head in _OPEN:
        return all(is_value(arg) for arg in args)
    return False


def _named(arg: Node) -> Node:
    if isinstance(arg, Expr) and arg.head == "=" and not is_method(arg.args[0]):
        return arg.args[1]
    return arg


def is_atom(node: Node) -> bool:
    """Whether an expression is a name or a literal."""
    return not isinstance(node, Expr) or node.head == "#lowered"


def is_anonymous(node: Expr) -> bool:
    """Whether a `function` expression has no name."""
    head: Node = node.args[0]
    while isinstance(head, Expr) and head.head in ("where", "::") and len(head.args) > 1:
        inner = head.args[0]
        if head.head == "::" and not (isinstance(inner, Expr) and inner.head in ("call", "tuple")):
            break
        head = inner
    return isinstance(head, Expr) and head.head != "call"


_QUIET_CALLS = frozenset(
    [
        ":",
        "+",
        "-",
        "*",
        "/",
        "÷",
        "%",
        "<",
        "<=",
        ">",
        ">=",
        "==",
        "!=",
        "!",
        "min",
        "max",
        "length",
        "size",
        "div",
        "mod",
        "rem",
    ]
)
_QUIET = frozenset(
    [
        "tuple",
        "vect",
        "ref",
        ".",
        "::",
        "&&",
        "||",
        "comparison",
        "block",
        "quote",
        "inert",
        "curly",
    ]
)


def is_quiet(node: Node) -> bool:
    """Whether evaluating an expression surely assigns no variable, as far as its tree shows."""
    if not isinstance(node, Expr):
        return True
    if node.head == "call":
        callee = node.args[0]
        named = isinstance(callee, Symbol) and callee.name.lstrip(".") in _QUIET_CALLS
        return named and all(map(is_quiet, node.args[1:]))
    return node.head in _QUIET and all(map(is_quiet, node.args))
