"""What generated code calls for control flow; the parts are in `staging/`."""

from __future__ import annotations

from .cell import Box
from .staging import composites as _composites
from .staging.branches import and_, break_if, cond, else_, guard, if_, or_, when
from .staging.defined import defined, is_defined
from .staging.exits import BREAK, DEFAULT, UNDEF, leave
from .staging.loops import for_, while_

__all__ = [
    "BREAK",
    "DEFAULT",
    "UNDEF",
    "Box",
    "and_",
    "break_if",
    "cond",
    "defined",
    "else_",
    "for_",
    "guard",
    "if_",
    "is_defined",
    "leave",
    "or_",
    "when",
    "while_",
]

del _composites
