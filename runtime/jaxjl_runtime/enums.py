"""`@enum`: types with named values, and Base's functions on them."""

from __future__ import annotations

from typing import Any

from .dispatch import base, constructor
from .exceptions import ArgumentError, MethodError
from .show import displays, prints, shows
from .show_options import Options
from .show_types import type_text
from .structs import primitive
from .symbols import Symbol
from .typeof import register_class
from .types_base import names as type_names

__all__ = ["EnumValue", "enum_type"]


class EnumValue:
    """A value of an enumeration: its name and its number. Equal values are one object."""

    __slots__ = ("name", "value")
    julia: Any = None
    home: str | None = None
    julia_enum = True  # numbers are made of it by its value
    members: tuple[EnumValue, ...] = ()

    def __init__(self, name: str, value: Any) -> None:
        self.name = name
        self.value = value

    def __int__(self) -> int:
        return int(self.value)

    __index__ = __int__

    def __repr__(self) -> str:
        return self.name

    def __hash__(self) -> int:
        return hash((type(self), int(self.value)))

    def __eq__(self, other: object) -> bool:
        return self is other

    def __lt__(self, other: Any) -> bool:
        return _number(self) < _number_of(self, other)

    def __le__(self, other: Any) -> bool:
        return _number(self) <= _number_of(self, other)

    def __copy__(self) -> EnumValue:
        return self

    def __deepcopy__(self, memo: object) -> EnumValue:
        return self


def _number(x: EnumValue) -> int:
    return int(x.value)


def _number_of(x: EnumValue, other: Any) -> int:
    if type(other) is not type(x):
        from .dispatch import generic

        raise MethodError(generic("isless"), (x, other))
    return int(other.value)


@base("enum_type")
def enum_type(
    name: Symbol, number_type: Any, *members: tuple[Symbol, Any], home: str | None = None
) -> Any:
    """The type `name` whose values are the members, each a name and a number.

    `home` is the module that holds it, if that is not Main.
    """
    julia = primitive(name.name, bits=32, supertype=type_names["Enum"][number_type], module=home)
    cls = type(name.name, (EnumValue,), {"__slots__": (), "julia": julia, "home": home})
    register_class(cls, julia)
    values: dict[int, EnumValue] = {}
    for symbol, number in members:
        if int(number) in values:
            both = f"both {symbol} and {values[int(number)]} have value {number} in Enum {name}"
            raise ArgumentError(f"{both}; values must be unique")
        values[int(number)] = cls(symbol.name, number_type(number))
    cls.members = tuple(sorted(values.values(), key=int))
    _types[julia] = cls

    @constructor(name.name)
    def _(_: Any, number: Any) -> EnumValue:
        if type(number) is cls:
            return number
        found = values.get(int(number))
        if found is None:
            raise ArgumentError(f"invalid value for Enum {name}: {number}")
        return found

    return julia


_types: dict[Any, type[EnumValue]] = {}


def _class(julia: Any) -> type[EnumValue]:
    found = _types.get(julia)
    if found is None:
        from .dispatch import generic

        raise MethodError(generic("instances"), (julia,))
    return found


def members_of(julia: Any) -> tuple[EnumValue, ...]:
    """The values of an enumeration in the order of their numbers; none for any other type."""
    found = _types.get(julia)
    return found.members if found is not None else ()


base("instances")(lambda julia: _class(julia).members)


@base("isless", EnumValue)
def _(x: EnumValue, y: Any) -> bool:
    return x < y


@base("<", EnumValue)
def _(x: EnumValue, y: Any) -> bool:
    return x < y


@base("Integer", EnumValue)
def _(x: EnumValue) -> Any:
    return x.value


# ------------------------------------------------------------------------------------ text


@shows(EnumValue)
def _(x: EnumValue, options: Options) -> str:
    return f"{x.home}.{x.name}" if x.home else x.name


@prints(EnumValue)
def _(x: EnumValue, options: Options) -> str:
    return x.name


@displays(EnumValue)
def _(x: EnumValue, options: Options) -> str:
    return f"{x.name}::{type_text(x.julia)} = {x.value}"
