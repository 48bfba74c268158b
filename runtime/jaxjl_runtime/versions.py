"""`VersionNumber`: `v"1.2.3-rc1+build"`, and `VERSION`."""

from __future__ import annotations

import re
from typing import Any

from . import config
from .curried import comparison
from .dispatch import constructor, generic
from .exceptions import ArgumentError, MethodError
from .hashing import HASHERS, julia_hash
from .jl import constant
from .show import prints, shows
from .show_options import Options
from .show_strings import string_text
from .typeof import register_class
from .types_base import names

__all__ = ["VersionNumber"]

_FORM = re.compile(
    r"v?(\d+)(?:\.(\d+))?(?:\.(\d+))?"
    r"(?:(-)|-?((?:[0-9a-z-]+\.)*[0-9a-z-]+))?(?:(\+)|(?:\+((?:[0-9a-z-]+\.)*[0-9a-z-]+)))?$",
    re.I,
)


class VersionNumber:
    """A version: `major.minor.patch`, then what comes before it and which build it is."""

    __slots__ = ("build", "major", "minor", "patch", "prerelease")

    def __init__(
        self,
        major: int,
        minor: int = 0,
        patch: int = 0,
        prerelease: tuple[Any, ...] = (),
        build: tuple[Any, ...] = (),
    ) -> None:
        self.major, self.minor, self.patch = int(major), int(minor), int(patch)
        self.prerelease, self.build = prerelease, build

    def key(self) -> Any:
        """What orders versions: a prerelease comes before its release."""
        before = (0, *map(_part, self.prerelease)) if self.prerelease else (1,)
        return self.major, self.minor, self.patch, before, tuple(map(_part, self.build))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, VersionNumber) and self.key() == other.key()

    def __hash__(self) -> int:
        return hash(self.key())

    def __lt__(self, other: VersionNumber) -> bool:
        return bool(self.key() < other.key())

    def __str__(self) -> str:
        text = f"{self.major}.{self.minor}.{self.patch}"
        if self.prerelease:
            text += "-" + ".".join(map(str, self.prerelease))
        return text + ("+" + ".".join(map(str, self.build)) if self.build else "")


def _part(part: int | str) -> tuple[int, Any]:
    return (1, part) if isinstance(part, str) else (0, part)


def _parts(text: str | None, bare: str | None) -> tuple[Any, ...]:
    if bare:
        return ("",)
    if not text:
        return ()
    return tuple(int(part) if part.isdigit() else part for part in text.split("."))


def version(text: str) -> VersionNumber:
    """The version that a text names."""
    found = _FORM.match(text.strip())
    if found is None:
        raise ArgumentError(f"invalid version string: {text}")
    major, minor, patch, minus, before, plus, build = found.groups()
    return VersionNumber(
        int(major), int(minor or 0), int(patch or 0), _parts(before, minus), _parts(build, plus)
    )


register_class(VersionNumber, names["VersionNumber"])
HASHERS[VersionNumber] = lambda v, h: julia_hash((v.major, v.minor, v.patch), h)


@constructor("VersionNumber")
def _(julia_type: Any, *parts: Any) -> VersionNumber:
    if len(parts) == 1 and isinstance(parts[0], str):
        return version(parts[0])
    return VersionNumber(*parts)


@shows(VersionNumber)
def _(x: VersionNumber, options: Options) -> str:
    return "v" + string_text(str(x))


@prints(VersionNumber)
def _(x: VersionNumber, options: Options) -> str:
    return str(x)


def _ordered(name: str, compare: Any) -> None:
    @comparison(name, VersionNumber)
    def _(a: Any, b: Any) -> bool:
        if not (isinstance(a, VersionNumber) and isinstance(b, VersionNumber)):
            raise MethodError(generic("isless"), (a, b))
        return bool(compare(a.key(), b.key()))


_ordered("<", lambda a, b: a < b)
_ordered("<=", lambda a, b: a <= b)
_ordered(">", lambda a, b: a > b)
_ordered(">=", lambda a, b: a >= b)
_ordered("isless", lambda a, b: a < b)


@comparison("==", VersionNumber)
def _(a: Any, b: Any) -> bool:
    return isinstance(a, VersionNumber) and a == b


constant("VERSION", VersionNumber(*config.JULIA, 3 if config.JULIA == (1, 5) else 0))
