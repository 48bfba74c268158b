"""The corpus: Julia programs, each with what real Julia printed for it.

A program may carry directives in comments:

    #: tolerance 1e-4                        numbers compare with this relative tolerance
    #: differentiable f([0.5, 1.0], 2.0)     checked under jit, vmap and grad (first argument)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
_DIRECTIVE = re.compile(r"^#:[ ]*(\w+)[ ]*(.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Program:
    """One program of the corpus."""

    path: Path

    @property
    def name(self) -> str:
        """Its path below the corpus, without the suffix."""
        return self.path.relative_to(CORPUS).with_suffix("").as_posix()

    @cached_property
    def directives(self) -> list[tuple[str, str]]:
        """Its `#:` lines as (word, rest)."""
        return _DIRECTIVE.findall(self.path.read_text(encoding="utf-8"))

    @property
    def tolerance(self) -> float:
        """The relative tolerance for numbers."""
        return next((float(rest) for word, rest in self.directives if word == "tolerance"), 1e-10)

    @property
    def differentiable(self) -> list[tuple[str, str]]:
        """(function, Python text of its arguments) of each `differentiable` directive."""
        found = []
        for word, rest in self.directives:
            if word == "differentiable":
                name, _, arguments = rest.strip().partition("(")
                found.append((name, arguments.rstrip(")")))
        return found

    @property
    def expected_path(self) -> Path:
        """Where real Julia's output is kept."""
        return self.path.with_suffix(".out")


def programs() -> list[Program]:
    """Every program that has an expected output: files below a `package` folder belong to their
    main file.
    """
    found = sorted(p for p in CORPUS.rglob("*.jl") if p.with_suffix(".out").exists())
    return [Program(path) for path in found]
