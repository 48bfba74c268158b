"""Tuples and named tuples."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import jax

from .dispatch import base, constructor, generic
from .exceptions import ArgumentError, BoundsError, ErrorException, MethodError
from .iteration import JuliaIterable, elements
from .lazy import Pairs
from .names import demangle
from .numbers import JaxNumber, number_dtype
from .pairs import Pair
from .ranges import AbstractRange, OneTo, colon
from .surface import keywords as surface_keywords
from .symbols import Symbol

__all__ = ["KeywordPairs", "NamedTuple"]


class NamedTuple:
    """`(a = 1, b = 2)`: `names` are Julia's, `items` the values."""

    __slots__ = ("items", "names", "types")

    def __init__(self, **keywords: Any) -> None:
        self.names = tuple(map(demangle, keywords))
        self.items = tuple(keywords.values())
        self.types: Any = None  # the declared tuple type, where it is wider than that of the values

    @staticmethod
    def of(names: Any, items: Any) -> NamedTuple:
        """The named tuple of Julia names and values."""
        made = NamedTuple()
        made.names, made.items = tuple(names), tuple(items)
        if len(made.names) != len(made.items):
            raise ArgumentError("Wrong number of arguments to named tuple constructor.")
        if len(set(made.names)) != len(made.names):
            seen = next(n for k, n in enumerate(made.names) if n in made.names[:k])
            raise ErrorException(f'duplicate field name in NamedTuple: "{seen}" is not unique')
        return made

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self.field(demangle(name))

    def keyword_items(self) -> Any:
        """The Julia names and values, for `f(; t...)`."""
        return zip(self.names, self.items, strict=True)

    def field(self, name: str) -> Any:
        """The value of a Julia name."""
        try:
            return self.items[self.names.index(name)]
        except ValueError:
            raise ErrorException(f"type NamedTuple has no field {name}") from None

    def __iter__(self) -> Iterator[Any]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, key: Any) -> Any:
        return self.field(key) if isinstance(key, str) else self.items[key]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, NamedTuple):
            return NotImplemented
        return self.names == other.names and bool(generic("==")(self.items, other.items))

    def __hash__(self) -> int:
        return hash((self.names, self.items))

    def __repr__(self) -> str:
        inner = ", ".join(f"{n}={x!r}" for n, x in zip(self.names, self.items, strict=True))
        return f"NamedTuple({inner})"


jax.tree_util.register_pytree_with_keys(
    NamedTuple,
    lambda t: (
        tuple((jax.tree_util.GetAttrKey(n), x) for n, x in zip(t.names, t.items, strict=True)),
        t.names,
    ),
    lambda names, items: NamedTuple.of(names, items),
)


class KeywordPairs(Pairs):
    """What `kw...` binds: the pairs of a named tuple."""

    __slots__ = ()

    def __init__(self, data: NamedTuple) -> None:
        super().__init__(data, tuple(map(Symbol, data.names)))

    def keyword_items(self) -> Any:
        """The Julia names and values, for `f(; kw...)`."""
        return self.data.keyword_items()


@base("pairs_of")
def pairs_of(keywords: dict[str, Any]) -> KeywordPairs:
    """The value of a `kw...` parameter, from Python's dictionary."""
    return KeywordPairs(NamedTuple(**keywords))


@constructor("NamedTuple")
def _(T: Any, *args: Any, **options: Any) -> NamedTuple:
    """`NamedTuple{names}(values)`, `NamedTuple(pairs)`, `(; a = 1)`."""
    from .types import DataType, unwrap

    body = unwrap(T)
    names = body.parameters[0] if isinstance(body, DataType) else None
    if isinstance(names, tuple) and args:
        names = tuple(n.name if isinstance(n, Symbol) else str(n) for n in names)
        values = args[0]
        if isinstance(values, NamedTuple):
            return NamedTuple.of(names, [values.field(n) for n in names])
        return NamedTuple.of(names, tuple(elements(values)))
    if args:
        return NamedTuple(**surface_keywords(args[0]))
    return NamedTuple(**options)


base("NamedTuple")(
    lambda *args, **kw: NamedTuple(**surface_keywords(args[0]), **kw) if args else NamedTuple(**kw)
)


# ----------------------------------------------------------------------------------------- tuples


