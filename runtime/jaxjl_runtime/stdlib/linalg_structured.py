"""Matrices of a known form: `Diagonal Symmetric Hermitian UpperTriangular Tridiagonal …` and `I`.

Each is a view of what it is made of, whose buffer is the whole matrix, so that every function takes
it; where the form makes an operation cheaper or its result has a form again, that is said here.
"""

from __future__ import annotations

from typing import Any

import jax
import numpy as np

from ..array import JaxArray, fresh, namespace
from ..array_arithmetic import as_array, product
from ..dispatch import base, constructor, generic, register_refiner
from ..exceptions import ArgumentError, DimensionMismatch, SingularException
from ..numbers import cast, number_dtype, on_host, plain, to_device
from ..typeof import from_dtype, register_class, typeof
from ..types_base import names
from ..views import View
from .linalg_basic import MODULE, array, buffer
from .linalg_scaling import UniformScaling, plus_scaling, times_scaling

_add, _sub, _mul, _div = generic("+"), generic("-"), generic("*"), generic("/")


class Structured(View):
    """The root: `parts` are the arrays it is made of."""

    __slots__ = ("parts",)
    type_name = ""

    def __init__(self, *parts: Any) -> None:
        self.parts = tuple(as_array(p) for p in parts)
        View.__init__(self, self.parts[0])

    def dense(self, *buffers: Any) -> Any:
        """The whole matrix's buffer from those of the parts."""
        raise NotImplementedError

    def part(self, whole: Any) -> Any:
        return self.dense(*(on_host(p.read()) for p in self.parts))

    def read(self) -> Any:
        return self.dense(*(on_host(p.read()) for p in self.parts))

    def peek(self) -> Any:
        return self.dense(*(on_host(p.peek()) for p in self.parts))

    def writable(self) -> None:
        return None

    def split(self, whole: Any) -> tuple[Any, ...]:
        """The parts' buffers from the whole matrix's; an error where it has not this form."""
        raise ArgumentError(f"cannot set entries of a {self.type_name}")

    def write(self, new: Any) -> None:
        for p, b in zip(self.parts, self.split(new), strict=True):
            p.write(fresh(cast(b, p.dtype)))


def _to_xp(*buffers: Any) -> tuple[Any, tuple[Any, ...]]:
    xp = namespace(*buffers)
    return xp, buffers if xp is np else tuple(map(to_device, buffers))


class Diagonal(Structured):
    """`Diagonal(v)`: zeros but for the diagonal `diag`."""

    __slots__ = ()
    type_name = "Diagonal"

    @property
    def diag(self) -> JaxArray:
        """The diagonal."""
        return self.parts[0]

    def dense(self, d: Any) -> Any:
        return namespace(d).diag(d)

    def split(self, whole: Any) -> tuple[Any, ...]:
        _only(whole, np.diag(np.diagonal(whole)), "off-diagonal", self)
        return (namespace(whole).diagonal(whole),)


def _only(whole: Any, allowed: Any, what: str, a: Structured) -> None:
    """An error where a known matrix has entries that a form does not hold."""
    if isinstance(whole, np.ndarray) and not np.array_equal(
        np.where(allowed != 0, 0, whole), np.zeros_like(whole)
    ):
        at = np.argwhere((whole != 0) & (allowed == 0))
        if len(at):
            j, i = (int(x) + 1 for x in at[0])
            value = generic("string")(plain(whole[j - 1, i - 1]))
            raise ArgumentError(f"cannot set {what} entry ({i}, {j}) to a nonzero value ({value})")


class Triangular(Structured):
    """A triangle of a matrix `data`."""

    __slots__ = ()
    upper = True
    unit = False

    @property
    def data(self) -> JaxArray:
        """The matrix of which this is a triangle."""
        return self.parts[0]

    def dense(self, b: Any) -> Any:
        xp = namespace(b)
        shift = 1 if self.unit else 0
        out = xp.tril(b, -shift) if self.upper else xp.triu(b, shift)
        return out + xp.eye(b.shape[0], dtype=b.dtype) if self.unit else out

    def split(self, whole: Any) -> tuple[Any, ...]:
        mask = np.ones(whole.shape)
        mask = np.tril(mask) if self.upper else np.triu(mask)
        side = "lower" if self.upper else "upper"
        _only(whole, mask, f"{side} triangular", self)
        old = buffer(self.parts[0])
        xp = namespace(old, whole)
        return (xp.where(mask != 0, whole, old),)


