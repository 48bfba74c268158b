# A multi-layer perceptron for handwritten digits, in plain Julia.
# `X` is 64×n (a column an image), `y` holds the labels 0 … 9, `params` is (W1, b1, W2, b2).

relu(x) = max(zero(x), x)

"Scores of the ten classes for every column of `X`, 10×n."
function forward(params, X)
    W1, b1, W2, b2 = params
    hidden = relu.(W1 * X .+ b1)
    return W2 * hidden .+ b2
end

"Logarithm of the softmax of each column."
function logsoftmax(scores)
    shifted = scores .- maximum(scores; dims=1)
    return shifted .- log.(sum(exp.(shifted); dims=1))
end

"Mean cross-entropy of the labels `y`, with weight decay `λ`."
function loss(params, X, y; λ=1e-4)
    logp = logsoftmax(forward(params, X))
    total = 0.0
    for j in eachindex(y)
        total -= logp[y[j]+1, j]
    end
    W1, _, W2, _ = params
    return total / length(y) + λ * (sum(abs2, W1) + sum(abs2, W2))
end

"One step of gradient descent with momentum, in place."
function update!(params, velocity, gradient; rate=0.1, momentum=0.9)
    for (p, v, g) in zip(params, velocity, gradient)
        v .= momentum .* v .- rate .* g
        p .+= v
    end
    return params, velocity
end

"The most probable label of each column of `X`."
predict(params, X) = [argmax(c) - 1 for c in eachcol(forward(params, X))]

accuracy(params, X, y) = count(predict(params, X) .== y) / length(y)
