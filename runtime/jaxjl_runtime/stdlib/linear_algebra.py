"""Julia's `LinearAlgebra`: the names that generated code reads from this module.

The functions are in `linalg_basic.py` (products, norms, parts), `linalg_structured.py` (`Diagonal`,
`Symmetric`, triangles, bands, `I`) and `linalg_factor.py` (solving, factorisations, spectra).
"""

from __future__ import annotations

from typing import Any

from .. import names
from ..dispatch import registered
from ..types_text import names as type_names
from . import linalg_basic, linalg_factor, linalg_functions, linalg_structured
from .linalg_scaling import I

__all__ = ["I", "linalg_basic", "linalg_factor", "linalg_functions", "linalg_structured"]


def __getattr__(name: str) -> Any:
    if name.startswith("__"):
        raise AttributeError(name)
    julia = names.julia_name(name)
    for candidate in (julia, names.canonical(julia), name):
        found = registered(candidate, "LinearAlgebra") or registered(candidate, "Base")
        if found is not None and (found.default is not None or found.classes or found.methods):
            return found
        if candidate in type_names:
            return type_names[candidate]
    raise AttributeError(f"module LinearAlgebra has no {julia}")