class UpperTriangular(Triangular):
    """`UpperTriangular(A)`."""

    __slots__ = ()
    type_name = "UpperTriangular"


class LowerTriangular(Triangular):
    """`LowerTriangular(A)`."""

    __slots__ = ()
    type_name, upper = "LowerTriangular", False


class UnitUpperTriangular(Triangular):
    """`UnitUpperTriangular(A)`."""

    __slots__ = ()
    type_name, unit = "UnitUpperTriangular", True


class UnitLowerTriangular(Triangular):
    """`UnitLowerTriangular(A)`."""

    __slots__ = ()
    type_name, upper, unit = "UnitLowerTriangular", False, True


class Symmetric(Structured):
    """`Symmetric(A, uplo=:U)`: one triangle of `data` and its mirror image."""

    __slots__ = ("uplo",)
    type_name, conjugate = "Symmetric", False

    def __init__(self, data: Any, uplo: Any = None) -> None:
        Structured.__init__(self, data)
        if data.size[0] != data.size[1]:
            raise DimensionMismatch(
                f"matrix is not square: dimensions are {generic('string')(data.size)}"
            )
        self.uplo = getattr(uplo, "name", "U")

    @property
    def data(self) -> JaxArray:
        """The matrix of which one triangle counts."""
        return self.parts[0]

    def dense(self, b: Any) -> Any:
        xp = namespace(b)
        kept = xp.tril(b) if self.uplo == "U" else xp.triu(b)
        mirrored = (xp.tril(b, -1) if self.uplo == "U" else xp.triu(b, 1)).T
        if self.conjugate and b.dtype.kind == "c":
            mirrored = mirrored.conj()
            eye = xp.eye(b.shape[0], dtype=bool)
            kept = xp.where(eye, kept.real, kept)
        return kept + mirrored

    def split(self, whole: Any) -> tuple[Any, ...]:
        return (whole,)


class Hermitian(Symmetric):
    """`Hermitian(A, uplo=:U)`."""

    __slots__ = ()
    type_name, conjugate = "Hermitian", True


class Tridiagonal(Structured):
    """`Tridiagonal(dl, d, du)`."""

    __slots__ = ()
    type_name = "Tridiagonal"
    dl = property(lambda self: self.parts[0])
    d = property(lambda self: self.parts[1])
    du = property(lambda self: self.parts[2])

    def __init__(self, *parts: Any) -> None:
        if len(parts) == 1:
            parts = tuple(generic("diag", MODULE)(parts[0], k) for k in (-1, 0, 1))
        Structured.__init__(self, *parts)
        below, middle, above = (p.size[0] for p in self.parts)
        if not below == above == max(middle - 1, 0):
            raise ArgumentError(
                "cannot construct Tridiagonal from incompatible lengths of subdiagonal,"
                f" diagonal and superdiagonal: ({below}, {middle}, {above})"
            )

    def dense(self, low: Any, middle: Any, up: Any) -> Any:
        xp, (low, middle, up) = _to_xp(low, middle, up)
        return xp.diag(low, 1) + xp.diag(middle) + xp.diag(up, -1)

    def split(self, whole: Any) -> tuple[Any, ...]:
        xp = namespace(whole)
        parts = tuple(xp.diagonal(whole, k) for k in (1, 0, -1))
        _only(whole, self.dense(*(np.ones(p.shape) for p in parts)), "off-band", self)
        return parts


class SymTridiagonal(Structured):
    """`SymTridiagonal(dv, ev)`."""

    __slots__ = ()
    type_name = "SymTridiagonal"
    dv = property(lambda self: self.parts[0])
    ev = property(lambda self: self.parts[1])

    def __init__(self, *parts: Any) -> None:
        if len(parts) == 1:
            parts = tuple(generic("diag", MODULE)(parts[0], k) for k in (0, 1))
        Structured.__init__(self, *parts)

    def dense(self, middle: Any, off: Any) -> Any:
        xp, (middle, off) = _to_xp(middle, off)
        off = off[: middle.shape[0] - 1]
        return xp.diag(off, 1) + xp.diag(middle) + xp.diag(off, -1)


