using LinearAlgebra
#: differentiable energy([1.0, 2.0, 3.0, 4.0])
function cg(A, b; tol=1e-10)
    x = zeros(length(b))
    r = b - A * x
    p = copy(r)
    rs = dot(r, r)
    iters = 0
    while sqrt(rs) > tol
        Ap = A * p
        α = rs / dot(p, Ap)
        x .+= α .* p
        r .-= α .* Ap
        rsnew = dot(r, r)
        p = r + (rsnew / rs) * p
        rs = rsnew
        iters += 1
    end
    x, iters
end

laplace(n) = [i == j ? 2.0 : abs(i - j) == 1 ? -1.0 : 0.0 for i in 1:n, j in 1:n]
energy(u) = 0.5 * u' * laplace(4) * u - sum(u)

A = laplace(8)
b = ones(8)
x, iters = cg(A, b)
println(round.(x, digits=8), " ", iters)
println(norm(A * x - b) < 1e-9)
println(energy([1.0, 2.0, 3.0, 4.0]))
