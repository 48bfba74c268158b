"""Solving and factorising: `\\ / inv det lu qr cholesky svd eigen schur` and the objects that
factorisations are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import scipy.linalg as host_linalg

from ..array import JaxArray
from ..array_arithmetic import as_array, check_square
from ..containers import HostArray
from ..dispatch import base, generic
from ..exceptions import DimensionMismatch, PosDefException, SingularException
from ..iteration import elements
from ..numbers import Tracer, cast, number, promote_dtypes, to_device
from ..typeof import register_class, typeof
from ..types_base import names
from .linalg_basic import MODULE, array, buffer, floats
from .linalg_exact import det_exact, is_exact, solve_exact
from .linalg_structured import (
    Diagonal,
    Hermitian,
    LowerTriangular,
    Symmetric,
    SymTridiagonal,
    Triangular,
    UnitLowerTriangular,
    UpperTriangular,
)


def matrix(a: Any) -> Any:
    """The matrix as NumPy or JAX has it (rows first), with floating elements."""
    b = floats(buffer(a))
    return b.T if b.ndim == 2 else b


def julia(m: Any) -> JaxArray:
    """The Julia array of a matrix (rows first) or vector."""
    return array(m.T if m.ndim == 2 else m)


def traced(*ms: Any) -> bool:
    """Whether one of the matrices is a tracer."""
    return any(isinstance(m, Tracer) for m in ms)


def _promoted(*ms: Any) -> list[Any]:
    dtype = ms[0].dtype
    for m in ms[1:]:
        dtype = promote_dtypes(dtype, m.dtype)
    ms = tuple(cast(m, dtype) for m in ms)
    return [to_device(m) for m in ms] if traced(*ms) else [np.asarray(m) for m in ms]


# ----------------------------------------------------------------------------------------- solving


def _lu_host(m: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return host_linalg.lu_factor(m, check_finite=False)  # type: ignore[no-any-return]


def check_pivots(diagonal: np.ndarray) -> None:
    """A SingularException where a pivot is zero."""
    zeros = np.flatnonzero(diagonal == 0)
    if zeros.size:
        raise SingularException(int(zeros[0]) + 1)


def solve(m: Any, b: Any) -> Any:
    """`m \\ b` of matrices (rows first): by triangles, LU, or least squares."""
    m, b = _promoted(m, b)
    if m.shape[0] != m.shape[1]:
        return _least_squares(m, b)
    if traced(m, b):
        return jnp.linalg.solve(m, b)
    if not m.size:
        return b
    for lower, part in ((False, np.triu(m)), (True, np.tril(m))):
        if np.array_equal(part, m):
            check_pivots(np.diagonal(m))
            return host_linalg.solve_triangular(m, b, lower=lower, check_finite=False)
    factors, pivots = _lu_host(m)
    check_pivots(np.diagonal(factors))
    return host_linalg.lu_solve((factors, pivots), b, check_finite=False)


def _least_squares(m: Any, b: Any) -> Any:
    if traced(m, b):
        return jnp.linalg.lstsq(m, b)[0]
    return host_linalg.lstsq(m, b, check_finite=False)[0]


def _rows(a: Any) -> int:
    return int(a.size[0])


@base("_left_divide")
def left_divide(a: Any, b: Any) -> Any:
    """`a \\ b` of arrays."""
    b = as_array(b)
    if _rows(a) != _rows(b):
        if a.size[0] == a.size[1]:
            raise DimensionMismatch(f"B has leading dimension {_rows(b)}, but needs {a.size[0]}")
        raise DimensionMismatch("both inputs should have the same number of rows")
    if a.ndims == 1:
        return generic("/")(generic("dot", MODULE)(a, b), generic("dot", MODULE)(a, a))
    if (is_exact(a) or is_exact(b)) and a.ndims == 2 and a.size[0] == a.size[1]:
        a = a if isinstance(a, HostArray) else HostArray(None, list(elements(a)), a.size)
        return solve_exact(a, b)
    if isinstance(a, Diagonal):
        d = buffer(a.diag)
        if isinstance(d, np.ndarray):
            check_pivots(d)
        return generic("broadcast")(generic("\\"), a.diag, b)
    if isinstance(a, Triangular):
        return julia(_triangular(a, matrix(b)))
    return julia(solve(matrix(a), matrix(b)))


def _triangular(a: Triangular, b: Any) -> Any:
    m, b = _promoted(matrix(a), b)
    if traced(m, b):
        return jax.scipy.linalg.solve_triangular(m, b, lower=not a.upper)
    check_pivots(np.diagonal(m))
    return host_linalg.solve_triangular(m, b, lower=not a.upper, check_finite=False)


@base("_right_divide")
def right_divide(a: Any, b: Any) -> Any:
    """`a / b` of arrays: the transposed problem."""
    flip = generic("transpose")
    if a.ndims == 1 and b.ndims == 1:
        return generic("/")(generic("*")(a, generic("adjoint")(b)), generic("dot", MODULE)(b, b))
    if a.size[-1] != b.size[-1]:
        raise DimensionMismatch("Both inputs should have the same number of columns")
    return generic("collect")(
        flip(left_divide(generic("collect")(flip(b)), generic("collect")(flip(a))))
    )


def _inverse(a: Any) -> Any:
    check_square(a)
    m = matrix(a)
    if traced(m):
        found = jnp.linalg.inv(m)
    else:
        found = solve(m, np.eye(m.shape[0], dtype=m.dtype))
    made = julia(found)
    return type(a)(made) if isinstance(a, Triangular) or type(a) in (Symmetric, Hermitian) else made


base("inv", JaxArray)(_inverse)
base("inv", JaxArray, module=MODULE)(_inverse)


@base("det", module=MODULE)
def det(a: Any) -> Any:
    """The determinant."""
    if not hasattr(a, "size"):
        return a
    if isinstance(a, Factorization):
        return a.det()
    if is_exact(a):
        return det_exact(a)
    check_square(a)
    m = matrix(a)
    if traced(m):
        return number(jnp.linalg.det(m))
    if np.array_equal(np.triu(m), m) or np.array_equal(np.tril(m), m):
        return number(np.prod(np.diagonal(m)))
    factors, pivots = _lu_host(m)
    swaps = int(np.sum(pivots != np.arange(len(pivots))))
    return number(np.prod(np.diagonal(factors)) * (-1) ** swaps)


@base("logabsdet", module=MODULE)
def logabsdet(a: Any) -> tuple[Any, Any]:
    """The logarithm of the determinant's absolute value, and its sign."""
    check_square(a)
    m = matrix(a)
    sign, value = (jnp if traced(m) else np).linalg.slogdet(m)
    return number(value), number(sign)


