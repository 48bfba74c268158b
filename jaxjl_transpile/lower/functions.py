"""Functions in all their forms: methods, closures, callable objects, comprehensions' bodies."""

from __future__ import annotations

from .. import ir
from ..syntax.expr import Expr, Node, QuoteNode, Symbol, sym
from .lowerer import NOTHING, Lowerer, effect_of, value_of
from .names import field_name, module_of
from .scopes import FunctionInfo, ScopeKind
from .shape import is_anonymous
from .signature import (
    Signature,
    arrow_signature,
    is_expr,
    is_method,
    method_signature,
    parameter_names,
)
from .sinks import TAIL
from .types import define_abstract, define_struct, type_parameters


@effect_of("function")
def _function_effect(lw: Lowerer, node: Expr) -> None:
    if is_anonymous(node):
        return
    define(lw, node)


@value_of("function")
def _function_value(lw: Lowerer, node: Expr) -> ir.Value:
    if is_anonymous(node):
        signature = method_signature(node.args[0])
        return ir.Lambda(function(lw, signature, node.args[1], node), node.span)
    define(lw, node)
    head = node.args[0]
    name = head if isinstance(head, Symbol) else method_signature(head).name
    return NOTHING if is_expr(name, "::") else lw.value(name)


@value_of("->")
def _arrow(lw: Lowerer, node: Expr) -> ir.Value:
    return ir.Lambda(function(lw, arrow_signature(node.args[0]), node.args[1], node), node.span)


@effect_of("method")
def _method(lw: Lowerer, node: Expr) -> None:
    define(lw, node)


@effect_of("#doc")
def _documented(lw: Lowerer, node: Expr) -> None:
    """A definition with its docstring; what has no place for one is lowered without."""
    text, inner = node.args
    doc = text if isinstance(text, str) else None
    if isinstance(inner, Expr):
        with lw.at(inner):
            if inner.head == "#doc":
                inner = inner.args[1]
            if not isinstance(inner, Expr):
                return
            if (inner.head == "function" and not is_anonymous(inner)) or (
                inner.head == "=" and is_method(inner.args[0])
            ):
                define(lw, inner, doc)
                return
            if inner.head == "struct":
                define_struct(lw, inner, doc)
                return
            if inner.head in ("abstract", "primitive"):
                define_abstract(lw, inner, doc)
                return
            if inner.head in ("call", "where", "::"):  # `"text" f(x)`: a signature alone
                return
    if not isinstance(inner, Symbol):
        lw.effect(inner)


# ------------------------------------------------------------------------------------ methods


def define(lw: Lowerer, node: Expr, doc: str | None = None) -> None:
    """Adds the definition that `function …` or `f(x) = …` is."""
    head = node.args[0]
    if isinstance(head, (Symbol, QuoteNode)) or (is_expr(head, ".") and len(node.args) == 1):
        target = _target(lw, head)
        lw.add(ir.DefineMethod(target, None, node.span))
        return
    signature = method_signature(head)
    name = signature.name
    body = node.args[1] if len(node.args) > 1 else None
    if is_expr(name, "::"):
        lw.add(ir.DefineMethod(None, _callable(lw, signature, body, node, doc), node.span))
        return
    generic: ir.Value | None = None
    applied = name
    if is_expr(name, "curly"):
        applied = None
    else:
        generic = _target(lw, name)
    made = function(lw, signature, body, node, doc=doc, target=name)
    if applied is None:
        generic = lw.applied_target
    lw.add(ir.DefineMethod(generic, made, node.span))


