"""Names of Jax.jl that a program may use without `using`: keys of JAX's random numbers."""

from __future__ import annotations

from .stdlib.random import PRNGKey

__all__ = ["PRNGKey"]
