"""`.+` as a value, and what `d[key] .= …` stores into where `d` is no array."""

from __future__ import annotations

from typing import Any

from .dispatch import base, generic

__all__: list[str] = []


@base("BroadcastFunction")
def _(function: Any) -> Any:
    """The function that applies `function` to the elements of its arguments."""

    def broadcasting(*args: Any, **keywords: Any) -> Any:
        return generic("broadcast")(function, *args, **keywords)

    return broadcasting


@base("dotview")
def _(collection: Any, *index: Any) -> Any:
    """What `d[key] .= …` stores into, where `d` is no array: the value of the key."""
    return generic("getindex")(collection, *index)
