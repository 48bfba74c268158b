"""The static shape of a Julia value in a trace, and the buffers (leaves) that fill it.

A spec is a hashable tuple whose first item says what it is:

    ("k", value)                a number known now                        no leaf
    ("n", dtype, shape)         a number, or the buffer of a cell         1 leaf
    ("u",)                      unset                                     no leaf
    ("o", spec)                 maybe unset                               flag, then the spec's
    ("r", Same)                 a reference to an object that exists      no leaf
    ("f", number, dtype, shape, bit)   an array made inside the region    1 leaf
    ("g", number)               the same array again                      no leaf
    ("p", left, right)          one of two references or functions        both sides' leaves
    ("s", kind, specs…)         a composite: tuple, struct …              its parts'
    ("c", Same)                 any other object                          no leaf
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax

from ..array import JaxArray
from ..cell import NotStageable
from ..numbers import JaxNumber, number_dtype, promote_dtypes, to_device
from .composite import decompose, recompose
from .defined import MaybeDefined
from .exits import UNDEF
from .phi import Proxy

__all__ = [
    "Builder",
    "Flattener",
    "Moved",
    "Same",
    "convert",
    "count",
    "dynamic",
    "join",
    "leaf_types",
    "strong_leaf",
    "unflatten",
]

Spec = tuple[Any, ...]
UNSET: Spec = ("u",)


class Moved(NotStageable):
    """A carried reference is another array after the region than before."""


class Same:
    """An object compared by identity."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.value is self.value

    def __hash__(self) -> int:
        return id(self.value)

    def __repr__(self) -> str:
        return f"Same({self.value!r})"


class Known:
    """A host number compared by type and bits."""

    __slots__ = ("key", "value")

    def __init__(self, value: Any) -> None:
        self.value = value
        bits = value if type(value) in (int, bool) else np.asarray(value).tobytes()
        self.key = (type(value), bits)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Known) and other.key == self.key

    def __hash__(self) -> int:
        return hash(self.key)


class Flattener:
    """Takes values apart into specs, collecting their leaves.

    `numbers=True` makes every host number a leaf. Arrays older than `serial` are references;
    younger ones are taken along as fresh. With `positions=True` every array is, numbered as it
    comes.
    """

    def __init__(self, *, numbers: bool, serial: float, positions: bool = False) -> None:
        self.numbers = numbers
        self.serial = serial
        self.positions = positions
        self.leaves: list[Any] = []
        self.arrays: list[JaxArray] = []

    def __call__(self, value: Any) -> Spec:
        """The spec of a value; its leaves are appended to `leaves`."""
        if isinstance(value, JaxNumber):
            self.leaves.append(value.buffer)
            return ("n", np.dtype(value.buffer.dtype), tuple(value.buffer.shape))
        if value is UNDEF:
            return UNSET
        dtype = None if isinstance(value, (tuple, str)) else number_dtype(value)
        if dtype is not None:
            if not self.numbers:
                return ("k", Known(value))
            self.leaves.append(value)
            return ("n", jax.dtypes.canonicalize_dtype(dtype), ())
        if isinstance(value, JaxArray):
            return self._array(value)
        if type(value) is MaybeDefined:
            self.leaves.append(value.flag)
            return ("o", self(value.value))
        parts = decompose(value)
        if parts is None:
            return ("c", Same(value))
        kind, children = parts
        return ("s", kind, *(self(child) for child in children))

    def _array(self, array: JaxArray) -> Spec:
        if not self.positions and array.serial < self.serial:
            return ("r", Same(array))
        for index, other in enumerate(self.arrays):
            if other is array:
                return ("g", index)
        if type(array) is not JaxArray and type(array) is not Proxy:
            if self.positions and array.serial < self.serial:
                return ("r", Same(array))
            parts = decompose(array)
            if parts is None:
                raise NotStageable("a view made inside the region is carried out of it")
            return ("s", parts[0], *map(self, parts[1]))
        self.arrays.append(array)
        buffer = array.read()
        self.leaves.append(buffer)
        return ("f", len(self.arrays) - 1, np.dtype(buffer.dtype), tuple(buffer.shape), array.bit)


