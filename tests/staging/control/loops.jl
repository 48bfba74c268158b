# Loops: iterators, exits, scopes. `#! call` lines are run in every mode; what Julia answers follows `=>`.
function sum_squares(x)
    s = 0.0
    for i in 1:length(x)
        s += x[i]^2
    end
    return s
end
#! sum_squares([1.0, 2.0, -3.0]) => 14.0

function int_start(x)
    s = 0
    for v in x
        s += v
    end
    s
end
#! int_start([1.5, 2.0, -3.0]) => 0.5
#! int_start([1, 2, 3]) => 6

function steps(x)
    s = 0.0
    for i in length(x):-2:1
        s = 2s + x[i]
    end
    for i in 2:2:length(x)
        s -= x[i]
    end
    for i in 5:4
        s = 100.0
    end
    return s
end
#! steps([1.0, 2.0, -3.0, 4.0, 7.0]) => 17.0

function float_range(a)
    s = 0.0
    for t in 0.0:0.1:1.0
        s += a * t^2
    end
    return s
end
#! float_range(2.0) => 7.7

function enumerated(x)
    s = 0.0
    for (i, v) in enumerate(x)
        s += i * v
    end
    for (a, b) in zip(x, reverse(x))
        s += a * b
    end
    return s
end
#! enumerated([1.0, 2.0, -3.0]) => -6.0

function matrix_loops(A)
    s = 0.0
    for j in axes(A, 2), i in axes(A, 1)
        s += A[i, j] * (i - j)
    end
    for v in A
        s += v^2
    end
    for I in CartesianIndices(A)
        s += A[I] * I[1]
    end
    for k in eachindex(A)
        s -= A[k] / k
    end
    return s
end
#! matrix_loops([1.0 2.0 3.0; 4.0 -5.0 6.0]) => 92.98333333333333

function cols(A)
    s = 0.0
    for (j, c) in enumerate(eachcol(A))
        s += j * sum(c)
    end
    for r in eachrow(A)
        s += maximum(r)
    end
    return s
end
#! cols([1.0 2.0 3.0; 4.0 -5.0 6.0]) => 35.0

function triangular(x)
    n = length(x)
    s = 0.0
    for i in 1:n
        for j in i:n
            s += x[i] * x[j]
        end
    end
    return s
end
#! triangular([1.0, 2.0, -3.0, 0.5]) => 7.25

function find_first(x, t)
    for i in eachindex(x)
        if x[i] > t
            return i, x[i]
        end
    end
    return 0, -1.0
end
#! find_first([1.0, 2.0, -3.0, 5.0], 1.5) => 2 2.0
#! find_first([1.0, 2.0, -3.0, 5.0], 9.5) => 0 -1.0

function continues(x)
    s = 0.0
    n = 0
    for v in x
        v < 0 && continue
        n += 1
        v > 3 && break
        s += v
    end
    return s, n
end
#! continues([1.0, -2.0, 2.5, 4.0, 1.0]) => 3.5 3
#! continues([1.0, -2.0, 2.5]) => 3.5 2

function nested_break(A, t)
    c = 0
    for i in 1:size(A, 1)
        for j in 1:size(A, 2)
            if A[i, j] > t
                break
            end
            c += 1
        end
    end
    return c
end
#! nested_break([1.0 5.0 1.0; 1.0 1.0 7.0], 3.0) => 3

function product_break(A, t)
    c = 0
    for i in 1:size(A, 1), j in 1:size(A, 2)
        A[i, j] > t && break
        c += 1
    end
    return c
end
#! product_break([1.0 2.0 1.0; 1.0 5.0 1.0], 3.0) => 4

function nested_return(A, t)
    best = -1.0
    for i in 1:size(A, 1)
        for j in 1:size(A, 2)
            if A[i, j] > t
                return best + A[i, j], i, j
            end
            best = max(best, A[i, j])
        end
        best += 0.5
    end
    return best, 0, 0
end
#! nested_return([1.0 2.0 1.0; 1.0 5.0 1.0], 3.0) => 7.5 2 2
#! nested_return([1.0 2.0 1.0; 1.0 5.0 1.0], 9.0) => 5.5 0 0

function newton(a; tol = 1e-12, maxiter = 50)
    x = a
    for k in 1:maxiter
        dx = (x^2 - a) / (2x)
        x -= dx
        if abs(dx) < tol
            return x, k
        end
    end
    return x, maxiter
end
#! newton(2.0) => 1.414213562373095 6
#! newton(10.0) => 3.162277660168379 7

function collatz(n)
    k = 0
    while n > 1
        if n < 1000 && k < 200
            n = n % 2 < 1 ? n / 2 : 3n + 1
        else
            n = 1
        end
        k += 1
    end
    return k
end
#! collatz(7.0) => 16
#! collatz(1.0) => 0

