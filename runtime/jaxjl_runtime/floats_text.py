"""The digits of floats as Julia prints them."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

__all__ = ["compact_digits", "float_text", "shortest_digits"]

# Mantissa bits, exponent bias and the unsigned type of the same width, by bytes.
_FORMATS: dict[int, tuple[int, int, Any]] = {
    2: (10, 15, np.uint16),
    4: (23, 127, np.uint32),
    8: (52, 1023, np.uint64),
}
_SUFFIX = {2: "16", 4: "32", 8: ""}


def float_width(x: Any) -> int:
    """Bytes of a float: 8 for Python's."""
    return x.dtype.itemsize if isinstance(x, np.floating) else 8


def shortest_digits(x: Any) -> tuple[str, int]:
    """`(digits, e)`: the fewest digits that read back as `abs(x)`, which is `digits * 10^e`.

    Python's repr and NumPy's unique formatting give Ryu's digits at every width.
    """
    if float_width(x) == 8:
        text = repr(abs(float(x)))
    else:
        text = np.format_float_scientific(abs(x), unique=True, trim="-")
    mantissa, _, exponent = text.partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits, e = whole + fraction, int(exponent or 0) - len(fraction)
    stripped = digits.rstrip("0")
    return stripped.lstrip("0"), e + len(digits) - len(stripped)


def compact_digits(x: Any) -> tuple[str, int]:
    """`(digits, e)` of compact printing: six significant digits.

    Nearly always the value rounded half-even. The exact path of Ryu, taken by some large values,
    rounds the shortest digits again and may keep a trailing zero (`1.48860f8`): followed here.
    """
    digits, e = shortest_digits(x)
    if len(digits) <= 6:
        return digits, e
    exact = _exact_path(x, 999_999)
    if exact is not None:
        return str(exact[0]), exact[1]
    mantissa, exponent = format(abs(float(x)), ".5e").split("e")
    digits = mantissa.replace(".", "").rstrip("0")
    return digits, int(exponent) - len(digits) + 1


def _exact_path(x: Any, most: int) -> tuple[int, int] | None:
    """`(digits, e)` by Ryu's path for a lower bound that is exact in decimal, else None."""
    start = _interval(x)
    if start is None:
        return None
    a, b, c, last, zero, e10 = start
    exact = True
    while c // 10 > a // 10:
        exact &= a % 10 == 0
        zero &= last == 0
        a, c, last, b, e10 = a // 10, c // 10, b % 10, b // 10, e10 + 1
    if not exact:
        return None
    while a % 10 == 0 or b >= most:
        zero &= last == 0
        a, c, last, b, e10 = a // 10, c // 10, b % 10, b // 10, e10 + 1
    if zero and last == 5 and b % 2 == 0:
        last = 4
    return b + (last >= 5), e10


def _interval(x: Any) -> tuple[int, int, int, int, bool, int] | None:
    """The decimal interval `a, b, c` around `x`, last digit, whether more are zero, exponent."""
    width = float_width(x)
    nbits, bias, unsigned = _FORMATS[width]
    word = np.float64(x).view(unsigned) if width == 8 else x.view(unsigned)
    bits = int(word) & ((1 << (8 * width - 1)) - 1)
    m, e = bits & ((1 << nbits) - 1), bits >> nbits
    first = m == 0 and e > 1
    m, e2 = (m, 1 - bias - nbits) if e == 0 else (m | 1 << nbits, e - bias - nbits)
    if m % 2 or (e2 <= 0 and e2 >= -nbits and m % (1 << -e2) == 0):
        return None  # odd: never exact; small integers have their own path
    e2 -= 2
    v = 4 * m
    low, high = v - 2 + first, v + 2
    if e2 >= 0:
        q = e2 * 78913 >> 18
        q -= width == 8 and e2 > 3
        e10, unit = q, 10**q
        (a, rest), (b, below), (c, _) = (divmod(n << e2, unit) for n in (low, v, high))
        if rest or v % 5 == 0:
            return None
        short = q and width < 8 and (c - 1) // 10 <= a // 10
        last = (v << e2) // 10 ** (q - 1) % 10 if short else 0
        return a, b, c, last, below == 0 and e2 < 0, e10
    q = -e2 * 732923 >> 20
    q -= width == 8 and -e2 > 1
    if q > 1 or first:
        return None
    unit = 10**q
    a, b, c = (n * 5**-e2 // unit for n in (low, v, high))
    return a, b, c, 0, True, q + e2


def float_text(
    x: Any, *, typed: bool = False, compact: bool = False, letter: str | None = None
) -> str:
    """`show` of a float. `typed`: the type must be visible (`1.0f0`, `Float16(1.0)`, `NaN32`)."""
    width = float_width(x)
    value = float(x)
    if width == 8 and not compact and 1e-4 <= abs(value) < 1e6:
        return repr(value)
    suffix = _SUFFIX[width] if typed else ""
    if math.isnan(value):
        return "NaN" + suffix
    sign = "-" if math.copysign(1, value) < 0 else ""
    if math.isinf(value):
        return sign + "Inf" + suffix
    mark = "f0" if typed and width == 4 else ""
    if value == 0:
        text = f"{sign}0.0{mark}"
    else:
        digits, e = compact_digits(x) if compact else shortest_digits(x)
        if _is_fixed(value, digits, e, width):
            text = sign + _fixed(digits, e) + mark
        else:
            letter = letter or ("f" if width == 4 else "e")
            text = f"{sign}{digits[0]}.{digits[1:] or '0'}{letter}{e + len(digits) - 1}"
    return f"Float16({text})" if typed and width == 2 else text


def _is_fixed(value: float, digits: str, e: int, width: int) -> bool:
    point = e + len(digits)
    if not -4 < point <= (3 if width == 2 else 6):
        return False
    if point < len(digits):
        return True
    step = 10.0 ** (point - len(digits))  # lost integer digits force the exponent form
    return not abs((value + 0.05) % step - 0.05) > 0.05


def _fixed(digits: str, e: int) -> str:
    point = e + len(digits)
    if point <= 0:
        return "0." + "0" * -point + digits
    if e >= 0:
        return digits + "0" * e + ".0"
    return digits[:point] + "." + digits[point:]
