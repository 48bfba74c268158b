"""What collections give, line by line, against real Julia 1.5.3 (stored by `make_answers.py`)."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus.compare import differences

from . import lines

HERE = Path(__file__).parent
CASES = [
    pytest.param(line, answer, id=f"{source.stem}-{number}")
    for source in sorted(HERE.glob("*.jl"))
    for number, (line, answer) in enumerate(lines.cases(source), 1)
]


@pytest.mark.parametrize(("line", "answer"), CASES)
@pytest.mark.usefixtures("julia_1_5")
def test_line(line: str, answer: str) -> None:
    assert differences(lines.text_of(line), answer) is None
