"""The values of `Dates`: dates, times, periods, and their calendar."""

from __future__ import annotations

from typing import Any, ClassVar

from ..dispatch import generic
from ..exceptions import ArgumentError
from ..typeof import register_class
from ..types_base import declare_type, names

__all__ = ["PERIODS", "CompoundPeriod", "Date", "DateTime", "Instant", "Period", "Time", "days_of"]

_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
MS_OF_DAY = 86_400_000
NS_OF_DAY = MS_OF_DAY * 1_000_000


def is_leap(year: int) -> bool:
    """Whether the year has a 29th of February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """The length of a month."""
    return 29 if month == 2 and is_leap(year) else _MONTH_DAYS[month - 1]


def days_of(year: int, month: int, day: int) -> int:
    """The number of a day: 1 is the first of January of the year 1."""
    y, m = (year - 1, month + 12) if month < 3 else (year, month)
    return day + (153 * m - 457) // 5 + 365 * y + y // 4 - y // 100 + y // 400 - 306


def calendar_of(days: int) -> tuple[int, int, int]:
    """Year, month and day of a day's number."""
    z = days + 306
    h = 100 * z - 25
    a = h // 3652425
    b = a - a // 4
    y = (100 * b + h) // 36525
    c = b + z - 365 * y - y // 4
    m = (5 * c + 456) // 153
    d = c - (153 * m - 457) // 5
    return (y + 1, m - 12, d) if m > 12 else (y, m, d)


def _operator(name: str, swapped: bool = False) -> Any:
    function = generic(name)
    if swapped:
        return lambda self, other: function(other, self)
    return lambda self, other: function(self, other)


class _Operators:
    """Python's operators are Julia's functions."""

    __slots__ = ()
    __add__, __sub__, __mul__ = _operator("+"), _operator("-"), _operator("*")
    __radd__, __rmul__ = _operator("+", True), _operator("*", True)
    __truediv__, __lt__, __le__ = _operator("/"), _operator("<"), _operator("<=")
    __gt__, __ge__ = _operator(">"), _operator(">=")


class Period(_Operators):
    """A number of units. `scale` counts nanoseconds, or months where `in_months`."""

    __slots__ = ("value",)
    unit: ClassVar[str] = ""
    scale: ClassVar[int] = 1
    in_months: ClassVar[bool] = False

    def __init__(self, value: Any) -> None:
        self.value = int(value)

    @property
    def amount(self) -> int:
        """The nanoseconds, or months."""
        return self.value * self.scale

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Period):
            return False
        if self.in_months != other.in_months:
            return self.value == other.value == 0
        return self.amount == other.amount

    def __hash__(self) -> int:
        return hash((self.in_months, self.amount))

    def __str__(self) -> str:
        return f"{self.value} {self.unit}{'' if self.value in (1, -1) else 's'}"


PERIODS: dict[str, type[Period]] = {}
_NS = {
    "Week": 7 * NS_OF_DAY, "Day": NS_OF_DAY, "Hour": 3_600_000_000_000, "Minute": 60_000_000_000,
    "Second": 1_000_000_000, "Millisecond": 1_000_000, "Microsecond": 1_000, "Nanosecond": 1,
}  # fmt: skip


def _declare() -> None:
    if "Quarter" not in names:
        declare_type("Dates struct Quarter <: DatePeriod | value::Int64")
    declare_type("Dates struct CompoundPeriod <: AbstractTime | periods::Array{Period,1}")
    for name, months in (("Year", 12), ("Quarter", 3), ("Month", 1)):
        body = {"unit": name.lower(), "scale": months, "in_months": True, "__slots__": ()}
        PERIODS[name] = type(name, (Period,), body)
    for name, scale in _NS.items():
        body = {"unit": name.lower(), "scale": scale, "__slots__": ()}
        PERIODS[name] = type(name, (Period,), body)
    for name, cls in PERIODS.items():
        register_class(cls, names[name])


