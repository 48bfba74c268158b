"""What a call of a type does: methods of the program's, then the default constructors or the
native ones."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import FunctionType
from typing import Any

from .dispatch import (
    GenericFunction,
    Implementation,
    constructor,
    generic,
    native_constructor,
    registered,
)
from .exceptions import ErrorException, MethodError
from .instances import call, class_of, raw_instance
from .methods import Method, MethodTable, add_method
from .names import mangle
from .symbols import Symbol
from .typeof import dispatch_type, isa, typeof
from .types import (
    ANY,
    DataType,
    JuliaType,
    TypeName,
    TypeVar,
    apply_type,
    free_variables,
    make_datatype,
    substitute,
    type_of_type,
    unwrap,
)
from .types_base import names as type_names

__all__ = ["New", "constructor_of", "make_instance"]


class TypeCall(GenericFunction):
    """A type as a function: its own cache over the methods of its family."""

    __slots__ = ("family", "julia", "native_call")

    def __init__(self, julia: JuliaType) -> None:
        body = unwrap(julia)
        name = body.name.name if isinstance(body, DataType) else repr(julia)
        super().__init__(name, "Core")
        self.julia = julia
        self.family = constructor_of(body.name) if isinstance(body, DataType) else None
        if self.family is not None:
            self.family.calls.append(self)

    def _resolve(self, args: tuple[Any, ...]) -> Implementation:
        key = tuple(map(type, args))
        depth: set[int] = set()
        for table in (self.family.methods if self.family else None, call.methods):
            if table is not None:
                found = table.refined_positions((type(self.julia), *key))
                depth |= {position - 1 for position in found if position > 0}
        from .dispatch import Refined, is_foreign

        entry: Implementation
        entry = Refined(self, tuple(sorted(depth))) if depth else self.select(args)
        if not any(map(is_foreign, key)):
            self.cache[key] = entry
        return entry

    def select(self, args: tuple[Any, ...]) -> Implementation:
        """A method of the family, of `jl.call`, or the native constructor."""
        types = (type_of_type(self.julia), *map(dispatch_type, args))
        if self.family is not None and self.family.methods is not None:
            chosen = self.family.methods.select(self, types, args)
            if chosen is not None:
                return chosen
        if call.methods is not None:
            chosen = call.methods.select(self, types, args)
            if chosen is not None:
                return partial(chosen, self.julia)
        native = self._native_constructor(args)
        if native is not None:
            return native

        def fail(*args: Any, **keywords: Any) -> Any:
            raise MethodError(self.julia, args)

        return fail

    def _native_constructor(self, args: tuple[Any, ...]) -> Implementation | None:
        body = unwrap(self.julia)
        if not isinstance(body, DataType):
            return None
        name, julia = body.name.name, self.julia
        native = native_constructor(name)
        known = body.name.kind == "primitive" or type_names.get(name) is body.name.wrapper
        if native is not None and known:
            return lambda *args, **keywords: native(julia, *args, **keywords)
        function = registered(name, "Base")
        if function is not None:
            return function
        if body.name.kind == "struct" and body.name.python_class is None:
            add_default_constructors(
                body.name
            )  # one of Base's small structs, such as `HasLength()`
            return self.family.methods.select(  # type: ignore[no-any-return]
                self, (type_of_type(julia), *map(dispatch_type, args)), args
            )
        cls = body.name.python_class
        return cls if isinstance(cls, type) and issubclass(cls, BaseException) else None

    def __reduce__(self) -> Any:
        return type_call, (self.julia,)


class Family(GenericFunction):
    """The outer and inner constructors of one type name; argument 0 is the type that is called."""

    __slots__ = ("calls",)

    def __init__(self, name: TypeName) -> None:
        super().__init__(name.name, name.module)
        self.calls: list[TypeCall] = []

    def forget(self) -> None:
        """Drop what was resolved, in all types of the family."""
        self.cache.clear()
        for one in self.calls:
            one.cache.clear()


def constructor_of(name: TypeName) -> Family:
    """The constructors of a type name."""
    if name.constructor is None:
        name.constructor = Family(name)
    return name.constructor  # type: ignore[no-any-return]


def type_call(julia: JuliaType) -> TypeCall:
    """The function that a call of a type runs."""
    found = julia.memo.get("call")
    if found is None:
        found = julia.memo["call"] = TypeCall(julia)
    return found  # type: ignore[no-any-return]


def _construct(julia: JuliaType, *args: Any, **keywords: Any) -> Any:
    found = julia.memo.get("call")
    if found is None:
        found = type_call(julia)
    entry = found.cache.get(tuple(map(type, args)))
    if entry is None:
        return found._miss(args, keywords)
    return entry(*args, **keywords)


def type_method(julia: JuliaType, *args: Any, **options: Any) -> Any:
    """`@Point.method`: a decorator that adds an outer constructor; returns the type."""
    bare = len(args) == 1 and isinstance(args[0], FunctionType) and not options
    head = options.pop("head", julia)
    if isinstance(head, FunctionType):
        head = head()

    def decorate(python: Callable[..., Any]) -> JuliaType:
        body = unwrap(head)
        family = constructor_of(body.name)
        variables = () if bare else args
        add_method(family, *variables, head=head, **options)(python)
        call.forget()
        return julia

    return decorate(args[0]) if bare else decorate


# `types.py` knows no functions; a call of a type and its `method` are put in here.
JuliaType.__call__ = _construct  # type: ignore[attr-defined]
JuliaType.method = type_method  # type: ignore[attr-defined]


# ------------------------------------------------------------------------------------------- `new`


def make_instance(julia_type: DataType, args: tuple[Any, ...]) -> Any:
    """`new{…}(args…)`: an instance, its fields converted to their types."""
    return maker_of(julia_type)(*args)


def maker_of(julia_type: DataType) -> Implementation:
    """The function that makes instances of a concrete type from the values of its fields."""
    maker = julia_type.memo.get("maker")
    if maker is None:
        maker = julia_type.memo["maker"] = _maker(julia_type)
    return maker  # type: ignore[no-any-return]


def field_types_of(julia_type: DataType) -> tuple[Any, ...]:
    """The field types of a concrete type."""
    found = julia_type.memo.get("field types")
    if found is None:
        name = julia_type.name
        values = dict(zip(name.variables, julia_type.parameters, strict=True))
        found = tuple(substitute(t, values) for t in name.field_types)
        julia_type.memo["field types"] = found
    return found  # type: ignore[no-any-return]


def _maker(julia_type: DataType) -> Implementation:
    name = julia_type.name
    cls = class_of(julia_type)
    fields = tuple(mangle(field) for field in name.field_names)
    types = field_types_of(julia_type)
    exact = tuple(_EXACT.get(t) for t in types)
    unchecked = tuple(t is ANY for t in types)
    convert, new, mutable = generic("convert"), cls.__new__, name.mutable

    def make(*args: Any) -> Any:
        if tuple(map(type, args)) != exact:
            if len(args) > len(fields):
                raise ErrorException("too many arguments in new")
            args = tuple(map(field, args, types, exact, unchecked))
        if mutable:
            return raw_instance(cls, fields, args)
        made = new(cls)
        made.__dict__.update(zip(fields, args, strict=False))
        return made

    def field(value: Any, wanted: Any, plain: Any, anything: bool) -> Any:
        if anything or plain is type(value) or isa(value, wanted):
            return value
        return convert(wanted, value)

    return make


_EXACT: dict[Any, type] = {}


def _exact_classes() -> None:
    from . import types_base as base

    for julia, cls in (
        (base.Int64, int),
        (base.Float64, float),
        (base.Bool, bool),
        (base.String, str),
    ):
        _EXACT[julia] = cls


_exact_classes()


def plain_class(julia_type: Any) -> type | None:
    """The Python class of Int64, Float64, Bool or String; None for any other type."""
    return _EXACT.get(julia_type)


class New:
    """`new` of a struct's constructors: `new(…)`, `new[T](…)` for one with parameters."""

    __slots__ = ("julia",)

    def __init__(self, julia: JuliaType) -> None:
        self.julia = julia

    def __getitem__(self, parameters: Any) -> New:
        given = parameters if type(parameters) is tuple else (parameters,)
        return New(apply_type(self.julia, *given))

    def __call__(self, *args: Any) -> Any:
        if not isinstance(self.julia, DataType):
            from .exceptions import TypeError_

            raise TypeError_(Symbol("new"), "", typeof(DataType), self.julia)
        return make_instance(self.julia, args)


