"""Base's functions of sets, and the set functions of vectors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .array import JaxArray
from .cell import host_effect
from .containers import HostArray, array_of, from_elements
from .curried import comparison
from .dicts import AbstractDict, KeySet
from .dispatch import base, constructor, generic
from .equality import CANONICAL, canonical, hash_of
from .exceptions import KeyError, MethodError
from .hashing import HASHERS, SET_SEED, hash_ordered
from .instances import SetStruct
from .iteration import elements
from .ranges import AbstractRange
from .sets import AbstractSet, BitSet, Set, check_not_empty
from .text_types import parameters_of
from .types import ANY

__all__ = ["set_of"]

_ARRAYS = (JaxArray, HostArray, AbstractRange)


def _declared(source: Any) -> Any:
    """The element type that the source declares, or None."""
    if isinstance(source, AbstractSet | KeySet):
        return source.element_type
    if isinstance(source, (*_ARRAYS, str, AbstractDict)):
        return generic("eltype")(source) if not isinstance(source, str) else _char_type()
    return None


def _char_type() -> Any:
    from .types_base import Char

    return Char


def set_of(source: Any) -> Set:
    """The `Set` of a collection's elements."""
    declared = _declared(source)
    if declared is not None:
        hint = len(source) if isinstance(source, _ARRAYS) and _is_vector(source) else 0
        return Set(declared, elements(source), hint or _known_length(source))
    items = list(elements(source))
    if isinstance(source, tuple):
        return Set(_joined(items), items, len(items))
    return Set(_joined(items) if items else ANY, items)


def _is_vector(source: Any) -> bool:
    return getattr(source, "ndims", 1) == 1


def _known_length(source: Any) -> int:
    if isinstance(source, AbstractSet | KeySet | AbstractDict):
        return len(source)
    return int(generic("length")(source))


def _joined(items: list[Any]) -> Any:
    from .containers import joined_type

    return joined_type(items) if items else ANY


@constructor("Set")
def _(julia_type: Any, source: Any = ()) -> Set:
    given = parameters_of(julia_type, 1)
    if given is not None:
        hint = _known_length(source) if isinstance(source, (*_ARRAYS, tuple)) else 0
        return Set(given[0], elements(source), hint)
    if source == ():
        return Set(ANY)
    return set_of(source)


@base("Set")
def _(source: Any = ()) -> Set:
    return set_of(source)


@constructor("BitSet")
def _(julia_type: Any, source: Any = ()) -> BitSet:
    return BitSet(None, elements(source))


# ------------------------------------------------------------------------------ one element


@base("push!", AbstractSet)
def _(s: AbstractSet, *items: Any) -> AbstractSet:
    for item in items:
        s.add(item)
    return s


@base("delete!", AbstractSet)
def _(s: AbstractSet, item: Any) -> AbstractSet:
    s.remove(item)
    return s


@base("pop!", AbstractSet)
def _(s: AbstractSet, *args: Any) -> Any:
    if args:
        found = s.remove(args[0])
        if found is not None:
            return found.key
        if len(args) > 1:
            return args[1]
        raise KeyError(args[0])
    check_not_empty(s)
    item = s.items()[0] if not isinstance(s, BitSet) else s.items()[-1]
    s.remove(item)
    return item


@base("popfirst!", BitSet)
def _(s: BitSet) -> Any:
    check_not_empty(s)
    item = s.items()[0]
    s.remove(item)
    return item


@base("in", AbstractSet, at=1)
def _(item: Any, s: AbstractSet) -> bool:
    return item in s


@base("empty!", AbstractSet)
def _(s: AbstractSet) -> AbstractSet:
    host_effect("a change of a set", s.serial)
    s.table.clear()
    return s


@base("empty", AbstractSet)
def _(s: AbstractSet, *element: Any) -> AbstractSet:
    return s.similar(*element)


@base("copy", AbstractSet)
def _(s: AbstractSet) -> AbstractSet:
    return s.copy()


@base("length", AbstractSet)
def _(s: AbstractSet) -> int:
    return len(s)


@base("isempty", AbstractSet)
def _(s: AbstractSet) -> bool:
    return len(s) == 0


