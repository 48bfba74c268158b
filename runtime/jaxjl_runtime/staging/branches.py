"""Branches: `when`, `if_`/`else_`, `cond`, `and_`, `or_`, `guard`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .conditions import test
from .exits import BREAK

__all__ = ["and_", "branch", "break_if", "cond", "else_", "guard", "if_", "or_", "when"]

Thunk = Callable[[], Any]


def branch(condition: Any, then: Thunk, otherwise: Thunk) -> Any:
    """What `then()` or `otherwise()` returns; on a traced condition both are traced and joined."""
    decided = test(condition)
    if decided is True:
        return then()
    if decided is False:
        return otherwise()
    from .staged_branches import staged_branch

    return staged_branch(decided, then, otherwise)


cond = branch


def _nothing() -> None:
    return None


def _false() -> bool:
    return False


def _true() -> bool:
    return True


def when(condition: Any) -> Callable[[Thunk], Any]:
    """Decorator: `if` without `else`; binds the outcome."""
    if condition is True:
        return _call
    if condition is False:
        return _skip
    return lambda then: branch(condition, then, _nothing)


def _call(thunk: Thunk) -> Any:
    return thunk()


def _skip(thunk: Thunk) -> None:
    return None


class _Half:
    """An `if` that waits for its `else`: done already if the condition was known."""

    __slots__ = ("condition", "outcome", "then")

    def __init__(self, condition: Any, then: Thunk) -> None:
        self.condition = test(condition)
        self.then = then
        self.outcome = then() if self.condition is True else None


def if_(condition: Any) -> Callable[[Thunk], _Half]:
    """Decorator: the first half of `if … else`, which `else_` completes."""
    return lambda then: _Half(condition, then)


def else_(half: _Half) -> Callable[[Thunk], Any]:
    """Decorator: the second half; binds the outcome of the whole."""
    if half.condition is True:
        outcome = half.outcome
        return lambda otherwise: outcome
    if half.condition is False:
        return _call
    from .staged_branches import staged_branch

    return lambda otherwise: staged_branch(half.condition, half.then, otherwise)


def guard(condition: Any, exit_: Thunk) -> Callable[[Thunk], Any]:
    """Decorator: "if the condition holds, `exit_()`, else the rest, which is decorated"."""
    if condition is False:
        return _call
    return lambda rest: branch(condition, exit_, rest)


def and_(left: Any, right: Thunk) -> Any:
    """Julia's `left && right()`."""
    if left is True:
        return right()
    if left is False:
        return False
    return branch(left, right, _false)


def or_(left: Any, right: Thunk) -> Any:
    """Julia's `left || right()`."""
    if left is True:
        return True
    if left is False:
        return right()
    return branch(left, _true, right)


def break_if(condition: Any) -> Any:
    """The outcome of a region that ends with `condition && break`."""
    if condition is False:
        return None
    if condition is True:
        return BREAK
    return branch(condition, lambda: BREAK, _nothing)
