"""Writes what real Julia answers into the calls of `tests/staging/control/*.jl`.

`python scripts/control_answers.py JULIA FILE.jl…`
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

LINE = re.compile(r"^#([!~]) (.*?)(?: => (.*))?$")
HELPERS = """
_flat(x::Number) = Any[x]
_flat(x::AbstractArray) = reduce(vcat, map(_flat, vec(collect(x))); init=Any[])
_flat(x::Tuple) = reduce(vcat, map(_flat, collect(x)); init=Any[])
_flat(x::NamedTuple) = _flat(values(x))
_text(x::Complex) = string(real(x), imag(x) < 0 ? "" : "+", imag(x), "j")
_text(x::Bool) = string(Int(x))
_text(x) = replace(string(x), "Inf" => "inf")
"""


def answer(julia: str, path: Path) -> None:
    """Rewrite the answers of one file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    calls = {k: m for k, line in enumerate(lines) if (m := LINE.match(line))}
    asked = [
        f'println("@{k} ", join(map(_text, _flat({match[2]})), " "))' for k, match in calls.items()
    ]
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "calls.jl"
        script.write_text("\n".join([HELPERS, *lines, *asked]), encoding="utf-8")
        done = subprocess.run([julia, str(script)], capture_output=True, text=True, check=True)
    for row in done.stdout.splitlines():
        if row.startswith("@"):
            number, _, numbers = row[1:].partition(" ")
            match = calls[int(number)]
            lines[int(number)] = f"#{match[1]} {match[2]} => {numbers}"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    for name in sys.argv[2:]:
        answer(sys.argv[1], Path(name))
