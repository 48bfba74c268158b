"""UTF-8 as Julia sees it: characters are cut by lead bytes, so ill-formed ones exist too.

A Julia `String` is a Python `str` whose ill-formed bytes are surrogate escapes
(`errors="surrogateescape"`); a Julia `Char` is 32 bits, its bytes from the left.
"""

from __future__ import annotations

import unicodedata

__all__ = [
    "category",
    "char_texts",
    "decode_bits",
    "encode_codepoint",
    "from_bytes",
    "is_printable",
    "is_well_formed",
    "text_bits",
    "text_width",
    "to_bytes",
]


def to_bytes(text: str) -> bytes:
    """The bytes of a string."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogateescape")


def from_bytes(data: bytes) -> str:
    """The string of these bytes."""
    return data.decode("utf-8", "surrogateescape")


def is_well_formed(text: str) -> bool:
    """Whether no byte of the string is ill-formed: then its characters are Python's."""
    if text.isascii():
        return True
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def char_texts(text: str) -> list[str]:
    """The string cut into Julia's characters, each as the text of its bytes."""
    if is_well_formed(text):
        return list(text)
    data, out, i = to_bytes(text), [], 0
    while i < len(data):
        j = _char_end(data, i)
        out.append(from_bytes(data[i:j]))
        i = j
    return out


def _char_end(data: bytes, i: int) -> int:
    """Where the character that starts at byte `i` ends."""
    lead = data[i]
    tail = 1 if 0xC0 <= lead <= 0xDF else 2 if 0xE0 <= lead <= 0xEF else 3
    if not 0xC0 <= lead <= 0xF7:
        tail = 0
    j = i + 1
    while j < len(data) and j - i <= tail and data[j] & 0xC0 == 0x80:
        j += 1
    return j


def text_bits(text: str) -> int:
    """The 32 bits of the character with this text."""
    return int.from_bytes(to_bytes(text).ljust(4, b"\0"), "big")


def encode_codepoint(point: int) -> bytes:
    """UTF-8 of a code point, surrogates and the ones that are too high included."""
    if point < 0x80:
        return bytes([point])
    if point < 0x800:
        return bytes([0xC0 | point >> 6, 0x80 | point & 0x3F])
    if point < 0x10000:
        return bytes([0xE0 | point >> 12, 0x80 | point >> 6 & 0x3F, 0x80 | point & 0x3F])
    head = [0xF0 | point >> 18, 0x80 | point >> 12 & 0x3F]
    return bytes([*head, 0x80 | point >> 6 & 0x3F, 0x80 | point & 0x3F])


def decode_bits(bits: int) -> tuple[int, bool, bool]:
    """`(code point, malformed, overlong)` of a character's bits."""
    ones = 0
    while ones < 32 and bits >> (31 - ones) & 1:
        ones += 1
    lead = ones * 8
    tail = (bits & -bits).bit_length() - 1 & 56 if bits else 32
    stray = (bits & 0x00C0C0C0) ^ 0x00808080
    if lead == 8 or lead + tail > 32 or (bits >= 0x80000000 and stray >> tail != 0):
        return 0, True, False
    if bits < 0x80000000:
        return (0, True, False) if bits & 0xFFFFFF else (bits >> 24, False, False)
    u = (bits & (0xFFFFFFFF >> ones)) >> tail
    u = (u & 0x7F) | (u & 0x7F00) >> 2 | (u & 0x7F0000) >> 4 | (u & 0x7F000000) >> 6
    least = (0, 0, 0x80, 0x800, 0x10000)[ones] if ones < 5 else 1 << 40
    return u, False, u < least


def category(point: int) -> str:
    """Unicode's general category of a code point; `In` where there is none."""
    return unicodedata.category(chr(point)) if point <= 0x10FFFF else "In"


def is_printable(point: int) -> bool:
    """Julia's `isprint` of a code point."""
    cat = category(point)
    return cat == "Zs" or cat[0] in "LMNPS"


def text_width(text: str) -> int:
    """The columns that the string takes on a terminal: `textwidth`."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(map(_char_width, text))


def _char_width(char: str) -> int:
    if char == "\u00ad":
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cc", "Cf", "Cs", "Zl", "Zp"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
