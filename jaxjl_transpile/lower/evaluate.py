"""Values of simple expressions while compiling: what a loop of `@eval` definitions runs over.

A value is a tree (a Symbol is the symbol, an `Expr` is code), a number, a string, or a list for a
tuple or an array.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..syntax.expr import Expr, GlobalRef, LineNumberNode, Literal, Node, QuoteNode, Symbol, sym
from .constant import callee_name


class NotKnown(Exception):
    """An expression whose value is not known while compiling."""


class Named:
    """The function or type that a name means, as a value; interpolated it is the name."""

    def __init__(self, node: Node) -> None:
        self.node = node


Scope = dict[str, Any]


def evaluate(node: Node, scope: Scope) -> Any:
    """The value of an expression. Raises NotKnown."""
    try:
        return _evaluate(node, scope)
    except (TypeError, ValueError, IndexError, AttributeError) as error:
        raise NotKnown(str(error)) from None


def _evaluate(node: Node, scope: Scope) -> Any:
    if isinstance(node, Symbol):
        return scope[node.name] if node.name in scope else Named(node)
    if isinstance(node, QuoteNode):
        return node.value
    if isinstance(node, GlobalRef):
        return Named(node)
    if not isinstance(node, Expr):
        return node
    handler = _HEADS.get(node.head)
    if handler is None:
        raise NotKnown(node.head)
    return handler(node, scope)


def _quote(node: Expr, scope: Scope) -> Any:
    return substitute(node.args[0], scope)


def _list(node: Expr, scope: Scope) -> list[Any]:
    found: list[Any] = []
    for arg in node.args:
        if isinstance(arg, Expr) and arg.head == "...":
            found.extend(evaluate(arg.args[0], scope))
        else:
            found.append(evaluate(arg, scope))
    return found


def _string(node: Expr, scope: Scope) -> str:
    return "".join(shown(evaluate(arg, scope)) for arg in node.args)


def _block(node: Expr, scope: Scope) -> Any:
    inner = [arg for arg in node.args if not isinstance(arg, LineNumberNode)]
    if len(inner) != 1:
        raise NotKnown("block")
    return evaluate(inner[0], scope)


def _if(node: Expr, scope: Scope) -> Any:
    test = evaluate(node.args[0], scope)
    if test is True:
        return evaluate(node.args[1], scope)
    if test is False:
        return evaluate(node.args[2], scope) if len(node.args) > 2 else None
    raise NotKnown("if")


def _dot(node: Expr, scope: Scope) -> Any:
    return Named(node)


def _curly(node: Expr, scope: Scope) -> Any:
    return Named(substitute_names(node, scope))


def _ref(node: Expr, scope: Scope) -> Any:
    if len(node.args) != 2:
        raise NotKnown("ref")
    values = evaluate(node.args[0], scope)
    index = evaluate(node.args[1], scope)
    if isinstance(values, list) and isinstance(index, int) and 0 < index <= len(values):
        return values[index - 1]
    raise NotKnown("ref")


def _call(node: Expr, scope: Scope) -> Any:
    name = callee_name(node.args[0])
    function = _FUNCTIONS.get(name or "")
    if function is None:
        raise NotKnown(name)
    return function(*_list(Expr("tuple", node.args[1:]), scope))


_HEADS: dict[str, Callable[[Expr, Scope], Any]] = {
    "quote": _quote,
    "tuple": _list,
    "vect": _list,
    "string": _string,
    "block": _block,
    "if": _if,
    ".": _dot,
    "curly": _curly,
    "ref": _ref,
    "call": _call,
}


def _symbol(*parts: Any) -> Symbol:
    return sym("".join(shown(part) for part in parts))


def _joined(*parts: Any) -> Any:
    if all(isinstance(part, str) for part in parts):
        return "".join(parts)
    product: Any = 1
    for part in parts:
        if type(part) is not int:
            raise NotKnown("*")
        product *= part
    return product


def _expression(head: Any, *args: Any) -> Expr:
    if not isinstance(head, Symbol):
        raise NotKnown("Expr")
    return Expr(head.name, [as_node(arg) for arg in args])


def _range(first: Any, *rest: Any) -> list[int]:
    if type(first) is not int or any(type(part) is not int for part in rest):
        raise NotKnown(":")
    step, last = (rest[0], rest[1]) if len(rest) == 2 else (1, rest[0])
    return list(range(first, last + (1 if step > 0 else -1), step))


def _zip(*lists: Any) -> list[list[Any]]:
    return [list(items) for items in zip(*lists, strict=False)]


def _plus(*parts: Any) -> int:
    if any(type(part) is not int for part in parts):
        raise NotKnown("+")
    return sum(parts)


def _minus(a: Any, b: Any = None) -> int:
    if type(a) is not int or (b is not None and type(b) is not int):
        raise NotKnown("-")
    return -a if b is None else a - b


_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "Symbol": _symbol,
    "string": lambda *parts: "".join(shown(part) for part in parts),
    "*": _joined,
    "+": _plus,
    "-": _minus,
    "Expr": _expression,
    "QuoteNode": lambda value: Expr("quote", [as_node(value)]),
    "=>": lambda a, b: [a, b],
    ":": _range,
    "zip": _zip,
    "enumerate": lambda items: [[i, item] for i, item in enumerate(items, 1)],
    "length": len,
    "==": lambda a, b: shown(a) == shown(b),
    "!=": lambda a, b: shown(a) != shown(b),
    "===": lambda a, b: shown(a) == shown(b),
    "esc": lambda value: value,
    "collect": list,
    "reverse": lambda items: list(reversed(items)),
    "lowercase": lambda text: shown(text).lower(),
    "uppercase": lambda text: shown(text).upper(),
    "uppercasefirst": lambda text: shown(text)[:1].upper() + shown(text)[1:],
    "Dict": lambda *pairs: list(pairs),
    "Meta.quot": lambda value: Expr("quote", [as_node(value)]),
}


def shown(value: Any) -> str:
    """The text that `string` gives of a value."""
    if isinstance(value, str):
        return value
    if isinstance(value, Named):
        if isinstance(value.node, Symbol):
            return {"Int": "Int64", "UInt": "UInt64"}.get(value.node.name, value.node.name)
        raise NotKnown("string")
    if isinstance(value, Symbol):
        return value.name
    if value is True or value is False:
        return "true" if value else "false"
    if type(value) is int:
        return str(value)
    raise NotKnown("string")


def as_node(value: Any) -> Node:
    """The tree that a value is when it is interpolated into code."""
    if isinstance(value, Named):
        return value.node
    if isinstance(value, list):
        return Expr("tuple", [_quoted(as_node(item), item) for item in value])
    if isinstance(value, (Expr, Symbol, int, float, str, Literal, QuoteNode)) or value is None:
        return value
    raise NotKnown("value")


def _quoted(node: Node, value: Any) -> Node:
    return QuoteNode(node) if isinstance(value, Symbol) else node


def substitute(node: Node, scope: Scope, depth: int = 1) -> Node:
    """Quoted code with what `$` interpolates put in. Raises NotKnown."""
    if not isinstance(node, Expr):
        if isinstance(node, QuoteNode) and isinstance(node.value, Expr):
            return QuoteNode(substitute(node.value, scope, depth))
        return node
    if node.head == "$":
        if depth == 1:
            return as_node(evaluate(node.args[0], scope))
        depth -= 1
    elif node.head == "quote":
        depth += 1
    args: list[Node] = []
    for arg in node.args:
        if isinstance(arg, Expr) and arg.head == "$" and depth == 1 and _splats(arg):
            inner = arg.args[0]
            assert isinstance(inner, Expr)
            values = evaluate(inner.args[0], scope)
            if not isinstance(values, list):
                raise NotKnown("...")
            args.extend(as_node(value) for value in values)
        else:
            args.append(substitute(arg, scope, depth))
    if node.head == "quote" and len(args) == 1 and isinstance(args[0], Symbol) and depth > 1:
        return QuoteNode(args[0])
    return Expr(node.head, args, node.span)


def _splats(node: Expr) -> bool:
    return isinstance(node.args[0], Expr) and node.args[0].head == "..."


def substitute_names(node: Node, scope: Scope) -> Node:
    """An expression with the names of the scope replaced by their values."""
    if isinstance(node, Symbol) and node.name in scope:
        return as_node(scope[node.name])
    if isinstance(node, Expr):
        return Expr(node.head, [substitute_names(arg, scope) for arg in node.args], node.span)
    return node