@base("getindex", tuple)
def _(t: tuple[Any, ...], *index: Any) -> Any:
    if len(index) != 1:
        raise BoundsError(t, index)
    (i,) = index
    if type(i) is int:
        if 0 < i <= len(t):
            return t[i - 1]
        raise BoundsError(t, i)
    if i is colon:
        return t
    if isinstance(i, JaxNumber):
        return _at_traced(t, i)
    if number_dtype(i) is not None:
        k = int(i)
        if not 0 < k <= len(t):
            raise BoundsError(t, i)
        return t[k - 1]
    if _is_mask(i):
        keep = list(elements(i))
        if len(keep) != len(t):
            raise BoundsError(t, i)
        return tuple(x for x, k in zip(t, keep, strict=True) if k)
    return tuple(generic("getindex")(t, k) for k in elements(i))


def _is_mask(i: Any) -> bool:
    dtype = getattr(i, "dtype", None)
    return dtype is not None and dtype.kind == "b"


def _at_traced(t: tuple[Any, ...], i: JaxNumber) -> Any:
    """An element chosen by a traced index: the elements must be of one kind."""
    from .comprehensions import collect

    return generic("getindex")(collect(t), i)


base("length", tuple)(len)
base("isempty", tuple)(lambda t: not t)
base("ndims", tuple)(lambda t: 1)
base("firstindex", tuple)(lambda t: 1)
base("lastindex", tuple)(lambda t: len(t))
base("keys", tuple)(lambda t: OneTo(len(t)))
base("eachindex", tuple)(lambda t, *more: OneTo(len(t)))
base("axes", tuple)(lambda t, *d: OneTo(len(t)) if d else (OneTo(len(t)),))
base("size", tuple)(lambda t, d: len(t) if int(d) == 1 else 1)
base("values", tuple)(lambda t: t)
base("copy", tuple)(lambda t: t)
base("reverse", tuple)(lambda t: t[::-1])
base("Tuple")(lambda *x: tuple(elements(x[0])) if x else ())
base("tuple")(lambda *xs: xs)


@constructor("Tuple")
def _(T: Any, *args: Any) -> tuple[Any, ...]:
    """`Tuple(itr)`; `Tuple{Int, Float64}(itr)` converts."""
    from .cartesian import CartesianIndex
    from .types import DataType, Vararg

    if args and isinstance(args[0], CartesianIndex):
        return args[0].index
    items = tuple(elements(args[0])) if args else ()
    wanted = T.parameters if isinstance(T, DataType) else ()
    if not wanted or any(isinstance(p, Vararg) for p in wanted):
        return items
    if len(items) < len(wanted):
        raise ArgumentError("too few elements for tuple type " + repr(T))
    convert = generic("convert")
    return tuple(convert(p, x) for p, x in zip(wanted, items, strict=False))


@base("first", tuple)
def _(t: tuple[Any, ...], *n: Any) -> Any:
    if n:
        return generic("collect")(t[: int(n[0])])
    if not t:
        raise BoundsError(t, 1)
    return t[0]


@base("last", tuple)
def _(t: tuple[Any, ...], *n: Any) -> Any:
    if n:
        return generic("collect")(t[max(0, len(t) - int(n[0])) :])
    if not t:
        raise BoundsError(t, 0)
    return t[-1]


@base("setindex", tuple)
def _(t: tuple[Any, ...], value: Any, i: Any) -> tuple[Any, ...]:
    """The tuple with another element at one position."""
    k = int(i)
    if not 1 <= k <= len(t):
        raise BoundsError(t, i)
    return (*t[: k - 1], value, *t[k:])


@base("front", tuple)
def _(t: tuple[Any, ...]) -> tuple[Any, ...]:
    """All elements but the last."""
    if not t:
        raise ArgumentError("Cannot call front on an empty tuple.")
    return t[:-1]


@base("tail", tuple)
def _(t: tuple[Any, ...]) -> tuple[Any, ...]:
    """All elements but the first."""
    if not t:
        raise ArgumentError("Cannot call tail on an empty tuple.")
    return t[1:]


