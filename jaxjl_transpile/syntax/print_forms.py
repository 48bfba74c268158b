"""How Julia prints operators, calls, literals of collections, strings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .expr import Expr, GlobalRef, Literal, Node, QuoteNode, Symbol, sym
from .print_atoms import (
    PREC_DECLARATION,
    QUOTED_IN_PARENTHESES,
    escaped,
    is_identifier,
    is_operator,
    precedence,
    reference_text,
    string_text,
    symbol_text,
)  # fmt: skip
from .printer import (
    UNARY,
    Pieces,
    Place,
    enclosed,
    infix,
    is_expr,
    items,
    line_text,
    prints,
    quote,
    show,
)  # fmt: skip
from .wordlist import words

_WIDE = words(
    """= += -= *= /= \\= ^= &= |= ÷= %= >>>= >>= <<= .= .+= .-= .*= ./= .\\= .^= .&= .|= .÷= .%=
    .>>>= .>>= .<<= && || .&& .|| <: $= ⊻= >:"""
)
_BRACKETS = {"call": "()", "calldecl": "()", "ref": "[]", "curly": "{}", ".": "()"}
_LISTS = {
    "vcat": ("[", "; ", "]"), "hcat": ("[", " ", "]"), "row": ("", " ", ""), "vect": ("[", ", ",
    "]"),
    "braces": ("{", ", ", "}"), "bracescat": ("{", "; ", "}"),
}  # fmt: skip
_NO_JUXTAPOSITION = ("e", "E", "f")
_NUMBER_MACROS = ("@int128_str", "@uint128_str", "@big_str")


@prints(*_WIDE, ":", "->", "::")
def _infix(expr: Expr, place: Place) -> Pieces:
    head, args = expr.head, expr.args
    if len(args) == 2:
        separator = f" {head} " if head in _WIDE else head
        yield infix(args, separator, precedence(head), place)
    elif len(args) == 1 and head in ("::", "<:", ">:"):
        yield head
        yield show(args[0], place.inner(0))


@prints(".")
def _dot(expr: Expr, place: Place) -> Pieces:
    args = expr.args
    if len(args) == 2 and is_expr(args[1], "tuple"):
        arguments = args[1]
        assert isinstance(arguments, Expr)
        yield call(".", args[0], arguments.args, place, True)
    elif len(args) == 2 and (isinstance(args[1], QuoteNode) or is_expr(args[1], "quote", "inert")):
        yield _field(args[0], _unquoted(args[1]), place)
    elif len(args) == 1 and isinstance(args[0], Symbol) and is_operator(args[0].name):
        yield f"(.{args[0].name})"


def _unquoted(node: Node) -> Node:
    if isinstance(node, QuoteNode):
        return node.value
    assert isinstance(node, Expr)
    return node.args[0]


def _field(item: Node, field: Node, place: Place) -> Pieces:
    inside = place.inner(0)
    quoted_item = isinstance(item, QuoteNode) or is_expr(item, "quote", "inert")
    plain = (
        quoted_item or (isinstance(item, Symbol) and is_identifier(item.name)) or is_expr(item, ".")
    )
    yield from _maybe(not plain, show(item, inside))
    yield "."
    parens = not isinstance(field, Symbol) or field.name in QUOTED_IN_PARENTHESES
    if parens or (isinstance(field, Symbol) and is_operator(field.name)):
        yield ":"
    yield from _maybe(parens, show(field, inside))


def _maybe(parens: bool, pieces: Pieces) -> Pieces:
    if parens:
        yield "("
    yield pieces
    if parens:
        yield ")"


@prints("tuple")
def _tuple(expr: Expr, place: Place) -> Pieces:
    args, inside = expr.args, place.inner(0)
    yield "("
    if args and is_expr(args[0], "parameters"):
        named = args[0]
        assert isinstance(named, Expr)
        yield items(args[1:], ", ", inside)
        if len(args) == 2:
            yield ","
        yield ";"
        if named.args:
            yield " "
        yield items(named.args, ", ", inside, keywords=True)
    else:
        yield items(args, ", ", inside)
        if len(args) == 1:
            yield ","
    yield ")"


@prints(*_LISTS, "typed_vcat", "typed_hcat")
def _list(expr: Expr, place: Place) -> Pieces:
    head, args = expr.head, expr.args
    if head.startswith("typed_"):
        yield show(args[0], place)
        head, args = head.removeprefix("typed_"), args[1:]
    opener, separator, closer = _LISTS[head]
    yield opener
    yield items(args, separator, place.inner(0))
    if head == "vcat" and len(args) == 1:
        yield ";"
    yield closer


@prints("ncat", "typed_ncat", "nrow")
def _ncat(expr: Expr, place: Place) -> Pieces:
    args = expr.args
    if expr.head == "typed_ncat":
        yield show(args[0], place)
        args = args[1:]
    count = args[0]
    if not isinstance(count, int):
        return
    yield "" if expr.head == "nrow" else "["
    yield items(args[1:], ";" * count + " ", place.inner(0))
    if len(args) == 2 and expr.head != "nrow":
        yield ";" * count
    yield "" if expr.head == "nrow" else "]"


@prints("call")
def _call(expr: Expr, place: Place) -> Pieces:
    if not expr.args:
        return
    function, args = expr.args[0], expr.args[1:]
    name = function.name if isinstance(function, (Symbol, GlobalRef)) else ""
    own = precedence(name) if name else 0
    if isinstance(function, GlobalRef) and (own > 0 or name in UNARY):
        function = sym(name)
    named = any(is_expr(arg, "kw") for arg in args) or (
        bool(args) and is_expr(args[0], "parameters")
    )
    if named or not isinstance(function, Symbol):
        yield call("call", function, args, place, True)
    elif name == "*" and _juxtaposed(args):
        yield infix(args, "", own, place, operators=False)
    elif name in UNARY and len(args) == 1:
        yield name
        operand = args[0]
        if isinstance(operand, Expr) or (isinstance(operand, Symbol) and is_operator(operand.name)):
            yield enclosed("(", args, ", ", ")", place.inner(own))
        else:
            yield show(operand, place.inner(own))
    elif own > 0:
        yield _operator_call(name, args, own, place)
    else:
        yield call("call", function, args, place, True)


def _juxtaposed(args: Sequence[Node]) -> bool:
    """Whether a product is printed as `2x`."""
    if len(args) != 2 or not isinstance(args[1], Symbol):
        return False
    factor = args[0]
    if isinstance(factor, Literal):
        if factor.type != "Float32":
            return False
    elif type(factor) not in (int, float):
        return False
    first = args[1].name[:1]
    hexadecimal = type(factor) is int and factor == 0 and first in ("b", "o", "x")
    return first not in _NO_JUXTAPOSITION and not hexadecimal


def _operator_call(name: str, args: list[Node], own: int, place: Place) -> Pieces:
    count = len(args)
    infix_form = (
        count == 2 or (count > 2 and name in ("+", "++", "*")) or (count == 3 and name == ":")
    )
    if infix_form and not any(is_expr(arg, "...") for arg in args):
        yield infix(args, ":" if name == ":" else f" {name} ", own, place)
    elif count == 1:
        yield f"({symbol_text(name)})"
        yield enclosed("(", args, ", ", ")", place.inner(0))
    else:
        yield call("call", sym(name), args, place, True)


def call(head: str, function: Node, args: Sequence[Node], place: Place, keywords: bool) -> Pieces:
    """`f(x; k = 1)`, `a[i]`, `T{S}`, `f.(x)`."""
    brackets = _BRACKETS[head]
    opener, closer = brackets[0], brackets[1]
    inside = place.inner(0)
    plain = isinstance(function, GlobalRef) or is_expr(function, ".", "curly", "macroname")
    if isinstance(function, Symbol):
        plain = function.name != ":" and not (head == "." and is_operator(function.name))
    yield from _maybe(not plain, show(function, inside))
    if head == ".":
        yield "."
    if args and is_expr(args[0], "parameters"):
        named = args[0]
        assert isinstance(named, Expr)
        yield opener
        yield items(args[1:], ", ", inside, keywords=keywords)
        yield "; "
        yield items(named.args, ", ", inside, keywords=keywords)
        yield closer
    else:
        yield enclosed(opener, args, ", ", closer, inside, keywords=keywords)


@prints("ref", "curly", "calldecl")
def _bracketed(expr: Expr, place: Place) -> Pieces:
    if expr.args:
        where = replace(place, indexing=True) if expr.head == "ref" else place
        yield call(expr.head, expr.args[0], expr.args[1:], where, expr.head != "curly")


@prints("comprehension")
def _comprehension(expr: Expr, place: Place) -> Pieces:
    if len(expr.args) == 1:
        yield "["
        yield _generator_inside(expr.args[0], place)
        yield "]"


@prints("typed_comprehension")
def _typed_comprehension(expr: Expr, place: Place) -> Pieces:
    if len(expr.args) == 2:
        yield show(expr.args[0], place.inner(0))
        yield "["
        yield _generator_inside(expr.args[1], place)
        yield "]"


@prints("generator", "flatten")
def _generator(expr: Expr, place: Place) -> Pieces:
    yield "("
    yield _generator_inside(expr, place)
    yield ")"


def _generator_inside(node: Node, place: Place) -> Pieces:
    inside = place.inner(0)
    clauses: list[list[Node]] = []
    while isinstance(node, Expr) and node.head == "flatten":
        generator = node.args[0]
        assert isinstance(generator, Expr)
        clauses.append(generator.args[1:])
        node = generator.args[0]
    assert isinstance(node, Expr)
    clauses.append(node.args[1:])
    yield show(node.args[0], inside)
    for clause in clauses:
        yield " for "
        yield items(clause, ", ", inside)


@prints("filter")
def _filter(expr: Expr, place: Place) -> Pieces:
    condition, iterations = expr.args[0], expr.args[1:]
    if len(iterations) == 1:
        yield show(iterations[0], place.inner(0))
        yield " if "
        yield show(condition, place.inner(0))


@prints("comparison")
def _comparison(expr: Expr, place: Place) -> Pieces:
    args = expr.args
    if len(args) >= 3 and len(args) % 2:
        own = min(precedence(arg.name) if isinstance(arg, Symbol) else 0 for arg in args[1::2])
        yield infix(args, " ", own, place, operators=False)


@prints("...")
def _splat(expr: Expr, place: Place) -> Pieces:
    if len(expr.args) == 1:
        yield show(expr.args[0], place.inner(0))
        yield "..."


@prints("'")
def _adjoint(expr: Expr, place: Place) -> Pieces:
    if len(expr.args) == 1:
        yield from _maybe(not isinstance(expr.args[0], Symbol), show(expr.args[0], place.inner(0)))
        yield "'"


@prints("where")
def _where(expr: Expr, place: Place) -> Pieces:
    args = expr.args
    if len(args) < 2:
        return
    parens = place.precedence >= 1
    if parens:
        yield "("
    yield show(args[0], place.inner(PREC_DECLARATION))
    yield " where "
    if len(args) == 2:
        yield show(args[1], place.inner(1))
    else:
        yield enclosed("{", args[1:], ", ", "}", place.inner(0))
    if parens:
        yield ")"


@prints("string")
def _string(expr: Expr, place: Place) -> Pieces:
    if len(expr.args) == 1 and isinstance(expr.args[0], str):
        yield string_text(expr.args[0])
        return
    yield '"'
    for arg in expr.args:
        if isinstance(arg, str):
            yield escaped(arg, '"$')
        else:
            yield "$("
            yield show(arg, Place(0, 0, place.fallback, place.indexing))
            yield ")"
    yield '"'


@prints("&", "$")
def _prefixed(expr: Expr, place: Place) -> Pieces:
    if len(expr.args) != 1 or (expr.head == "$" and place.fallback):
        return
    value = expr.args[0]
    yield expr.head
    parens = isinstance(value, Expr) and value.head not in ("tuple", "$", "vect", "braces")
    parens = parens or (isinstance(value, Symbol) and is_operator(value.name))
    yield from _maybe(parens, show(value, replace(place, indent=0, precedence=0)))


@prints("quote")
def _quote(expr: Expr, place: Place) -> Pieces:
    outside = place.outside_index()
    if len(expr.args) == 1 and isinstance(expr.args[0], Symbol):
        yield quote(expr.args[0], outside.inner(0))
    elif len(expr.args) == 1 and not place.fallback:
        if is_expr(expr.args[0], "block"):
            yield quote(expr.args[0], outside)
        else:
            yield ":("
            yield show(expr.args[0], outside.inner(0, 2))
            yield ")"


@prints("macrocall")
def _macro_call(expr: Expr, place: Place) -> Pieces:
    args = expr.args
    if len(args) < 2:
        return
    name = args[0]
    core = name.name if isinstance(name, GlobalRef) and name.module == "Core" else ""
    text = args[2] if len(args) > 2 else None
    if core == "@cmd" and isinstance(text, str):
        yield f"`{text}`"
    elif core in _NUMBER_MACROS and isinstance(text, str):
        yield text
    elif isinstance(name, Symbol) and isinstance(text, str) and name.name.endswith("_str"):
        yield name.name[1:-4] + '"' + _raw(text) + '"'
        if len(args) == 4:
            suffix = args[3]
            yield suffix if isinstance(suffix, str) else show(suffix, place)
    else:
        yield _general_macro_call(args, place)


def _raw(text: str) -> str:
    """The text between the quotes of a string macro."""
    out = []
    backslashes = 0
    for char in text:
        if char == "\\":
            backslashes += 1
            continue
        out.append("\\" * (backslashes * 2 + 1 if char == '"' else backslashes) + char)
        backslashes = 0
    return "".join(out) + "\\" * (2 * backslashes)


def _general_macro_call(args: list[Node], place: Place) -> Pieces:
    from .expr import LineNumberNode

    if isinstance(args[1], LineNumberNode):
        yield line_text(args[1]) + " "
    named = Expr("macroname", [args[0]]) if _is_macro_name(args[0]) else args[0]
    if place.precedence >= 0:
        yield call("call", named, args[2:], place, False)
    else:
        yield items([named, *args[2:]], " ", place.inner(0))


def _is_macro_name(node: Node) -> bool:
    if isinstance(node, Symbol):
        return node.name.startswith("@")
    if isinstance(node, GlobalRef):
        return True
    if not isinstance(node, Expr) or node.head != "." or len(node.args) != 2:
        return False
    return isinstance(node.args[1], QuoteNode) or is_expr(node.args[1], "quote")


@prints("macroname")
def _macro_name(expr: Expr, place: Place) -> Pieces:
    del place
    name = expr.args[0]
    if isinstance(name, Symbol):
        yield symbol_text(name.name, macro=True)
    elif isinstance(name, GlobalRef):
        yield reference_text(name, macro=True)
    else:
        assert isinstance(name, Expr)
        module, member = name.args[0], _unquoted(name.args[1])
        plain = isinstance(module, (Symbol, GlobalRef)) or is_expr(module, ".")
        yield from _maybe(not plain, show(module, Place(precedence=0)))
        yield "."
        if isinstance(member, Symbol):
            yield symbol_text(member.name, macro=True)
        else:
            yield show(member, Place(precedence=0))
