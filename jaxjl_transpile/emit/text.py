"""Python expressions -> text: flat, or opened at the outermost bracket if a line is too short."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence

WIDTH = 100
INDENT = 4

# Binding powers, loosest first.
_NAMED, _LAMBDA, _IF, _OR, _AND, _NOT, _COMPARE, _SUM, _PRODUCT, _UNARY, _POWER, _ATOM = range(12)

_BINARY: dict[type[ast.operator], tuple[str, int]] = {
    ast.Add: ("+", _SUM),
    ast.Sub: ("-", _SUM),
    ast.Mult: ("*", _PRODUCT),
    ast.Div: ("/", _PRODUCT),
}
_COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Is: "is",
    ast.IsNot: "is not",
}


def flat(node: ast.expr, power: int = _NAMED) -> str:
    """The expression on one line, in brackets if it binds looser than its place asks."""
    text, own = _WRITERS[type(node)](node)
    return f"({text})" if own < power else text


Writer = Callable[..., tuple[str, int]]
_WRITERS: dict[type, Writer] = {}


def _writes(cls: type) -> Callable[[Writer], Writer]:
    def register(writer: Writer) -> Writer:
        _WRITERS[cls] = writer
        return writer

    return register


@_writes(ast.Name)
def _name(node: ast.Name) -> tuple[str, int]:
    return node.id, _ATOM


@_writes(ast.Constant)
def _constant(node: ast.Constant) -> tuple[str, int]:
    if isinstance(node.value, str):
        return quoted(node.value), _ATOM
    if isinstance(node.value, float):
        return _float(node.value), _ATOM
    return repr(node.value), _ATOM


def _float(number: float) -> str:
    """Python's shortest digits, with the exponent as `ruff format` writes it."""
    text = repr(number)
    mantissa, mark, exponent = text.partition("e")
    return f"{mantissa}e{int(exponent)}" if mark and exponent.lstrip("+-0") == "" else text


def quoted(text: str) -> str:
    """A string literal in double quotes, unless that takes more escapes than single ones."""
    written = repr(text)
    quote, inner = written[0], written[1:-1]
    if quote == '"':
        return written
    if text.count('"') > text.count("'"):
        return written
    return '"' + inner.replace("\\'", "'").replace('"', '\\"') + '"'


@_writes(ast.Attribute)
def _attribute(node: ast.Attribute) -> tuple[str, int]:
    number = isinstance(node.value, ast.Constant) and isinstance(node.value.value, int | float)
    owner = flat(node.value, _ATOM)
    return (f"({owner}).{node.attr}" if number else f"{owner}.{node.attr}"), _ATOM


@_writes(ast.Call)
def _call(node: ast.Call) -> tuple[str, int]:
    return f"{flat(node.func, _ATOM)}({', '.join(_argument_texts(node))})", _ATOM


def _argument_texts(node: ast.Call) -> list[str]:
    texts = [flat(argument) for argument in node.args]
    return texts + [_keyword_prefix(k) + flat(k.value, _LAMBDA) for k in node.keywords]


def _keyword_prefix(node: ast.keyword) -> str:
    return "**" if node.arg is None else f"{node.arg}="


@_writes(ast.Subscript)
def _subscript(node: ast.Subscript) -> tuple[str, int]:
    index = node.slice
    if isinstance(index, ast.Tuple) and index.elts:
        inner = bare(index)
    else:
        inner = flat(index)
    return f"{flat(node.value, _ATOM)}[{inner}]", _ATOM


@_writes(ast.Tuple)
def _tuple(node: ast.Tuple) -> tuple[str, int]:
    return (f"({bare(node)})" if node.elts else "()"), _ATOM


def bare(node: ast.expr) -> str:
    """A tuple without its brackets; any other expression as it is."""
    if not isinstance(node, ast.Tuple) or not node.elts:
        return flat(node)
    items = ", ".join(flat(item, _LAMBDA) for item in node.elts)
    return items + "," if len(node.elts) == 1 else items


@_writes(ast.Dict)
def _dict(node: ast.Dict) -> tuple[str, int]:
    return "{" + ", ".join(_entries(node)) + "}", _ATOM


