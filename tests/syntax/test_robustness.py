"""Nothing that is fed to the parser makes it fail, hang or leave out an expression silently."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jaxjl_transpile.diagnostics import render
from jaxjl_transpile.syntax.canonical import canonical
from jaxjl_transpile.syntax.parser import parse_text
from jaxjl_transpile.syntax.printer import to_julia
from jaxjl_transpile.syntax.wordlist import words

SOURCES = [
    path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parent / "trees").glob("*.jl"))
]
PIECES = [
    *words(
        """end begin ( ) [ ] { } , ; " ' ` $ @ #= =# for if else function module do where :: -> ?
        : ...
        . = += √ ᵀ 'ᵀ var" import using let try catch 0x 1e + .+ in isa x 1 "a$(b)" \\ ∑ é"""
    ),
    *('"""', "\n", " ", "\t", "\r\n", "\0", "\udcff", "\ud800", "\ufeff"),
]
PIECES.sort()


def _use(text: str) -> None:
    parsed = parse_text(text, "fuzz.jl")
    for node in parsed.expressions:
        canonical(node)
        to_julia(node)
    for diagnostic in parsed.diagnostics:
        assert render(diagnostic)
        assert diagnostic.span is not None
        assert 0 <= diagnostic.span.start <= diagnostic.span.end <= len(text) + 1


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text())
def test_any_text(text: str) -> None:
    _use(text)


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_sequence_of_pieces(pieces: list[str]) -> None:
    _use(" ".join(pieces))
    _use("".join(pieces))


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_damaged_sources(data: st.DataObject) -> None:
    source = data.draw(st.sampled_from(SOURCES))
    start = data.draw(st.integers(0, len(source) - 1))
    text = source[start : start + 400]
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 5))
        text = text[:at] + data.draw(st.sampled_from(["", *PIECES])) + text[at + cut :]
    _use(text)


DEPTH = 40_000
DEEP = {
    "parentheses": "(" * DEPTH + "x" + ")" * DEPTH,
    "brackets": "[" * DEPTH + "]" * DEPTH,
    "calls": "f(" * DEPTH + ")" * DEPTH,
    "blocks": "begin " * DEPTH + "end " * DEPTH,
    "open parentheses": "(" * DEPTH,
    "open blocks": "if x\n" * DEPTH,
    "closers": ")" * DEPTH,
    "ends": "end " * DEPTH,
    "powers": "^".join("a" * DEPTH),
    "sum": "-".join("a" * DEPTH),
    "ternaries": "a ? b : " * DEPTH + "c",
    "prefix": "!" * DEPTH + "x",
    "adjoints": "x" + "'" * DEPTH,
    "where": "A" + " where T" * DEPTH,
    "elseif": "if a\n" + "elseif b\n" * DEPTH + "end",
    "macros": "@m " * DEPTH,
    "comments": "#=" * DEPTH + "=#" * DEPTH,
    "interpolation": '"$(' * 2000 + "x" + ')"' * 2000,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", DEEP)
def test_deep_nesting(name: str) -> None:
    parsed = parse_text(DEEP[name])
    for node in parsed.expressions[:10]:
        assert canonical(node)
    assert parsed.diagnostics or parsed.expressions or name == "comments"


@pytest.mark.slow
@pytest.mark.parametrize("line", ["x = 1 2\n", "x = )\n", "y = f(x)[1] + 2\n", "f(x\n", 'x = "a\n'])
def test_time_is_linear_in_the_size(line: str) -> None:
    def seconds(count: int) -> float:
        text = line * count
        start = time.perf_counter()
        parse_text(text)
        return time.perf_counter() - start

    seconds(100)
    few, many = min(seconds(2000) for _ in range(3)), min(seconds(16000) for _ in range(2))
    assert many < 8 * few * 3


def test_a_line_of_a_megabyte() -> None:
    assert not parse_text("x = [" + "1 " * 50_000 + "]").diagnostics
    assert parse_text('"' + "a" * 1_000_000).diagnostics
