"""Functions: lambdas, `def`s, parameters, defaults, methods."""

from __future__ import annotations

import ast

from jaxjl_runtime.names import mangle

from .. import ir
from ..passes.walk import parameters as all_parameters
from ..passes.walk import walk
from . import build as b
from .frame import Emitter, Frame, Leaving, statement_of, statements, value
from .naming import global_name


def function_value(e: Emitter, function: ir.Function, at: b.At) -> ast.expr:
    """A `lambda`, or the name of a `def` that goes before the statement."""
    if _is_expression(e, function):
        last = function.body.statements[-1]
        assert isinstance(last, ir.Return)
        with e.hoisting() as ahead, e.framed(Frame()):
            kernel, e.kernel = e.kernel, False
            body = value(e, last.value)
            e.kernel = kernel
        if not ahead:
            return b.put(ast.Lambda(signature(e, function), body), at)
    name = e.names.region((function.name and mangle(function.name)) or "f")
    e.ahead.append(_typed(e, function, name, at))
    return b.name(name, at)


def _typed(e: Emitter, function: ir.Function, name: str, at: b.At) -> ast.stmt:
    decorators = []
    if has_types(function):
        decorators = [_decorator(e, b.jl("function", at), function, None, at)]
    return define(e, function, name, at, decorators)


def _is_expression(e: Emitter, function: ir.Function) -> bool:
    """Whether a Python lambda can say the whole function."""
    if len(function.body.statements) != 1 or has_types(function):
        return False
    if not isinstance(function.body.statements[0], ir.Return):
        return False
    params = list(all_parameters(function))
    if any(p.default is not None and not _literal(p.default) for p in params):
        return False
    if any(p.slurp for p in function.keywords):
        return False
    own = {p.var for p in params} | set(function.body.locals)
    return not (own & e.tables.boxed) and not e.tables.initial.get(function.body)


def has_types(function: ir.Function) -> bool:
    """Whether a method says anything about its arguments' types."""
    return bool(function.where) or any(p.type is not None for p in all_parameters(function))


def _literal(node: ir.Value) -> bool:
    return isinstance(node, ir.Const) and isinstance(node.value, bool | int | float | str | None)


def signature(e: Emitter, function: ir.Function) -> ast.arguments:
    """The parameters of a method, in Python."""
    positional: list[ast.arg] = []
    defaults: list[ast.expr] = []
    slurp = keyword_slurp = None
    keyword_args: list[ast.arg] = []
    keyword_defaults: list[ast.expr | None] = []
    for var in static_parameters(function):
        positional.append(b.put(ast.arg(e.names[var]), e.at))
    callee = () if function.callee is None else (function.callee,)
    for param in (*callee, *function.params):
        if param.slurp:
            slurp = _parameter(e, param)
            continue
        positional.append(_parameter(e, param))
        if param.default is not None:
            defaults.append(_default(e, param.default))
    for param in function.keywords:
        if param.slurp:
            keyword_slurp = _parameter(e, param)
            continue
        keyword_args.append(_parameter(e, param))
        default = None if param.default is None else _default(e, param.default)
        keyword_defaults.append(default)
    return b.arguments(positional, defaults, slurp, keyword_args, keyword_defaults, keyword_slurp)


def _parameter(e: Emitter, param: ir.Param) -> ast.arg:
    at = e.place(param.span)
    annotation = None if param.type is None else value(e, param.type)
    return b.put(ast.arg(e.names[param.var], annotation), at)


def _default(e: Emitter, default: ir.Value) -> ast.expr:
    at = e.place(default.span)
    return value(e, default) if _literal(default) else b.jl("DEFAULT", at)


def static_parameters(function: ir.Function) -> list[ir.Var]:
    """The type variables that the body uses as values."""
    if not function.where:
        return []
    used = {item.var for item in walk(function.body) if isinstance(item, ir.Local)}
    for param in all_parameters(function):
        if param.default is not None:
            used |= {i.var for i in walk(param.default) if isinstance(i, ir.Local)}
    return [p.var for p in function.where if p.var in used]