def _target(lw: Lowerer, name: Node) -> ir.Value:
    """The function that a definition adds a method to."""
    if isinstance(name, QuoteNode):
        name = name.value
    if isinstance(name, Symbol):
        found = lw.scope.find(name.name)
        if isinstance(found, ir.Var):
            if lw.scope.owner_crosses_function(found):
                lw.rebound.add(found)
            if lw.defined.setdefault(found, list(lw.branches)) != lw.branches:
                raise lw.fail(
                    "E0432",
                    f"the methods of the local function `{name.name}` are in different branches",
                    hint=f"write `{name.name} = (…) -> …` in each branch",
                )
            return ir.Local(found, lw.span)
        if lw.module.extends(name.name):
            return lw.module.resolve(name.name, lw.span)
        if name.name in lw.module.imported:
            raise lw.fail(
                "E0417",
                f"function `{name.name}` must be explicitly imported to be extended",
                hint=f"write `import` instead of `using`, or define `Module.{name.name}(…)`",
            )
        lw.module.bind(name.name, "function")
        return ir.Global(lw.module.path, name.name, lw.span)
    if isinstance(name, Expr) and name.head == ".":
        text = field_name(name.args[1])
        module = module_of(lw, name.args[0])
        if module is not None and text is not None:
            from .modules import ModuleScope, member

            if module is lw.module:
                return _target(lw, sym(text))
            if isinstance(module, ModuleScope):
                module.bind(text, "function") if text not in module.imported else None
            return member(module, text, name.span)
        return lw.value(name)
    if is_expr(name, "$"):
        raise lw.fail("E0411", '"$" expression outside quote', name)
    raise lw.fail("E0418", "invalid function name", name)


def _callable(
    lw: Lowerer, signature: Signature, body: Node, node: Expr, doc: str | None
) -> ir.Function:
    """`(p::Poly)(x) = …`."""
    return function(lw, signature, body, node, doc=doc, callee=signature.name)


def method_name(name: Node) -> str | None:
    """The name that a method has in error messages."""
    if isinstance(name, Symbol):
        return name.name
    if isinstance(name, Expr):
        if name.head == ".":
            return field_name(name.args[1])
        if name.head == "curly":
            return method_name(name.args[0])
    return None


def function(
    lw: Lowerer,
    signature: Signature,
    body: Node,
    node: Expr,
    *,
    doc: str | None = None,
    callee: Node = None,
    target: Node = None,
) -> ir.Function:
    """The method's code. With `target` `Point{T}`, `lw.applied_target` is that value after."""
    outer = lw.scope.function
    info = FunctionInfo(None, outer.constructed, outer.struct, method_name(signature.name))
    before_span = lw.span
    with lw.scoped(ScopeKind.FUNCTION, function=info) as scope, lw.collected() as statements:
        wheres = type_parameters(lw, signature.wheres)
        called = _param(lw, callee) if callee is not None else None
        if is_expr(target, "curly"):
            lw.applied_target = lw.pure(target)
            if info.constructed is not None:
                info.constructed = lw.applied_target
        params = tuple(_param(lw, part) for part in signature.params)
        keywords = tuple(_param(lw, part) for part in signature.keywords)
        given = [*signature.params, *signature.keywords]
        lw.declare(body)
        if signature.returns is not None:
            info.return_type = _return_type(lw, signature.returns)
        _destructure(lw, given, (*params, *keywords))
        lw.into(body, TAIL)
    lw.span = before_span
    return ir.Function(
        info.name, params, keywords, wheres, lw.body(statements, scope), doc, called, span=node.span
    )


def _return_type(lw: Lowerer, node: Node) -> ir.Value:
    """The declared return type, evaluated once."""
    value = lw.value(node)
    if isinstance(value, (ir.BuiltinName, ir.Global, ir.Local)):
        return value
    return lw.kept(value, "returned") if not _constant_type(value) else value


def _constant_type(value: ir.Value) -> bool:
    match value:
        case ir.BuiltinName() | ir.Const():
            return True
        case ir.Local(var):
            return var.kind is ir.VarKind.STATIC_PARAMETER
        case ir.Call(ir.BuiltinName(_, "apply_type"), arguments):
            return all(_constant_type(a) or isinstance(a, ir.Global) for a in arguments)
    return False


def _param(lw: Lowerer, node: Node) -> ir.Param:
    """One parameter; its name is visible to the ones after it."""
    default: Node = None
    has_default = False
    slurp = False
    span = node.span if isinstance(node, Expr) else lw.span
    if isinstance(node, Expr) and node.head in ("kw", "="):
        node, default = node.args
        has_default = True
    if isinstance(node, Expr) and node.head == "...":
        slurp, node = True, node.args[0]
    type_: Node = None
    typed = False
    if isinstance(node, Expr) and node.head == "::":
        typed = True
        type_ = node.args[-1]
        node = node.args[0] if len(node.args) == 2 else _NO_NAME
    given = lw.pure(default) if has_default else None
    wanted: ir.Value | None = None
    if typed:
        wanted = lw.pure(type_)
        if _is_vararg(type_):
            slurp = True
    return ir.Param(_parameter_var(lw, node, span), wanted, given, slurp, span)


