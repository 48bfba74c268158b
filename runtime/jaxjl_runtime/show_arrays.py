"""Arrays in one line, as `show`, `print` and interpolation write them."""

from __future__ import annotations

from typing import Any

from .array import JaxArray
from .config import julia_before
from .containers import HostArray
from .ranges import AbstractRange, LinRange, OneTo, StepRangeLen
from .show import shows, text
from .show_grid import Grid, grid_of
from .show_options import DEFAULT, UNSET, Options
from .show_types import type_text
from .typeof import isa, typeof
from .types import ANY, DataType

__all__ = ["bracketed", "implicit", "prefix", "show_slices", "typeinfo_eltype"]

_IMPLICIT = frozenset({"Float64", "Int64", "Char", "String", "Symbol", "Nothing", "Missing"})


def implicit(julia_type: Any) -> bool:
    """Whether a literal of this element type needs no prefix."""
    if not isinstance(julia_type, DataType):
        return False
    name = julia_type.name
    if (name.name in _IMPLICIT and not julia_type.parameters) or name.module == "Dates":
        return True
    if not julia_type.concrete:
        return False
    if name.kind == "tuple":
        return all(map(implicit, julia_type.parameters))
    if name.name == "Array":
        return implicit(julia_type.parameters[0])
    if name.name in ("Pair", "Dict") and len(julia_type.parameters) == 2:
        return all(map(implicit, julia_type.parameters))
    if name.name == "NamedTuple":
        return not julia_before(1, 6) and all(map(implicit, julia_type.parameters[1].parameters))
    return is_singleton_type(julia_type)


def is_singleton_type(julia_type: DataType) -> bool:
    """Whether the type has one value: functions, empty structs, irrational constants."""
    name = julia_type.name
    return (
        name.singleton is not None
        or (
            name.kind == "struct"
            and not name.field_names
            and name.name not in ("NamedTuple",)
            and not name.bits
            and name.module not in ("Core", "Base")
        )
        or name.name in ("Irrational", "Val")
    )


_ELEMENT_FIRST = frozenset(
    """Array BitArray StepRange UnitRange LinRange Set StepRangeLen SubArray Adjoint Transpose
    AbstractArray DenseArray AbstractSet OneTo Diagonal UpperTriangular LowerTriangular
    Symmetric Hermitian ReshapedArray PermutedDimsArray AbstractRange""".split()  # noqa: SIM905
)


def typeinfo_eltype(info: Any) -> Any:
    """The element type that a `:typeinfo` tells, or None."""
    if info is UNSET or not isinstance(info, DataType):
        return None
    name = info.name.name
    if name == "BitArray":
        from .typeof import from_dtype

        return from_dtype("bool")
    if name in _ELEMENT_FIRST:
        return info.parameters[0] if info.parameters else None
    if name in ("Dict", "AbstractDict"):
        return pair_type(*info.parameters)
    return None


def pair_type(a: Any, b: Any) -> Any:
    """`Pair{A, B}`."""
    from . import types_base

    return types_base.Pair[a, b]


def prefix(array: Any, eltype: Any, empty: bool, options: Options) -> tuple[str, bool]:
    """What stands before `[`, and whether it was left out because the elements tell it."""
    info = options.typeinfo
    told = info is not UNSET and info is not ANY and isa(array, info)
    known = typeinfo_eltype(info) if told else None
    if eltype is known:
        return "", False
    if not empty and implicit(eltype):
        return "", True
    return type_text(eltype, DEFAULT), False


def bracketed(array: Any, eltype: Any, items: list[Any], options: Options) -> str:
    """`T[a, b]`, for vectors and sets."""
    before, implied = prefix(array, eltype, not items, options)
    mark = options.circular_mark(array)
    if mark is not None:
        return f"{before}[{mark}]"
    inner = options.inside(array)
    if not implied:
        inner = inner.with_type(eltype)
    if options.is_limited and len(items) > 20:
        head = ", ".join([text(item, inner) for item in items[:10]])
        tail = ", ".join([text(item, inner) for item in items[-10:]])
        return f"{before}[{head}  …  {tail}]"
    return f"{before}[{', '.join([text(item, inner) for item in items])}]"


@shows(JaxArray, HostArray)
def array_text(array: Any, options: Options) -> str:
    """`show` of an array."""
    grid = grid_of(array)
    size = grid.size
    if not size:
        return _zero_dimensional(grid, options)
    if len(size) == 1:
        return bracketed(array, grid.eltype, _shown_items(grid, options), options)
    before, implied = prefix(array, grid.eltype, grid.count == 0, options)
    if grid.count == 0:
        return _empty(grid, options)
    mark = options.circular_mark(array)
    if mark is not None:
        return f"{before}[{mark}]"
    inner = options.inside(array)
    if not implied:
        inner = inner.with_type(grid.eltype)
    if len(size) == 2:
        return before + matrix_literal(grid, (), inner)
    if julia_before(1, 6):
        return show_slices(
            grid, inner, lambda place: before + matrix_literal(grid, place, inner), labels=False
        )
    return before + _nested_literal(grid, inner)


