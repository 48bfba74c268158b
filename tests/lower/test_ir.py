"""The IR of small pieces of Julia, written down in `ir.txt` (`JAXJL_REWRITE=1` writes it anew)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from jaxjl_transpile.lower import Context, lower
from jaxjl_transpile.lower.dump import dump
from jaxjl_transpile.syntax.parser import parse_file
from jaxjl_transpile.syntax.source import SourceFile

FOLDER = Path(__file__).parent
MARK = "# ---- "


def sections(path: Path) -> dict[str, str]:
    """The parts of a file by their titles."""
    found: dict[str, str] = {}
    for part in path.read_text(encoding="utf-8").split(MARK)[1:]:
        title, _, text = part.partition("\n")
        found[title] = text
    return found


def lowered(text: str) -> str:
    """The IR of Julia text, as text."""
    source = SourceFile("case.jl", text)
    parsed = parse_file(source)
    context = Context(source)
    program = lower(parsed, context)
    assert not parsed.diagnostics and not context.diagnostics
    return dump(program)


CASES = sections(FOLDER / "ir.jl")
if os.environ.get("JAXJL_REWRITE"):
    text = "".join(f"{MARK}{title}\n{lowered(code)}" for title, code in CASES.items())
    (FOLDER / "ir.txt").write_text(text, encoding="utf-8")
WANTED = sections(FOLDER / "ir.txt")


@pytest.mark.parametrize("title", CASES)
def test_ir(title: str) -> None:
    assert lowered(CASES[title]) == WANTED[title]