def leaf_types(spec: Spec) -> list[jax.ShapeDtypeStruct]:
    """The types of a spec's leaves, in order."""
    match spec[0]:
        case "n":
            return [jax.ShapeDtypeStruct(spec[2], spec[1])]
        case "f":
            return [jax.ShapeDtypeStruct(spec[3], spec[2])]
        case "o":
            return [jax.ShapeDtypeStruct((), np.bool_), *leaf_types(spec[1])]
        case "p":
            return leaf_types(spec[1]) + leaf_types(spec[2])
        case "s":
            return [leaf for part in spec[2:] for leaf in leaf_types(part)]
    return []


def count(spec: Spec) -> int:
    """How many leaves a spec has."""
    return len(leaf_types(spec))


def join(a: Spec, b: Spec, branch: bool = False) -> Spec:
    """The least spec that holds the values of both; `branch` allows a choice between references."""
    if a == b:
        return a
    kinds = a[0] + b[0]
    if kinds in ("kk", "kn", "nk", "nn"):
        return _join_numbers(a, b)
    if a == UNSET:
        return b if b[0] == "o" else ("o", dynamic(b))
    if b == UNSET:
        return a if a[0] == "o" else ("o", dynamic(a))
    if "o" in kinds:
        inner = (x[1] if x[0] == "o" else x for x in (a, b))
        return ("o", join(*inner, branch))
    if kinds == "ss" and a[1] == b[1] and len(a) == len(b):
        return a[:2] + tuple(join(x, y, branch) for x, y in zip(a[2:], b[2:], strict=True))
    if _is_reference(a) and _is_reference(b):
        if kinds == "ff" and a[2:] == b[2:] and (branch or a[1] == b[1]):
            return a
        if branch:
            return _choice(a, b)
        raise Moved("a carried array is another one after an iteration")
    if branch and kinds == "cc" and callable(a[1].value) and callable(b[1].value):
        return ("p", a, b)
    raise NotStageable(f"a variable holds {describe(a)} on one path and {describe(b)} on another")


def _is_reference(spec: Spec) -> bool:
    if spec[0] == "s":
        cls = spec[1][0]
        return isinstance(cls, type) and issubclass(cls, JaxArray)
    return spec[0] in "rfgp"


def _choice(a: Spec, b: Spec) -> Spec:
    if "g" in a[0] + b[0]:
        raise NotStageable("the sides of a branch share fresh arrays in different ways")
    left, right = (array_type(x) for x in (a, b))
    if left != right:
        raise NotStageable(f"a variable is an array of {left} or of {right}")
    return ("p", a, b)


def array_type(spec: Spec) -> Any:
    """The dtype and shape of the array that a reference spec stands for."""
    if spec[0] == "s":
        return _of_parts(spec)
    if spec[0] == "p":
        return array_type(spec[1])
    if spec[0] == "r":
        array = spec[1].value
        return np.dtype(array.dtype), tuple(array.shape)[::-1]
    return spec[2], spec[3]


def _of_parts(spec: Spec) -> Any:
    """The type of an array that is made of parts: built once without values."""
    found: list[Any] = []

    def build(*leaves: Any) -> list[Any]:
        value = Builder(
            iter(leaves), lambda buffer, index, bit: JaxArray(buffer, bit), lambda a, b: a
        )(spec)
        found.append((np.dtype(value.dtype), tuple(value.shape)[::-1]))
        return []

    jax.eval_shape(build, *leaf_types(spec))
    return found[0]


def _join_numbers(a: Spec, b: Spec) -> Spec:
    (da, sa), (db, sb) = (_number_type(x) for x in (a, b))
    shape = np.broadcast_shapes(sa, sb)  # one value joins the lanes of a broadcast
    return ("n", jax.dtypes.canonicalize_dtype(promote_dtypes(da, db)), shape)


def _number_type(spec: Spec) -> tuple[np.dtype, tuple[int, ...]]:
    if spec[0] == "n":
        return spec[1], spec[2]
    return np.dtype(number_dtype(spec[1].value)), ()


def dynamic(spec: Spec) -> Spec:
    """The spec with its known numbers made leaves (a flag alone cannot say which it is)."""
    if spec[0] == "k":
        dtype = number_dtype(spec[1].value)
        return ("n", jax.dtypes.canonicalize_dtype(np.dtype(dtype)), ())
    if spec[0] == "s":
        return spec[:2] + tuple(dynamic(part) for part in spec[2:])
    return spec