def _shown_items(grid: Grid, options: Options) -> list[Any]:
    if options.is_limited and grid.count > 20:
        count = grid.count
        ends = [grid.get(k) for k in (*range(10), *range(count - 10, count))]
        return [*ends[:10], None, *ends[10:]]  # 21 items: `bracketed` leaves out the middle one
    return grid.items()


def _zero_dimensional(grid: Grid, options: Options) -> str:
    from .show_structs import UNDEFINED

    item = grid.get(0)
    old = julia_before(1, 6)
    if item is UNDEFINED:
        return f"Array{{{type_text(grid.eltype)},{'' if old else ' '}0}}(undef)"
    if isinstance(grid.array, JaxArray) and grid.array.bit:
        return f"BitArray({int(item)})"
    return f"fill({text(item, options)})"


def _empty(grid: Grid, options: Options) -> str:
    if not grid.is_dense:
        from .show_plain import summary

        return summary(grid.array, options)
    if julia_before(1, 6):
        return f"Array{{{type_text(grid.eltype)}}}(undef,{','.join(map(str, grid.size))})"
    return f"{type_text(typeof(grid.array))}(undef, {', '.join(map(str, grid.size))})"


def matrix_literal(grid: Grid, place: tuple[int, ...], options: Options) -> str:
    """`[a b; c d]` of the slice at `place` in the higher dimensions."""
    rows, columns = _cut(grid.size[0], options), _cut(grid.size[1], options)
    out = []
    for i in rows:
        if i is None:
            out.append("… ")
        else:
            cells = ["…" if j is None else text(grid.at(i, j, *place), options) for j in columns]
            out.append(" ".join(cells))
    single = not julia_before(1, 6) and grid.size[1] == 1 and len(grid.size) == 2
    return "[" + "; ".join(out) + (";;" if single else "") + "]"


def _cut(n: int, options: Options) -> list[int | None]:
    """The indices shown of `n`: under `:limit` more than four are two, a gap, two."""
    return [0, 1, None, n - 2, n - 1] if options.is_limited and n > 4 else list(range(n))


def _nested_literal(grid: Grid, options: Options) -> str:
    """Julia 1.7's `[1 2; 3 4;;; 5 6; 7 8]`; a last dimension of 1 leaves semicolons at the end."""
    out, before, reached = "[", None, False
    rank = len(grid.size)
    for place in grid.slices():
        if before is not None:
            changed = max(d for d in range(len(place)) if place[d] > before[d]) + 3
            reached |= changed == rank
            out += ";" * changed + " "
        out += matrix_literal(grid, place, options)[1:-1]
        before = place
    return out + ("" if reached else ";" * rank) + "]"


def show_slices(grid: Grid, options: Options, matrix: Any, labels: bool) -> str:
    """The slices of an N-d array; under `:limit` long trailing dimensions lose their middle."""
    tail, out = grid.size[2:], ""
    last = tuple(n - 1 for n in tail)
    for place in grid.slices():
        gap = _gap(place, tail) if options.is_limited else None
        if gap is not None:
            out += "...\n\n" if gap else ""
            continue
        if labels:
            out += "[:, :, " + ", ".join(str(i + 1) for i in place) + "] =\n"
        out += matrix(place)
        out += "" if place == last else "\n\n"
    return out


def _gap(place: tuple[int, ...], tail: tuple[int, ...]) -> bool | None:
    """Whether this slice is left out under `:limit`: true for the first of its run."""
    for i, (index, n) in enumerate(zip(place, tail, strict=True)):
        if n <= 10:
            continue
        if index == 3 and all(place[d] == 0 for d in range(i)):
            later = range(i + 1, len(tail))
            hidden = any(tail[j] > 10 and 2 < place[j] <= tail[j] - 4 for j in later)
            return not hidden
        if 2 < index <= n - 4:
            return False
    return None


# ------------------------------------------------------------------------------ ranges


@shows(AbstractRange)
def _(r: AbstractRange, options: Options) -> str:
    first, last = text(r.first, DEFAULT), text(r.last, DEFAULT)
    if isinstance(r, OneTo):
        return f"Base.OneTo({text(r.stop)})"
    if isinstance(r, LinRange):
        return _lin_range(r, options)
    step = getattr(r, "step", None)
    if step is None or (type(r).__name__ == "UnitRange"):
        return f"{first}:{last}"
    if isinstance(r, StepRangeLen) and isinstance(r.first, complex):
        return f"{first}:{text(step, DEFAULT)}:{last}"
    return f"{first}:{text(step, DEFAULT)}:{last}"


def _lin_range(r: LinRange, options: Options) -> str:
    first, last, count = text(r.start, options), text(r.stop, options), text(r.len, options)
    if julia_before(1, 6):
        return f"range({first}, stop={last}, length={count})"
    return f"{type_text(typeof(r), options)}({first}, {last}, {count})"
