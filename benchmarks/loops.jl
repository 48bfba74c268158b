# Loops as Julia people write them; `loops.py` compares them with the same loops written by hand in JAX.
function sum_squares(x)
    s = 0.0
    for i in 1:length(x)
        s += x[i]^2
    end
    return s
end

function prefix!(x)
    for i in 2:length(x)
        x[i] += x[i-1]
    end
    return x
end

function recurrence(x)
    s = 0.0
    for i in 2:length(x)
        s = 0.5s + x[i] * x[i-1]
    end
    return s
end

function matmul(A, B)
    n = size(A, 1)
    C = zeros(n, n)
    for j in 1:n, i in 1:n
        acc = 0.0
        for k in 1:n
            acc += A[i, k] * B[k, j]
        end
        C[i, j] = acc
    end
    return C
end

function lcs(x, y)
    m, n = length(x), length(y)
    L = zeros(Int, m + 1, n + 1)
    for j in 1:n, i in 1:m
        if x[i] == y[j]
            L[i+1, j+1] = L[i, j] + 1
        else
            L[i+1, j+1] = max(L[i, j+1], L[i+1, j])
        end
    end
    return L[m+1, n+1]
end

function mandelbrot(re, im)
    a = b = 0.0
    k = 0
    while k < 200 && a^2 + b^2 <= 4
        a, b = a^2 - b^2 + re, 2a * b + im
        k += 1
    end
    return k
end

function histogram(x, m)
    h = zeros(Int, m)
    for v in x
        k = clamp(floor(Int, v * m) + 1, 1, m)
        h[k] += 1
    end
    return h
end
