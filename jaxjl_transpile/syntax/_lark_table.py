"""The LALR(1) table of the grammar, made with Lark. Only `scripts/make_parse_table.py` and tests
use it.

This is the one file that leans on Lark's internals (pinned in pyproject.toml): the analyzer's item
sets, where conflicts are settled by binding powers, and the form of the finished table.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lark import Lark
from lark.lexer import Lexer
from lark.parsers import lalr_analysis, lalr_parser

from .powers import EXCEPTIONS, LEFT, RIGHT, SHIFT


class UnruledConflict(Exception):
    """A rule meets a terminal, and nothing says which of the two wins."""


class _Analyzer(lalr_analysis.LALR_Analyzer):
    """Lark's analyzer, but shift/reduce conflicts are settled here before it sees them."""

    def compute_lalr1_states(self) -> None:
        unruled = set()
        for item_set in self.lr0_itemsets:
            transitions = item_set.transitions
            for terminal, rules in list(item_set.lookaheads.items()):
                if terminal not in transitions or len(rules) != 1:
                    continue
                (rule,) = rules
                action = _settle(rule.alias, terminal.name, str(rule.origin.name))
                if action is None:
                    unruled.add((str(rule.origin.name), rule.alias, terminal.name))
                elif action == "reduce":
                    del transitions[terminal]
                else:
                    del item_set.lookaheads[terminal]
        if unruled:
            raise UnruledConflict(", ".join(map(str, sorted(unruled, key=str))))
        super().compute_lalr1_states()


def _settle(rule: str | None, terminal: str, origin: str) -> str | None:
    """`shift`, `reduce`, or None if nothing rules the conflict."""
    shared = rule is None or rule == "same" or rule.startswith("list_")
    name = origin if shared else str(rule)
    if (name, terminal) in EXCEPTIONS:
        return EXCEPTIONS[name, terminal]
    right, left = RIGHT.get(name), LEFT.get(terminal)
    if right is not None and left is not None:
        return "shift" if left > right else "reduce"
    allowed = SHIFT.get(name)
    if allowed is not None and terminal in allowed:
        return "shift"
    return None


class _Parser(lalr_parser.LALR_Parser):
    """Lark's parser, made with our analyzer."""

    def __init__(self, conf: Any, debug: bool = False, strict: bool = False) -> None:
        analyzer = _Analyzer(conf, debug=debug, strict=strict)
        analyzer.compute_lalr()  # type: ignore[no-untyped-call]
        self._parse_table = analyzer.parse_table
        self.parser_conf = conf
        self.parser = lalr_parser._Parser(analyzer.parse_table, conf.callbacks, debug)


class _NoLexer(Lexer):
    """A stand-in: tokens never come from Lark."""

    def __init__(self, conf: Any) -> None:
        del conf

    def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[Any]:
        del parser_state
        return iter(lexer_state)


def build(grammar: str) -> dict[str, Any]:
    """The table as plain data: for each state the actions by terminal and the goto by rule name.

    An action is the next state, or `~r` to reduce by rule `r`; a rule is `[length, name, action]`.
    """
    lark = Lark(grammar, parser="lalr", lexer=_NoLexer, _plugins={"LALR_Parser": _Parser})
    table = lark.parser.parser._parse_table
    order = _state_order(table)
    rules = sorted({_rule(argument) for _, argument in _reductions(table)}, key=str)
    numbers = {rule: number for number, rule in enumerate(rules)}
    actions: list[dict[str, int]] = []
    gotos: list[dict[str, int]] = []
    for state in order:
        action: dict[str, int] = {}
        goto: dict[str, int] = {}
        for name, (kind, argument) in sorted(table.states[state].items()):
            if kind is lalr_analysis.Shift:
                (action if name.isupper() else goto)[name] = order[argument]
            else:
                action[name] = ~numbers[_rule(argument)]
        actions.append(action)
        gotos.append(goto)
    result = {
        "actions": actions,
        "gotos": gotos,
        "rules": [[len(expansion), name, alias] for name, expansion, alias in rules],
        "start": order[table.start_states["start"]],
        "end": order[table.end_states["start"]],
    }
    _skip_unit_rules(result)
    return result


def _reductions(table: Any) -> Iterator[tuple[str, Any]]:
    """The reductions of all states: look-ahead and rule."""
    for row in table.states.values():
        for name, (kind, argument) in row.items():
            if kind is lalr_analysis.Reduce:
                yield name, argument


def _rule(rule: Any) -> tuple[str, tuple[str, ...], str | None]:
    alias = None if rule.alias is None else str(rule.alias)
    return str(rule.origin.name), tuple(str(part.name) for part in rule.expansion), alias


def _state_order(table: Any) -> dict[int, int]:
    """A number for each state that depends on the grammar alone: the order in which they are
    reached.
    """
    start = table.start_states["start"]
    order = {start: 0}
    queue = [start]
    for state in queue:
        for _, (kind, argument) in sorted(table.states[state].items()):
            if kind is lalr_analysis.Shift and argument not in order:
                order[argument] = len(order)
                queue.append(argument)
    return order


def _skip_unit_rules(table: dict[str, Any]) -> None:
    """Lead transitions past the states that can do nothing but reduce a unit rule without an
    action.
    """
    actions, gotos, rules = table["actions"], table["gotos"], table["rules"]
    unit: dict[int, str] = {}
    for state, row in enumerate(actions):
        targets = set(row.values())
        if len(targets) == 1 and not gotos[state] and (target := targets.pop()) < 0:
            length, name, action = rules[~target]
            if length == 1 and action in (None, "same"):
                unit[state] = name
    for row, goto in zip(actions, gotos, strict=True):
        for transitions in (row, goto):
            for name, target in transitions.items():
                while target in unit and target != table["end"] and unit[target] in goto:
                    target = goto[unit[target]]
                transitions[name] = target
