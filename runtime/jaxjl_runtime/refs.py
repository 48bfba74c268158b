"""`Ref`: `Ref(x)`, `Ref{T}(x)`, `Ref{T}()`, `Ref(a, i)`, and `r[]`."""

from __future__ import annotations

from typing import Any

from .cell import Ref
from .containers import UNSET
from .dispatch import base, constructor, generic
from .exceptions import MethodError, UndefRefError
from .types import DataType
from .types_text import names
from .typeof import register_class, typeof

__all__: list[str] = []


class ElementRef:
    """`Ref(a, i)`: an element of an array."""

    __slots__ = ("array", "index")

    def __init__(self, array: Any, index: Any) -> None:
        self.array, self.index = array, index


def _type_of(ref: Ref) -> Any:
    return names["RefValue"][ref.eltype if ref.eltype is not None else typeof(ref.peek())]


register_class(Ref, _type_of)
register_class(ElementRef, lambda r: names["Ref"][generic("eltype")(r.array)])


@constructor("Ref")
@constructor("RefValue")
def _(T: Any, *args: Any) -> Any:
    """`Ref(x)`, `Ref{T}(x)`, `Ref{T}()`, `Ref(a, i)`."""
    declared = T.parameters[0] if isinstance(T, DataType) and T.parameters else None
    if len(args) == 2:
        return ElementRef(*args)
    if not args:
        if declared is None:
            raise MethodError(T, ())
        zero = generic("zero")(declared) if generic("isbitstype")(declared) else UNSET
        return Ref(zero, declared)
    (x,) = args
    if declared is None:
        return x if isinstance(x, Ref) else Ref(x, typeof(x))
    return Ref(generic("convert")(declared, x), declared)


@base("getindex", Ref)
def _(r: Ref) -> Any:
    value = r.value
    if value is UNSET:
        raise UndefRefError()
    return value


@base("setindex!", Ref)
def _(r: Ref, x: Any) -> Ref:
    r.value = x if r.eltype is None else generic("convert")(r.eltype, x)
    return r


@base("isassigned", Ref)
def _(r: Ref) -> bool:
    return r.value is not UNSET


base("eltype", Ref)(lambda r: r.eltype if r.eltype is not None else typeof(r.value))
base("length", Ref)(lambda r: 1)
base("size", Ref)(lambda r: ())
base("getproperty", Ref)(lambda r, name: r.value if getattr(name, "name", name) == "x" else r)
base("getindex", ElementRef)(lambda r: generic("getindex")(r.array, r.index))


@base("setindex!", ElementRef)
def _(r: ElementRef, x: Any) -> ElementRef:
    generic("setindex!")(r.array, x, r.index)
    return r
