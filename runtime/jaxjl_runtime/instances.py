"""The Python classes of struct instances: fields, operators, calls.

Each struct has a family class, and each concrete instance of a parametric struct
(`Point{Float64}`) a subclass of it, so that the class of a value says its whole Julia type. An
immutable instance keeps its fields in its `__dict__`; a mutable one keeps a cell for each, which
staged code can read and write.
"""

from __future__ import annotations

from typing import Any, NoReturn

from .cell import Box, new_serial
from .dispatch import GenericFunction, generic
from .exceptions import ErrorException, JuliaException, TypeError_, UndefRefError
from .names import demangle, mangle
from .symbols import Symbol
from .typeof import register_class
from .types import ANY, DataType, TypeName

__all__ = ["MutableStruct", "Struct", "call", "class_of", "family_class", "has_field", "is_struct"]

call = GenericFunction("call", "Core")  # methods of callable objects: `(p::Poly)(x) = …`


class Struct:
    """The root of the classes of struct instances."""

    julia_type: Any = None
    julia_fields: tuple[str, ...] = ()  # mangled
    julia_exact: dict[str, Any] = {}  # noqa: RUF012 - for stores: the one class a field takes, or ANY

    def egal_parts(self) -> list[Any]:
        """The values that make it the same value as another instance of its class (`===`)."""
        slots = self.__dict__
        return [slots.get(field, _UNSET) for field in type(self).julia_fields]

    def __getattr__(self, name: str) -> Any:
        return _no_attribute(self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        if _set_property.methods is None:
            store_field(self, name, value)
        else:
            _set_property(self, Symbol(demangle(name)), value)

    def __call__(self, *args: Any, **keywords: Any) -> Any:
        return call(self, *args, **keywords)

    def __repr__(self) -> str:
        return str(generic("repr")(self))

    def __str__(self) -> str:
        return str(generic("string")(self))

    def __hash__(self) -> int:
        from .equality import canonical

        return hash(canonical(self))

    def __bool__(self) -> bool:
        raise TypeError_(Symbol("if"), "", generic("typeof")(True), self)

    def __iter__(self) -> Any:
        from .iteration import elements

        return iter(elements(self))

    def __len__(self) -> int:
        return int(generic("length")(self))

    def __copy__(self) -> Any:
        return generic("copy")(self)


class MutableStruct(Struct):
    """The root of the classes of mutable instances: `__dict__` holds their cells and `serial`."""

    egal_parts = None  # type: ignore[assignment] - the same only if it is the same object


class NumberStruct(Struct):
    """Instances of the program's own subtypes of `Number`."""


class ArrayStruct(Struct):
    """Instances of the program's own subtypes of `AbstractArray`."""


class DictStruct(Struct):
    """Instances of the program's own subtypes of `AbstractDict`."""


class StringStruct(Struct):
    """Instances of the program's own subtypes of `AbstractString`."""


class SetStruct(Struct):
    """Instances of the program's own subtypes of `AbstractSet`."""


_KINDS = {
    "Number": NumberStruct, "AbstractArray": ArrayStruct, "AbstractDict": DictStruct,
    "AbstractString": StringStruct, "AbstractSet": SetStruct,
}  # fmt: skip


_set_property = generic("setproperty!")


def store_field(instance: Any, field: str, value: Any) -> None:
    """`setproperty!` of a struct without methods of its own: convert, then store."""
    wanted = type(instance).julia_exact.get(field)
    if wanted is not None and (wanted is ANY or wanted is type(value)):
        cell = instance.__dict__.get(field)
        if cell is not None:
            cell.write(value)
            return
    from .reflection import assign_field

    assign_field(instance, field, value, convert=True)


def _no_attribute(instance: Any, name: str) -> NoReturn:
    """What an attribute that is not there means: a field that was never set, or no field."""
    if name.startswith("__") and name.endswith("__"):
        raise AttributeError(name)
    cls = type(instance)
    if name in cls.julia_fields:
        raise UndefRefError()
    raise FieldError(cls.julia_type, demangle(name))


class FieldError(ErrorException, AttributeError):
    """`type P has no field x`; the text is made when it is read: `getattr` asks often."""

    def __init__(self, julia_type: Any, field: str) -> None:
        ErrorException.__init__(self, "")
        self.julia_type = julia_type
        self.field = field

    @property
    def msg(self) -> str:
        """Julia's message."""
        return f"type {generic('string')(self.julia_type)} has no field {self.field}"

    @msg.setter
    def msg(self, text: str) -> None:
        pass


def _operator(name: str, swapped: bool = False) -> Any:
    function = generic(name)
    if swapped:
        return lambda self, other: function(other, self)
    return lambda self, other: function(self, other)


for _python, _julia in (
    ("add", "+"), ("sub", "-"), ("mul", "*"), ("truediv", "/"), ("pow", "^"), ("mod", "%"),
    ("and", "&"), ("or", "|"), ("xor", "xor"), ("lshift", "<<"), ("rshift", ">>"),
):  # fmt: skip
    _name = "rem" if _julia == "%" else _julia
    setattr(Struct, f"__{_python}__", _operator(_name))
    setattr(Struct, f"__r{_python}__", _operator(_name, swapped=True))
for _python, _julia in (
    ("eq", "=="),
    ("ne", "!="),
    ("lt", "<"),
    ("le", "<="),
    ("gt", ">"),
    ("ge", ">="),
):
    setattr(Struct, f"__{_python}__", _operator(_julia))
for _python, _julia in (("neg", "-"), ("pos", "+"), ("abs", "abs"), ("invert", "~")):
    setattr(Struct, f"__{_python}__", (lambda f: lambda self: f(self))(generic(_julia)))


# ------------------------------------------------------------------------------------------ classes


def family_class(name: TypeName) -> type:
    """The class that all instances of a struct share."""
    if name.python_class is None:
        root: type = MutableStruct if name.mutable else Struct
        above = _names_above(name)
        kind = next((_KINDS[one] for one in above if one in _KINDS), None)
        bases: tuple[type, ...] = (root,) if kind is None else (root, kind)
        if root is Struct and kind is not None:
            bases = (kind,)
        if "Exception" in above:
            bases = (root, JuliaException)
        fields = tuple(mangle(field) for field in name.field_names)
        body: dict[str, Any] = {"julia_fields": fields, "__module__": name.module}
        if name.doc:
            body["__doc__"] = name.doc
        if name.mutable:
            body |= {field: _cell_property(field) for field in fields}
        if "Exception" in above:
            body |= {"__init__": _exception_init, "__str__": JuliaException.__str__}
        name.python_class = type(mangle(name.name), bases, body)
        for hook in new_family_hooks:
            hook(name, name.python_class)
    return name.python_class  # type: ignore[no-any-return]


new_family_hooks: list[Any] = []


def _exception_init(self: Any, *_: Any) -> None:
    Exception.__init__(self)


def _names_above(name: TypeName) -> list[str]:
    """The names of all supertypes, nearest first."""
    found = []
    parent = name.supertype
    while isinstance(parent, DataType) and parent.name.name != "Any":
        found.append(parent.name.name)
        parent = parent.supertype
    return found


def _cell_property(field: str) -> property:
    def read(self: Any) -> Any:
        cell = self.__dict__.get(field)
        if cell is None:
            raise UndefRefError()
        return cell.read()

    return property(read, Struct.__setattr__)


def class_of(julia_type: DataType) -> type:
    """The class of the instances of a concrete type."""
    found = julia_type.memo.get("class")
    if found is None:
        family = family_class(julia_type.name)
        name = repr(julia_type) if julia_type.parameters else family.__name__
        found = type(name, (family,), {"julia_type": julia_type, "__module__": family.__module__})
        julia_type.memo["class"] = found
        register_class(found, julia_type)
        if julia_type.name.mutable:
            found.julia_exact = _exact_fields(julia_type)
        from .struct_trees import register_tree

        register_tree(found, julia_type)
    return found  # type: ignore[no-any-return]


def _exact_fields(julia_type: DataType) -> dict[str, Any]:
    """For each field that may be stored into: the class that needs no conversion."""
    from .constructors import field_types_of, plain_class

    exact = {}
    name = julia_type.name
    for field, wanted in zip(name.field_names, field_types_of(julia_type), strict=True):
        if field not in name.const_fields:
            exact[mangle(field)] = ANY if wanted is ANY else plain_class(wanted)
    return exact


def is_struct(value: Any) -> bool:
    """Whether a value is an instance of a struct made by `jl.struct`."""
    return isinstance(value, Struct)


def raw_instance(cls: type, fields: tuple[str, ...], values: tuple[Any, ...]) -> Any:
    """An instance with these field values as they are; fewer values leave fields unset."""
    made = cls.__new__(cls)
    slots = made.__dict__
    if issubclass(cls, MutableStruct):
        slots["serial"] = new_serial()
        for field, value in zip(fields, values, strict=False):
            slots[field] = Box(value)
    else:
        for field, value in zip(fields, values, strict=False):
            slots[field] = value
    return made


def has_field(instance: Any, field: str) -> bool:
    """Whether a field (mangled) is set."""
    return field in instance.__dict__


def field_value(instance: Any, field: str) -> Any:
    """`getfield`: the value of a mangled field, past any `getproperty` of the program."""
    slots = object.__getattribute__(instance, "__dict__")
    found = slots.get(field, _UNSET)
    if found is _UNSET:
        _no_attribute(instance, field)
    return found.value if isinstance(instance, MutableStruct) else found


_UNSET = object()
