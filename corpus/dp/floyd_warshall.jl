#: differentiable shortest([1.0, 2.5, 4.0, 0.5])
function floyd_warshall!(D)
    n = size(D, 1)
    for k in 1:n, i in 1:n, j in 1:n
        if D[i, k] + D[k, j] < D[i, j]
            D[i, j] = D[i, k] + D[k, j]
        end
    end
    return D
end

function shortest(w)
    D = [0.0 w[1] 10.0; 10.0 0.0 w[2]; w[3] w[4] 0.0]
    floyd_warshall!(D)
    return D[1, 3] + 2 * D[3, 1]
end

D = fill(Inf, 5, 5)
for i in 1:5
    D[i, i] = 0
end
for (i, j, w) in [(1, 2, 3.0), (2, 3, 4.0), (1, 4, 7.0), (4, 3, 1.0), (3, 5, 2.0)]
    D[i, j] = w
end
floyd_warshall!(D)
display(D)
println()
println(shortest([1.0, 2.5, 4.0, 0.5]))
