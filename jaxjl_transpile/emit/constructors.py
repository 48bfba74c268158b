"""Inner constructors and the defaults of `@kwdef`."""

from __future__ import annotations

import ast

from jaxjl_runtime.names import mangle

from .. import ir
from . import build as b
from .frame import Emitter, Frame, statements, value
from .functions import function_value


def constructors(
    e: Emitter, node: ir.DefineStruct, at: b.At
) -> tuple[ast.expr, list[ast.stmt]]:
    """The function `(P, new) -> None` that adds the inner constructors, and its definition."""
    from .naming import global_name

    owner = global_name(node.module, node.name)
    if _is_one_lambda(node):
        method = node.constructors[0]
        assert isinstance(method, ir.DefineMethod) and method.function is not None
    name = e.names.region("constructors")
    parameters = b.arguments([b.put(ast.arg(owner), at), b.put(ast.arg("new"), at)])
    with e.framed(Frame()):
        e.functions.add(owner)
        body = statements(e, node.constructors)
    return b.name(name, at), [b.define(name, parameters, body, at)]


def _is_one_lambda(node: ir.DefineStruct) -> bool:
    return len(node.constructors) == 1 and isinstance(node.constructors[0], ir.DefineMethod)


def field_defaults(e: Emitter, node: ir.DefineStruct, at: b.At) -> ast.expr:
    """`True`."""
    return b.constant(True, at)


__all__ = ["constructors", "field_defaults", "function_value", "mangle", "value"]
