"""`eval`, `include_string`: code that is compiled while the program runs."""

from __future__ import annotations

from typing import Any

from .dispatch import base
from .exceptions import ArgumentError, UnsupportedError
from .expr_values import Expr, GlobalRef, QuoteNode
from .modules import Module
from .symbols import Symbol
from .typeof import typeof

__all__: list[str] = []


def _evaluate(module: Any, code: Any) -> Any:
    if not isinstance(module, Module):
        raise ArgumentError("eval needs a module")
    namespace = module.__dict__.get("namespace_")
    if namespace is None:
        raise UnsupportedError(f"`eval` in the module {module.full_name()} is not supported")
    try:
        from jaxjl_transpile.evaluation import evaluate
    except ImportError as error:
        raise UnsupportedError("`eval` needs jaxjl_transpile to be installed") from error
    return evaluate(code, namespace, module)


@base("eval")
def eval_(*args: Any) -> Any:
    """`eval(module, code)`: the value of code in a module."""
    if len(args) != 2:
        raise UnsupportedError("`eval` as a value is not supported; call it")
    module, code = args
    if isinstance(code, Symbol):
        return _evaluate(module, code)
    if isinstance(code, QuoteNode):
        return code.value
    if isinstance(code, GlobalRef):
        return code.mod.find_(code.name.name)
    if isinstance(code, Expr):
        return _evaluate(module, code)
    return code


_generated: dict[tuple[Any, ...], Any] = {}


@base("generated_call")
def _(
    generator: Any,
    module: Any,
    names: Any,
    statics: tuple[Any, ...],
    args: tuple[Any, ...],
    slurps: bool,
) -> Any:
    """A call of a `@generated` function: its code is made once for each tuple of argument types."""
    types = tuple(typeof(arg) for arg in args)
    if slurps:
        types = (*types[:-1], tuple(typeof(item) for item in args[-1]))
    key = (generator, statics, types)
    made = _generated.get(key)
    if made is None:
        code = generator(*statics, *types)
        head = Expr(Symbol("tuple"), *names)
        made = _generated[key] = _evaluate(module, Expr(Symbol("->"), head, code))
    return made(*statics, *args)


@base("include_string")
def _(module: Any, text: str, *_: Any) -> Any:
    from .expr_values import parse_all

    result = None
    for code in parse_all(text):
        result = eval_(module, code)
    return result