class Bidiagonal(Structured):
    """`Bidiagonal(dv, ev, uplo)`."""

    __slots__ = ("uplo",)
    type_name = "Bidiagonal"
    dv = property(lambda self: self.parts[0])
    ev = property(lambda self: self.parts[1])

    def __init__(self, *parts: Any) -> None:
        *vectors, uplo = parts
        self.uplo = getattr(uplo, "name", str(uplo))
        if len(vectors) == 1:
            k = 1 if self.uplo == "U" else -1
            vectors = [generic("diag", MODULE)(vectors[0], n) for n in (0, k)]
        Structured.__init__(self, *vectors)

    def dense(self, middle: Any, off: Any) -> Any:
        xp, (middle, off) = _to_xp(middle, off)
        return xp.diag(middle) + xp.diag(off, -1 if self.uplo == "U" else 1)


CLASSES = (
    Diagonal, UpperTriangular, LowerTriangular, UnitUpperTriangular, UnitLowerTriangular,
    Symmetric, Hermitian, Tridiagonal, SymTridiagonal, Bidiagonal,
)  # fmt: skip


def _constructor(cls: type) -> None:
    def make(T: Any, *args: Any) -> Any:
        if cls is Diagonal and isinstance(args[0], JaxArray) and args[0].ndim == 2:
            return Diagonal(generic("diag", MODULE)(args[0]))
        if cls is Diagonal and isinstance(args[0], cls):
            return args[0]
        return cls(*args)

    constructor(cls.__name__)(make)

    def julia_type(a: Any) -> Any:
        parts = [typeof(p) for p in a.parts[:1]]
        wanted = len(_parameters(names[cls.__name__]))
        return names[cls.__name__][(from_dtype(a.dtype), *parts)[:wanted]]

    register_class(cls, julia_type)
    register_refiner(cls, julia_type)
    jax.tree_util.register_pytree_node(
        cls,
        lambda a: (a.parts, getattr(a, "uplo", None)),
        lambda uplo, parts: _from_parts(cls, uplo, parts),
    )


def _from_parts(cls: type, uplo: Any, parts: Any) -> Any:
    made = cls.__new__(cls)
    Structured.__init__(made, *parts)
    if uplo is not None:
        made.uplo = uplo
    return made


def _parameters(julia_type: Any) -> tuple[Any, ...]:
    from ..types import unwrap

    return tuple(unwrap(julia_type).parameters)


for _cls in CLASSES:
    if _cls.__name__ in names:
        _constructor(_cls)

base("_diagonal")(Diagonal)
base("copy", Structured)(lambda a: _rebuilt(a, [generic("copy")(p) for p in a.parts]))
base("collect", Structured)(lambda a: array(_owned(a.read())))
base("similar", Structured)(lambda a, *args: generic("similar")(generic("collect")(a), *args))
base("parent", Structured)(lambda a: a.parts[0])
base("diag", Diagonal, module=MODULE)(
    lambda a, k=0: a.diag if k == 0 else generic("diag", MODULE)(generic("collect")(a), k)
)


def _owned(b: Any) -> Any:
    return np.array(b) if isinstance(b, np.ndarray) else b


def _rebuilt(a: Any, parts: list[Any]) -> Any:
    made = type(a).__new__(type(a))
    Structured.__init__(made, *parts)
    if hasattr(a, "uplo"):
        made.uplo = a.uplo
    return made


# ------------------------------------------------------------------------------------- arithmetic


@base("*", Diagonal, at=(0, 1))
def _(a: Any, *rest: Any) -> Any:
    b, more = rest[0], rest[1:]
    result = _diagonal_product(a, b)
    return _mul(result, *more) if more else result


