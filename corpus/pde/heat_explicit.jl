#: differentiable final_heat([0.1, 0.5, 1.0, 0.5, 0.2, 0.1])
# Explicit finite differences for the heat equation, with a double buffer.
function heat!(u, steps, r)
    v = copy(u)
    n = length(u)
    for s in 1:steps
        for i in 2:n-1
            v[i] = u[i] + r * (u[i-1] - 2u[i] + u[i+1])
        end
        u, v = v, u
    end
    return u
end

final_heat(u0) = sum(heat!(copy(u0), 10, 0.25) .^ 2)

n = 21
x = range(0, 1, length=n)
u0 = sin.(π .* x)
u = heat!(copy(u0), 100, 0.4)
println(maximum(u))
println(round.(u[1:5:end], digits=8))
println(final_heat([0.1, 0.5, 1.0, 0.5, 0.2, 0.1]))
