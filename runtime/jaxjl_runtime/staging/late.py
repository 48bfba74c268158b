"""What happens when the compiled program runs: printing of values that a trace does not know.

`late_call(f, *args)` puts an ordered callback into the trace, which calls `f` with the run-time
values; `late_text(f, *args)` is the text that `f(*args)` will be, for `late_call` to print.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jax
import numpy as np

from .._compat import Tracer
from ..array import JaxArray
from ..cell import NotStageable, in_trace, levels
from ..numbers import number, to_device
from ..typeof import register_class
from ..types_base import String
from .composite import composite
from .spec import Builder, Flattener, Spec, strong_leaf

__all__ = ["LateText", "late_call", "late_text"]


class LateText:
    """A `String` whose characters are known at run time only."""

    __slots__ = ("args", "function")

    def __init__(self, function: Callable[..., str], args: tuple[Any, ...]) -> None:
        self.function = function
        self.args = args

    def __repr__(self) -> str:
        return "<traced String>"


register_class(LateText, String)
composite(LateText, lambda t: (t.function, list(t.args)), lambda f, args: f(*args))


class _Values(Flattener):
    """Takes apart what is printed: every array goes along with what it holds now."""

    def __init__(self) -> None:
        super().__init__(numbers=False, serial=0, positions=True)

    def _array(self, array: JaxArray) -> Spec:
        buffer = array.read()
        self.leaves.append(to_device(buffer))
        self.arrays.append(array)
        return ("f", len(self.arrays) - 1, np.dtype(buffer.dtype), buffer.shape, array.bit)


class _AtRunTime(Builder):
    def __init__(self, leaves: Any) -> None:
        super().__init__(leaves, lambda buffer, index, bit: JaxArray(np.array(buffer), bit))

    def __call__(self, spec: Spec) -> Any:
        if spec[0] == "n":
            return number(np.asarray(next(self.leaves)))
        return super().__call__(spec)


def late_call(function: Callable[..., Any], args: tuple[Any, ...]) -> bool:
    """Arrange in a trace for `function(*args)` when the program runs; false outside a trace."""
    if not in_trace():
        return False
    if any(level.pure for level in levels()):
        raise NotStageable("printing")
    flat = _Values()
    spec = flat(tuple(args))

    def at_run_time(*leaves: Any) -> None:
        function(*_AtRunTime(iter(leaves))(spec))

    jax.debug.callback(at_run_time, *map(strong_leaf, flat.leaves), ordered=True)
    return True


def late_text(function: Callable[..., str], args: tuple[Any, ...]) -> LateText | None:
    """The text that `function(*args)` will be at run time; `None` if it is known now."""
    if not in_trace() or not any(map(_traced, args)):
        return None
    return LateText(function, args)


def _traced(x: Any) -> bool:
    if isinstance(x, LateText):
        return True
    if isinstance(x, str):
        return False
    flat = _Values()
    try:
        flat(x)
    except NotStageable:
        return False
    return any(isinstance(leaf, Tracer) for leaf in flat.leaves)
