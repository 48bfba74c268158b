"""Settings that every test shares: 64-bit numbers, strict promotion, Julia 1.5's forms where the
oracle made the answers.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

os.environ.setdefault("JAX_PLATFORMS", "cpu")
os.environ.setdefault("JAX_ENABLE_X64", "1")

import pytest


@pytest.fixture
def julia_1_5() -> Iterator[None]:
    """Follow Julia 1.5, the oracle's version, during one test."""
    from jaxjl_runtime import config

    before = config.JULIA
    config.set_julia("1.5")
    yield
    config.JULIA = before


@pytest.fixture
def strict_jax() -> Iterator[None]:
    """JAX without implicit promotion of dtypes and ranks."""
    import jax

    with jax.numpy_dtype_promotion("strict"), jax.numpy_rank_promotion("raise"):
        yield
