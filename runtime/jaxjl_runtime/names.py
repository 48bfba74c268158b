"""How Julia's names become Python's, and back: the one place that knows it.

`mangle` needs no table and no context. It is injective, so that a Python caller, a pickled field
and another module all find the same name; `demangle` is its inverse. Locals are seen by nobody and
get nicer names (`local_name`).
"""

from __future__ import annotations

import keyword
import re
import unicodedata
from functools import cache

# Characters that Python refuses in a name, or changes by NFKC, are written `_word` or `_u` and five
# hexadecimal digits. The words are such as do not occur in ordinary names: `is_prime` stays.
_WORDS = {
    "!": "bang",
    "∇": "nabla",
    "∂": "pdiff",
    "∑": "bigsum",
    "∏": "bigprod",
    "′": "primed",
    "∞": "infinity",
}
_CHARACTERS = {word: character for character, word in _WORDS.items()}

# k underscores before an escape become 2k + 1; before what only looks like one they become 2k.
_ESCAPE = re.compile(r"(_+)(" + "|".join(_CHARACTERS) + r"|u[0-9a-f]{5})")
_PIECE = re.compile(r"(_*)([^_])", re.DOTALL)

_RESERVED = frozenset(keyword.kwlist) | {"jl"}

# The functions of Base that are written as operators: Julia's name -> the attribute of `jl`.
OPERATORS: dict[str, str] = {
    "+": "add",
    "-": "sub",
    "*": "mul",
    "/": "truediv",
    "÷": "div",
    "div": "div",
    "%": "rem",
    "rem": "rem",
    "^": "pow",
    "\\": "ldiv",
    "//": "rational",
    "==": "eq",
    "!=": "ne",
    "≠": "ne",
    "<": "lt",
    "<=": "le",
    "≤": "le",
    ">": "gt",
    ">=": "ge",
    "≥": "ge",
    "===": "egal",
    "≡": "egal",
    "!==": "negal",
    "≢": "negal",
    "!": "not_",
    "&": "bitand",
    "|": "bitor",
    "⊻": "xor",
    "xor": "xor",
    "⊼": "nand",
    "⊽": "nor",
    "~": "invert",
    "<<": "lshift",
    ">>": "rshift",
    ">>>": "urshift",
    "=>": "Pair",
    "∘": "compose",
    "|>": "pipe",
    "∈": "in_",
    "in": "in_",
    "∉": "notin",
    "∋": "has_element",
    "∌": "has_no_element",
    "⊆": "issubset",
    "⊇": "issuperset",
    "⊈": "isnotsubset",
    "⊉": "isnotsuperset",
    "⊊": "ispropersubset",
    "⊋": "ispropersuperset",
    "∪": "union",
    "∩": "intersect",
    "≈": "isapprox",
    "≉": "isnotapprox",
    "√": "sqrt",
    "∛": "cbrt",
    "∜": "fourthroot",
    ":": "colon",
    "'": "adjoint",
    "<:": "issubtype",
    ">:": "issupertype",
    "π": "pi",
    "ℯ": "euler",
}

# Unary `-` and `+` are the same functions in Julia; generated code names them apart.
UNARY: dict[str, str] = {"-": "neg", "+": "pos"}

# Operators that are another spelling of a function with a name of its own.
_SPELLINGS = {
    "÷": "div",
    "%": "rem",
    "≠": "!=",
    "≤": "<=",
    "≥": ">=",
    "≡": "===",
    "≢": "!==",
    "⊻": "xor",
    "⊼": "nand",
    "⊽": "nor",
    "∈": "in",
    "∪": "union",
    "∩": "intersect",
    "⊆": "issubset",
    "≈": "isapprox",
    "√": "sqrt",
    "∛": "cbrt",
    "∜": "fourthroot",
    "'": "adjoint",
    "π": "pi",
}

_FROM_ATTRIBUTE: dict[str, str] = {}
for _name, _attribute in OPERATORS.items():
    _FROM_ATTRIBUTE.setdefault(_attribute, _SPELLINGS.get(_name, _name))
_FROM_ATTRIBUTE |= {attribute: name for name, attribute in UNARY.items()}


def canonical(name: str) -> str:
    """The name under which Julia knows the function: `div` for `÷`, `in` for `∈`."""
    return _SPELLINGS.get(name, name)


@cache
def attribute(name: str) -> str:
    """The attribute of `jl` (or of a standard library) that holds Julia's `name`."""
    return OPERATORS.get(name) or mangle(name)


def julia_name(attribute_name: str) -> str:
    """The Julia name that an attribute of `jl` stands for: the inverse of `attribute`."""
    return _FROM_ATTRIBUTE.get(attribute_name) or demangle(attribute_name)


def _is_plain(character: str) -> bool:
    stays = unicodedata.normalize("NFKC", character) == character
    return stays and ("a" + character).isidentifier()


def _escaped(match: re.Match[str]) -> str:
    underscores, character = match[1], match[2]
    if _is_plain(character):
        return match[0]
    word = _WORDS.get(character) or f"u{ord(character):05x}"
    return "_" * (2 * len(underscores) + 1) + word


def _unescaped(match: re.Match[str]) -> str:
    underscores, word = len(match[1]), match[2]
    if underscores % 2 == 0:
        return "_" * (underscores // 2) + word
    character = _CHARACTERS.get(word) or chr(int(word[1:], 16))
    return "_" * (underscores // 2) + character


@cache
def mangle(name: str) -> str:
    """The Python name of a public Julia name: `push_bang` for `push!`, `lambda_` for `lambda`."""
    if name.isascii() and name.isidentifier():
        plain = "_" not in name or _ESCAPE.search(name) is None
        if plain and name.rstrip("_") not in _RESERVED:
            return name
    doubled = _ESCAPE.sub(lambda m: "_" * (2 * len(m[1])) + m[2], name)
    python = _PIECE.sub(_escaped, doubled)
    if python and not python[0].isidentifier():
        python = "_" + python
    return python + "_" if python.rstrip("_") in _RESERVED else python


@cache
def demangle(name: str) -> str:
    """The Julia name whose mangled form is `name`: the inverse of `mangle`."""
    if name.endswith("_") and name.rstrip("_") in _RESERVED:
        name = name[:-1]
    return _ESCAPE.sub(_unescaped, name)


def local_name(name: str) -> str:
    """A readable Python name for a local variable; not injective, the caller sees to clashes."""
    form = unicodedata.normalize("NFKC", name)
    if form.isidentifier():
        return form + "_" if form in _RESERVED else form
    return mangle(name)
