"""The parse table: loaded from `parse_table.json`, which `scripts/make_parse_table.py` writes.

The rows of many states are equal, so the file keeps each distinct row once; a row is one string of
`TERMINAL action` pairs.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

PATH = Path(__file__).with_name("parse_table.json")


@dataclass(frozen=True, slots=True)
class Table:
    """An LALR(1) table.

    `actions[state][terminal]` is the next state or `~rule`; `gotos[state][name]` the state after a
    reduction to `name`; `rules[rule]` is the length, the name it reduces to and its action's name.
    """

    actions: list[dict[str, int]]
    gotos: list[dict[str, int]]
    rules: list[tuple[int, str, str | None]]
    start: int
    end: int


@cache
def load() -> Table:
    """The table of the grammar that this package was made with."""
    data = json.loads(PATH.read_text(encoding="utf-8"))
    rows = [_decode(row) for row in data["rows"]]
    return Table(
        actions=[rows[index] for index in data["actions"]],
        gotos=[rows[index] for index in data["gotos"]],
        rules=[(length, name, action) for length, name, action in data["rules"]],
        start=data["start"],
        end=data["end"],
    )


def _decode(row: str) -> dict[str, int]:
    words = row.split()
    return dict(zip(words[::2], map(int, words[1::2]), strict=True))


def generate(grammar: str) -> str:
    """The text of `parse_table.json` for a grammar. Needs Lark."""
    from . import _lark_table

    built = _lark_table.build(grammar)
    rows: dict[str, int] = {}

    def number(row: dict[str, int]) -> int:
        text = " ".join(f"{name} {target}" for name, target in sorted(row.items()))
        return rows.setdefault(text, len(rows))

    data: dict[str, Any] = {
        "about": "made by scripts/make_parse_table.py from grammar/julia.lark; do not edit",
        "start": built["start"],
        "end": built["end"],
        "actions": [number(row) for row in built["actions"]],
        "gotos": [number(row) for row in built["gotos"]],
        "rules": built["rules"],
    }
    lines = [f"{json.dumps(name)}: {json.dumps(value)}" for name, value in data.items()]
    body = ",\n".join(json.dumps(row) for row in rows)
    return "{\n" + ",\n".join(lines) + ',\n"rows": [\n' + body + "\n]\n}\n"
