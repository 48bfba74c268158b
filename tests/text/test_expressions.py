"""Strings, containers, printed forms and errors, one expression each, against real Julia 1.5."""

from __future__ import annotations

from pathlib import Path

import pytest

from text.expressions import answers, cases

FILES = sorted(Path(__file__).parent.glob("*.tsv"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.usefixtures("julia_1_5")
def test_answers(path: Path) -> None:
    found = cases(path)
    assert len(found) > 100
    told = answers([expression for expression, _ in found])
    wrong = [
        f"{expression}\n  wanted {wanted!r}\n  got    {got!r}"
        for (expression, wanted), got in zip(found, told, strict=True)
        if wanted != got
    ]
    assert not wrong, "\n".join(wrong)
