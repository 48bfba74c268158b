# Mutation, aliasing and carried state.
function bubble!(a)
    n = length(a)
    for pass in 1:n-1
        swapped = false
        for i in 1:n-pass
            if a[i] > a[i+1]
                a[i], a[i+1] = a[i+1], a[i]
                swapped = true
            end
        end
        swapped || return a
    end
    return a
end
#! bubble!([3.0, 1.0, 2.0, -1.0, 5.0]) => -1.0 1.0 2.0 3.0 5.0
#! bubble!([1.0, 2.0, 3.0]) => 1.0 2.0 3.0

function prefix!(x)
    for i in 2:length(x)
        x[i] += x[i-1]
    end
    return x
end
#! prefix!([1.0, 2.0, -3.0, 4.0]) => 1.0 3.0 0.0 4.0

function jacobi(u, tol)
    v = copy(u)
    err = 1.0
    k = 0
    while err > tol
        err = 0.0
        for i in 2:length(u)-1
            v[i] = 0.5 * (u[i-1] + u[i+1])
            err = max(err, abs(v[i] - u[i]))
        end
        u, v = v, u
        k += 1
    end
    return k, u
end
#! jacobi([0.0, 1.0, 2.0, 0.0, 4.0], 1e-3) => 23 0.0 1.0 1.999267578125 3.0 4.0

function swap_n(x, y, n)
    u, v = copy(x), copy(y)
    for k in 1:n
        u[1] += 1
        u, v = v, u
    end
    return u, v
end
#! swap_n([1.0, 2.0], [5.0, 6.0], 3) => 6.0 6.0 3.0 2.0
#! swap_n([1.0, 2.0], [5.0, 6.0], 4) => 3.0 2.0 7.0 6.0

function rotate3(x, n)
    a, b, c = copy(x), 2x, 3x
    for k in 1:n
        a[1] += k
        a, b, c = b, c, a
    end
    return a, b, c
end
#! rotate3([1.0, 2.0], 4) => 4.0 4.0 6.0 6.0 6.0 2.0
#! rotate3([1.0, 2.0], 5) => 6.0 6.0 6.0 2.0 9.0 4.0

function rebind(x, n)
    u = x
    for k in 1:n
        u = u .* 2 .+ x
    end
    return u, x
end
#! rebind([1.0, 2.0], 3) => 15.0 30.0 1.0 2.0

function fresh_then_mutate(x, n)
    u = x
    for k in 1:n
        u = copy(u)
        u[1] += k
    end
    return u, x
end
#! fresh_then_mutate([1.0, 2.0], 3) => 7.0 2.0 1.0 2.0

function mutate_then_rebind(x, n)
    u = copy(x)
    first = u
    for k in 1:n
        u[1] += k
        u = u .* 2
    end
    return u, first
end
#! mutate_then_rebind([1.0, 2.0], 3) => 30.0 16.0 2.0 2.0

function prev_cur(x, n)
    prev, cur = x, 2x
    for k in 1:n
        prev, cur = cur, cur .+ prev
    end
    return prev, cur
end
#! prev_cur([1.0, 2.0], 5) => 13.0 26.0 21.0 42.0

function while_fresh(x)
    u = x
    k = 0
    while sum(u) < 100
        u = u .* 3
        k += 1
    end
    return u, k, x
end
#! while_fresh([1.0, 2.0]) => 81.0 162.0 4 1.0 2.0
#! while_fresh([100.0, 2.0]) => 100.0 2.0 0 100.0 2.0

function while_fresh_mutated(x)
    u = copy(x)
    w = u
    while u[1] < 20
        u[2] += 1
        u = u .* 3
    end
    return u, w
end
#! while_fresh_mutated([1.0, 2.0]) => 27.0 93.0 1.0 3.0
#! while_fresh_mutated([100.0, 2.0]) => 100.0 2.0 100.0 2.0

function aliases(x)
    y = x
    z = copy(x)
    for i in eachindex(x)
        y[i] += z[i]
        x[i] *= 2
    end
    return x, y, z
end
#! aliases([1.0, 2.0]) => 4.0 8.0 4.0 8.0 1.0 2.0

function views(A)
    v = view(A, :, 1)
    w = @view A[1, :]
    for i in eachindex(v)
        v[i] += w[end]
    end
    w .= 7.0
    return A
end
#! views([1.0 2.0; 3.0 4.0]) => 7.0 5.0 7.0 4.0

function moving_view(A)
    for j in 1:size(A, 2)
        c = view(A, :, j)
        c .*= j
        c[1] = -1.0
    end
    return A
end
#! moving_view([1.0 2.0; 3.0 4.0]) => -1.0 3.0 -1.0 8.0

