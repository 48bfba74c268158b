"""Binding powers: how the grammar's ambiguous operator rules are settled.

Where a complete rule meets an operator that could be shifted, the parser shifts when
`LEFT[operator] > RIGHT[rule]` and reduces otherwise. So an operator whose rule has the same power
associates to the left (`plus`, 12 and 12), one with a lower power to the right (`power`: `2^3^2`).
A conflict that neither a power nor `EXCEPTIONS` nor `SHIFT` settles is an error of the build.
"""

from __future__ import annotations

from .wordlist import words

# What a terminal asks of the complete operand to its left.
LEFT: dict[str, float] = {
    "ASSIGN": 2,
    "TILDE": 2,
    "TCOMMA": 2.5,
    "PAIR": 3,
    "QMARK": 4,
    "ARROWOP": 5,
    "OROR": 6,
    "ANDAND": 7,
    "COMPARE": 8,
    "LPIPE": 9,
    "RPIPE": 10,
    "RANGE": 11,
    "ELLIPSIS": 11,
    "PLUS": 12,
    "TIMES": 13,
    "RATIONAL": 14,
    "SHIFT": 15,
    "WHERE": 17,
    "JUXT": 18,
    "POWER": 20,
    "DECL": 21,
    "LAMBDA": 21,
    "CALL_LPAR": 30,
    "INDEX": 30,
    "CURLY": 30,
    "DOT": 30,
    "DOT_LPAR": 30,
    "ADJOINT": 30,
    "DO": 30,
    "DO0": 30,
}

# How tightly a rule holds its last operand.
RIGHT: dict[str, float] = {
    "return_value": 0,
    "const": 0,
    "global_": 0,
    "local": 0,
    "macro_first": 0,
    "macro_next": 0,
    "lambda_": 1.5,
    "ternary": 1.5,
    "assign": 1.9,
    "tilde": 1.9,
    "tuple_next": 2.5,
    "tuple_end": 2.5,
    "pair": 2.9,
    "arrow": 4.9,
    "or_": 5.9,
    "and_": 6.9,
    "where": 7.5,
    "compare": 8,
    "pipe_left": 8.9,
    "pipe_right": 10,
    "range_": 11,
    "plus": 12,
    "times": 13,
    "rational": 14,
    "shift": 15,
    "prefix_subtype": 16,
    "power": 17.5,
    "juxtapose": 18,
    "prefix": 19,
    "declare": 21,
    "prefix_declare": 21,
    "prefix_ampersand": 21,
    "interpolate": 100,
    "quote": 100,
    "dot_quote": 100,
    "dot_interpolate": 100,
    "path_interpolate": 100,
    "path_dot_interpolate": 100,
}

# (rule, terminal) pairs that do not follow the powers.
EXCEPTIONS: dict[tuple[str, str], str] = {
    ("where", "WHERE"): "reduce",  # A where B where C: (A where B) where C
    ("declare", "WHERE"): "shift",  # x::T where T: x::(T where T)
    ("prefix_declare", "WHERE"): "shift",
    ("prefix_ampersand", "WHERE"): "shift",
    ("ternary", "TCOMMA"): "reduce",  # c ? a : b, d: a tuple of two
    ("lambda_", "TCOMMA"): "reduce",  # x -> y, z: a tuple of two
}

_OPERAND_STARTS = words(
    """ABSTRACT AMP ANON_LPAR BEGIN BOOL BREAK CHAR CMD CONST CONTINUE DOLLAR ERROR EXPORT FOR
    FUNCTION
    GLOBAL IF IMPORT LBRACE LBRACK LET LOCAL LPAR MACRO MACRODEF MODULE MSTRUCT NAME NUM PRIMITIVE
    QUOTE QUOTEBLK RETURN STRBEG STRING STRMACRO STRUCT SUBNAME TRY UDECL UNARY USUB WHILE"""
)

# Rules whose last part may be left out, or may go on: they take what they can get. Rules that
# share a
# list action are named by what they reduce to.
SHIFT: dict[str, frozenset[str]] = {
    "return_bare": _OPERAND_STARTS,  # return x
    "tuple_end": _OPERAND_STARTS,  # a, b
    "macro_bare": _OPERAND_STARTS | {"CALL_LPAR", "INDEX", "CURLY"},  # @m x, @m(x)
    "expr": frozenset(("MSPACE",)),  # a macro call takes further arguments
    "export": frozenset(("COMMA",)),
    "import_": frozenset(("COMMA",)),
    "import_from": frozenset(("COMMA",)),
    "path": frozenset(("AS", "DOT", "IDOT", "NAME")),
    "block": frozenset(("SEP",)),
    "block_after": frozenset(("SEP",)),
    "paths": frozenset(("ICOLON",)),  # import A: b
}
