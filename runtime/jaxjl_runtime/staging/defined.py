"""Variables that may be unset."""

from __future__ import annotations

from typing import Any

from ..cell import nested
from ..exceptions import UndefVarError
from ..symbols import Symbol
from .exits import UNDEF

__all__ = ["MaybeDefined", "UndefinedInRegion", "defined", "is_defined"]


class UndefinedInRegion(UndefVarError):
    """An unset variable was read while a region was traced: another pass may know it."""


class MaybeDefined:
    """The value of a variable that is set on some paths only; `flag` is a traced Bool."""

    __slots__ = ("flag", "value")

    def __init__(self, flag: Any, value: Any) -> None:
        self.flag = flag
        self.value = value


def defined(value: Any, name: str) -> Any:
    """The value of the variable, or Julia's `UndefVarError`."""
    if value is UNDEF:
        cls = UndefVarError if not nested() else UndefinedInRegion
        raise cls(Symbol(name))
    if type(value) is MaybeDefined:
        from .checks import check

        check(value.flag, lambda: UndefVarError(Symbol(name)))
        return value.value
    return value


def is_defined(value: Any) -> Any:
    """`@isdefined x` of a local variable."""
    if type(value) is MaybeDefined:
        from ..numbers import JaxNumber

        return JaxNumber(value.flag)
    return value is not UNDEF
