"""Julia's `Char`."""

from __future__ import annotations

from . import utf8

__all__ = ["Char", "char_of", "chars_of"]


class Char:
    """A character: `text` is the string of its bytes, `bits` its 32 bits (bytes from the left)."""

    __slots__ = ("_bits", "text")
    text: str

    def __init__(self, value: int | str) -> None:
        """The character of a code point or of a one-character string."""
        if isinstance(value, str):
            self.text = value
        else:
            self.text = _text_of_point(int(value))
        self._bits = -1

    @property
    def bits(self) -> int:
        """The 32 bits."""
        if self._bits < 0:
            self._bits = utf8.text_bits(self.text)
        return self._bits

    @property
    def codepoint(self) -> int:
        """The code point; ValueError where the bytes are malformed."""
        if len(self.text) == 1 and not "\ud800" <= self.text <= "\udfff":
            return ord(self.text)
        point, malformed, _ = utf8.decode_bits(self.bits)
        if malformed:
            raise ValueError("malformed character")
        return point

    def __index__(self) -> int:
        return self.codepoint

    def __hash__(self) -> int:
        return hash((Char, self.text))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Char):
            return NotImplemented
        return self.text == other.text

    def __lt__(self, other: Char) -> bool:
        return self.bits < other.bits if isinstance(other, Char) else NotImplemented

    def __le__(self, other: Char) -> bool:
        return self.bits <= other.bits if isinstance(other, Char) else NotImplemented

    def __gt__(self, other: Char) -> bool:
        return self.bits > other.bits if isinstance(other, Char) else NotImplemented

    def __ge__(self, other: Char) -> bool:
        return self.bits >= other.bits if isinstance(other, Char) else NotImplemented

    def __add__(self, other: int) -> Char:
        if isinstance(other, Char) or not hasattr(other, "__index__"):
            return NotImplemented
        return char_of(self.codepoint + int(other))

    __radd__ = __add__

    def __sub__(self, other: Char | int) -> int | Char:
        if isinstance(other, Char):
            return self.codepoint - other.codepoint
        if not hasattr(other, "__index__"):
            return NotImplemented
        return char_of(self.codepoint - int(other))

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Char({self.text!r})"


_ASCII = tuple(Char(chr(i)) for i in range(128))


def _text_of_point(point: int) -> str:
    if 0 <= point < 0xD800 or 0xDFFF < point <= 0x10FFFF:
        return chr(point)
    if not 0 <= point <= 0x1FFFFF:
        raise ValueError(f"no character has the code point {point}")
    return utf8.from_bytes(utf8.encode_codepoint(point))


def char_of(value: int | str) -> Char:
    """The character of a code point or of one character's text; ASCII ones are shared."""
    if isinstance(value, str):
        return _ASCII[ord(value)] if len(value) == 1 and value < "\x80" else Char(value)
    return _ASCII[value] if 0 <= value < 128 else Char(value)


def chars_of(text: str) -> list[Char]:
    """The characters of a string."""
    if text.isascii():
        return [_ASCII[b] for b in text.encode("ascii")]
    return [char_of(t) for t in utf8.char_texts(text)]
