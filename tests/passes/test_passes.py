"""What the passes find out, on small Julia functions."""

from __future__ import annotations

import pytest

from jaxjl_transpile import ir
from jaxjl_transpile.lower import Context, lower
from jaxjl_transpile.options import Options
from jaxjl_transpile.passes import Analysed, Join, run
from jaxjl_transpile.passes.exits import ends, has_exit
from jaxjl_transpile.passes.kinds_table import Kind
from jaxjl_transpile.passes.walk import walk
from jaxjl_transpile.syntax.parser import parse_file
from jaxjl_transpile.syntax.source import SourceFile


def analysed(text: str) -> Analysed:
    source = SourceFile("test.jl", text)
    context = Context(source)
    program = lower(parse_file(source, Options()), context)
    assert not context.diagnostics
    return run(program)


def names(variables: object) -> set[str]:
    return {var.name for var in variables}  # type: ignore[attr-defined]


CAPTURES = [
    ("f() = (n = 0; () -> (n += 1))", {"n"}),
    ("f() = (n = 0; () -> n)", set()),
    ("f(x) = (x += 1; () -> x)", {"x"}),
    ("f() = begin\n s = 0\n for i in 1:3\n s += i\n end\n s\n end", set()),
    ("f() = begin\n s = 0\n for i in 1:3\n s += i\n end\n () -> s\n end", {"s"}),
    ("f() = [() -> i for i in 1:3]", set()),
    ("f() = begin\n for i in 1:3\n x = i\n g = () -> x\n end\n end", set()),
    ("f() = begin\n for i in 1:3\n x = i\n g = () -> (x += 1)\n end\n end", {"x"}),
    ("f() = (g(k) = k == 0 ? 0 : g(k - 1); g(3))", set()),
    ("f() = try\n error()\n catch e\n e\n end", set()),
]


@pytest.mark.parametrize(("text", "boxed"), CAPTURES)
def test_boxes(text: str, boxed: set[str]) -> None:
    assert names(analysed(text).tables.boxed) == boxed


def loop_body(result: Analysed) -> ir.Body:
    return next(n.body for n in walk(result.program.module) if isinstance(n, ir.For | ir.While))


CARRIED = [
    ("f(x) = begin\n s = 0\n for i in x\n s += i\n end\n s\n end", {"s"}),
    ("f(x) = begin\n s = 0\n t = 0\n for i in x\n s += i\n t = i\n end\n s\n end", {"s"}),
    ("f(x) = begin\n for i in x\n t = i\n g(t)\n end\n end", set()),
    ("f(x) = begin\n local t\n for i in x\n t = i\n g(t)\n end\n end", set()),
    ("f(x) = begin\n t = 0\n for i in x\n g(t)\n t = i\n end\n end", {"t"}),
    ("f(x) = begin\n while x > 0\n x -= 1\n end\n end", {"x"}),
    ("f(u, v) = begin\n for i in 1:3\n u, v = v, u\n end\n u\n end", {"u", "v"}),
    ("f(x) = begin\n k = 0\n while true\n k += 1\n k > x && break\n end\n k\n end", {"k"}),
    ("f(x) = begin\n for i in x\n i == 2 && return t\n t = i\n end\n t = 1\n end", {"t"}),
]


@pytest.mark.parametrize(("text", "carried"), CARRIED)
def test_carried(text: str, carried: set[str]) -> None:
    result = analysed(text)
    assert names(result.tables.carried[loop_body(result)]) == carried


INITIAL = [
    ("f(c) = begin\n if c > 0\n y = 1\n end\n y\n end", {"y"}, {"y"}),
    ("f(c) = begin\n if c > 0\n y = 1\n g()\n else\n y = 2\n end\n y\n end", {"y"}, set()),
    ("f(c) = begin\n y = c > 0 ? 1 : 2\n y\n end", set(), set()),
    ("f(c) = begin\n y = 0\n if c > 0\n y = 1\n end\n y\n end", set(), set()),
    ("f(c) = begin\n for i in c\n y = i\n end\n end", set(), set()),
    ("f(c) = begin\n local y\n for i in c\n y = i\n end\n y\n end", {"y"}, {"y"}),
    ("f() = begin\n for i in 1:2\n i == 2 && return t\n t = i\n end\n end", {"t"}, {"t"}),
    ("f() = begin\n try\n y = g()\n catch\n y = 1\n end\n end", set(), set()),
    ("f() = begin\n local y\n try\n y = g()\n catch\n end\n y\n end", {"y"}, {"y"}),
]


