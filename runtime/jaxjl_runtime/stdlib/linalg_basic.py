"""Products, norms and parts of matrices: `dot norm tr kron cross diag triu tril mul! axpy! …`."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import jax.numpy as jnp
import numpy as np

from ..array import JaxArray, fresh, namespace
from ..array_arithmetic import ARRAYS, as_array, check_square, like_rows, matmul, product
from ..containers import HostArray, from_elements
from ..dispatch import base, generic
from ..exceptions import DimensionMismatch, MethodError
from ..iteration import elements
from ..mapped import lanes_of
from ..numbers import JaxNumber, cast, float_dtype, number, number_dtype, on_host, promote_dtypes
from ..ranges import AbstractRange
from ..views import Adjoint, Transpose

MODULE = "LinearAlgebra"
FLOAT64 = np.dtype(np.float64)


def buffer(a: Any) -> Any:
    """The buffer of an array, NumPy's where its values are known; exact numbers become floats."""
    a = as_array(a)
    if isinstance(a, HostArray):
        a = generic("float")(a)
        if isinstance(a, HostArray):
            raise MethodError(generic("float"), (a,))
    return on_host(a.read())


def is_number(x: Any) -> bool:
    """Whether a value is a number of any kind."""
    from ..typeof import isa
    from ..types_base import Number

    return number_dtype(x) is not None or bool(isa(x, Number))


def array(b: Any) -> JaxArray:
    """A new array over a buffer."""
    return JaxArray(fresh(np.asarray(b) if isinstance(b, np.generic) else b))


def floats(b: Any) -> Any:
    """The buffer with floating or complex elements."""
    return cast(b, float_dtype(b.dtype))


# ------------------------------------------------------------------------------- adjoint, transpose


class HostRow(HostArray):
    """The transpose of a vector of host values: times a vector it is a number."""

    __slots__ = ()

    @staticmethod
    def of(a: HostArray) -> HostRow:
        """The row with the elements of a matrix of one row."""
        return HostRow(a.eltype, a.items, a.size)


@base("*", HostRow)
def _(a: HostRow, *rest: Any) -> Any:
    if not rest:
        return a
    b, more = rest[0], rest[1:]
    if isinstance(b, ARRAYS) and b.ndims == 1:
        found = product(a, b)
        result = generic("getindex")(found, 1)
    else:
        found = product(a, b) if isinstance(b, ARRAYS) else generic("broadcast")(generic("*"), a, b)
        result = HostRow.of(found) if isinstance(found, HostArray) else found
    return generic("*")(result, *more) if more else result


def _flipped(name: str, cls: type) -> None:
    @base(name, JaxArray)
    def _(a: JaxArray) -> Any:
        if a.ndim > 2:
            raise MethodError(generic(name), (a,))
        if type(a) is cls or (isinstance(a, Transpose) and a.dtype.kind != "c"):
            return a.parent
        return cls(a)

    @base(name, HostArray)
    def _(a: HostArray) -> Any:
        flip = generic(name)
        items = [flip(x) for x in a.items]
        rows, columns = a.size if len(a.size) == 2 else (a.size[0], 1)
        order = [i + j * rows for i in range(rows) for j in range(columns)]
        made = from_elements([items[k] for k in order], (columns, rows))
        return HostRow.of(made) if len(a.size) == 1 and isinstance(made, HostArray) else made


_flipped("adjoint", Adjoint)
_flipped("transpose", Transpose)
base("adjoint", AbstractRange)(lambda r: generic("adjoint")(generic("collect")(r)))
base("transpose", AbstractRange)(lambda r: generic("transpose")(generic("collect")(r)))
base("adjoint")(lambda x: generic("conj")(x))
base("transpose")(lambda x: x)


@base("permutedims", Transpose)
def _(a: Transpose, *perm: Any) -> JaxArray:
    b = buffer(a)
    return array(np.array(b.transpose()) if isinstance(b, np.ndarray) else b.transpose())


def _row(a: Any) -> Any:
    """The vector of which `a` is the transpose, else `None`."""
    return a.parent if isinstance(a, Transpose) and a.parent.ndim == 1 else None


@base("*", Transpose)
def _(a: Transpose, *rest: Any) -> Any:
    if not rest:
        return a
    b, more = rest[0], rest[1:]
    vector = _row(a)
    if vector is not None and isinstance(b, (JaxArray, AbstractRange)):
        result = _row_times(a, as_array(b))
    elif isinstance(b, (*ARRAYS, AbstractRange)):
        result = product(a, as_array(b))
    else:
        result = like_rows(generic("broadcast")(generic("*"), a, b), a)
    return generic("*")(result, *more) if more else result


