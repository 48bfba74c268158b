# Branches as statements and values.
function relu_like(x)
    if x > 0
        return x
    else
        return 0.1x
    end
end
#! relu_like(2.0) => 2.0
#! relu_like(-2.0) => -0.2

function chain(x)
    if x > 10
        y = 1.0
    elseif x > 5
        y = x / 2
    elseif x > 0
        y = x^2
    else
        y = -1.0
    end
    return y + 1
end
#! chain(11.0) => 2.0
#! chain(6.0) => 4.0
#! chain(1.5) => 3.25
#! chain(-3.0) => 0.0

function ternary(x, y)
    z = x > y ? x - y : y - x
    w = x > 0 && y > 0 ? 1 : 2
    return z * w
end
#! ternary(1.0, 3.0) => 2.0
#! ternary(3.0, -1.0) => 8.0

function short(x)
    n = length(x)
    s = 0.0
    for i in 1:n
        if i > 1 && x[i-1] > 0
            s += x[i]
        end
        (i == n || x[i+1] < 0) && (s *= 2)
    end
    return s
end
#! short([1.0, 2.0, -3.0, 4.0]) => 2.0

function early(x)
    x < 0 && return 0.0
    x > 10 && return 10.0
    y = sqrt(x)
    if y > 2
        y -= 1
        y > 1.5 && return y
        y *= 3
    end
    return y + 1
end
#! early(-1.0) => 0.0
#! early(20.0) => 10.0
#! early(4.0) => 3.0
#! early(4.41) => 4.300000000000001
#! early(9.0) => 2.0

function arrays_in_branches(x, c)
    a = copy(x)
    b = zeros(3)
    if c > 0
        a[1] = 10.0
        b .= a
    else
        b[2] = c
        a .*= 2
    end
    return a, b
end
#! arrays_in_branches([1.0, 2.0, 3.0], 1.0) => 10.0 2.0 3.0 10.0 2.0 3.0
#! arrays_in_branches([1.0, 2.0, 3.0], -1.0) => 2.0 4.0 6.0 0.0 -1.0 0.0

function choose_array(x, c)
    u = copy(x)
    v = zeros(3)
    w = c > 0 ? u : v
    w[1] = 5.0
    w = c < 1 ? w : [1.0, 2.0, 3.0]
    w[2] += 1
    return u, v, w
end
#! choose_array([1.0, 2.0, 3.0], 0.5) => 5.0 3.0 3.0 0.0 0.0 0.0 5.0 3.0 3.0
#! choose_array([1.0, 2.0, 3.0], -1.0) => 1.0 2.0 3.0 5.0 1.0 0.0 5.0 1.0 0.0
#! choose_array([1.0, 2.0, 3.0], 2.0) => 5.0 2.0 3.0 0.0 0.0 0.0 1.0 3.0 3.0

function set_on_one_side(x)
    if x > 0
        y = x
    end
    x > 0 || return -1.0
    return y + 1
end
#! set_on_one_side(2.0) => 3.0
#! set_on_one_side(-2.0) => -1.0

function widened(x)
    k = 0
    if x > 0
        k = 0.5
    end
    n = x > 1 ? 1 : 2.5
    return k + n
end
#! widened(0.5) => 3.0
#! widened(-0.5) => 2.5

function helper!(a, x)
    if x > 0
        a[1] += x
        return nothing
    end
    a[2] -= x
    return nothing
end
function mutating_helper(x)
    a = [0.0, 0.0]
    helper!(a, x)
    helper!(a, -x)
    helper!(a, 2x)
    return a
end
#! mutating_helper(2.0) => 6.0 2.0

function clamp_all(x)
    return ifelse(x > 1, 1.0, x), min(x, 0.5), max(x, 0.0), clamp(x, -0.25, 0.25)
end
#! clamp_all(2.0) => 1.0 0.5 2.0 0.25
#! clamp_all(-2.0) => -2.0 -2.0 0.0 -0.25

function or_value(x)
    ok = x > 1 || x < -1
    both = x > 0 && x < 5
    return ok ? 1 : 0, both ? 10 : 20, !ok
end
#! or_value(2.0) => 1 10 0
#! or_value(-2.0) => 1 20 0
#! or_value(0.5) => 0 10 1

function nested_values(x)
    y = if x > 0
        if x > 5
            x - 5
        else
            z = x * 2
            z + 1
        end
    else
        -x
    end
    return y
end
#! nested_values(6.0) => 1.0
#! nested_values(2.0) => 5.0
#! nested_values(-2.0) => 2.0

function tuple_branches(x)
    a, b = x > 0 ? (x, 1) : (-x, 2)
    return a * b
end
#! tuple_branches(2.0) => 2.0
#! tuple_branches(-3.0) => 6.0

function closure_in_branch(x)
    f = x > 0 ? (t -> t * 2) : (t -> t + 100)
    g(t) = t > 1 ? t : 2t
    return g(x) + g(0.25x)
end
#! closure_in_branch(2.0) => 3.0

function throwing_side(x)
    if x < 0
        throw(DomainError(x, "negative"))
    end
    return sqrt(x)
end
#! throwing_side(4.0) => 2.0

function asserts(x)
    @assert x > 0 "must be positive"
    return x + 1
end
#! asserts(4.0) => 5.0

function kernel_branch(x)
    f(v) = v > 0 ? sqrt(v) : 0.0
    g(v) = if v > 2
        return v
    else
        return v < 0 ? -v : 2v
    end
    return f.(x) .+ g.(x)
end
#! kernel_branch([4.0, -1.0, 0.25, 9.0]) => 6.0 1.0 1.0 12.0

function kernel_loop(x)
    h(v) = begin
        s = 0.0
        for k in 1:3
            s += v^k
        end
        s
    end
    w(v) = begin
        n = 0
        while v > 1
            v /= 2
            n += 1
        end
        n
    end
    return h.(x), w.(x)
end
#! kernel_loop([4.0, -1.0, 0.25, 9.0]) => 84.0 -1.0 0.328125 819.0 2 0 0 4

function recursion(x, n)
    n == 0 && return x
    return recursion(x > 1 ? x / 2 : 3x, n - 1)
end
#! recursion(5.0, 4) => 1.875

function sign_chain(x)
    s = x > 0 ? 1 : x < 0 ? -1 : 0
    return s * 2
end
#! sign_chain(3.0) => 2
#! sign_chain(0.0) => 0
#! sign_chain(-3.0) => -2