def describe(spec: Spec) -> str:
    """A spec in a reader's words."""
    match spec[0]:
        case "k":
            return repr(spec[1].value)
        case "n":
            return f"a number ({spec[1]})"
        case "u":
            return "nothing yet"
        case "s":
            return getattr(spec[1][0], "__name__", str(spec[1][0]))
        case "r" | "f" | "g" | "p":
            return "an array"
        case "o":
            return f"maybe {describe(spec[1])}"
    return repr(spec[1].value)


def cast_leaf(leaf: Any, dtype: np.dtype) -> Any:
    """A leaf as a strongly typed JAX value of the given type."""
    if not isinstance(leaf, jax.Array):
        if isinstance(leaf, np.ndarray) and leaf.ndim:
            leaf = to_device(leaf)
        else:
            return jnp.asarray(np.asarray(leaf).astype(dtype))
    return lax.convert_element_type(leaf, dtype)


def strong_leaf(leaf: Any) -> Any:
    """A leaf as a JAX value whose type is not weak."""
    if isinstance(leaf, jax.Array):
        return cast_leaf(leaf, leaf.dtype)
    return cast_leaf(leaf, jax.dtypes.canonicalize_dtype(np.asarray(leaf).dtype))


def convert(have: Spec, leaves: Iterator[Any], want: Spec, right: bool = False) -> list[Any]:
    """The leaves of a value of spec `have` as those of `want`; `right` is the side of a choice."""
    match want[0]:
        case "n":
            if have == UNSET:
                return [_filler(want)]
            leaf = cast_leaf(have[1].value if have[0] == "k" else next(leaves), want[1])
            return [leaf if leaf.shape == want[2] else jnp.broadcast_to(leaf, want[2])]
        case "o":
            if have == UNSET:
                return [jnp.asarray(False), *convert(UNSET, iter(()), want[1])]
            flag = next(leaves) if have[0] == "o" else jnp.asarray(True)
            inner = have[1] if have[0] == "o" else have
            return [cast_leaf(flag, np.dtype(bool)), *convert(inner, leaves, want[1], right)]
        case "f":
            return [_filler(want)] if have == UNSET else [cast_leaf(next(leaves), want[2])]
        case "p":
            own, other = want[1 + right], want[2 - right]
            filled = [_fill(t.dtype, t.shape) for t in leaf_types(other)]
            mine = convert(have, leaves, own, right)
            return filled + mine if right else mine + filled
        case "s":
            parts = have[2:] if have[0] == "s" else [UNSET] * len(want[2:])
            return [
                leaf
                for part, wanted in zip(parts, want[2:], strict=True)
                for leaf in convert(part, leaves, wanted, right)
            ]
    for _ in leaf_types(have):
        next(leaves)
    return []


def _filler(spec: Spec) -> Any:
    return _fill(spec[1], spec[2]) if spec[0] == "n" else _fill(spec[2], spec[3])


def _fill(dtype: np.dtype, shape: tuple[int, ...]) -> Any:
    """What stands for a value that is not there: NaN where there is one."""
    return jnp.full(shape, np.nan if np.dtype(dtype).kind in "fc" else 0, dtype)


class Builder:
    """Makes values of specs that share one row of leaves and their fresh arrays.

    `make(buffer, number, bit)` gives the arrays, `choose(left, right)` a reference to one of two.
    """

    def __init__(
        self,
        leaves: Iterator[Any],
        make: Callable[[Any, int, bool], Any],
        choose: Callable[[Any, Any], Any] | None = None,
    ) -> None:
        self.leaves = leaves
        self.make = make
        self.choose = choose
        self.made: list[Any] = []

    def __call__(self, spec: Spec) -> Any:
        """The value of the next spec."""
        match spec[0]:
            case "k" | "r" | "c":
                return spec[1].value
            case "n":
                return JaxNumber(next(self.leaves))
            case "u":
                return UNDEF
            case "o":
                flag = next(self.leaves)
                return MaybeDefined(flag, self(spec[1]))
            case "f":
                self.made.append(self.make(next(self.leaves), spec[1], spec[4]))
                return self.made[-1]
            case "g":
                return self.made[spec[1]]
            case "p":
                assert self.choose is not None
                return self.choose(self(spec[1]), self(spec[2]))
        return recompose(spec[1], [self(part) for part in spec[2:]])


def unflatten(
    spec: Spec,
    leaves: Iterator[Any],
    make: Callable[[Any, int, bool], Any],
    choose: Callable[[Any, Any], Any] | None = None,
) -> Any:
    """The value of one spec."""
    return Builder(leaves, make, choose)(spec)
