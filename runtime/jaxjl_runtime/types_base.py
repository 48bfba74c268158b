"""The types of Core, Base and the standard libraries, and their aliases, by name.

`base_types.txt` holds the tree. `names` (of `types_text.py`) finds them all; the ones that the
runtime's own files use are attributes of this module.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np

from . import config
from .typeof import FUNCTION, register_class, register_dtype, register_foreign
from .types import (
    ANY,
    BOTTOM,
    DATATYPE,
    TUPLE,
    TYPE,
    TYPEOFBOTTOM,
    TYPEVAR,
    UNION,
    UNIONALL,
    VARARG,
    DataType,
    TypeName,
    TypeVar,
    Vararg,
    declare,
    make_datatype,
    make_tuple,
    make_union,
    make_where,
    rewrap_variables,
    unwrap,
)
from .types_text import names, parse_type, parse_variable

__all__ = ["TypeVar", "alias", "declare_type", "names", "parse_type"]

names.update(
    Any=ANY, Tuple=TUPLE, Type=TYPE, DataType=DATATYPE, UnionAll=UNIONALL, Union=UNION,
    TypeVar=TYPEVAR, TypeofBottom=TYPEOFBOTTOM, Vararg=VARARG, Function=FUNCTION,
)  # fmt: skip
names["Union{}"] = BOTTOM

_DECLARATION = re.compile(
    r"(?P<module>\w+) (?P<kind>\w+)(?: (?P<bits>\d+))? (?P<name>\w+)(?:\{(?P<variables>.*?)\})?"
    r" <: (?P<supertype>[^|]*?)(?: \| (?P<fields>.*))?$"
)


def declare_type(line: str) -> Any:
    """The type that one line of `base_types.txt` declares."""
    match = _DECLARATION.match(line)
    if match is None:
        raise ValueError(f"no declaration of a type: {line!r}")
    variables: dict[str, TypeVar] = {}
    for text in split_top(match["variables"] or ""):
        var = parse_variable(text, variables)
        variables[var.name] = var
    name = TypeName(
        match["name"],
        tuple(variables.values()),
        parse_type(match["supertype"], variables),
        kind=match["kind"],
        module=match["module"],
        bits=int(match["bits"] or 0),
    )
    made = declare(name)
    names[name.name] = made
    fields = [text.partition("::") for text in split_top(match["fields"] or "")]
    name.field_names = tuple(field[0] for field in fields)
    _pending.append((name, [field[2] for field in fields], variables))
    return made


_pending: list[tuple[TypeName, list[str], dict[str, TypeVar]]] = []


def split_top(text: str) -> list[str]:
    """The parts of a text between the commas outside all brackets."""
    parts = [""]
    depth = 0
    for character in text:
        depth += (character in "{(") - (character in "})")
        if character == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return [part.strip() for part in parts if part.strip()]


def alias(name: str, text: str) -> Any:
    """Give a type a second name."""
    found = names[name] = parse_type(text)
    return found


def _load() -> None:
    for line in Path(__file__).with_name("base_types.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            declare_type(line)
    for name, types, variables in _pending:
        name.field_types = tuple(parse_type(text, variables) for text in types)
    _pending.clear()


_load()

_ALIASES = {
    "Int": "Int64", "UInt": "UInt64", "ComplexF64": "Complex{Float64}",
    "ComplexF32": "Complex{Float32}", "ComplexF16": "Complex{Float16}",
    "Vector": "Array{T,1} where T", "Matrix": "Array{T,2} where T",
    "VecOrMat": "Union{Array{T,1},Array{T,2}} where T",
    "AbstractVector": "AbstractArray{T,1} where T", "AbstractMatrix": "AbstractArray{T,2} where T",
    "AbstractVecOrMat": "Union{AbstractArray{T,1},AbstractArray{T,2}} where T",
    "DenseVector": "DenseArray{T,1} where T", "DenseMatrix": "DenseArray{T,2} where T",
    "DenseVecOrMat": "Union{DenseArray{T,1},DenseArray{T,2}} where T",
    "BitVector": "BitArray{1}", "BitMatrix": "BitArray{2}",
    "BitSigned": "Union{Int8,Int16,Int32,Int64,Int128}",
    "BitUnsigned": "Union{UInt8,UInt16,UInt32,UInt64,UInt128}",
    "BitInteger": "Union{Int8,Int16,Int32,Int64,Int128,UInt8,UInt16,UInt32,UInt64,UInt128}",
    "IEEEFloat": "Union{Float16,Float32,Float64}",
    "HWNumber": "Union{Int8,Int16,Int32,Int64,Int128,UInt8,UInt16,UInt32,UInt64,UInt128,"
    "Float16,Float32,Float64}",
    "Callable": "Union{Function,Type}",
    "Dims": "Tuple{Vararg{Int64,N}} where N",
    "IOBuffer": "GenericIOBuffer{Array{UInt8,1}}",
    "BigFloatOrInt": "Union{BigFloat,BigInt}",
    "Cint": "Int32", "Clong": "Int64", "Cdouble": "Float64", "Cfloat": "Float32",
    "Csize_t": "UInt64",
    "Cuint": "UInt32", "Cchar": "Int8", "Cuchar": "UInt8", "Cvoid": "Nothing", "Clonglong": "Int64",
    "AdjOrTrans": "Union{Adjoint{T,S},Transpose{T,S}} where {T,S}",
    "RealHermSymComplexHerm": "Union{Hermitian{T,S},Symmetric{T,S}} where {T<:Real,S}",
    "HermOrSym": "Union{Hermitian{T,S},Symmetric{T,S}} where {T,S}",
}  # fmt: skip
for _name, _text in _ALIASES.items():
    alias(_name, _text)

_N, _T = TypeVar("N"), TypeVar("T")
names["NTuple"] = make_where(_N, make_where(_T, make_tuple((Vararg(_T, _N),))))
_STRIDED = "Array{T,N}|SubArray{T,N,P,I,L}|ReshapedArray{T,N,P,MI}|ReinterpretArray{T,N,S,A}"


def _strided() -> None:
    """`StridedArray` and its vector and matrix: Unions of arrays that lie in memory."""
    for name, dims in (("StridedArray", None), ("StridedVector", 1), ("StridedMatrix", 2)):
        t, n = TypeVar("T"), TypeVar("N")
        rank = n if dims is None else dims
        members = []
        for head in ("Array", "SubArray", "ReshapedArray"):
            body = unwrap(names[head])
            extra = tuple(TypeVar(v.name, v.upper) for v in body.parameters[2:])
            made = make_datatype(body.name, (t, rank, *extra))
            members.append(rewrap_variables(made, extra))
        union = make_union(*members)
        names[name] = make_where(t, union if dims else make_where(n, union))


_strided()
names["StridedVecOrMat"] = make_where(
    _T, make_union(names["StridedVector"][_T], names["StridedMatrix"][_T])
)

Int8, Int16, Int32, Int64, Int128 = (names[f"Int{n}"] for n in (8, 16, 32, 64, 128))
UInt8, UInt16, UInt32, UInt64, UInt128 = (names[f"UInt{n}"] for n in (8, 16, 32, 64, 128))
Float16, Float32, Float64 = (names[f"Float{n}"] for n in (16, 32, 64))
Bool, String, Nothing, Missing = (names[n] for n in ("Bool", "String", "Nothing", "Missing"))
Number, Real, Integer, Complex = (names[n] for n in ("Number", "Real", "Integer", "Complex"))
AbstractArray, Array, AbstractFloat = (
    names[n] for n in ("AbstractArray", "Array", "AbstractFloat")
)
AbstractString, Char, SymbolType = (names[n] for n in ("AbstractString", "Char", "Symbol"))
Signed, Unsigned, Exception_ = (names[n] for n in ("Signed", "Unsigned", "Exception"))
ComplexF64, ComplexF32 = names["ComplexF64"], names["ComplexF32"]
Vector, Matrix = names["Vector"], names["Matrix"]

for _type, _dtype in (
    (Bool, bool), (Int8, np.int8), (Int16, np.int16), (Int32, np.int32), (Int64, np.int64),
    (UInt8, np.uint8), (UInt16, np.uint16), (UInt32, np.uint32), (UInt64, np.uint64),
    (Float16, np.float16), (Float32, np.float32), (Float64, np.float64),
    (ComplexF32, np.complex64), (ComplexF64, np.complex128),
):  # fmt: skip
    register_dtype(_type, _dtype)
    register_class(np.dtype(_dtype).type, _type)


def _register_values() -> None:
    from . import exceptions
    from .chars import Char as CharValue
    from .missing import Missing as MissingValue
    from .symbols import Symbol

    pairs: list[tuple[type, Any]] = [
        (bool, Bool), (int, Int64), (float, Float64), (complex, ComplexF64), (str, String),
        (type(None), Nothing), (CharValue, Char), (Symbol, SymbolType), (MissingValue, Missing),
    ]  # fmt: skip
    for cls, julia_type in pairs:
        register_class(cls, julia_type)
    for cls in vars(exceptions).values():
        if isinstance(cls, type) and issubclass(cls, exceptions.JuliaException):
            found = names.get(cls.__name__)
            if isinstance(found, DataType):
                register_class(cls, found)
                found.name.python_class = cls
    for foreign in (np.ndarray, list, dict):
        register_foreign(foreign)


_register_values()


def julia_version_changed() -> None:
    """Nothing yet depends on the version but printing; `config` says which one is followed."""
    assert config.JULIA


def __getattr__(name: str) -> Any:
    try:
        return names[name]
    except KeyError:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
