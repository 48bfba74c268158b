"""How Julia shows what is no `Expr`: symbols, numbers, characters, strings."""

from __future__ import annotations

import math
import re
import struct
import unicodedata

from .characters import continues_name, starts_name
from .expr import GlobalRef, Literal
from .operators import class_of

# Operators that `:` does not quote without parentheses.
QUOTED_IN_PARENTHESES = frozenset((":", "::", ":=", "=", "==", "===", "=>"))
_ESCAPES = {
    "\0": "\\0", "\a": "\\a", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\v": "\\v", "\f": "\\f",
    "\r": "\\r", "\x1b": "\\e",
}  # fmt: skip
_TAIL = "[\udc80-\udcbf]"
_NO_CHARACTER = re.compile(
    f"\udced[\udca0-\udcbf]{_TAIL}|\udcf4[\udc90-\udcbf]{_TAIL}{{2}}|[\udcf5-\udcf7]{_TAIL}{{3}}"
)
_HEX_DIGIT = re.compile(r"[0-9a-fA-F]")
_PRECEDENCES = {
    "ASSIGN": 1, "TILDE": 1, "PAIR": 2, "QMARK": 3, "ARROWOP": 4, "OROR": 5, "ANDAND": 6,
    "COMPARE": 7,
    "LPIPE": 8, "RPIPE": 9, "RANGE": 10, "PLUS": 11, "TIMES": 12, "RATIONAL": 13, "SHIFT": 14,
    "POWER": 15, "DECL": 16, "DOT": 17,
}  # fmt: skip
PREC_POWER = 15
PREC_DECLARATION = 16


def precedence(operator: str) -> int:
    """The precedence of an operator, from 1; 0 for what is no binary operator."""
    if operator in ("in", "isa"):
        return _PRECEDENCES["COMPARE"]
    return _PRECEDENCES.get(class_of(operator) or "", 0)


def is_operator(name: str) -> bool:
    """Whether a name is an operator's."""
    return class_of(name) is not None


def is_identifier(name: str) -> bool:
    """Whether a name can be written as it is."""
    if not name or name in ("true", "false") or not starts_name(name[0]):
        return False
    return all(map(continues_name, name))


def symbol_text(name: str, macro: bool = False) -> str:
    """A name in code: as it is, or `var"…"`. With `macro`, `@name` is as it is too."""
    if is_identifier(name) or (is_operator(name) and name != "'"):
        return name
    if macro and name.startswith("@"):
        return "@" + symbol_text(name[1:])
    return "var" + string_text(name)


def quoted_symbol(name: str) -> str | None:
    """`:name` or `Symbol("…")`; None where `:(name)` must be written."""
    if name in QUOTED_IN_PARENTHESES:
        return None
    if is_identifier(name) or (is_operator(name) and name != "'"):
        return ":" + name
    return f"Symbol({string_text(name)})"


def reference_text(reference: GlobalRef, macro: bool = False) -> str:
    """`Core.@doc`."""
    name = reference.name
    quoted = not is_identifier(name) and not name.startswith("@")
    parens = quoted and (not is_operator(name) or name in QUOTED_IN_PARENTHESES)
    text = (":" if quoted else "") + ("(" if parens else "") + symbol_text(name, macro)
    return f"{reference.module}.{text}{')' if parens else ''}"


def string_text(text: str) -> str:
    """A string literal."""
    return '"' + escaped(text, '"$') + '"'


def _code_point(match: re.Match[str]) -> str:
    data = [ord(char) - 0xDC00 for char in match[0]]
    code = data[0] & (0x0F if len(data) == 3 else 0x07)
    for byte in data[1:]:
        code = code << 6 | byte & 0x3F
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:x}"


def escaped(text: str, also: str) -> str:
    """The text with what cannot stand in a string literal escaped."""
    out = []
    last = 0
    for match in _NO_CHARACTER.finditer(
        text
    ):  # well-formed bytes of a code point that is no character
        out.append(_escaped(text[last : match.start()], also))
        out.append(_code_point(match))
        last = match.end()
    out.append(_escaped(text[last:] if last else text, also))
    return "".join(out)


