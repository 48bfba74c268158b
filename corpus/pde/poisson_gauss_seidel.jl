# Poisson's equation on the unit square, red-black Gauss-Seidel with over-relaxation.
function sor!(u, f, h; ω=1.7, tol=1e-8, maxiter=10_000)
    m, n = size(u)
    for iter in 1:maxiter
        change = 0.0
        for color in 0:1
            for j in 2:n-1, i in 2:m-1
                (i + j) % 2 == color || continue
                new = (u[i-1, j] + u[i+1, j] + u[i, j-1] + u[i, j+1] - h^2 * f[i, j]) / 4
                δ = ω * (new - u[i, j])
                u[i, j] += δ
                change = max(change, abs(δ))
            end
        end
        change < tol && return iter
    end
    return maxiter
end

n = 17
h = 1 / (n - 1)
xs = [(i - 1) * h for i in 1:n]
exact = [sin(π * x) * sin(π * y) for x in xs, y in xs]
f = -2π^2 .* exact
u = zeros(n, n)
iters = sor!(u, f, h)
println("iterations: ", iters)
println("error: ", round(maximum(abs.(u .- exact)), digits=6))
println(round(u[9, 9], digits=6))