@base("elements", AbstractSet)
def _(s: AbstractSet) -> Iterator[Any]:
    return iter(s.items())


@base("eltype", AbstractSet)
def _(s: AbstractSet) -> Any:
    return s.element_type


@base("collect", AbstractSet)
def _(s: AbstractSet) -> Any:
    return array_of(s.items(), s.element_type)


@base("first", AbstractSet)
def _(s: AbstractSet) -> Any:
    from .exceptions import ArgumentError

    if not len(s):
        raise ArgumentError("collection must be non-empty")
    return s.items()[0]


@base("sizehint!", AbstractSet)
def _(s: AbstractSet, count: int) -> AbstractSet:
    s.table.reserve(int(count))
    return s


@base("unique", AbstractSet)
def _(s: AbstractSet) -> AbstractSet:
    return s.copy()


@base("allunique", AbstractSet)
def _(s: AbstractSet) -> bool:
    return True


@base("filter", AbstractSet, at=1)
def _(keep: Any, s: AbstractSet) -> AbstractSet:
    made = s.similar()
    for item in s.items():
        if keep(item):
            made.add(item)
    return made


@base("filter!", AbstractSet, at=1)
def _(keep: Any, s: AbstractSet) -> AbstractSet:
    for item in s.items():
        if not keep(item):
            s.remove(item)
    return s


@base("map", AbstractSet, at=1)
def _(fn: Any, s: AbstractSet) -> Any:
    raise MethodError(generic("map"), (fn, s))


# ------------------------------------------------------------------------------ two collections


def _union_type(collections: tuple[Any, ...]) -> Any:
    promote, found = generic("promote_type"), None
    for collection in collections:
        declared = _declared(collection)
        if declared is None:
            declared = _joined(list(elements(collection)))
        if found is None:
            found = declared
        elif declared is not found:
            found = promote(found, declared)
    return found


@base("union", AbstractSet, KeySet)
def _(s: Any, *others: Any) -> AbstractSet:
    made = (
        s.similar(_union_type((s, *others)))
        if isinstance(s, AbstractSet)
        else Set(_union_type((s, *others)))
    )
    return _add_all(made, s, *others)


@base("union!", AbstractSet)
def _(s: AbstractSet, *others: Any) -> AbstractSet:
    return _add_all(s, *others)


@base("append!", AbstractSet)
def _(s: AbstractSet, *others: Any) -> AbstractSet:
    return _add_all(s, *others)


def _add_all(s: AbstractSet, *others: Any) -> AbstractSet:
    for other in others:
        for item in elements(other):
            s.add(item)
    return s


def lookup_of(collection: Any) -> Any:
    """Something that answers `code in …` for the canonical elements of a collection."""
    if isinstance(collection, AbstractSet):
        return collection.table.entries
    if isinstance(collection, KeySet):
        return collection.dict.table.entries
    return {canonical(item) for item in elements(collection)}


@base("intersect", AbstractSet, KeySet)
def _(s: Any, *others: Any) -> AbstractSet:
    tables = [lookup_of(other) for other in others]
    made = s.similar() if isinstance(s, AbstractSet) else Set(s.element_type)
    for item in s.items():
        code = canonical(item)
        if all(code in table for table in tables):
            made.add(item)
    return made


@base("intersect!", AbstractSet)
def _(s: AbstractSet, *others: Any) -> AbstractSet:
    tables = [lookup_of(other) for other in others]
    for item in s.items():
        if not all(canonical(item) in table for table in tables):
            s.remove(item)
    return s


@base("setdiff", AbstractSet, KeySet)
def _(s: Any, *others: Any) -> AbstractSet:
    made = s.copy() if isinstance(s, AbstractSet) else set_of(s)
    return generic("setdiff!")(made, *others)


@base("setdiff!", AbstractSet)
def _(s: AbstractSet, *others: Any) -> AbstractSet:
    for other in others:
        for item in list(elements(other)):
            s.remove(item)
    return s


@base("symdiff", AbstractSet, KeySet)
def _(s: Any, *others: Any) -> AbstractSet:
    made = (
        s.similar(_union_type((s, *others)))
        if isinstance(s, AbstractSet)
        else Set(_union_type((s, *others)))
    )
    return generic("symdiff!")(_add_all(made, s), *others)


