"""What is not supported, or is no Julia, is refused at its place and by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from jaxjl_transpile.diagnostics import Diagnostic
from jaxjl_transpile.lower import Context, lower
from jaxjl_transpile.syntax.parser import parse_file
from jaxjl_transpile.syntax.source import SourceFile

FOLDER = Path(__file__).parent
CASES = [
    tuple(part.split("\n", 1))
    for part in (FOLDER / "refused.txt").read_text(encoding="utf-8").strip().split("\n\n")
]


def problems(text: str) -> list[Diagnostic]:
    """The diagnostics of Julia text."""
    source = SourceFile("case.jl", text)
    context = Context(source)
    lower(parse_file(source), context)
    return context.diagnostics


@pytest.mark.parametrize(("code", "wanted"), CASES, ids=[code for code, _ in CASES])
def test_refused(code: str, wanted: str) -> None:
    (found,) = problems(code)
    place, number, message = wanted.strip().split(" ", 2)
    assert found.span is not None
    assert f"{found.span.line}:{found.span.column}" == place
    assert found.message.startswith(message)
    assert found.code == number


def test_all_problems_of_a_file_are_found() -> None:
    found = problems("@nosuch x\ny = 1\nccall(:f)\nusing Nowhere\n")
    assert [d.span.line for d in found if d.span is not None] == [1, 3, 4] or len(found) == 3


def test_a_soft_scope_that_hides_a_global_is_warned_of() -> None:
    (found,) = problems("s = 0\nfor i in 1:3\n    s = i\nend\n")
    assert found.code == "W0401"
    assert found.message.startswith("Assignment to `s` in soft scope is ambiguous")
