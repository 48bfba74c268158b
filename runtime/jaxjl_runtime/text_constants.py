"""The constants of Base that belong to text, streams and the process."""

from __future__ import annotations

import os
import sys
from typing import Any

from . import io
from .containers import HostArray
from .jl import constant
from .missing import missing
from .system import Environment
from .typeof import register_class
from .types_base import declare_type, names

__all__ = ["set_arguments"]

declare_type("Base struct EnvDict <: AbstractDict{String,String}")
register_class(Environment, names["EnvDict"])

constant("stdout", io.stdout)
constant("stderr", io.stderr)
constant("stdin", io.stdin)
constant("devnull", io.devnull)
constant("missing", missing)
constant("nothing", None)
constant("ENV", Environment(names["String"], names["String"]))
ARGS: Any = HostArray(names["String"], sys.argv[1:])
constant("ARGS", ARGS)
constant("PROGRAM_FILE", sys.argv[0] if sys.argv else "")


def set_arguments(program: str, arguments: list[str]) -> None:
    """Say what `PROGRAM_FILE` and `ARGS` are."""
    ARGS.items[:] = arguments
    ARGS.size = (len(arguments),)
    constant("PROGRAM_FILE", os.fspath(program))
