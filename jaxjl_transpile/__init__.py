"""Julia source to Python that runs on JAX: `load`, `transpile`, `install`.

Nothing is imported before it is asked for, so that the command line starts at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .loader import install as install
    from .loader import load as load
    from .pipeline import transpile as transpile

__version__ = "0.1.0"
__all__ = ["install", "load", "transpile"]

_HOMES = {"install": "loader", "load": "loader", "transpile": "pipeline"}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f".{_HOMES[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
