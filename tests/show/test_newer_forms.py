"""The forms that Julia 1.6 to 1.10 changed, from its sources and release notes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from jaxjl_runtime import jl
from jaxjl_runtime.array import JaxArray
from jaxjl_runtime.exceptions import UndefVarError
from jaxjl_runtime.show import plain, text
from jaxjl_runtime.tuples import NamedTuple


def dict_of(*pairs: Any) -> Any:
    """A `Dict` of keys and values."""
    return jl.Dict(*(jl.Pair(a, b) for a, b in pairs))


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (lambda: dict_of((4, 5)), "Dict(4 => 5)"),
        (lambda: jl.Vector[jl.Float64], "Vector{Float64}"),
        (lambda: jl.Array[jl.Int64, 3], "Array{Int64, 3}"),
        (lambda: jl.Dict[jl.String, jl.Any], "Dict{String, Any}"),
        (lambda: jl.Complex[jl.Float64], "ComplexF64"),
        (lambda: jl.Tuple[jl.Int64, jl.Float64], "Tuple{Int64, Float64}"),
        (lambda: jl.typeof(NamedTuple(a=1, b="x")), "@NamedTuple{a::Int64, b::String}"),
        (lambda: JaxArray(np.zeros((1, 2))), "[0.0; 0.0;;]"),
        (lambda: JaxArray(np.zeros((3, 0))), "Matrix{Float64}(undef, 0, 3)"),
        (lambda: JaxArray(np.zeros((2, 1, 1))), "[0.0;;; 0.0]"),
    ],
)
def test_show(value: Any, told: str) -> None:
    assert text(value()) == told


def test_commas_of_dictionaries() -> None:
    assert text(dict_of(("a", 1), ("b", 2))) in (
        'Dict("a" => 1, "b" => 2)',
        'Dict("b" => 2, "a" => 1)',
    )


def test_summaries() -> None:
    assert plain(JaxArray(np.array([1.0, 2.5]))) == "2-element Vector{Float64}:\n 1.0\n 2.5"
    assert plain(JaxArray(np.array([[1, 3], [2, 4]]))) == "2×2 Matrix{Int64}:\n 1  2\n 3  4"
    assert plain(dict_of(("a", 1))) == 'Dict{String, Int64} with 1 entry:\n  "a" => 1'


def test_errors() -> None:
    with pytest.raises(UndefVarError) as got:
        jl.undefined("nothere")
    assert str(got.value) == "UndefVarError: `nothere` not defined"