function bisect(a, b)
    f(x) = x^3 - 2
    fa = f(a)
    while b - a > 1e-9
        m = (a + b) / 2
        fm = f(m)
        if fm == 0
            return m
        elseif sign(fm) == sign(fa)
            a, fa = m, fm
        else
            b = m
        end
    end
    return (a + b) / 2
end
#! bisect(0.0, 2.0) => 1.2599210501648486

function while_true(x)
    i = 1
    s = 0.0
    while true
        s += x[i]
        if s > 2 || i == length(x)
            break
        end
        i += 1
    end
    return s, i
end
#! while_true([1.0, 0.5, 1.0, 9.0]) => 2.5 3
#! while_true([1.0, 0.5]) => 1.5 2

function side_effect_condition(x)
    n = 0
    bump() = (n += 1; n)
    s = 0.0
    while bump() < 4
        s += x * n
    end
    return s, n
end
#! side_effect_condition(2.0) => 12.0 4

function unset_until(x)
    local q
    for v in x
        if v > 1
            q = v
        end
    end
    return q
end
#! unset_until([1.0, 3.0, 2.0, 0.0]) => 2.0

function outer_variable(x)
    i = 0
    for outer i in 1:3
        x += i
        x > 4 && break
    end
    return x, i
end
#! outer_variable(1.0) => 7.0 3

function loop_scope(x)
    t = 10.0
    for i in 1:3
        local t = x * i
        x += t / 10
    end
    for t in 1:2
        x += t
    end
    return x, t
end
#! loop_scope(1.0) => 4.716 10.0

function host_size(x)
    n = 0
    for i in 1:3
        n += i
    end
    z = zeros(n)
    for i in 1:n
        z[i] = x * i
    end
    return sum(z), n
end
#! host_size(2.0) => 42.0 6

function unrolled(x)
    s = 0.0
    for n in 1:3
        z = ones(n) .* x
        s += sum(z) * n
    end
    return s
end
#! unrolled(2.0) => 28.0

function table(x)
    w = [0.5, 1.5, -1.0]
    names = (1, 3, 2)
    s = 0.0
    for i in 1:3
        s += w[i] * x[names[i]]
    end
    return s
end
#! table([1.0, 2.0, 4.0]) => 4.5

function collected(x)
    y = [v^2 + i for (i, v) in enumerate(x)]
    z = Float64[]
    for i in 1:3
        push!(z, x[i] * i)
    end
    return sum(y) + sum(v * 2 for v in x if v > 0) + sum(z), length(z)
end
#! collected([1.0, -2.0, 4.0]) => 46.0 3

function trip_count(x, n)
    k = 0
    for i in 1:n
        x = x / 2
        k += 1
    end
    return x, k
end
#! trip_count(8.0, 3) => 1.0 3
#! trip_count(8.0, 0) => 8.0 0

function trip_from_data(x)
    n = floor(Int, x)
    s = 0.0
    for i in 1:n
        s += i * x
    end
    return s
end
#! trip_from_data(4.5) => 45.0
#! trip_from_data(0.5) => 0.0

function while_nested(x)
    total = 0.0
    i = 1
    while i <= 3
        j = i
        while j <= 4
            total += x[i] * j
            j += 1
        end
        i += 1
    end
    return total
end
#! while_nested([1.0, 2.0, -1.0]) => 21.0

function mandel(re, im)
    z = complex(0.0, 0.0)
    c = complex(re, im)
    for k in 1:30
        if abs2(z) > 4
            return k - 1
        end
        z = z^2 + c
    end
    return 30
end
#! mandel(0.3, 0.5) => 30
#! mandel(0.9, 0.5) => 2

function gcd_loop(a, b)
    while b != 0
        a, b = b, mod(a, b)
    end
    return a
end
#! gcd_loop(48.0, 18.0) => 6.0

function prefix_max(x)
    y = similar(x)
    m = -Inf
    for i in eachindex(x)
        m = max(m, x[i])
        y[i] = m
    end
    return y
end
#! prefix_max([1.0, 0.0, 3.0, 2.0]) => 1.0 1.0 3.0 3.0

function repeat_until(x)
    n = 0
    while abs(x) > 0.1 && n < 100
        x = -x / 2
        n += 1
        n == 3 && (x += 0.01)
    end
    return x, n
end
#! repeat_until(4.0) => 0.06125 6

function reversed(x)
    s = 0.0
    for v in Iterators.reverse(x)
        s = s / 2 + v
    end
    for i in reverse(eachindex(x))
        s = s / 2 + x[i]
    end
    return s
end
#! reversed([1.0, 2.0, 3.0]) => 3.09375

function pairs_loop(x)
    s = 0.0
    for (k, v) in pairs(x)
        s += k * v
    end
    return s
end
#! pairs_loop([1.0, 2.0, 3.0]) => 14.0

function bool_state(x)
    found = false
    count = 0
    for v in x
        if !found && v > 2
            found = true
        elseif found
            count += 1
        end
    end
    return found ? count : -1
end
#! bool_state([1.0, 3.0, 2.0, 5.0]) => 2
#! bool_state([1.0, 0.0]) => -1
