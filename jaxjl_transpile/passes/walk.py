"""Traversals of the core language that the passes share: children, rebuilding, reads and writes."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, get_args

from .. import ir

# Every class whose instances are part of a tree; variables are references and have no children.
_CLASSES: set[type] = {
    cls
    for cls in vars(ir).values()
    if isinstance(cls, type) and dataclasses.is_dataclass(cls) and cls is not ir.Var
} - {ir.Comment, ir.Program}

_STATEMENTS: set[type] = {*get_args(ir.Statement), ir.Body}
_ADDED: set[type] = set()  # statements that passes add to the core language

_NO_CHILDREN = frozenset(
    {"span", "name", "names", "path", "exports", "globals", "constants", "doc", "locals"}
)


def register(cls: type) -> type:
    """A node class that passes add to the core language, made known to the traversals."""
    _CLASSES.add(cls)
    _ADDED.add(cls)
    return cls


_FIELDS: dict[type, tuple[str, ...]] = {}  # the fields of each class that may hold nodes


def _fields(cls: type) -> tuple[str, ...]:
    found = _FIELDS.get(cls)
    if found is None:
        names = (f.name for f in dataclasses.fields(cls))
        found = _FIELDS[cls] = tuple(n for n in names if n not in _NO_CHILDREN)
    return found


def children(node: Any) -> list[Any]:
    """The nodes directly under a node, in the order in which they stand in its class."""
    found: list[Any] = []
    for name in _fields(type(node)):
        value = getattr(node, name)
        cls = type(value)
        if cls is tuple:
            if value:
                found += [item for item in value if type(item) in _CLASSES]
        elif cls in _CLASSES:
            found.append(value)
    return found


def walk(node: Any) -> Iterator[Any]:
    """A node and all nodes under it, those of nested functions included."""
    stack = [node]
    while stack:
        current = stack.pop()
        yield current
        below = children(current)
        below.reverse()
        stack += below


def rebuild(node: Any, change: Callable[[Any], Any]) -> Any:
    """The node with `change` applied to each child; the node itself if nothing changed."""
    changes: dict[str, Any] = {}
    for name in _fields(type(node)):
        value = getattr(node, name)
        if type(value) is tuple:
            items = tuple(change(i) if type(i) in _CLASSES else i for i in value)
            if any(a is not b for a, b in zip(items, value, strict=True)):
                changes[name] = items
        elif type(value) in _CLASSES:
            new = change(value)
            if new is not value:
                changes[name] = new
    return dataclasses.replace(node, **changes) if changes else node


def transform(
    node: Any, change: Callable[[Any], Any], same: Callable[[Any, Any], None] | None = None
) -> Any:
    """The tree with `change` applied to every node, innermost first.

    `same(old, new)` hears of each node that is made anew only because something in it changed.
    """
    new = rebuild(node, lambda child: transform(child, change, same))
    if same is not None and new is not node:
        same(node, new)
    return change(new)


# ------------------------------------------------------------------------------------ variables


def target_vars(target: ir.Target) -> Iterator[ir.Var]:
    """The local variables that a target binds."""
    if isinstance(target, ir.LocalTarget):
        yield target.var
    elif isinstance(target, ir.TupleTarget):
        for item in target.items:
            yield from target_vars(item)


def parameters(function: ir.Function) -> Iterator[ir.Param]:
    """Every parameter of a method, the called object first."""
    if function.callee is not None:
        yield function.callee
    yield from function.params
    yield from function.keywords


@cache
def _declared(node: Any) -> frozenset[ir.Var]:
    found: set[ir.Var] = set()
    for item in walk(node):
        if isinstance(item, ir.Body):
            found.update(item.locals)
        elif isinstance(item, ir.Try):
            if item.variable is not None:
                found.add(item.variable)
        elif isinstance(item, ir.Function):
            found.update(p.var for p in parameters(item))
            found.update(p.var for p in item.where)
        elif isinstance(item, ir.Kernel):
            found.update(item.params)
        elif isinstance(item, ir.Where | ir.DefineStruct | ir.DefineAbstract):
            found.update(p.var for p in item.parameters)
    return frozenset(found)


def declared(node: Any) -> frozenset[ir.Var]:
    """The variables whose scope lies within a node."""
    return _declared(node)


@cache
def free(function: ir.Function) -> frozenset[ir.Var]:
    """The variables of enclosing scopes that a function, or one nested in it, reads or sets."""
    return frozenset(mentioned(function)) - declared(function)


def mentioned(node: Any) -> set[ir.Var]:
    """Every variable that occurs in a node, read or set, nested functions included."""
    found: set[ir.Var] = set()
    for item in walk(node):
        if isinstance(item, ir.Local | ir.LocalTarget | ir.IsDefined):
            found.add(item.var)
        elif isinstance(item, ir.Try) and item.variable is not None:
            found.add(item.variable)
    return found


def assigned(node: Any) -> set[ir.Var]:
    """The variables that a node sets when it runs; what nested functions set is left out."""
    found: set[ir.Var] = set()
    stack = [node]
    while stack:
        item = stack.pop()
        if isinstance(item, ir.Function | ir.Kernel):
            continue
        if isinstance(item, ir.LocalTarget):
            found.add(item.var)
        elif isinstance(item, ir.DefineMethod) and isinstance(item.target, ir.Local):
            found.add(item.target.var)
        elif isinstance(item, ir.Try) and item.variable is not None:
            found.add(item.variable)
        stack.extend(children(item))
    return found


def statements_in(body: ir.Body) -> Iterator[Any]:
    """The statements of a body and of the bodies in it, those of nested functions left out."""
    stack: list[Any] = [body]
    while stack:
        item = stack.pop()
        if type(item) in _STATEMENTS or type(item) in _ADDED:
            yield item
            stack.extend(children(item))


def reads(node: Any) -> set[ir.Var]:
    """The variables that evaluating a value needs; of nested functions, what they capture."""
    found: set[ir.Var] = set()
    stack = [node]
    while stack:
        item = stack.pop()
        if isinstance(item, ir.Function):
            found |= free(item)
            continue
        if isinstance(item, ir.Local | ir.IsDefined):
            found.add(item.var)
        stack.extend(children(item))
    return found


def target_reads(target: ir.Target) -> set[ir.Var]:
    """The variables that storing into a target reads: the arrays and indices."""
    if isinstance(target, ir.IndexTarget | ir.FieldTarget):
        return reads(target)
    if isinstance(target, ir.TupleTarget):
        return set().union(*(target_reads(item) for item in target.items))
    return set()


def functions(node: Any) -> Iterator[ir.Function]:
    """Every function in a node, outer ones first."""
    for item in walk(node):
        if isinstance(item, ir.Function):
            yield item


def modules(node: Any) -> Iterator[ir.Module]:
    """Every module in a node, itself included."""
    for item in walk(node):
        if isinstance(item, ir.Module):
            yield item


def forget() -> None:
    """Drops what was remembered of the trees gone through."""
    _declared.cache_clear()
    free.cache_clear()
