"""The commands, as a user meets them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from jaxjl_transpile.cli import compile_main, main

GOOD = "f(x) = x + 1\n"
BAD = "function f(x)\n    x +\nend\nend\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "model.jl"
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_compile_writes_beside(source: Path) -> None:
    assert compile_main([str(source)]) == 0
    text = source.with_suffix(".py").read_text(encoding="utf-8")
    assert "from jaxjl_runtime import jl" in text
    assert "def f(x):" in text


def test_compile_is_deterministic_and_check_sees_stale_files(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compile_main(["--check", str(source)]) == 1
    assert not source.with_suffix(".py").exists()
    assert "stale" in capsys.readouterr().err
    assert compile_main([str(source)]) == 0
    before = source.with_suffix(".py").read_bytes()
    assert compile_main(["--check", str(source)]) == 0
    assert compile_main(["--fail-on-change", str(source)]) == 0
    assert source.with_suffix(".py").read_bytes() == before
    source.write_text(GOOD + "g(x) = 2x\n", encoding="utf-8")
    assert compile_main(["--check", str(source)]) == 1
    assert source.with_suffix(".py").read_bytes() == before
    assert compile_main(["--fail-on-change", str(source)]) == 1
    assert source.with_suffix(".py").read_bytes() != before


def test_compile_elsewhere(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compile_main(["-o", str(tmp_path / "other.py"), str(source)]) == 0
    assert compile_main(["--out-dir", str(tmp_path / "out"), str(source)]) == 0
    assert compile_main(["--stdout", str(source)]) == 0
    printed = capsys.readouterr().out
    assert (tmp_path / "other.py").read_text(encoding="utf-8") == printed
    assert (tmp_path / "out" / "model.py").read_text(encoding="utf-8") == printed
    assert not source.with_suffix(".py").exists()


def test_syntax_error_leaves_the_old_file(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compile_main([str(source)]) == 0
    old = source.with_suffix(".py").read_bytes()
    source.write_text(BAD, encoding="utf-8")
    assert compile_main([str(source)]) == 1
    assert source.with_suffix(".py").read_bytes() == old
    message = capsys.readouterr().err
    assert f"{source}:" in message
    assert "error[" in message
    assert "^" in message
    assert "Traceback" not in message


def test_missing_file_and_unknown_option(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compile_main([str(tmp_path / "none.jl")]) == 1
    assert "No such file" in capsys.readouterr().err
    assert compile_main(["--julia", "one", str(tmp_path / "none.jl")]) == 2
    assert "1.10" in capsys.readouterr().err


def test_unknown_project_option(
    source: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.jaxjl]\njulai = '1.5'\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert compile_main([str(source)]) == 2
    assert "did you mean 'julia'" in capsys.readouterr().err


def test_parse(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(source)]) == 0
    assert capsys.readouterr().out == f"### {source}\n(= (call :f :x) (block (call :+ :x 1)))\n"


def run(path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "jaxjl_transpile.cli", "run", str(path), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, env=environment())


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


def test_run_like_julia(tmp_path: Path) -> None:
    path = tmp_path / "program.jl"
    path.write_text('println(ARGS, " ", 1.0 + 2)\nexit(3)\nprintln("no")\n', encoding="utf-8")
    done = run(path, "a", "--b")
    assert done.stdout == '["a", "--b"] 3.0\n'
    assert done.returncode == 3


def test_run_reports_an_error_like_julia(tmp_path: Path) -> None:
    path = tmp_path / "program.jl"
    path.write_text('println("before")\nf(x) = x[4]\n\nf([1, 2, 3])\n', encoding="utf-8")
    done = run(path)
    assert done.stdout == "before\n"
    assert done.returncode == 1
    assert "BoundsError: attempt to access 3-element Vector{Int64} at index [4]" in done.stderr
    assert f"{path}:2" in done.stderr or f'{path}", line 2' in done.stderr


def test_compiling_imports_no_jax(source: Path) -> None:
    code = (
        "import sys; from jaxjl_transpile.cli import compile_main; "
        f"status = compile_main([{str(source)!r}]); "
        "assert not {'jax', 'numpy', 'lark'} & set(sys.modules), sorted(sys.modules); "
        "sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(), capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("version", "head"), [("1.5", "JaxArray{Float64,2}:"), ("1.10", "JaxArray{Float64, 2}:")]
)
def test_session_of_jax_jl(version: str, head: str) -> None:
    import jax
    import numpy as np

    command = [sys.executable, "-m", "jaxjl_transpile.cli", "run", "--julia", version]
    session = Path(__file__).with_name("jax_session.jl")
    done = subprocess.run(
        [*command, str(session)], capture_output=True, text=True, env=environment()
    )
    first, *rows = done.stdout.splitlines()
    assert first == f"3×4 {head}", done.stderr
    drawn = np.asarray(jax.random.uniform(jax.random.PRNGKey(0), (4, 3), "float64")).T
    printed = [[float(cell) for cell in row.split()] for row in rows]
    assert np.allclose(printed, 2 * drawn**2, rtol=1e-5)
