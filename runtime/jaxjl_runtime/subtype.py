"""`issubtype(a, b)`: Julia's `<:`.

The algorithm of J. Bezanson's thesis ("Abstraction in Technical Computing", section 4.2.2). A
variable of a `where` on the left stands for every value within its bounds, one on the right for
some value: what it must contain (`lower`) and be contained in (`upper`) is gathered while the
test runs. Unions are choices: for all members on the left there is one on the right; the whole
test is replayed under each combination.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .exceptions import UnsupportedError
from .subtype_tuples import TupleQuestions, split_tail
from .types import (
    ANY,
    BOTTOM,
    DATATYPE,
    TUPLE_NAME,
    TYPE,
    TYPE_NAME,
    TYPEOFBOTTOM,
    UNION,
    UNIONALL,
    DataType,
    JuliaType,
    TypeVar,
    Union,
    UnionAll,
    free_variables,
    key_of,
    make_union,
    make_where,
    substitute,
)

__all__ = ["issubtype", "kind_of", "match", "sametype", "split_tail"]

_LIMIT = 20_000  # steps of one question; beyond it the answer is an error, never a guess


def issubtype(a: Any, b: Any) -> bool:
    """Whether every value of type `a` is of type `b`."""
    if a is b or b is ANY:
        return True
    if not isinstance(a, JuliaType | TypeVar) or not isinstance(b, JuliaType | TypeVar):
        return False
    closed = not free_variables(a) and not free_variables(b)
    if closed:
        answer = a.memo.get(b)
        if answer is None:
            answer = a.memo[b] = a == b or _quick(a, b)
        return answer  # type: ignore[no-any-return]
    return Question().ask(a, b)


def sametype(a: Any, b: Any) -> bool:
    """Whether two types are equal: each a subtype of the other."""
    return a is b or (issubtype(a, b) and issubtype(b, a))


def match(a: Any, b: Any) -> dict[TypeVar, Any] | None:
    """The values of the variables of `b`'s outer `where`s that make `a <: b`; None if it is not."""
    question = Question()
    body = b
    while isinstance(body, UnionAll):
        var = body.var
        question.bindings.append(Binding(var, True, var.lower, var.upper, 0))
        body = body.body
    if not question.forall(lambda: question.sub(a, body)):
        return None
    values: dict[TypeVar, Any] = {}
    for binding in reversed(question.bindings):
        found = binding.lower if binding.lower is not BOTTOM else binding.upper
        if binding.lower is BOTTOM and found is binding.var.upper and not binding.invariant:
            continue  # nothing says what it is
        if isinstance(found, TypeVar):
            found = values.get(found, found)
        values[binding.var] = _widen(found) if binding.covariant else found
    return values


def _quick(a: Any, b: Any) -> bool:
    """Plain names first: most questions need no environment."""
    if a is BOTTOM:
        return True
    if b is BOTTOM:
        return False
    if isinstance(a, DataType) and isinstance(b, DataType) and not b.parameters:
        if a.name is TYPE_NAME or b.name is TUPLE_NAME:
            return Question().ask(a, b)
        while a is not ANY:
            if a.name is b.name:
                return a is b
            if a.name is TYPE_NAME or not isinstance(a.supertype, DataType):
                return False
            a = a.supertype
        return False
    return Question().ask(a, b)


@dataclass(slots=True)
class Binding:
    """What is known of a variable while its scope is open."""

    var: TypeVar
    right: bool  # existential: opened on the right
    lower: Any
    upper: Any
    depth: int  # how many invariant constructors were open when it was
    covariant: int = 0  # occurrences outside invariant constructors
    invariant: int = 0
    concrete: bool = False
    outer_lower: Any = None

    def copy(self) -> Binding:
        """A snapshot."""
        return Binding(
            self.var, self.right, self.lower, self.upper, self.depth, self.covariant,
            self.invariant, self.concrete, self.outer_lower,
        )  # fmt: skip


@dataclass(slots=True)
class Choices:
    """The members taken of the Unions met so far, one digit a Union, and how many each had."""

    taken: list[int] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    at: int = 0

    def next(self, size: int) -> int:
        """The member to take of the Union that is met now."""
        if self.at == len(self.taken):
            self.taken.append(0)
            self.sizes.append(size)
        self.at += 1
        return self.taken[self.at - 1]

    def advance(self) -> bool:
        """Go to the next combination; False if there is none."""
        del self.taken[self.at :], self.sizes[self.at :]
        while self.taken:
            if self.taken[-1] + 1 < self.sizes[-1]:
                self.taken[-1] += 1
                return True
            self.taken.pop()
            self.sizes.pop()
        return False