# ------------------------------------------------------------------------------ defaults


def add_default_constructors(name: TypeName) -> None:
    """The constructors Julia makes for a struct without inner ones."""
    family = constructor_of(name)
    if family.methods is None:
        family.methods = MethodTable()
    table: MethodTable = family.methods
    wrapper = name.wrapper
    variables = name.variables
    types = name.field_types
    anything = tuple(ANY for _ in types)
    applied = make_datatype(name, variables)
    table.add(DefaultMethod(name, (type_of_type(applied), *anything)))
    if _determined(variables, types) and any(t is not ANY for t in types):
        table.add(DefaultMethod(name, (type_of_type(wrapper), *types)))


def _determined(variables: tuple[TypeVar, ...], types: tuple[Any, ...]) -> bool:
    """Whether the fields' types say what all parameters are, maybe through their bounds."""
    known = {var for t in types for var in free_variables(t)}
    for var in reversed(variables):
        if var in known:
            known |= free_variables(var.upper)
    return known.issuperset(variables)


class DefaultMethod(Method):
    """A constructor that Julia defines: it converts the fields and makes the instance."""

    __slots__ = ("type_name",)

    def __init__(self, name: TypeName, types: tuple[Any, ...]) -> None:
        super().__init__(_default_constructor, types, name.variables, name.variables)
        self.type_name = name

    def entry(self, values: dict[TypeVar, Any]) -> Implementation:
        """The maker of the type that the parameters say."""
        name = self.type_name
        if any(var not in values for var in name.variables):
            raise MethodError(name.wrapper, ())
        return maker_of(make_datatype(name, tuple(values[var] for var in name.variables)))


def _default_constructor(*fields: Any) -> Any:
    """What stands for the constructors that Julia defines where methods are listed."""
    raise NotImplementedError


@constructor("Val")
def _(t: Any, *args: Any) -> Any:
    """`Val(x)` is `Val{x}()`; each has one instance."""
    julia = t if isinstance(t, DataType) else apply_type(t, *args)
    found = julia.memo.get("instance")
    if found is None:
        found = julia.memo["instance"] = make_instance(julia, ())
    return found
