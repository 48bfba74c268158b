"""Strings, characters and symbols as `show` writes them."""

from __future__ import annotations

import unicodedata

from . import utf8
from .chars import Char

__all__ = ["char_plain", "char_text", "escape_text", "is_identifier", "string_text", "symbol_text"]

_NAMED = {7: "a", 8: "b", 9: "t", 10: "n", 11: "v", 12: "f", 13: "r", 27: "e"}
_HEX = frozenset(map(ord, "0123456789abcdefABCDEF"))

OPERATORS = frozenset(
    """= + - * / \\ ^ % & | ! ~ < > <= >= == === != !== : :: <: >: -> => ÷ ⊻ ⊼ ⊽ ≤ ≥ ≠ ≡ ≢ ∈ ∉ ∋ ∌ ⊆
    ⊈ ⊊ ∩ ∪ × ⋅ ∘ √ ∛ ∜ ¬ && || ++ // << >> >>> |> <| += -= *= /= \\= ^= %= &= |= ÷= ⊻= <<= >>=
    >>>= .. … .= ? $ in isa where .+ .- .* ./ .^ .== .< .> .<= .>= → ← ↔ ⇒ ⇔ ∧ ∨ ⊕ ⊖ ⊗ ⊘ ± ∓ ≈ ≉
    ≅ ∝ ⊇ ⊋ --> .' $= . .-> ⊞ ⊠ ⋆ ∗ ≪ ≫ ≺ ≻ ⪯ ⪰ ⊢ ⊣ ⟂ ∥""".split()  # noqa: SIM905
)
_QUOTED = frozenset({":", "::", ":=", "=", "==", "===", "=>"})
_IDENTIFIER_SYMBOLS = "∂∇∞∅∆∏∐∑∫∬∭∮∯∰⊤⊥°"
_PRIMES = "′″‴‵‶‷⁗"


def escape_text(text: str, extra: str = "", keep: str = "") -> str:
    """`escape_string(text, extra; keep)`: what stands between the quotes of a literal."""
    simple = text.isascii() and text.isprintable() and "\\" not in text
    if simple and not any(char in text for char in extra):
        return text
    chars = utf8.char_texts(text)
    points = [utf8.decode_bits(utf8.text_bits(char)) for char in chars]
    out = []
    for k, (point, malformed, overlong) in enumerate(points):
        follower = points[k + 1][0] if k + 1 < len(points) else 0
        if malformed or overlong:
            out.append(_hex_bytes(chars[k]))
        elif chars[k] in keep:
            out.append(chars[k])
        else:
            out.append(_escape_point(point, follower, extra))
    return "".join(out)


def _escape_point(point: int, follower: int, extra: str) -> str:
    if point < 128:
        char = chr(point)
        if char in extra or char == "\\":
            return "\\" + char
        if point == 0:
            return "\\x00" if ord("0") <= follower <= ord("7") else "\\0"
        if point in _NAMED:
            return "\\" + _NAMED[point]
        return char if utf8.is_printable(point) else f"\\x{point:02x}"
    if utf8.is_printable(point):
        return chr(point)
    if point <= 0xFFFF:
        return f"\\u{point:04x}" if follower in _HEX else f"\\u{point:02x}"
    return f"\\U{point:08x}" if follower in _HEX else f"\\U{point:04x}"


def _hex_bytes(text: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in utf8.to_bytes(text))


def string_text(text: str) -> str:
    """`show` of a string."""
    return '"' + escape_text(text, '"$') + '"'


def char_text(char: Char) -> str:
    """`show` of a character."""
    bits = char.bits
    point, malformed, overlong = utf8.decode_bits(bits)
    if bits == 0:
        return "'\\0'"
    if malformed or overlong:
        return "'" + _hex_bytes(char.text) + "'"
    if point in _NAMED or point in (39, 92):
        return "'\\" + _NAMED.get(point, chr(point)) + "'"
    if utf8.is_printable(point):
        return f"'{chr(point)}'"
    letter = "x" if point <= 0x7F else "u" if point <= 0xFFFF else "U"
    return f"'\\{letter}{point:02x}'"


CATEGORIES = {
    "Cn": "Other, not assigned",
    "Lu": "Letter, uppercase",
    "Ll": "Letter, lowercase",
    "Lt": "Letter, titlecase",
    "Lm": "Letter, modifier",
    "Lo": "Letter, other",
    "Mn": "Mark, nonspacing",
    "Mc": "Mark, spacing combining",
    "Me": "Mark, enclosing",
    "Nd": "Number, decimal digit",
    "Nl": "Number, letter",
    "No": "Number, other",
    "Pc": "Punctuation, connector",
    "Pd": "Punctuation, dash",
    "Ps": "Punctuation, open",
    "Pe": "Punctuation, close",
    "Pi": "Punctuation, initial quote",
    "Pf": "Punctuation, final quote",
    "Po": "Punctuation, other",
    "Sm": "Symbol, math",
    "Sc": "Symbol, currency",
    "Sk": "Symbol, modifier",
    "So": "Symbol, other",
    "Zs": "Separator, space",
    "Zl": "Separator, line",
    "Zp": "Separator, paragraph",
    "Cc": "Other, control",
    "Cf": "Other, format",
    "Cs": "Other, surrogate",
    "Co": "Other, private use",
    "In": "Invalid, too high",
    "Ma": "Malformed, bad data",
}


def char_plain(char: Char) -> str:
    """`show` of a character as text/plain: with its code point and category."""
    text = char_text(char)
    point, malformed, overlong = utf8.decode_bits(char.bits)
    if malformed:
        return f"{text}: Malformed UTF-8 (category Ma: {CATEGORIES['Ma']})"
    cat = utf8.category(point)
    kind = "[overlong] " if overlong else ""
    ascii_ = "ASCII/" if point < 128 else ""
    return f"{text}: {kind}{ascii_}Unicode U+{point:04X} (category {cat}: {CATEGORIES[cat]})"


def is_identifier(name: str) -> bool:
    """`Base.isidentifier`."""
    if not name or name in ("true", "false"):
        return False
    return _starts(name[0]) and all(map(_continues, name))


def _starts(char: str) -> bool:
    if char == "_" or char.isascii():
        return char == "_" or char.isalpha()
    cat = unicodedata.category(char)
    if cat in ("Lu", "Ll", "Lt", "Lm", "Lo", "Nl", "Sc") or char in _IDENTIFIER_SYMBOLS:
        return True
    return cat == "So" and char != "¦"


def _continues(char: str) -> bool:
    if char.isascii():
        return char.isalnum() or char in "_!"
    cat = unicodedata.category(char)
    return _starts(char) or cat in ("Nd", "Mn", "Mc", "Sk", "Me", "No", "Pc") or char in _PRIMES


def symbol_text(name: str) -> str:
    """`show` of a symbol."""
    if name in _QUOTED:
        return f":({name})"
    if is_identifier(name) or name in OPERATORS:
        return ":" + name
    return f"Symbol({string_text(name)})"
