"""Stores what real Julia gives for each line of the `.jl` files: `python make_answers.py JULIA`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
PROGRAM = """
using LinearAlgebra, Statistics, Random
let
    for line in eachline(ARGS[1])
        m = Module()
        Core.eval(m, :(using LinearAlgebra, Statistics, Random))
        text = try
            repr(include_string(m, line))
        catch e
            e = e isa LoadError ? e.error : e
            string("ERROR ", nameof(typeof(e)))
        end
        println(replace(text, "\n" => "⏎"))
    end
end
"""


def main() -> None:
    """Write one `.out` for each `.jl`."""
    julia = sys.argv[1]
    for source in sorted(HERE.glob("*.jl")):
        command = [julia, "--compile=min", "-O0", "-e", PROGRAM, str(source)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        source.with_suffix(".out").write_text(done.stdout, encoding="utf-8")


if __name__ == "__main__":
    main()
