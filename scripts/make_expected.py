"""Makes (or checks) the corpus' expected outputs with real Julia.

    python scripts/make_expected.py [--check] [--new] [PATH…]

Julia is `$JULIA` where set, else the one that scripts/install_julia.sh installs. A file is a
program of the corpus unless one of its first lines is `#: part` (it is included or imported by
another).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from corpus.compare import differences  # noqa: E402
from corpus.programs import CORPUS, Program  # noqa: E402


def julia_command() -> str:
    """The path of a Julia."""
    if "JULIA" in os.environ:
        return os.environ["JULIA"]
    script = ROOT / "scripts" / "install_julia.sh"
    done = subprocess.run(["bash", str(script)], capture_output=True, text=True, check=True)
    return done.stdout.strip().splitlines()[-1]


def run(julia: str, program: Program) -> subprocess.CompletedProcess[str]:
    """The program run by real Julia, in its own folder."""
    command = [julia, "--startup-file=no", program.path.name]
    return subprocess.run(
        command, cwd=program.path.parent, capture_output=True, text=True, timeout=300
    )


def handle(julia: str, program: Program, check: bool) -> str | None:
    """Writes or checks one expected output; a message where something is wrong."""
    done = run(julia, program)
    if done.returncode:
        return f"{program.name}: Julia failed\n{done.stderr[-2000:]}"
    if not check:
        program.expected_path.write_text(done.stdout, encoding="utf-8")
        return None
    kept = program.expected_path.read_text(encoding="utf-8")
    found = differences(done.stdout, kept, program.tolerance)
    return f"{program.name}: {found}" if found else None


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare and write nothing")
    parser.add_argument("--new", action="store_true", help="only programs without an output")
    parser.add_argument("paths", nargs="*", type=Path)
    options = parser.parse_args()
    files = [p.resolve() for p in options.paths] or sorted(CORPUS.rglob("*.jl"))
    chosen = [Program(p) for p in files if not any(w == "part" for w, _ in Program(p).directives)]
    if options.new:
        chosen = [p for p in chosen if not p.expected_path.exists()]
    julia = julia_command()
    with ThreadPoolExecutor(2) as pool:
        problems = [m for m in pool.map(lambda p: handle(julia, p, options.check), chosen) if m]
    print("\n".join(problems))
    print(f"{len(chosen) - len(problems)} passed, {len(problems)} failed")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
