"""Syntax trees to the core language: scopes, desugaring, methods and types, modules."""

from __future__ import annotations

from .. import ir
from ..syntax.parser import ParsedFile
from .collect import collect
from .context import Context
from .modules import ModuleScope
from .toplevel import lower_module

__all__ = ["Context", "lower"]


def lower(parsed: ParsedFile, context: Context) -> ir.Program:
    """The program of a file. Problems are added to `context.diagnostics`."""
    module = ModuleScope(("Main",), file=context.source.name)
    collected = collect(module, parsed.expressions, context)
    return ir.Program(lower_module(module, collected, context), parsed.comments)
