"""`text/plain`: what `display` writes of arrays, ranges and dictionaries, with aligned columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from .array import JaxArray
from .chars import Char
from .config import julia_before
from .containers import HostArray
from .dispatch import generic
from .pairs import Pair
from .ranges import AbstractRange, LinRange
from .rearrange import ReshapedRange
from .show import displays, plain, text
from .show_arrays import show_slices
from .show_grid import Grid, grid_of
from .show_options import DEFAULT, UNSET, Options
from .show_strings import char_plain, char_text
from .show_structs import UNDEFINED
from .show_types import type_text
from .typeof import from_dtype, typeof
from .utf8 import text_width
from .views import SubArray

__all__ = ["array_plain", "print_matrix", "summary"]

_HUGE = 1 << 62


@displays(Char)
def _(char: Char, options: Options) -> str:
    return char_text(char) if options.compact is True else char_plain(char)


def summary(x: Any, options: Options) -> str:
    """`summary(x)` of an array: its size and type."""
    size = grid_of(x).size
    return f"{dimensions(size)} {summary_type(x, options)}"


def dimensions(size: tuple[int, ...]) -> str:
    """`3-element`, `2×3`, `0-dimensional`."""
    if not size:
        return "0-dimensional"
    return f"{size[0]}-element" if len(size) == 1 else "×".join(map(str, size))


def summary_type(x: Any, options: Options) -> str:
    """The type that a summary names."""
    if getattr(x, "jax_face", False):
        comma = "," if julia_before(1, 6) else ", "
        grid = grid_of(x)
        return f"JaxArray{{{type_text(grid.eltype, options)}{comma}{len(grid.size)}}}"
    if isinstance(x, SubArray):
        return _view_text(x, options)
    if isinstance(x, ReshapedRange):
        size = ", ".join(map(str, x.size))
        element = type_text(from_dtype(x.dtype), options)
        return f"reshape(::{type_text(typeof(x.range), options)}, {size}) with eltype {element}"
    return type_text(typeof(x), options)


def _view_text(x: SubArray, options: Options) -> str:
    """`view(::Array{Int64,1}, 2:3) with eltype Int64`."""
    colon = generic(":")
    indices = ", ".join(":" if i is colon else text(i, DEFAULT) for i in x.indices)
    parent = type_text(typeof(x.parent), options)
    return f"view(::{parent}, {indices}) with eltype {type_text(from_dtype(x.dtype), options)}"


@displays(JaxArray, HostArray)
def array_plain(array: Any, options: Options) -> str:
    """An array with its summary and aligned rows."""
    grid = grid_of(array)
    if grid.count == 0:
        if options.compact is True or (grid.is_dense and len(grid.size) == 1):
            return text(array, options)
        return summary(array, options)
    head = summary(array, options)
    mark = options.circular_mark(array)
    if mark is not None:
        return f"{head}:{mark}"
    if options.compact is UNSET and len(grid.size) > 1 and grid.size[1] > 1:
        options = options.with_compact()
    if options.is_limited and options.size[0] - 4 <= 0:
        return head + ": …"
    return f"{head}:\n{_body(grid, options.with_type(grid.eltype).inside(array))}"


def _body(grid: Grid, options: Options) -> str:
    size = grid.size
    if not size:
        return text(grid.get(0), options)
    if len(size) == 1:
        return print_matrix(lambda i, j: grid.get(i), size[0], 1, options, grid)
    if len(size) == 2:
        return print_matrix(grid.at, *size, options, grid)

    def matrix(place: tuple[int, ...]) -> str:
        return print_matrix(lambda i, j: grid.at(i, j, *place), *size[:2], options, grid)

    return show_slices(grid, options, matrix, labels=True)


@displays(AbstractRange)
def _(r: AbstractRange, options: Options) -> str:
    return lin_range_plain(r, options) if isinstance(r, LinRange) else text(r, options)


# ------------------------------------------------------------------------------ one cell

_COMPLEX = re.compile(r"(?s)^(.*[^ef][+\-])(.*)$")
_RATIONAL = re.compile(r"(?s)^(.*?/)(/.*)$")
_REAL = re.compile(r"(?s)^(.*?)((?:[.eEfF].*)?)$")


def alignment(x: Any, shown: str, options: Options) -> tuple[int, int]:
    """Columns left and right of the feature that lines up: point, `//`, `+`, `=>`."""
    if x is UNDEFINED:
        return 3, 3
    match x:
        case bool() | int() | np.bool_() | np.integer():
            return len(shown), 0
        case float() | np.floating():
            found = _REAL.match(shown)
        case complex() | np.complexfloating():
            found = _COMPLEX.match(shown)
        case Pair():
            return _pair_alignment(x, shown, options)
        case _:
            found = _number_alignment(x, shown)
            if found is None:
                return 0, _width(shown)
    return (len(found[1]), len(found[2])) if found else (len(shown), 0)


def _number_alignment(x: Any, shown: str) -> re.Match[str] | None:
    """How the runtime's own classes of numbers line up."""
    name = type(x).__name__
    if name == "Rational":
        return _RATIONAL.match(shown)
    if name in ("ComplexInt", "Complex", "GaussianInt"):
        return _COMPLEX.match(shown)
    if name in ("BigInt", "Int128", "UInt128"):
        return re.match("(?s)^(.*)()$", shown)
    return _REAL.match(shown) if name in ("BigFloat", "Irrational") else None