def _diagonal_product(a: Any, b: Any) -> Any:
    if number_dtype(a) is not None or number_dtype(b) is not None:
        d, x = (b, a) if isinstance(b, Diagonal) else (a, b)
        return Diagonal(_mul(d.diag, x))
    if isinstance(a, Diagonal) and isinstance(b, Diagonal):
        return Diagonal(generic("broadcast")(_mul, a.diag, b.diag))
    if isinstance(a, Diagonal):
        if a.diag.size[0] != b.size[0]:
            raise DimensionMismatch(
                f"second dimension of D, {a.diag.size[0]},"
                f" does not match the first of B, {b.size[0]}"
            )
        return generic("broadcast")(_mul, a.diag, b)
    if a.size[-1] != b.diag.size[0]:
        raise DimensionMismatch(
            f"second dimension of A, {a.size[-1]}, does not match the first of D, {b.diag.size[0]}"
        )
    return generic("broadcast")(_mul, a, generic("transpose")(b.diag))


def _same_form(name: str) -> None:
    op = generic(name)

    @base(name, Structured, at=(0, 1))
    def _(a: Any, *rest: Any) -> Any:
        if not rest:
            return (
                _rebuilt(a, [op(p) for p in a.parts])
                if not getattr(a, "unit", False)
                else op(generic("collect")(a))
            )
        b, more = rest[0], rest[1:]
        if isinstance(a, UniformScaling) or isinstance(b, UniformScaling):
            result = plus_scaling(name, a, b)
        elif (
            type(a) is type(b)
            and not getattr(a, "unit", False)
            and getattr(a, "uplo", "") == getattr(b, "uplo", "")
        ):
            result = _rebuilt(a, [op(x, y) for x, y in zip(a.parts, b.parts, strict=True)])
        else:
            result = op(
                *(generic("collect")(x) if isinstance(x, Structured) else x for x in (a, b))
            )
        return op(result, *more) if more else result


_same_form("+")
_same_form("-")


@base("*", Structured, at=(0, 1))
def _(a: Any, *rest: Any) -> Any:
    b, more = rest[0], rest[1:]
    if number_dtype(a) is not None or number_dtype(b) is not None:
        form, x = (b, a) if isinstance(b, Structured) else (a, b)
        if getattr(form, "unit", False):
            result = _mul(generic("collect")(form), x)
        else:
            result = _rebuilt(form, [_mul(p, x) for p in form.parts])
    elif isinstance(a, Diagonal) or isinstance(b, Diagonal):
        result = _diagonal_product(a, b)
    elif isinstance(a, UniformScaling) or isinstance(b, UniformScaling):
        result = times_scaling(a, b)
    else:
        result = product(as_array(a), as_array(b))
        if type(a) is type(b) and isinstance(a, Triangular):
            result = type(a)(result)
    return _mul(result, *more) if more else result


@base("/", Structured)
def _(a: Structured, b: Any) -> Any:
    if number_dtype(b) is not None and not getattr(a, "unit", False):
        return _rebuilt(a, [_div(p, b) for p in a.parts])
    return _div(generic("collect")(a), b)


def _flip(name: str) -> None:
    @base(name, Structured)
    def _(a: Structured) -> Any:
        flip = generic(name)
        if isinstance(a, Diagonal):
            return (
                Diagonal(generic("broadcast")(generic("conj"), a.diag)) if name == "adjoint" else a
            )
        other = {UpperTriangular: LowerTriangular, LowerTriangular: UpperTriangular,
                 UnitUpperTriangular: UnitLowerTriangular,
                 UnitLowerTriangular: UnitUpperTriangular}  # fmt: skip
        if type(a) in other:
            return other[type(a)](flip(a.parts[0]))
        if isinstance(a, (Symmetric, SymTridiagonal)) and a.dtype.kind != "c":
            return a
        if isinstance(a, Hermitian) and name == "adjoint":
            return a
        if isinstance(a, Tridiagonal):
            return Tridiagonal(*a.parts[::-1])
        return flip(generic("collect")(a))


_flip("adjoint")
_flip("transpose")


def _diagonal_inverse(a: Diagonal) -> Diagonal:
    d = buffer(a.diag)
    if isinstance(d, np.ndarray) and (d == 0).any():
        raise SingularException(int(np.argmax(d == 0)) + 1)
    return Diagonal(generic("broadcast")(generic("inv"), a.diag))


base("inv", Diagonal)(_diagonal_inverse)
base("inv", Diagonal, module=MODULE)(_diagonal_inverse)
