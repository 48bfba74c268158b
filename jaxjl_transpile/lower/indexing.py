"""Indexing and array literals."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from .. import ir
from ..syntax.expr import Expr, Node, Symbol
from .lowerer import Lowerer, value_of
from .signature import is_expr, without_lines


@value_of("ref")
def _ref(lw: Lowerer, node: Expr) -> ir.Value:
    return lower_index(lw, node)


@value_of("#view")
def _view(lw: Lowerer, node: Expr) -> ir.Value:
    """`@view a[i]` and what `@views` makes of `a[i]`: a call of the function named."""
    function, reference = node.args
    assert isinstance(function, Symbol) and isinstance(reference, Expr)
    index = lower_index(lw, reference)
    arguments = (index.object, *index.indices)
    return ir.Call(lw.base(function.name), arguments, index.keywords, node.span)


def lower_index(lw: Lowerer, node: Expr) -> ir.Index:
    """`a[i, j]`: inside the indices `end` and `begin` mean the last and first index of `a`."""
    array, *indices = node.args
    keywords: list[Node] = []
    plain: list[Node] = []
    for index in indices:
        if isinstance(index, Expr) and index.head == "parameters":
            keywords.extend(index.args)
        elif isinstance(index, Expr) and index.head == "kw":
            keywords.append(index)
        else:
            plain.append(index)
    before = lw.ends
    needs_name = any(uses_end(index) for index in plain)

    value = lw.value(array)
    if needs_name:
        value = lw.simple(value, _hint(array), *plain)
    parts: list[Callable[[], ir.Value]] = [lambda: value]
    count = len(plain)
    for position, index in enumerate(plain, 1):
        parts.append(partial(_index, lw, value, index, position, count))
    from .calls import keyword_of

    parts.extend(partial(lambda keyword: keyword_of(lw, keyword).value, k) for k in keywords)
    results = lw.in_order(parts)
    lw.ends = before
    names = [keyword_of(lw, k).name for k in keywords] if keywords else []
    extra = tuple(
        ir.Keyword(name, item, node.span)
        for name, item in zip(names, results[1 + count :], strict=True)
    )
    return ir.Index(results[0], tuple(results[1 : 1 + count]), extra, node.span)


def _index(lw: Lowerer, array: ir.Value, index: Node, position: int, count: int) -> ir.Value:
    before = lw.ends
    lw.ends = [*before, (array, position, count)]
    try:
        if is_expr(index, "..."):
            assert isinstance(index, Expr)
            return ir.Splat(lw.value(index.args[0]), index.span)
        return lw.value(index)
    finally:
        lw.ends = before


def _hint(node: Node) -> str:
    return node.name if isinstance(node, Symbol) else "array"


def uses_end(node: Node) -> bool:
    """Whether an index uses the `end` or `begin` of its own array."""
    if isinstance(node, Symbol):
        return node.name in ("end", "begin")
    if not isinstance(node, Expr) or node.head in ("quote", "inert"):
        return False
    if node.head == "ref":  # inner indices have an `end` of their own
        return uses_end(node.args[0])
    return any(uses_end(arg) for arg in node.args)


# ----------------------------------------------------------------------------- array literals


def _elements(lw: Lowerer, nodes: list[Node]) -> list[ir.Value]:
    from .calls import argument

    return lw.each(nodes, partial(argument, lw))


@value_of("vect")
def _vect(lw: Lowerer, node: Expr) -> ir.Value:
    if node.args and is_expr(node.args[0], "parameters"):
        raise lw.fail("E0200", "unexpected semicolon in array expression", node)
    return ir.Call(lw.base("vect"), tuple(_elements(lw, node.args)), span=node.span)


@value_of("hcat")
def _hcat(lw: Lowerer, node: Expr) -> ir.Value:
    return ir.Call(lw.base("hcat"), tuple(_elements(lw, node.args)), span=node.span)


@value_of("vcat")
def _vcat(lw: Lowerer, node: Expr) -> ir.Value:
    return _rows(lw, node.args, None, node)


@value_of("typed_hcat")
def _typed_hcat(lw: Lowerer, node: Expr) -> ir.Value:
    values = _elements(lw, node.args)
    return ir.Call(lw.base("typed_hcat"), tuple(values), span=node.span)


@value_of("typed_vcat")
def _typed_vcat(lw: Lowerer, node: Expr) -> ir.Value:
    return _rows(lw, node.args[1:], node.args[0], node)


def _rows(lw: Lowerer, rows: list[Node], eltype: Node, node: Expr) -> ir.Value:
    rows = without_lines(rows)
    head: list[Node] = [] if eltype is None else [eltype]
    prefix = "" if eltype is None else "typed_"
    if not any(is_expr(row, "row") for row in rows):
        values = _elements(lw, head + rows)
        return ir.Call(lw.base(prefix + "vcat"), tuple(values), span=node.span)
    lengths = []
    items: list[Node] = []
    for row in rows:
        inner = row.args if isinstance(row, Expr) and row.head == "row" else [row]
        if any(is_expr(item, "...") for item in inner):
            return _splatted_rows(lw, rows, eltype, node)
        lengths.append(ir.Const(len(inner), node.span))
        items.extend(inner)
    values = _elements(lw, head + items)
    shape = ir.Tup(tuple(lengths), span=node.span)
    arguments = (*values[: len(head)], shape, *values[len(head) :])
    return ir.Call(lw.base(prefix + "hvcat"), arguments, span=node.span)


def _splatted_rows(lw: Lowerer, rows: list[Node], eltype: Node, node: Expr) -> ir.Value:
    """`[a... ; b c]`: each row is put together first."""
    parts = [
        Expr("hcat", row.args, row.span) if isinstance(row, Expr) and row.head == "row" else row
        for row in rows
    ]
    head: list[Node] = [] if eltype is None else [eltype]
    name = "vcat" if eltype is None else "typed_vcat"
    return ir.Call(lw.base(name), tuple(_elements(lw, head + parts)), span=node.span)


@value_of("ncat", "typed_ncat")
def _ncat(lw: Lowerer, node: Expr) -> ir.Value:
    """`[a ;;; b]`: a cat along one dimension whose parts are those of the lower dimensions."""
    args = list(node.args)
    eltype = args.pop(0) if node.head == "typed_ncat" else None
    dimension = args.pop(0)
    assert isinstance(dimension, int)
    value = _along(lw, dimension, args, node)
    if eltype is None:
        return value
    converted = lw.base_call(
        "convert", lw.base_call("apply_type", lw.base("Array"), lw.value(eltype)), value
    )
    return converted


def _along(lw: Lowerer, dimension: int, parts: list[Node], node: Expr) -> ir.Value:
    def part(item: Node) -> ir.Value:
        if isinstance(item, Expr) and item.head == "nrow":
            inner = item.args[0]
            assert isinstance(inner, int)
            return _along(lw, inner, item.args[1:], item)
        if isinstance(item, Expr) and item.head == "row":
            return _along(lw, 2, item.args, item)
        return lw.value(item)

    values = lw.each(parts, part)
    if not values:
        sizes = tuple(ir.Const(0, node.span) for _ in range(dimension))
        return ir.Call(_array_of_any(lw), (ir.BuiltinName("Base", "undef"), *sizes), span=node.span)
    keyword = ir.Keyword("dims", ir.Const(dimension, node.span), node.span)
    return ir.Call(lw.base("cat"), tuple(values), (keyword,), node.span)


def _array_of_any(lw: Lowerer) -> ir.Value:
    any_ = ir.BuiltinName("Core", "Any", lw.span)
    return lw.base_call("apply_type", ir.BuiltinName("Core", "Array", lw.span), any_)
