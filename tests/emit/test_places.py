"""A failing program's traceback names the Julia line."""

from __future__ import annotations

import traceback
from pathlib import Path

import pytest

from jaxjl_transpile.loader import load

FAILING = {
    "call": ('f(x) = x\n\nfunction g(x)\n    y = 1\n    error("no")\nend\ng(1)\n', [7, 5]),
    "loop": ("v = [1]\nfor i in 1:3\n    v[i] += 1\nend\n", [2, 3]),
    "branch": (
        'function f(x)\n    if x > 0\n        x += 1\n        error("no")\n    end\nend\nf(1)\n',
        [7, 2, 4],
    ),
    "closure": ('f(g) = g(1)\nf(x ->\n   error("no"))\n', [2, 1, 3]),
    "comprehension": ('a = [1, 2]\n[\n  error("no")\n  for i in a]\n', [2, 3]),
    "struct": ("struct P\n  x\nend\np = P(1)\np.y\n", [5]),
    "condition": ("function f(x)\n    y = 2\n    x && return 1\n    0\nend\nf(3)\n", [6, 3]),
    "unicode": ('α = 1\nβ = "é"; error("no")\n', [2]),
}


@pytest.mark.parametrize("name", FAILING)
def test_traceback_shows_the_julia_lines(name: str, tmp_path: Path) -> None:
    text, lines = FAILING[name]
    path = tmp_path / "program.jl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Exception) as caught:
        load(path)
    frames = traceback.extract_tb(caught.value.__traceback__)
    assert [f.lineno for f in frames if f.filename == str(path)] == lines
