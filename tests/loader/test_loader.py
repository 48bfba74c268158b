"""Julia files as Python modules: `load`, `run_file`, the import hook, the cache."""

from __future__ import annotations

import importlib
import importlib.util
import inspect
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from jaxjl_transpile import cache, install, load, transpile
from jaxjl_transpile.diagnostics import JuliaSyntaxError
from jaxjl_transpile.loader import code_of, run_file


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("JAXJL_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "mymodel.jl"
    path.write_text("twice(x) = 2x\nf!(a) = (a[1] = 7; a)\nconst n = 3\n", encoding="utf-8")
    return path


def test_load_gives_a_module(model: Path) -> None:
    module = load(model)
    assert module.__name__ == "mymodel"
    assert module.__file__ == str(model)
    assert module.twice(module.n) == 6
    assert callable(module.f_bang)


def test_a_broken_file_raises_a_syntax_error(tmp_path: Path) -> None:
    path = tmp_path / "broken.jl"
    path.write_text("f(x = \n", encoding="utf-8")
    with pytest.raises(JuliaSyntaxError):
        load(path)


def test_the_cache_is_keyed_by_content(model: Path, own_cache: Path) -> None:
    code_of(model)
    first = set(own_cache.iterdir())
    assert len(first) == 1
    code_of(model)
    assert set(own_cache.iterdir()) == first
    model.write_text("twice(x) = 3x\nconst n = 3\n", encoding="utf-8")
    assert load(model).twice(2) == 6
    assert len(set(own_cache.iterdir())) == 2


def test_a_damaged_cache_is_no_error(model: Path, own_cache: Path) -> None:
    code_of(model)
    for file in own_cache.iterdir():
        file.write_bytes(b"nonsense")
    assert load(model).twice(4) == 8


def test_a_cache_that_cannot_be_written_is_no_error(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("JAXJL_CACHE_DIR", str(blocked))
    assert load(model).twice(4) == 8
    monkeypatch.setenv("JAXJL_CACHE_DIR", "")
    assert cache.folder() is None
    assert load(model).twice(4) == 8


def test_included_files_are_watched_and_named(tmp_path: Path) -> None:
    part = tmp_path / "part.jl"
    part.write_text('g(x) = x + 1\n\nbad() = error("no")\n', encoding="utf-8")
    main = tmp_path / "main.jl"
    main.write_text('include("part.jl")\nh(x) = g(x)\n', encoding="utf-8")
    assert load(main).h(1) == 2
    part.write_text('g(x) = x + 10\n\nbad() = error("no")\n', encoding="utf-8")
    module = load(main)
    assert module.h(1) == 11
    with pytest.raises(Exception) as caught:
        module.bad()
    files = [entry.path for entry in caught.traceback]
    assert part in [Path(file) for file in files]


def test_run_file_gives_the_exit_status(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "program.jl"
    path.write_text('println(ARGS[1])\nexit(3)\nprintln("never")\n', encoding="utf-8")
    assert run_file(path, ["hello"]) == 3
    assert capsys.readouterr().out == "hello\n"
    path.write_text('x = 1\nerror("wrong")\n', encoding="utf-8")
    assert run_file(path) == 1
    err = capsys.readouterr().err
    assert err.startswith("ERROR: LoadError: wrong\n")
    assert f"{path}:2" in err


# ------------------------------------------------------------------------------------ import hook


@pytest.fixture
def hook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.syspath_prepend(tmp_path)
    with install():
        yield
    for name in [
        n for n, m in sys.modules.items() if str(tmp_path) in str(getattr(m, "__file__", ""))
    ]:
        del sys.modules[name]


def test_import_finds_the_julia_file(model: Path, hook: None) -> None:
    module = importlib.import_module("mymodel")
    assert module.twice(4) == 8
    assert module.__spec__.origin == str(model)
    assert inspect.getsource(module).startswith("twice(x) = 2x")


def test_a_python_file_goes_first(model: Path, hook: None) -> None:
    model.with_suffix(".py").write_text("twice = 'python'\n")
    assert importlib.import_module("mymodel").twice == "python"


def test_a_file_in_a_python_package(tmp_path: Path, hook: None) -> None:
    package = tmp_path / "pack"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "part.jl").write_text("f(x) = x - 1\n", encoding="utf-8")
    assert importlib.import_module("pack.part").f(3) == 2


def test_a_failed_import_leaves_nothing_behind(tmp_path: Path, hook: None) -> None:
    path = tmp_path / "unready.jl"
    path.write_text("f(x = \n", encoding="utf-8")
    with pytest.raises(JuliaSyntaxError):
        importlib.import_module("unready")
    assert "unready" not in sys.modules
    path.write_text("f(x) = x\n", encoding="utf-8")
    assert importlib.import_module("unready").f(1) == 1


def test_uninstall(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(model.parent)
    before = list(sys.meta_path)
    installed = install()
    assert len(sys.meta_path) == len(before) + 1
    assert sys.meta_path[: len(before)] == before  # appended: everything else goes first
    installed.uninstall()
    assert sys.meta_path == before
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("mymodel")


def test_a_written_file_does_what_the_julia_file_does(model: Path, tmp_path: Path) -> None:
    written = tmp_path / "written.py"
    written.write_text(transpile(model.read_text(), filename=str(model)), encoding="utf-8")
    spec = importlib.util.spec_from_file_location("written", written)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.twice(5) == load(model).twice(5) == 10


def test_compiling_imports_no_jax(model: Path) -> None:
    program = (
        "import sys, pathlib, jaxjl_transpile\n"
        f"jaxjl_transpile.transpile(pathlib.Path({str(model)!r}).read_text())\n"
        "sys.exit(any(name in sys.modules for name in ('jax', 'numpy')))"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    assert subprocess.run([sys.executable, "-c", program], env=environment).returncode == 0
