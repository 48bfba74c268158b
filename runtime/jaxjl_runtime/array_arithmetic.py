"""Operators of whole arrays: `+ - * / \\ ^`, equality and order. A matrix product is one `matmul`
of the buffers, reversed.
"""

from __future__ import annotations

from typing import Any

import jax.numpy as jnp
import numpy as np

from .array import JaxArray, fresh, namespace
from .containers import HostArray, from_elements
from .dispatch import base, generic
from .exceptions import DimensionMismatch, MethodError
from .iteration import elements
from .missing import Missing
from .numbers import BOOL, INT64, JaxNumber, cast, number_dtype, on_host, promote_dtypes, to_device
from .ranges import AbstractRange
from .views import Transpose

ARRAYS = (JaxArray, HostArray)


def as_array(x: Any) -> Any:
    """A range as the array of its elements; arrays unchanged."""
    return generic("collect")(x) if isinstance(x, AbstractRange) else x


def is_array(x: Any) -> bool:
    """Whether the operand is an array that the operators here take."""
    return isinstance(x, (JaxArray, HostArray, AbstractRange))


def by_second(name: str, a: Any, *rest: Any) -> Any:
    """The operation as the class of the second operand defines it; a MethodError if none does."""
    classes = generic(name).classes
    for cls in type(rest[0]).__mro__:
        found = classes.get((1, cls))
        if found is not None and cls not in ARRAYS:
            return found(a, *rest)
    raise MethodError(generic(name), (a, *rest))


def check_same_size(a: Any, b: Any) -> None:
    """Julia's error for `+` and `-` of arrays whose sizes differ."""
    if a.size == b.size:
        return
    shown = generic("string")
    one, other = (shown(tuple(generic("axes")(x))) for x in (a, b))
    at = next(
        (k for k, (m, n) in enumerate(zip(a.size, b.size, strict=False), 1) if m != n),
        min(len(a.size), len(b.size)) + 1,
    )
    raise DimensionMismatch(
        f"dimensions must match: a has dims {one}, b has dims {other}, mismatch at {at}"
    )


def _elementwise(name: str, a: Any, b: Any) -> Any:
    check_same_size(a, b)
    op = generic(name)
    if isinstance(a, JaxArray) and isinstance(b, JaxArray):
        x, y = on_host(a.read()), on_host(b.read())
        dtype = promote_dtypes(x.dtype, y.dtype)
        dtype = INT64 if dtype is BOOL else dtype
        x, y = cast(x, dtype), cast(y, dtype)
        if namespace(x, y) is not np:
            x, y = to_device(x), to_device(y)
        with np.errstate(all="ignore"):
            found = x + y if name == "+" else x - y
        made = JaxArray(fresh(np.asarray(found) if isinstance(found, np.generic) else found))
        return like_rows(made, a, b)
    items = [op(x, y) for x, y in zip(elements(a), elements(b), strict=True)]
    eltype = generic("promote_type")(generic("eltype")(a), generic("eltype")(b))
    return from_elements(items, a.size, eltype)


def like_rows(made: JaxArray, *operands: Any) -> Any:
    """The result of an elementwise operation as the transpose of a vector, if its operands are
    such.
    """
    kinds = {type(x) for x in operands if is_array(x)}
    kind = kinds.pop() if len(kinds) == 1 else None
    if kind is None or not issubclass(kind, Transpose):
        return made
    if any(isinstance(x, Transpose) and x.parent.ndim != 1 for x in operands):
        return made
    flat = made.read().reshape(-1)
    return kind(JaxArray(fresh(flat.conj() if kind.conjugate and flat.dtype.kind == "c" else flat)))


def _sum_like(name: str) -> None:
    @base(name, *ARRAYS, at=(0, 1))
    def _(a: Any, *rest: Any) -> Any:
        if not rest:
            if name == "+":
                return a
            found = generic("broadcast")(generic("-"), a)
            return like_rows(found, a) if isinstance(a, Transpose) else found
        b, more = rest[0], rest[1:]
        if not (is_array(a) and is_array(b)):
            return by_second(name, a, *rest)
        result = _elementwise(name, as_array(a), as_array(b))
        return generic(name)(result, *more) if more else result


_sum_like("+")
_sum_like("-")


# ---------------------------------------------------------------------------------------- products


def product_dtype(a: np.dtype, b: np.dtype) -> np.dtype:
    """The element type of a matrix product."""
    dtype = promote_dtypes(a, b)
    return INT64 if dtype is BOOL else dtype


def matmul(a: Any, b: Any) -> Any:
    """The product of two buffers (axes reversed, so that the operands trade places)."""
    dtype = product_dtype(a.dtype, b.dtype)
    a, b = cast(on_host(a), dtype), cast(on_host(b), dtype)
    if namespace(a, b) is not np:
        left, right = to_device(a), to_device(b)
        if left.ndim == right.ndim == 2:
            # The same product, but a Python caller's transposes cancel: XLA's CPU backend ran an
            # MLP in this form as fast as by hand, the other 1.2 times slower.
            return jnp.matmul(left.T, right.T, precision="highest").T
        return jnp.matmul(right, left, precision="highest")
    with np.errstate(all="ignore"):
        return np.matmul(b, a)


