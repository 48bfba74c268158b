"""Public names: reversible, injective, and identifiers that Python does not change."""

from __future__ import annotations

import keyword
import random
import unicodedata

import pytest
from jaxjl_runtime.names import OPERATORS, attribute, demangle, julia_name, mangle

NAMES = {
    "push!": "push_bang",
    "∇f": "_nablaf",
    "x₁": "x_u02081",
    "lambda": "lambda_",
    "lambda_": "lambda__",
    "f_bang": "f__bang",
    "is_prime": "is_prime",
    "row_sum": "row_sum",
    "ŷ": "ŷ",
    "ϵ": "_u003f5",
    "jl": "jl_",
    "σ²": "σ_u000b2",
}


@pytest.mark.parametrize("julia", NAMES)
def test_mangled(julia: str) -> None:
    assert mangle(julia) == NAMES[julia]
    assert demangle(NAMES[julia]) == julia


def test_round_trip_and_injectivity() -> None:
    parts = ["a", "x", "_", "!", "∇", "₁", "bang", "_bang", "lambda", "jl", "ŷ", "ϵ", "u02081"]
    parts += ["_u02081", "é", "𝐱", "pass_", "nabla", "′", "1", "__"]
    generator = random.Random(1)
    seen: dict[str, str] = {}
    for _ in range(20000):
        pieces = generator.choices(parts, k=generator.randint(1, 5))
        name = unicodedata.normalize("NFC", "".join(pieces))
        if not (name[0].isalpha() or name[0] in "_∇"):
            continue
        python = mangle(name)
        assert python.isidentifier() and not keyword.iskeyword(python)
        assert unicodedata.normalize("NFKC", python) == python
        assert demangle(python) == name
        assert seen.setdefault(python, name) == name


def test_operators_have_names_and_back() -> None:
    for name in OPERATORS:
        python = attribute(name)
        assert python.isidentifier() and not keyword.iskeyword(python)
        assert attribute(julia_name(python)) == python
