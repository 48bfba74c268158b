"""Dotted calls: a maximal tree of them is one `Kernel`."""

from __future__ import annotations

from .. import ir
from ..syntax.expr import Expr, Node, Symbol, sym
from .calls import (
    argument,
    call,
    is_dotted,
    keyword_name,
    keyword_of,
    literal_power,
    split_arguments,
)
from .lowerer import Lowerer, value_of
from .signature import is_expr


def lowered(value: ir.Value) -> Expr:
    """A tree that stands for a value that is lowered already."""
    return Expr("#lowered", [value], value.span)  # type: ignore[list-item]


def dotted_function(lw: Lowerer, operator: Node) -> ir.Value:
    """`.+` as a value: a function that broadcasts."""
    function = ir.BuiltinName("Base", "BroadcastFunction", lw.span)
    return ir.Call(function, (lw.value(operator),), span=lw.span)


class _Fusion:
    """The parameters and arguments of one kernel, while its tree is walked."""

    def __init__(self, lw: Lowerer) -> None:
        self.lw = lw
        self.params: list[ir.Var] = []
        self.results: list[tuple[list[ir.Statement], ir.Value]] = []

    def walk(self, node: Node) -> ir.Value:
        """The kernel's body for a node: dotted calls stay calls, all else is an argument."""
        if not is_fused(node):
            return self.leaf(node)
        assert isinstance(node, Expr)
        with self.lw.at(node):
            callee, given = _parts(node)
            positional, keywords = split_arguments(given)
            function = self._function(callee)
            arguments = tuple(self.walk(arg) for arg in positional)
            named = tuple(self._keyword(k) for k in keywords)
            if (
                isinstance(function, ir.BuiltinName)
                and function.name == "^"
                and len(arguments) == 2
            ):
                return literal_power(self.lw, function, arguments, node)
            return ir.Call(function, arguments, named, node.span)

    def leaf(self, node: Node) -> ir.Value:
        """An argument of the kernel, or a value that is the same for all elements."""
        with self.lw.collected() as statements:
            value = argument(self.lw, node)
        if not statements and self._is_constant(value):
            return value
        if not statements:
            for param, (_, known) in zip(self.params, self.results, strict=True):
                if _same_variable(known, value):
                    return ir.Local(param, value.span)
        return self._parameter(statements, value)

    def _parameter(self, statements: list[ir.Statement], value: ir.Value) -> ir.Value:
        param = ir.Var(_hint(value, len(self.params)), ir.VarKind.ARGUMENT, value.span)
        self.params.append(param)
        self.results.append((statements, value))
        return ir.Local(param, value.span)

    def _function(self, callee: Node) -> ir.Value:
        """The function that is applied: evaluated once, before the arguments."""
        with self.lw.collected() as statements:
            value = self.lw.value(callee)
        simple = isinstance(
            value, (ir.Local, ir.Global, ir.BuiltinName, ir.Unbound, ir.Lambda, ir.Field)
        )
        if isinstance(value, ir.Call) and _is_type(value):
            simple = True
        if statements or not simple:
            self.lw.out.extend(statements)
            value = self.lw.kept(value, "function")
        return value

    def _keyword(self, node: Node) -> ir.Keyword:
        """A keyword's value is evaluated once."""
        keyword = keyword_of(self.lw, node)
        value = self.lw.simple(keyword.value)
        return ir.Keyword(keyword_name(self.lw, node), value, keyword.span)

    def _is_constant(self, value: ir.Value) -> bool:
        match value:
            case ir.Const() | ir.BuiltinName():
                return True
            case ir.Global(module, name):
                return self.lw.is_definition(module, name)
            case ir.Local(var):
                return var.kind is ir.VarKind.STATIC_PARAMETER
            case ir.Call():
                return _is_type(value)
        return False


def _is_type(value: ir.Call) -> bool:
    function = value.function
    return (
        isinstance(function, ir.BuiltinName)
        and function.name == "apply_type"
        and not any(isinstance(a, ir.Splat) for a in value.arguments)
    )


def _same_variable(a: ir.Value, b: ir.Value) -> bool:
    if isinstance(a, ir.Local) and isinstance(b, ir.Local):
        return a.var is b.var
    if isinstance(a, ir.Global) and isinstance(b, ir.Global):
        return a.module == b.module and a.name == b.name
    return False


def _hint(value: ir.Value, position: int) -> str:
    match value:
        case ir.Local(var) if len(var.name) == 1:
            return var.name
        case ir.Global(_, name) if len(name) == 1:
            return name
    return "abcdefghuvwxyz"[position] if position < 14 else f"a{position}"


def is_fused(node: Node) -> bool:
    """Whether a node is a dotted call."""
    if not isinstance(node, Expr):
        return False
    if node.head == "call":
        return is_dotted(node.args[0])
    if node.head in (".&&", ".||"):
        return True
    return node.head == "." and len(node.args) == 2 and is_expr(node.args[1], "tuple")


def _parts(node: Expr) -> tuple[Node, list[Node]]:
    if node.head == "call":
        operator = node.args[0]
        assert isinstance(operator, Symbol)
        return sym(operator.name[1:]), node.args[1:]
    if node.head in (".&&", ".||"):
        return sym("&" if node.head == ".&&" else "|"), node.args
    given = node.args[1]
    assert isinstance(given, Expr)
    return node.args[0], given.args


def _splats(node: Node) -> bool:
    if not is_fused(node):
        return False
    assert isinstance(node, Expr)
    return any(is_expr(arg, "...") or _splats(arg) for arg in _parts(node)[1])


@value_of(".&&", ".||")
def _dotted_logic(lw: Lowerer, node: Expr) -> ir.Value:
    return fuse(lw, node)


def fuse(lw: Lowerer, node: Expr) -> ir.Value:
    """The kernel of a dotted call and of the dotted calls that are its arguments."""
    if _splats(node):
        callee, given = _parts(node)
        return call(lw, lowered(lw.base("broadcast")), [callee, *given], node)
    fusion = _Fusion(lw)
    body = fusion.walk(node)
    arguments = lw.ordered(fusion.results)
    return ir.Kernel(tuple(fusion.params), body, tuple(arguments), node.span)


def destination(lw: Lowerer, target: Node) -> ir.Value:
    """The array that `target .= …` stores into: of `a[i, :]` a view."""
    if isinstance(target, Expr) and target.head == "ref":
        from .indexing import lower_index

        index = lower_index(lw, target)
        arguments = (index.object, *index.indices)
        return ir.Call(lw.base("dotview"), arguments, index.keywords, target.span)
    return lw.value(target)


def broadcast_assign(lw: Lowerer, target: Node, value: Node, node: Expr) -> ir.Value:
    """Adds `target .= value`; gives the target."""
    kept = lw.simple(destination(lw, target), "target", value)
    with lw.collected() as statements:
        given = fuse(lw, value) if isinstance(value, Expr) and is_fused(value) else lw.value(value)
    if statements and not lw.stays(kept, statements):
        kept = lw.kept(kept, "target")
    lw.out.extend(statements)
    lw.add(ir.BroadcastAssign(kept, given, node.span))
    return kept
