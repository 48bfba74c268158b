"""Makes answers.tsv: what real Julia answers to the first 2,000 random programs. `python
tests/fuzz/make_answers.py JULIA`.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fuzz.generator import julia_runner

COUNT = 2000


def main() -> None:
    """Writes the answers beside this file."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "programs.jl"
        lines = []
        for start in range(0, COUNT, 250):
            script.write_text(julia_runner(list(range(start, start + 250))), encoding="utf-8")
            command = [sys.argv[1], "--startup-file=no", "--compile=min", "-O0", str(script)]
            done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
            lines.append(done.stdout)
    Path(__file__).with_name("answers.tsv").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
