"""What generated code calls. `from jaxjl_runtime import jl` gives the namespace; importing this
package alone imports no JAX.
"""

from __future__ import annotations

from typing import Any

__all__ = ["jl"]


def __getattr__(name: str) -> Any:
    if name == "jl":
        from importlib import import_module

        return import_module(".jl", __name__)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
