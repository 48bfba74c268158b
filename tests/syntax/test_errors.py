"""Messages for texts that are no Julia: their exact form, place and number.

`errors.txt` holds cases: `=== name`, the text, `---`, the messages. `UPDATE_EXPECTED=1` writes the
messages
anew (review the difference).
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from jaxjl_transpile.diagnostics import JuliaSyntaxError, render
from jaxjl_transpile.syntax.canonical import canonical
from jaxjl_transpile.syntax.expr import Expr
from jaxjl_transpile.syntax.parser import parse_text

PATH = Path(__file__).with_name("errors.txt")


def _cases() -> list[tuple[str, str, str]]:
    cases = []
    for part in PATH.read_text(encoding="utf-8").split("=== ")[1:]:
        name, rest = part.split("\n", 1)
        source, expected = rest.split("---\n", 1)
        cases.append((name, source, expected.rstrip("\n")))
    return cases


def _messages(source: str) -> str:
    return "\n".join(map(render, parse_text(source, "a.jl").diagnostics))


def _update() -> None:
    parts = [f"=== {name}\n{source}---\n{_messages(source)}\n" for name, source, _ in _cases()]
    PATH.write_text("\n".join(parts), encoding="utf-8")


if os.environ.get("UPDATE_EXPECTED"):
    _update()


@pytest.mark.parametrize(("name", "source", "expected"), _cases(), ids=lambda value: value[:30])
def test_messages(name: str, source: str, expected: str) -> None:
    assert _messages(source) == expected, name
    assert expected, name


def test_at_least_sixty_cases() -> None:
    assert len(_cases()) >= 60


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("f(x = 1\ng() = 2\n", ["(= (call :g) (block 2))"]),
        ("x = (1, 2 3)\ny = 4\n", ["(= :y 4)"]),
        ("function f()\n  x = g(1\n  y\nend\nz\n", [":z"]),
        ('s = "abc\nt = 1\nu = "d"\n', ["(= :t 1)", '(= :u "d")']),
        ("a = [1, 2\nb = 3\n", ["(= :b 3)"]),
        ("function f()\n x\n\nfunction g()\n y\nend\nz = 1\n", ["(function (call :g) (block :y))"]),
    ],
)
def test_one_fault_spares_the_neighbours(source: str, kept: list[str]) -> None:
    parsed = parse_text(source)
    assert len(parsed.diagnostics) == 1
    found = [canonical(node) for node in parsed.expressions]
    assert [text for text in kept if text not in found] == []


def test_what_is_in_error_is_an_error_expression() -> None:
    parsed = parse_text("a = 1\nb = 2 +\nc = )\n")
    heads = [node.head for node in parsed.expressions if isinstance(node, Expr)]
    assert heads[0] == "=" and "error" in heads


def test_exception_carries_place_and_text() -> None:
    diagnostics = parse_text("x = 1\ny = 2 3\n", "file.jl").diagnostics
    error = JuliaSyntaxError(diagnostics)
    assert isinstance(error, SyntaxError)
    assert (error.filename, error.lineno, error.offset, error.text) == ("file.jl", 2, 7, "y = 2 3")
    assert str(error) == render(diagnostics[0])


def test_caret_counts_columns_of_wide_characters_and_tabs() -> None:
    text = _messages("\tx = '漢字漢字' + )\n").splitlines()
    assert text[1].startswith("    1 | \tx")
    assert text[2].startswith("      | \t    ^")


def test_long_lines_are_cut_around_the_caret() -> None:
    lines = _messages("x = " + "1 + " * 5000 + "1 2\n").splitlines()
    assert all(len(line) < 200 for line in lines)
    assert lines[1].startswith("    1 | …") and "^" in lines[2]