@base("symdiff!", AbstractSet)
def _(s: AbstractSet, *others: Any) -> AbstractSet:
    for other in others:
        for item in set_of(other).items():
            if item in s:
                s.remove(item)
            else:
                s.add(item)
    return s


@base("issubset")
def _(a: Any, b: Any) -> bool:
    table = lookup_of(b)
    return all(canonical(item) in table for item in elements(a))


@base("⊇")
def _(a: Any, b: Any) -> bool:
    return generic("issubset")(b, a)


@base("⊊")
def _(a: Any, b: Any) -> bool:
    return generic("issubset")(a, b) and not generic("issubset")(b, a)


@base("⊋")
def _(a: Any, b: Any) -> bool:
    return generic("⊊")(b, a)


@base("⊈")
def _(a: Any, b: Any) -> bool:
    return not generic("issubset")(a, b)


@base("⊉")
def _(a: Any, b: Any) -> bool:
    return not generic("issubset")(b, a)


@base("issetequal")
def _(a: Any, b: Any) -> bool:
    return set(lookup_of(a)) == set(lookup_of(b))


@base("isdisjoint")
def _(a: Any, b: Any) -> bool:
    return set(lookup_of(a)).isdisjoint(lookup_of(b))


@comparison("==", AbstractSet, SetStruct, at=(0, 1))
def _(a: Any, b: Any) -> bool:
    if isinstance(a, AbstractSet) and isinstance(b, AbstractSet):
        return set(a.table.entries) == set(b.table.entries)
    sets = (AbstractSet, SetStruct)
    if not (isinstance(a, sets) and isinstance(b, sets)):
        return False
    length, within = generic("length"), generic("in")
    return bool(length(a) == length(b)) and all(within(x, b) for x in elements(a))


@comparison("isequal", AbstractSet, at=(0, 1))
def _(a: Any, b: Any) -> bool:
    return bool(generic("==")(a, b))


@comparison("<", AbstractSet, at=0)
def _(a: AbstractSet, b: AbstractSet) -> bool:
    return len(a) < len(b) and generic("issubset")(a, b)


@comparison("<=", AbstractSet, at=0)
def _(a: AbstractSet, b: AbstractSet) -> bool:
    return generic("issubset")(a, b)


def _hash_set(s: AbstractSet, h: int) -> int:
    return hash_ordered(SET_SEED, [hash_of(item) for item in s.items()], h)


HASHERS[AbstractSet] = _hash_set
CANONICAL[AbstractSet] = lambda s: (Set, frozenset(s.table.entries))


# ------------------------------------------------------------------------------ of vectors


def _distinct(items: Any) -> list[Any]:
    seen: set[Any] = set()
    kept = []
    for item in items:
        code = canonical(item)
        if code not in seen:
            seen.add(code)
            kept.append(item)
    return kept


def _vector(items: list[Any], like: tuple[Any, ...]) -> Any:
    element = _union_type(like)
    return array_of(items, element) if items or element is not ANY else from_elements(items)


@base("union")
def _(a: Any, *others: Any) -> Any:
    chained = [item for collection in (a, *others) for item in elements(collection)]
    return _vector(_distinct(chained), (a, *others))


@base("intersect")
def _(a: Any, *others: Any) -> Any:
    tables = [lookup_of(other) for other in others]
    kept = [x for x in elements(a) if all(canonical(x) in table for table in tables)]
    return _vector(_distinct(kept), (a, *others))


@base("setdiff")
def _(a: Any, *others: Any) -> Any:
    tables = [lookup_of(other) for other in others]
    kept = [x for x in elements(a) if not any(canonical(x) in table for table in tables)]
    return _vector(_distinct(kept), (a,))


@base("symdiff")
def _(a: Any, *others: Any) -> Any:
    kept = {canonical(x): x for x in _distinct(elements(a))}
    for other in others:
        for x in _distinct(elements(other)):
            code = canonical(x)
            if code in kept:
                del kept[code]
            else:
                kept[code] = x
    return _vector(list(kept.values()), (a, *others))
