"""What Base, Core and the standard libraries export, as real Julia said (`exports.json`)."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from importlib.util import find_spec


@cache
def _table() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    found = {}
    for source in ("exports.json", "packages.json"):
        text = files(__package__).joinpath(source).read_text(encoding="utf-8")
        for name, entry in json.loads(text).items():
            found[name] = frozenset(entry["exports"]), frozenset(entry["modules"])
    return found


def is_library(name: str) -> bool:
    """Whether a module of this (dotted) name is Base, Core, a library, or a module inside one."""
    return name in _table()


@cache
def is_supported(name: str) -> bool:
    """Whether the runtime has (a part of) the library that a dotted module name begins with."""
    first = name.split(".")[0]
    if first in ("Base", "Core", "Main"):
        return True
    home = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", first).lower()
    return find_spec(f"jaxjl_runtime.stdlib.{home}") is not None


def is_standard(name: str) -> bool:
    """Whether a library comes with Julia: no file of that name beside the program hides it."""
    return name in _table() and name not in _packages()


@cache
def _packages() -> frozenset[str]:
    text = files(__package__).joinpath("packages.json").read_text(encoding="utf-8")
    return frozenset(json.loads(text))


def exports(name: str) -> frozenset[str]:
    """The names that a library's module exports."""
    entry = _table().get(name)
    return entry[0] if entry else frozenset()


def submodule(name: str, inner: str) -> str | None:
    """The full name of a module inside a library's module, or None."""
    full = f"{name}.{inner}"
    if full in _table():
        return full
    if name == "Core" and inner == "Intrinsics":
        return full
    return None
