"""Quoted code as values: `Expr`, `QuoteNode`, `LineNumberNode`, `GlobalRef`."""

from __future__ import annotations

from itertools import count
from typing import Any

from .containers import HostArray
from .dispatch import base, constructor, generic
from .exceptions import ArgumentError, UnsupportedError
from .show import prints, shows
from .show_options import Options
from .symbols import Symbol
from .typeof import register_class
from .types import ANY
from .types_base import names as type_names

__all__ = ["esc", "gensym"]


class Expr:
    """An expression: its head (a Symbol) and its arguments (a `Vector{Any}`)."""

    __slots__ = ("__weakref__", "args", "head")

    def __init__(self, head: Symbol, *args: Any) -> None:
        self.head = head
        self.args = HostArray(ANY, list(args))


class QuoteNode:
    """A quoted value that is not interpolated into."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value


class LineNumberNode:
    """Where code stands."""

    __slots__ = ("file", "line")

    def __init__(self, line: int, file: Any = None) -> None:
        self.line = line
        self.file = Symbol(file) if isinstance(file, str) else file


class GlobalRef:
    """A name of a module."""

    __slots__ = ("mod", "name")

    def __init__(self, mod: Any, name: Symbol) -> None:
        self.mod = mod
        self.name = name


for _class in (Expr, QuoteNode, LineNumberNode, GlobalRef):
    register_class(_class, type_names[_class.__name__])


@constructor("Expr")
def _expr(_: Any, head: Any, *args: Any) -> Expr:
    if not isinstance(head, Symbol):
        raise ArgumentError("the head of an Expr is a Symbol")
    return Expr(head, *args)


@constructor("QuoteNode")
def _quote_node(_: Any, value: Any) -> QuoteNode:
    return QuoteNode(value)


@constructor("LineNumberNode")
def _line_node(_: Any, line: int, file: Any = None) -> LineNumberNode:
    return LineNumberNode(line, file)


@constructor("GlobalRef")
def _global_ref(_: Any, mod: Any, name: Symbol) -> GlobalRef:
    return GlobalRef(mod, name)


# ------------------------------------------------------------------------------- functions


@base("esc")
def esc(code: Any) -> Expr:
    """The code, exempt from hygiene."""
    return Expr(Symbol("escape"), code)


_numbers = count(1)


@base("gensym")
def gensym(name: Any = "") -> Symbol:
    """A symbol that no source text contains."""
    text = name.name if isinstance(name, Symbol) else str(name)
    return Symbol(f"##{text}#{next(_numbers)}" if text else f"##{next(_numbers)}")


def isexpr(code: Any, head: Any, size: int | None = None) -> bool:
    """Whether a value is an `Expr` with this head (or one of these)."""
    heads = [head] if isinstance(head, Symbol) else list(generic("collect")(head).items)
    fits = isinstance(code, Expr) and code.head in heads
    return fits and (size is None or len(code.args.items) == size)


def quot(code: Any) -> Expr:
    """`Meta.quot(code)`: the code, quoted once more."""
    return Expr(Symbol("quote"), code)


def parse(text: str, *_: Any, **__: Any) -> Any:
    """`Meta.parse(text)`: the tree of the first expression of a text."""
    exchange, parser = _transpiler()
    found = parser.parse_text(text)
    if found.diagnostics:
        message = found.diagnostics[0].message
        raise ArgumentError(message)
    nodes = found.expressions
    if not nodes:
        return None
    return exchange.to_value(nodes[0] if len(nodes) == 1 else parser.Expr("toplevel", nodes))


def parse_all(text: str) -> list[Any]:
    """The trees of the expressions of a text."""
    exchange, parser = _transpiler()
    found = parser.parse_text(text)
    if found.diagnostics:
        raise ArgumentError(found.diagnostics[0].message)
    return [exchange.to_value(node) for node in found.expressions]


for _module in ("Base.Meta", "Meta"):
    base("isexpr", module=_module)(isexpr)
    base("quot", module=_module)(quot)
    base("parse", module=_module)(parse)


@base("copy", Expr)
def _(code: Expr) -> Expr:
    made = Expr(code.head)
    copy = generic("copy")
    made.args.items.extend(copy(arg) if isinstance(arg, Expr) else arg for arg in code.args.items)
    return made


def _same(x: Any, y: Any) -> bool:
    if isinstance(x, Expr):
        if not isinstance(y, Expr) or x.head is not y.head:
            return False
        mine, theirs = x.args.items, y.args.items
        return len(mine) == len(theirs) and all(
            bool(generic("==")(a, b)) for a, b in zip(mine, theirs, strict=True)
        )
    if isinstance(x, QuoteNode):
        return isinstance(y, QuoteNode) and bool(generic("==")(x.value, y.value))
    return isinstance(y, LineNumberNode) and (x.line, x.file) == (y.line, y.file)


for _class in (Expr, QuoteNode, LineNumberNode):
    base("==", _class)(_same)


# ------------------------------------------------------------------------------------ text


def _transpiler() -> tuple[Any, Any]:
    try:
        from jaxjl_transpile.macros.values import Exchange
        from jaxjl_transpile.syntax import parser
    except ImportError as error:
        raise UnsupportedError("code as values needs jaxjl_transpile to be installed") from error
    return Exchange(None), parser


def code_text(code: Any, quoted: bool) -> str:
    """The code as Julia prints it; `quoted` as `show` does, with `:( )` around."""
    exchange, _ = _transpiler()
    from jaxjl_transpile.syntax import expr, printer

    node = exchange.to_node(code)
    return str(printer.to_julia(expr.Expr("quote", [node]) if quoted else node))


@shows(Expr, QuoteNode, LineNumberNode)
def _(x: Any, options: Options) -> str:
    return code_text(x, True)


@prints(Expr, QuoteNode, LineNumberNode)
def _(x: Any, options: Options) -> str:
    return code_text(x, False)
