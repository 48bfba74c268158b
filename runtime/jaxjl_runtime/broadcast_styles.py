"""Broadcasts that a program shapes: `BroadcastStyle` and `similar(::Broadcasted{ArrayStyle{A}},
T)`.

The elements are those of any other broadcast; what they are put into is what the program's
`similar` makes of a `Broadcasted` of its style.
"""

from __future__ import annotations

from typing import Any

from .constructors import constructor_of, make_instance
from .dispatch import base, constructor, generic
from .instances import Struct
from .typeof import typeof
from .types import type_of_type
from .types_base import names

__all__: list[str] = []

_style, _similar = names["BroadcastStyle"], generic("similar")


@constructor("BroadcastStyle")
def _(t: Any, *styles: Any) -> Any:
    """How values of a type broadcast; of two styles, the one that the program's types have."""
    if len(styles) == 2:
        own = [s for s in styles if typeof(s).name.name == "ArrayStyle"]
        return own[0] if own else styles[0]
    return names["DefaultArrayStyle"][0]()


def _own_style(args: tuple[Any, ...]) -> Any:
    """The style that the program gave one of the arguments, or None."""
    chosen = None
    for x in args:
        if isinstance(x, Struct):
            style = _style(typeof(x))
            if typeof(style).name.name != "DefaultArrayStyle":
                chosen = style if chosen is None else _style(chosen, style)
    return chosen


def _broadcasted(style: Any, function: Any, args: tuple[Any, ...], axes: Any) -> Any:
    types = typeof(style), typeof(axes), typeof(function), typeof(args)
    return make_instance(names["Broadcasted"][types], (function, args, axes))


@base("axes", names["Broadcasted"])
def _(bc: Any, *dims: Any) -> Any:
    return bc.axes[dims[0] - 1] if dims else bc.axes


base("size", names["Broadcasted"])(lambda bc, *d: tuple(len(r) for r in bc.axes))
base("length", names["Broadcasted"])(lambda bc: len(list(generic("elements")(bc))))


def install_styles() -> None:
    """Put the program's styles before Base's `broadcast`; run when all of Base is loaded."""
    function = generic("broadcast")
    plain = function.default
    assert plain is not None

    def broadcast(f: Any, *args: Any) -> Any:
        if constructor_of(_style.name).methods is None or not any(
            isinstance(x, Struct) for x in args
        ):
            return plain(f, *args)
        style = _own_style(args)
        result = plain(f, *args)
        if style is None or not generic("ndims")(result):
            return result
        bc = _broadcasted(style, f, args, generic("axes")(result))
        element = generic("eltype")(result)
        given = (typeof(bc), type_of_type(element))
        if _similar.methods is None or _similar.methods.choose(given) is None:
            return result
        made = _similar(bc, element)
        return generic("copyto!")(made, result)

    function.default = broadcast
    function.forget()
