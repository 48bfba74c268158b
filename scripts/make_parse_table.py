"""Writes jaxjl_transpile/syntax/parse_table.json from grammar/julia.lark and powers.py.

python scripts/make_parse_table.py [--check]
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def main() -> int:
    """The exit status: with `--check`, 1 if the stored table is stale."""
    from jaxjl_transpile.syntax import table

    text = table.generate((ROOT / "grammar" / "julia.lark").read_text(encoding="utf-8"))
    if "--check" in sys.argv[1:]:
        return int(table.PATH.read_text(encoding="utf-8") != text)
    table.PATH.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
