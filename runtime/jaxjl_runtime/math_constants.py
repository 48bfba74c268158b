"""`Base.MathConstants`: the constants under all their names."""

from __future__ import annotations

from .constants import catalan, euler, eulergamma, golden, im, pi
from .jl import constant

for _name, _value in (("pi", pi), ("π", pi), ("ℯ", euler), ("im", im)):
    constant(_name, _value)

MATH_CONSTANTS = {
    "e": euler, "ℯ": euler, "pi": pi, "π": pi, "γ": eulergamma, "eulergamma": eulergamma, "φ":
    golden,
    "golden": golden, "catalan": catalan,
}  # fmt: skip
