"""Functions in the form of generated code, each with what Julia answers."""

from __future__ import annotations

from typing import Any

import numpy as np
from jaxjl_runtime import jl

get, put = jl.getindex, jl.setindex_bang
X5 = np.array([1.0, 2.0, -3.0, 4.0, 5.0])
CASES: list[tuple[Any, tuple[Any, ...], Any]] = []


def answers(*arguments: Any, gives: Any) -> Any:
    """Decorator: the function answers `gives` on these arguments in Julia."""

    def note(function: Any) -> Any:
        CASES.append((function, arguments, gives))
        return function

    return note


@answers(X5, gives=55.0)
def sum_of_squares(x):
    s = 0

    @jl.for_(jl.colon(1, jl.length(x)))
    def each_i(i):
        nonlocal s
        s = jl.add(s, jl.mul(get(x, i), get(x, i)))

    return s


@answers(X5, 3.5, gives=(4, 4.0))
@answers(X5, 9.0, gives=(0, 0.0))
def first_above(x, t):
    @jl.for_(jl.eachindex(x))
    def each_i(i):
        @jl.when(get(x, i) > t)
        def then():
            return jl.leave((i, get(x, i)))

        return then

    return each_i.or_else(lambda: (0, 0.0))


@answers(2.0, gives=(1.4142135623730951, 5))
def newton_root(a):
    x = a
    k = 0

    @jl.while_(lambda: jl.abs(x * x - a) > 1e-14)
    def loop():
        nonlocal x, k
        x = jl.mul(0.5, jl.add(x, jl.truediv(a, x)))
        k = jl.add(k, 1)
        return jl.break_if(k > 20)

    return x, k


@answers(X5, gives=[-3.0, 1.0, 2.0, 4.0, 5.0])
@answers(np.array([3.0, 1, 2, -1, 5]), gives=[-1.0, 1, 2, 3, 5])
def bubblesort(x):
    a = jl.copy(x)
    n = jl.length(a)

    @jl.for_(jl.colon(1, n - 1))
    def each_pass(pass_):
        swapped = False

        @jl.for_(jl.colon(1, jl.sub(n, pass_)))
        def each_i(i):
            nonlocal swapped

            @jl.when(get(a, i) > get(a, jl.add(i, 1)))
            def then():
                nonlocal swapped
                t = get(a, i)
                put(a, get(a, jl.add(i, 1)), i)
                put(a, t, jl.add(i, 1))
                swapped = True

        return jl.break_if(jl.not_(swapped))

    return a


@answers(X5, np.array([9.0, 8, 4]), gives=(4, 3))
@answers(X5, np.array([9.0]), gives=(0, 0))
def common_pair(x, y):
    @jl.for_(jl.eachindex(x))
    def each_i(i):
        @jl.for_(jl.eachindex(y))
        def each_j(j):
            @jl.when(jl.eq(get(x, i), get(y, j)))
            def then():
                return jl.leave((i, j))

            return then

        return each_j

    return each_i.or_else(lambda: (0, 0))


@answers(X5, gives=1 + 8 - 27 + 64 + 125.0)
def host_table(x):
    t = jl.zeros(5)

    @jl.for_(jl.colon(1, 5))
    def each_i(i):
        put(t, jl.mul(i, i), i)

    s = 0.0

    @jl.for_(jl.colon(1, 5))
    def each_j(i):
        nonlocal s
        s = jl.add(s, jl.mul(get(t, i), get(x, i)))

    return s


@answers(np.array([4.0, -1, 3.5]), gives=7.0)
@answers(np.array([4.0, 7, 3.5]), gives=14.0)
def maybe_unset(x):
    q = jl.UNDEF

    @jl.for_(jl.colon(1, 3))
    def each_i(i):
        nonlocal q

        def rest():
            t = jl.add(jl.defined(q, "q"), 1)
            return jl.break_if(t > 10)

        @jl.if_(get(x, i) > 3)
        def then():
            nonlocal q
            q = jl.mul(2, get(x, i))
            return rest()

        @jl.else_(then)
        def otherwise():
            @jl.when(jl.not_(get(x, i) < 0))
            def then2():
                return rest()

            return then2

        return otherwise

    return jl.defined(q, "q")


@answers(X5, gives=68.0)
def triangle(x):
    s = 0.0

    @jl.for_(lambda: jl.colon(1, 5), lambda i: jl.colon(1, i))
    def each_i_j(i, j):
        nonlocal s
        s = jl.add(s, jl.mul(get(x, i), get(x, j)))

    return s


