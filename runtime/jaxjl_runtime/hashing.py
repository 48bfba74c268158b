"""Julia's `hash`, so that dictionaries and sets iterate in Julia's order.

The functions are those of Julia 1.5 (they are deterministic there: a mixer for numbers, MurmurHash3
for strings). Values that Julia hashes by address get a stable number of their own.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

import numpy as np

from .chars import Char
from .missing import Missing
from .pairs import Pair
from .symbols import Symbol

__all__ = ["HASHERS", "hash_bits", "hash_integer", "hash_ordered", "julia_hash"]

M = (1 << 64) - 1
STRING_SEED = 0x71E729FD56419C81
TUPLE_SEED = 0x77CFA1EEF01BCA90
DICT_SEED = 0x6D35BB51952D5539
SET_SEED = 0x852ADA37CFE8E0CE
IMAG_SEED = 0x32A7A07F3E7CD1F9
CARTESIAN_SEED = 0xD60CA92F8284B8B0
# `objectid`s of values in Julia 1.5.3's own image.
NOTHING_ID = 18446744072744898587
MISSING_ID = 18446744070022262329
ABSTRACT_ARRAY_ID = 8358726816420210429
# Where a float is over 2^64, `UInt64(x)` is what the processor gives: this, without AVX-512.
OUT_OF_RANGE = 0

Hasher = Callable[[Any, int], int]
# Other modules add their classes here.
HASHERS: dict[type, Hasher] = {}


def hash_bits(n: int) -> int:
    """The 64-bit mixer (`hash_uint64`)."""
    a = n & M
    a = (~a + (a << 21)) & M
    a ^= a >> 24
    a = (a * 265) & M
    a ^= a >> 14
    a = (a * 21) & M
    a ^= a >> 28
    return (a + (a << 31)) & M


def _rotate(x: int, r: int) -> int:
    return ((x << r) | (x >> (64 - r))) & M


def _finish(k: int) -> int:
    k ^= k >> 33
    k = k * 0xFF51AFD7ED558CCD & M
    k ^= k >> 33
    k = k * 0xC4CEB9FE1A85EC53 & M
    return k ^ k >> 33


def murmur(data: bytes, seed: int) -> int:
    """MurmurHash3 x64_128 of bytes, the half that Julia takes."""
    c1, c2, h1, h2 = 0x87C37B91114253D5, 0x4CF5AD432745937F, seed, seed
    full = len(data) // 16 * 16
    for k1, k2 in struct.iter_unpack("<QQ", data[:full]):
        h1 ^= _rotate(k1 * c1 & M, 31) * c2 & M
        h1 = (_rotate(h1, 27) + h2) * 5 + 0x52DCE729 & M
        h2 ^= _rotate(k2 * c2 & M, 33) * c1 & M
        h2 = (_rotate(h2, 31) + h1) * 5 + 0x38495AB5 & M
    tail = data[full:]
    if len(tail) > 8:
        h2 ^= _rotate(int.from_bytes(tail[8:], "little") * c2 & M, 33) * c1 & M
    if tail:
        h1 ^= _rotate(int.from_bytes(tail[:8], "little") * c1 & M, 31) * c2 & M
    h1 ^= len(data)
    h2 ^= len(data)
    h1 = h1 + h2 & M
    h2 = h2 + h1 & M
    h1, h2 = _finish(h1), _finish(h2)
    return h2 + (h1 + h2 & M) & M


def _float_bits(x: float) -> int:
    return int(struct.unpack("<Q", struct.pack("<d", x))[0])


def _mix(a: int, b: float, h: int) -> int:
    return hash_bits(3 * a + _float_bits(b) - h)


def hash_integer(n: int, h: int = 0) -> int:
    """`hash` of any integer: equal integers of all types hash alike."""
    if -(1 << 63) <= n < 1 << 64:
        return _mix(abs(n) & M, float(n), h)
    return hash_ratio(n, 1, h)


def _hash_float(x: Any, h: int) -> int:
    f = float(x)
    if f != f:
        return _mix(0, math.nan, 0) ^ h
    a = abs(f)
    return _mix(int(a) if a < 2.0**64 else OUT_OF_RANGE, f, h)


def _limbs(n: int, h: int) -> int:
    h ^= hash_bits((n & M) ^ h)
    n = abs(n) >> 64
    while n:
        h ^= hash_bits((n & M) ^ h)
        n >>= 64
    return h


def hash_ratio(num: int, den: int, h: int = 0) -> int:
    """`hash` of a rational number."""
    if den == 0:
        return _hash_float(math.inf if num > 0 else -math.inf, h)
    if num == 0:
        return hash_integer(0, h)
    power = (num & -num).bit_length() - 1
    num >>= power
    low = (den & -den).bit_length() - 1
    den >>= low
    power -= low
    if den == 1:
        left = abs(num).bit_length() + power
        if power >= 0 and left <= 64 and (left <= 63 or num > 0):
            return hash_integer(num << power, h)
        if power >= -1074 and left <= 1024 and left - power <= 53:
            return _hash_float(math.ldexp(num, power), h)
    return _limbs(num, _limbs(power, _limbs(den, h)))


def _hash_string(x: str, h: int) -> int:
    h = h + STRING_SEED & M
    try:
        data = x.encode()
    except UnicodeEncodeError:
        data = x.encode("utf-8", "surrogateescape")
    return murmur(data, h & 0xFFFFFFFF) + h & M


def symbol_id(name: str) -> int:
    """`objectid` of a Symbol."""
    return murmur(name.encode("utf-8", "surrogateescape"), 0xCAFE8881) ^ (M // 3 * 2)


def _hash_tuple(x: Iterable[Any], h: int) -> int:
    h = h + TUPLE_SEED & M
    for element in reversed(tuple(x)):
        h = julia_hash(element, h)
    return h


def _hash_complex(x: Any, h: int) -> int:
    imaginary = julia_hash(x.imag, IMAG_SEED)
    return julia_hash(x.real, h ^ imaginary ^ hash_integer(0, IMAG_SEED))


def hash_by_id(number: int, h: int) -> int:
    """`hash` of a value that has only its `objectid`."""
    return hash_bits(3 * h - number)


def hash_array(items: list[Any], size: tuple[int, ...], h: int) -> int:
    """`hash` of an array (its elements column by column), as Julia 1.5 samples it from the end."""
    h = hash_by_id(ABSTRACT_ARRAY_ID, h)
    h = _hash_tuple((1,) * len(size), h)
    h = _hash_tuple(size, h)
    if not items:
        return h
    at, skip, before, count = len(items), 1, 1, 0
    while True:
        count += 1
        element = items[at - 1]
        h = _hash_key(at, size, h, element)
        if at < skip + 1:
            return h
        at -= skip
        if count % 4096 == 0:
            skip, before = skip + before, skip
        while at > 0 and _same(items[at - 1], element):
            at -= 1
        if at == 0:
            return h


def _hash_key(at: int, size: tuple[int, ...], h: int, element: Any) -> int:
    """`hash(index => element, h)`; a matrix's index is a `CartesianIndex`."""
    if len(size) == 1:
        return julia_hash(element, hash_integer(at, h))
    h = h + CARTESIAN_SEED & M
    rest = at - 1
    for length in size:
        rest, place = divmod(rest, length)
        h = hash_integer(place + 1, h)
    return julia_hash(element, h)


