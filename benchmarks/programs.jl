# The Julia side of benchmarks/run.py: the same text runs in real Julia and through jaxjl.

"An MLP's loss: only array operations."
function mlp(W1, b1, W2, b2, X, Y)
    H = tanh.(W1 * X .+ b1)
    P = W2 * H .+ b2
    return sum(abs2, P .- Y) / size(X, 2)
end

"Column-normalised attention."
function attention(Q, K, V)
    S = K' * Q ./ sqrt(size(Q, 1))
    E = exp.(S .- maximum(S; dims=1))
    return V * (E ./ sum(E; dims=1))
end

"Sum of squares by a loop over the elements."
function sumsq(x)
    s = 0.0
    for i in eachindex(x)
        s += x[i]^2
    end
    return s
end

"A first-order recurrence written into an array."
function smooth(x)
    y = similar(x)
    y[1] = x[1]
    for i in 2:length(x)
        y[i] = 0.9 * y[i-1] + 0.1 * x[i]
    end
    return y
end
