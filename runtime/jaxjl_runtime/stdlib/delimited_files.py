"""Julia's `DelimitedFiles`: `readdlm` and `writedlm`."""

from __future__ import annotations

from typing import Any

from ..chars import Char
from ..containers import array_of, from_elements
from ..dispatch import base, generic
from ..exceptions import ErrorException
from ..io import IO, IOStream
from ..parsing import parse_number
from ..show import printed
from ..string_index import SubString
from ..strings import as_text
from ..types import JuliaType
from ..types_base import names
from ..utf8 import from_bytes

MODULE = "DelimitedFiles"


def _text(source: Any) -> str:
    if isinstance(source, IO):
        return from_bytes(source.read_bytes())
    return str(generic("read")(source, names["String"]))


def _cells(line: str, delimiter: str | None, quotes: bool) -> list[str]:
    if delimiter is None:
        return line.split()
    if not quotes or '"' not in line:
        return [cell.strip(" ") if delimiter != " " else cell for cell in line.split(delimiter)]
    out, cell, inside = [], "", False
    for char in line:
        if char == '"':
            inside = not inside
        elif char == delimiter and not inside:
            out.append(cell)
            cell = ""
        else:
            cell += char
    return [*out, cell]


def _value(cell: str) -> Any:
    """A number where the text is one, else the text."""
    for name in ("Int64", "Float64"):
        try:
            return parse_number(names[name], cell)
        except Exception:
            continue
    return {"true": True, "false": False}.get(cell, SubString(cell))


def _matrix(rows: list[list[str]], element: Any) -> Any:
    width = max(map(len, rows), default=0)
    rows = [row + [""] * (width - len(row)) for row in rows]
    flat = [rows[i][j] for j in range(width) for i in range(len(rows))]
    size = (len(rows), width)
    if element is not None:
        if element is names["String"]:
            return array_of(flat, element, size)
        if element is names["Any"]:
            return array_of([_value(cell) for cell in flat], element, size)
        return array_of([_parsed(element, cell) for cell in flat], element, size)
    values = [_value(cell) for cell in flat]
    kinds = {type(value) for value in values}
    if kinds <= {int, float}:  # Julia reads numbers as Float64
        return array_of([float(value) for value in values], names["Float64"], size)
    if kinds == {SubString}:
        return from_elements(values, size)
    return array_of(values, names["Any"], size)


def _parsed(element: Any, cell: str) -> Any:
    try:
        return parse_number(element, cell)
    except Exception:
        raise ErrorException(f'file entry "{cell}" cannot be converted to {element}') from None


@base("readdlm", module=MODULE)
def readdlm(
    source: Any,
    *args: Any,
    header: bool = False,
    skipstart: int = 0,
    skipblanks: bool = True,
    quotes: bool = True,
    comments: bool = False,
    comment_char: Any = "#",
    **_: Any,
) -> Any:
    """The matrix of a delimited file; with `header=true` also the first row's names."""
    delimiter = next((as_text(a) for a in args if isinstance(a, Char | str)), None)
    element = next((a for a in args if isinstance(a, JuliaType)), None)
    lines = _text(source).replace("\r\n", "\n").split("\n")[int(skipstart) :]
    if comments:
        lines = [line.split(as_text(comment_char))[0] for line in lines]
    if lines and not lines[-1]:
        lines.pop()
    lines = [line for line in lines if line.strip() or not skipblanks]
    rows = [_cells(line, delimiter, quotes) for line in lines]
    if not header:
        return _matrix(rows, element)
    return _matrix(rows[1:], element), _header(rows[0])


def _header(cells: list[str]) -> Any:
    abstract = names["AbstractString"]
    return array_of([SubString(cell) for cell in cells], abstract, (1, len(cells)))


@base("readcsv", module=MODULE)
def readcsv(source: Any, *args: Any, **options: Any) -> Any:
    """`readdlm` with commas."""
    return readdlm(source, Char(","), *args, **options)


@base("writedlm", module=MODULE)
def writedlm(target: Any, values: Any, delimiter: Any = "\t", **_: Any) -> None:
    """Write a matrix, a vector or rows of values, one row a line."""
    between = as_text(delimiter)
    lines = [between.join(_written(cell, between) for cell in row) for row in _rows(values)]
    out = "".join(line + "\n" for line in lines)
    if isinstance(target, IO):
        target.write_text(out)
        return
    stream = IOStream(str(target), "w")
    stream.write_text(out)
    stream.close()


def _written(cell: Any, between: str) -> str:
    shown = printed(cell)
    if isinstance(cell, str) and (between in shown or '"' in shown or "\n" in shown):
        return '"' + shown.replace('"', '""') + '"'
    return shown


def _rows(values: Any) -> list[list[Any]]:
    elements = generic("elements")
    size = getattr(values, "size", None)
    if isinstance(size, tuple) and len(size) == 2:
        from ..show_grid import grid_of

        grid = grid_of(values)
        return [[grid.at(i, j) for j in range(size[1])] for i in range(size[0])]
    rows = []
    for row in elements(values):
        whole = isinstance(row, str | int | float | complex | bool)
        rows.append([row] if whole else list(elements(row)))
    return rows