def _pair_alignment(x: Pair, shown: str, options: Options) -> tuple[int, int]:
    from .show_containers import pair_infos, stands_alone

    if stands_alone(x, options):
        return 0, _width(shown)
    inner = options.with_type(pair_infos(x, options)[0])
    left = _width(text(x.first, inner)) + 2 * (not stands_alone_in_pair(x.first, inner))
    left += (options.compact is not True) + 1
    return left, _width(shown) - left


def stands_alone_in_pair(x: Any, options: Options) -> bool:
    """Whether a part of a pair needs no parentheses."""
    from .show_containers import is_delimited

    return is_delimited(x, options)


def _width(shown: str) -> int:
    return len(shown) if julia_before(1, 6) else text_width(shown)


class Cell:
    """An element of a displayed matrix: its text and how it lines up."""

    __slots__ = ("left", "right", "text")

    def __init__(self, x: Any, options: Options) -> None:
        shown = text(x, options)
        self.left, self.right = alignment(x, shown, options)
        if isinstance(x, bool | int | float | str):
            self.text = shown
        else:
            full = plain(x, options)
            self.text = shown if "\n" in full else full


# ------------------------------------------------------------------------------ the matrix


class _Matrix:
    """One aligned block: the cells are made once."""

    def __init__(self, get: Callable[[int, int], Any], options: Options, grid: Grid | None) -> None:
        self.get = get
        self.options = options
        self.array = grid.array if grid is not None else None
        self.cells: dict[tuple[int, int], Cell] = {}

    def cell(self, i: int, j: int) -> Cell:
        """The cell at a 0-based place."""
        found = self.cells.get((i, j))
        if found is None:
            found = self.cells[i, j] = Cell(self.get(i, j), self.options)
        return found

    def is_structural_zero(self, i: int, j: int) -> bool:
        """Whether the array's structure says that this element is zero."""
        return _is_structural_zero(self.array, i, j)

    def fit(
        self, rows: Sequence[int], columns: Sequence[int], whole: int, other: int, gap: int, n: int
    ) -> list[tuple[int, int]]:
        """Widths `(left, right)` of as many of the columns as the screen takes."""
        widths: list[tuple[int, int]] = []
        for j in columns:
            left = right = 0
            for i in rows:
                cell = self.cell(i, j)
                left, right = max(left, cell.left), max(right, cell.right)
            widths.append((left, right))
            if len(widths) > 1 and sum(map(sum, widths)) + gap * len(widths) >= whole:
                widths.pop()
                break
        if 1 < len(widths) < n:
            while sum(map(sum, widths)) + gap * len(widths) >= other:
                widths.pop()
        return widths

    def row(
        self, i: int, widths: list[tuple[int, int]], columns: Sequence[int], last: int, gap: str
    ) -> str:
        """One row; the last column is not padded."""
        out = []
        for (left, right), j in zip(widths, columns, strict=False):
            cell = self.cell(i, j)
            shown = cell.text
            if self.is_structural_zero(i, j):
                before = -(-len(shown) // 2) - 1
                shown = " " * before + "⋅" + " " * (len(shown) - before - 1)
            after = "" if j == last else " " * (right - cell.right)
            out.append(" " * (left - cell.left) + shown + after)
        return gap.join(out)


def _is_structural_zero(array: Any, i: int, j: int) -> bool:
    match type(array).__name__:
        case "Diagonal":
            return i != j
        case "UpperTriangular" | "UnitUpperTriangular":
            return i > j
        case "LowerTriangular" | "UnitLowerTriangular":
            return i < j
        case "Tridiagonal" | "SymTridiagonal":
            return abs(i - j) > 1
        case "Bidiagonal":
            other = j - 1 if getattr(array, "uplo", "U") == "U" else j + 1
            return i not in (j, other)
    return False


def _dots_row(widths: list[tuple[int, int]], gap: str, phase: int, pad_right: bool) -> str:
    out = []
    for k, (left, right) in enumerate(widths, 1):
        width, end = left + right, k == len(widths)
        if k % 5 == phase:
            pad = " " * max(0, left - 1)
            rest = "" if end and not pad_right else " " * max(0, width - 1 - len(pad))
            out.append(pad + "⋮" + rest)
        else:
            out.append(" " * width if not end or pad_right else "")
    return gap.join(out)


def print_matrix(
    get: Callable[[int, int], Any],
    m: int,
    n: int,
    options: Options,
    grid: Grid | None = None,
    before: str = " ",
) -> str:
    """The aligned body of a displayed matrix, cut to the display under `:limit`."""
    limited = options.is_limited
    height, width = (options.size[0] - 4, options.size[1]) if limited else (_HUGE, _HUGE)
    width -= len(before)
    gap, dots = "  ", "  …  "
    rows, columns = list(range(m)), list(range(n))
    half = height // 2
    if m > height:
        rows = rows[:half] + rows[m - (height - 1) // 2 :]
    most = width // (1 + len(gap))
    if n > most:
        columns = columns[:most] + columns[n - most :]
    matrix = _Matrix(get, options, grid)
    widths = matrix.fit(rows, columns, width, width, len(gap), n)
    if n <= len(widths):
        lines = [matrix.row(i, widths, columns, n - 1, gap) for i in rows]
        middle = _dots_row(widths, gap, 1, False)
    else:
        w = (width - len(dots) + 1) // 2 + 1
        right = matrix.fit(rows, columns[::-1], w, w, len(gap), n)[::-1]
        w = width - sum(map(sum, right)) - (len(right) - 1) * len(gap) - len(dots)
        left = matrix.fit(rows, columns, w, w, len(gap), n)
        tail = list(range(n - len(right), n))
        lines = []
        for i in rows:
            between = dots if i % 5 == 0 else " " * len(dots)
            lines.append(
                matrix.row(i, left, columns[: len(left)], n - 1, gap)
                + between
                + matrix.row(i, right, tail, n - 1, gap)
            )
        phase = (len(right) - n + 1) % 5
        middle = _dots_row(left, gap, 1, True) + "  ⋱  " + _dots_row(right, gap, phase, False)
    if m > height:
        lines.insert(half, middle)
    return "\n".join(before + line for line in lines)


def lin_range_plain(r: LinRange, options: Options) -> str:
    """A `LinRange` with its elements in one line."""
    if not len(r):
        return text(r, options)
    head = f"{summary(r, options)}:\n"
    inner = options.with_compact() if options.compact is UNSET else options
    width, n = options.size[1] - 1, len(r)
    most = width // 2
    shown = list(range(n))
    if n > most:
        shown = [*range(most // 2 + 1), *range(n - most // 2 - 1, n)]
    matrix = _Matrix(lambda i, j: r.element(shown[j] + 1), inner, None)
    count = len(shown)
    widths = matrix.fit([0], range(count), width, width, 1, count)
    if n <= len(widths):
        return head + " " + matrix.row(0, widths, range(count), count - 1, ",")
    w = (width - 3 + 1) // 2 + 1
    right = matrix.fit([0], range(count - 1, -1, -1), w, w, 1, count)[::-1]
    w = width - sum(map(sum, right)) - (len(right) - 1) - 3
    left = matrix.fit([0], range(count), w, w, 1, count)
    tail = range(count - len(right), count)
    return (
        f"{head} {matrix.row(0, left, range(len(left)), count - 1, ',')},…,"
        f"{matrix.row(0, right, tail, count - 1, ',')}"
    )