class Question(TupleQuestions):
    """One question `a <: b` with its environment."""

    def __init__(self) -> None:
        self.bindings: list[Binding] = []
        self.left = Choices()
        self.right = Choices()
        self.depth = 0
        self.steps = 0

    # ------------------------------------------------------------------------ choices of members

    def ask(self, a: Any, b: Any) -> bool:
        """Whether `a <: b`, for all choices on the left there being one on the right."""
        return self.forall(lambda: self.sub(a, b))

    def forall(self, test: Any) -> bool:
        """Whether each choice on the left has one on the right; bounds add up over the left."""
        saved_left, saved_right = self.left, self.right
        self.left = Choices()
        try:
            while True:
                self.left.at = 0
                if not self.exists(test):
                    return False
                if not self.left.advance():
                    return True
        finally:
            self.left, self.right = saved_left, saved_right

    def exists(self, test: Any) -> bool:
        """Whether some choice on the right passes, under the current one on the left."""
        self.right = Choices()
        before = self.snapshot()
        start = self.left.at
        while True:
            self.left.at = start
            self.right.at = 0
            if test():
                return True
            self.restore(before)
            if not self.right.advance():
                return False

    def snapshot(self) -> list[Binding]:
        """A copy of all bindings."""
        return [binding.copy() for binding in self.bindings]

    def restore(self, saved: list[Binding]) -> None:
        """Go back to a snapshot."""
        self.bindings[:] = [binding.copy() for binding in saved]

    def binding(self, var: TypeVar) -> Binding | None:
        """The innermost binding of a variable."""
        for binding in reversed(self.bindings):
            if binding.var is var:
                return binding
        return None

    # ------------------------------------------------------------------------------- the relation

    def sub(self, a: Any, b: Any) -> bool:
        """Whether `a <: b` in the current environment and under the current choices."""
        self.steps += 1
        if self.steps > _LIMIT:
            raise UnsupportedError(f"a question about types takes too long: {a!r} <: {b!r}")
        if not isinstance(a, TypeVar) and not free_variables(a) and a == b:
            return True
        if isinstance(a, Union) and a is not BOTTOM and not isinstance(b, TypeVar):
            return self.sub(a.members[self.left.next(len(a.members))], b)
        if isinstance(b, Union) and b is not BOTTOM and not isinstance(a, TypeVar):
            if isinstance(a, UnionAll) and not self._plain_union(b):
                return self.open_left(a, b)
            return self.sub(a, b.members[self.right.next(len(b.members))])
        if isinstance(a, TypeVar):
            return self.sub_variable(a, b)
        if isinstance(b, TypeVar):
            return self.variable_above(b, a)
        if b is ANY or a is BOTTOM:
            return True
        if isinstance(a, UnionAll):
            return self.open_left(a, b)
        if isinstance(b, UnionAll):
            return self.open_right(a, b)
        if b is BOTTOM:
            return False
        return self.sub_datatype(a, b)

    def _plain_union(self, b: Any) -> bool:
        return not free_variables(b) and not any(isinstance(m, UnionAll) for m in b.members)

    def sub_variable(self, a: TypeVar, b: Any) -> bool:
        """`T <: b`."""
        if isinstance(b, TypeVar):
            return self.sub_variables(a, b)
        if isinstance(b, Union) and b is not BOTTOM and a not in b.members:
            binding = self.binding(a)
            if binding is None or not binding.right:
                upper = binding.upper if binding else a.upper
                return self.sub(a, b.members[self.right.next(len(b.members))]) or self.sub(upper, b)
        if isinstance(b, Union) and a in b.members:
            return True
        return self.variable_below(a, b)

    def sub_variables(self, a: TypeVar, b: TypeVar) -> bool:
        """`S <: T` for two variables."""
        if a is b:
            binding = self.binding(a)
            if binding is not None:
                self.record(binding)
            return True
        first, second = self.binding(a), self.binding(b)
        if second is not None and second.right:
            if first is not None and first.right and self._inside(first, second):
                return self.variable_below(a, b) and self._note(second)
            return self.variable_above(b, a)
        if first is not None and first.right:
            return self.variable_below(a, b)
        if first is not None:
            self.record(first)
        if second is not None:
            self.record(second)
        upper = first.upper if first is not None else a.upper
        lower = second.lower if second is not None else b.lower
        return self.sub(upper, b) if upper is not ANY else lower is ANY or self.sub(a, lower)

    def _inside(self, first: Binding, second: Binding) -> bool:
        return self.bindings.index(first) > self.bindings.index(second)

    def _note(self, binding: Binding) -> bool:
        self.record(self.binding(binding.var) or binding)
        return True

    def record(self, binding: Binding) -> None:
        """Count an occurrence of a variable, for the diagonal rule."""
        if self.depth > binding.depth:
            binding.invariant += 1
        else:
            binding.covariant += 1

    def variable_below(self, a: TypeVar, b: Any) -> bool:
        """`T <: b` where b is no existential variable."""
        binding = self.binding(a)
        if binding is None:
            return self.sub(a.upper, b)
        self.record(binding)
        if not binding.right:
            if binding.upper is a:
                return False
            return self.sub(binding.upper, b)
        if binding.upper is b:
            return True
        if not self._lower_fits(binding, b):
            return False
        binding = self.binding(a) or binding
        upper = self.meet(binding.upper, b)
        (self.binding(a) or binding).upper = upper  # a failed question has restored copies
        return True

    def _lower_fits(self, binding: Binding, b: Any) -> bool:
        return binding.lower is BOTTOM or self.closed_sub(binding.lower, b)

    def variable_above(self, b: TypeVar, a: Any) -> bool:
        """`a <: T`."""
        binding = self.binding(b)
        if binding is None:
            return self.sub(a, b.lower)
        self.record(binding)
        if not binding.right:
            return self.sub(a, binding.lower)
        if binding.upper is not ANY and not self.closed_sub(a, binding.upper):
            return False
        binding = self.binding(b) or binding
        if self._mentions(a, b):
            return binding.lower is not BOTTOM and self.closed_sub(a, binding.lower)
        if binding.lower is BOTTOM:
            binding.lower = a
        elif a is not BOTTOM and a is not binding.lower:
            binding.lower = self.join(binding.lower, a)
        return True

    def _mentions(self, a: Any, b: TypeVar) -> bool:
        return a is not b and b in free_variables(a)

    def join(self, a: Any, b: Any) -> Any:
        """The bound that contains both."""
        if not free_variables(a) and not free_variables(b):
            if issubtype(a, b):
                return b
            if issubtype(b, a):
                return a
        for low, high in ((a, b), (b, a)):
            if isinstance(high, TypeVar) and not free_variables(low):
                binding = self.binding(high)
                if binding is not None and not binding.right and issubtype(low, binding.lower):
                    return high
        return make_union(a, b)

    def meet(self, a: Any, b: Any) -> Any:
        """The bound that both contain."""
        if a is ANY or b is ANY:
            return b if a is ANY else a
        if self.closed_sub(a, b):
            return a
        if self.closed_sub(b, a):
            return b
        return b if isinstance(a, TypeVar) else (a if isinstance(b, TypeVar) else BOTTOM)

    def closed_sub(self, a: Any, b: Any) -> bool:
        """A question of its own: all choices are its own."""
        return self.forall(lambda: self.sub(a, b))

    # -------------------------------------------------------------------------------------- where

    def open_left(self, a: UnionAll, b: Any) -> bool:
        """`(body where T) <: b`: for every T."""
        var, body = self.fresh(a)
        binding = Binding(var, False, var.lower, var.upper, self.depth)
        self.bindings.append(binding)
        return self.sub(body, b) and self.close(binding)

    def open_right(self, a: Any, b: UnionAll) -> bool:
        """`a <: (body where T)`: for some T."""
        var, body = self.fresh(b)
        binding = Binding(var, True, var.lower, var.upper, self.depth)
        self.bindings.append(binding)
        answer = self.sub(a, body)
        found = self.binding(var)
        assert found is not None
        return answer and self.settled(found) and self.close(found)

    def fresh(self, where: UnionAll) -> tuple[TypeVar, Any]:
        """The variable and the body; a new variable if this one is open already."""
        var, body = where.var, where.body
        if self.binding(var) is not None:
            new = TypeVar(var.name, var.upper, var.lower)
            body = substitute(body, {var: new})
            var = new
        return var, body

    def settled(self, binding: Binding) -> bool:
        """Whether an existential variable has a value: the diagonal rule holds."""
        var = binding.var
        diagonal = binding.covariant > 1 and binding.invariant == 0
        diagonal = diagonal and _may_be_diagonal(var)
        if (diagonal or binding.concrete) and binding.lower is not BOTTOM:
            lower = _widen(binding.lower)
            binding.lower = lower
            if isinstance(lower, TypeVar):
                outer = self.binding(lower)
                if outer is not None:
                    outer.concrete = True
            elif not is_leaf_bound(lower):
                return False
        return True

    def close(self, binding: Binding) -> bool:
        """End a scope: outer bounds mention the variable no more; whether they still agree."""
        var = binding.var
        self.bindings = [b for b in self.bindings if b.var is not var]
        changed = []
        for outer in self.bindings:
            if var in free_variables(outer.lower):
                outer.lower = self._without(outer.lower, binding)
                changed.append(outer.var)
            if var in free_variables(outer.upper):
                outer.upper = self._without_upper(outer.upper, binding)
                changed.append(outer.var)
        return all(self._agree(one) for one in changed)

    def _agree(self, var: TypeVar) -> bool:
        outer = self.binding(var)
        if outer is None or outer.lower is BOTTOM or outer.upper is ANY:
            return True
        return self.closed_sub(outer.lower, outer.upper)

    def _without(self, bound: Any, binding: Binding) -> Any:
        if bound is binding.var:
            if binding.right:
                return binding.lower if binding.lower is not BOTTOM else binding.upper
            return binding.upper
        if binding.right:
            value = binding.lower if binding.lower is not BOTTOM else binding.upper
            return substitute(bound, {binding.var: value})
        return make_where(binding.var, bound)

    def _without_upper(self, bound: Any, binding: Binding) -> Any:
        if binding.right:
            value = binding.lower if binding.lower is not BOTTOM else binding.upper
            return substitute(bound, {binding.var: value})
        return binding.lower if bound is binding.var else BOTTOM

    # ---------------------------------------------------------------------------------- datatypes

    def sub_datatype(self, a: Any, b: Any) -> bool:
        """Two types with names."""
        if not isinstance(a, DataType) or not isinstance(b, DataType):
            return False
        if a.name is TYPE_NAME and b.name is not TYPE_NAME:
            if b is TYPEOFBOTTOM or b.name in _KINDS:
                return kind_of(a.parameters[0]) is b
            return b is ANY
        if b.name is TYPE_NAME and a.name is not TYPE_NAME:
            if a is TYPEOFBOTTOM:
                return self.equal(BOTTOM, b.parameters[0])
            if a.name not in _KINDS or not isinstance(b.parameters[0], TypeVar):
                return False
            found = self.binding(b.parameters[0])
            return found is not None and found.right and self._free_type_variable(found)
        while a.name is not b.name:
            if a.name.kind == "tuple" or a is ANY:
                return False
            a = a.supertype
            if not isinstance(a, DataType):
                return self.sub(a, b)
        if a.name is TUPLE_NAME:
            return self.sub_tuple(a.parameters, b.parameters)
        if not a.parameters:
            return True
        self.depth += 1
        try:
            return all(self.equal(p, q) for p, q in zip(a.parameters, b.parameters, strict=True))
        finally:
            self.depth -= 1

    def _free_type_variable(self, binding: Binding) -> bool:
        return binding.lower is BOTTOM and binding.upper is ANY

    def equal(self, p: Any, q: Any) -> bool:
        """Parameters are equal: each contains the other."""
        if p is q and not isinstance(p, TypeVar):
            return True
        p_type = isinstance(p, JuliaType | TypeVar)
        q_type = isinstance(q, JuliaType | TypeVar)
        if isinstance(p, TypeVar) and not q_type:
            return self.equal_value(p, q)
        if isinstance(q, TypeVar) and not p_type:
            return self.equal_value(q, p)
        if not p_type or not q_type:
            return not p_type and not q_type and key_of(p) == key_of(q)
        if not free_variables(p) and not free_variables(q):
            return sametype(p, q)
        return self.closed_sub(p, q) and self.closed_sub(q, p)

    def equal_value(self, var: TypeVar, value: Any) -> bool:
        """A variable against a number, symbol or tuple."""
        binding = self.binding(var)
        if binding is None:
            return False
        if not binding.right:
            return False
        self.record(binding)
        if binding.upper is not ANY and binding.lower is BOTTOM:
            return False
        if binding.lower is BOTTOM:
            binding.lower = binding.upper = value
            return True
        lower = binding.lower
        if isinstance(lower, TypeVar):
            return self.equal_value(lower, value)
        return not isinstance(lower, JuliaType) and key_of(lower) == key_of(value)


