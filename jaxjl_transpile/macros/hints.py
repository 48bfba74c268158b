"""Macros that tell a compiler how to compile: the code means the same without them."""

from __future__ import annotations

from ..syntax.expr import Expr, Node
from .registry import MacroCall, macro


@macro(
    "inbounds", "inline", "noinline", "fastmath", "simd", "turbo", "avx", "tturbo", "avxt",
    "polly", "trace", "jit", "allowscalar", "jaxfunc", "batch", "propagate_inbounds", "pure",
    "aggressive_constprop", "constprop", "assume_effects", "ivdep", "specialize", "optlevel",
    "stm", "opaque", "max_methods", "nospecializeinfer", "noinfer", "latestworld",
    "generated_only", "outline", "unroll",
)  # fmt: skip
def _hint(call: MacroCall) -> Node:
    """`@inbounds x = a[i]` ==> `x = a[i]`"""
    return call.args[-1] if call.args else None


@macro("nospecialize")
def _nospecialize(call: MacroCall) -> Node:
    """`@nospecialize(x::T)` ==> `x::T`; as a statement it says nothing."""
    return call.args[0] if len(call.args) == 1 else None


@macro(
    "threads",
    "sync",
    "async",
    "spawn",
    "spawnat",
    "task",
    "distributed",
    "everywhere",
    "fetch",
    "fetchfrom",
)
def _serial(call: MacroCall) -> Node:
    """The code runs at once and in order.

    `@spawn f(x)` ==> `Task` that holds the value, so that `fetch` and `wait` give it.
    """
    body = call.last()
    if call.name == "@task":
        return call.call("Task", Expr("->", [Expr("tuple", []), body], call.span))
    if call.name in ("@spawn", "@async", "@spawnat"):
        return call.call("finished_task", Expr("->", [Expr("tuple", []), body], call.span))
    if call.name == "@distributed" and len(call.args) > 1:
        raise call.fail("`@distributed` with a reducer is not supported", hint="write a loop")
    if call.name in ("@threads", "@distributed"):
        return body
    if call.name == "@sync":
        return Expr("let", [Expr("block", []), body], call.span)
    return body
