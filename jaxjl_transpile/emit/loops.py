"""What a `for` binds: parameters of the body's function, or targets of Python's own loop."""

from __future__ import annotations

import ast
from collections.abc import Callable

from .. import ir
from . import build as b
from .frame import Emitter, value
from .statements import stored

Head = list[tuple[ir.Target, ast.expr]]


def loop_targets(e: Emitter, node: ir.For, at: b.At) -> tuple[list[str], list[ast.expr], Head]:
    """The parameters of the body, the iterators, and what the body first stores."""
    parameters: list[str] = []
    head: Head = []
    iterators: list[ast.expr] = []
    for iteration in node.iterations:
        iterator = value(e, iteration.iterator)
        if len(node.iterations) > 1:
            iterator = _dependent(e, iterator, parameters, head, at)
        iterators.append(iterator)
        name = _parameter(e, node, iteration)
        if name is None:
            name = e.names.region("item")
            head.append((iteration.target, b.name(name, at)))
        parameters.append(name)
    return parameters, iterators, head


def _parameter(e: Emitter, node: ir.For, iteration: ir.Iteration) -> str | None:
    """The body's own variable can be the parameter itself."""
    target = iteration.target
    if not isinstance(target, ir.LocalTarget) or target.var not in node.body.locals:
        return None
    return None if target.var in e.tables.boxed else e.names[target.var]


def _dependent(
    e: Emitter, iterator: ast.expr, parameters: list[str], head: Head, at: b.At
) -> ast.expr:
    """`lambda i: iterator`; destructured variables are bound by a lambda that is called at once."""
    for target, item in head:
        if not isinstance(target, ir.TupleTarget) or target.fields or target.slurp is not None:
            continue
        names = [e.names[t.var] for t in target.items if isinstance(t, ir.LocalTarget)]
        if len(names) == len(target.items):
            count = b.constant(len(names), at)
            parts = b.starred(b.call("destructure", [_again(item, at), count], at), at)
            iterator = b.call(b.lambda_(names, iterator, at), [parts], at)
    return b.lambda_(parameters, iterator, at)


def _again(item: ast.expr, at: b.At) -> ast.expr:
    assert isinstance(item, ast.Name)
    return b.name(item.id, at)


def plain_targets(
    e: Emitter, node: ir.For, at: b.At, body: Callable[[], list[ast.stmt]]
) -> list[ast.stmt]:
    """Python's own loop over the elements of one iterator, or over the tuples of several."""
    parameters, iterators, head = loop_targets(e, node, at)
    function = "elements" if len(iterators) == 1 else "nested_elements"
    first = [made for target, item in head for made in stored(e, target, item, at)]
    made = [*first, *body()]
    names = [b.name(p, at) for p in parameters]
    target = b.stored(names[0] if len(names) == 1 else b.tuple_(names, at))
    source = b.call(function, iterators, at)
    return [b.put(ast.For(target, source, made or [b.put(ast.Pass(), at)], []), at)]
