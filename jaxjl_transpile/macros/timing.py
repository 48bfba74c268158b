"""Macros that measure: the code runs once, and what is printed or given is its time."""

from __future__ import annotations

from ..syntax.expr import Expr, Node
from .registry import MacroCall, local, macro


def _measured(call: MacroCall, *last: Node) -> tuple[Expr, Node, Node]:
    """`local start = time_ns(); local value = body; local seconds = …`, and the two names."""
    start, value, seconds = call.fresh("start"), call.fresh("value"), call.fresh("seconds")
    difference = call.call("/", call.call("-", call.call("time_ns"), start), 1e9)
    statements: list[Node] = [
        local(start, call.call("time_ns"), call.span),
        local(value, call.last(), call.span),
        local(seconds, difference, call.span),
    ]
    return Expr("block", statements, call.span), value, seconds


@macro("time", "timev", "btime", "showtime", "profile", "time_imports", "timeit")
def _time(call: MacroCall) -> Node:
    """`@time f(x)` ==> the time is printed; `f(x)`"""
    block, value, seconds = _measured(call)
    if call.name != "@profile":
        block.args.append(call.call("time_print", seconds))
    block.args.append(value)
    return block


@macro("elapsed", "belapsed")
def _elapsed(call: MacroCall) -> Node:
    """`@elapsed f(x)` ==> the seconds that `f(x)` takes"""
    block, _, seconds = _measured(call)
    block.args.append(seconds)
    return block


@macro("timed")
def _timed(call: MacroCall) -> Node:
    """`@timed f(x)` ==> `(value = f(x), time = …, bytes = 0, gctime = 0.0)`"""
    from ..syntax.expr import sym

    block, value, seconds = _measured(call)
    pairs: list[Node] = [
        Expr("=", [sym("value"), value]),
        Expr("=", [sym("time"), seconds]),
        Expr("=", [sym("bytes"), 0]),
        Expr("=", [sym("gctime"), 0.0]),
    ]
    block.args.append(Expr("tuple", pairs, call.span))
    return block


@macro("allocated", "ballocated", "allocations")
def _allocated(call: MacroCall) -> Node:
    """`@allocated f(x)` ==> `f(x); 0`: what XLA allocates is not known here"""
    return Expr("block", [call.last(), 0], call.span)


@macro("benchmark", "inferred", "code_warntype", "gc_preserve", "preserve", "boundscheck",
       "test_nowarn", "test_deprecated", "suppress")  # fmt: skip
def _value(call: MacroCall) -> Node:
    """`@inferred f(x)` ==> `f(x)`"""
    if call.name == "@boundscheck":
        return call.last()
    return call.last()
