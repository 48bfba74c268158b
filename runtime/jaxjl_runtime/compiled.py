"""Whole functions compiled: traced once for each kind of arguments as a level of their own.

The journal of that level finds every array and variable outside that the function reads or mutates:
they become inputs and outputs beside the arguments. What it read as a static value (an `Int` that a
closure captures) is checked again before each later call.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jax
import numpy as np

from . import _compat
from .array import JaxArray
from .cell import Cell, NotStageable, StagingError, innermost
from .numbers import JaxNumber, number, number_dtype
from .staging.levels import Region, commit, flatten_data, split_mutated, trace_region
from .staging.phi import Proxy
from .staging.spec import Builder, Flattener, Spec, count, leaf_types

__all__ = ["Compiled"]


class _Arguments(Flattener):
    """Takes arguments apart: arrays and floats are leaves, the rest is static."""

    def __init__(self) -> None:
        super().__init__(numbers=False, serial=float("inf"), positions=True)

    def __call__(self, value: Any) -> Spec:
        if isinstance(value, (float, complex, np.inexact)):
            self.leaves.append(value)
            return ("n", jax.dtypes.canonicalize_dtype(number_dtype(value)), ())
        return super().__call__(value)

    def _array(self, array: JaxArray) -> Spec:
        if type(array) is JaxArray:
            return super()._array(array)
        raise StagingError("a view as an argument of a compiled function: pass its parent")


class _Entry:
    """One compilation: the region, its executable, and what its results look like."""

    def __init__(self, region: Region, outputs: Spec, touched: list[int]) -> None:
        self.region = region
        self.outputs = outputs
        self.touched = touched  # arguments (by array number) that are mutated
        self.proxies: list[Proxy] = []  # kept: `same` goes by their identity
        self.same: dict[int, int] = {}
        self.run = jax.jit(lambda consts, leaves: _compat.eval_jaxpr(region.jaxpr, consts, *leaves))

    def lifted(self) -> list[Any] | None:
        """The leaves of the cells outside, or `None` if one is no longer what it was."""
        leaves: list[Any] = []
        for lifted in self.region.lifted:
            spec, own = flatten_data(lifted.cell.read(), float("inf"))
            if spec != lifted.spec:
                return None
            leaves += own
        return leaves


class Compiled:
    """A function whose calls are compiled."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function
        self.entries: dict[Any, list[_Entry]] = {}

    def __call__(self, args: tuple[Any, ...], keywords: dict[str, Any]) -> Any:
        if innermost() is not None:
            return self._call(args, keywords)
        flat = _Arguments()
        spec = flat((args, *keywords.values()))
        key = (spec, tuple(keywords))
        entries = self.entries.setdefault(key, [])
        for entry in entries:
            lifted = entry.lifted()
            if lifted is not None:
                return self._run(entry, flat, lifted)
        entry = self._trace(spec, tuple(keywords))
        entries.append(entry)
        return self._run(entry, flat, entry.lifted() or [])

    def _call(self, args: tuple[Any, ...], keywords: dict[str, Any]) -> Any:
        call = getattr(self.function, "call_julia", None)
        return call(args, keywords) if call is not None else self.function(*args, **keywords)

    def _trace(self, spec: Spec, names: tuple[str, ...]) -> _Entry:
        proxies: list[Proxy] = []
        found: dict[str, Any] = {}

        def make(buffer: Any, index: int, bit: bool) -> Proxy:
            proxies.append(Proxy(buffer, bit))
            return proxies[-1]

        def run(*leaves: Any) -> list[Any]:
            args, *values = Builder(iter(leaves), make)(spec)
            result = self._call(args, dict(zip(names, values, strict=True)))
            level = innermost()
            flat = Flattener(numbers=False, serial=level.serial)
            for proxy in proxies:  # an argument that is returned stays the same object
                proxy.serial = 0
            found["spec"] = flat(result)
            found["same"] = {id(p): k for k, p in enumerate(proxies)}
            found["touched"] = [k for k, p in enumerate(proxies) if p.touched]
            return [*flat.leaves, *(proxies[k]._data for k in found["touched"])]

        try:
            region = trace_region(run, leaf_types(spec), root=True)
        except NotStageable as reason:
            raise StagingError(str(reason)) from None
        entry = _Entry(region, found["spec"], found["touched"])
        entry.same = found["same"]
        entry.proxies = proxies
        return entry

    def _run(self, entry: _Entry, flat: _Arguments, lifted: list[Any]) -> Any:
        region = entry.region
        results = entry.run(region.consts, [_input(x) for x in (*flat.leaves, *lifted)])
        outs, rest = results[: region.outputs], results[region.outputs :]
        own = count(entry.outputs)
        for k, buffer in zip(entry.touched, outs[own:], strict=True):
            flat.arrays[k].write(buffer)
        for m, leaves in zip(region.mutated, split_mutated(region, rest), strict=True):
            commit(m.cell, m.after, leaves)
            _settle(m.cell)
        build = _Results(iter(outs[:own]), entry, flat.arrays)
        return build(entry.outputs)


class _Results(Builder):
    """Builds the results of a call: host numbers, and arguments that are returned as themselves."""

    def __init__(self, leaves: Any, entry: _Entry, arrays: list[JaxArray]) -> None:
        super().__init__(leaves, lambda buffer, index, bit: JaxArray(buffer, bit))
        self.entry = entry
        self.arrays = arrays

    def __call__(self, spec: Spec) -> Any:
        if spec[0] == "n" and not spec[2]:
            return number(next(self.leaves))
        if spec[0] == "r":
            index = self.entry.same.get(id(spec[1].value))
            if index is not None:
                return self.arrays[index]
        return super().__call__(spec)


def _input(leaf: Any) -> Any:
    return np.array(leaf) if isinstance(leaf, np.ndarray) else leaf


def _settle(cell: Cell) -> None:
    """A number that a compiled function left in a variable, as the host number it is."""
    data = cell.peek()
    if isinstance(data, JaxNumber) and not data.buffer.ndim:
        cell.write(number(data.buffer))
