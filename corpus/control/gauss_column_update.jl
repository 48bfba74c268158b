#: differentiable detlu([[2.0, 1.0, 0.5], [1.0, 3.0, 0.2], [0.3, 0.4, 1.5]])
function detlu(M)
    A = copy(M)
    n = size(A, 1)
    d = 1.0
    for k in 1:n
        d *= A[k, k]
        for j in k+1:n
            A[:, j] .-= A[:, k] * (A[k, j] / A[k, k])
        end
    end
    return d
end
println(detlu([2.0 1.0 0.5; 1.0 3.0 0.2; 0.3 0.4 1.5]))
