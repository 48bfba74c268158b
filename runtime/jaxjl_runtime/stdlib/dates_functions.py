"""The functions of `Dates`: construction, queries, adjusters, arithmetic, text."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from ..curried import comparison
from ..dispatch import base, constructor, generic
from ..exceptions import ArgumentError, MethodError
from ..hashing import HASHERS, julia_hash
from ..show import displays, prints, shows
from ..show_options import Options
from ..types import type_of_type
from ..types_base import names
from .dates_format import MONTHS, WEEKDAYS, DateFormat, format_of, formatted, parsed, weekday
from .dates_values import (
    MS_OF_DAY,
    NS_OF_DAY,
    PERIODS,
    CompoundPeriod,
    Date,
    DateTime,
    Instant,
    Period,
    Time,
    calendar_of,
    days_in_month,
    days_of,
    is_leap,
    make_moment,
    plus,
)

MODULE = "Dates"
UNIX_EPOCH = 62_135_683_200_000
# ------------------------------------------------------------------------------ construction


def _moment(kind: str, args: tuple[Any, ...], form: Any) -> Instant:
    if args and isinstance(args[0], str):
        given = args[1] if len(args) > 1 else form
        return parsed(kind, args[0], None if given is None else format_of(given))
    if args and isinstance(args[0], Period):
        order = ("Year", "Month", "Day", "Hour", "Minute", "Second", "Millisecond")
        values = {type(p).__name__: p.value for p in args}
        last = max(order.index(name) for name in values)
        args = tuple(values.get(name, int(i in (1, 2))) for i, name in enumerate(order[: last + 1]))
    return make_moment(*map(int, args))


@constructor("Date")
def _(julia_type: Any, *args: Any) -> Date:
    if len(args) == 1 and isinstance(args[0], Date):
        return args[0]
    if len(args) == 1 and isinstance(args[0], DateTime):
        return Date(args[0].count // MS_OF_DAY)
    made = _moment("Date", args, None)
    return made if isinstance(made, Date) else Date(made.count // MS_OF_DAY)


@constructor("DateTime")
def _(julia_type: Any, *args: Any) -> DateTime:
    if len(args) == 1 and isinstance(args[0], DateTime):
        return args[0]
    if args and isinstance(args[0], Date):
        clock = args[1].count // 1_000_000 if len(args) > 1 else 0
        return DateTime(args[0].count * MS_OF_DAY + clock)
    made = _moment("DateTime", args, None)
    assert isinstance(made, DateTime)
    return made


@constructor("Time")
def _(julia_type: Any, *args: Any) -> Time:
    if len(args) == 1 and isinstance(args[0], DateTime):
        return Time(args[0].count % MS_OF_DAY * 1_000_000)
    if args and isinstance(args[0], str):
        made = _moment("Time", args, None)
        assert isinstance(made, Time)
        return made
    units = (3_600_000_000_000, 60_000_000_000, 1_000_000_000, 1_000_000, 1_000, 1)
    count = 0
    for part, unit, limit in zip(args, units, (24, 60, 60, 1000, 1000, 1000), strict=False):
        if not 0 <= int(part) < limit:
            raise ArgumentError(f"Time: {int(part)} out of range (0:{limit - 1})")
        count += int(part) * unit
    return Time(count)


def _period_constructor(name: str, cls: type[Period]) -> None:
    @constructor(name)
    def _(julia_type: Any, x: Any = 1) -> Period:
        if isinstance(x, Period):
            whole, rest = divmod(x.amount, cls.scale)
            if rest or x.in_months != cls.in_months:
                raise MethodError(julia_type, (x,))
            return cls(whole)
        if isinstance(x, Instant):
            return cls(generic(name.lower(), MODULE)(x))
        return cls(x)


for _name, _cls in PERIODS.items():
    _period_constructor(_name, _cls)
constructor("DateFormat")(lambda julia_type, text, *_: DateFormat(str(text)))
constructor("CompoundPeriod")(lambda _, *parts: CompoundPeriod(list(parts)))


@base("now", module=MODULE)
def _(*zone: Any) -> DateTime:
    x = datetime.datetime.now()
    ms = x.microsecond // 1000
    return make_moment(x.year, x.month, x.day, x.hour, x.minute, x.second, ms)


@base("today", module=MODULE)
def _() -> Date:
    return Date(datetime.date.today().toordinal())


@base("datetime2unix", module=MODULE)
def _(x: DateTime) -> float:
    return (x.count - UNIX_EPOCH) / 1000


@base("unix2datetime", module=MODULE)
def _(seconds: Any) -> DateTime:
    return DateTime(UNIX_EPOCH + round(float(seconds) * 1000))


# ------------------------------------------------------------------------------ queries


def _days(x: Instant) -> int:
    return x.count if isinstance(x, Date) else x.count // MS_OF_DAY


def _query(name: str, call: Callable[[Any], Any]) -> None:
    base(name, module=MODULE)(call)


def _part(position: int, clock: int | None = None) -> Callable[[Instant], int]:
    def get(x: Instant) -> int:
        if isinstance(x, Time):
            return x.parts()[clock] if clock is not None else 0
        parts = x.parts()  # type: ignore[attr-defined]
        return parts[position] if position < len(parts) else 0

    return get


for _k, _name in enumerate(("year", "month", "day")):
    _query(_name, _part(_k))
for _k, _name in enumerate(("hour", "minute", "second", "millisecond")):
    _query(_name, _part(_k + 3, _k))
_query("microsecond", lambda x: x.parts()[4] if isinstance(x, Time) else 0)
_query("nanosecond", lambda x: x.parts()[5] if isinstance(x, Time) else 0)


def _week(x: Instant) -> int:
    days = _days(x)
    thursday = days - weekday(x) + 4
    return (thursday - days_of(calendar_of(thursday)[0], 1, 1)) // 7 + 1


def _ymd(x: Instant) -> tuple[int, int, int]:
    return calendar_of(_days(x))


def _quarter_start(x: Instant) -> int:
    year, month, _ = _ymd(x)
    return days_of(year, (month - 1) // 3 * 3 + 1, 1)


_query("dayofmonth", lambda x: _ymd(x)[2])
_query("yearmonth", lambda x: _ymd(x)[:2])
_query("monthday", lambda x: _ymd(x)[1:])
_query("yearmonthday", _ymd)
_query("dayofweek", weekday)
_query("dayname", lambda x: WEEKDAYS[(x if isinstance(x, int) else weekday(x)) - 1])
_query("dayabbr", lambda x: WEEKDAYS[(x if isinstance(x, int) else weekday(x)) - 1][:3])
_query("monthname", lambda x: MONTHS[(x if isinstance(x, int) else _ymd(x)[1]) - 1])
_query("monthabbr", lambda x: MONTHS[(x if isinstance(x, int) else _ymd(x)[1]) - 1][:3])
_query("dayofyear", lambda x: _days(x) - days_of(_ymd(x)[0], 1, 1) + 1)
_query("isleapyear", lambda x: is_leap(x if isinstance(x, int) else _ymd(x)[0]))
_query("daysinyear", lambda x: 365 + is_leap(x if isinstance(x, int) else _ymd(x)[0]))
_query("week", _week)
_query("quarterofyear", lambda x: (_ymd(x)[1] + 2) // 3)
_query("quarter", lambda x: (_ymd(x)[1] + 2) // 3)
_query("dayofquarter", lambda x: _days(x) - _quarter_start(x) + 1)
_query("value", lambda x: x.value if isinstance(x, Period) else x.count)
_query("days", lambda x: x.amount // NS_OF_DAY if isinstance(x, Period) else _days(x))
_query("toms", lambda x: x.amount // 1_000_000)
_query("dayofweekofmonth", lambda x: (_ymd(x)[2] - 1) // 7 + 1)


@base("daysinmonth", module=MODULE)
def _(x: Any, *month: int) -> int:
    return days_in_month(x, month[0]) if month else days_in_month(*_ymd(x)[:2])


def _adjuster(name: str, place: Callable[[int, int, int, int], int]) -> None:
    @base(name, module=MODULE)
    def _(x: Instant) -> Instant:
        days = place(*_ymd(x), _days(x))
        return Date(days) if isinstance(x, Date) else DateTime(days * MS_OF_DAY)


_adjuster("firstdayofmonth", lambda y, m, d, n: n - d + 1)
_adjuster("lastdayofmonth", lambda y, m, d, n: n - d + days_in_month(y, m))
_adjuster("firstdayofyear", lambda y, m, d, n: days_of(y, 1, 1))
_adjuster("lastdayofyear", lambda y, m, d, n: days_of(y, 12, 31))
_adjuster("firstdayofweek", lambda y, m, d, n: n - (n - 1) % 7)
_adjuster("lastdayofweek", lambda y, m, d, n: n - (n - 1) % 7 + 6)
_adjuster("firstdayofquarter", lambda y, m, d, n: days_of(y, (m - 1) // 3 * 3 + 1, 1))
_adjuster(
    "lastdayofquarter",
    lambda y, m, d, n: days_of(y, (m - 1) // 3 * 3 + 3, days_in_month(y, (m - 1) // 3 * 3 + 3)),
)


def _search(name: str, sign: int) -> None:
    @base(name, module=MODULE)
    def _(a: Any, b: Any = None, *, step: Any = None, same: bool = False, **_: Any) -> Any:
        day = PERIODS["Day"](sign) if step is None else step
        date, test = (b, a) if callable(a) else (a, lambda d: weekday(d) == int(b))
        date = date if same else plus(date, day, 1)
        while not test(date):
            date = plus(date, day, 1)
        return date


_search("tonext", 1)
_search("toprev", -1)


@base("format", module=MODULE)
def _(x: Instant, form: Any, *locale: Any) -> str:
    return formatted(x, format_of(form))


@base("canonicalize", module=MODULE)
def _(x: Any) -> CompoundPeriod:
    periods = x.periods if isinstance(x, CompoundPeriod) else [x]
    months = sum(p.amount for p in periods if p.in_months)
    left = sum(p.amount for p in periods if not p.in_months)
    made: list[Period] = []
    for name, cls in PERIODS.items():
        if name == "Quarter":
            continue
        total = months if cls.in_months else left
        whole = abs(total) // cls.scale * (1 if total >= 0 else -1)
        made.append(cls(whole))
        if cls.in_months:
            months -= whole * cls.scale
        else:
            left -= whole * cls.scale
    return CompoundPeriod(made)


# ------------------------------------------------------------------------------ arithmetic


def _joined(a: Any, b: Any, sign: int) -> Any:
    if isinstance(a, Period) and type(a) is type(b):
        return type(a)(a.value + sign * b.value)
    left = a.periods if isinstance(a, CompoundPeriod) else [a]
    right = b.periods if isinstance(b, CompoundPeriod) else [b]
    return CompoundPeriod([*left, *[type(p)(sign * p.value) for p in right]])


def _shifted(x: Instant, by: Any, sign: int) -> Instant:
    for period in by.periods if isinstance(by, CompoundPeriod) else [by]:
        x = plus(x, period, sign)
    return x


_KINDS = (Instant, Period, CompoundPeriod)


@base("+", *_KINDS, at=(0, 1))
def _(*parts: Any) -> Any:
    total = parts[0]
    for part in parts[1:]:
        if isinstance(total, Instant) and isinstance(part, Period | CompoundPeriod):
            total = _shifted(total, part, 1)
        elif isinstance(part, Instant) and isinstance(total, Period | CompoundPeriod):
            total = _shifted(part, total, 1)
        elif isinstance(total, Date) and isinstance(part, Time):
            total = DateTime(total.count * MS_OF_DAY + part.count // 1_000_000)
        elif isinstance(part, Period | CompoundPeriod) and not isinstance(total, int | float):
            total = _joined(total, part, 1)
        else:
            raise MethodError(generic("+"), parts)
    return total


@base("-", *_KINDS, at=(0, 1))
def _(a: Any, *b: Any) -> Any:
    if not b:
        return type(a)(-a.value)
    other = b[0]
    if isinstance(a, Instant) and type(a) is type(other):
        unit = {Date: "Day", DateTime: "Millisecond", Time: "Nanosecond"}[type(a)]
        return PERIODS[unit](a.count - other.count)
    if isinstance(a, Instant) and isinstance(other, Period | CompoundPeriod):
        return _shifted(a, other, -1)
    if isinstance(a, Period | CompoundPeriod) and isinstance(other, Period | CompoundPeriod):
        return _joined(a, other, -1)
    raise MethodError(generic("-"), (a, other))


@base("*", Period, at=(0, 1))
def _(a: Any, b: Any) -> Any:
    period, factor = (a, b) if isinstance(a, Period) else (b, a)
    return type(period)(generic("convert")(names["Int64"], generic("*")(period.value, factor)))


def _divided(name: str) -> None:
    @base(name, Period)
    def _(a: Period, b: Any) -> Any:
        function = generic(name)
        if isinstance(b, Period):
            if type(a) is type(b):
                left, right = a.value, b.value
            else:
                left, right = a.amount, b.amount
            found = function(left, right)
            smaller = type(a) if a.scale <= b.scale else type(b)
            return smaller(found) if name in ("rem", "mod") else found
        return type(a)(generic("convert")(names["Int64"], function(a.value, b)))


for _name in ("/", "div", "rem", "mod", "fld", "cld"):
    _divided(_name)


def _key(x: Any, y: Any) -> Any:
    if isinstance(x, Period) and isinstance(y, Period) and x.in_months == y.in_months:
        return x.amount, y.amount
    if isinstance(x, Instant) and type(x) is type(y):
        return x.count, y.count
    pair = {type(x), type(y)}
    if pair == {Date, DateTime}:
        return tuple(v.count * MS_OF_DAY if isinstance(v, Date) else v.count for v in (x, y))
    raise MethodError(generic("isless"), (x, y))


def _ordered(name: str, compare: Callable[[Any, Any], bool]) -> None:
    @comparison(name, Instant, Period)
    def _(a: Any, b: Any) -> bool:
        return compare(*_key(a, b))


_ordered("<", lambda a, b: a < b)
_ordered("<=", lambda a, b: a <= b)
_ordered(">", lambda a, b: a > b)
_ordered(">=", lambda a, b: a >= b)
_ordered("isless", lambda a, b: a < b)
for _name in ("==", "isequal"):

    @comparison(_name, Instant, Period, CompoundPeriod)
    def _(a: Any, b: Any) -> bool:
        if {type(a), type(b)} == {Date, DateTime}:
            x, y = _key(a, b)
            return bool(x == y)
        return bool(a == b)


def _unit(name: str, value: int) -> None:
    base(name, Period)(lambda x: type(x)(value))
    for cls in PERIODS.values():
        julia = type_of_type(names[cls.__name__])
        base(name, julia)(lambda t: PERIODS[t.name.name](value))


_unit("zero", 0)
_unit("oneunit", 1)
base("one", Period)(lambda x: 1)
base("abs", Period)(lambda x: type(x)(abs(x.value)))
base("sign", Period)(lambda x: (x.value > 0) - (x.value < 0))
base("iszero", Period)(lambda x: x.value == 0)
HASHERS[Instant] = lambda x, h: julia_hash(x.count, h)
HASHERS[Period] = lambda x, h: julia_hash(x.amount, h)


def _rounded(name: str) -> None:
    @base(name, Instant)
    def _(x: Instant, unit: Any, *mode: Any) -> Any:
        period = unit if isinstance(unit, Period) else PERIODS[unit.name.name](1)
        low = _floor(x, period)
        if name in ("floor", "trunc") or low == x:
            return low
        high = plus(low, period, 1)
        if name == "ceil":
            return high
        return low if x.count - low.count < high.count - x.count else high


def _floor(x: Instant, period: Period) -> Instant:
    if period.in_months:
        year, month, _ = _ymd(x)
        index = (year * 12 + month - 1) // period.amount * period.amount
        days = days_of(index // 12, index % 12 + 1, 1)
        return Date(days) if isinstance(x, Date) else DateTime(days * MS_OF_DAY)
    unit = NS_OF_DAY if isinstance(x, Date) else 1 if isinstance(x, Time) else 1_000_000
    size = max(period.amount // unit, 1)
    start = 1 if isinstance(period, PERIODS["Week"]) else 0
    offset = start * (NS_OF_DAY // unit)
    return type(x)((x.count - offset) // size * size + offset)


for _name in ("floor", "ceil", "round", "trunc"):
    _rounded(_name)


# ------------------------------------------------------------------------------ text


@shows(Date, DateTime)
def _(x: Instant, options: Options) -> str:
    return f'{type(x).__name__}("{x}")'


@shows(Time)
def _(x: Time, options: Options) -> str:
    parts = list(x.parts())
    while len(parts) > 1 and parts[-1] == 0:
        parts.pop()
    return f"Time({', '.join(map(str, parts))})"


@shows(Period)
def _(x: Period, options: Options) -> str:
    return f"{type(x).__name__}({x.value})"


@shows(CompoundPeriod)
def _(x: CompoundPeriod, options: Options) -> str:
    return str(x)


for _form in (prints, displays):
    _form(Instant, Period)(lambda x, options: str(x))


@shows(DateFormat)
def _(x: DateFormat, options: Options) -> str:
    return f'dateformat"{x.text}"'
