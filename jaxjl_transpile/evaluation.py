"""Code that a running program evaluates: compiled for the module that asks, and run in it."""

from __future__ import annotations

from typing import Any

from . import ir
from .diagnostics import Severity, UnsupportedError
from .syntax.expr import Expr, Node, sym
from .syntax.source import SourceFile

_RESULT = "#result"
_NO_VALUE = frozenset(
    [
        "struct",
        "abstract",
        "primitive",
        "module",
        "using",
        "import",
        "export",
        "public",
        "macro",
        "toplevel",
        "const",
        "global",
        "local",
        "macrocall",
        "function",
        "#doc",
    ]
)


def evaluate(code: Any, namespace: dict[str, Any], module: Any) -> Any:
    """The value of code (a value of the runtime) in a module with these Python globals."""
    from .macros.values import Exchange

    node = Exchange(None).to_node(code)
    names = _names(module)
    tree = _compiled(_with_result(node), names, _functions(names, module))
    namespace.pop(_python_result(), None)
    exec(compile(tree, "eval", "exec", dont_inherit=True), namespace)
    return namespace.pop(_python_result(), None)


def _python_result() -> str:
    from jaxjl_runtime.names import mangle

    return mangle(_RESULT)


def _names(module: Any) -> tuple[str, ...]:
    return tuple(module.bound_())


def _functions(names: tuple[str, ...], module: Any) -> frozenset[str]:
    """The Python names of the globals that hold a function or a type."""
    from jaxjl_runtime.dispatch import GenericFunction
    from jaxjl_runtime.names import mangle
    from jaxjl_runtime.types import JuliaType

    found = ((name, module.find_(name)) for name in names)
    return frozenset(
        mangle(name) for name, value in found if isinstance(value, (GenericFunction, JuliaType))
    )


def _with_result(node: Node) -> list[Node]:
    """The code as statements, the last of which keeps its value."""
    if isinstance(node, Expr) and node.head in ("block", "toplevel") and node.args:
        return [*node.args[:-1], *_with_result(node.args[-1])]
    if isinstance(node, Expr) and node.head in _NO_VALUE:
        return [node]
    return [Expr("=", [sym(_RESULT), node], node.span if isinstance(node, Expr) else None)]


def _compiled(nodes: list[Node], names: tuple[str, ...], functions: frozenset[str]) -> Any:
    from .emit.build import NOWHERE
    from .emit.module import emit_module
    from .lower.collect import collect
    from .lower.context import Context
    from .lower.modules import ModuleScope
    from .lower.toplevel import lower_module
    from .passes import run

    context = Context(SourceFile("eval", ""))
    scope = ModuleScope(("Main",), file="eval")
    for name in names:
        scope.bind(name, "variable")
    program = ir.Program(lower_module(scope, collect(scope, nodes, context), context))
    errors = [d for d in context.diagnostics if d.severity is Severity.ERROR]
    if errors:
        raise UnsupportedError(errors)
    tree, _ = emit_module(run(program), NOWHERE, functions)
    return tree