def _row_times(a: Transpose, b: Any) -> Any:
    n = a.size[1]
    if b.ndim == 1:
        if b.size[0] != n:
            raise DimensionMismatch(f"dot product arguments have lengths {n} and {b.size[0]}")
        return number(matmul(buffer(a).reshape(-1), buffer(b)))
    if _row(b) is not None and n != 1:
        raise DimensionMismatch(f"A has dimensions (1,{n}) but B has dimensions (1,{b.size[1]})")
    found = product(a, b)
    return type(a)(
        array(
            found.read().reshape(-1).conj() if isinstance(a, Adjoint) else found.read().reshape(-1)
        )
    )


# ------------------------------------------------------------------------------------- dot and norm


@base("dot", module=MODULE)
def dot(x: Any, y: Any, *z: Any) -> Any:
    """The inner product, conjugate in the first argument; `dot(x, A, y)` is `x' A y`."""
    if z:
        return dot(x, generic("*")(y, z[0]))
    if is_number(x) and is_number(y):
        return generic("*")(generic("conj")(x), y)
    a, b = lanes_of(x), lanes_of(y)
    if a is None or b is None:
        return _dot_of_elements(x, y)
    if a.size != b.size:
        if a.dtype == b.dtype and a.dtype.kind in "fc":
            raise DimensionMismatch(f"dot product arguments have lengths {a.size} and {b.size}")
        raise DimensionMismatch(
            f"first array has length {a.size} which does not match"
            f" the length of the second, {b.size}."
        )
    a = a.conj() if a.dtype.kind == "c" else a
    return number(matmul(a.reshape(-1), b.reshape(-1)))


def _dot_of_elements(x: Any, y: Any) -> Any:
    total: Any = None
    xs, ys = list(elements(x)), list(elements(y))
    if len(xs) != len(ys):
        raise DimensionMismatch(
            f"first array has length {len(xs)} which does not match"
            f" the length of the second, {len(ys)}."
        )
    for a, b in zip(xs, ys, strict=True):
        term = dot(a, b)
        total = term if total is None else generic("+")(total, term)
    return 0 if total is None else total


base("⋅")(lambda x, y: dot(x, y))
base("⋅", module=MODULE)(lambda x, y: dot(x, y))


def _norm_of(b: Any, p: float) -> Any:
    """The p-norm of a flat buffer of absolute values."""
    xp = namespace(b)
    if not b.size:
        return b.dtype.type(0)
    if p == 2:
        if xp is np:
            biggest = b.max()
            if biggest == 0 or not np.isfinite(biggest):
                return biggest
            if b.dtype == FLOAT64 and not 1e-140 < biggest < 1e140:
                return biggest * np.sqrt(np.sum(np.square(b / biggest)))
        return xp.sqrt(xp.sum(xp.square(b)))
    if p == math.inf:
        return xp.max(b)
    if p == -math.inf:
        return xp.min(b)
    if p == 1:
        return xp.sum(b)
    if p == 0:
        return xp.sum(b != 0).astype(b.dtype)
    return xp.sum(b**p) ** (1 / p)


@base("norm", module=MODULE)
def norm(x: Any, p: Any = 2) -> Any:
    """The p-norm of all elements as one vector."""
    if is_number(x):
        return generic("float")(generic("abs")(x))
    lanes = lanes_of(x)
    if lanes is None:
        items = [norm(item, 2) for item in elements(x)]
        return norm(from_elements(items), p) if items else 0.0
    b = floats(lanes)
    return number(_norm_of(namespace(b).abs(b).reshape(-1), float(p)))


@base("normalize", module=MODULE)
def normalize(x: Any, p: Any = 2) -> Any:
    """The array divided by its norm."""
    return generic("/")(x, norm(x, p))


@base("normalize!", module=MODULE)
def normalize_in_place(x: Any, p: Any = 2) -> Any:
    """`x`, now divided by its norm."""
    return generic("copyto!")(x, normalize(x, p))


@base("tr", module=MODULE)
def tr(a: Any) -> Any:
    """The sum of the diagonal."""
    if number_dtype(a) is not None:
        return a
    check_square(a)
    return generic("sum")(diag(a))


@base("cross", module=MODULE)
def cross(x: Any, y: Any) -> Any:
    """The vector product of two vectors of three elements."""
    a, b = list(elements(x)), list(elements(y))
    if len(a) != 3 or len(b) != 3:
        raise DimensionMismatch("cross product is only defined for vectors of length 3")
    sub, mul = generic("-"), generic("*")
    return generic("vect")(
        *(sub(mul(a[i], b[j]), mul(a[j], b[i])) for i, j in ((1, 2), (2, 0), (0, 1)))
    )


