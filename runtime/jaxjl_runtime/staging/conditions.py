"""Conditions: what is known now, and what only a trace knows."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._compat import Tracer
from ..exceptions import TypeError as JuliaTypeError
from ..numbers import JaxNumber

__all__ = ["known", "test"]


def test(condition: Any) -> bool | Any:
    """A Python bool if the condition is known now, else its traced buffer (one value, or one a
    lane of a broadcast); anything but a Bool is Julia's `TypeError`."""
    if condition is True or condition is False:
        return condition
    if isinstance(condition, JaxNumber):
        buffer = condition.buffer
        if buffer.dtype == np.bool_:
            if isinstance(buffer, Tracer) or buffer.ndim:
                return buffer
            return bool(buffer)
    elif isinstance(condition, np.bool_):
        return bool(condition)
    raise _not_a_bool(condition)


def known(condition: Any) -> bool:
    """Whether the condition is a Bool that is known now."""
    return condition is True or condition is False or isinstance(test(condition), bool)


def _not_a_bool(condition: Any) -> BaseException:
    from ..types_base import Bool

    return JuliaTypeError("if", "", Bool, condition)