def _entries(node: ast.Dict) -> list[str]:
    pairs = zip(node.keys, node.values, strict=True)
    return [f"{flat(key)}: {flat(item)}" for key, item in pairs if key is not None]


@_writes(ast.Starred)
def _starred(node: ast.Starred) -> tuple[str, int]:
    return f"*{flat(node.value, _OR)}", _ATOM


@_writes(ast.NamedExpr)
def _named(node: ast.NamedExpr) -> tuple[str, int]:
    return f"{flat(node.target)} := {flat(node.value, _LAMBDA)}", _NAMED


@_writes(ast.Lambda)
def _lambda(node: ast.Lambda) -> tuple[str, int]:
    return lambda_head(node) + flat(node.body, _LAMBDA), _LAMBDA


def lambda_head(node: ast.Lambda) -> str:
    """`lambda x, y: `."""
    parameters = ", ".join(parameter_texts(node.args))
    return f"lambda {parameters}: " if parameters else "lambda: "


@_writes(ast.IfExp)
def _if(node: ast.IfExp) -> tuple[str, int]:
    then, test = flat(node.body, _OR), flat(node.test, _OR)
    return f"{then} if {test} else {flat(node.orelse, _IF)}", _IF


@_writes(ast.BoolOp)
def _bool(node: ast.BoolOp) -> tuple[str, int]:
    word, power = (" and ", _AND) if isinstance(node.op, ast.And) else (" or ", _OR)
    return word.join(flat(item, power + 1) for item in node.values), power


@_writes(ast.UnaryOp)
def _unary(node: ast.UnaryOp) -> tuple[str, int]:
    if isinstance(node.op, ast.Not):
        return f"not {flat(node.operand, _NOT)}", _NOT
    return f"-{flat(node.operand, _UNARY)}", _UNARY


@_writes(ast.Compare)
def _compare(node: ast.Compare) -> tuple[str, int]:
    parts = [flat(node.left, _SUM)]
    for operator, item in zip(node.ops, node.comparators, strict=True):
        parts += [_COMPARISONS[type(operator)], flat(item, _SUM)]
    return " ".join(parts), _COMPARE


@_writes(ast.BinOp)
def _binary(node: ast.BinOp) -> tuple[str, int]:
    symbol, power = _BINARY[type(node.op)]
    return f"{flat(node.left, power)} {symbol} {flat(node.right, power + 1)}", power


def parameter_texts(node: ast.arguments) -> list[str]:
    """The parameters of a `def` or `lambda`, one text each."""
    texts: list[str] = []
    first_default = len(node.args) - len(node.defaults)
    for position, argument in enumerate(node.args):
        late = position - first_default
        texts.append(_parameter(argument, node.defaults[late] if late >= 0 else None))
    if node.vararg is not None:
        texts.append("*" + _parameter(node.vararg, None))
    elif node.kwonlyargs:
        texts.append("*")
    for argument, default in zip(node.kwonlyargs, node.kw_defaults, strict=True):
        texts.append(_parameter(argument, default))
    if node.kwarg is not None:
        texts.append("**" + _parameter(node.kwarg, None))
    return texts


def _parameter(node: ast.arg, default: ast.expr | None) -> str:
    text = node.arg if node.annotation is None else f"{node.arg}: {flat(node.annotation)}"
    if default is None:
        return text
    equals = " = " if node.annotation is not None else "="
    return text + equals + flat(default, _LAMBDA)


# ---------------------------------------------------------------------------------- broken lines


