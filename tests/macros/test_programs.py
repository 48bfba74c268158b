"""Programs of standard macros, macros of their own and quoted code print what real Julia prints."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path

import pytest

from jaxjl_transpile.loader import run_file

PROGRAMS = sorted((Path(__file__).parent / "programs").glob("*.jl"))


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda p: p.stem)
def test_prints_what_julia_prints(path: Path, julia_1_5: None) -> None:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = run_file(path)
    assert status == 0, err.getvalue()
    assert out.getvalue() == path.with_suffix(".out").read_text(encoding="utf-8")
