# The first three losses of training examples/digits.jl on a hundred real digits, by real Julia: the gradient is written
# by hand here, since Julia has no automatic differentiation of its own.
using DelimitedFiles
include(joinpath("..", "..", "examples", "digits.jl"))

wave(m, n, s) = [0.2 * sin(s + 1.7i + 0.9j) for i in 1:m, j in 1:n]
initial() = (wave(32, 64, 0.1), vec(wave(32, 1, 0.2)), wave(10, 32, 0.3), vec(wave(10, 1, 0.4)))

function gradient(params, X, y; λ=1e-4)
    W1, b1, W2, b2 = params
    pre = W1 * X .+ b1
    H = relu.(pre)
    D = exp.(logsoftmax(W2 * H .+ b2))
    for j in eachindex(y)
        D[y[j]+1, j] -= 1
    end
    D ./= length(y)
    G = (W2' * D) .* (pre .> 0)
    return (G * X' .+ 2λ .* W1, vec(sum(G; dims=2)), D * H' .+ 2λ .* W2, vec(sum(D; dims=2)))
end

table = readdlm("digits_batch.csv", ',', Int)
X = permutedims(table[:, 1:64]) ./ 16
y = table[:, 65]
params = initial()
velocity = map(zero, params)
for step in 1:3
    println(loss(params, X, y))
    update!(params, velocity, gradient(params, X, y))
end
println(predict(params, X)[1:10])
