"""A package of several files with submodules, exports, a macro and tests of its own."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path

import pytest

from jaxjl_transpile.loader import run_file

FOLDER = Path(__file__).parent / "package"


def output(path: Path) -> str:
    """What a program prints; it must end well."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = run_file(path)
    assert status == 0, err.getvalue()
    return out.getvalue()


def test_a_program_uses_the_package(julia_1_5: None) -> None:
    assert output(FOLDER / "main.jl") == (FOLDER / "main.out").read_text(encoding="utf-8")


def test_the_tests_of_the_package(julia_1_5: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAXJL_LOAD_PATH", str(FOLDER))
    text = output(FOLDER / "Shapes" / "test" / "runtests.jl")
    assert text.splitlines()[0] == "Shapes loaded"
    assert text.splitlines()[-1].split() == ["shapes", "|", "3", "3"]


def test_cyclic_includes_are_refused(tmp_path: Path) -> None:
    from jaxjl_transpile.diagnostics import UnsupportedError

    (tmp_path / "a.jl").write_text('include("b.jl")\n')
    (tmp_path / "b.jl").write_text('include("a.jl")\n')
    with pytest.raises(UnsupportedError, match=r"cyclic include: a.jl -> b.jl -> a.jl"):
        run_file(tmp_path / "a.jl")