def lines(node: ast.expr, indent: int, head: str = "", tail: str = "") -> list[str]:
    """The lines of `head`, the expression and `tail`; opened where one line does not hold them."""
    text = head + flat(node) + tail
    if indent + len(text) <= WIDTH:
        return [" " * indent + text]
    match node:
        case ast.Call():
            return _open_call(node, indent, head, tail)
        case ast.Tuple():
            items: list[tuple[str, ast.expr]] = [("", item) for item in node.elts]
            return _one_a_line(items, indent, head + "(", ")" + tail)
        case ast.Dict():
            pairs = zip(node.keys, node.values, strict=True)
            named = [(f"{flat(k)}: ", v) for k, v in pairs if k is not None]
            return _one_a_line(named, indent, head + "{", "}" + tail)
        case ast.Lambda():
            return _open_lambda(node, indent, head, tail)
        case ast.IfExp() if not head:
            return _choice(node, indent, tail)
        case ast.NamedExpr():
            return lines(node.value, indent, f"{head}{flat(node.target)} := ", tail)
        case ast.Starred():
            return lines(node.value, indent, head + "*", tail)
        case ast.Attribute(value=ast.Call() as call):
            return lines(call, indent, head, f".{node.attr}{tail}")
        case ast.UnaryOp(op=ast.Not()):
            return lines(node.operand, indent, head + "not ", tail)
        case ast.BoolOp() if not head:
            return _operands(node, indent, tail)
        case _:
            return [" " * indent + text]


def _open_lambda(node: ast.Lambda, indent: int, head: str, tail: str) -> list[str]:
    """A body that opens by itself stays; any other goes into brackets."""
    start = head + lambda_head(node)
    if isinstance(node.body, ast.Call | ast.Tuple | ast.Lambda):
        return lines(node.body, indent, start, tail)
    margin = " " * indent
    inner = lines(node.body, indent + INDENT)
    return [f"{margin}{start}(", *inner, f"{margin}){tail}"]


def _choice(node: ast.IfExp, indent: int, tail: str) -> list[str]:
    """`a if c else b`, inside brackets: three lines."""
    return [
        *lines(node.body, indent),
        *lines(node.test, indent, "if "),
        *lines(node.orelse, indent, "else ", tail),
    ]


def _operands(node: ast.BoolOp, indent: int, tail: str) -> list[str]:
    """`a and b`, inside brackets: an operand a line."""
    word = "and " if isinstance(node.op, ast.And) else "or "
    last = len(node.values) - 1
    out: list[str] = []
    for position, item in enumerate(node.values):
        ending = tail if position == last else ""
        out += lines(item, indent, word if position else "", ending)
    return out


def _open_call(node: ast.Call, indent: int, head: str, tail: str) -> list[str]:
    if isinstance(node.func, ast.Lambda) and not node.args and not node.keywords:
        margin = " " * indent
        opened = lines(node.func, indent + INDENT)
        return [f"{margin}{head}(", *opened, f"{margin})(){tail}"]
    callee = head + flat(node.func, _ATOM) + "("
    inner = ", ".join(_argument_texts(node))
    if not inner:
        return [" " * indent + callee + ")" + tail]
    if indent + INDENT + len(inner) <= WIDTH:
        return [
            " " * indent + callee,
            " " * (indent + INDENT) + inner,
            " " * indent + ")" + tail,
        ]
    items: list[tuple[str, ast.expr]] = [("", argument) for argument in node.args]
    items += [(_keyword_prefix(k), k.value) for k in node.keywords]
    return _one_a_line(items, indent, callee, ")" + tail)


def _one_a_line(
    items: Sequence[tuple[str, ast.expr]], indent: int, first: str, last: str
) -> list[str]:
    out = [" " * indent + first]
    for prefix, item in items:
        out += lines(item, indent + INDENT, prefix, ",")
    return [*out, " " * indent + last]


def unbracketed(node: ast.expr) -> str:
    """A tuple of several without its brackets, as a statement has it."""
    return bare(node) if isinstance(node, ast.Tuple) and len(node.elts) > 1 else flat(node)


def assigned_lines(node: ast.expr, indent: int, head: str) -> list[str]:
    """The right side of an assignment or `return`: a tuple that fits has no brackets."""
    text = head + unbracketed(node)
    if indent + len(text) <= WIDTH:
        return [" " * indent + text]
    if isinstance(node, ast.Compare | ast.BinOp | ast.BoolOp | ast.IfExp):
        inner = lines(node, indent + INDENT)
        return [" " * indent + head + "(", *inner, " " * indent + ")"]
    return lines(node, indent, head)