def define(
    e: Emitter,
    function: ir.Function,
    name: str,
    at: b.At,
    decorators: list[ast.expr],
) -> ast.stmt:
    """The `def` of a method."""
    arguments = signature(e, function)
    frame = Frame(returns=Leaving.PYTHON, breaks=Leaving.PYTHON)
    with e.framed(frame), e.hoisting():
        kernel, e.kernel = e.kernel, False
        head: list[ast.stmt] = []
        if function.doc:
            head.append(b.expression(b.constant(function.doc, at), at))
        body = [*_prepared(e, function), *opened(e, function.body, at)]
        e.kernel = kernel
    head += _globals(frame, at)
    return b.define(name, arguments, [*head, *_trimmed(body)], at, decorators)


def scope_function(e: Emitter, name: str, body: ir.Body, at: b.At) -> ast.stmt:
    """A scope of the top level as a function without parameters."""
    frame = Frame()
    with e.framed(frame), e.hoisting():
        made = opened(e, body, at)
    return b.define(name, b.arguments([]), [*_globals(frame, at), *made], at)


def _prepared(e: Emitter, function: ir.Function) -> list[ast.stmt]:
    """What happens to the parameters before the body: defaults, keywords, boxes."""
    made: list[ast.stmt] = []
    for param in (*function.params, *function.keywords):
        at = e.place(param.span)
        name = e.names[param.var]
        if param.slurp and param in function.keywords:
            made.append(b.assign_name(name, b.call("pairs_of", [b.name(name, at)], at), at))
        if param.default is not None and not _literal(param.default):
            test = b.compare(b.name(name, at), ast.Is(), b.jl("DEFAULT", at), at)
            with e.hoisting() as ahead:
                default = value(e, param.default)
            made.append(b.if_(test, [*ahead, b.assign_name(name, default, at)], [], at))
    for param in all_parameters(function):
        if param.var in e.tables.boxed:
            at = e.place(param.span)
            name = e.names[param.var]
            made.append(b.assign_name(name, b.call("Box", [b.name(name, at)], at), at))
    return made


def _globals(frame: Frame, at: b.At) -> list[ast.stmt]:
    return [b.put(ast.Global(sorted(frame.globals)), at)] if frame.globals else []


def opened(e: Emitter, body: ir.Body, at: b.At) -> list[ast.stmt]:
    """The statements of a body, after what its own variables start with."""
    made: list[ast.stmt] = []
    for var in e.tables.initial.get(body, ()):
        made.append(b.assign_name(e.names[var], b.jl("UNDEF", at), at))
    made += boxes(e, body, at)
    return [*made, *statements(e, body.statements)]


def boxes(e: Emitter, body: ir.Body, at: b.At) -> list[ast.stmt]:
    """New boxes for the shared variables of a scope; a first statement that sets one makes it."""
    made: list[ast.stmt] = []
    for var in body.locals:
        if var not in e.tables.boxed:
            continue
        if _set_first(body, var):
            e.frame.boxes.add(var)
        else:
            e.unset_boxes.add(var)
            made.append(b.assign_name(e.names[var], b.call("Box", [b.jl("UNDEF", at)], at), at))
    return made


def _set_first(body: ir.Body, var: ir.Var) -> bool:
    """Whether the first statement that mentions a variable is a plain assignment to it."""
    from ..passes.walk import mentioned

    for statement in body.statements:
        match statement:
            case ir.Assign(target=ir.LocalTarget(var=found), value=value) if found is var:
                return var not in mentioned(value)
        if var in mentioned(statement):
            return False
    return False


def _trimmed(body: list[ast.stmt]) -> list[ast.stmt]:
    """The statements without a last `return None`, which Python adds by itself."""
    last = body[-1] if body else None
    if isinstance(last, ast.Return):
        found = last.value
        if found is None or (isinstance(found, ast.Constant) and found.value is None):
            return body[:-1]
    return body


# ------------------------------------------------------------------------------------- methods


