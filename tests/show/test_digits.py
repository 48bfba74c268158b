"""Floats of every width print the digits that Julia prints."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from jaxjl_runtime.show import printed, text
from jaxjl_runtime.show_options import DEFAULT

LINES = Path(__file__).with_name("floats.tsv").read_text(encoding="utf-8").splitlines()
WIDTHS = {
    "Float16": (np.uint16, np.float16),
    "Float32": (np.uint32, np.float32),
    "Float64": (np.uint64, np.float64),
}


def value(kind: str, bits: str) -> Any:
    """The float of these bits."""
    unsigned, signed = WIDTHS[kind]
    found = unsigned(int(bits)).view(signed)
    return float(found) if kind == "Float64" else found


def test_show_print_compact() -> None:
    seen: Counter[str] = Counter()
    for line in LINES:
        kind, bits, shown, put, compact = line.split("\t")
        x = value(kind, bits)
        told = [text(x), printed(x), text(x, DEFAULT.with_compact())]
        assert told == [shown, put, compact], (kind, bits)
        seen[kind] += 1
    assert min(seen["Float16"], seen["Float32"], seen["Float64"]) > 200