class CompoundPeriod(_Operators):
    """A sum of periods of several units, the longest first."""

    __slots__ = ("periods",)

    def __init__(self, periods: list[Period]) -> None:
        sums: dict[type, int] = {}
        for period in periods:
            sums[type(period)] = sums.get(type(period), 0) + period.value
        order = list(PERIODS.values())
        kept = [cls(value) for cls, value in sums.items() if value]
        self.periods = sorted(kept, key=lambda p: order.index(type(p)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CompoundPeriod) and self.periods == other.periods

    def __hash__(self) -> int:
        return hash(tuple(self.periods))

    def __str__(self) -> str:
        return ", ".join(map(str, self.periods)) or "empty period"


class Instant(_Operators):
    """A date, a date with a time, or a time of day: `count` units since their beginning."""

    __slots__ = ("count",)

    def __init__(self, count: int) -> None:
        self.count = count

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.count == other.count  # type: ignore[attr-defined]

    def __hash__(self) -> int:
        return hash((type(self), self.count))


class Date(Instant):
    """A day; `count` is its number."""

    __slots__ = ()

    def parts(self) -> tuple[int, ...]:
        """Year, month, day."""
        return calendar_of(self.count)

    def __str__(self) -> str:
        y, m, d = calendar_of(self.count)
        return f"{y:04d}-{m:02d}-{d:02d}"


class DateTime(Instant):
    """A moment; `count` is milliseconds."""

    __slots__ = ()

    def parts(self) -> tuple[int, ...]:
        """Year, month, day, hour, minute, second, millisecond."""
        days, ms = divmod(self.count, MS_OF_DAY)
        return (*calendar_of(days), *_clock(ms))

    def __str__(self) -> str:
        y, m, d, hour, minute, second, ms = self.parts()
        text = f"{y:04d}-{m:02d}-{d:02d}T{hour:02d}:{minute:02d}:{second:02d}"
        return text + (f".{ms:03d}".rstrip("0") if ms else "")


class Time(Instant):
    """A time of day; `count` is nanoseconds."""

    __slots__ = ()

    def parts(self) -> tuple[int, ...]:
        """Hour, minute, second, millisecond, microsecond, nanosecond."""
        ms, below = divmod(self.count, 1_000_000)
        return (*_clock(ms), *divmod(below, 1000))

    def __str__(self) -> str:
        hour, minute, second, *below = self.parts()
        text = f"{hour:02d}:{minute:02d}:{second:02d}"
        digits = "".join(f"{part:03d}" for part in below)
        while digits.endswith("000"):
            digits = digits[:-3]
        return f"{text}.{digits}" if digits else text


def _clock(ms: int) -> tuple[int, int, int, int]:
    seconds, ms = divmod(ms, 1000)
    minutes, second = divmod(seconds, 60)
    return minutes // 60, minutes % 60, second, ms


_declare()
for _cls in (Date, DateTime, Time):
    register_class(_cls, names[_cls.__name__])
register_class(CompoundPeriod, names["CompoundPeriod"])

_RANGES = (
    ("Month", 1, 12), ("Day", 1, 31), ("Hour", 0, 23), ("Minute", 0, 59), ("Second", 0, 59),
    ("Millisecond", 0, 999),
)  # fmt: skip


def make_moment(year: int, *rest: int) -> DateTime:
    """The DateTime of its parts, which are checked."""
    parts = [*rest, *(1, 1, 0, 0, 0, 0)[len(rest) :]]
    for (name, low, high), part in zip(_RANGES, parts, strict=True):
        top = days_in_month(year, parts[0]) if name == "Day" else high
        if not low <= part <= top:
            raise ArgumentError(f"{name}: {part} out of range ({low}:{top})")
    month, day, hour, minute, second, ms = parts
    clock = ((hour * 60 + minute) * 60 + second) * 1000 + ms
    return DateTime(days_of(year, month, day) * MS_OF_DAY + clock)


def plus(x: Instant, period: Period, sign: int) -> Instant:
    """The instant that many units later or earlier."""
    amount = period.amount * sign
    if isinstance(x, Time):
        return Time((x.count + amount) % NS_OF_DAY)
    if not period.in_months:
        return type(x)(x.count + amount // (NS_OF_DAY if isinstance(x, Date) else 1_000_000))
    days, ms = (x.count, 0) if isinstance(x, Date) else divmod(x.count, MS_OF_DAY)
    year, month, day = calendar_of(days)
    year, month = divmod(year * 12 + month - 1 + amount, 12)
    days = days_of(year, month + 1, min(day, days_in_month(year, month + 1)))
    return Date(days) if isinstance(x, Date) else DateTime(days * MS_OF_DAY + ms)
