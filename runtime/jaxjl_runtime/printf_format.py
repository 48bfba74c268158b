"""`printf` formats: what a format string asks for, and the text of each conversion.

Julia 1.5 rounds exact ties away from zero, 1.6 and later to even; its `%g` has small bugs that the
older form keeps out of (they depend on the machine's digits).
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Any

import numpy as np

from .config import julia_before

__all__ = ["Spec", "format_number", "format_text", "parse_format"]

_SPEC = re.compile(r"%([#0\- +']*)(\d+|\*)?(?:\.(\d+|\*)?)?([hlLjqtz]*)(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Spec:
    """One conversion: `width` and `precision` are -1 if not given, None where `*` asks for one."""

    flags: str
    width: int | None
    precision: int | None
    kind: str


@lru_cache(maxsize=1024)
def parse_format(text: str) -> tuple[str | Spec, ...]:
    """The literal texts and conversions of a format; ValueError where it is none."""
    parts: list[str | Spec] = []
    at = 0
    while at < len(text):
        found = text.find("%", at)
        if found < 0:
            parts.append(text[at:])
            break
        if found > at:
            parts.append(text[at:found])
        match = _SPEC.match(text, found)
        if match is None:
            raise ValueError(f'invalid format string: "{text}", incomplete specifier')
        at = match.end()
        parts.append(_spec(match, text))
    return tuple(parts)


def _spec(match: re.Match[str], text: str) -> str | Spec:
    flags, width, precision, _, kind = match.groups()
    if kind == "%":
        return "%"
    if kind not in "diouxXfFeEgGaAcsp":
        raise ValueError(f"invalid format string: '{text}', invalid type specifier: '{kind}'")
    if precision is None and "." in match[0]:
        precision = "-1" if julia_before(1, 6) else "0"
    return Spec(flags, _count(width), _count(precision), kind)


def _count(text: str | None) -> int | None:
    return None if text == "*" else int(text) if text else -1


def format_text(text: str, spec: Spec) -> str:
    """A string under `%s`: cut to the precision, padded to the width."""
    if spec.precision is not None and spec.precision >= 0 and spec.kind == "s":
        text = text[: spec.precision]
    return _pad(text, spec)


def _pad(text: str, spec: Spec) -> str:
    width = spec.width or 0
    return text.ljust(width) if "-" in spec.flags else text.rjust(width)


def format_number(x: Any, spec: Spec) -> str:
    """A real number (a Python or NumPy one, or anything that `Fraction` takes) by a conversion."""
    is_float = isinstance(x, float | np.floating)
    if is_float and not math.isfinite(x):
        return _pad(_not_finite(x, spec), spec)
    negative = math.copysign(1, x) < 0 if is_float else x < 0
    exact = abs(Fraction(float(x)) if is_float else Fraction(x))
    kind = spec.kind
    if is_float and kind in "diuxXo":
        spec = replace(spec, precision=-1 if spec.precision is None else spec.precision)
    prefix, body = "", ""
    if kind in "diu":
        body = _integer_digits(_fixed(exact, 0), spec)
        negative = negative and (not julia_before(1, 6) or body.strip("0") != "")
    elif kind in "xXo":
        prefix, body = _base_digits(int(exact), spec)
    elif kind in "aA":
        body = float(exact).hex().replace("0x", "").replace(".0p", "p")
        prefix = "0x"
        if kind == "A":
            prefix, body = "0X", body.upper()
    else:
        body = _float_digits(exact, spec)
    sign = "-" if negative else "+" if "+" in spec.flags else " " if " " in spec.flags else ""
    return _assemble(sign, prefix, body, spec)


def _assemble(sign: str, prefix: str, body: str, spec: Spec) -> str:
    width, head = spec.width or 0, sign + prefix
    padded = "0" in spec.flags and "-" not in spec.flags
    if padded and not ((spec.precision or -1) >= 0 and spec.kind in "diuoxX"):
        return head + body.rjust(width - len(head), "0")
    return _pad(head + body, spec)


def _not_finite(x: Any, spec: Spec) -> str:
    if math.isnan(x):
        return "NaN"
    if x < 0:
        return "-Inf"
    return ("+" if "+" in spec.flags else " " if " " in spec.flags else "") + "Inf"


def _integer_digits(digits: str, spec: Spec) -> str:
    precision, width = spec.precision or 0, spec.width or 0
    if precision > 0 and (width > precision or not julia_before(1, 6)):
        return digits.rjust(precision, "0")
    return digits


def _base_digits(n: int, spec: Spec) -> tuple[str, str]:
    body = _integer_digits(format(n, spec.kind.lower()), spec)
    prefix = ""
    if "#" in spec.flags:
        prefix = {"x": "0x", "X": "0X", "o": "" if n == 0 else "0"}[spec.kind]
    return prefix, body.upper() if spec.kind == "X" else body


def _float_digits(exact: Fraction, spec: Spec) -> str:
    places = 6 if spec.precision is None or spec.precision < 0 else spec.precision
    alternate = "#" in spec.flags
    kind = spec.kind
    if kind in "fF":
        return _fixed(exact, places) + ("." if alternate and places == 0 else "")
    if kind in "eE":
        return _exponent(exact, places, kind)
    places = max(places, 1)
    exponent = int(_exponent(exact, places - 1, "e").split("e")[1])
    if -4 <= exponent < places:
        body = _fixed(exact, places - 1 - exponent)
        return body if alternate else _trim(body)
    mantissa, power = _exponent(exact, places - 1, "e").split("e")
    return (mantissa if alternate else _trim(mantissa)) + ("E" if kind == "G" else "e") + power


def _trim(digits: str) -> str:
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _fixed(value: Fraction, places: int) -> str:
    quotient, rest = divmod(value.numerator * 10**places, value.denominator)
    tie_up = julia_before(1, 6) or quotient % 2
    if 2 * rest > value.denominator or (2 * rest == value.denominator and tie_up):
        quotient += 1
    digits = str(quotient).rjust(places + 1, "0")
    return digits if places == 0 else digits[:-places] + "." + digits[-places:]


def _exponent(value: Fraction, places: int, letter: str) -> str:
    if value == 0:
        digits, e = "0" * (places + 1), 0
    else:
        e = math.floor(math.log10(value.numerator) - math.log10(value.denominator))
        power = Fraction(10) ** e
        e += 1 if value >= power * 10 else -1 if value < power else 0
        digits = _fixed(value / Fraction(10) ** e, places).replace(".", "")
        if len(digits) > places + 1:
            digits, e = digits[:-1], e + 1
    mantissa = digits[0] + ("." + digits[1:] if places else "")
    return f"{mantissa}{letter}{'-' if e < 0 else '+'}{abs(e):02d}"
