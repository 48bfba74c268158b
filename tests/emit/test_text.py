"""The text of the output is the tree of the output, formatted as `ruff format` formats it."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from corpus.programs import programs

from jaxjl_transpile.pipeline import Compiled, compile_text

HERE = Path(__file__).parent
SOURCES = [*sorted((HERE / "programs").glob("*.jl")), *[p.path for p in programs()]]


def compiled(path: Path) -> Compiled:
    return compile_text(path.read_text(encoding="utf-8"), str(path))


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.stem)
def test_text_is_the_tree(path: Path) -> None:
    result = compiled(path)
    assert ast.dump(ast.parse(result.text)) == ast.dump(result.tree)


@pytest.mark.parametrize("path", SOURCES[:12], ids=lambda p: p.stem)
def test_every_node_has_a_place_in_the_julia_file(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n") + 1
    for node in ast.walk(compiled(path).tree):
        if isinstance(node, ast.expr | ast.stmt):
            assert 1 <= node.lineno <= node.end_lineno <= lines
            assert node.end_col_offset is not None


@pytest.mark.parametrize("path", SOURCES[:12], ids=lambda p: p.stem)
def test_deterministic(path: Path) -> None:
    assert compiled(path).text == compiled(path).text


def test_ruff_format_changes_nothing(tmp_path: Path) -> None:
    ruff = shutil.which("ruff", path=Path(sys.executable).parent) or shutil.which("ruff")
    if ruff is None:
        pytest.skip("ruff is not installed")
    for number, path in enumerate(SOURCES):
        (tmp_path / f"{number}_{path.stem}.py").write_text(compiled(path).text, encoding="utf-8")
    command = [ruff, "format", "--diff", "--isolated", "--line-length", "100", str(tmp_path)]
    found = subprocess.run(command, capture_output=True, text=True)
    assert found.returncode == 0, found.stdout[:3000]


def test_line_map_leads_to_the_julia_line() -> None:
    result = compile_text("x = 1\n\n# why\nfunction f(a)\n    a + x\nend\n", "m.jl")
    lines = result.text.splitlines()
    found = {lines[out - 1].strip(): julia for out, julia in result.line_map}
    assert found["x = 1"] == 1
    assert found["return jl.add(a, x)"] == 5


def test_comments_and_docstrings_are_kept() -> None:
    text = (
        '"Doc of `f`."\nfunction f(a)\n    # above\n    b = a  # beside\n'
        "    #= more\n    lines =#\n    b\nend\n"
    )
    written = compile_text(text, "m.jl").text
    for part in ('    """Doc of `f`."""', "# above", "b = a  # beside", "# more", "# lines"):
        assert part in written


def test_a_comment_cannot_become_code() -> None:
    text = "# a\x0bimport os\n# b\u2028import sys\nx = 1 #= c\rimport re =#\n"
    tree = ast.parse(compile_text(text, "m.jl").text)
    imported = [node for node in ast.walk(tree) if isinstance(node, ast.Import)]
    assert not imported


@pytest.mark.parametrize(
    "text", ['a"b', 'a\'b"""', "back\\\\slash", "new\\nline", "é ∇ \\u2028", "\\$x", "end\\\\"]
)
def test_strings(text: str) -> None:
    quoted = text.replace('"', '\\"')
    result = compile_text(f'"{quoted}"\nf(x) = "{quoted}"\n', "m.jl")
    assert ast.dump(ast.parse(result.text)) == ast.dump(result.tree)
