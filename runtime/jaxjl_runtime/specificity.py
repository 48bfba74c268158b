"""`morespecific(a, b)`: which of two signatures a call prefers.

A proper subtype is more specific. Of two signatures that only overlap, the one that is more
specific, or equal, in every position and more specific in some is preferred; parameters of one
name are compared by a score, and a variable that occurs several times (a diagonal) counts for its
signature.
"""

from __future__ import annotations

from typing import Any

from .subtype import issubtype, sametype
from .types import (
    ANY,
    BOTTOM,
    TUPLE_NAME,
    TYPE_NAME,
    DataType,
    JuliaType,
    TypeVar,
    Union,
    UnionAll,
    Vararg,
    free_variables,
    make_tuple,
    make_where,
)

__all__ = ["morespecific"]

_answers: dict[tuple[Any, Any], bool] = {}


def morespecific(a: Any, b: Any) -> bool:
    """Whether signature `a` is more specific than `b`."""
    if a is b:
        return False
    found = _answers.get((a, b))
    if found is None:
        found = _answers[a, b] = _answer(a, b)
    return found


def _answer(a: Any, b: Any) -> bool:
    if issubtype(b, a):
        return False
    return issubtype(a, b) or _Order().more(a, b, False)


def _closed(part: Any) -> Any:
    """The type with its free variables bound in front."""
    for var in free_variables(part):
        part = make_where(var, part)
    return part


def _below(a: Any, b: Any) -> bool:
    if not _is_typelike(a) or not _is_typelike(b):
        return bool(_value_equal(a, b))
    return issubtype(_closed(a), _closed(b))


def _equal(a: Any, b: Any) -> bool:
    if a is b:
        return True
    if not _is_typelike(a) or not _is_typelike(b):
        return _value_equal(a, b)
    return sametype(_closed(a), _closed(b))


def _is_typelike(part: Any) -> bool:
    return isinstance(part, JuliaType | TypeVar)


def _value_equal(a: Any, b: Any) -> bool:
    return type(a) is type(b) and bool(a == b)


def _occurrences(var: TypeVar, part: Any) -> int:
    """How often a variable occurs in a type (in one member of a Union at most)."""
    if part is var:
        return 1
    if var not in free_variables(part):
        return 0
    match part:
        case DataType(parameters=parameters):
            return sum(_occurrences(var, p) for p in parameters)
        case Union(members=members):
            return max(_occurrences(var, m) for m in members)
        case UnionAll(body=body):
            return _occurrences(var, body)
        case Vararg(element=element, length=length):
            return _occurrences(var, element) + _occurrences(var, length)
    return 0


