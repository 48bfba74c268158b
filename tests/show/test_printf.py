"""`@sprintf` formats against real Julia 1.5: `format<TAB>number<TAB>text` lines."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jaxjl_runtime import jl  # noqa: F401 - it loads what `%s` prints with
from jaxjl_runtime.printf import formatted
from jaxjl_runtime.printf_format import parse_format

LINES = Path(__file__).with_name("printf.tsv").read_text(encoding="utf-8").split("\n")[:-1]


def number(text: str) -> int | float:
    """The number of a line."""
    if re.fullmatch(r"-?\d+", text):
        return int(text)
    return float(text.replace("Inf", "inf").replace("NaN", "nan"))


@pytest.mark.usefixtures("julia_1_5")
def test_conversions() -> None:
    parse_format.cache_clear()
    wrong = []
    for line in LINES:
        form, value, wanted = line.split("\t")
        got = formatted(form, (number(value),))
        if got != wanted:
            wrong.append((form, value, wanted, got))
    parse_format.cache_clear()
    assert not wrong
    assert len(LINES) > 500


def test_ties_round_to_even_from_julia_1_6_on() -> None:
    assert formatted("%.0f %.0f %.2f", (0.5, 1.5, 0.125)) == "0 2 0.12"
