# A damped pendulum with a mutable state and a callback.
struct Pendulum
    g::Float64
    l::Float64
    damping::Float64
end
Pendulum(; g=9.81, l=1.0, damping=0.1) = Pendulum(g, l, damping)

mutable struct State
    θ::Float64
    ω::Float64
end

function step!(s::State, p::Pendulum, dt)
    s.ω += dt * (-p.g / p.l * sin(s.θ) - p.damping * s.ω)
    s.θ += dt * s.ω
    return s
end

energy(s::State, p::Pendulum) = 0.5 * (p.l * s.ω)^2 + p.g * p.l * (1 - cos(s.θ))

function simulate(p; θ0=1.0, dt=0.001, n=5000, callback=nothing)
    s = State(θ0, 0.0)
    crossings = 0
    for i in 1:n
        before = s.θ
        step!(s, p, dt)
        if before * s.θ < 0
            crossings += 1
        end
        if callback !== nothing && i % 1000 == 0
            callback(i, s)
        end
    end
    return s, crossings
end

p = Pendulum(damping=0.2)
println(p)
s, c = simulate(p; callback=(i, s) -> println(i, " θ=", round(s.θ, digits=6), " E=", round(energy(s, p), digits=6)))
println(c, " crossings; final ", round(s.θ, sigdigits=6), " ", round(s.ω, sigdigits=6))