_NO_NAME = sym("")


def _is_vararg(node: Node) -> bool:
    if isinstance(node, Expr) and node.head == "curly":
        node = node.args[0]
    return isinstance(node, Symbol) and node.name == "Vararg"


def _parameter_var(lw: Lowerer, node: Node, span: object) -> ir.Var:
    if isinstance(node, Symbol):
        var = ir.Var(node.name, ir.VarKind.ARGUMENT, lw.span)
        if node.name:
            if node.name in lw.scope.names and node.name.strip("_"):
                known = lw.scope.names[node.name]
                if isinstance(known, ir.Var) and known.kind is ir.VarKind.ARGUMENT:
                    raise lw.fail("E0419", "function argument names not unique", None)
            lw.scope.names[node.name] = var
        return var
    if is_expr(node, "tuple"):
        var = ir.Var("argument", ir.VarKind.ARGUMENT, lw.span)
        for name in parameter_names(node):
            lw.scope.declare(name, ir.Var(name, ir.VarKind.LOCAL, lw.span))
        return var
    raise lw.fail("E0420", "invalid argument name", node)


def _destructure(lw: Lowerer, nodes: list[Node], params: tuple[ir.Param, ...]) -> None:
    """The assignments that take apart the parameters `((a, b), c)`."""
    from .assignments import assign

    for node, param in zip(nodes, params, strict=True):
        inner = node
        while isinstance(inner, Expr) and inner.head in ("kw", "=", "...", "::"):
            inner = inner.args[0]
        if isinstance(inner, Expr) and inner.head == "tuple":
            assign(lw, inner, ir.Local(param.var, param.span))


def thunk(lw: Lowerer, node: Node) -> ir.Function:
    """A function without parameters that evaluates an expression."""
    span = node.span if isinstance(node, Expr) else lw.span
    return function(lw, Signature(), node, Expr("->", [], span))


# ------------------------------------------------------------------------------ comprehensions


@value_of("comprehension")
def _comprehension(lw: Lowerer, node: Expr) -> ir.Value:
    return _comprehend(lw, node.args[0], ir.ComprehensionKind.ARRAY, None, node)


@value_of("typed_comprehension")
def _typed_comprehension(lw: Lowerer, node: Expr) -> ir.Value:
    eltype = lw.value(node.args[0])
    return _comprehend(lw, node.args[1], ir.ComprehensionKind.ARRAY, eltype, node)


@value_of("generator", "flatten")
def _generator(lw: Lowerer, node: Expr) -> ir.Value:
    return _comprehend(lw, node, ir.ComprehensionKind.GENERATOR, None, node)


def _comprehend(
    lw: Lowerer, node: Node, kind: ir.ComprehensionKind, eltype: ir.Value | None, whole: Expr
) -> ir.Comprehension:
    assert isinstance(node, Expr)
    flatten = node.head == "flatten"
    if flatten:
        inner = node.args[0]
        assert isinstance(inner, Expr)
        node = inner
    body, *headers = node.args
    condition: Node = None
    filtered = False
    if headers and is_expr(headers[0], "filter"):
        filtered = True
        condition, *headers = headers[0].args  # type: ignore[union-attr]
    targets = [h.args[0] for h in headers if isinstance(h, Expr)]
    with lw.at(node):
        iterators = lw.values([h.args[1] for h in headers if isinstance(h, Expr)])
        made = function(lw, Signature(params=[_element(t) for t in targets]), body, node)
        test = None
        if filtered:
            test = function(lw, Signature(params=[_element(t) for t in targets]), condition, node)
    return ir.Comprehension(kind, made, tuple(iterators), test, eltype, flatten, whole.span)


def _element(target: Node) -> Node:
    if isinstance(target, Expr) and target.head == "outer":
        return target.args[0]
    if isinstance(target, Expr) and target.head == "::":
        return target.args[0]
    return target