@base("logdet", module=MODULE)
def logdet(a: Any) -> Any:
    """The logarithm of the determinant."""
    if isinstance(a, Cholesky):
        return generic("*")(2, generic("sum")(generic("log"), generic("diag", MODULE)(a.L)))
    value, sign = logabsdet(a)
    if not traced(getattr(sign, "buffer", sign)) and sign < 0:
        return generic("log")(generic("*")(sign, generic("exp")(value)))
    return value


# --------------------------------------------------------------------------- factorisation objects


class Factorization:
    """The root: `fields` are what iteration gives, in Julia's order."""

    fields: tuple[str, ...] = ()
    type_name = ""
    size: tuple[int, ...] = ()

    def __init__(self, **parts: Any) -> None:
        self.__dict__.update(parts)

    def __iter__(self) -> Iterator[Any]:
        return (getattr(self, f) for f in self.fields)

    def full(self) -> Any:
        """The matrix that was factorised."""
        raise NotImplementedError

    def solve(self, b: Any) -> Any:
        """`F \\ b`."""
        return generic("\\")(self.full(), b)

    def det(self) -> Any:
        """The determinant."""
        return det(self.full())


def _flatten(f: Factorization) -> tuple[Any, Any]:
    return tuple(f.__dict__.values()), tuple(f.__dict__)


