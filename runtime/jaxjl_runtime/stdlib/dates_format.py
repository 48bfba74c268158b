"""`Dates.format` and the parsing of dates."""

from __future__ import annotations

import re
from typing import Any

from ..exceptions import ArgumentError
from ..typeof import register_class
from ..types_base import names
from .dates_values import Date, Instant, Time, make_moment

__all__ = ["DateFormat", "formatted", "parsed"]

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_TOKEN = re.compile(r"\\(.)|(y+|m+|d+|H+|I+|M+|S+|s+|u+|U+|e+|E+|p+)|(.)", re.DOTALL)


class DateFormat:
    """A format such as `yyyy-mm-dd`: runs of letters for parts, other characters for themselves."""

    __slots__ = ("parts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts: list[tuple[str, int]] = []
        for escaped, letters, other in _TOKEN.findall(text):
            if letters:
                self.parts.append((letters[0], len(letters)))
            else:
                self.parts.append((escaped or other, 0))


register_class(DateFormat, names["DateFormat"])


def _fields(x: Instant) -> dict[str, int]:
    parts = x.parts()  # type: ignore[attr-defined]
    if isinstance(x, Time):
        return dict(zip("HMSs", parts, strict=False)) | {"y": 0, "m": 1, "d": 1}
    return dict(zip("ymdHMSs", (*parts, 0, 0, 0, 0)[:7], strict=True))


def weekday(x: Instant) -> int:
    """1 for Monday to 7 for Sunday."""
    days = x.count if isinstance(x, Date) else x.count // 86_400_000
    return (days - 1) % 7 + 1


def formatted(x: Instant, form: DateFormat) -> str:
    """The text of a date or time."""
    fields, out = _fields(x), []
    for letter, width in form.parts:
        if not width:
            out.append(letter)
        elif letter == "y":
            digits = f"{fields['y']:0{width}d}"
            out.append(digits[-width:] if width < 4 else digits)
        elif letter in "mdHMS":
            out.append(f"{fields[letter]:0{width}d}")
        elif letter == "I":
            out.append(f"{(fields['H'] - 1) % 12 + 1:0{width}d}")
        elif letter == "s":
            out.append(f"{fields['s']:03d}".rstrip("0").ljust(max(width, 1), "0"))
        elif letter == "p":
            out.append("AM" if fields["H"] < 12 else "PM")
        elif letter in "uU":
            name = MONTHS[fields["m"] - 1]
            out.append(name[:3] if letter == "u" else name)
        else:
            name = WEEKDAYS[weekday(x) - 1]
            out.append(name[:3] if letter == "e" else name)
    return "".join(out)


_DEFAULTS = {"Date": "yyyy-mm-dd", "DateTime": "yyyy-mm-dd\\THH:MM:SS.s", "Time": "HH:MM:SS.s"}
_NAMES = {"y": "yyyy", "m": "mm", "d": "dd"}


def parsed(kind: str, text: str, form: DateFormat | None) -> Instant:
    """The Date, DateTime or Time that a text stands for."""
    standard = form is None
    form = form or DateFormat(_DEFAULTS[kind])
    fields = {"y": 1, "m": 1, "d": 1, "H": 0, "M": 0, "S": 0, "s": 0}
    at = 0
    for k, (letter, width) in enumerate(form.parts):
        if at >= len(text) and (not standard or k > 0) and k:
            break
        if not width:
            if text[at : at + 1] != letter:
                what = f"Delim({letter})"
                raise ArgumentError(
                    f"Unable to parse date time. Expected directive {what} at char {at + 1}"
                )
            at += 1
        else:
            at = _read(letter, width, k, form, text, at, fields)
    if at < len(text):
        raise ArgumentError(
            f"Found extra characters at the end of date time string at char {at + 1}"
        )
    return _made(kind, fields)


def _read(
    letter: str, width: int, k: int, form: DateFormat, text: str, at: int, fields: dict[str, int]
) -> int:
    """Read one part; gives the position after it."""
    if letter in "uUeE":
        found = re.compile(r"[^\W\d]+").match(text, at)
        word = (found[0] if found else "").lower()
        table = MONTHS if letter in "uU" else WEEKDAYS
        places = [i for i, n in enumerate(table, 1) if n.lower() == word or n[:3].lower() == word]
        if not places:
            raise _unreadable(letter, width, at)
        if letter in "uU":
            fields["m"] = places[0]
        return at + len(word)
    if letter == "p":
        half = text[at : at + 2].upper()
        fields["H"] = fields["H"] % 12 + (12 if half == "PM" else 0)
        return at + 2
    fixed = k + 1 < len(form.parts) and form.parts[k + 1][1] > 0
    found = re.compile(rf"\d{{1,{width if fixed else 30}}}").match(text, at)
    if found is None:
        raise _unreadable(letter, width, at)
    if letter == "s":
        fields["s"] = int(found[0][:3].ljust(3, "0"))
    else:
        fields["H" if letter == "I" else letter] = int(found[0])
    return at + len(found[0])


def _unreadable(letter: str, width: int, at: int) -> ArgumentError:
    what = f"DatePart({letter * width})"
    return ArgumentError(f"Unable to parse date time. Expected directive {what} at char {at + 1}")


def _made(kind: str, f: dict[str, int]) -> Instant:
    moment = make_moment(f["y"], f["m"], f["d"], f["H"], f["M"], f["S"], f["s"])
    if kind == "DateTime":
        return moment
    if kind == "Date":
        return Date(moment.count // 86_400_000)
    return Time(moment.count % 86_400_000 * 1_000_000)


def format_of(x: Any) -> DateFormat:
    """A format given as a text or as itself."""
    return x if isinstance(x, DateFormat) else DateFormat(str(x))
