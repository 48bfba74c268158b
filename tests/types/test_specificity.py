"""The order of signatures on random pairs, against what real Julia answered
(random_signatures.jl)."""

from pathlib import Path

from jaxjl_runtime.specificity import morespecific
from jaxjl_runtime.types_base import parse_type

_LINES = Path(__file__).with_name("signatures.txt").read_text("utf-8").splitlines()


def test_random_signatures() -> None:
    for line in _LINES:
        left, right, more, less = line.split("\t")
        a, b = parse_type(left), parse_type(right)
        assert morespecific(a, b) is (more == "true"), f"{left} before {right}"
        assert morespecific(b, a) is (less == "true"), f"{right} before {left}"