def _factorization(cls: type) -> type:
    jax.tree_util.register_pytree_node(
        cls, _flatten, lambda keys, parts: cls(**dict(zip(keys, parts, strict=True)))
    )
    if cls.type_name in names:  # type: ignore[attr-defined]
        register_class(cls, lambda f: _type_of(cls, f))
    return cls


def _type_of(cls: Any, f: Any) -> Any:
    from ..types import unwrap

    found = names[cls.type_name]
    parameters = unwrap(found).parameters if hasattr(found, "body") else ()
    first = next(x for x in f.__dict__.values() if isinstance(x, JaxArray))
    given = (generic("eltype")(first), typeof(first), typeof(first), typeof(first))
    return found[given[: len(parameters)]] if parameters else found


base("elements", Factorization)(iter)
base("size", Factorization)(lambda f, *d: generic("size")(f.full(), *d))
base("inv", Factorization)(lambda f: generic("inv")(f.full()))
base("inv", Factorization, module=MODULE)(lambda f: generic("inv")(f.full()))
base("\\", Factorization)(lambda f, b: f.solve(b))
base("collect", Factorization)(lambda f: f.full())
base("issuccess", Factorization, module=MODULE)(lambda f: True)
base("getproperty", Factorization)(
    lambda f, name: getattr(f, name.name if hasattr(name, "name") else name)
)


@base("iterate", Factorization)
def _(f: Factorization, state: int = 0) -> Any:
    return (getattr(f, f.fields[state]), state + 1) if state < len(f.fields) else None


@_factorization
class LU(Factorization):
    """`lu(A)`: `L * U == A[p, :]`."""

    fields, type_name = ("L", "U", "p"), "LU"

    @property
    def P(self) -> Any:
        """The permutation as a matrix."""
        eye = generic("collect")(JaxArray(np.eye(self.p.size[0])))
        return generic("getindex")(eye, self.p, generic(":"))

    def full(self) -> Any:
        back = generic("invperm")(self.p)
        return generic("getindex")(generic("*")(self.L, self.U), back, generic(":"))

    def solve(self, b: Any) -> Any:
        ordered = generic("getindex")(b, self.p, *([generic(":")] * (b.ndims - 1)))
        return generic("\\")(
            UpperTriangular(self.U), generic("\\")(UnitLowerTriangular(self.L), ordered)
        )


@base("lu", module=MODULE)
def lu(a: Any, *pivot: Any, check: bool = True) -> LU:
    """The LU factorisation with row pivoting."""
    m = matrix(a)
    if traced(m):
        p, low, up = jax.scipy.linalg.lu(m)
        return LU(L=julia(low), U=julia(up), p=JaxArray(jnp.argmax(p, axis=0) + 1))
    factors, pivots = _lu_host(m)
    if check:
        check_pivots(np.diagonal(factors))
    order = np.arange(m.shape[0])
    for k, j in enumerate(pivots):
        order[[k, j]] = order[[j, k]]
    n = min(m.shape)
    low = np.tril(factors[:, :n], -1) + np.eye(m.shape[0], n, dtype=m.dtype)
    return LU(L=julia(low), U=julia(np.triu(factors[:n])), p=JaxArray(order.astype(np.int64) + 1))


class QFactor(JaxArray):
    """The orthogonal factor of `qr`: a square matrix, of which `Matrix(Q)` is the thin part."""

    __slots__ = ("thin",)

    def __init__(self, full: Any, thin: int) -> None:
        JaxArray.__init__(self, full)
        self.thin = thin


jax.tree_util.register_pytree_node(
    QFactor, lambda q: ((q.read(),), q.thin), lambda thin, parts: QFactor(parts[0], thin)
)
base("collect", QFactor)(lambda q: array(_copied(q.read()[: q.thin])))


@base("*", QFactor)
def _(q: QFactor, b: Any, *more: Any) -> Any:
    dense = JaxArray(_copied(q.read()))
    if b.size[0] == q.thin != q.size[0]:
        dense = generic("collect")(q)
    return generic("*")(dense, b, *more)


