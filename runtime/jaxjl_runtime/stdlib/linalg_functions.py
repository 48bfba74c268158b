"""Numbers that a factorisation tells, and functions of matrices: `rank cond opnorm pinv nullspace
exp log sqrt`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import scipy.linalg as host_linalg

from ..array import JaxArray
from ..array_arithmetic import check_square
from ..dispatch import base, generic
from ..exceptions import ArgumentError
from ..numbers import number, number_dtype
from .linalg_basic import MODULE
from .linalg_factor import julia, matrix, svdvals, traced
from .linalg_structured import Diagonal


@base("opnorm", module=MODULE)
def opnorm(a: Any, p: Any = 2) -> Any:
    """The operator norm for the p-norm of vectors, p = 1, 2 or Inf."""
    if number_dtype(a) is not None:
        return generic("float")(generic("abs")(a))
    m = matrix(a)
    xp = jnp if traced(m) else np
    if p == 2:
        return generic("maximum")(svdvals(a)) if m.size else 0.0
    if p in (1, math.inf):
        return number(xp.max(xp.sum(xp.abs(m), axis=0 if p == 1 else 1)))
    raise ArgumentError(f"invalid p-norm p={generic('string')(p)}. Valid: 1, 2, Inf")


@base("cond", module=MODULE)
def cond(a: Any, p: Any = 2) -> Any:
    """The condition number."""
    if p == 2:
        values = svdvals(a)
        return generic("/")(generic("maximum")(values), generic("minimum")(values))
    return generic("*")(opnorm(a, p), opnorm(generic("inv")(a), p))


def _tolerance(m: Any, values: np.ndarray, rtol: Any, atol: Any) -> float:
    eps = float(np.finfo(m.dtype).eps)
    relative = (min(m.shape) * eps if not atol else 0.0) if rtol is None else float(rtol)
    return max(float(atol), relative * float(values[0])) if values.size else 0.0


@base("rank", module=MODULE)
def rank(a: Any, *, atol: Any = 0, rtol: Any = None) -> int:
    """How many singular values are not negligible."""
    if number_dtype(a) is not None:
        return int(a != 0)
    m = np.asarray(matrix(a))
    m = m.reshape(-1, 1) if m.ndim == 1 else m
    values = host_linalg.svdvals(m)
    return int(np.sum(values > _tolerance(m, values, rtol, atol)))


@base("pinv", module=MODULE)
def pinv(a: Any, *, atol: Any = 0, rtol: Any = None) -> Any:
    """The Moore-Penrose inverse."""
    if number_dtype(a) is not None:
        return generic("inv")(a) if a != 0 else generic("zero")(a)
    m = matrix(a)
    m = m.reshape(-1, 1) if m.ndim == 1 else m
    if traced(m):
        return julia(jnp.linalg.pinv(m))
    u, s, vt = host_linalg.svd(m, full_matrices=False)
    keep = s > _tolerance(m, s, rtol, atol)
    inverse = np.zeros_like(s)
    inverse[keep] = 1 / s[keep]
    return julia((vt.conj().T * inverse) @ u.conj().T)


@base("nullspace", module=MODULE)
def nullspace(a: Any, *, atol: Any = 0, rtol: Any = None) -> JaxArray:
    """An orthonormal basis of what the matrix sends to zero, as columns."""
    m = np.asarray(matrix(a))
    m = m.reshape(-1, 1) if m.ndim == 1 else m
    _, s, vt = host_linalg.svd(m)
    found = int(np.sum(s > _tolerance(m, s, rtol, atol)))
    return julia(np.ascontiguousarray(vt[found:].conj().T))


# --------------------------------------------------------------------------------- matrix functions


def _power_of(a: Any, p: Any) -> Any:
    """`A^p` for a power that is no integer."""
    m = np.asarray(matrix(a))
    return julia(_real_if_close(host_linalg.fractional_matrix_power(m, float(p))))


base("_matrix_power")(_power_of)


def _real_if_close(m: np.ndarray) -> np.ndarray:
    if m.dtype.kind == "c" and np.all(np.abs(m.imag) <= 1e-14 * max(1.0, float(np.abs(m).max()))):
        return np.ascontiguousarray(m.real)
    return m


def _of_matrix(name: str, host: Callable[..., Any], device: Callable[..., Any] | None) -> None:
    @base(name, JaxArray)
    def _(a: JaxArray, *rest: Any) -> Any:
        if rest or a.ndim != 2:
            from ..exceptions import MethodError

            raise MethodError(generic(name), (a, *rest))
        if isinstance(a, Diagonal):
            return Diagonal(generic("broadcast")(generic(name), a.diag))
        check_square(a)
        m = matrix(a)
        if traced(m):
            if device is None:
                from ..cell import not_static

                not_static(f"`{name}` of a matrix whose values are traced")
            return julia(device(m))
        if m.dtype.kind == "f" and np.array_equal(m, m.T):
            return julia(_by_spectrum(name, m))
        return julia(_real_if_close(np.asarray(host(m))))


def _by_spectrum(name: str, m: np.ndarray) -> np.ndarray:
    """The function of a symmetric matrix, on its eigenvalues."""
    values, vectors = host_linalg.eigh(m)
    function = {"cis": lambda x: np.exp(1j * x)}.get(name) or getattr(np, name)
    if name in ("sqrt", "log") and values.min() < 0:
        values = values.astype(complex)
    return (vectors * function(values)) @ vectors.T


for _name, _host, _device in (
    ("exp", host_linalg.expm, jax.scipy.linalg.expm),
    ("log", host_linalg.logm, None),
    ("sqrt", host_linalg.sqrtm, jax.scipy.linalg.sqrtm),
    ("sin", host_linalg.sinm, None),
    ("cos", host_linalg.cosm, None),
    ("tan", host_linalg.tanm, None),
    ("sinh", host_linalg.sinhm, None),
    ("cosh", host_linalg.coshm, None),
    ("tanh", host_linalg.tanhm, None),
):
    _of_matrix(_name, _host, _device)


@base("lyap", module=MODULE)
def lyap(a: Any, c: Any) -> JaxArray:
    """The solution X of `A X + X A' + C = 0`."""
    return julia(
        host_linalg.solve_continuous_lyapunov(np.asarray(matrix(a)), -np.asarray(matrix(c)))
    )


@base("sylvester", module=MODULE)
def sylvester(a: Any, b: Any, c: Any) -> JaxArray:
    """The solution X of `A X + X B + C = 0`."""
    return julia(
        host_linalg.solve_sylvester(
            *(np.asarray(matrix(x)) for x in (a, b)), -np.asarray(matrix(c))
        )
    )
