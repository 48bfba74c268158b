"""Programs out of lists of expressions: each shows a value and its type, or the error."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "julia"

_HEAD = """
function show_value(k, f)
    try
        v = f()
        print(k, " ", typeof(v), " ")
        show(v)
        println()
    catch e
        print(k, " ERR ")
        showerror(stdout, e)
        println()
    end
end
"""


def expressions(name: str) -> list[str]:
    """The expressions of a list, one a line; `(a; b)` is a block."""
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def program(name: str) -> str:
    """The Julia program that shows all expressions of a list."""
    lines = [_HEAD]
    for k, text in enumerate(expressions(name)):
        body = text[1:-1] if text.startswith("(") and ";" in text else text
        lines.append(f"show_value({k}, () -> begin {body} end)")
    return "\n".join(lines) + "\n"


def answers(output: str) -> dict[int, str]:
    """What a program printed, by the number of the expression."""
    found: dict[int, str] = {}
    current = -1
    for line in output.splitlines():
        number, _, rest = line.partition(" ")
        if number.isdigit() and int(number) == current + 1:
            current += 1
            found[current] = rest
        elif current >= 0:
            found[current] += "\n" + line
    return found
