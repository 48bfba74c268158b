#: differentiable loss_at([0.1, -0.2, 0.3, 0.4, -0.5, 0.6, 0.7, -0.8, 0.9])
σ(x) = 1 / (1 + exp(-x))

struct Dense{F}
    W::Matrix{Float64}
    b::Vector{Float64}
    act::F
end
(d::Dense)(x) = d.act.(d.W * x .+ d.b)

struct Chain{T<:Tuple}
    layers::T
end
Chain(ls...) = Chain(ls)
(c::Chain)(x) = foldl((h, l) -> l(h), c.layers, init=x)

const X = [0.0 0 1 1; 0 1 0 1]
const Y = [0.0 1 1 0]

function loss_at(p)
    net = Chain(Dense(reshape(p[1:4], 2, 2), p[5:6], tanh), Dense(reshape(p[7:8], 1, 2), p[9:9], σ))
    return sum((net(X) .- Y) .^ 2) / 4
end

function numgrad(f, p; h=1e-6)
    g = similar(p)
    for i in eachindex(p)
        q = copy(p)
        q[i] += h
        up = f(q)
        q[i] -= 2h
        g[i] = (up - f(q)) / 2h
    end
    g
end

p = [0.1, -0.2, 0.3, 0.4, -0.5, 0.6, 0.7, -0.8, 0.9]
println(round(loss_at(p), digits=8))
for epoch in 1:200
    global p = p .- 2.0 .* numgrad(loss_at, p)
end
println(round(loss_at(p), digits=3))
println(Dense(ones(1, 2), [0.0], identity)([2.0, 3.0]))
