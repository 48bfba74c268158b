"""Random programs answer as real Julia did, eagerly and under `jax.jit`."""

from __future__ import annotations

import math
from pathlib import Path
from types import ModuleType
from typing import Any

import jax
import numpy as np
import pytest

from fuzz.generator import ARGUMENTS, Generator
from jaxjl_transpile.pipeline import compile_text

ANSWERS = dict(
    line.split("\t")
    for line in (Path(__file__).with_name("answers.tsv").read_text(encoding="utf-8").splitlines())
)
QUICK = 120
JITTED = 25


def run_program(seed: int) -> Any:
    """The function of a random program."""
    module = ModuleType(f"p{seed}")
    for part in compile_text(Generator(seed).program(), f"p{seed}.jl").parts:
        exec(part, module.__dict__)
    return getattr(module, f"p{seed}")


def arguments() -> list[Any]:
    """Fresh arguments."""
    return [np.array(a) if isinstance(a, list) else a for a in eval(ARGUMENTS)]


def agrees(actual: Any, expected: Any) -> bool:
    """Equal types and values, element by element."""
    if isinstance(expected, tuple):
        return len(actual) == len(expected) and all(
            agrees(a, b) for a, b in zip(actual, expected, strict=True)
        )
    found = np.asarray(actual)
    wanted = np.asarray(expected)
    if found.shape != wanted.shape or found.dtype.kind != wanted.dtype.kind:
        return False
    return np.allclose(found, wanted, rtol=1e-9, atol=1e-12, equal_nan=True)


def expected_answer(seed: int) -> Any:
    """Julia's answer as Python values, or the name of its exception."""
    text = ANSWERS[str(seed)]
    return eval(text, {"NaN": math.nan, "Inf": math.inf}) if text.startswith("(") else text


def check_eager(seed: int) -> None:
    """One program eagerly; an exception must be Julia's."""
    expected = expected_answer(seed)
    function = run_program(seed)
    if isinstance(expected, str):
        with pytest.raises(Exception) as caught:
            function(*arguments())
        assert type(caught.value).__name__ == expected
    else:
        actual = function(*arguments())
        assert agrees(actual, expected), f"{actual}\n{expected}"


def check_jitted(seed: int) -> None:
    """One program with traced vectors and float; Julia's exceptions are out of scope there."""
    expected = expected_answer(seed)
    if isinstance(expected, str):
        return
    x, y, n, a = arguments()
    function = run_program(seed)
    actual = jax.jit(lambda x, y, a: function(x, y, n, a))(x, y, a)
    assert agrees(actual, expected), f"{actual}\n{expected}"


@pytest.mark.parametrize("seed", range(QUICK))
def test_eager(seed: int) -> None:
    check_eager(seed)


@pytest.mark.parametrize("seed", range(JITTED))
def test_jitted(seed: int) -> None:
    check_jitted(seed)


@pytest.mark.slow
def test_all_eager() -> None:
    for seed in range(QUICK, len(ANSWERS)):
        check_eager(seed)


@pytest.mark.slow
def test_more_jitted() -> None:
    for seed in range(JITTED, 200):
        check_jitted(seed)
