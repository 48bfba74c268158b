"""The README's Python example runs on its Julia example and prints what its comments say."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest

README = Path(__file__).resolve().parents[1] / "README.md"


def blocks(language: str) -> list[str]:
    """The fenced blocks of a language."""
    text = README.read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def test_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "model.jl").write_text(blocks("julia")[0], encoding="utf-8")
    code = blocks("python")[0]
    expected = re.findall(r"^print\(.*# (.*)$", code, re.MULTILINE)
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "README.md", "exec"), {})
    printed = out.getvalue().splitlines()
    assert len(expected) == len(printed) == 4
    for got, want in zip(printed, expected, strict=True):
        numbers = [[float(n) for n in re.findall(r"-?\d+\.?\d*", text)] for text in (got, want)]
        assert numbers[0] == pytest.approx(numbers[1], rel=1e-6)
    assert {p.name for p in tmp_path.iterdir()} == {"model.jl"}


def test_commands_exist() -> None:
    from jaxjl_transpile import cli

    shell = "\n".join(blocks("sh"))
    for script in re.findall(r"bash (\S+)", shell):
        assert (README.parent / script).is_file()
    for command in re.findall(r"^jaxjl (\w+)", shell, re.MULTILINE):
        with pytest.raises(SystemExit) as done:
            cli.main([command, "--help"])
        assert done.value.code == 0
