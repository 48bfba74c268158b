# The tableau simplex method for max c'x, Ax <= b, x >= 0.
function simplex(c, A, b)
    m, n = size(A)
    T = [A Matrix{Float64}(undef, m, m) b; -c' zeros(1, m) 0.0]
    for i in 1:m, j in 1:m
        T[i, n+j] = i == j ? 1.0 : 0.0
    end
    basis = collect(n+1:n+m)
    while true
        col = argmin(T[end, 1:end-1])
        T[end, col] >= -1e-12 && break
        ratios = [T[i, col] > 1e-12 ? T[i, end] / T[i, col] : Inf for i in 1:m]
        row = argmin(ratios)
        isinf(ratios[row]) && return nothing
        T[row, :] ./= T[row, col]
        for i in 1:m+1
            i == row && continue
            T[i, :] .-= T[i, col] .* T[row, :]
        end
        basis[row] = col
    end
    x = zeros(n)
    for (i, v) in enumerate(basis)
        if v <= n
            x[v] = T[i, end]
        end
    end
    return x, T[end, end]
end

x, z = simplex([3.0, 5.0], [1.0 0; 0 2; 3 2], [4.0, 12, 18])
println(x, " ", z)
println(simplex([1.0, 1.0], [-1.0 1.0], [1.0]))