@pytest.mark.parametrize(("text", "initial", "checked"), INITIAL)
def test_unset_variables(text: str, initial: set[str], checked: set[str]) -> None:
    tables = analysed(text).tables
    found = {v.name for variables in tables.initial.values() for v in variables}
    assert found == initial
    assert {read.var.name for read in tables.checked} == checked


KINDS = [
    ("f(x) = (n = length(x); n)", "n", Kind.SIZE),
    ("f(x) = (n = length(x) - 1; n)", "n", Kind.SIZE),
    ("f(x) = (n = length(x) * 2; n)", "n", None),
    ("f(x) = (n = x + 1; n)", "n", None),
    ("f(x) = begin\n for i in 1:length(x)\n g(i)\n end\n end", "i", Kind.INDEX),
    ("f(x) = begin\n for i in 1:x\n g(i)\n end\n end", "i", None),
    ("f(x) = begin\n k = 0\n while x > k\n k += 1\n end\n k\n end", "k", Kind.INDEX),
    ("f(x) = begin\n k = 1\n while x > k\n k += k\n end\n k\n end", "k", None),
    ("f(x) = begin\n t = 0.0\n while x > t\n t = t + 0.1\n end\n t\n end", "t", None),
    ("Base.length(y::Int) = 0x01\nf(x) = (n = length(x); n)", "n", None),
    ("f(x) = (b = x isa Int; b)", "b", Kind.BOOL),
    ("f(x) = (b = x === nothing; b)", "b", Kind.BOOL),
    ("f(x) = (b = x === 1; b)", "b", None),
    ("f(x) = begin\n b = true\n while x\n b = false\n end\n b\n end", "b", None),
]


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_kinds(text: str, name: str, kind: Kind | None) -> None:
    tables = analysed(text).tables
    assert {k for var, k in tables.kinds.items() if var.name == name} == ({kind} if kind else set())


EXITS = [
    "f(x) = begin\n x > 0 && return 1\n g()\n 2\n end",
    "f(x) = begin\n if x > 0\n g()\n x > 1 && return 1\n"
    "else\n x < -1 && return 2\n end\n h()\n 3\n end",
    "f(v) = begin\n for x in v\n x > 0 && continue\n x < 0 && break\n g()\n end\n 1\n end",
    "f(v) = begin\n for x in v\n for y in v\n x > y && return x\n end\n g()\n end\n 1\n end",
    "f(v) = begin\n for x in v\n let z = x\n z > 0 && break\n end\n g()\n end\n 1\n end",
]


@pytest.mark.parametrize("text", EXITS)
def test_exits_stand_last(text: str) -> None:
    """After a staged branch that holds an exit nothing follows in its body."""
    result = analysed(text)
    for node in walk(result.program.module):
        if not isinstance(node, ir.Body):
            continue
        for statement in node.statements[:-1]:
            staged = isinstance(statement, ir.If) and statement not in result.tables.plain
            assert not (staged and has_exit(statement))
            assert isinstance(statement, Join) or not ends((statement,))


def test_a_return_of_what_follows_is_a_break() -> None:
    text = "f(a) = begin\n for i in 1:3\n a[i] > 0 && return a\n end\n return a\n end"
    nodes = list(walk(analysed(text).program.module))
    assert sum(isinstance(n, ir.Return) for n in nodes) == 1
    assert sum(isinstance(n, ir.Break) for n in nodes) == 1


def test_nothing_is_moved_out_of_a_try() -> None:
    text = "f(x) = begin\n try\n x > 0 && return 1\n g()\n catch\n 2\n end\n 3\n end"
    result = analysed(text)
    function = next(n for n in walk(result.program.module) if isinstance(n, ir.Function))
    assert isinstance(function.body.statements[0], ir.Try)
    assert len(function.body.statements) == 2
    branch = next(n for n in walk(function) if isinstance(n, ir.If))
    assert branch in result.tables.plain
