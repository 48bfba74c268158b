"""`<:` and `typejoin` on random pairs of types, against what real Julia answered
(random_pairs.jl)."""

from pathlib import Path

import pytest
from jaxjl_runtime.subtype import issubtype, sametype
from jaxjl_runtime.typejoin import typejoin
from jaxjl_runtime.types_base import parse_type

_LINES = Path(__file__).with_name("pairs.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("chunk", range(10))
def test_random_pairs(chunk: int) -> None:
    for line in _LINES[chunk::10]:
        left, right, below, above, join = line.split("\t")
        a, b = parse_type(left), parse_type(right)
        assert issubtype(a, b) is (below == "true"), f"{left} <: {right}"
        assert issubtype(b, a) is (above == "true"), f"{right} <: {left}"
        assert sametype(typejoin(a, b), parse_type(join)), f"typejoin({left}, {right})"
