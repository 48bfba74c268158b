"""Type variables and definitions of types: `where`, `struct`, `abstract type`."""

from __future__ import annotations

import ast

from jaxjl_runtime.names import mangle

from .. import ir
from ..passes.walk import walk
from . import build as b
from .frame import Emitter, statement_of, value
from .naming import global_name


def type_variable(e: Emitter, parameter: ir.TypeParameter, at: b.At) -> ast.expr:
    """`jl.TypeVar("T", upper, lower)`."""
    name = parameter.var.name
    arguments = [b.constant(name, at)]
    if parameter.upper is not None or parameter.lower is not None:
        upper = parameter.upper
        arguments.append(b.jl("Any", at) if upper is None else value(e, upper))
    if parameter.lower is not None:
        arguments.append(value(e, parameter.lower))
    return b.call("TypeVar", arguments, at)


def bound_variable(e: Emitter, parameter: ir.TypeParameter, at: b.At) -> ast.expr:
    """`T := jl.TypeVar("T")`."""
    return b.named(e.names[parameter.var], type_variable(e, parameter, at), at)


def decorator(
    head: ast.expr,
    variables: tuple[ir.TypeParameter, ...],
    options: list[ast.keyword],
    e: Emitter,
    at: b.At,
) -> ast.expr:
    """`head`, or `head(T := …, option=…)`."""
    if not variables and not options:
        return head
    return b.call(head, [bound_variable(e, v, at) for v in variables], at, options)


@statement_of(ir.DefineAbstract)
def _abstract(e: Emitter, node: ir.DefineAbstract, at: b.At) -> list[ast.stmt]:
    """`Shape = jl.abstract("Shape", supertype=…)`."""
    name = global_name(node.module, node.name)
    e.functions.add(name)
    options = _options(e, node, at)
    function = "abstract"
    arguments = [b.constant(node.name, at)]
    arguments += [bound_variable(e, parameter, at) for parameter in node.parameters]
    if node.bits is not None:
        function = "primitive"
        options.append(b.keyword("bits", value(e, node.bits), at))
    if node.doc:
        options.append(b.keyword("doc", b.constant(node.doc, at), at))
    made = b.assign_name(name, b.call(function, arguments, at, options), at)
    return e.declare_global(name, [made], at)


def _options(e: Emitter, node: ir.DefineStruct | ir.DefineAbstract, at: b.At) -> list[ast.keyword]:
    options: list[ast.keyword] = []
    if node.supertype is not None:
        options.append(b.keyword("supertype", value(e, node.supertype), at))
    if len(node.module) > 1:
        options.append(b.keyword("name", b.constant(node.name, at), at))
        options.append(b.keyword("module", b.constant(".".join(node.module), at), at))
    return options


def _is_recursive(node: ir.DefineStruct) -> bool:
    """Whether the types of the fields mention the struct itself."""
    types = [field.type for field in node.fields if field.type is not None]
    return any(
        isinstance(item, ir.Global) and (item.module, item.name) == (node.module, node.name)
        for type_ in types
        for item in walk(type_)
    )


def _forward(e: Emitter, node: ir.DefineStruct, name: str, at: b.At) -> ast.expr:
    """`Node := jl.forward("Node", T)`: the type, before its fields are known."""
    variables = [b.name(e.names[parameter.var], at) for parameter in node.parameters]
    made = b.call("forward", [b.constant(node.name, at), *variables], at)
    return b.named(name, made, at)


@statement_of(ir.DefineStruct)
def _struct(e: Emitter, node: ir.DefineStruct, at: b.At) -> list[ast.stmt]:
    """A class whose annotations are the fields."""
    from .constructors import constructors

    name = global_name(node.module, node.name)
    e.functions.add(name)
    options = _options(e, node, at)
    if node.mutable:
        options.append(b.keyword("mutable", b.constant(True, at), at))
    made: list[ast.stmt] = []
    ahead = [bound_variable(e, parameter, at) for parameter in node.parameters]
    if _is_recursive(node):
        ahead.append(_forward(e, node, name, at))
    constant = [f.name for f in node.fields if f.const]
    if constant:
        names = [b.constant(mangle(n), at) for n in constant]
        options.append(b.keyword("const", b.tuple_(names, at), at))
    if node.constructors:
        function, before = constructors(e, node, at)
        made += before
        options.append(b.keyword("constructors", function, at))
    head = b.jl("struct", at)
    decoration = b.call(head, ahead, at, options) if ahead or options else head
    body: list[ast.stmt] = []
    if node.doc:
        body.append(b.expression(b.constant(node.doc, at), at))
    for field in node.fields:
        place = e.place(field.span)
        annotation = b.jl("Any", place) if field.type is None else value(e, field.type)
        target = b.put(ast.Name(mangle(field.name), b.STORE), place)
        body.append(b.put(ast.AnnAssign(target, annotation, None, 1), place))
    made.append(
        b.put(ast.ClassDef(name, [], [], body or [b.put(ast.Pass(), at)], [decoration]), at)
    )
    return e.declare_global(name, made, at)
