"""The shipped parse table is the grammar's, and the lexer's tokens are described."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from jaxjl_transpile.syntax import table, tokens
from jaxjl_transpile.syntax.actions import ACTIONS
from jaxjl_transpile.syntax.operators import CLASS
from jaxjl_transpile.syntax.powers import EXCEPTIONS, LEFT, RIGHT, SHIFT
from jaxjl_transpile.syntax.wordlist import words

ROOT = Path(__file__).resolve().parents[2]
GRAMMAR = (ROOT / "grammar" / "julia.lark").read_text(encoding="utf-8")


def test_shipped_table_is_made_from_the_grammar() -> None:
    assert table.PATH.read_text(encoding="utf-8") == table.generate(GRAMMAR)


def test_a_conflict_that_nothing_rules_is_an_error() -> None:
    from jaxjl_transpile.syntax._lark_table import UnruledConflict

    ambiguous = GRAMMAR.replace(
        "    | expr PLUS expr                                -> plus",
        "    | expr PLUS expr -> unruled",
    )
    assert ambiguous != GRAMMAR
    with pytest.raises(UnruledConflict, match="unruled"):
        table.generate(ambiguous)


def test_every_rule_has_its_action_and_every_action_its_rule() -> None:
    used = {alias for _, _, alias in table.load().rules if alias is not None}
    assert used <= set(ACTIONS)
    assert set(ACTIONS) - used <= {"second", "same"}


def test_powers_name_rules_and_terminals_of_the_grammar() -> None:
    names = {name for _, name, _ in table.load().rules}
    aliases = {alias for _, _, alias in table.load().rules}
    declared = _terminals()
    assert set(LEFT) <= declared
    assert set(RIGHT) <= aliases
    assert set(SHIFT) <= aliases | names
    assert {terminal for _, terminal in EXCEPTIONS} <= declared


def test_every_operator_class_is_a_terminal() -> None:
    # `!` and its like are only prefix operators: UNARY
    assert set(CLASS.values()) - {"NOT"} <= _terminals()


def test_virtual_terminals_are_described() -> None:
    described = set(re.findall(r"`([A-Z0_]+)`", tokens.__doc__ or ""))
    plain = set(CLASS.values()) | words(
        """NAME NUM BOOL CHAR STRING CMD RPAR RBRACK RBRACE ADJOINT RETURN CONST GLOBAL LOCAL BEGIN
        QUOTEBLK LET WHILE TRY FUNCTION MACRODEF STRUCT MSTRUCT ABSTRACT PRIMITIVE MODULE BREAK
        CONTINUE EXPORT IMPORT END ELSE ELSEIF FINALLY OUTER AS IDOT WHERE JUXT DOT"""
    )
    assert _terminals() - plain <= described


def _terminals() -> set[str]:
    lines = [line for line in GRAMMAR.splitlines() if line.startswith("%declare")]
    return {name for line in lines for name in line.split()[1:]}


def test_parsing_imports_neither_lark_nor_jax_nor_numpy() -> None:
    code = (
        "import sys; from jaxjl_transpile.syntax.parser import parse_text; parse_text('x = 1');"
        "print([name for name in ('lark', 'jax', 'numpy', 'equinox') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.strip() == "[]"
