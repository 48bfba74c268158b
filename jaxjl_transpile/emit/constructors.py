"""Inner constructors."""

from __future__ import annotations

import ast

from .. import ir
from . import build as b
from .frame import Emitter, Frame, statements
from .naming import global_name


def constructors(e: Emitter, node: ir.DefineStruct, at: b.At) -> tuple[ast.expr, list[ast.stmt]]:
    """The function of the type and `new` that adds the inner constructors, and its definition."""
    owner = global_name(node.module, node.name)
    name = e.names.region("_constructors")
    parameters = b.arguments([b.put(ast.arg(owner), at), b.put(ast.arg("new"), at)])
    with e.framed(Frame()):
        e.functions.add(owner)
        body = statements(e, node.constructors)
    return b.name(name, at), [b.define(name, parameters, body, at)]
