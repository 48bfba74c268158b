#: differentiable logdet_chol([[2.0, 0.5, 0.1], [0.5, 3.0, 0.2], [0.1, 0.2, 1.5]])
function mychol!(L, A)
    n = size(A, 1)
    for j = 1:n
        s = A[j, j]
        for k = 1:j-1
            s -= L[j, k]^2
        end
        L[j, j] = sqrt(s)
        for i = j+1:n
            t = A[i, j]
            for k = 1:j-1
                t -= L[i, k] * L[j, k]
            end
            L[i, j] = t / L[j, j]
        end
    end
    L
end

function logdet_chol(A)
    L = mychol!(zeros(size(A)), A)
    s = 0.0
    for i in 1:size(A, 1)
        s += log(L[i, i])
    end
    2s
end

A = [2.0 0.5 0.1; 0.5 3.0 0.2; 0.1 0.2 1.5]
L = mychol!(zeros(3, 3), A)
display(L)
println()
println(L * L' ≈ A)
println(logdet_chol(A))