class _Order:
    """One comparison; `scopes` are the bodies in which each variable's occurrences count."""

    def __init__(self) -> None:
        self.scopes: dict[TypeVar, Any] = {}

    def more(self, a: Any, b: Any, invariant: bool) -> bool:
        """Whether `a` is more specific than `b`, as a parameter of an invariant type or not."""
        if a is b:
            return False
        if isinstance(a, UnionAll):
            self.scopes[a.var] = a.body
            return self.more(a.body, b, invariant)
        if isinstance(b, UnionAll):
            self.scopes[b.var] = b.body
            return self.more(a, b.body, invariant)
        if isinstance(a, Union) and a is not BOTTOM:
            return self._union_left(a, b, invariant)
        if isinstance(b, Union) and b is not BOTTOM:
            return self._union_right(a, b, invariant)
        if isinstance(a, TypeVar) or isinstance(b, TypeVar):
            return self._variables(a, b, invariant)
        if b is ANY:
            return a is not ANY and not invariant
        if isinstance(a, DataType) and isinstance(b, DataType):
            if a.name is TUPLE_NAME and b.name is TUPLE_NAME:
                return self._tuples(a, b, invariant)
            return self._named(a, b, invariant)
        return a is BOTTOM and _is_typelike(b) and b is not BOTTOM

    # ---------------------------------------------------------------------------------- the kinds

    def _union_left(self, a: Union, b: Any, invariant: bool) -> bool:
        if _below(b, a):
            return False
        if not invariant and _below(a, b):
            return True
        above = any(self.more(m, b, invariant) for m in a.members)
        return above and not any(self.more(b, m, invariant) for m in a.members)

    def _union_right(self, a: Any, b: Union, invariant: bool) -> bool:
        if _below(b, a):
            return False
        above = any(self.more(a, m, invariant) for m in b.members)
        return above and not any(self.more(m, a, invariant) for m in b.members)

    def _variables(self, a: Any, b: Any, invariant: bool) -> bool:
        if isinstance(a, TypeVar) and isinstance(b, TypeVar):
            if self.more(a.upper, b.upper, False):
                return True
            if not _equal(a.upper, b.upper):
                return False
            return self.more(b.lower, a.lower, False)
        if isinstance(a, TypeVar):
            if invariant or not _is_typelike(b):
                return False
            return self.more(a.upper, b, False)
        if not _is_typelike(a):
            return True
        if invariant:
            return True
        return self.more(a, b.upper, False) or _equal(a, b.upper)

    def _named(self, a: DataType, b: DataType, invariant: bool) -> bool:
        if a.name is TYPE_NAME and b.name is not TYPE_NAME and not invariant:
            return b is ANY or _below(a, b)
        climbed = False
        current: Any = a
        while isinstance(current, DataType) and current is not ANY:
            if current.name is b.name:
                if climbed and current.name is not TYPE_NAME:
                    return True
                return self._parameters(current, b)
            if invariant:
                return False
            current, climbed = current.supertype, True
        return False

    def _parameters(self, a: DataType, b: DataType) -> bool:
        score = [0, 0]
        values = [False, False]
        for p, q in zip(a.parameters, b.parameters, strict=True):
            p_free, q_free = bool(free_variables(p)), bool(free_variables(q))
            if not p_free and not q_free and not _equal(p, q):
                return False
            if self.more(p, q, True) and (isinstance(p, TypeVar) or not p_free or q_free):
                score[0] += 1
            elif self.more(q, p, True) and (isinstance(q, TypeVar) or not q_free or p_free):
                score[1] += 1
            elif _equal(p, q):
                score[0] += not p_free and q_free
                score[1] += p_free and not q_free
            values[0] = values[0] or (isinstance(q, TypeVar) and not _is_typelike(p))
            values[1] = values[1] or (isinstance(p, TypeVar) and not _is_typelike(q))
        if values[0] != values[1]:
            return values[0]
        first, second = self._repeats(a), self._repeats(b)
        if first and not second:
            return score[0] >= score[1]
        return score[0] > score[1]

    def _repeats(self, t: DataType) -> bool:
        """Whether a variable among the parameters occurs more than once in its scope."""
        found = [p for p in t.parameters if isinstance(p, TypeVar)]
        return any(_occurrences(var, self.scopes.get(var, t)) > 1 for var in found)

    # -------------------------------------------------------------------------------------- tuples

    def _tuples(self, a: DataType, b: DataType, invariant: bool) -> bool:
        first, second = list(a.parameters), list(b.parameters)
        if not second:
            return False
        if not first:
            return True
        a_tail = first[-1] if isinstance(first[-1], Vararg) else None
        b_tail = second[-1] if isinstance(second[-1], Vararg) else None
        if a_tail is not None and b_tail is None and isinstance(a_tail.length, TypeVar):
            count = len(second) - len(first) + 1
            if count >= 0:
                first = [*first[:-1], *[a_tail.element] * count]
                return self._tuples(make_tuple(tuple(first)), b, invariant)
        some = False
        for i, part in enumerate(first):
            if i >= len(second) and b_tail is None:
                break
            other = second[min(i, len(second) - 1)]
            p = part.element if isinstance(part, Vararg) else part
            q = other.element if isinstance(other, Vararg) else other
            more = self.more(p, q, invariant)
            same = not more and _equal(p, q)
            if not more and not same and not _below(p, q):
                # Tails that have nothing in common: both take calls without one.
                return some and isinstance(part, Vararg) and not _below(q, p)
            if p is ANY and self._several(q):
                return False
            some = some or more
        if some:
            return True
        if a_tail is not None and b_tail is not None and len(first) > len(second):
            return True
        if a_tail is None and b_tail is not None:
            return True
        if a_tail is not None and b_tail is None:
            return False
        return self._diagonal(a) and not self._diagonal(b)

    def _several(self, part: Any) -> bool:
        return isinstance(part, TypeVar) and _occurrences(part, self.scopes.get(part, part)) > 1

    def _diagonal(self, t: DataType) -> bool:
        return any(_occurrences(var, t) > 1 for var in free_variables(t))
