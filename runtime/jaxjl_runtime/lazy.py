"""Lazy collections: `zip`, `enumerate`, `Iterators.…`, `pairs`, and generators.

Each is a class with `start()`, a fresh Python iterator, and `shape()`, its size or `None` where
only the end tells it.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator
from typing import Any

from .dispatch import base, generic
from .exceptions import ArgumentError, DimensionMismatch, MethodError
from .iteration import JuliaIterable, elements, size_of

_ITERATORS = "Iterators"


class Infinite(Exception):
    """The length of something without an end was asked for."""


class Zip(JuliaIterable):
    """`zip(a, b, …)`."""

    __slots__ = ("is_",)

    def __init__(self, *iterators: Any) -> None:
        self.is_ = iterators

    def start(self) -> Iterator[Any]:
        if not self.is_:
            return itertools.repeat(())
        return zip(*map(elements, self.is_), strict=False)

    def shape(self) -> tuple[int, ...] | None:
        sizes = [s for s in map(size_of, self.is_) if s != (math.inf,)]
        if not sizes or any(s is None for s in sizes):
            return None
        if all(s == sizes[0] for s in sizes):
            return sizes[0]
        if any(len(s) > 1 for s in sizes):  # type: ignore[arg-type]
            raise DimensionMismatch("dimensions must match")
        return (min(math.prod(s) for s in sizes),)  # type: ignore[arg-type]


class Enumerate(JuliaIterable):
    """`enumerate(a)`."""

    __slots__ = ("itr",)

    def __init__(self, itr: Any) -> None:
        self.itr = itr

    def start(self) -> Iterator[Any]:
        return enumerate(elements(self.itr), 1)

    def shape(self) -> tuple[int, ...] | None:
        return size_of(self.itr)


class Generator(JuliaIterable):
    """`(fn(x) for x in itr)`."""

    __slots__ = ("f", "iter")

    def __init__(self, f: Callable[..., Any], itr: Any) -> None:
        self.f, self.iter = f, itr

    def start(self) -> Iterator[Any]:
        return map(self.f, elements(self.iter))

    def shape(self) -> tuple[int, ...] | None:
        return size_of(self.iter)


class Filter(JuliaIterable):
    """`Iterators.filter(flt, itr)`."""

    __slots__ = ("flt", "itr")

    def __init__(self, flt: Callable[..., Any], itr: Any) -> None:
        self.flt, self.itr = flt, itr

    def start(self) -> Iterator[Any]:
        return (x for x in elements(self.itr) if self.flt(x))


class Flatten(JuliaIterable):
    """`Iterators.flatten(its)`."""

    __slots__ = ("it",)

    def __init__(self, it: Any) -> None:
        self.it = it

    def start(self) -> Iterator[Any]:
        return itertools.chain.from_iterable(map(elements, elements(self.it)))


class Product(JuliaIterable):
    """`Iterators.product(a, b, …)`: the first runs fastest."""

    __slots__ = ("iterators",)

    def __init__(self, *iterators: Any) -> None:
        self.iterators = iterators

    def start(self) -> Iterator[Any]:
        later = [list(elements(x)) for x in self.iterators[:0:-1]]
        if not self.iterators:
            return iter(((),))
        first = self.iterators[0]
        return ((x, *rest[::-1]) for rest in itertools.product(*later) for x in elements(first))

    def shape(self) -> tuple[int, ...] | None:
        sizes = [size_of(x) for x in self.iterators]
        if any(s is None for s in sizes):
            return None
        return tuple(itertools.chain.from_iterable(sizes))  # type: ignore[arg-type]


class Take(JuliaIterable):
    """`Iterators.take(itr, n)`."""

    __slots__ = ("n", "xs")

    def __init__(self, xs: Any, n: Any) -> None:
        if int(n) < 0:
            raise ArgumentError("Take length must be nonnegative")
        self.xs, self.n = xs, int(n)

    def start(self) -> Iterator[Any]:
        return itertools.islice(elements(self.xs), self.n)

    def shape(self) -> tuple[int, ...] | None:
        size = size_of(self.xs)
        return None if size is None else (min(math.prod(size), self.n),)


class Drop(JuliaIterable):
    """`Iterators.drop(itr, n)`."""

    __slots__ = ("n", "xs")

    def __init__(self, xs: Any, n: Any) -> None:
        if int(n) < 0:
            raise ArgumentError("Drop length must be nonnegative")
        self.xs, self.n = xs, int(n)

    def start(self) -> Iterator[Any]:
        return itertools.islice(elements(self.xs), self.n, None)

    def shape(self) -> tuple[int, ...] | None:
        size = size_of(self.xs)
        return None if size is None else (max(math.prod(size) - self.n, 0),)


class Rest(JuliaIterable):
    """`Iterators.rest(itr, state)`."""

    __slots__ = ("itr", "st")

    def __init__(self, itr: Any, st: Any) -> None:
        self.itr, self.st = itr, st

    def start(self) -> Iterator[Any]:
        step = generic("iterate")
        found = step(self.itr, self.st)
        while found is not None:
            yield found[0]
            found = step(self.itr, found[1])


class Cycle(JuliaIterable):
    """`Iterators.cycle(itr)`."""

    __slots__ = ("xs",)

    def __init__(self, xs: Any) -> None:
        self.xs = xs

    def start(self) -> Iterator[Any]:
        while True:
            empty = True
            for x in elements(self.xs):
                empty = False
                yield x
            if empty:
                return

    def shape(self) -> tuple[int, ...] | None:
        return (math.inf,)  # type: ignore[return-value]


class Repeated(JuliaIterable):
    """`Iterators.repeated(x)`."""

    __slots__ = ("x",)

    def __init__(self, x: Any) -> None:
        self.x = x

    def start(self) -> Iterator[Any]:
        return itertools.repeat(self.x)

    def shape(self) -> tuple[int, ...] | None:
        return (math.inf,)  # type: ignore[return-value]


class Count(JuliaIterable):
    """`Iterators.countfrom(start, step)`."""

    __slots__ = ("begin", "step")

    def __init__(self, begin: Any = 1, step: Any = 1) -> None:
        self.begin, self.step = begin, step

    def start(self) -> Iterator[Any]:
        x, add = self.begin, generic("+")
        while True:
            yield x
            x = add(x, self.step)

    def shape(self) -> tuple[int, ...] | None:
        return (math.inf,)  # type: ignore[return-value]


class TakeWhile(JuliaIterable):
    """`Iterators.takewhile(pred, itr)`."""

    __slots__ = ("pred", "xs")

    def __init__(self, pred: Callable[..., Any], xs: Any) -> None:
        self.pred, self.xs = pred, xs

    def start(self) -> Iterator[Any]:
        return itertools.takewhile(self.pred, elements(self.xs))


class DropWhile(JuliaIterable):
    """`Iterators.dropwhile(pred, itr)`."""

    __slots__ = ("pred", "xs")

    def __init__(self, pred: Callable[..., Any], xs: Any) -> None:
        self.pred, self.xs = pred, xs

    def start(self) -> Iterator[Any]:
        return itertools.dropwhile(self.pred, elements(self.xs))


class Reverse(JuliaIterable):
    """`Iterators.reverse(itr)`."""

    __slots__ = ("itr",)

    def __init__(self, itr: Any) -> None:
        self.itr = itr

    def start(self) -> Iterator[Any]:
        return reversed(list(elements(self.itr)))

    def shape(self) -> tuple[int, ...] | None:
        return size_of(self.itr)


class Accumulate(JuliaIterable):
    """`Iterators.accumulate(f, itr)`."""

    __slots__ = ("f", "init", "itr")

    def __init__(self, f: Callable[..., Any], itr: Any, init: Any = None) -> None:
        self.f, self.itr, self.init = f, itr, init

    def start(self) -> Iterator[Any]:
        source = elements(self.itr)
        if self.init is not None:
            first = next(source, source)
            if first is source:
                return iter(())
            source = itertools.chain((self.f(self.init, first),), source)
        return itertools.accumulate(source, self.f)

    def shape(self) -> tuple[int, ...] | None:
        return size_of(self.itr)


class Partition(JuliaIterable):
    """`Iterators.partition(c, n)`: parts of a vector are views, of a range ranges."""

    __slots__ = ("c", "n")

    def __init__(self, c: Any, n: Any) -> None:
        if int(n) < 1:
            raise ArgumentError(f"cannot create partitions of length {int(n)}")
        self.c, self.n = c, int(n)

    def start(self) -> Iterator[Any]:
        from .containers import is_array
        from .ranges import AbstractRange, UnitRange

        if is_array(self.c):
            total = math.prod(size_of(self.c) or ())
            flat = self.c if isinstance(self.c, AbstractRange) else generic("vec")(self.c)
            part = generic("getindex" if isinstance(self.c, AbstractRange) else "view")
            for k in range(0, total, self.n):
                yield part(flat, UnitRange(k + 1, min(k + self.n, total)))
            return
        source = elements(self.c)
        while chunk := list(itertools.islice(source, self.n)):
            yield generic("collect")(tuple(chunk))

    def shape(self) -> tuple[int, ...] | None:
        size = size_of(self.c)
        return None if size is None else (-(-math.prod(size) // self.n),)


class Pairs(JuliaIterable):
    """`pairs(x)` of an array or tuple, or with keys and values of its own."""

    __slots__ = ("data", "itr")

    def __init__(self, data: Any, itr: Any) -> None:
        self.data, self.itr = data, itr

    def start(self) -> Iterator[Any]:
        from .pairs import Pair

        types = self._types()
        entries = zip(elements(self.itr), elements(self.data), strict=False)
        return (Pair(key, value, types) for key, value in entries)

    def _types(self) -> tuple[Any, Any] | None:
        """The declared types of the pairs, where they are wider than those of the values."""
        wider = generic("eltype")(self.data)
        if getattr(wider, "concrete", False):
            return None
        return generic("eltype")(self.itr), wider

    def shape(self) -> tuple[int, ...] | None:
        return size_of(self.data)


# ---------------------------------------------------------------------------------------- functions

base("zip")(Zip)
base("enumerate")(Enumerate)
for _name, _class in {
    "product": Product, "take": Take, "drop": Drop, "rest": Rest, "cycle": Cycle,
    "countfrom": Count, "takewhile": TakeWhile, "dropwhile": DropWhile, "partition": Partition,
    "flatten": Flatten, "filter": Filter, "zip": Zip, "enumerate": Enumerate,
}.items():  # fmt: skip
    base(_name, module=_ITERATORS)(_class)


@base("reverse", module=_ITERATORS)
def _(itr: Any) -> Any:
    """An iterator over the elements from the last to the first."""
    from .ranges import AbstractRange

    return generic("reverse")(itr) if isinstance(itr, AbstractRange) else Reverse(itr)


@base("repeated", module=_ITERATORS)
def _(x: Any, n: Any = None) -> Any:
    """`x` again and again, or `n` times."""
    return Repeated(x) if n is None else Take(Repeated(x), n)


@base("accumulate", module=_ITERATORS)
def _(f: Any, itr: Any, *, init: Any = None) -> Any:
    """The running results of a function of two arguments."""
    return Accumulate(f, itr, init)


@base("map", module=_ITERATORS)
def _(f: Any, *its: Any) -> Any:
    """A generator of `f` over the elements."""
    return Generator(f, its[0]) if len(its) == 1 else Generator(lambda t: f(*t), Zip(*its))


@base("flatmap", module=_ITERATORS)
def _(f: Any, *its: Any) -> Any:
    """The elements of what `f` gives for each element."""
    return Flatten(generic("map", _ITERATORS)(f, *its))


@base("only", module=_ITERATORS)
def _(x: Any) -> Any:
    return generic("only")(x)


@base("peel", module=_ITERATORS)
def _(itr: Any) -> Any:
    """The first element and an iterator over the others; `nothing` if there is none."""
    found = generic("iterate")(itr)
    return None if found is None else (found[0], Rest(itr, found[1]))


@base("elements", JuliaIterable)
def _(x: JuliaIterable) -> Iterator[Any]:
    return x.start()


def _shape(name: str, x: JuliaIterable) -> tuple[int, ...]:
    shape = x.shape()
    if shape is None or math.inf in shape:
        raise MethodError(generic(name), (x,))
    return shape


@base("length", JuliaIterable)
def _(x: JuliaIterable) -> int:
    return math.prod(_shape("length", x))


@base("size", JuliaIterable)
def _(x: JuliaIterable, *dims: Any) -> Any:
    shape = _shape("size", x)
    return shape[int(dims[0]) - 1] if dims else shape


@base("isempty", JuliaIterable)
def _(x: JuliaIterable) -> bool:
    return next(x.start(), x) is x


@base("ndims", JuliaIterable)
def _(x: JuliaIterable) -> int:
    return len(_shape("ndims", x))
