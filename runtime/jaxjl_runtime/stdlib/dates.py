"""Julia's `Dates`: `Date DateTime Time`, periods, their arithmetic, queries and formats."""

from __future__ import annotations

from typing import Any

from ..dispatch import registered
from ..names import julia_name
from ..types_base import names
from . import dates_functions  # noqa: F401 - it registers the functions
from .dates_format import MONTHS, WEEKDAYS, DateFormat
from .dates_values import PERIODS

_TYPES = frozenset(
    {
        *PERIODS, "Date", "DateTime", "Time", "Period", "CompoundPeriod", "DateFormat", "TimeType",
        "DatePeriod", "TimePeriod", "AbstractTime", "AbstractDateTime",
    }
)  # fmt: skip
_CONSTANTS: dict[str, Any] = {"ISODateFormat": DateFormat("yyyy-mm-dd")}
for _table in (WEEKDAYS, MONTHS):
    for _number, _name in enumerate(_table, 1):
        _CONSTANTS[_name] = _CONSTANTS[_name[:3]] = _number
_CONSTANTS["RFC1123Format"] = DateFormat("e, dd u yyyy HH:MM:SS")


def __getattr__(name: str) -> Any:
    julia = julia_name(name)
    if julia in _CONSTANTS:
        return _CONSTANTS[julia]
    if julia in _TYPES:
        return names[julia]
    found = registered(julia, "Dates")
    if found is None:
        raise AttributeError(f"Dates has no {julia}")
    return found
