"""The trees of the parser are Julia's: stored answers of real Julia and of JuliaSyntax.jl."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from jaxjl_transpile.syntax.canonical import canonical
from jaxjl_transpile.syntax.expr import Expr, Node
from jaxjl_transpile.syntax.parser import parse_text
from jaxjl_transpile.syntax.printer import show_unquoted, to_julia

FOLDER = Path(__file__).parent / "trees"


@dataclass(frozen=True)
class Version:
    """Parser options."""

    julia: tuple[int, int]


OLD = Version((1, 5))
MODERN = Version((1, 12))


def _expected(name: str) -> list[str]:
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("name", "version", "lines"), [("lines", OLD, True), ("modern", MODERN, False)]
)
def test_expressions_have_the_trees_of_julia(name: str, version: Version, lines: bool) -> None:
    text = (FOLDER / f"{name}.jl").read_text(encoding="utf-8")
    parsed = parse_text(text, name, version)
    assert not parsed.diagnostics
    assert [canonical(node, lines) for node in parsed.expressions] == _expected(name)


def test_short_inputs_have_the_trees_of_julia() -> None:
    wrong = []
    for line in (FOLDER / "short.tsv").read_text(encoding="utf-8").splitlines():
        source, expected = line.split("\t")
        parsed = parse_text(json.loads(source), "short", MODERN)
        ours = " ".join(map(canonical, parsed.expressions))
        if parsed.diagnostics or ours != expected:
            wrong.append((source, ours, expected))
    assert not wrong


def test_expressions_print_as_in_julia() -> None:
    text = (FOLDER / "printed.jl").read_text(encoding="utf-8")
    parsed = parse_text(text, "file.jl", OLD)
    assert not parsed.diagnostics
    ours = [to_julia(node) for node in parsed.expressions]
    assert ours == [json.loads(line) for line in _expected("printed")]


def test_printed_expressions_parse_to_the_same_trees() -> None:
    text = (FOLDER / "printed.jl").read_text(encoding="utf-8")
    for node in parse_text(text, "file.jl", OLD).expressions:
        again = parse_text(to_julia(node), "again.jl", OLD)
        assert not again.diagnostics
        assert [_plain(one) for one in again.expressions] == [_plain(node)]


def _plain(node: Node) -> str:
    """The tree with `c ? a : b` as the `if` that Julia prints for it, and bodies without lines."""
    return canonical(_normal(node))


def _normal(node: Node) -> Node:
    if not isinstance(node, Expr):
        return node
    args = [_normal(arg) for arg in node.args]
    if node.head in ("if", "elseif"):
        args[1:] = [_block(arg) for arg in args[1:]]
    return Expr(node.head, args)


def _block(node: Node) -> Node:
    if isinstance(node, Expr) and node.head in ("block", "elseif"):
        return node
    return Expr("block", [node])


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("x .+ f(y; k=1)", "x .+ f(y; k = 1)"),
        ("a[1] == 2", "a[1] == 2"),
        ("$x", "$(Expr(:$, :x))"),
        ("x < y < z", "x < y < z"),
        ('"a$(b)"', '"a$(b)"'),
    ],
)
def test_show_unquoted(source: str, shown: str) -> None:
    assert show_unquoted(parse_text(source).expressions[0]) == shown


def test_every_expression_has_a_span_inside_its_parent() -> None:
    text = (FOLDER / "printed.jl").read_text(encoding="utf-8")
    parsed = parse_text(text, "printed.jl")
    work = [node for node in parsed.expressions if isinstance(node, Expr)]
    while work:
        node = work.pop()
        assert node.span is not None, canonical(node)
        assert 0 <= node.span.start <= node.span.end <= len(text)
        work += [arg for arg in node.args if isinstance(arg, Expr)]


def test_spans_cover_the_text_of_their_expressions() -> None:
    parsed = parse_text("x = 1\ny = f(a + b, c[2])\n")
    second = parsed.expressions[1]
    assert isinstance(second, Expr)
    call = second.args[1]
    assert isinstance(call, Expr)
    texts = [
        node.span.source.text[node.span.start : node.span.end]
        for node in (second, call, *call.args)
        if isinstance(node, Expr) and node.span is not None
    ]
    assert texts == ["y = f(a + b, c[2])", "f(a + b, c[2])", "a + b", "c[2]"]
    assert second.span is not None and (second.span.line, second.span.column) == (2, 1)


def test_comments_are_kept_with_their_places() -> None:
    parsed = parse_text("# one\nx = 1 # two\n#= three\n=#\ny\n")
    found = [(comment.line, comment.text, comment.alone) for comment in parsed.comments]
    assert found == [(1, "# one", True), (2, "# two", False), (3, "#= three\n=#", True)]
