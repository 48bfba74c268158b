"""`Ref`: boxes for one value, and elements of arrays as boxes."""

from __future__ import annotations

from typing import Any

from .cell import Ref
from .dispatch import base, constructor, generic
from .exceptions import UndefRefError
from .typeof import isa, register_class, typeof
from .types import DataType, unwrap
from .types_base import names

__all__: list[str] = []

_UNSET = object()


def _type(ref: Ref) -> Any:
    element = ref.eltype if ref.eltype is not None else typeof(ref.peek())
    return names["RefValue"][element]


register_class(Ref, _type)


@constructor("Ref")
def _(t: Any, *args: Any) -> Any:
    body = unwrap(t)
    element = body.parameters[0] if isinstance(t, DataType) else None
    if not args:
        return Ref(_UNSET, element)
    if len(args) == 2:  # an element of an array
        return generic("view")(args[0], args[1])
    value = args[0]
    if element is not None and not isa(value, element):
        value = generic("convert")(element, value)
    return Ref(value, element if element is not None else typeof(value))


@constructor("RefValue")
def _(t: Any, *args: Any) -> Any:
    head = names["Ref"]
    return head[t.parameters[0]](*args) if isinstance(t, DataType) else head(*args)


def _read(ref: Ref) -> Any:
    value = ref.value
    if value is _UNSET:
        raise UndefRefError()
    return value


base("getindex", Ref)(lambda ref, *index: _read(ref))


@base("setindex!", Ref)
def _(ref: Ref, value: Any, *_: Any) -> Ref:
    if ref.eltype is not None and not isa(value, ref.eltype):
        value = generic("convert")(ref.eltype, value)
    ref.value = value
    return ref


base("getproperty", Ref)(lambda ref, name: _read(ref))
base("length", Ref)(lambda ref: 1)
base("size", Ref)(lambda ref, *d: 1 if d else ())
base("eltype", Ref)(lambda ref: _type(ref).parameters[0])
base("isassigned", Ref)(lambda ref, *_: ref.value is not _UNSET)
base("iterate", Ref)(lambda ref, *state: None if state else (_read(ref), None))
