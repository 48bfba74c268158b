"""Loops: `for_` and `while_`, in Python where nothing is traced."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ..cell import in_trace
from .conditions import test
from .exits import BREAK, FALL, NORMAL, Exit, as_exit

__all__ = ["for_", "python_for", "while_"]

Body = Callable[..., Any]


def elements(iterable: Any) -> Iterator[Any]:
    """The Julia elements of any collection, as a Python iterator."""
    from ..iteration import elements as of

    return of(iterable)


def for_(iterable: Any, *more: Callable[..., Any]) -> Callable[[Body], Exit]:
    """Decorator: run the body for each element; binds the outcome of the loop.

    With several iterators (`for i in r1, j in r2`) each is a function of the variables before it,
    and `break` leaves all of them.
    """
    if more:
        return lambda body: _product(iterable(), more, body)
    if in_trace():
        from .staged_for import staged_for

        return lambda body: consumed(staged_for(iterable, body, body))
    from .tierup import hot_for

    return lambda body: consumed(hot_for(iterable, body))


def consumed(outcome: Exit) -> Exit:
    """The outcome of a loop whose body ended with `outcome`: its `break` ends here."""
    if outcome is BREAK or outcome.code is FALL:
        return NORMAL
    if isinstance(outcome.code, int):
        return outcome
    from .staged_for import traced_consumed

    return traced_consumed(outcome)


def python_for(iterator: Iterator[Any], body: Body, owner: Body | None = None) -> Exit:
    """Run the loop in Python; after a traced outcome the rest runs where it fell through."""
    for element in iterator:
        outcome = body(element)
        if outcome is not None and isinstance(outcome, Exit) and outcome.code is not FALL:
            if isinstance(outcome.code, int):
                return outcome
            from .unrolled import rest_of_for

            return rest_of_for(outcome, iterator, body, owner or body)
    return NORMAL


def _product(first: Any, more: tuple[Callable[..., Any], ...], body: Body) -> Exit:
    """Nested loops that share one body; what leaves the inner one leaves all."""
    if in_trace():
        return consumed(_nested(first, more, body, body, _staged))
    from .tierup import hot_product

    return consumed(hot_product(first, _nest(more, body, body, _staged_or_python), body))


def _nested(iterable: Any, more: tuple[Any, ...], body: Body, owner: Body, run: Any) -> Exit:
    if not more:
        return run(iterable, lambda element: as_exit(body(element)), owner)
    return run(iterable, _nest(more, body, owner, run), owner)


def _nest(more: tuple[Any, ...], body: Body, owner: Body, run: Any) -> Callable[[Any], Exit]:
    """The body of the outermost of nested loops: it runs the others."""

    def each(element: Any) -> Exit:
        rest = tuple(_bound(later, element) for later in more[1:])
        return _nested(more[0](element), rest, _bound(body, element), owner, run)

    return each


def _bound(function: Callable[..., Any], element: Any) -> Callable[..., Any]:
    def call(*rest: Any) -> Any:
        return function(element, *rest)

    return call


def _staged(iterable: Any, body: Body, owner: Body) -> Exit:
    from .staged_for import staged_for

    return staged_for(iterable, body, owner)


def _staged_or_python(iterable: Any, body: Body, owner: Body) -> Exit:
    if in_trace():
        return _staged(iterable, body, owner)
    return python_for(elements(iterable), body, owner)


def while_(condition: Callable[[], Any]) -> Callable[[Callable[[], Any]], Exit]:
    """Decorator: run the body while the condition holds; binds the outcome of the loop."""
    if in_trace():
        from .staged_while import staged_while

        return lambda body: consumed(staged_while(condition, body))
    from .tierup import hot_while

    return lambda body: consumed(hot_while(condition, body))


def python_while(condition: Callable[[], Any], body: Callable[[], Any]) -> Exit:
    """Run the loop in Python."""
    while True:
        holds = condition()
        if holds is not True and (holds is False or not decided(holds)):
            return NORMAL
        outcome = body()
        if outcome is not None and isinstance(outcome, Exit) and outcome.code is not FALL:
            return outcome


def decided(holds: Any) -> bool:
    """The Bool of a condition that Python decides."""
    decided = test(holds)
    return decided if isinstance(decided, bool) else bool(holds)
