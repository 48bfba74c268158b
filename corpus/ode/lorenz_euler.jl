#: differentiable spread([1.0, 1.0, 20.0])
function lorenz!(du, u, σ=10.0, ρ=28.0, β=8 / 3)
    du[1] = σ * (u[2] - u[1])
    du[2] = u[1] * (ρ - u[3]) - u[2]
    du[3] = u[1] * u[2] - β * u[3]
    nothing
end

function euler(f!, u0, dt, steps)
    u = copy(u0)
    du = similar(u)
    for _ in 1:steps
        f!(du, u)
        @. u += dt * du
    end
    u
end
spread(u0) = sum(abs2, euler(lorenz!, u0, 0.01, 20))

println(euler(lorenz!, [1.0, 1.0, 20.0], 0.01, 100))
println(spread([1.0, 1.0, 20.0]))
