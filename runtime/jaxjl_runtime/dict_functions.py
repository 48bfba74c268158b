"""Base's functions of dictionaries and pairs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from .cell import host_effect
from .containers import HostArray, array_of
from .curried import comparison
from .dicts import AbstractDict, Dict, Entry, IdDict, KeySet, ValueIterator
from .dispatch import base, constructor, generic
from .equality import canonical, hash_of
from .exceptions import ArgumentError, KeyError
from .hashing import DICT_SEED, HASHERS, hash_ordered, julia_hash
from .iteration import elements
from .missing import missing
from .pairs import Pair
from .text_types import parameters_of
from .typeof import isa, typeof
from .types import ANY, DataType
from .types_base import names

__all__ = ["dict_of"]

_NOTHING = object()


# ------------------------------------------------------------------------------ construction


def declared_types(source: Any) -> tuple[Any, Any] | None:
    """Key and value type of a source of pairs whose element type tells them."""
    if isinstance(source, AbstractDict):
        return source.key_type, source.value_type
    if isinstance(source, tuple) or not _has_eltype(source):
        return None
    eltype = generic("eltype")(source)
    if not isinstance(eltype, DataType) or len(eltype.parameters) != 2:
        return None
    if eltype.name.name == "Pair" or (eltype.name.kind == "tuple" and eltype.concrete):
        return eltype.parameters[0], eltype.parameters[1]
    return None


def _has_eltype(source: Any) -> bool:
    from .comprehensions import __dict__ as made

    generator = made.get("Generator")
    return generator is None or not isinstance(source, generator)


def split_pair(item: Any) -> tuple[Any, Any]:
    """Key and value of a Pair or a tuple of two."""
    if isinstance(item, Pair):
        return item.first, item.second
    if isinstance(item, tuple) and len(item) >= 2:
        return item[0], item[1]
    parts = list(elements(item)) if not isinstance(item, int | float) else []
    if len(parts) < 2:
        raise ArgumentError("Dict(kv): kv needs to be an iterator of tuples or pairs")
    return parts[0], parts[1]


def dict_of(cls: type[AbstractDict], source: Any) -> AbstractDict:
    """The dictionary of a collection of pairs; its types are those of the pairs, joined."""
    types = declared_types(source)
    if types is not None:
        made = cls(*types)
        for item in elements(source):
            made.set(*split_pair(item))
        return made
    try:
        items = elements(source)
    except Exception as exc:
        raise ArgumentError(
            f"{cls.julia_name}(kv): kv needs to be an iterator of tuples or pairs"
        ) from exc
    return _joined(cls, items)


def _joined(cls: type[AbstractDict], items: Iterator[Any]) -> AbstractDict:
    made: AbstractDict | None = None
    join = generic("promote_typejoin")
    for item in items:
        key, value = split_pair(item)
        if made is None:
            made = cls(typeof(key), typeof(value))
        elif not (isa(key, made.key_type) and isa(value, made.value_type)):
            wider = cls(_wide(join, made.key_type, key), _wide(join, made.value_type, value))
            for old_key, old_value in made.pairs():
                wider.set(old_key, old_value)
            made = wider
        made.set(key, value)
    return cls(ANY, ANY) if made is None else made


def _wide(join: Any, julia_type: Any, value: Any) -> Any:
    return julia_type if isa(value, julia_type) else join(julia_type, typeof(value))


def _construct(cls: type[AbstractDict], julia_type: Any, args: tuple[Any, ...]) -> AbstractDict:
    given = parameters_of(julia_type, 2)
    if len(args) == 1 and not isinstance(args[0], Pair):
        source = args[0]
        if given is None:
            if isinstance(source, AbstractDict) and type(source) is cls:
                return source.copy()
            return dict_of(cls, source)
        made = cls(*given)
        for item in elements(source):
            made.set(*split_pair(item))
        return made
    if given is not None:
        made = cls(*given)
        for pair in args:
            made.set(*split_pair(pair))
        return made
    if not args:
        return cls(ANY, ANY)
    kinds = {typeof(pair) for pair in args}
    if len(kinds) == 1:
        made = cls(*next(iter(kinds)).parameters)
        for pair in args:
            made.set(pair.first, pair.second)
        return made
    return _joined(cls, iter(args))


@constructor("Dict")
def _(julia_type: Any, *args: Any) -> AbstractDict:
    return _construct(Dict, julia_type, args)


@constructor("IdDict")
def _(julia_type: Any, *args: Any) -> AbstractDict:
    return _construct(IdDict, julia_type, args)


# ------------------------------------------------------------------------------ access


@base("getindex", AbstractDict)
def _(d: AbstractDict, *key: Any) -> Any:
    wanted = key[0] if len(key) == 1 else key
    entry = d.find(wanted)
    if entry is None:
        raise KeyError(wanted)
    return entry.value


@base("setindex!", AbstractDict)
def _(d: AbstractDict, value: Any, *key: Any) -> AbstractDict:
    d.set(key[0] if len(key) == 1 else key, value)
    return d


@base("get", AbstractDict)
def _(d: AbstractDict, key: Any, default: Any) -> Any:
    entry = d.find(key)
    return default if entry is None else entry.value


@base("get", AbstractDict, at=1)
def _(default: Callable[[], Any], d: AbstractDict, key: Any) -> Any:
    entry = d.find(key)
    return default() if entry is None else entry.value


@base("get!", AbstractDict)
def _(d: AbstractDict, key: Any, default: Any) -> Any:
    entry = d.find(key)
    if entry is None:
        d.set(key, default)
        entry = d.find(key)
        assert entry is not None
    return entry.value


@base("get!", AbstractDict, at=1)
def _(default: Callable[[], Any], d: AbstractDict, key: Any) -> Any:
    entry = d.find(key)
    if entry is None:
        d.set(key, default())
        entry = d.find(key)
        assert entry is not None
    return entry.value


@base("haskey", AbstractDict)
def _(d: AbstractDict, key: Any) -> bool:
    return d.find(key) is not None


@base("getkey", AbstractDict)
def _(d: AbstractDict, key: Any, default: Any) -> Any:
    entry = d.find(key)
    return default if entry is None else entry.key


@base("delete!", AbstractDict)
def _(d: AbstractDict, key: Any) -> AbstractDict:
    d.remove(key)
    return d


@base("pop!", AbstractDict)
def _(d: AbstractDict, *args: Any) -> Any:
    if not args:
        order = d.table.order()
        if not order:
            raise ArgumentError("dict must be non-empty")
        entry = order[0]
        d.remove(entry.key)
        return Pair(entry.key, entry.value, (d.key_type, d.value_type))
    found = d.remove(args[0])
    if found is not None:
        return found.value
    if len(args) > 1:
        return args[1]
    raise KeyError(args[0])


@base("push!", AbstractDict)
def _(d: AbstractDict, *pairs: Any) -> AbstractDict:
    for pair in pairs:
        d.set(*split_pair(pair))
    return d


@base("empty!", AbstractDict)
def _(d: AbstractDict) -> AbstractDict:
    host_effect("a change of a dictionary", d.serial)
    d.table.clear()
    return d


@base("empty", AbstractDict)
def _(d: AbstractDict, *types: Any) -> AbstractDict:
    if len(types) == 1:
        return d.similar(d.key_type, types[0])
    return d.similar(*types)


@base("similar", AbstractDict)
def _(d: AbstractDict, *types: Any) -> AbstractDict:
    return d.similar()


@base("copy", AbstractDict)
def _(d: AbstractDict) -> AbstractDict:
    return d.copy()


@base("deepcopy", AbstractDict)
def _(d: AbstractDict) -> AbstractDict:
    deep = generic("deepcopy")
    made = d.copy()
    for entry in made.table.order():
        entry.key, entry.value = deep(entry.key), deep(entry.value)
    return made


@base("sizehint!", AbstractDict)
def _(d: AbstractDict, count: int) -> AbstractDict:
    d.table.reserve(int(count))
    return d


# ------------------------------------------------------------------------------ size and iteration


@base("length", AbstractDict)
def _(d: AbstractDict) -> int:
    return len(d)


@base("isempty", AbstractDict)
def _(d: AbstractDict) -> bool:
    return len(d) == 0


@base("elements", AbstractDict)
def _(d: AbstractDict) -> Iterator[Any]:
    return d.elements()


@base("keys", AbstractDict)
def _(d: AbstractDict) -> KeySet:
    return KeySet(d)


@base("values", AbstractDict)
def _(d: AbstractDict) -> ValueIterator:
    return ValueIterator(d)


@base("pairs", AbstractDict)
def _(d: AbstractDict) -> AbstractDict:
    return d


@base("keytype", AbstractDict)
def _(d: AbstractDict) -> Any:
    return d.key_type


@base("valtype", AbstractDict)
def _(d: AbstractDict) -> Any:
    return d.value_type


@base("eltype", AbstractDict)
def _(d: AbstractDict) -> Any:
    return names["Pair"][d.key_type, d.value_type]


@base("collect", AbstractDict)
def _(d: AbstractDict) -> Any:
    return HostArray(names["Pair"][d.key_type, d.value_type], list(d.elements()))


@base("first", AbstractDict)
def _(d: AbstractDict) -> Any:
    for pair in d.elements():
        return pair
    raise ArgumentError("collection must be non-empty")


for _view in (KeySet, ValueIterator):
    base("length", _view)(len)
    base("eltype", _view)(lambda view: view.element_type)
    base("collect", _view)(lambda view: array_of(view.items(), view.element_type))
    base("isempty", _view)(lambda view: len(view) == 0)
    base("copy", _view)(lambda view: generic("Set")(view))


@base("in", AbstractDict, at=1)
def _(item: Any, d: AbstractDict) -> Any:
    if not isinstance(item, Pair):
        from .exceptions import ErrorException

        raise ErrorException(
            "AbstractDict collections only contain Pairs;\n"
            "Either look for e.g. A=>B instead, or use the `keys` or `values`\n"
            "function if you are looking for a key or value respectively."
        )
    entry = d.find(item.first)
    return False if entry is None else generic("==")(entry.value, item.second)


@base("in", KeySet, at=1)
def _(item: Any, keys: KeySet) -> bool:
    return keys.dict.find(item) is not None


# ------------------------------------------------------------------------------ whole dictionaries


def _wider(dicts: tuple[Any, ...]) -> AbstractDict:
    key_type, value_type = dicts[0].key_type, dicts[0].value_type
    promote = generic("promote_type")
    for other in dicts[1:]:
        types = declared_types(other) or (ANY, ANY)
        if types[0] is not key_type:
            key_type = promote(key_type, types[0])
        if types[1] is not value_type:
            value_type = promote(value_type, types[1])
    return dicts[0].similar(key_type, value_type)


def _merge_into(d: AbstractDict, others: tuple[Any, ...], combine: Any = None) -> AbstractDict:
    for other in others:
        for item in list(elements(other)):
            key, value = split_pair(item)
            if combine is not None:
                entry = d.find(key)
                if entry is not None:
                    value = combine(entry.value, value)
            d.set(key, value)
    return d


@base("merge", AbstractDict)
def _(*dicts: Any) -> AbstractDict:
    return _merge_into(_wider(dicts), dicts)


@base("merge!", AbstractDict)
def _(d: AbstractDict, *others: Any) -> AbstractDict:
    return _merge_into(d, others)


@base("merge", AbstractDict, at=1)
def _(combine: Any, *dicts: Any) -> AbstractDict:
    return _merge_into(_wider(dicts), dicts, combine)


@base("merge!", AbstractDict, at=1)
def _(combine: Any, d: AbstractDict, *others: Any) -> AbstractDict:
    return _merge_into(d, others, combine)


@base("mergewith")
def _(combine: Any, *dicts: Any) -> Any:
    if not dicts:
        return lambda *later: generic("mergewith")(combine, *later)
    return _merge_into(_wider(dicts), dicts, combine)


@base("mergewith!")
def _(combine: Any, *dicts: Any) -> Any:
    if not dicts:
        return lambda *later: generic("mergewith!")(combine, *later)
    return _merge_into(dicts[0], dicts[1:], combine)


@base("filter", AbstractDict, at=1)
def _(keep: Any, d: AbstractDict) -> AbstractDict:
    made = d.similar()
    for pair in d.elements():
        if keep(pair):
            made.set(pair.first, pair.second)
    return made


@base("filter!", AbstractDict, at=1)
def _(keep: Any, d: AbstractDict) -> AbstractDict:
    for pair in list(d.elements()):
        if not keep(pair):
            d.remove(pair.first)
    return d


def _extreme(d: AbstractDict, name: str) -> tuple[Any, Any]:
    if not len(d):
        raise ArgumentError("collection must be non-empty")
    keys, values = d.keys(), d.values()
    value, at = generic(name)(array_of(values, d.value_type))
    return value, keys[at - 1]


for _name, _which in (("findmax", None), ("findmin", None), ("argmax", 1), ("argmin", 1)):
    _full = "find" + _name[-3:]

    def _over(d: AbstractDict, _full: str = _full, _which: int | None = _which) -> Any:
        found = _extreme(d, _full)
        return found if _which is None else found[_which]

    base(_name, AbstractDict)(_over)


@base("findfirst", AbstractDict, at=1)
def _(test: Any, d: AbstractDict) -> Any:
    return next((key for key, value in d.pairs() if test(value)), None)


@base("findall", AbstractDict, at=1)
def _(test: Any, d: AbstractDict) -> Any:
    return array_of([key for key, value in d.pairs() if test(value)], d.key_type)


@base("map!", ValueIterator, at=1)
def _(change: Any, values: ValueIterator) -> ValueIterator:
    host_effect("a change of a dictionary", values.dict.serial)
    for entry in values.dict.table.order():
        entry.value = change(entry.value)
    return values


@base("replace!", AbstractDict)
def _(d: AbstractDict, *pairs: Pair) -> AbstractDict:
    wanted = {canonical(pair.first): pair.second for pair in pairs}
    for item in list(d.elements()):
        new = wanted.get(canonical(item))
        if new is not None:
            d.remove(item.first)
            d.set(new.first, new.second)
    return d


@base("map", AbstractDict, at=1)
def _(fn: Any, d: AbstractDict) -> Any:
    from .exceptions import ErrorException

    raise ErrorException("map is not defined on dictionaries")


def _compare(a: Any, b: Any, same: Any) -> Any:
    if not (isinstance(a, AbstractDict) and isinstance(b, AbstractDict)):
        return False
    if len(a) != len(b):
        return False
    unknown = False
    for key, value in a.pairs():
        entry = b.find(key)
        if entry is None:
            return False
        answer = same(value, entry.value)
        if answer is missing:
            unknown = True
        elif not answer:
            return False
    return missing if unknown else True


@comparison("==", AbstractDict, at=(0, 1))
def _(a: Any, b: Any) -> Any:
    if a is missing or b is missing:
        return missing
    return _compare(a, b, generic("=="))


@comparison("isequal", AbstractDict, at=(0, 1))
def _(a: Any, b: Any) -> Any:
    return _compare(a, b, generic("isequal"))


def _hash_dict(d: AbstractDict, h: int) -> int:
    hashes = [hash_of(key, hash_of(value)) for key, value in d.pairs()]
    return hash_ordered(DICT_SEED, hashes, h)


HASHERS[AbstractDict] = _hash_dict


@base("hash")
def _(x: Any, *seed: Any) -> Any:
    return np.uint64(julia_hash(x, int(seed[0]) if seed else 0))


def _dict_key(d: AbstractDict) -> Any:
    return (Entry, frozenset((canonical(key), canonical(value)) for key, value in d.pairs()))


def _install() -> None:
    from .equality import CANONICAL

    CANONICAL[AbstractDict] = _dict_key


_install()