function reshaped(x)
    B = reshape(x, 2, 3)
    for j in 1:3, i in 1:2
        B[i, j] += 10i + j
    end
    v = vec(B)
    v[1] = 0.0
    return x, B
end
#! reshaped([1.0, 2.0, 3.0, 4.0, 5.0, 6.0]) => 0.0 23.0 15.0 26.0 18.0 29.0 0.0 23.0 15.0 26.0 18.0 29.0

function slices(A)
    n = size(A, 1)
    for k in 1:n-1
        for i in k+1:n
            f = A[i, k] / A[k, k]
            A[i, k:n] .-= f .* A[k, k:n]
        end
    end
    return A
end
#! slices([4.0 2.0 1.0; 2.0 5.0 3.0; 1.0 3.0 6.0]) => 4.0 0.0 0.0 2.0 4.0 0.0 1.0 2.5 4.1875

function columns!(A, B)
    for j in axes(A, 2), k in axes(B, 1)
        A[:, j] .-= A[:, k] .* B[k, j]
    end
    return A
end
#! columns!([1.0 2.0; 3.0 4.0], [0.5 1.0; -1.0 2.0]) => 2.5 5.5 0.5 1.5

function counter_closure(x)
    n = 0
    total = 0.0
    add(v) = begin
        n += 1
        total += v
        nothing
    end
    for v in x
        add(v)
        v > 0 && add(-1.0)
    end
    return n, total
end
#! counter_closure([1.0, -2.0, 3.0]) => 5 0.0

function refs(x)
    r = Ref(0.0)
    c = Ref(0)
    for v in x
        r[] += v
        if v > 0
            c[] += 1
        end
    end
    return r[], c[]
end
#! refs([1.0, -2.0, 3.0]) => 2.0 2

mutable struct Acc
    total::Float64
    count::Int
end
function add!(a::Acc, v)
    a.total += v
    a.count += 1
    return a
end
function mutable_fields(x)
    a = Acc(0.0, 0)
    for v in x
        add!(a, v)
        v < 0 && (a.total *= 2)
    end
    return a.total, a.count
end
#! mutable_fields([1.0, -2.0, 3.0]) => 1.0 3

struct Body
    pos::Float64
    vel::Float64
end
function carried_struct(x, n)
    b = Body(x, 0.0)
    for k in 1:n
        v = b.vel - 0.1 * b.pos
        b = Body(b.pos + 0.1v, v)
    end
    return b.pos, b.vel
end
#! carried_struct(1.0, 10) => 0.4978137315132152 -0.8427503884058641

function carried_tuple(x)
    st = (x, 0, (a = 1.0, b = x))
    for k in 1:4
        st = (st[1] / 2, st[2] + k, (a = st[3].b, b = st[3].a + st[1]))
    end
    return st[1], st[2], st[3].a, st[3].b
end
#! carried_tuple(3.0) => 0.1875 10 4.75 4.875

function same_start(x)
    a = b = 0.0
    for v in x
        a += v
        b -= v^2
    end
    return a, b
end
#! same_start([1.0, -2.0, 3.0]) => 2.0 -14.0

function scalar_copy(x)
    y = x
    y += 1
    for i in 1:3
        z = y
        z += 1
        y = z * 1.5
    end
    return x, y
end
#! scalar_copy(2.0) => 2.0 17.25

function matmul3(A, B)
    m, p = size(A)
    n = size(B, 2)
    C = zeros(m, n)
    for i in 1:m, j in 1:n
        acc = 0.0
        for k in 1:p
            acc += A[i, k] * B[k, j]
        end
        C[i, j] = acc
    end
    return C
end
#! matmul3([1.0 2.0; 3.0 4.0; 5.0 6.0], [1.0 -1.0 2.0; 0.5 3.0 1.0]) => 2.0 5.0 8.0 5.0 9.0 13.0 4.0 10.0 16.0

function lcs(x, y)
    m, n = length(x), length(y)
    L = zeros(Int, m + 1, n + 1)
    for i in 1:m, j in 1:n
        if x[i] == y[j]
            L[i+1, j+1] = L[i, j] + 1
        else
            L[i+1, j+1] = max(L[i, j+1], L[i+1, j])
        end
    end
    return L[m+1, n+1], L
end
#! lcs([1.0, 2.0, 3.0, 2.0], [2.0, 1.0, 3.0, 3.0, 2.0]) => 3 0 0 0 0 0 0 0 1 1 1 0 1 1 1 1 0 1 1 2 2 0 1 1 2 2 0 1 2 2 3

function histogram(x)
    h = zeros(Int, 4)
    for v in x
        k = clamp(floor(Int, v) + 1, 1, 4)
        h[k] += 1
    end
    return h