base("×", module=MODULE)(lambda x, y: cross(x, y))
base("×")(lambda x, y: cross(x, y))


@base("kron", module=MODULE)
def kron(a: Any, b: Any, *more: Any) -> Any:
    """The Kronecker product."""
    if more:
        return kron(kron(a, b), *more)
    if number_dtype(a) is not None or number_dtype(b) is not None:
        return generic("*")(a, b)
    x, y = buffer(a), buffer(b)
    dtype = promote_dtypes(x.dtype, y.dtype)
    x, y = cast(x, dtype), cast(y, dtype)
    rank = max(x.ndim, y.ndim)
    x, y = (z.reshape((1,) * (rank - z.ndim) + z.shape) for z in (x, y))
    if a.ndims < b.ndims:  # a vector is a column
        x = buffer(a).reshape(1, -1)
    return array(namespace(x, y).kron(cast(x, dtype), y))


base("kron")(kron)


# ------------------------------------------------------------------------------- parts of matrices


@base("diag", module=MODULE)
def diag(a: Any, k: Any = 0) -> Any:
    """The k-th diagonal as a vector."""
    if isinstance(a, HostArray):
        from ..containers import moved

        return moved(lambda places: diag(places, k), a)
    b = buffer(a)
    return array(
        np.array(namespace(b).diagonal(b, -int(k)))
        if isinstance(b, np.ndarray)
        else jnp.diagonal(b, -int(k))
    )


@base("diagm", module=MODULE)
def diagm(*args: Any) -> JaxArray:
    """A matrix with vectors on diagonals: `diagm(v)`, `diagm(0 => v, 1 => w)`, `diagm(m, n, v)`."""
    from ..pairs import Pair

    dims = [int(x) for x in args if number_dtype(x) is not None]
    parts = [x for x in args if number_dtype(x) is None]
    pairs = [
        (int(p.first), buffer(p.second)) if isinstance(p, Pair) else (0, buffer(p)) for p in parts
    ]
    need = max(abs(k) + v.shape[0] for k, v in pairs)
    rows, columns = dims if dims else (need, need)
    dtype = pairs[0][1].dtype
    for _, v in pairs:
        dtype = promote_dtypes(dtype, v.dtype)
    xp = namespace(*(v for _, v in pairs))
    result = xp.zeros((columns, rows), dtype)
    for k, v in pairs:
        i = np.arange(v.shape[0]) + max(-k, 0)
        j = np.arange(v.shape[0]) + max(k, 0)
        if xp is np:
            result[j, i] += v.astype(dtype)
        else:
            result = result.at[j, i].add(cast(v, dtype))
    return array(result)


