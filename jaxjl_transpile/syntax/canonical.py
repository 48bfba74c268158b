"""The canonical text of a tree: what `scripts/dump_sexpr.jl` prints for Julia's own."""

from __future__ import annotations

import struct
from functools import cache

from .expr import Expr, GlobalRef, LineNumberNode, Literal, Node, QuoteNode, Symbol

_UNSIGNED_DIGITS = {"UInt8": 2, "UInt16": 4, "UInt32": 8, "UInt64": 16, "UInt128": 32}


def canonical(node: Node, lines: bool = False) -> str:
    """The S-expression of a node; line nodes are left out unless `lines`."""
    out: list[str] = []
    work: list[Node | _Text] = [node]
    while work:
        item = work.pop()
        if isinstance(item, _Text):
            out.append(item.text)
        elif isinstance(item, Expr):
            out.append("(" + _name(item.head))
            work.append(_CLOSE)
            for arg in reversed(_shown(item, lines)):
                work += (arg, _SPACE)
        elif isinstance(item, QuoteNode):
            out.append("(quotenode ")
            work += (_CLOSE, item.value)
        else:
            out.append(_atom(item))
    return "".join(out)


class _Text:
    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


_CLOSE = _Text(")")
_SPACE = _Text(" ")


def _shown(expr: Expr, lines: bool) -> list[Node]:
    if lines:
        return expr.args
    args = expr.args
    if expr.head == "macrocall":
        args = args[:1] + args[2:]
    return [arg for arg in args if type(arg) is not LineNumberNode]


def _atom(value: Node) -> str:
    match value:
        case Symbol():
            return ":" + _name(value.name)
        case None:
            return "nothing"
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case float():
            return f"Float64(0x{struct.unpack('>Q', struct.pack('>d', value))[0]:016x})"
        case str():
            return _quoted(value)
        case GlobalRef():
            return f"(globalref :{_name(value.module)} :{_name(value.name)})"
        case LineNumberNode():
            return f"(line {value.line})"
        case Literal():
            return _literal(value)
    raise TypeError(f"no node: {value!r}")


def _literal(literal: Literal) -> str:
    value = literal.value
    if literal.type == "Char":
        if isinstance(value, bytes):
            return f"Char({_quoted(value.decode('utf-8', 'surrogateescape'))})"
        assert isinstance(value, int)
        return f"Char(0x{value:x})"
    if isinstance(value, float):
        return f"Float32(0x{struct.unpack('>I', struct.pack('>f', value))[0]:08x})"
    digits = _UNSIGNED_DIGITS.get(literal.type)
    if digits and isinstance(value, int):
        return f"{literal.type}(0x{value:0{digits}x})"
    return f"{literal.type}({value!r})"


def _quoted(text: str) -> str:
    data = text.encode("utf-8", "surrogateescape")
    if data.isascii() and text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    plain = (
        chr(byte) if 32 <= byte <= 126 and byte not in b'"\\' else f"\\x{byte:02x}" for byte in data
    )
    return f'"{"".join(plain)}"'


@cache
def _name(name: str) -> str:
    data = name.encode("utf-8", "surrogateescape")
    bare = data and all(0x21 <= byte <= 0x7E and byte not in b'()"\\' for byte in data)
    return name if bare else _quoted(name)
