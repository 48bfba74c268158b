# Gaussian elimination with partial pivoting, as in a first course on numerical analysis.
function gauss_solve(A, b)
    n = size(A, 1)
    M = float(copy(A))
    x = float(copy(b))
    for k in 1:n-1
        p = k
        for i in k+1:n
            if abs(M[i, k]) > abs(M[p, k])
                p = i
            end
        end
        if p != k
            M[k, :], M[p, :] = M[p, :], M[k, :]
            x[k], x[p] = x[p], x[k]
        end
        for i in k+1:n
            f = M[i, k] / M[k, k]
            for j in k:n
                M[i, j] -= f * M[k, j]
            end
            x[i] -= f * x[k]
        end
    end
    for i in n:-1:1
        s = x[i]
        for j in i+1:n
            s -= M[i, j] * x[j]
        end
        x[i] = s / M[i, i]
    end
    return x
end

A = [2 1 -1; -3 -1 2; -2 1 2]
b = [8, -11, -3]
x = gauss_solve(A, b)
println(x)
println("residual: ", maximum(abs.(A * x - b)))
H = [1 / (i + j - 1) for i in 1:4, j in 1:4]
println(gauss_solve(H, ones(4)))
