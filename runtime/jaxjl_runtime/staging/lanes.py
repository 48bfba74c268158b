"""Branches inside a broadcast, where a condition holds on some lanes and not on others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .._compat import Tracer
from ..cell import NotStageable
from ..numbers import NotScalar

__all__ = ["lanes_branch"]


def lanes_branch(predicate: Any, then: Callable[[], Any], otherwise: Callable[[], Any]) -> Any:
    """Both sides on all lanes, then a select; on the host the lanes are taken one by one."""
    if not isinstance(predicate, Tracer):
        raise NotScalar("a Bool that decides what Python does")
    from .staged_branches import joined_branch

    try:
        return joined_branch(predicate, then, otherwise, select=True)
    except NotStageable as reason:
        raise NotScalar(str(reason)) from None
