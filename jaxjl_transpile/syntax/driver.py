"""The table-driven LALR(1) loop: tokens in, the values of the grammar's actions out."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from .actions import ACTIONS, PENDING, Context
from .expr import Expr
from .source import Span
from .table import load
from .tokens import Tokens

# The length of a rule, what it reduces to, and its action (with whether it wants places).
Rule = tuple[int, str, bool, Callable[..., Any] | None]


class Rejected(Exception):
    """The parser cannot go on at token `index`; `states`, `values` and `firsts` are its stacks."""

    def __init__(self, index: int, states: list[int], values: list[Any], firsts: list[int]) -> None:
        super().__init__(index)
        self.index = index
        self.states = states
        self.values = values
        self.firsts = firsts


@cache
def bound_rules() -> list[Rule]:
    """The rules of the table with their actions."""
    bound: list[Rule] = []
    for length, name, alias in load().rules:
        if alias is None or alias == "same":
            bound.append((length, name, False, None))
        else:
            wants_places, function = ACTIONS[alias]
            bound.append((length, name, wants_places, function))
    return bound


def parse(
    tokens: Tokens,
    context: Context,
    start: int = 0,
    states: list[int] | None = None,
    values: list[Any] | None = None,
    firsts: list[int] | None = None,
) -> Any:
    """The value of the start rule. Raises Rejected; parsing goes on from given stacks."""
    table = load()
    actions, gotos, end_state = table.actions, table.gotos, table.end
    rules = bound_rules()
    token_values, source = tokens.values, tokens.source
    starts, ends = tokens.starts, tokens.ends
    if states is None or values is None or firsts is None:
        states, values, firsts = [table.start], [], []
    row = actions[states[-1]]
    push_state, push_value, push_first = states.append, values.append, firsts.append
    types = tokens.with_end()
    index = start - 1
    while True:
        index += 1
        terminal = types[index]
        while True:
            step = row.get(terminal)
            if step is None:
                raise Rejected(index, states, values, firsts)
            if step >= 0:
                push_state(step)
                push_value(token_values[index])
                push_first(index)
                row = actions[step]
                break
            length, name, located, function = rules[~step]
            if function is None:
                states.pop()
            elif length == 0:
                value = function(())
                if type(value) is Expr:  # an empty body
                    place = ends[index - 1] if index else 0
                    value.span = Span(source, place, place)
                push_value(value)
                push_first(index)
            else:
                if located:
                    value = function(values[-length:], firsts[-length:], context)
                else:
                    value = function(values[-length:])
                if length > 1:
                    del values[1 - length :], firsts[1 - length :]
                del states[-length:]
                values[-1] = value
                if type(value) is Expr:
                    value.span = span = Span(source, starts[firsts[-1]], ends[index - 1])
                    if PENDING:
                        for pending in PENDING:
                            pending.span = span
                        PENDING.clear()
            state = gotos[states[-1]][name]
            push_state(state)
            row = actions[state]
            if state == end_state and terminal == "$END":
                return values[-1]