def _copied(b: Any) -> Any:
    return np.array(b) if isinstance(b, np.ndarray) else b


@_factorization
class QR(Factorization):
    """`qr(A)`: `Q * R == A`."""

    fields, type_name = ("Q", "R"), "QR"

    def full(self) -> Any:
        return generic("*")(generic("collect")(self.Q), self.R)

    def solve(self, b: Any) -> Any:
        rotated = generic("*")(generic("adjoint")(generic("collect")(self.Q)), b)
        return generic("\\")(UpperTriangular(self.R), rotated)


@base("qr", module=MODULE)
def qr(a: Any, *pivot: Any) -> QR:
    """The QR factorisation."""
    m = matrix(a)
    n = min(m.shape)
    if traced(m):
        q, r = jnp.linalg.qr(m, mode="complete")
    else:
        q, r = host_linalg.qr(m, check_finite=False)
    return QR(Q=QFactor(array(q.T).read(), n), R=julia(r[:n]))


@_factorization
class Cholesky(Factorization):
    """`cholesky(A)`: `L * L' == A == U' * U`."""

    fields, type_name = ("L", "U"), "Cholesky"

    @property
    def L(self) -> Any:
        """The lower factor."""
        return LowerTriangular(generic("collect")(generic("adjoint")(self.factors)))

    @property
    def U(self) -> Any:
        """The upper factor."""
        return UpperTriangular(self.factors)

    UL = U

    def full(self) -> Any:
        return generic("*")(generic("adjoint")(self.factors), self.factors)

    def solve(self, b: Any) -> Any:
        return generic("\\")(self.U, generic("\\")(self.L, b))

    def det(self) -> Any:
        d = generic("prod")(generic("diag", MODULE)(self.factors))
        return generic("*")(d, d)


@base("cholesky", module=MODULE)
def cholesky(a: Any, *pivot: Any, check: bool = True) -> Cholesky:
    """The Cholesky factorisation of a Hermitian positive definite matrix."""
    check_square(a)
    m = matrix(a)
    if traced(m):
        return Cholesky(factors=julia(jnp.linalg.cholesky(m).conj().T))
    if not isinstance(a, Symmetric) and not np.array_equal(m, m.conj().T):
        raise PosDefException(-1)
    found, info = host_linalg.lapack.get_lapack_funcs(("potrf",), (m,))[0](
        m, lower=False, clean=True
    )
    if info:
        raise PosDefException(int(info))
    return Cholesky(factors=julia(np.asarray(found)))


@base("isposdef", module=MODULE)
def isposdef(a: Any) -> Any:
    """Whether the matrix is Hermitian and positive definite."""
    if not hasattr(a, "size"):
        return generic(">")(a, 0)
    m = matrix(a)
    if m.shape[0] != m.shape[1]:
        return False
    if not isinstance(a, Symmetric) and not np.array_equal(m, m.conj().T):
        return False
    try:
        cholesky(a)
    except PosDefException:
        return False
    return True


@_factorization
class SVD(Factorization):
    """`svd(A)`: `U * Diagonal(S) * Vt == A`."""

    fields, type_name = ("U", "S", "V"), "SVD"

    @property
    def V(self) -> Any:
        """The right singular vectors as columns."""
        return generic("adjoint")(self.Vt)

    def full(self) -> Any:
        return generic("*")(self.U, Diagonal(self.S), self.Vt)


@base("svd", module=MODULE)
def svd(a: Any, *, full: bool = False, alg: Any = None) -> SVD:
    """The singular value decomposition."""
    m = matrix(a)
    if traced(m):
        u, s, vt = jnp.linalg.svd(m, full_matrices=full)
    else:
        u, s, vt = host_linalg.svd(m, full_matrices=full, check_finite=False)
    return SVD(U=julia(u), S=julia(s), Vt=julia(vt))


@base("svdvals", module=MODULE)
def svdvals(a: Any) -> JaxArray:
    """The singular values, from the largest."""
    m = matrix(a)
    return julia(jnp.linalg.svd(m, compute_uv=False) if traced(m) else host_linalg.svdvals(m))


