"""`.+` as a value: the function that broadcasts another."""

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