def _triangle(name: str, upper: bool) -> None:
    def part(a: Any, k: Any = 0) -> Any:
        if isinstance(a, HostArray):
            items = [
                x
                if ((n // a.size[0]) - (n % a.size[0]) >= int(k)) == upper
                or (n // a.size[0]) - (n % a.size[0]) == int(k)
                else generic("zero")(x)
                for n, x in enumerate(a.items)
            ]
            return a.like(items, a.size)
        b = buffer(a)
        xp = namespace(b)
        return array(xp.tril(b, -int(k)) if upper else xp.triu(b, -int(k)))

    base(name, module=MODULE)(part)
    base(f"{name}!", module=MODULE)(lambda a, k=0: generic("copyto!")(a, part(a, k)))
    generic(
        name, MODULE
    ).__doc__ = f"`{name}(A, k=0)`: that triangle of the matrix, zeros elsewhere."


_triangle("triu", True)
_triangle("tril", False)


def _band(name: str, outside: Callable[[Any], Any]) -> None:
    @base(name, module=MODULE)
    def _(a: Any, *k: Any) -> Any:
        if number_dtype(a) is not None:
            return True
        b = buffer(a)
        b = b.reshape(1, -1) if b.ndim == 1 else b
        xp = namespace(b)
        found = xp.all(outside((xp, b, *(int(x) for x in k))) == 0)
        return bool(found) if xp is np else JaxNumber(found)


_band("istriu", lambda t: t[0].triu(t[1], 1 - (t[2] if len(t) > 2 else 0)))
_band("istril", lambda t: t[0].tril(t[1], -1 - (t[2] if len(t) > 2 else 0)))
_band("isdiag", lambda t: t[0].tril(t[1], -1) + t[0].triu(t[1], 1))


def _equals_flip(name: str, conjugate: bool) -> None:
    @base(name, module=MODULE)
    def _(a: Any) -> Any:
        if number_dtype(a) is not None:
            return not conjugate or generic("isreal")(a)
        if a.ndims != 2 or a.size[0] != a.size[1]:
            return False
        b = buffer(a)
        flipped = b.conj().T if conjugate else b.T
        xp = namespace(b)
        found = xp.all(b == flipped)
        return bool(found) if xp is np else JaxNumber(found)


_equals_flip("issymmetric", False)
_equals_flip("ishermitian", True)


# ------------------------------------------------------------------------------- in-place products


@base("mul!", module=MODULE)
def mul_into(c: Any, a: Any, b: Any, alpha: Any = True, beta: Any = False) -> Any:
    """`c`, now `a * b * alpha + c * beta`."""
    found = generic("*")(a, b)
    if alpha is not True:
        found = generic("*")(found, alpha)
    if beta is not False and not (
        number_dtype(beta) is not None and not isinstance(beta, JaxNumber) and beta == 0
    ):
        found = generic("+")(found, generic("*")(c, beta))
    if tuple(generic("size")(found)) != tuple(generic("size")(c)):
        raise DimensionMismatch(
            f"result C has dimensions {generic('size')(c)}, needs {generic('size')(found)}"
        )
    return generic("copyto!")(c, found)


@base("rmul!", module=MODULE)
def rmul(a: Any, b: Any) -> Any:
    """`a`, now `a * b`."""
    return generic("copyto!")(a, generic("*")(a, b))


@base("lmul!", module=MODULE)
def lmul(a: Any, b: Any) -> Any:
    """`b`, now `a * b`."""
    return generic("copyto!")(b, generic("*")(a, b))


@base("rdiv!", module=MODULE)
def rdiv(a: Any, b: Any) -> Any:
    """`a`, now `a / b`."""
    return generic("copyto!")(a, generic("/")(a, b))


@base("ldiv!", module=MODULE)
def ldiv(*args: Any) -> Any:
    """The last argument (or the first of three), now `a \\ b`."""
    *dest, a, b = args
    return generic("copyto!")(dest[0] if dest else b, generic("\\")(a, b))


@base("axpy!", module=MODULE)
def axpy(a: Any, x: Any, y: Any) -> Any:
    """`y`, now `a * x + y`."""
    return generic("copyto!")(y, generic("+")(generic("*")(a, x), y))


@base("axpby!", module=MODULE)
def axpby(a: Any, x: Any, b: Any, y: Any) -> Any:
    """`y`, now `a * x + b * y`."""
    return generic("copyto!")(y, generic("+")(generic("*")(a, x), generic("*")(b, y)))


def _into(name: str, f: Any) -> None:
    @base(name, module=MODULE)
    def _(dest: Any, a: Any) -> Any:
        return generic("copyto!")(dest, f(a))


_into("adjoint!", generic("adjoint"))
_into("transpose!", generic("transpose"))


@base("givens", module=MODULE)
def givens(f: Any, g: Any, i: Any, j: Any) -> Any:
    """The rotation that turns `(f, g)` into `(r, 0)`, and `r`."""
    r = generic("hypot")(f, g)
    if r == 0:
        return (1.0, 0.0), r
    return (generic("/")(f, r), generic("/")(g, r)), r


@base("rotate!", module=MODULE)
def rotate(x: Any, y: Any, c: Any, s: Any) -> Any:
    """`x` and `y`, now `c x + s y` and `-conj(s) x + c y`."""
    mul, add = generic("*"), generic("+")
    first = add(mul(c, x), mul(s, y))
    second = add(mul(generic("-")(generic("conj")(s)), x), mul(c, y))
    generic("copyto!")(x, first)
    generic("copyto!")(y, second)
    return x, y


@base("diagind", module=MODULE)
def diagind(a: Any, k: Any = 0) -> Any:
    """The range of the linear indices of the k-th diagonal."""
    rows, columns = generic("size")(a)
    k = int(k)
    start = 1 + k * rows if k >= 0 else 1 - k
    count = min(rows, columns - k) if k >= 0 else min(rows + k, columns)
    return generic("range")(start, step=rows + 1, length=max(count, 0))


base("checksquare", module=MODULE)(check_square)


@base("isbanded", module=MODULE)
def isbanded(a: Any, low: Any, up: Any) -> Any:
    """Whether all entries outside the diagonals from `low` to `up` are zero."""
    below, above = generic("istriu", MODULE)(a, low), generic("istril", MODULE)(a, up)
    return generic("&")(below, above)
