"""References that stand for arrays: one of two, or whatever a loop carries in a place."""

from __future__ import annotations

from typing import Any

import jax.numpy as jnp

from ..array import JaxArray
from ..cell import new_serial
from ..numbers import to_device

__all__ = ["PhiArray", "Proxy"]


class PhiArray(JaxArray):
    """`left` where the traced `predicate` holds, else `right`: reads select, writes go to both,
    each keeping what it had where it is not meant."""

    __slots__ = ("left", "predicate", "right")

    def __init__(self, predicate: Any, left: JaxArray, right: JaxArray) -> None:
        self.predicate, self.left, self.right = predicate, left, right
        self.serial = new_serial()
        self.bit = left.bit
        self._data = None

    def read(self) -> Any:
        """The buffer of the array that is meant."""
        left, right = to_device(self.left.read()), to_device(self.right.read())
        return jnp.where(self.predicate, left, right)

    def write(self, new: Any) -> None:
        """Replace the buffer of the array that is meant."""
        new = to_device(new)
        self.left.write(jnp.where(self.predicate, new, to_device(self.left.read())))
        self.right.write(jnp.where(self.predicate, to_device(self.right.read()), new))

    def writable(self) -> None:
        """No host buffer to change in place."""

    def peek(self) -> Any:
        """Either buffer: they have one shape and one element type."""
        return self.left.peek()


class Proxy(JaxArray):
    """An array that a traced loop body finds in a carried variable; `touched` once written."""

    __slots__ = ("touched",)

    def __init__(self, buffer: Any, bit: bool = False) -> None:
        JaxArray.__init__(self, buffer, bit)
        self.touched = False

    def write(self, new: Any) -> None:
        """Replace the buffer."""
        self.touched = True
        JaxArray.write(self, new)
