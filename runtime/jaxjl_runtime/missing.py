"""Julia's `missing`, and `Some`."""

from __future__ import annotations

from typing import Any

__all__ = ["Missing", "Some", "missing"]


class Missing:
    """The class of `missing`, which has one instance."""

    __slots__ = ()
    _instance: Missing | None = None

    def __new__(cls) -> Missing:
        if cls._instance is None:
            cls._instance = object.__new__(cls)
        return cls._instance

    def __reduce__(self) -> tuple[type[Missing], tuple[()]]:
        return Missing, ()

    def __repr__(self) -> str:
        return "missing"

    def __bool__(self) -> bool:
        from .exceptions import TypeError_

        raise TypeError_("if", "", bool, self)

    def _absorb(self, *_: Any) -> Missing:
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _absorb
    __truediv__ = __rtruediv__ = __pow__ = __rpow__ = __neg__ = __pos__ = _absorb
    __mod__ = __rmod__ = __floordiv__ = __rfloordiv__ = __invert__ = _absorb
    __lt__ = __le__ = __gt__ = __ge__ = _absorb

    def __eq__(self, other: object) -> Any:
        return self

    def __ne__(self, other: object) -> Any:
        return self

    def __hash__(self) -> int:
        return hash(Missing)

    def __and__(self, other: Any) -> Any:
        return False if other is False else self

    def __or__(self, other: Any) -> Any:
        return True if other is True else self

    __rand__ = __and__
    __ror__ = __or__


missing = Missing()


class Some:
    """Julia's `Some(value)`: a wrapped value, which may be `nothing`."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Some) and bool(self.value == other.value)

    def __hash__(self) -> int:
        return hash((Some, self.value))
