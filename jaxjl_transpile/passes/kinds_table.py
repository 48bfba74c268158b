"""The kinds of value that are known before the program runs."""

from __future__ import annotations

from enum import Enum


class Kind(Enum):
    """What a value surely is. What is not surely one of these has no kind."""

    SIZE = "size"  # a host Int that memory bounds: sums of two do not overflow
    INDEX = "index"  # an Int as small, but perhaps a tracer
    BOOL = "bool"  # a host Bool
    FLOAT = "float"  # a host Float64
    STRING = "string"
    NOTHING = "nothing"
    RANGE = "range"  # a unit range with host ends
    FUNCTION = "function"
    TUPLE = "tuple"
    SIZES = "sizes"  # a tuple of sizes
