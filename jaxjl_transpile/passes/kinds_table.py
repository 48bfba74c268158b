"""The kinds of value that are known before the program runs."""

from __future__ import annotations

from enum import Enum


class Kind(Enum):
    """What a value surely is. What is not surely one of these has no kind."""

    SIZE = "size"  # a host Int that memory bounds: sums of two do not overflow
    INDEX = "index"  # an Int as small, but perhaps traced
    FLOAT = "float"  # a Float64, perhaps traced
    BOOL = "bool"  # a host Bool
