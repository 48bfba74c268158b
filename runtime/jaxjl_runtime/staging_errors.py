"""What is said where a traced value meets something that must be known before the program runs."""

from __future__ import annotations

from typing import Any

from .cell import NotStageable, StagingError, nested


def traced_value_needed(use: str, buffer: Any) -> BaseException:
    """The exception for a traced value used as `use`: inside a staged region the one that makes the
    region run in Python."""
    message = (
        f"a traced {getattr(buffer, 'dtype', 'value')} is used as {use}, and is not known while "
        "JAX traces: compute it from sizes and literals, pass it as a static argument (`jl.jit` "
        "does so with integers), or call the function outside `jit`"
    )
    return NotStageable(message) if nested() else StagingError(message)
