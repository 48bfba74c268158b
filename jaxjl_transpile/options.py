"""The options of a compilation: one frozen record, filled from `[tool.jaxjl]`, the environment
and flags.
"""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any


class OptionError(ValueError):
    """An option that jaxjl does not know, or a value that it cannot take."""


@dataclass(frozen=True, slots=True)
class Options:
    """What changes the generated code.

    `julia`: the version whose trees and printed forms are followed. `user_macros`: whether macros
    that a file defines may run in this process.
    """

    julia: tuple[int, int] = (1, 10)
    user_macros: bool = True


def parse_version(text: str) -> tuple[int, int]:
    """`"1.5"` as `(1, 5)`. Raises OptionError."""
    major, _, minor = text.partition(".")
    try:
        return int(major), int(minor or 0)
    except ValueError:
        raise OptionError(f"not a version of Julia: {text!r} (write 1.5 or 1.10)") from None


def load_options(folder: Path | None = None, **flags: Any) -> Options:
    """The options in force for a folder: its project's `[tool.jaxjl]`, then `JAXJL_*`, then the
    flags that are not None.
    """
    options = _from_table(Options(), _project_table(folder or Path.cwd()))
    if version := os.environ.get("JAXJL_JULIA"):
        options = replace(options, julia=parse_version(version))
    return _from_table(options, {name: value for name, value in flags.items() if value is not None})


def _from_table(options: Options, table: Mapping[str, Any]) -> Options:
    known = [f.name for f in fields(Options)]
    values: dict[str, Any] = {}
    for key, value in table.items():
        name = key.replace("-", "_")
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            raise OptionError(f"unknown option {key!r}{hint}")
        values[name] = parse_version(value) if name == "julia" and isinstance(value, str) else value
    return replace(options, **values)


def _project_table(folder: Path) -> Mapping[str, Any]:
    for parent in [folder, *folder.parents]:
        project = parent / "pyproject.toml"
        if project.is_file():
            try:
                table = tomllib.loads(project.read_text(encoding="utf-8"))
            except (OSError, tomllib.TOMLDecodeError) as error:
                raise OptionError(f"{project}: {error}") from None
            found: Mapping[str, Any] = table.get("tool", {}).get("jaxjl", {})
            return found
    return {}
