"""The commands: `jaxjl-compile`, and `jaxjl` with `run`, `parse`, `compile`."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from . import __version__
from .diagnostics import InternalError, JuliaSyntaxError, UnsupportedError, render
from .options import OptionError, Options, load_options


def main(argv: Sequence[str] | None = None) -> int:
    """The command `jaxjl`; its exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and arguments[0] == "run":
        return _guard(_run, arguments[1:])
    parser = argparse.ArgumentParser(prog="jaxjl", description="Julia source on JAX.")
    parser.add_argument("--version", action="version", version=f"jaxjl {__version__}")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run", help="do what `julia FILE.jl ARGS…` does", add_help=False)
    _compile_arguments(commands.add_parser("compile", help="write FILE.py beside each FILE.jl"))
    parse = commands.add_parser("parse", help="print the syntax trees in the canonical form")
    parse.add_argument("files", nargs="+", metavar="FILE.jl")
    _julia_argument(parse)
    options = parser.parse_args(arguments)
    return _guard({"compile": _compile, "parse": _parse}[options.command], options)


def compile_main(argv: Sequence[str] | None = None) -> int:
    """The command `jaxjl-compile`; its exit status."""
    parser = argparse.ArgumentParser(
        prog="jaxjl-compile", description="Writes FILE.py beside each FILE.jl."
    )
    parser.add_argument("--version", action="version", version=f"jaxjl {__version__}")
    _compile_arguments(parser)
    return _guard(_compile, parser.parse_args(argv))


def _julia_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--julia", metavar="VERSION", help="the Julia to follow (default 1.10)")


def _compile_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE.jl", type=Path)
    where = parser.add_mutually_exclusive_group()
    where.add_argument("-o", "--output", type=Path, help="the file to write (one FILE.jl only)")
    where.add_argument("--out-dir", type=Path, help="the folder to write to")
    where.add_argument("--stdout", action="store_true", help="print instead of writing")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail if a file is stale"
    )
    parser.add_argument(
        "--fail-on-change",
        action="store_true",
        help="exit 1 if a file had to be written (pre-commit)",
    )
    parser.add_argument(
        "--no-user-macros",
        dest="user_macros",
        action="store_const",
        const=False,
        help="refuse macros that the files define (they run in this process)",
    )
    _julia_argument(parser)


def _guard(action, argument) -> int:  # type: ignore[no-untyped-def]
    """Runs a command; what the user did wrong becomes a message and exit status 1."""
    try:
        status: int = action(argument)
        return status
    except (JuliaSyntaxError, UnsupportedError) as error:
        for diagnostic in error.diagnostics:
            print(render(diagnostic), file=sys.stderr)
        return 1
    except OptionError as error:
        print(f"jaxjl: {error}", file=sys.stderr)
        return 2
    except OSError as error:
        name = f"{error.filename}: " if error.filename else ""
        print(f"jaxjl: {name}{error.strerror or error}", file=sys.stderr)
        return 1
    except InternalError as error:
        print(f"jaxjl: internal error, please report it: {error}", file=sys.stderr)
        return 70


def _compile(arguments: argparse.Namespace) -> int:
    if arguments.output and len(arguments.files) > 1:
        raise OptionError("-o takes one FILE.jl; use --out-dir for several")
    options = load_options(julia=arguments.julia, user_macros=arguments.user_macros)
    failed = changed = False
    for path in arguments.files:
        try:
            state = _compile_file(path, _target(path, arguments), arguments, options)
        except (JuliaSyntaxError, UnsupportedError) as error:
            for diagnostic in error.diagnostics:
                print(render(diagnostic), file=sys.stderr)
            failed = True
        else:
            changed = changed or state
    return 1 if failed or (changed and (arguments.check or arguments.fail_on_change)) else 0


def _target(path: Path, arguments: argparse.Namespace) -> Path:
    if arguments.output:
        output: Path = arguments.output
        return output
    folder = arguments.out_dir or path.parent
    return Path(folder) / path.with_suffix(".py").name


def _compile_file(
    path: Path, target: Path, arguments: argparse.Namespace, options: Options
) -> bool:
    """Whether the written file differs (or would differ) from what was there."""
    from .pipeline import transpile

    text = transpile(read_source(path), filename=str(path), options=options)
    if arguments.stdout:
        sys.stdout.write(text)
        return False
    old = target.read_text(encoding="utf-8") if target.exists() else None
    if old == text:
        return False
    if arguments.check:
        print(f"{target}: stale; run jaxjl-compile {path}", file=sys.stderr)
    else:
        write_atomically(target, text)
    return True


def read_source(path: Path) -> str:
    """A Julia file's text; ill-formed UTF-8 is kept as surrogate escapes, which the lexer
    reports.
    """
    return path.read_bytes().decode("utf-8", "surrogateescape")


def write_atomically(target: Path, text: str) -> None:
    """Writes a file by way of a temporary one, so that an error leaves the old file as it was."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(name, target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _parse(arguments: argparse.Namespace) -> int:
    from .syntax.canonical import canonical
    from .syntax.parser import parse_file
    from .syntax.source import SourceFile

    options = load_options(julia=arguments.julia)
    failed = False
    for name in arguments.files:
        parsed = parse_file(SourceFile(name, read_source(Path(name))), options)
        print(f"### {name}")
        for diagnostic in parsed.diagnostics:
            print(render(diagnostic), file=sys.stderr)
            failed = True
        if not parsed.diagnostics:
            for expression in parsed.expressions:
                print(canonical(expression))
    return 1 if failed else 0


def _run(arguments: list[str]) -> int:
    """`jaxjl run [--julia VERSION] FILE.jl ARGS…`; what follows the file is the program's."""
    parser = argparse.ArgumentParser(prog="jaxjl run", description="Runs a Julia file on JAX.")
    _julia_argument(parser)
    parser.add_argument("file", metavar="FILE.jl", type=Path)
    parser.add_argument("args", nargs=argparse.REMAINDER, metavar="ARGS")
    parsed = parser.parse_args(arguments)
    if parsed.julia:
        os.environ["JAXJL_JULIA"] = parsed.julia
    load_options(julia=parsed.julia)
    # The command owns its process, so it decides for Julia's widths (docs/design.md).
    os.environ.setdefault("JAX_ENABLE_X64", "1")
    from .loader import run_file

    return run_file(parsed.file, parsed.args)


if __name__ == "__main__":
    sys.exit(main())