def _same(a: Any, b: Any) -> bool:
    if isinstance(a, float) and a != a:
        return isinstance(b, float) and b != b
    return type(a) is type(b) and bool(a == b)


def hash_ordered(seed: int, hashes: Iterable[int], h: int) -> int:
    """`hash` of a set or dictionary from the hashes of its entries, whatever their order."""
    for each in hashes:
        seed ^= each
    return hash_integer(seed, h)


def julia_hash(x: Any, h: int = 0) -> int:
    """`hash(x, h)` as a Python integer."""
    hasher = HASHERS.get(type(x))
    if hasher is None:
        hasher = _hasher_of(type(x))
    return hasher(x, h)


def _hasher_of(cls: type) -> Hasher:
    for base in cls.__mro__:
        if base in HASHERS:
            return HASHERS[base]
    return _hash_object


_numbers: dict[int, int] = {}
_kept: list[Any] = []


def _hash_object(x: Any, h: int) -> int:
    """Of anything else: by identity, counted in the order of first use so that runs repeat."""
    number = _numbers.get(id(x))
    if number is None:
        number = _numbers[id(x)] = hash_bits(len(_numbers) + 1)
        _kept.append(x)  # an address must not be used again
    return hash_by_id(number, h)


HASHERS |= {
    bool: hash_integer,
    int: hash_integer,
    np.bool_: lambda x, h: hash_integer(int(x), h),
    np.integer: lambda x, h: hash_integer(int(x), h),
    float: _hash_float,
    np.floating: _hash_float,
    complex: _hash_complex,
    np.complexfloating: _hash_complex,
    Fraction: lambda x, h: hash_ratio(x.numerator, x.denominator, h),
    str: _hash_string,
    Symbol: lambda x, h: hash_bits(3 * h - symbol_id(x.name)),
    Char: lambda x, h: hash_bits((x.bits + 0xD4D64234 << 32) ^ h),
    tuple: _hash_tuple,
    Pair: lambda x, h: julia_hash(x.second, julia_hash(x.first, h)),
    type(None): lambda x, h: hash_by_id(NOTHING_ID, h),
    Missing: lambda x, h: hash_by_id(MISSING_ID, h),
}
