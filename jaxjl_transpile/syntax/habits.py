"""Habits from other languages that are no Julia, and what Julia has instead."""

from __future__ import annotations

from dataclasses import dataclass

from .expr import Symbol
from .tokens import Tokens


@dataclass(frozen=True, slots=True)
class Advice:
    """What to tell, about which token."""

    token: int
    message: str
    hint: str


# By the first word of a statement.
FIRST_WORDS = {
    "def": "functions are written `function f(x) … end`, or `f(x) = …`",
    "func": "functions are written `function f(x) … end`",
    "fn": "functions are written `function f(x) … end`",
    "class": "types are written `struct Name … end`",
    "elif": "write `elseif`",
    "elsif": "write `elseif`",
    "elseIf": "write `elseif`",
    "except": "write `catch err`",
    "switch": "there is no `switch`; write `if … elseif … end`",
    "case": "there is no `case`; write `if … elseif … end`",
    "match": "there is no `match` statement; write `if … elseif … end`",
    "from": "write `using Module: name`",
    "with": "write `f(…) do x … end`",
    "async": "write `@async …`",
    "await": "write `fetch(task)`",
    "raise": "write `throw(err)` or `error(message)`",
    "assert": "write `@assert condition`",
    "del": "a variable needs no deletion; keys are deleted by `delete!(dict, key)`",
    "print": "`print` and `println` are functions: `println(x)`",
    "var": "variables are declared by assignment: `x = 1`",
    "int": "declare a type by `x::Int = 1`",
    "float": "declare a type by `x::Float64 = 1`",
    "double": "declare a type by `x::Float64 = 1`",
    "type": "write `struct Name … end`, or `const Name = Type`",
    "immutable": "write `struct Name … end`",
    "unless": "write `if !(condition) … end`",
    "until": "write `while !(condition) … end`",
    "foreach": "write `for x in xs … end`",
    "yield": "write a generator, `(f(x) for x in xs)`, or use a `Channel`",
    "nonlocal": "a nested function assigns to the outer variable as it is",
}
# Words that stand between operands elsewhere.
_INFIX_WORDS = {
    "and": "write `a && b`",
    "or": "write `a || b`",
    "not": "write `!a`",
    "is": "write `a === b`",
    "then": "Julia needs no `then`: begin a new line",
    "mod": "write `a % b` or `mod(a, b)`",
    "div": "write `a ÷ b`",
    "xor": "write `a ⊻ b` or `xor(a, b)`",
}


def habit(tokens: Tokens, first: int, index: int) -> Advice | None:
    """What another language's habit explains about the unexpected token `index` of the statement at
    `first`.
    """
    word = _word(tokens, first)
    if word in FIRST_WORDS and first < index <= first + 3:
        return Advice(first, f"`{word}` is not a keyword of Julia", FIRST_WORDS[word])
    for near in (index, index - 1, index + 1):
        word = _word(tokens, near)
        if word in _INFIX_WORDS and near >= first:
            return Advice(near, f"`{word}` is not an operator of Julia", _INFIX_WORDS[word])
        if word == "lambda" and near >= first:
            return Advice(near, "`lambda` is not a keyword of Julia", "write `x -> …`")
    return _operators(tokens, first, index)


def _operators(tokens: Tokens, first: int, index: int) -> Advice | None:
    """`x++`, `// comment`, `&&&`."""
    if index and index <= len(tokens.types) and _word(tokens, index - 1) == "++":
        return Advice(index - 1, "`++` does not increment in Julia", "write `x += 1`")
    for near in range(first, min(index + 1, len(tokens.types))):
        if _word(tokens, near) == "//":
            return Advice(near, "`//` begins no comment in Julia", "comments begin with `#`")
    return None


def _word(tokens: Tokens, index: int) -> str:
    """The name or operator at a token; empty if it is another kind of token."""
    if not 0 <= index < len(tokens.types):
        return ""
    value = tokens.values[index]
    return value.name if isinstance(value, Symbol) else ""
