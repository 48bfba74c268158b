"""What Julia's parser does once it knows the form of an expression: a tree for each rule."""

from __future__ import annotations

from . import arguments, arrays, blocks, macros, modules, operators
from .registry import ACTIONS, PENDING, Context

__all__ = ["ACTIONS", "PENDING", "Context"]

_ = arguments, arrays, blocks, macros, modules, operators