@answers(X5, gives=[1.0, 3.0, 0.0, 4.0, 9.0])
def prefix(x):
    y = jl.copy(x)

    @jl.for_(jl.colon(2, 5))
    def each_i(i):
        put(y, jl.add(get(y, i), get(y, jl.sub(i, 1))), i)

    return y


@answers(X5, gives=9.0)
def boxed(x):
    n = jl.Box(0)

    def inc(v):
        n.value = jl.add(n.value, v)

    @jl.for_(x)
    def each_v(v):
        inc(v)

    return n.value


@answers(np.array([0.0, 1, 2, 0, 4]), 3, gives=([0.0, 1.0, 1.25, 3.0, 4.0], [0, 0, 0, 0, 0]))
@answers(np.array([0.0, 1, 2, 0, 4]), 2, gives=([0.0, 0.25, 2.0, 2.25, 4.0], [0, 0, 0, 0, 0]))
def swaps(x, n):
    u = jl.copy(x)
    v = jl.copy(x)
    a = u

    @jl.for_(jl.colon(1, n))
    def each_k(k):
        nonlocal u, v

        @jl.for_(jl.colon(2, 4))
        def each_i(i):
            put(v, jl.mul(0.5, jl.add(get(u, jl.sub(i, 1)), get(u, jl.add(i, 1)))), i)

        u, v = v, u

    same = jl.sub(a, u if n % 2 == 0 else v)
    return u, same


@answers(X5, 3, gives=[8.0, 16, -24, 32, 40])
@answers(X5, 0, gives=[1.0, 2, -3, 4, 5])
def rebinds(x, n):
    u = x

    @jl.for_(jl.colon(1, n))
    def each_k(k):
        nonlocal u
        u = jl.mul(u, 2.0)

    return u


@answers(X5, 20.0, gives=(4.0, [4.0, 8, -12, 16, 20]))
@answers(X5, 0.0, gives=(1.0, [1.0, 2, -3, 4, 5]))
def while_rebinds(x, limit):
    u = x
    s = 1.0

    @jl.while_(lambda: jl.mul(s, 5) < limit)
    def loop():
        nonlocal u, s
        u = jl.mul(u, 2.0)
        s = jl.mul(s, 2)

    return s, u


@answers(X5, 3.0, gives=(3.0, [1.0, 2, -3, 4, 5], [11.0, 22.0, -33.0, 44.0, 55.0]))
@answers(X5, 2.0, gives=(2.0, [11.0, 22.0, -33.0, 44.0, 55.0], [1.0, 2, -3, 4, 5]))
def while_swaps(x, limit):
    u = jl.copy(x)
    v = jl.mul(x, 11.0)
    k = 0.0

    @jl.while_(lambda: k < limit)
    def loop():
        nonlocal u, v, k
        u, v = v, u
        k = jl.add(k, 1.0)

    return k, v, u


@answers(X5, 1.0, gives=([10.0, 2, -3, 4, 5], [0.0, 0, 0, 0, 0]))
@answers(X5, -1.0, gives=([1.0, 2, -3, 4, 5], [10.0, 0, 0, 0, 0]))
def either(x, c):
    u = jl.copy(x)
    v = jl.zeros(5)
    w = jl.cond(c > 0, lambda: u, lambda: v)
    put(w, 10.0, 1)
    return u, v


@answers(X5, gives=4)
def counts(x):
    n = 0

    @jl.for_(x)
    def each_v(v):
        nonlocal n

        @jl.when(v > 0)
        def then():
            nonlocal n
            n = jl.add(n, 1)

    return n


@answers(X5, 4, gives=-24.0)
def recursion_on_host(x, n):
    def go(k):
        return jl.cond(jl.eq(k, 0), lambda: 1.0, lambda: jl.mul(get(x, k), go(jl.sub(k, 1))))

    return go(n)


@answers(X5, gives=(5, 1))
def several_of_one_value(x):
    a = b = 0

    @jl.for_(x)
    def each_v(v):
        nonlocal a, b
        a = jl.add(a, 1)

        @jl.when(v < 0)
        def then():
            nonlocal b
            b = jl.add(b, 1)

    return a, b


@answers(X5, gives=3.0)
@answers(np.abs(X5), gives=-1.0)
def after_inner_loop(x):
    s = 0.0

    @jl.for_(jl.eachindex(x))
    def each_i(i):
        nonlocal s

        @jl.for_(jl.colon(1, i))
        def each_j(j):
            @jl.when(get(x, j) < 0)
            def then():
                return jl.leave(s)

            return then

        def rest():
            nonlocal s
            s = jl.add(s, get(x, i))

        return each_j.then(rest)

    return each_i.or_else(lambda: -1.0) if x is not None else None
