"""Which characters make identifiers and blanks in Julia, and how names are normalised."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from .operators import CHARACTERS as OPERATOR_CHARACTERS

# Beyond ASCII; byte order marks are blanks too.
BLANKS = frozenset(
    "\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
    "\u3000\ufeff"
)
_START_CATEGORIES = frozenset(("Lu", "Ll", "Lt", "Lm", "Lo", "Nl", "Sc"))
_CONTINUE_CATEGORIES = frozenset(("Mn", "Mc", "Nd", "Pc", "Sk", "Me", "No"))
# `So` characters that do not begin names: replacement characters, ⌿, ¦.
_NO_START = frozenset("\ufffc\ufffd\u233f\u00a6")
_CHARS_START = frozenset(
    "\u2140\u223f\u22be\u22bf\u22a4\u22a5\u2200\u2201\u2202\u2203\u2204\u2205\u2206\u2207\u220e\u220f\u2210"
    "\u2211\u221e\u221f\u222b\u222c\u222d\u222e\u222f\u2230\u2231\u2232\u2233\u22c0\u22c1\u22c2\u22c3"
    "\u25f8\u25f9\u25fa\u25fb\u25fc\u25fd\u25fe\u25ff\u266f\u27d8\u27d9\u27c0\u27c1\u29b0\u29b1\u29b2\u29b3\u29b4"
    "\u2202\u2207\u2309"
)
_RANGES_START = (
    (0x1D6C1, 0x1D6C1), (0x1D6DB, 0x1D6DB), (0x1D6FB, 0x1D6FB), (0x1D715, 0x1D715),
    (0x1D735, 0x1D735), (0x1D74F, 0x1D74F), (0x1D76F, 0x1D76F), (0x1D789, 0x1D789),
    (0x1D7A9, 0x1D7A9), (0x1D7C3, 0x1D7C3), (0x2A00, 0x2A06), (0x2A09, 0x2A16),
    (0x2A1B, 0x2A1C), (0x299B, 0x29AF), (0x207A, 0x207E), (0x208A, 0x208E),
    (0x309B, 0x309C), (0x2118, 0x2118), (0x212E, 0x212E), (0x1D7CE, 0x1D7E1),
)  # fmt: skip
_PRIMES = frozenset("\u2032\u2033\u2034\u2035\u2036\u2037\u2057")


@lru_cache(maxsize=4096)
def starts_name(char: str) -> bool:
    """Whether an identifier may begin with the character."""
    if char <= "\x7f":
        return char.isalpha() or char == "_"
    if char in OPERATOR_CHARACTERS or char in BLANKS or "\ud800" <= char <= "\udfff":
        return False
    category = unicodedata.category(char)
    if category in _START_CATEGORIES or char in _CHARS_START:
        return True
    code = ord(char)
    if category == "So" and not 0x2190 <= code <= 0x21FF and char not in _NO_START:
        return True
    return any(first <= code <= last for first, last in _RANGES_START)


@lru_cache(maxsize=4096)
def continues_name(char: str) -> bool:
    """Whether an identifier may go on with the character (`!` is judged by who reads the text)."""
    if char <= "\x7f":
        return char.isalnum() or char in "_!"
    if starts_name(char) or char in _PRIMES:
        return True
    if char in OPERATOR_CHARACTERS or char in BLANKS:
        return False
    return unicodedata.category(char) in _CONTINUE_CATEGORIES


def name_end(text: str, position: int) -> int:
    """Where the identifier that begins (or goes on) at `position` ends."""
    size = len(text)
    while position < size:
        char = text[position]
        if not continues_name(char) or (char == "!" and text.startswith("=", position + 1)):
            break
        position += 1
    return position


_LOOKALIKES = str.maketrans(
    {"\u025b": "ε", "\u00b5": "μ", "\u0387": "⋅", "\u00b7": "⋅", "\u2212": "-"}
)


def normalize(name: str) -> str:
    """The name that Julia takes it for: NFC, with a few look-alikes made equal (`µ` is `μ`)."""
    if name.isascii():
        return name
    return unicodedata.normalize("NFC", name).translate(_LOOKALIKES)
