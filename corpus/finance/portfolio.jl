using LinearAlgebra, Statistics, Printf
#: differentiable sharpe([0.3, 0.3, 0.4])
const R = [0.01 0.02 -0.01; 0.03 -0.01 0.02; -0.02 0.01 0.01; 0.02 0.03 0.00; 0.01 0.00 0.03]
mu(R) = vec(mean(R, dims=1))
const M = mu(R)
const Σ = cov(R)
sharpe(w) = dot(w, M) / sqrt(w' * Σ * w)

function minvar(Σ)
    n = size(Σ, 1)
    w = Σ \ ones(n)
    return w ./ sum(w)
end

w = minvar(Σ)
@printf("%.4f %.4f %.4f\n", w...)
@printf "variance %10.6e\n" w' * Σ * w
println(sharpe([0.3, 0.3, 0.4]))
wealth = cumprod(1 .+ R * w)
println(round.(wealth, digits=6))
drawdown = maximum(1 .- wealth ./ accumulate(max, wealth))
@printf("max drawdown: %5.2f%%\n", 100drawdown)
