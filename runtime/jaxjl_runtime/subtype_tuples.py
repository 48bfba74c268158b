"""The part of the subtype relation that is about tuples and their tails."""

from __future__ import annotations

from typing import Any

from .types import ANY, BOTTOM, TypeVar, Vararg


def split_tail(parameters: tuple[Any, ...]) -> tuple[list[Any], Vararg | None]:
    """The fixed parameters of a tuple type, and its `Vararg` if it has one."""
    if parameters and isinstance(parameters[-1], Vararg):
        return list(parameters[:-1]), parameters[-1]
    return list(parameters), None


class TupleQuestions:
    """What `Question` asks about tuples."""

    depth: int
    sub: Any
    closed_sub: Any
    binding: Any
    record: Any
    equal_value: Any

    def sub_tuple(self, a: tuple[Any, ...], b: tuple[Any, ...]) -> bool:
        """`Tuple{a…} <: Tuple{b…}`."""
        a_fixed, a_tail = split_tail(a)
        b_fixed, b_tail = split_tail(b)
        if a_tail is None:
            return self._fixed_tuple(a_fixed, b_fixed, b_tail)
        if b_tail is None:
            return self._open_against_fixed(a_fixed, a_tail, b_fixed)
        if len(a_fixed) < len(b_fixed):
            return False
        b_types = [*b_fixed, *[b_tail.element] * (len(a_fixed) - len(b_fixed))]
        if not all(self.sub(p, q) for p, q in zip(a_fixed, b_types, strict=False)):
            return False
        if not self._lengths(a_tail, b_tail, len(a_fixed) - len(b_fixed)):
            return False
        if not self.sub(a_tail.element, b_tail.element):
            return False
        # Twice: two elements of the tail are two occurrences of what they mention.
        return self.sub(a_tail.element, b_tail.element)

    def _fixed_tuple(self, a: list[Any], b: list[Any], tail: Vararg | None) -> bool:
        if tail is None:
            return len(a) == len(b) and all(self.sub(p, q) for p, q in zip(a, b, strict=True))
        if len(a) < len(b):
            return False
        rest = len(a) - len(b)
        types = [*b, *[tail.element] * rest]
        if not all(self.sub(p, q) for p, q in zip(a, types, strict=True)):
            return False
        return tail.length is None or self._equal_length(tail.length, rest)

    def _equal_length(self, length: Any, count: int) -> bool:
        if isinstance(length, TypeVar):
            self.depth += 1
            try:
                return self.equal_value(length, count)
            finally:
                self.depth -= 1
        return bool(length == count)

    def _open_against_fixed(self, a: list[Any], tail: Vararg, b: list[Any]) -> bool:
        """A tuple of unknown length is in a fixed one only if a variable is its length."""
        length = tail.length
        if not isinstance(length, TypeVar):
            return False
        binding = self.binding(length)
        if binding is None or not binding.right or len(b) < len(a):
            return False
        if not self._equal_length(length, len(b) - len(a)):
            return False
        types = [*a, *[tail.element] * (len(b) - len(a))]
        return all(self.sub(p, q) for p, q in zip(types, b, strict=True))

    def _lengths(self, a: Vararg, b: Vararg, surplus: int) -> bool:
        """Whether the lengths of two tails agree: b's is a's and `surplus`."""
        if b.length is None:
            return True
        if a.length is None:
            if not isinstance(b.length, TypeVar):
                return False
            binding = self.binding(b.length)
            # An unbounded tail has any number of elements, so no single N fits.
            return (
                binding is not None and binding.right and surplus == 0 and self._any_length(binding)
            )
        if surplus != 0:
            return False
        self.depth += 1
        try:
            return self.closed_sub(a.length, b.length) and self.closed_sub(b.length, a.length)
        finally:
            self.depth -= 1

    def _any_length(self, binding: Any) -> bool:
        self.record(binding)
        if binding.lower is not BOTTOM or binding.upper is not ANY:
            return False
        fresh = TypeVar("N")
        binding.lower = binding.upper = fresh
        return True
