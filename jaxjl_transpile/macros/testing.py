"""`@test` and its kin, as calls of the Test library.

| macro | call |
| --- | --- |
| `@test a == b` | `Test.do_test(() -> Test.Compared(==, (a, b)), "a == b", file, line)` |
| `@test ex` | `Test.do_test(() -> ex, "ex", file, line)` |
| `@test_throws E ex` | `Test.do_test_throws(() -> ex, E, "ex", file, line)` |
| `@test_broken ex`, `@test_skip ex` | `Test.do_broken(() -> ex, "ex")`, `Test.do_skip("ex")` |
| `@testset "name" begin … end` | `Test.do_testset(() -> …, "name")` |
"""

from __future__ import annotations

from ..syntax.expr import Expr, GlobalRef, Node, Symbol
from ..syntax.printer import show_unquoted
from .registry import MacroCall, macro

_COMPARED = frozenset(
    [
        "==",
        "!=",
        "≠",
        "<",
        "<=",
        "≤",
        ">",
        ">=",
        "≥",
        "===",
        "!==",
        "≡",
        "≢",
        "≈",
        "≉",
        "in",
        "∈",
        "∉",
        "isa",
        "<:",
        "isequal",
        "isapprox",
    ]
)


def _thunk(call: MacroCall, body: Node) -> Expr:
    return Expr("->", [Expr("tuple", []), Expr("block", [body], call.span)], call.span)


def _test(call: MacroCall, function: str, *args: Node) -> Expr:
    place: list[Node] = [call.expander.file, call.line.line]
    return Expr("call", [GlobalRef("Test", function), *args, *place], call.span)


@macro("test")
def _one(call: MacroCall) -> Node:
    """`@test a == b`"""
    if not call.args:
        raise call.fail("`@test` needs an expression")
    node, options = _with_options(call)
    text = show_unquoted(call.args[0])
    if "broken" in options or "skip" in options:
        name = "broken" if "broken" in options else "skip"
        plain = _test(call, "do_test", _thunk(call, _compared(node)), text)
        other = _test(
            call, "do_broken" if name == "broken" else "do_skip", _thunk(call, node), text
        )
        return Expr("if", [options[name], other, plain], call.span)
    return _test(call, "do_test", _thunk(call, _compared(node)), text)


def _with_options(call: MacroCall) -> tuple[Node, dict[str, Node]]:
    """`@test a ≈ b atol=1` is `@test isapprox(a, b, atol=1)`; `broken` and `skip` are its own."""
    node, *rest = call.args
    options: dict[str, Node] = {}
    keywords: list[Node] = []
    for arg in rest:
        if isinstance(arg, Expr) and arg.head in ("=", "kw") and isinstance(arg.args[0], Symbol):
            if arg.args[0].name in ("broken", "skip"):
                options[arg.args[0].name] = arg.args[1]
            else:
                keywords.append(Expr("kw", list(arg.args), arg.span))
        else:
            raise call.fail(f"invalid test macro call: {show_unquoted(arg)}")
    if keywords:
        if not isinstance(node, Expr) or node.head != "call":
            raise call.fail("invalid test macro call: keywords need a call")
        node = Expr("call", [*node.args, *keywords], node.span)
    return node, options


def _compared(node: Node) -> Node:
    """A comparison is taken apart, so that a failure shows both sides."""
    if not isinstance(node, Expr) or node.head != "call" or len(node.args) != 3:
        return node
    operator, left, right = node.args
    if not isinstance(operator, Symbol) or operator.name not in _COMPARED:
        return node
    if any(isinstance(a, Expr) and a.head in ("...", "kw", "parameters") for a in (left, right)):
        return node
    sides = Expr("tuple", [left, right], node.span)
    return Expr("call", [GlobalRef("Test", "Compared"), operator, sides], node.span)


@macro("test_throws")
def _throws(call: MacroCall) -> Node:
    """`@test_throws BoundsError a[0]`"""
    if len(call.args) < 2:
        raise call.fail("`@test_throws` needs an exception and an expression")
    kind, node = call.args[:2]
    thunk = _thunk(call, node)
    return _test(call, "do_test_throws", thunk, kind, show_unquoted(node))


@macro("test_broken")
def _broken(call: MacroCall) -> Node:
    """`@test_broken ex`"""
    node = call.args[0]
    return _test(call, "do_broken", _thunk(call, node), show_unquoted(node))


@macro("test_skip")
def _skip(call: MacroCall) -> Node:
    """`@test_skip ex`"""
    node = call.args[0]
    return _test(call, "do_skip", _thunk(call, node), show_unquoted(node))


@macro("test_logs", "test_warn")
def _logs(call: MacroCall) -> Node:
    """`@test_logs (:info, "a") f(x)` ==> `f(x)`: what is logged is not looked at"""
    raise call.fail(f"`{call.name}` is not supported", hint="test the value instead")


@macro("testset")
def _testset(call: MacroCall) -> Node:
    """`@testset "name" begin … end`, `@testset "name $i" for i in r … end`"""
    if not call.args:
        raise call.fail("`@testset` needs a block")
    *options, body = call.args
    name: Node = "test set"
    for option in options:
        if isinstance(option, str) or (isinstance(option, Expr) and option.head == "string"):
            name = option
    if isinstance(body, Expr) and body.head == "for":
        inner = Expr("block", [body.args[1]], call.span)
        header = body.args[0]
        if not options or name == "test set":
            name = "test set"
        return Expr("for", [header, _set(call, inner, name)], call.span)
    if isinstance(body, Expr) and body.head == "call":
        if name == "test set":
            name = show_unquoted(body.args[0])
        return _set(call, body, name)
    return _set(call, body, name)


def _set(call: MacroCall, body: Node, name: Node) -> Expr:
    thunk = _thunk(call, body)
    return Expr("call", [GlobalRef("Test", "do_testset"), thunk, name], call.span)
