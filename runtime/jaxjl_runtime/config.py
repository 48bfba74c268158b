"""The few switches of the runtime, read once from the environment."""

from __future__ import annotations

import os


def _julia(text: str) -> tuple[int, int]:
    major, _, minor = text.partition(".")
    return int(major), int(minor or 0)


JULIA: tuple[int, int] = _julia(os.environ.get("JAXJL_JULIA", "1.10"))
CHECK: bool = os.environ.get("JAXJL_CHECK", "0") == "1"


def julia_before(major: int, minor: int) -> bool:
    """Whether the Julia that is followed is older than the given version."""
    return (major, minor) > JULIA


def set_julia(version: str) -> None:
    """Follow the given version of Julia (`"1.5"`, `"1.10"`) from now on."""
    global JULIA
    JULIA = _julia(version)
