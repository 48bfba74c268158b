"""Writes the list of files in CONTRIBUTING.md from each file's first docstring line; `--check`
writes nothing.

python scripts/make_contributing.py [--check]
"""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "CONTRIBUTING.md"
FOLDERS = ("jaxjl_transpile", "runtime/jaxjl_runtime", "scripts", "benchmarks", "examples", "tests")
START = "<!-- files: made by scripts/make_contributing.py -->"


def purpose(path: Path) -> str:
    """What a file says of itself in one line."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        doc = ast.get_docstring(ast.parse(text)) or ""
        paragraph = doc.split("\n\n")[0].replace("\n", " ")
    else:
        comments = re.match(r"(?:#!.*\n)?((?:#.*\n)+)", text)
        paragraph = (
            " ".join(line.lstrip("# ") for line in comments[1].splitlines()) if comments else ""
        )
    return re.split(r"(?<=\.)\s", paragraph)[0].rstrip(".:")


def listing() -> str:
    """A line for each file, by folder."""
    lines: list[str] = []
    for folder in FOLDERS:
        files = sorted(p for s in ("*.py", "*.sh") for p in (ROOT / folder).rglob(s))
        parent = None
        for path in files:
            if path.stat().st_size == 0 or "__pycache__" in path.parts:
                continue
            if path.parent != parent:
                parent = path.parent
                lines += ["", f"### {parent.relative_to(ROOT).as_posix()}/", ""]
            lines.append(f"- `{path.name}`: {purpose(path)}")
    return "\n".join(lines)


def main() -> int:
    """The command."""
    text = TARGET.read_text(encoding="utf-8")
    new = text.split(START)[0] + START + "\n" + listing() + "\n"
    if "--check" in sys.argv:
        if new != text:
            print("CONTRIBUTING.md is stale: python scripts/make_contributing.py", file=sys.stderr)
        return int(new != text)
    TARGET.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