def check_product(a: Any, b: Any) -> None:
    """Julia's errors for a product whose inner dimensions differ."""
    if b.ndims == 1 and a.ndims == 2 and a.size[1] != b.size[0]:
        raise DimensionMismatch(
            f"matrix A has dimensions {_shown(a.size)}, vector B has length {b.size[0]}"
        )
    if a.ndims == 2 and b.ndims == 2 and a.size[1] != b.size[0]:
        raise DimensionMismatch(
            f"matrix A has dimensions {_shown(a.size)}, matrix B has dimensions {_shown(b.size)}"
        )
    if a.ndims == 1 and b.ndims == 2 and b.size[0] != 1:
        raise DimensionMismatch(
            f"matrix A has dimensions ({a.size[0]},1), matrix B has dimensions {_shown(b.size)}"
        )


def _shown(size: tuple[int, ...]) -> str:
    return "(" + ",".join(map(str, size)) + ")"


def product(a: Any, b: Any) -> Any:
    """The matrix product of two dense arrays."""
    if a.ndims > 2 or b.ndims > 2 or (a.ndims == 1 and b.ndims == 1) or not a.ndims or not b.ndims:
        raise MethodError(generic("*"), (a, b))
    check_product(a, b)
    if isinstance(a, HostArray) or isinstance(b, HostArray):
        return _host_product(a, b)
    x, y = a.read(), b.read()
    if a.ndims == 1:
        x = x.reshape(1, -1)
    return JaxArray(fresh(matmul(x, y)))


def _host_product(a: Any, b: Any) -> Any:
    rows, inner = a.size[0], a.size[1] if a.ndims == 2 else 1
    columns = b.size[1] if b.ndims == 2 else 1
    x, y = list(elements(a)), list(elements(b))
    add, times = generic("+"), generic("*")
    items = []
    for j in range(columns):
        for i in range(rows):
            terms = [times(x[i + k * rows], y[k + j * inner]) for k in range(inner)]
            total = terms[0] if terms else 0
            for term in terms[1:]:
                total = add(total, term)
            items.append(total)
    return from_elements(items, (rows, columns) if b.ndims == 2 else (rows,))


def _scaled(name: str, a: Any, b: Any) -> Any:
    found = generic("broadcast")(generic(name), a, b)
    if isinstance(found, JaxArray) and (isinstance(a, Transpose) or isinstance(b, Transpose)):
        return like_rows(found, a, b)
    return found


def _is_scalar(x: Any) -> bool:
    from .typeof import isa
    from .types_base import Number

    return number_dtype(x) is not None or bool(isa(x, Number))


@base("*", *ARRAYS, at=(0, 1))
def _(a: Any, *rest: Any) -> Any:
    if not rest:
        return a
    b, more = rest[0], rest[1:]
    if is_array(a) and is_array(b):
        result = product(as_array(a), as_array(b))
    elif _is_scalar(a) or _is_scalar(b):
        result = _scaled("*", a, b)
    else:
        return by_second("*", a, *rest)
    return generic("*")(result, *more) if more else result


@base("/", *ARRAYS, at=(0, 1))
def _(a: Any, b: Any) -> Any:
    if _is_scalar(b):
        return _scaled("/", a, b)
    if not is_array(b):
        return by_second("/", a, b)
    return generic("_right_divide")(a, b)


@base("\\", *ARRAYS, at=(0, 1))
def _(a: Any, b: Any) -> Any:
    if _is_scalar(a):
        return _scaled("\\", a, b)
    if not (is_array(a) and is_array(b)):
        return by_second("\\", a, b)
    return generic("_left_divide")(a, b)


base("//", *ARRAYS)(lambda a, b: _scaled("//", a, b))


@base("^", *ARRAYS)
def _(a: Any, n: Any) -> Any:
    """A power of a square matrix."""
    if a.ndims != 2:
        raise MethodError(generic("^"), (a, n))
    check_square(a)
    dtype = number_dtype(n)
    if isinstance(n, JaxNumber) or dtype is None or dtype.kind == "c":
        return generic("_matrix_power")(a, n)
    if float(n) != int(n):
        return generic("_matrix_power")(a, n)
    k = int(n)
    if k < 0:
        return integer_power(generic("inv")(a), -k)
    return integer_power(a, k)


def check_square(a: Any) -> int:
    """The order of a square matrix; an error for any other."""
    if a.ndims != 2 or a.size[0] != a.size[1]:
        sizes = ", ".join(map(str, a.size))
        raise DimensionMismatch(f"matrix is not square: dimensions are ({sizes})")
    return int(a.size[0])


