"""Loops that Python runs under a trace although their exits are traced."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ..cell import not_static
from .exits import FALL, Exit, Traced, as_exit
from .staged_branches import staged_branch

__all__ = ["rest_of_for", "rest_of_while"]


def rest_of_for(
    outcome: Traced, iterator: Iterator[Any], body: Callable[[Any], Any], owner: Any
) -> Exit:
    """The outcome of the iterations after one that may have left the loop."""
    for element in iterator:
        outcome = _unless_left(outcome, lambda element=element: body(element), owner)
        if isinstance(outcome.code, int):
            break
    return outcome


def _unless_left(outcome: Traced, run: Callable[[], Any], *owners: Any) -> Any:
    """`run()` where the outcome so far is "fell through", else that outcome."""
    falls = (outcome.code == FALL).buffer
    return as_exit(staged_branch(falls, run, lambda: outcome, owners))


def rest_of_while(
    outcome: Traced, holds: Callable[[], Any], body: Callable[[], Any], owners: tuple[Any, ...]
) -> Exit:
    """The outcome of a `while` loop after an iteration that may have left it."""
    while isinstance(outcome, Traced):
        state: dict[str, Any] = {}

        def again(state: dict[str, Any] = state) -> Any:
            state["holds"] = holds()
            if state["holds"] is True:
                return body()
            if state["holds"] is not False:
                not_static("the condition of a loop that runs in Python")
            return None

        outcome = _unless_left(outcome, again, *owners)
        if state.get("holds") is False:
            break
    return outcome
