"""The form of the output, case by case: `forms.jl` holds Julia code and the Python it becomes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jaxjl_transpile.pipeline import transpile

CASES = re.split(r"^#% ", (Path(__file__).parent / "forms.txt").read_text(), flags=re.MULTILINE)[1:]


def body_of(text: str) -> str:
    """The generated text without its header, imports and line notes."""
    lines = text.splitlines()
    while lines and (lines[0].startswith(("#", "from ")) or not lines[0].strip()):
        lines.pop(0)
    return "\n".join(re.sub(r"  # jl:\d+$", "", line) for line in lines).strip()


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.split("\n", 1)[0])
def test_form(case: str) -> None:
    _, rest = case.split("\n", 1)
    julia, python = rest.split("\n---\n")
    assert body_of(transpile(julia + "\n", "m.jl")) == python.strip()
