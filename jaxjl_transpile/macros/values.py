"""Trees as the runtime's values and back: what a macro is given and what it gives."""

from __future__ import annotations

from typing import Any

from ..syntax.expr import Expr, GlobalRef, LineNumberNode, Literal, Node, QuoteNode, Symbol, sym
from ..syntax.source import Span
from .registry import MacroCall


class NotCode(Exception):
    """A value that cannot stand in code."""


class Exchange:
    """One exchange; what comes back keeps the places of what was given."""

    def __init__(self, span: Span | None) -> None:
        self.span = span
        self.spans: dict[int, tuple[Any, Span | None]] = {}

    # ------------------------------------------------------------------------------ to values

    def to_value(self, node: Node) -> Any:
        """The runtime's value of a tree."""
        from jaxjl_runtime import expr_values, symbols

        if isinstance(node, Symbol):
            return symbols.Symbol(node.name)
        if isinstance(node, Expr):
            args = [self.to_value(arg) for arg in node.args]
            made = expr_values.Expr(symbols.Symbol(node.head), *args)
            self.spans[id(made)] = (made, node.span)
            return made
        if isinstance(node, QuoteNode):
            return expr_values.QuoteNode(self.to_value(node.value))
        if isinstance(node, LineNumberNode):
            return expr_values.LineNumberNode(node.line, node.file)
        if isinstance(node, Literal):
            return literal_value(node)
        if isinstance(node, GlobalRef):
            from jaxjl_runtime.modules import module_named

            return expr_values.GlobalRef(module_named(node.module), symbols.Symbol(node.name))
        return node

    def module(self, call: MacroCall) -> Any:
        """The module that holds a macro call, as a value."""
        from jaxjl_runtime.modules import module_named

        return module_named("Main")

    # ------------------------------------------------------------------------------- to trees

    def to_node(self, value: Any) -> Node:
        """The tree of a runtime's value. Raises NotCode."""
        from jaxjl_runtime import expr_values, symbols

        if value is None or type(value) in (bool, int, float, str):
            return value  # type: ignore[no-any-return]
        if isinstance(value, symbols.Symbol):
            return sym(value.name)
        if isinstance(value, expr_values.Expr):
            known = self.spans.get(id(value))
            span = known[1] if known is not None else self.span
            return Expr(value.head.name, [self.to_node(arg) for arg in value.args.items], span)
        if isinstance(value, expr_values.QuoteNode):
            return QuoteNode(self.to_node(value.value))
        if isinstance(value, expr_values.LineNumberNode):
            return LineNumberNode(value.line, value.file.name if value.file is not None else None)
        if isinstance(value, expr_values.GlobalRef):
            return GlobalRef(getattr(value.mod, "name_", "Base"), value.name.name)
        return self._other(value)

    def _other(self, value: Any) -> Node:
        if isinstance(value, tuple):
            return Expr("tuple", [self._inner(item) for item in value], self.span)
        found = literal_of(value)
        if found is not None:
            return found
        from jaxjl_runtime import dispatch, types

        if isinstance(value, dispatch.GenericFunction):
            return GlobalRef(value.module, value.name)
        if isinstance(value, types.DataType) and not value.parameters:
            return sym(value.name.name)
        if isinstance(value, types.JuliaType):
            return self._parsed(str(value))
        items = getattr(value, "items", None)
        if isinstance(items, list):
            return Expr("vect", [self._inner(item) for item in items], self.span)
        raise NotCode(f"a value of type {type(value).__name__} cannot be put into code")

    def _inner(self, value: Any) -> Node:
        """An element of a value: a symbol is itself, not a name."""
        node = self.to_node(value)
        return QuoteNode(node) if isinstance(node, (Symbol, Expr)) else node

    def _parsed(self, text: str) -> Node:
        from ..syntax.parser import parse_text

        return parse_text(text).expressions[0]


_NUMBERS = {
    "Int8": "int8", "Int16": "int16", "Int32": "int32", "UInt8": "uint8", "UInt16": "uint16",
    "UInt32": "uint32", "UInt64": "uint64", "Float16": "float16", "Float32": "float32",
}  # fmt: skip


def literal_value(node: Literal) -> Any:
    """The runtime's value of a literal."""
    if node.type == "Char":
        from jaxjl_runtime.chars import Char

        return Char(int(node.value))
    if node.type in _NUMBERS:
        import numpy as np

        return getattr(np, _NUMBERS[node.type])(node.value)
    from jaxjl_runtime import jl

    return getattr(jl, node.type)(node.value)


def literal_of(value: Any) -> Literal | None:
    """The literal of a number or character of the runtime, or None."""
    dtype = getattr(value, "dtype", None)
    name = getattr(dtype, "name", None)
    if name is not None and getattr(value, "shape", None) == ():
        for julia, python in _NUMBERS.items():
            if python == name:
                return Literal(julia, value.item())
    if type(value).__name__ == "Char":
        return Literal("Char", value.code if hasattr(value, "code") else ord(value.text))
    return None