@_factorization
class Eigen(Factorization):
    """`eigen(A)`: `values` and `vectors` (as columns)."""

    fields, type_name = ("values", "vectors"), "Eigen"

    def full(self) -> Any:
        return generic("*")(self.vectors, Diagonal(self.values), generic("inv")(self.vectors))


def _is_hermitian(a: Any, m: Any) -> bool:
    if isinstance(a, (Symmetric, SymTridiagonal)):
        return True
    return not traced(m) and np.array_equal(m, m.conj().T)


def _spectrum(a: Any, vectors: bool) -> tuple[Any, Any]:
    check_square(a)
    m = matrix(a)
    if traced(m):
        if isinstance(a, (Symmetric, SymTridiagonal)):
            values, found = jnp.linalg.eigh(m)
            return values, found
        return jnp.linalg.eig(m)
    if _is_hermitian(a, m):
        return host_linalg.eigh(m, driver="evr", check_finite=False)  # type: ignore[no-any-return]
    values, found = host_linalg.eig(m, check_finite=False)
    if m.dtype.kind == "f" and not np.any(values.imag):
        values, found = values.real, found.real if vectors else found
    order = np.lexsort((values.imag, values.real))
    return values[order], found[:, order]


@base("eigen", module=MODULE)
def eigen(a: Any, b: Any = None, **options: Any) -> Eigen:
    """The eigenvalues and eigenvectors."""
    if b is not None:
        return eigen(generic("\\")(b, a))
    values, vectors = _spectrum(a, True)
    return Eigen(values=julia(values), vectors=julia(vectors))


@base("eigvals", module=MODULE)
def eigvals(a: Any, **options: Any) -> JaxArray:
    """The eigenvalues, in increasing order."""
    return a.values if isinstance(a, Eigen) else julia(_spectrum(a, False)[0])


@base("eigvecs", module=MODULE)
def eigvecs(a: Any, **options: Any) -> JaxArray:
    """The eigenvectors as columns."""
    return a.vectors if isinstance(a, Eigen) else julia(_spectrum(a, True)[1])


base("eigmax", module=MODULE)(lambda a: generic("maximum")(eigvals(a)))
base("eigmin", module=MODULE)(lambda a: generic("minimum")(eigvals(a)))


@_factorization
class Schur(Factorization):
    """`schur(A)`: `vectors * Schur * vectors' == A`."""

    fields, type_name = ("T", "Z", "values"), "Schur"
    vectors = property(lambda self: self.Z)
    Schur = property(lambda self: self.T)


@base("schur", module=MODULE)
def schur(a: Any) -> Schur:
    """The Schur factorisation."""
    m = matrix(a)
    t, z = host_linalg.schur(m, output="complex" if m.dtype.kind == "c" else "real")
    return Schur(T=julia(t), Z=julia(z), values=eigvals(a))


@_factorization
class Hessenberg(Factorization):
    """`hessenberg(A)`: `Q * H * Q' == A`."""

    fields, type_name = ("Q", "H"), "Hessenberg"


@base("hessenberg", module=MODULE)
def hessenberg(a: Any) -> Hessenberg:
    """The Hessenberg factorisation."""
    h, q = host_linalg.hessenberg(matrix(a), calc_q=True)
    return Hessenberg(H=julia(h), Q=julia(q))


@base("factorize", module=MODULE)
def factorize(a: Any) -> Any:
    """A factorisation that suits the matrix."""
    if a.size[0] != a.size[1]:
        return qr(a)
    m = matrix(a)
    if np.array_equal(np.triu(m), m):
        return UpperTriangular(a)
    if np.array_equal(np.tril(m), m):
        return LowerTriangular(a)
    return cholesky(a) if isposdef(a) else lu(a)


for _name in ("lu", "qr", "cholesky", "svd", "eigen", "eigvals", "svdvals", "schur"):
    base(f"{_name}!", module=MODULE)(generic(_name, MODULE))