def _escaped(text: str, also: str) -> str:
    out = []
    for position, char in enumerate(text):
        following = text[position + 1 : position + 2]
        if char == "\0":
            out.append("\\x00" if following in "01234567" and following else "\\0")
        elif char in _ESCAPES:
            out.append(_ESCAPES[char])
        elif char == "\\" or char in also:
            out.append("\\" + char)
        elif "\udc80" <= char <= "\udcff":
            out.append(f"\\x{ord(char) - 0xDC00:02x}")
        elif char < "\x80":
            out.append(char if " " <= char <= "~" else _hex(ord(char), "x", 2, following))
        elif _is_printable(char):
            out.append(char)
        elif char <= "\uffff":
            out.append(_hex(ord(char), "u", 4, following))
        else:
            out.append(_hex(ord(char), "U", 8, following))
    return "".join(out)


def _hex(code: int, letter: str, width: int, following: str) -> str:
    padded = width if _HEX_DIGIT.match(following) else 0
    if letter == "x":
        padded = 2
    return f"\\{letter}{code:0{padded}x}"


def _is_printable(char: str) -> bool:
    return unicodedata.category(char) not in ("Cn", "Cc", "Cf", "Cs", "Co", "Zl", "Zp")


def float_text(value: float) -> str:
    """A Float64 as Julia prints it."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Inf" if value > 0 else "-Inf"
    return _decimal(repr(value), "e")


def _decimal(shortest: str, letter: str) -> str:
    """Shortest digits in Julia's layout: positional from 1e-4 up to 1e6."""
    sign = "-" if shortest.startswith("-") else ""
    mantissa, _, exponent = shortest.lstrip("-").partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    point = len(whole) + int(exponent or 0) - (len(whole + fraction) - len(digits))
    digits = digits.rstrip("0") or "0"
    if digits == "0":
        return f"{sign}0.0" + ("f0" if letter == "f" else "")
    if -3 <= point <= 6:
        if point <= 0:
            text = "0." + "0" * -point + digits
        elif len(digits) <= point:
            text = digits + "0" * (point - len(digits)) + ".0"
        else:
            text = digits[:point] + "." + digits[point:]
        return sign + text + ("f0" if letter == "f" else "")
    return f"{sign}{digits[0]}.{digits[1:] or '0'}{letter}{point - 1}"


def literal_text(literal: Literal) -> str:
    """A number or character that is not among Python's own."""
    value = literal.value
    if literal.type == "Char":
        return _char_text(value)
    if literal.type == "Float32" and isinstance(value, float):
        if math.isnan(value) or math.isinf(value):
            return float_text(value) + "32"
        return _decimal(_shortest_float32(value), "f")
    if literal.type.startswith("UInt") and isinstance(value, int):
        return f"0x{value:0{int(literal.type[4:]) // 4}x}"
    return str(value)


def _shortest_float32(value: float) -> str:
    """The fewest digits that give the Float32 back; they need not be the nearest to its exact
    value.
    """
    bits = struct.pack("f", value)
    for digits in range(9):
        mantissa, _, exponent = f"{value:.{digits}e}".partition("e")
        nearest = int(mantissa.replace(".", ""))
        for candidate in (nearest, nearest + 1, nearest - 1):
            text = f"{candidate}e{int(exponent) - digits}"
            if struct.pack("f", float(text)) == bits:
                return text
    return f"{value:.9e}"


def _char_text(value: int | float | bytes) -> str:
    if isinstance(value, bytes):
        return "'" + "".join(f"\\x{byte:02x}" for byte in value) + "'"
    char = chr(int(value))
    if char == "'":
        return "'\\''"
    if "\ud800" <= char <= "\udfff":
        return f"'\\u{ord(char):04x}'"
    if char == "\0":
        return "'\\0'"
    return "'" + escaped(char, "") + "'"


def atom_text(value: Literal | int | float | bool | str | None) -> str:
    """A literal value."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case float():
            return float_text(value)
        case str():
            return string_text(value)
        case Literal():
            return literal_text(value)


__all__ = [
    "PREC_DECLARATION", "PREC_POWER", "QUOTED_IN_PARENTHESES", "atom_text", "escaped",
    "is_identifier",
    "is_operator", "precedence", "quoted_symbol", "reference_text", "string_text", "symbol_text",
]  # fmt: skip
