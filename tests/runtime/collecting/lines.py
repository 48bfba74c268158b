"""Runs the lines of a `.jl` file one by one, each a program, as `make_answers.py` has Julia do."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

PREFIX = "using LinearAlgebra, Statistics, Random\n"


def value_of(line: str) -> Any:
    """The value of a line's last expression."""
    from jaxjl_transpile.pipeline import compile_text

    parts = line.split("; ")
    last = "; ".join(parts[-1:]) if _separate(parts) else line
    before = "; ".join(parts[:-1]) if last is not line else ""
    if before:
        program = f"{PREFIX}{before}\nanswer() = ({last})\n"
    else:
        program = f"{PREFIX}answer() = begin {line} end\n"
    module = ModuleType("line")
    for code in compile_text(program, "line.jl").parts:
        exec(code, module.__dict__)
    return module.answer()


def _separate(parts: list[str]) -> bool:
    """Whether a line is statements and an expression: no semicolon stands inside brackets."""
    closed = (p.count("[") == p.count("]") and p.count("(") == p.count(")") for p in parts)
    return len(parts) > 1 and all(closed)


def text_of(line: str) -> str:
    """What the oracle's script prints for a line."""
    from jaxjl_runtime.dispatch import generic
    from jaxjl_runtime.exceptions import JuliaException, caught

    try:
        value = value_of(line)
        text = generic("repr")(value)
    except Exception as error:
        exc = caught(error)
        if not isinstance(exc, JuliaException):
            raise
        text = f"ERROR {type(exc).__name__}"
    return str(text).replace("\n", "⏎")


def cases(source: Path) -> list[tuple[str, str]]:
    """The lines of a file, each with real Julia's answer."""
    lines = source.read_text(encoding="utf-8").splitlines()
    answers = source.with_suffix(".out").read_text(encoding="utf-8").splitlines()
    return list(zip(lines, answers, strict=True))
