"""Numbers, arrays and indices answer what real Julia answered (`make_answers.py`)."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest

from jaxjl_transpile.loader import run_file
from runtime.expressions import FOLDER, answers, expressions, program

_FLOAT = re.compile(r"[-+]?\d+\.\d+(?:[ef][-+]?\d+)?")


def _agree(ours: str, julia: str) -> bool:
    """Equal text; floats may differ in their last digits, errors in Julia's list of candidates."""
    if ours == julia:
        return True
    if julia.startswith("ERR MethodError"):
        return ours.splitlines()[0] == julia.splitlines()[0]
    if _FLOAT.sub("#", ours) != _FLOAT.sub("#", julia):
        return False
    tolerance = 1e-10
    for name, value in (("Float32", 1e-5), ("Float16", 1e-2)):
        if name in julia:
            tolerance = value
    pairs = zip(_FLOAT.findall(ours), _FLOAT.findall(julia), strict=True)
    numbers = [(float(a.replace("f", "e")), float(b.replace("f", "e"))) for a, b in pairs]
    return all(abs(a - b) <= tolerance * max(abs(a), abs(b)) for a, b in numbers)


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.txt")))
def test_expressions(name: str, julia_1_5: None, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.jl"
    path.write_text(program(name), encoding="utf-8")
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = run_file(path, [])
    assert status == 0, err.getvalue()
    ours = answers(out.getvalue())
    julia = answers((FOLDER / f"{name}.out").read_text(encoding="utf-8"))
    texts = expressions(name)
    assert len(julia) == len(texts)
    wrong = [
        f"{text}\n  ours  {ours.get(k)}\n  Julia {julia[k]}"
        for k, text in enumerate(texts)
        if not _agree(ours.get(k, ""), julia[k])
    ]
    assert not wrong, "\n".join(wrong)
