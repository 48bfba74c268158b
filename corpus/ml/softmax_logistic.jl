#: differentiable nll([[0.1, -0.2, 0.3], [0.0, 0.4, -0.1]])
softmax(x; dims=1) = exp.(x .- maximum(x, dims=dims)) ./ sum(exp.(x .- maximum(x, dims=dims)), dims=dims)
logsumexp(x) = (m = maximum(x); m + log(sum(exp.(x .- m))))
onehot(k, n) = [i == k ? 1.0 : 0.0 for i in 1:n]
relu(x) = max(zero(x), x)
leaky(x, α=0.01) = ifelse(x > 0, x, α * x)

const F = [1.0 2.0 -1.0 0.5; 0.3 -0.7 1.5 2.0; 1.0 1.0 1.0 1.0]
const labels = [1, 1, 2, 2]
nll(W) = -sum(log(softmax(W * F)[labels[j], j]) for j in 1:4) / 4

W = zeros(2, 3)
T = hcat([onehot(l, 2) for l in labels]...)
for epoch in 1:50
    global W
    P = softmax(W * F)
    W -= 0.5 * (P - T) * F' / 4
    epoch % 25 == 0 && println(epoch, " ", nll(W))
end
println(round.(softmax(W * F), digits=4))
println([argmax(c) for c in eachcol(W * F)])
println(logsumexp([1000.0, 1000.0]), " ", relu.([-1, 2]), " ", leaky.([-1.0, 2.0]))
println(nll([0.1 -0.2 0.3; 0.0 0.4 -0.1]))
