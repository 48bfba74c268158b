using LinearAlgebra
# Modified Gram-Schmidt and least squares.
function mgs(A)
    m, n = size(A)
    Q = zeros(m, n)
    R = zeros(n, n)
    V = float(A)
    V = copy(V)
    for i = 1:n
        R[i, i] = norm(V[:, i])
        Q[:, i] = V[:, i] / R[i, i]
        for j = i+1:n
            R[i, j] = Q[:, i]' * V[:, j]
            V[:, j] -= R[i, j] * Q[:, i]
        end
    end
    return Q, R
end

backsub2(R, y) = UpperTriangular(R) \ y

t = collect(0:0.5:3)
y = [1.1, 1.9, 3.2, 3.9, 5.1, 6.0, 7.1]
A = hcat(ones(length(t)), t)
Q, R = mgs(A)
println(round.(R, digits=6))
println(round.(Q' * Q, digits=10))
c = backsub2(R, Q' * y)
println(c)
println(A \ y ≈ c)
