"""`Test`: what `@test`, `@test_throws` and `@testset` call, and the summary they print."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .. import io as streams
from ..config import julia_before
from ..dispatch import base, generic
from ..exceptions import JuliaException, Thrown, caught
from ..show import printed, shows, text
from ..show_errors import error_text, tells
from ..show_options import Options
from ..show_types import type_text
from ..typeof import isa, typeof
from ..types import JuliaType

__all__ = [
    "Compared", "TestSetException", "do_broken", "do_skip", "do_test", "do_test_throws",
    "do_testset", "summary_lines",
]  # fmt: skip

_LIMITED = Options(limit=True)


class Compared:
    """`a == b` inside `@test`: the comparison with its evaluated sides."""

    def __init__(self, operator: Any, sides: tuple[Any, Any]) -> None:
        self.operator = operator
        self.sides = sides

    def result(self) -> Any:
        """What the comparison gives."""
        return self.operator(*self.sides)

    def evaluated(self) -> str:
        """The comparison with its values in place of its sides."""
        name = getattr(self.operator, "name", None) or printed(self.operator)
        left, right = (text(side, _LIMITED) for side in self.sides)
        if name.isidentifier() and name not in ("isa", "in"):
            return f"{name}({left}, {right})"
        return f"{left} {name} {right}"


@dataclass
class Result:
    """What one test gave: `kind` is Pass, Fail, Error or Broken."""

    kind: str
    text: str


@shows(Result)
def _(result: Result, options: Options) -> str:
    return result.text


@dataclass
class TestSet:
    """A test set that runs: its results, and the sets inside it."""

    __test__ = False  # no class of pytest's

    description: str
    results: list[Any] = field(default_factory=list)
    passed: int = 0
    started: float = field(default_factory=time.perf_counter)
    seconds: float = 0.0

    def counts(self) -> tuple[int, int, int, int]:
        """Passed, failed, erroneous and broken tests, here and in the sets inside."""
        total = [self.passed, 0, 0, 0]
        for result in self.results:
            if isinstance(result, TestSet):
                total = [a + b for a, b in zip(total, result.counts(), strict=True)]
            else:
                total[("Pass", "Fail", "Error", "Broken").index(result.kind)] += 1
        return total[0], total[1], total[2], total[3]

    def width(self, depth: int) -> int:
        """The columns that the names of this set and of those shown inside it take."""
        own = 2 * depth + len(self.description)
        _, failed, errors, _ = self.counts()
        if not failed + errors:
            return own
        return max([own, *[r.width(depth + 1) for r in self.results if isinstance(r, TestSet)]])


_stack: list[TestSet] = []


class TestSetException(JuliaException):
    """Raised at the end of the outermost set when a test failed."""

    __test__ = False
    fields = ("pass_", "fail", "error", "broken")


class FallbackTestSetException(JuliaException):
    """Raised by a failing test outside all test sets."""

    fields = ("msg",)


@shows(TestSetException)
def _(error: Any, options: Options) -> str:
    return (
        f"Some tests did not pass: {error.pass_} passed, {error.fail} failed, "
        f"{error.error} errored, {error.broken} broken."
    )


@tells(FallbackTestSetException)
def _(error: Any, options: Options) -> str:
    return str(error.msg)


def _record(result: Result) -> Result:
    bad = result.kind in ("Fail", "Error")
    if not _stack:
        if bad:
            streams.stdout.write_text(result.text + "\n")
            raise FallbackTestSetException("There was an error during testing")
        return result
    current = _stack[-1]
    if result.kind == "Pass":
        current.passed += 1
    else:
        if bad:
            streams.stdout.write_text(f"{current.description}: {result.text}\n")
        current.results.append(result)
    return result


def do_test(body: Callable[[], Any], expression: str, file: str, line: int) -> Result:
    """The result of `@test expression`."""
    try:
        value = body()
        compared = value if isinstance(value, Compared) else None
        if compared is not None:
            value = compared.result()
    except Exception as error:
        return _record(Result("Error", _error_text(expression, file, line, caught(error))))
    if value is True:
        evaluated = f"\n   Evaluated: {compared.evaluated()}" if compared is not None else ""
        return _record(Result("Pass", f"Test Passed\n  Expression: {expression}{evaluated}"))
    if value is not False and compared is None:
        shown = text(value, _LIMITED)
        place = f"Error During Test at {file}:{line}\n"
        lines = f"  Expression evaluated to non-Boolean\n  Expression: {expression}\n"
        return _record(Result("Error", f"{place}{lines}       Value: {shown}"))
    evaluated = f"\n   Evaluated: {compared.evaluated()}" if compared is not None else ""
    failed = f"Test Failed at {file}:{line}\n  Expression: {expression}{evaluated}"
    return _record(Result("Fail", failed))


def _error_text(expression: str, file: str, line: int, error: Any) -> str:
    told = "\n".join("  " + part for part in error_text(error).split("\n"))
    head = f"Error During Test at {file}:{line}\n  Test threw exception\n"
    return f"{head}  Expression: {expression}\n{told}\n  "


def do_test_throws(
    body: Callable[[], Any], wanted: Any, expression: str, file: str, line: int
) -> Result:
    """The result of `@test_throws wanted expression`."""
    place = f"Test Failed at {file}:{line}\n  Expression: {expression}"
    expected = f"\n    Expected: {printed(wanted)}"
    try:
        body()
    except Exception as raised:
        error = caught(raised) if not isinstance(raised, Thrown) else raised.value
        if _is_expected(error, wanted):
            return _record(Result("Pass", f"Test Passed\n      Thrown: {type_text(typeof(error))}"))
        thrown = type_text(typeof(error)) if isinstance(wanted, JuliaType) else printed(error)
        return _record(Result("Fail", f"{place}{expected}\n      Thrown: {thrown}"))
    return _record(Result("Fail", f"{place}{expected}\n  No exception thrown"))


def _is_expected(error: Any, wanted: Any) -> bool:
    if isinstance(wanted, JuliaType):
        return isa(error, wanted)
    if isinstance(wanted, type):
        return isinstance(error, wanted)
    if isinstance(wanted, str):
        return wanted in error_text(error)
    if hasattr(wanted, "compiled"):
        return wanted.compiled.search(error_text(error)) is not None
    if isinstance(wanted, JuliaException):
        if type(error) is not type(wanted):
            return False
        names = wanted.fields or typeof(wanted).name.field_names
        same = generic("isequal")
        return all(same(getattr(error, n, None), getattr(wanted, n, None)) for n in names)
    return callable(wanted) and wanted(error) is True


def do_broken(body: Callable[[], Any], expression: str, file: str = "", line: int = 0) -> Result:
    """The result of `@test_broken expression`."""
    try:
        value = body()
    except Exception:
        value = False
    if value is True:
        lines = f"  Unexpected Pass\n  Expression: {expression}\n"
        lines += "  Got correct result, please change to @test if no longer broken.\n"
        return _record(Result("Error", f"Error During Test at {file}:{line}\n{lines}"))
    return _record(Result("Broken", f"Test Broken\n  Expression: {expression}"))


def do_skip(*args: Any) -> Result:
    """The result of `@test_skip expression`."""
    expression = next((arg for arg in args if isinstance(arg, str)), "")
    return _record(Result("Broken", f"Test Broken\n  Skipped: {expression}"))


def do_testset(body: Callable[[], Any], description: str) -> TestSet:
    """The test set after its body has run; the outermost one prints the summary."""
    current = TestSet(str(description))
    _stack.append(current)
    try:
        body()
    except Exception as error:
        told = "\n".join("  " + part for part in error_text(caught(error)).split("\n"))
        head = "Error During Test\n  Got exception outside of a @test\n"
        _record(Result("Error", f"{head}{told}\n  "))
    finally:
        _stack.pop()
    current.seconds = time.perf_counter() - current.started
    if _stack:
        _stack[-1].results.append(current)
        return current
    streams.stdout.write_text("\n".join(summary_lines(current)) + "\n")
    passed, failed, errors, broken = current.counts()
    if failed + errors:
        raise TestSetException(passed, failed, errors, broken)
    return current


def summary_lines(outer: TestSet) -> list[str]:
    """The table of the counts."""
    counts = outer.counts()
    total = sum(counts)
    names = ("Pass", "Fail", "Error", "Broken")
    widths = [max(len(n), len(str(c))) if c else 0 for n, c in zip(names, counts, strict=True)]
    total_width = max(5, len(str(total))) if total else 0
    align = max(outer.width(0), len("Test Summary:"))
    head = f"{'Test Summary:'.ljust(align)} |{' ' if total else ''}"
    head += "".join(n.rjust(w) + "  " for n, w in zip(names, widths, strict=True) if w)
    head += "Total".rjust(total_width) if total else ""
    timed = not julia_before(1, 8)
    lines = [head + ("  Time" if timed else "")]
    _add_lines(lines, outer, 0, align, widths, total_width, timed)
    return lines


def _add_lines(
    lines: list[str],
    current: TestSet,
    depth: int,
    align: int,
    widths: list[int],
    total_width: int,
    timed: bool,
) -> None:
    counts = current.counts()
    line = ("  " * depth + current.description).ljust(align) + " | "
    for count, width in zip(counts, widths, strict=True):
        if width:
            line += (str(count) if count else " ").rjust(width) + "  "
    total = sum(counts)
    line += str(total).rjust(total_width) if total else "No tests"
    if timed:
        line += f"  {current.seconds:.1f}s"
    lines.append(line)
    _, failed, errors, _ = counts
    if failed + errors:
        for inner in current.results:
            if isinstance(inner, TestSet):
                _add_lines(lines, inner, depth + 1, align, widths, total_width, timed)


base("detect_ambiguities", module="Test")(lambda *args, **keywords: ())