@base("ntuple")
def ntuple(f: Callable[..., Any], n: Any) -> tuple[Any, ...]:
    """`(f(1), …, f(n))`; `n` may be a `Val`."""
    count = n if isinstance(n, (int, JaxNumber)) else _val(n)
    if int(count) < 0:
        raise ArgumentError(f"tuple length should be ≥ 0, got {int(count)}")
    return tuple(f(i) for i in range(1, int(count) + 1))


def _val(x: Any) -> int:
    from .typeof import typeof

    dtype = number_dtype(x)
    return int(x) if dtype is not None else int(typeof(x).parameters[0])


@base("map", tuple, at=1)
def _(f: Callable[..., Any], first: Any, *rest: Any) -> Any:
    if not all(isinstance(x, tuple) for x in rest):
        return generic("collect")(
            generic("generator")(lambda t: f(*t), generic("zip")(first, *rest))
        )
    return tuple(map(f, first, *rest))


@base("filter", tuple, at=1)
def _(f: Callable[..., Any], t: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(x for x in t if f(x))


@base("==", tuple, at=(0, 1))
def _(a: Any, b: Any) -> Any:
    if not (isinstance(a, tuple) and isinstance(b, tuple)):
        return False
    return len(a) == len(b) and _all_equal("==", a, b)


@base("isequal", tuple, at=(0, 1))
def _(a: Any, b: Any) -> Any:
    if not (isinstance(a, tuple) and isinstance(b, tuple)):
        return False
    return len(a) == len(b) and _all_equal("isequal", a, b)


def _all_equal(name: str, a: tuple[Any, ...], b: tuple[Any, ...]) -> Any:
    from .missing import Missing

    equal, result = generic(name), True
    for x, y in zip(a, b, strict=True):
        found = equal(x, y)
        if found is False:
            return False
        if found is not True:
            result = (
                found
                if isinstance(found, Missing) or result is True
                else generic("&")(result, found)
            )
    return result


def _lexicographic(name: str, same: str) -> None:
    @base(name, tuple)
    def _(a: tuple[Any, ...], b: tuple[Any, ...]) -> Any:
        equal, less = generic(same), generic(name)
        for x, y in zip(a, b, strict=False):
            if not equal(x, y):
                return less(x, y)
        return len(a) < len(b)


_lexicographic("<", "==")
_lexicographic("isless", "isequal")
base("<=", tuple)(lambda a, b: not generic("<")(b, a))
base(">", tuple)(lambda a, b: generic("<")(b, a))
base(">=", tuple)(lambda a, b: not generic("<")(a, b))


# ----------------------------------------------------------------------------------- named tuples


def _name(key: Any) -> str:
    return key.name if isinstance(key, Symbol) else str(key)


@base("getindex", NamedTuple)
def _(t: NamedTuple, key: Any) -> Any:
    if isinstance(key, Symbol):
        return t.field(key.name)
    if isinstance(key, tuple):
        return NamedTuple.of([_name(k) for k in key], [t.field(_name(k)) for k in key])
    if isinstance(key, AbstractRange) or not number_dtype(key):
        keys = list(elements(key))
        if keys and isinstance(keys[0], Symbol):
            return NamedTuple.of([k.name for k in keys], [t.field(k.name) for k in keys])
        return generic("getindex")(t.items, key)
    k = int(key)
    if not 1 <= k <= len(t.items):
        raise BoundsError(t, key)
    return t.items[k - 1]


@base("getproperty", NamedTuple)
def _(t: NamedTuple, name: Any) -> Any:
    return t.field(_name(name))


base("length", NamedTuple)(lambda t: len(t.items))
base("eltype", NamedTuple)(lambda t: generic("eltype")(t.items))
base("isempty", NamedTuple)(lambda t: not t.items)
base("keys", NamedTuple)(lambda t: tuple(map(Symbol, t.names)))
base("propertynames", NamedTuple)(lambda t: tuple(map(Symbol, t.names)))
base("values", NamedTuple)(lambda t: t.items)
base("Tuple", NamedTuple)(lambda t: t.items)
base("elements", NamedTuple)(lambda t: iter(t.items))
base("firstindex", NamedTuple)(lambda t: 1)
base("lastindex", NamedTuple)(lambda t: len(t.items))
base("first", NamedTuple)(lambda t: generic("first")(t.items))
base("last", NamedTuple)(lambda t: generic("last")(t.items))
base("pairs", NamedTuple)(KeywordPairs)
base("haskey", NamedTuple)(
    lambda t, k: k.name in t.names if isinstance(k, Symbol) else 1 <= int(k) <= len(t.items)
)
base("tail", NamedTuple)(lambda t: NamedTuple.of(t.names[1:], t.items[1:]))
base("front", NamedTuple)(lambda t: NamedTuple.of(t.names[:-1], t.items[:-1]))


@base("get", NamedTuple)
def _(t: NamedTuple, key: Any, default: Any) -> Any:
    found = generic("haskey")(t, key)
    return generic("getindex")(t, key) if found else default


@base("get", NamedTuple, at=1)
def _(default: Callable[[], Any], t: NamedTuple, key: Any) -> Any:
    found = generic("haskey")(t, key)
    return generic("getindex")(t, key) if found else default()


@base("map", NamedTuple, at=1)
def _(f: Callable[..., Any], t: NamedTuple, *rest: Any) -> NamedTuple:
    if any(r.names != t.names for r in rest):
        raise ArgumentError("Named tuple names do not match.")
    return NamedTuple.of(t.names, map(f, t.items, *(r.items for r in rest)))


@base("merge", NamedTuple)
def _(t: NamedTuple, *others: Any) -> NamedTuple:
    merged = dict(zip(t.names, t.items, strict=True))
    for other in others:
        if isinstance(other, KeywordPairs):
            other = other.data
        if isinstance(other, NamedTuple):
            merged.update(zip(other.names, other.items, strict=True))
        else:
            merged.update((_name(key), value) for key, value in elements(other))
    return NamedTuple.of(merged.keys(), merged.values())


@base("setindex", NamedTuple)
def _(t: NamedTuple, value: Any, key: Any) -> NamedTuple:
    return NamedTuple.of(
        *zip(*{**dict(zip(t.names, t.items, strict=True)), _name(key): value}.items(), strict=True)
    )


@base("structdiff", NamedTuple)
def _(a: NamedTuple, b: Any) -> NamedTuple:
    drop = b.names if isinstance(b, NamedTuple) else tuple(map(_name, b.parameters[0]))
    kept = [(n, x) for n, x in zip(a.names, a.items, strict=True) if n not in drop]
    return NamedTuple.of([n for n, _ in kept], [x for _, x in kept])


@base("==", NamedTuple, at=(0, 1))
def _(a: Any, b: Any) -> Any:
    if not (isinstance(a, NamedTuple) and isinstance(b, NamedTuple)) or a.names != b.names:
        return False
    return generic("==")(a.items, b.items)


@base("isequal", NamedTuple, at=(0, 1))
def _(a: Any, b: Any) -> Any:
    if not (isinstance(a, NamedTuple) and isinstance(b, NamedTuple)) or a.names != b.names:
        return False
    return generic("isequal")(a.items, b.items)


base("isless", NamedTuple)(lambda a, b: generic("isless")(a.items, b.items))
base("<", NamedTuple)(lambda a, b: generic("<")(a.items, b.items))


# ----------------------------------------------------------------------------- pairs of keywords


@base("getindex", KeywordPairs)
def _(p: KeywordPairs, key: Any) -> Any:
    return generic("getindex")(p.data, key)


base("keys", KeywordPairs)(lambda p: p.itr)
base("values", KeywordPairs)(lambda p: p.data)
base("haskey", KeywordPairs)(lambda p, k: generic("haskey")(p.data, k))
base("get", KeywordPairs)(lambda p, k, d: generic("get")(p.data, k, d))
base("get", KeywordPairs, at=1)(lambda f, p, k: generic("get")(f, p.data, k))
base("merge", KeywordPairs)(lambda p, *others: generic("merge")(p.data, *others))
base("pairs", KeywordPairs)(lambda p: p)


@base("iterate", Pair)
def _(p: Pair, state: int = 1) -> Any:
    return ((p.first, p.second)[state - 1], state + 1) if state < 3 else None


# ----------------------------------------------------------------- pairs, keys of other collections


@base("pairs")
def pairs(x: Any) -> Any:
    """The pairs `key => value` of a collection."""
    if isinstance(x, JuliaIterable):
        raise MethodError(pairs, (x,))
    return Pairs(x, generic("keys")(x))
