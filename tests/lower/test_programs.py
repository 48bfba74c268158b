"""Programs on scopes, types and modules print what real Julia prints."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path

import pytest

from jaxjl_transpile.loader import run_file

LONG = {"algorithms"}
PROGRAMS = [
    pytest.param(path, id=path.stem, marks=[pytest.mark.slow] if path.stem in LONG else [])
    for path in sorted((Path(__file__).parent / "programs").glob("*.jl"))
]


@pytest.mark.parametrize("path", PROGRAMS)
def test_prints_what_julia_prints(path: Path, julia_1_5: None) -> None:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = run_file(path)
    assert status == 0, err.getvalue()
    assert out.getvalue() == path.with_suffix(".out").read_text(encoding="utf-8")