def integer_power(a: Any, k: int) -> Any:
    """The k-th power by repeated squaring, with k >= 0."""
    if k == 0:
        return generic("one")(a)
    result = None
    while k:
        if k & 1:
            result = a if result is None else product(result, a)
        k >>= 1
        if k:
            a = product(a, a)
    return generic("copy")(result) if result is a else result


# ------------------------------------------------------------------------------- equality and order


def _compare(name: str, a: Any, b: Any) -> Any:
    if not (is_array(a) and is_array(b)):
        if not is_array(b):
            try:
                return by_second(name, a, b)
            except MethodError:
                return False
        return False
    a, b = as_array(a), as_array(b)
    if a.size != b.size:
        return False
    if isinstance(a, JaxArray) and isinstance(b, JaxArray) and name == "==":
        x, y = on_host(a.read()), on_host(b.read())
        dtype = promote_dtypes(x.dtype, y.dtype)
        xp = namespace(x, y)
        found = xp.all(cast(x, dtype) == cast(y, dtype))
        return bool(found) if xp is np else JaxNumber(found)
    equal, result = generic(name), True
    for x, y in zip(elements(a), elements(b), strict=True):
        found = equal(x, y)
        if found is False:
            return False
        if isinstance(found, Missing):
            result = found
    return result


for _name in ("==", "isequal"):
    base(_name, *ARRAYS, at=(0, 1))(lambda a, b, _name=_name: _compare(_name, a, b))


@base("isless", *ARRAYS)
def _(a: Any, b: Any) -> bool:
    """Whether one vector comes before another, element by element."""
    equal, less = generic("isequal"), generic("isless")
    for x, y in zip(elements(a), elements(b), strict=False):
        if not equal(x, y):
            return less(x, y)
    return generic("length")(a) < generic("length")(b)


base("<", *ARRAYS)(lambda a, b: generic("isless")(a, b) if is_array(b) else _no("<", a, b))
base(">", *ARRAYS)(lambda a, b: generic("isless")(b, a) if is_array(b) else _no(">", a, b))
base("<=", *ARRAYS)(lambda a, b: not generic("isless")(b, a) if is_array(b) else _no("<=", a, b))
base(">=", *ARRAYS)(lambda a, b: not generic("isless")(a, b) if is_array(b) else _no(">=", a, b))


def _no(name: str, a: Any, b: Any) -> Any:
    raise MethodError(generic(name), (a, b))


@base("cmp", *ARRAYS)
def _(a: Any, b: Any) -> int:
    return -1 if generic("isless")(a, b) else int(generic("isless")(b, a))


@base("isapprox", *ARRAYS, at=(0, 1))
def _(
    a: Any, b: Any, *, atol: Any = 0, rtol: Any = None, nans: bool = False, norm: Any = None
) -> Any:
    """Whether the norm of the difference is small."""
    a, b = as_array(a), as_array(b)
    size = norm or generic("norm", "LinearAlgebra")
    kinds = [x.dtype for x in (a, b) if isinstance(x, JaxArray)]
    if rtol is None:
        exact = all(k.kind in "biu" for k in kinds)
        widths = [
            np.dtype(f"f{k.itemsize // (2 if k.kind == 'c' else 1)}")
            for k in kinds
            if k.kind in "fc"
        ]
        eps = max((float(np.finfo(w).eps) for w in widths), default=2.0**-52)
        rtol = 0 if exact or generic(">")(atol, 0) is True else eps**0.5
    distance = size(generic("-")(a, b))
    if not isinstance(distance, JaxNumber) and not np.isfinite(distance):
        same = generic("isapprox")
        pairs = zip(elements(a), elements(b), strict=True)
        return all(same(x, y, atol=atol, rtol=rtol, nans=nans) for x, y in pairs)
    limit = generic("max")(atol, generic("*")(rtol, generic("max")(size(a), size(b))))
    return generic("<=")(distance, limit)


# ---------------------------------------------------------------- functions that go through arrays


def _through(name: str) -> None:
    base(name, *ARRAYS, AbstractRange)(lambda a: generic("broadcast")(generic(name), a))


for _name in ("float", "complex", "real", "imag", "conj", "big"):
    _through(_name)


@base("iszero", *ARRAYS, AbstractRange)
def _(a: Any) -> Any:
    return generic("all")(generic("iszero"), a)


@base("isone", *ARRAYS)
def _(a: Any) -> Any:
    return a.ndims == 2 and a.size[0] == a.size[1] and generic("==")(a, generic("one")(a))


@base("isreal", *ARRAYS)
def _(a: Any) -> Any:
    return generic("all")(generic("isreal"), a)


@base("conj!", *ARRAYS)
def _(a: Any) -> Any:
    return generic("copyto!")(a, generic("conj")(a))


@base("one", HostArray)
def _(a: HostArray) -> Any:
    n = check_square(a)
    one, zero = generic("one")(a.eltype), generic("zero")(a.eltype)
    return a.like([one if k % n == k // n else zero for k in range(n * n)], a.size)
