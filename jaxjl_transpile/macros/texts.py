"""String macros: `r"…"`, `raw"…"`, `big"…"` and the like."""

from __future__ import annotations

from ..syntax.expr import Expr, GlobalRef, Node, QuoteNode, sym
from .registry import MacroCall, macro


def _text(call: MacroCall) -> str:
    text = call.args[0] if call.args else None
    if not isinstance(text, str):
        raise call.fail(f"`{call.name}` needs a literal string")
    return text


@macro("r_str")
def _regex(call: MacroCall) -> Node:
    """`r"a+"i` ==> `Regex("a+", "i")`"""
    return call.call("Regex", *call.args)


@macro("raw_str", "text_str", "html_str", "md_str", "doc_str", "latexstring", "L_str")
def _raw(call: MacroCall) -> Node:
    """`raw"\\n"` ==> the string with a backslash"""
    if call.name != "@raw_str":
        raise call.fail(f'`{call.name[1:-4]}"…"` is not supported', hint="write a plain string")
    return _text(call)


@macro("b_str")
def _bytes(call: MacroCall) -> Node:
    """`b"ab"` ==> `codeunits("ab")`"""
    return call.call("codeunits", _unescaped(_text(call)))


def _unescaped(text: str) -> Node:
    if "\\" not in text:
        return text
    return Expr("call", [GlobalRef("Base", "unescape_string"), text])


@macro("big_str")
def _big(call: MacroCall) -> Node:
    """`big"1"` ==> `parse(BigInt, "1")`"""
    text = _text(call).replace("_", "")
    whole = text.lstrip("+-").isdigit()
    return call.call("parse", call.base("BigInt" if whole else "BigFloat"), text)


@macro("int128_str", "uint128_str")
def _wide(call: MacroCall) -> Node:
    """`int128"1"` ==> `parse(Int128, "1")`"""
    type_ = "Int128" if call.name == "@int128_str" else "UInt128"
    return call.call("parse", call.base(type_), _text(call).replace("_", ""))


@macro("v_str")
def _version(call: MacroCall) -> Node:
    """`v"1.2"` ==> `VersionNumber("1.2")`"""
    return call.call("VersionNumber", _text(call))


@macro("s_str")
def _substitution(call: MacroCall) -> Node:
    """`s"\\1"` ==> `SubstitutionString("\\1")`"""
    return call.call("SubstitutionString", _text(call))


@macro("var_str")
def _var(call: MacroCall) -> Node:
    """`var"a b"` ==> the name"""
    return sym(_text(call))


@macro("MIME_str")
def _mime(call: MacroCall) -> Node:
    """`MIME"text/plain"` ==> `MIME{Symbol("text/plain")}`"""
    return Expr("curly", [GlobalRef("Base", "MIME"), QuoteNode(sym(_text(call)))], call.span)


@macro("dateformat_str")
def _dateformat(call: MacroCall) -> Node:
    """`dateformat"y-m"` ==> `Dates.DateFormat("y-m")`"""
    return Expr("call", [GlobalRef("Dates", "DateFormat"), _text(call)], call.span)


@macro("lazy_str")
def _lazy(call: MacroCall) -> Node:
    """`lazy"a $b"` ==> `"a $b"`"""
    from ..syntax.parser import parse_text

    quoted = _text(call).replace('"', '\\"')
    parsed = parse_text(f'"{quoted}"').expressions
    return parsed[0] if parsed else ""


@macro("cmd")
def _command(call: MacroCall) -> Node:
    raise call.fail("commands (`…` in backquotes) are not supported", hint="run it from Python")