def _decorator(
    e: Emitter,
    head: ast.expr,
    function: ir.Function,
    julia_name: str | None,
    at: b.At,
    *options_: ast.keyword,
) -> ast.expr:
    from .types import decorator

    options: list[ast.keyword] = list(options_)
    static = [b.constant(v.name, at) for v in static_parameters(function)]
    if julia_name is not None:
        options.append(b.keyword("name", b.constant(julia_name, at), at))
    if static:
        options.append(b.keyword("static", b.tuple_(static, at), at))
    return decorator(head, function.where, options, e, at)


@statement_of(ir.DefineMethod)
def _method(e: Emitter, node: ir.DefineMethod, at: b.At) -> list[ast.stmt]:
    target = node.target
    if target is None:
        return _callable(e, node, at)
    if isinstance(target, ir.Global):
        return _global_method(e, node, target, at)
    if isinstance(target, ir.Local):
        return _local_method(e, node, target, at)
    if node.function is None:
        return []
    head = _applied(target)
    if head is not None:
        return [_constructor(e, node.function, head, target, at)]
    return [_added(e, node.function, value(e, target), at)]


def _applied(target: ir.Value) -> ir.Value | None:
    """`Point` of the target `Point{T}`."""
    if not isinstance(target, ir.Call) or not isinstance(target.function, ir.BuiltinName):
        return None
    return target.arguments[0] if target.function.name == "apply_type" else None


def _constructor(
    e: Emitter, function: ir.Function, owner: ir.Value, target: ir.Value, at: b.At
) -> ast.stmt:
    """`Point{T}(x) where T = …`: `@Point.method(T := jl.TypeVar("T"), head=Point[T])`."""
    head = b.attribute(value(e, owner), "method", at)
    applied = b.keyword("head", value(e, target), at)
    return define(e, function, "_", at, [_decorator(e, head, function, None, at, applied)])


def _added(e: Emitter, function: ir.Function, owner: ast.expr, at: b.At) -> ast.stmt:
    """`@owner.method def _(…): …`."""
    head = b.attribute(owner, "method", at)
    return define(e, function, "_", at, [_decorator(e, head, function, None, at)])


def _callable(e: Emitter, node: ir.DefineMethod, at: b.At) -> list[ast.stmt]:
    """`(p::Poly)(x) = …`: the called object is the first parameter."""
    function = node.function
    assert function is not None
    head = b.jl("callable_method", at)
    return [define(e, function, "_", at, [_decorator(e, head, function, None, at)])]


def _global_method(
    e: Emitter, node: ir.DefineMethod, target: ir.Global, at: b.At
) -> list[ast.stmt]:
    name = global_name(target.module, target.name)
    function = node.function
    known = name in e.functions
    e.functions.add(name)
    julia_name = target.name if len(target.module) > 1 else None
    if function is None:
        if known:
            return []
        made = b.assign_name(name, b.call("new_function", [b.constant(target.name, at)], at), at)
        return e.declare_global(name, [made], at)
    if known:
        owner = b.attribute(b.name(name, at), "method", at)
        decoration = _decorator(e, owner, function, None, at)
        if name in e.types:
            return [define(e, function, "_", at, [decoration])]
        return e.declare_global(name, [define(e, function, name, at, [decoration])], at)
    decoration = _decorator(e, b.jl("function", at), function, julia_name, at)
    return e.declare_global(name, [define(e, function, name, at, [decoration])], at)


def _local_method(e: Emitter, node: ir.DefineMethod, target: ir.Local, at: b.At) -> list[ast.stmt]:
    var = target.var
    name = e.names[var]
    function = node.function
    if function is None:
        return [b.assign_name(name, b.call("new_function", [b.constant(var.name, at)], at), at)]
    several = var in e.several
    boxed = var in e.tables.boxed
    if var in e.started:
        owner: ast.expr = b.name(name, at)
        if boxed:
            owner = b.attribute(owner, "value", at)
        return [_added(e, function, owner, at)]
    if several:
        e.started.add(var)
    decorators = []
    if several or has_types(function):
        decorators = [_decorator(e, b.jl("function", at), function, None, at)]
    if not boxed:
        return [define(e, function, name, at, decorators)]
    inner = e.names.region(name)
    made = define(e, function, inner, at, decorators)
    shared = b.attribute(b.name(name, at), "value", at)
    return [made, b.assign(shared, b.name(inner, at), at)]
