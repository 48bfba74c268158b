# Metropolis sampling with a generator of our own, so that the numbers are the same everywhere.
mutable struct LCG
    state::UInt64
end
function next!(g::LCG)
    g.state = g.state * 6364136223846793005 + 1442695040888963407
    return (g.state >> 11) / 2.0^53
end

logp(x) = -x^2 / 2

function metropolis(g, n; step=1.0)
    x = 0.0
    samples = Float64[]
    accepted = 0
    for i in 1:n
        y = x + step * (2 * next!(g) - 1)
        if log(next!(g)) < logp(y) - logp(x)
            x = y
            accepted += 1
        end
        push!(samples, x)
    end
    samples, accepted / n
end

g = LCG(UInt64(42))
println([next!(g) for _ in 1:3])
s, rate = metropolis(g, 2000, step=2.0)
println(length(s), " ", rate)
println(sum(s) / length(s))
println(sum(x -> x^2, s) / length(s))
println(s[1:5])
