"""Julia expressions with real Julia's answers: how they are compiled and compared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from jaxjl_transpile.pipeline import compile_text

PRELUDE = """using Printf, LinearAlgebra, Statistics, Dates
struct P; x; y; end
struct Pt{T}; x::T; y::T; end
mutable struct Node; val::Int; next; Node(v) = new(v); end
struct Shown; n; end
Base.show(io::IO, s::Shown) = print(io, "S<", s.n, ">")
@enum Fruit apple pear
function told(body)
    try
        v = body()
        a, b = repr(v), repr("text/plain", v)
        a == b ? a : string(a, "\\n", b)
    catch e
        "ERROR " * sprint(showerror, e)
    end
end
"""


def cases(path: Path) -> list[tuple[str, str]]:
    """The expressions of a file and their answers."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        expression, _, answer = line.partition("\t")
        found.append((expression, unescaped(answer)))
    return found


def unescaped(text: str) -> str:
    """The text with its `\\n`, `\\t` and `\\\\` carried out."""
    marks = {"n": "\n", "t": "\t", "\\": "\\"}
    out, letters = [], iter(text)
    for letter in letters:
        out.append(marks[next(letters)] if letter == "\\" else letter)
    return "".join(out)


def answers(expressions: list[str]) -> list[str]:
    """What the expressions give here; one that does not compile gives why."""
    try:
        return list(_run(expressions))
    except Exception as error:
        if len(expressions) == 1:
            return [f"{type(error).__name__}: {error}"]
    middle = len(expressions) // 2
    return answers(expressions[:middle]) + answers(expressions[middle:])


def _run(expressions: list[str]) -> Iterator[str]:
    functions = "".join(
        f"case_{k}() = told() do\n{expression}\nend\n" for k, expression in enumerate(expressions)
    )
    module = ModuleType("__main__")
    for part in compile_text(PRELUDE + functions, "expressions.jl").parts:
        exec(part, module.__dict__)
    for k in range(len(expressions)):
        yield call(module, f"case_{k}")


def call(module: ModuleType, name: str) -> str:
    """What a case tells."""
    function: Any = getattr(module, name)
    try:
        return str(function()).split("\nClosest candidates")[0]
    except Exception as error:
        return f"{type(error).__name__}: {error}"