_KINDS = {DATATYPE.name, UNIONALL.name, UNION.name, TYPEOFBOTTOM.name}


def kind_of(part: Any) -> Any:
    """`typeof` of the type that `Type{part}` stands for, or None if it is not known."""
    match part:
        case DataType():
            return DATATYPE
        case UnionAll():
            return UNIONALL
        case Union():
            return TYPEOFBOTTOM if part is BOTTOM else UNION
    return None


def _widen(bound: Any) -> Any:
    """`Type{x}` as the type of x, for the diagonal rule."""
    if isinstance(bound, DataType) and bound.name is TYPE_NAME:
        return kind_of(bound.parameters[0]) or bound
    if isinstance(bound, Union) and bound is not BOTTOM:
        return make_union(*map(_widen, bound.members))
    return bound


def _may_be_diagonal(var: TypeVar) -> bool:
    lower = var.lower
    return lower is BOTTOM or is_leaf_bound(lower)


def is_leaf_bound(bound: Any) -> bool:
    """Whether a bound is a concrete type, or no type at all."""
    if isinstance(bound, DataType):
        if bound.name.kind == "tuple":
            return all(is_leaf_bound(p) for p in bound.parameters)
        return bound.name.kind != "abstract" and bound is not TYPE
    return not isinstance(bound, JuliaType | TypeVar)
