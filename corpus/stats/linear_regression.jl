using LinearAlgebra, Statistics
#: differentiable sse([0.5, 1.5])
xs = [1.0, 2, 3, 4, 5, 6]
ys = [2.1, 3.9, 6.2, 7.8, 10.1, 12.2]

function ols(x, y)
    β = cov(x, y) / var(x)
    α = mean(y) - β * mean(x)
    return (intercept=α, slope=β)
end

fit = ols(xs, ys)
println(fit)
println(fit.slope, " ", keys(fit))
X = [ones(length(xs)) xs]
β̂ = (X'X) \ (X'ys)
println(β̂)
res = ys - X * β̂
σ² = sum(abs2, res) / (length(ys) - 2)
se = sqrt.(diag(σ² * inv(X'X)))
println("σ² = ", σ², "; se = ", se)
r2 = 1 - sum(abs2, res) / sum(abs2, ys .- mean(ys))
println("R² = $(round(r2, digits=5))")
sse(β) = sum((ys .- (β[1] .+ β[2] .* xs)) .^ 2)
println(sse(β̂), " ", sse([0.5, 1.5]))
