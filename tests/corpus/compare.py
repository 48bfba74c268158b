"""Compares a program's output with real Julia's: text exactly, numbers by value."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"(?<![\w.])[+-]?(?:\d+\.\d*(?:[ef][+-]?\d+)?|\d+[ef][+-]?\d+)(?![\w])")


def differences(
    actual: str, expected: str, tolerance: float = 1e-10, absolute: float = 1e-13
) -> str | None:
    """The first line that differs, both forms shown; None where the outputs agree.

    Only numbers with a decimal point or an exponent compare by value (relative `tolerance`, or
    `absolute` near zero); integers are text.
    """
    actual_lines, expected_lines = actual.split("\n"), expected.split("\n")
    for number, (got, want) in enumerate(zip(actual_lines, expected_lines, strict=False), 1):
        if got != want and not _same_line(got, want, tolerance, absolute):
            return f"line {number}:\n  got      {got!r}\n  expected {want!r}"
    if len(actual_lines) != len(expected_lines):
        longer = actual_lines if len(actual_lines) > len(expected_lines) else expected_lines
        extra = longer[min(len(actual_lines), len(expected_lines))]
        return f"{len(actual_lines)} lines, expected {len(expected_lines)}; the first extra one is {extra!r}"
    return None


def _same_line(got: str, want: str, tolerance: float, absolute: float) -> bool:
    # Columns of a displayed matrix move when a last digit differs, so runs of blanks count as one.
    if _blanks(_NUMBER.sub("#", got)) != _blanks(_NUMBER.sub("#", want)):
        return False
    pairs = zip(_NUMBER.findall(got), _NUMBER.findall(want), strict=True)
    return all(_close(_value(a), _value(b), tolerance, absolute) for a, b in pairs)


def _value(text: str) -> float:
    return float(text.replace("f", "e"))


def _blanks(text: str) -> str:
    return re.sub(r" +", " ", text)


def _close(a: float, b: float, tolerance: float, absolute: float) -> bool:
    return a == b or abs(a - b) <= max(tolerance * max(abs(a), abs(b)), absolute)
