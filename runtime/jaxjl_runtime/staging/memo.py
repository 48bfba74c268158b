"""The types that the variables of a loop settled on: so a nest is traced in linear time."""

from __future__ import annotations

from typing import Any

from .spec import Same, Spec

__all__ = ["Memo"]


class Memo:
    """Settled specs by the loop's code and the specs on entry, with objects made anonymous."""

    def __init__(self) -> None:
        self.known: dict[Any, list[Spec]] = {}

    def recall(self, key: Any, entry: list[Spec]) -> list[Spec]:
        """The settled specs of a loop that was entered like this before, else those on entry."""
        objects: dict[Any, int] = {}
        settled = self.known.get((key, tuple(_anonymous(s, objects) for s in entry)))
        if settled is None:
            return list(entry)
        back = {number: same for same, number in objects.items()}
        return [_named(spec, back) for spec in settled]

    def store(self, key: Any, entry: list[Spec], settled: list[Spec]) -> None:
        """Remember what a loop settled on."""
        objects: dict[Any, int] = {}
        anonymous = tuple(_anonymous(s, objects) for s in entry)
        known = len(objects)
        result = [_anonymous(s, objects) for s in settled]
        if len(objects) == known:  # no object that only this run knows
            self.known[key, anonymous] = result


def _anonymous(spec: Spec, objects: dict[Any, int]) -> Spec:
    return tuple(
        ("#", objects.setdefault(part, len(objects)))
        if isinstance(part, Same)
        else _anonymous(part, objects)
        if isinstance(part, tuple) and part and isinstance(part[0], str)
        else part
        for part in spec
    )


def _named(spec: Spec, objects: dict[int, Any]) -> Spec:
    return tuple(
        objects[part[1]]
        if isinstance(part, tuple) and part and part[0] == "#"
        else _named(part, objects)
        if isinstance(part, tuple) and part and isinstance(part[0], str)
        else part
        for part in spec
    )
