"""Makes `julia/*.out`: what real Julia (1.5) answers. `python make_answers.py JULIA`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from expressions import FOLDER, program


def main(julia: str) -> None:
    """Write the answers beside each list of expressions."""
    for path in sorted(FOLDER.glob("*.txt")):
        with tempfile.NamedTemporaryFile("w", suffix=".jl", encoding="utf-8") as file:
            file.write(program(path.stem))
            file.flush()
            done = subprocess.run([julia, file.name], capture_output=True, text=True, check=True)
        Path(path.with_suffix(".out")).write_text(done.stdout, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
