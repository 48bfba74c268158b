"""Compares the parser with Julia's own on Julia's own sources: every top-level expression of base,
stdlib and test.

    python scripts/conformance.py [--lines] [--show N] [--write-report] [NAME…]

A file with the same number of expressions on both sides is compared expression by expression; else
as a
whole. `--lines` compares the line nodes too. Julia is `$JULIA`, else what scripts/install_julia.sh
installs.
What Julia answered is kept in `build/conformance`.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "runtime")]
CORPORA = ("base", "stdlib", "test")


@dataclass(frozen=True)
class Version:
    """Options of the parser: whose trees are made."""

    julia: tuple[int, int]


@dataclass
class Result:
    """What came of one corpus."""

    name: str
    total: int = 0
    identical: int = 0
    lines: int = 0
    seconds: float = 0.0
    differences: list[str] = field(default_factory=list)


def find_julia() -> tuple[str, tuple[int, int], Path]:
    """A Julia's command, its version, and the folder of its sources."""
    script = ROOT / "scripts" / "install_julia.sh"
    done = subprocess.run([str(script)], stdout=subprocess.PIPE, text=True, check=True)
    julia = done.stdout.strip().splitlines()[-1]
    code = 'print(VERSION.major, " ", VERSION.minor, " ", Sys.BINDIR, "/../share/julia")'
    shown = subprocess.run(
        [julia, "--startup-file=no", "-e", code], stdout=subprocess.PIPE, text=True, check=True
    )
    major, minor, share = shown.stdout.split(" ", 2)
    return julia, (int(major), int(minor)), Path(share).resolve()


def oracle(julia: str, files: list[Path], lines: bool) -> dict[str, list[str]]:
    """What Julia's parser makes of each file: a list of canonical expressions."""
    script = ROOT / "scripts" / "dump_sexpr.jl"
    key = hashlib.sha256(script.read_bytes() + "\n".join(map(str, files)).encode()).hexdigest()[:16]
    cache = ROOT / "build" / "conformance" / f"{key}{'-lines' if lines else ''}.txt"
    if not cache.exists():
        cache.parent.mkdir(parents=True, exist_ok=True)
        command = [
            julia,
            "--startup-file=no",
            str(script),
            *(["--lines"] if lines else []),
            *map(str, files),
        ]
        partial = cache.with_suffix(f".{os.getpid()}")
        with partial.open("wb") as stream:
            subprocess.run(command, stdout=stream, check=True)
        partial.replace(cache)
    answers: dict[str, list[str]] = {}
    current: list[str] = []
    for line in cache.read_text(encoding="ascii").splitlines():
        if line.startswith("### "):
            current = answers[line[4:]] = []
        else:
            current.append(line)
    return answers


def compare(
    name: str, answers: dict[str, list[str]], lines: bool, version: tuple[int, int]
) -> Result:
    """Parse each file and count the expressions that are Julia's."""
    from jaxjl_transpile.syntax.canonical import canonical
    from jaxjl_transpile.syntax.parser import parse_text

    result = Result(name)
    for path, expected in answers.items():
        if expected and expected[0].startswith("(error "):
            continue  # files that are meant to be wrong
        text = Path(path).read_bytes().decode("utf-8", "surrogateescape")
        begin = time.perf_counter()
        parsed = parse_text(text, path, Version(version))
        result.seconds += time.perf_counter() - begin
        result.lines += text.count("\n")
        ours = [canonical(node, lines) for node in parsed.expressions]
        result.total += len(expected)
        short = path.split("/share/julia/")[-1]
        if parsed.diagnostics:
            first = parsed.diagnostics[0]
            result.differences.append(
                f"{short}:{first.span.line if first.span else 0}: {first.message}"
            )
        elif len(ours) != len(expected):
            result.differences.append(
                f"{short}: {len(ours)} expressions instead of {len(expected)}"
            )
        for one, other in zip(ours, expected, strict=False):
            if one == other:
                result.identical += 1
            else:
                result.differences.append(f"{short}: {describe(one, other)}")
    return result


def describe(ours: str, theirs: str) -> str:
    """Where two canonical texts part."""
    at = next(
        (i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b),
        min(len(ours), len(theirs)),
    )
    begin = max(0, at - 80)
    return f"\n    ours:  …{ours[begin : at + 120]}\n    julia: …{theirs[begin : at + 120]}"


def main() -> int:
    """The exit status: 1 if anything differs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument(
        "names", nargs="*", default=CORPORA, metavar="NAME", help="base, stdlib, test"
    )
    parser.add_argument("--lines", action="store_true", help="compare the line nodes too")
    parser.add_argument("--show", type=int, default=5, help="how many differences to print")
    options = parser.parse_args()
    julia, version, share = find_julia()
    same = True
    for name in options.names:
        files = sorted((share / name).rglob("*.jl"))
        files = [path for path in files if path.is_file()]
        result = compare(name, oracle(julia, files, options.lines), options.lines, version)
        rate = result.lines / max(result.seconds, 1e-9)
        counts = f"{result.identical} / {result.total} identical"
        print(f"{name}: {counts}, {result.lines} lines, {rate:,.0f} lines/s")
        for difference in result.differences[: options.show]:
            print("  " + difference)
        same = same and result.identical == result.total and not result.differences
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
