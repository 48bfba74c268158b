"""A `Dict` iterates in Julia's order, after insertions, deletions and insertions again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from jaxjl_runtime import jl
from jaxjl_runtime.chars import char_of
from jaxjl_runtime.dicts import Dict
from jaxjl_runtime.symbols import Symbol

LINES = Path(__file__).with_name("order.tsv").read_text(encoding="utf-8").split("\n")[:-1]


def key(token: str) -> Any:
    """The key that a token describes."""
    kind, rest = token[0], token[1:]
    match kind:
        case "i":
            return int(rest)
        case "s":
            return rest
        case "y":
            return Symbol(rest)
        case "f":
            return float(np.uint64(int(rest)).view(np.float64))
        case "c":
            return char_of(rest)
        case "b":
            return rest == "1"
    num, den = rest.split("/")
    return jl.rational(int(num), int(den))


def test_order_of_iteration() -> None:
    for line in LINES:
        tokens, deleted, order = line.split("\t")
        keys = [key(token) for token in tokens.split(" ")]
        d = Dict(jl.Any, jl.Int64)
        for number, each in enumerate(keys, 1):
            d.set(each, number)
        gone = [int(n) for n in deleted.split()]
        for number in gone:
            d.remove(keys[number - 1])
        for number in gone[::2]:
            d.set(keys[number - 1], 1000 + number)
        assert d.values() == [int(n) for n in order.split()], tokens
    assert len(LINES) == 150
