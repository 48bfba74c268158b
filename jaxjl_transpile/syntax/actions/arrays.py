"""Square brackets and braces: vectors, rows, matrices, comprehensions, indexing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..expr import Expr, Node, QuoteNode
from .arguments import keyword
from .registry import Context, Values, action, inner, located, pending


class Cat(list[Any]):
    """Element, separator, element … : `,`, a blank, or the number of semicolons (0: a newline).

    `comma` says that a `,` stood before a `;`: `[a, ; b=1]`.
    """

    __slots__ = ("comma",)

    def __init__(self, items: list[Any]) -> None:
        super().__init__(items)
        self.comma = False


@located
def cat_next(values: Values, where: Sequence[int], context: Context) -> Any:
    cat = cat_end(values[:2], where, context)
    cat.append(values[2])
    return cat


@located
def cat_end(values: Values, where: Sequence[int], context: Context) -> Cat:
    cat, separator = values
    if type(cat) is not Cat:
        cat = Cat(cat)
    if not cat and type(separator) is int:
        cat.append(None)
    elif not len(cat) % 2:  # it ends with a separator
        if cat and cat[-1] == "," and type(separator) is int:
            cat.comma = True
            cat.pop()
        else:
            shown = "," if separator == "," else ";"
            context.report("E0201", f"unexpected `{shown}`", context.span(where[1], where[1]))
            return cat
    elif len(cat) > 1:
        _check_mixed(cat, separator, where[1], context)
    cat.append(separator)
    return cat


def _check_mixed(cat: Cat, separator: Any, token: int, context: Context) -> None:
    """Either commas, or blanks and semicolons (after commas, one `;` begins parameters)."""
    commas = cat.comma or cat[1] == ","
    if commas == (separator == ",") or (commas and type(separator) is int and separator > 0):
        return
    if commas:
        at = token + (separator == " ")
        message = "a `,` is missing before this element"
        span = context.span(at, at) if separator == " " else context.span(token, token)
    else:
        message = "`,` cannot stand among blanks and `;` in an array"
        span = context.span(token, token)
    context.report("E0202", message, span, "write `[a, b]`, or `[a; b]`, or `[a b; c d]`")


@action
def array(values: Values) -> Expr:
    head, args = contents(values[1])
    return Expr(head, args)


@action
def braces(values: Values) -> Expr:
    head, args = contents(values[1])
    if head in ("vect", "comprehension"):
        return Expr("braces", args)
    if head == "hcat":
        return Expr("bracescat", [inner("row", args)])
    if head == "ncat":
        return Expr("bracescat", [inner("nrow", args)])
    return Expr("bracescat", args)


@action
def index(values: Values) -> Expr:
    head, args = contents(values[2])
    if head == "vect":
        return Expr("ref", [values[0], *map(keyword, args)])
    return Expr("typed_" + head, [values[0], *args])


@located
def dot_array(values: Values, where: Sequence[int], context: Context) -> Expr:
    """`a.[1]`: no form with a meaning, but one that is parsed."""
    del where
    head, args = contents(values[3])
    made = inner(head, args)
    return Expr(".", [values[0], QuoteNode(made) if context.modern else inner("quote", [made])])


@located
def dot_braces(values: Values, where: Sequence[int], context: Context) -> Expr:
    del where
    made = pending(braces(values[2:]))
    return Expr(".", [values[0], QuoteNode(made) if context.modern else inner("quote", [made])])


def contents(cat: list[Any]) -> tuple[str, list[Node]]:
    """The head and arguments of what stands in square brackets."""
    if type(cat) is not Cat:
        if cat and type(cat[0]) is Expr and cat[0].mark == "generator":
            cat[0].mark = None
            return "comprehension", cat
        return "vect", cat
    elements, separators = cat[0::2], cat[1::2]
    if cat.comma or "," in separators:
        return "vect", _with_parameters(elements, separators)
    semicolons = [count for count in separators if type(count) is int]
    if not semicolons:
        return "hcat", elements
    if elements[0] is None:
        return "ncat", [max(semicolons)]
    if max(semicolons) > 1:
        return _higher(elements, separators, max(semicolons))
    return _rows(elements, separators)


def _with_parameters(elements: list[Node], separators: list[Any]) -> list[Node]:
    """`a, b; c` as `(parameters :c) :a :b`."""
    for position, separator in enumerate(separators):
        if type(separator) is int and separator > 0:
            tail = inner("parameters", elements[position + 1 :])
            return [tail, *elements[: position + 1]]
    return elements


def _higher(elements: list[Node], separators: list[Any], most: int) -> tuple[str, list[Node]]:
    """`;;` and more; `;;` beside blanks, without lines, is a blank (`[a b ;;↵ c]`)."""
    if most == 2 and " " in separators and 1 not in separators and 0 not in separators:
        return "hcat", elements
    counts = [1 if separator == 0 else separator for separator in separators]
    return "ncat", [most, *_split(elements, counts, most)]


def _split(elements: list[Node], separators: list[Any], count: int) -> list[Node]:
    """What stands between separators of `count` semicolons: elements, `row`s or `nrow`s."""
    result: list[Node] = []
    group: list[Node] = []
    within: list[Any] = []
    for position, element in enumerate(elements):
        group.append(element)
        if position >= len(separators):
            break
        if separators[position] == count:
            result.append(_group(group, within))
            group, within = [], []
        else:
            within.append(separators[position])
    if group:
        result.append(_group(group, within))
    return result


def _group(elements: list[Node], separators: list[Any]) -> Node:
    if len(elements) == 1 and not separators:
        return elements[0]
    most = max((separator for separator in separators if separator != " "), default=0)
    if most:
        return inner("nrow", [most, *_split(elements, separators, most)])
    return inner("row", elements)


def _rows(elements: list[Node], separators: list[Any]) -> tuple[str, list[Node]]:
    """Rows of a matrix; one row that only a newline ends is no matrix."""
    rows: list[list[Node]] = [[elements[0]]]
    for position, separator in enumerate(separators):
        if separator == " ":
            rows[-1].append(elements[position + 1])
        elif position + 1 < len(elements):
            rows.append([elements[position + 1]])
    if len(rows) == 1 and separators[-1] == 0:
        only = rows[0]
        return ("vect", only) if len(only) == 1 else ("hcat", only)
    return "vcat", [row[0] if len(row) == 1 else inner("row", row) for row in rows]
