"""Reads the `.jl` files of `control/`: functions, and calls of them with what Julia answers.

A line `#! call => numbers` is run in every mode; `#~ call => numbers` outside a trace only. The
numbers are all numbers of the result in order, written by `scripts/control_answers.py` with Julia.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).with_name("control")
_LINE = re.compile(r"^#([!~]) (.*?)(?: => (.*))?$")


class Call(NamedTuple):
    """One call of a file, and the numbers that Julia answers."""

    file: str
    text: str
    answer: list[complex]
    traced: bool


def calls(path: Path) -> list[Call]:
    """The calls of a file in order."""
    found = []
    for line in path.read_text().splitlines():
        match = _LINE.match(line)
        if match:
            kind, text, answer = match.groups()
            numbers = [complex(x.replace("im", "j")) for x in (answer or "").split()]
            found.append(Call(path.stem, text, numbers, kind == "!"))
    return found


def all_calls() -> list[Call]:
    """The calls of all files."""
    return [call for path in sorted(FOLDER.glob("*.jl")) for call in calls(path)]


def numbers(result: Any) -> list[complex]:
    """All numbers of a result in Julia's order."""
    if isinstance(result, (tuple, list)):
        return [x for item in result for x in numbers(item)]
    if hasattr(result, "shape"):
        import numpy as np

        return [complex(x) for x in np.asarray(result).flatten(order="F")]
    return [complex(result)]


def arguments(text: str) -> tuple[str, list[Any]]:
    """The function's name and the Python values of the arguments of a call of literals."""
    import numpy as np

    name, _, rest = text.partition("(")
    items = re.findall(r"\[[^\]]*\]|[^,\[\]]+", rest[:-1])
    found: list[Any] = []
    for item in map(str.strip, items):
        if not item:
            continue
        if not item.startswith("["):
            found.append(float(item) if "." in item or "e" in item else int(item))
            continue
        inner = item[1:-1]
        rows = [r.replace(",", " ").split() for r in inner.split(";")]
        matrix = ";" in inner or "," not in inner
        kind = float if "." in inner else int
        array = np.array([[kind(x) for x in row] for row in rows])
        found.append(array if matrix else array[0])
    return name, found