end
#! histogram([0.5, 1.5, 1.7, 9.0, -3.0]) => 2 2 0 1

function sieve(x)
    n = 20
    p = trues(n)
    p[1] = false
    for i in 2:n
        if p[i]
            for j in i*i:i:n
                p[j] = false
            end
        end
    end
    return count(p) * x
end
#! sieve(2.0) => 16.0

function floyd(D)
    n = size(D, 1)
    for k in 1:n, i in 1:n, j in 1:n
        if D[i, k] + D[k, j] < D[i, j]
            D[i, j] = D[i, k] + D[k, j]
        end
    end
    return D
end
#! floyd([0.0 3.0 100.0; 2.0 0.0 1.0; 5.0 100.0 0.0]) => 0.0 2.0 5.0 3.0 0.0 8.0 4.0 1.0 0.0

function cholesky(A)
    n = size(A, 1)
    L = zeros(n, n)
    for j in 1:n
        s = 0.0
        for k in 1:j-1
            s += L[j, k]^2
        end
        L[j, j] = sqrt(A[j, j] - s)
        for i in j+1:n
            s = 0.0
            for k in 1:j-1
                s += L[i, k] * L[j, k]
            end
            L[i, j] = (A[i, j] - s) / L[j, j]
        end
    end
    return L
end
#! cholesky([4.0 2.0 1.0; 2.0 5.0 3.0; 1.0 3.0 6.0]) => 2.0 1.0 0.5 0.0 2.0 1.25 0.0 0.0 2.0463381929681126

function thomas(a, b, c, d)
    n = length(d)
    b = copy(b)
    d = copy(d)
    x = similar(d)
    for i in 2:n
        w = a[i] / b[i-1]
        b[i] -= w * c[i-1]
        d[i] -= w * d[i-1]
    end
    x[n] = d[n] / b[n]
    for i in n-1:-1:1
        x[i] = (d[i] - c[i] * x[i+1]) / b[i]
    end
    return x
end
#! thomas([0.0, 1.0, 1.0], [4.0, 5.0, 6.0], [1.0, 2.0, 0.0], [1.0, 2.0, 3.0]) => 0.20754716981132076 0.16981132075471697 0.4716981132075472

function masks(x)
    x[x .> 2] .= 0.0
    x[findfirst(v -> v < 0, [1.0, -1.0])] += 5
    return x
end
#! masks([1.0, 2.5, 3.0]) => 1.0 5.0 0.0

function ode(y0, n)
    f(u, t) = [u[2], -u[1] + 0.1t]
    u = copy(y0)
    t = 0.0
    h = 0.1
    for k in 1:n
        k1 = f(u, t)
        k2 = f(u .+ h / 2 .* k1, t + h / 2)
        u = u .+ h .* k2
        t += h
    end
    return u, t
end
#! ode([1.0, 0.0], 20) => -0.3100848455639458 -0.7662093108951775 2.0000000000000004

function nbody(p, v, n)
    p = copy(p)
    v = copy(v)
    m = length(p)
    for k in 1:n
        for i in 1:m
            for j in 1:m
                if i != j
                    d = p[j] - p[i]
                    v[i] += 0.01 * d / (abs(d)^3 + 0.1)
                end
            end
        end
        p .+= 0.01 .* v
    end
    return p, v
end
#! nbody([0.0, 1.0, 3.0], [0.0, 0.1, -0.1], 5) => 0.0015276575431914033 1.0040098939146143 2.994462448542195 0.050894932596826724 0.06704237939251959 -0.11793731198934632

function list_state(x)
    hist = Float64[]
    v = x
    while v < 50
        v = 2v + 1
        push!(hist, v)
    end
    return sum(hist), length(hist)
end
#~ list_state(1.0) => 119.0 5

function dict_state(x)
    d = Dict("a" => 0.0, "b" => x)
    for i in 1:3
        d["a"] += i * d["b"]
    end
    return d["a"]
end
#! dict_state(2.0) => 12.0

function vector_of_vectors(x)
    rows = [copy(x), 2 .* x]
    for r in rows
        for i in eachindex(r)
            r[i] += 1
        end
    end
    rows[1][2] = 9.0
    return rows[1], rows[2]
end
#! vector_of_vectors([1.0, 2.0]) => 2.0 9.0 3.0 5.0

function pass_twice(x)
    f!(a, b) = begin
        for i in eachindex(a)
            a[i] = b[end-i+1] + 1
        end
        a
    end
    return f!(x, x)
end
#! pass_twice([1.0, 2.0, 3.0]) => 4.0 3.0 5.0
