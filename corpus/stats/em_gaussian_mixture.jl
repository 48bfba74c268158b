#: differentiable loglik([0.0, 4.0])
npdf(x, μ, σ) = exp(-((x - μ) / σ)^2 / 2) / (σ * sqrt(2π))

const xdata = [-0.5, 0.2, 0.1, 4.2, 3.8, 5.0, 0.4, 4.4]
loglik(μ) = sum(log(0.5 * npdf(x, μ[1], 1.0) + 0.5 * npdf(x, μ[2], 1.0)) for x in xdata)

function em(x, μ, σ, w; iters=25)
    n, k = length(x), length(μ)
    γ = zeros(n, k)
    for it in 1:iters
        for i in 1:n, j in 1:k
            γ[i, j] = w[j] * npdf(x[i], μ[j], σ[j])
        end
        γ ./= sum(γ, dims=2)
        N = vec(sum(γ, dims=1))
        μ = [sum(γ[:, j] .* x) / N[j] for j in 1:k]
        σ = [sqrt(sum(γ[:, j] .* (x .- μ[j]) .^ 2) / N[j]) for j in 1:k]
        w = N ./ n
    end
    return μ, σ, w
end

μ, σ, w = em(xdata, [0.0, 1.0], [1.0, 1.0], [0.5, 0.5])
println(round.(μ, digits=6))
println(round.(σ, digits=6))
println(round.(w, digits=6))
println(loglik([0.0, 4.0]))
