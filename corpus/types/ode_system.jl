# A small framework: problems, solvers chosen by dispatch, solutions that are callable and iterable.
abstract type AbstractSolver end
struct Euler <: AbstractSolver end
struct RK4 <: AbstractSolver end
Base.@kwdef struct Adaptive <: AbstractSolver
    tolerance::Float64 = 1e-6
    safety::Float64 = 0.9
end
struct ODEProblem{F,U,T<:Real,P}
    f::F
    u0::U
    tspan::Tuple{T,T}
    p::P
end
ODEProblem(f, u0, tspan; p = nothing) = ODEProblem(f, u0, promote(tspan...), p)
struct Solution{U,T}
    t::Vector{T}
    u::Vector{U}
    steps::Int
end
Base.length(s::Solution) = length(s.t)
Base.getindex(s::Solution, i) = s.u[i]
Base.lastindex(s::Solution) = length(s)
Base.iterate(s::Solution, i = 1) = i > length(s) ? nothing : ((s.t[i], s.u[i]), i + 1)
function (s::Solution)(t)
    i = searchsortedlast(s.t, t)
    i == length(s) && return s.u[end]
    w = (t - s.t[i]) / (s.t[i+1] - s.t[i])
    return (1 - w) * s.u[i] + w * s.u[i+1]
end
Base.show(io::IO, s::Solution) = print(io, "Solution with ", length(s), " points, ", s.steps, " steps")

step(::Euler, f, u, p, t, dt) = u + dt * f(u, p, t)
function step(::RK4, f, u, p, t, dt)
    k1 = f(u, p, t)
    k2 = f(u + dt / 2 * k1, p, t + dt / 2)
    k3 = f(u + dt / 2 * k2, p, t + dt / 2)
    k4 = f(u + dt * k3, p, t + dt)
    u + dt / 6 * (k1 + 2k2 + 2k3 + k4)
end
function solve(prob::ODEProblem, alg::AbstractSolver; dt = 0.1)
    t, tend = prob.tspan
    u = prob.u0
    ts, us = [float(t)], [u]
    n = 0
    while t < tend - 1e-12
        h = min(dt, tend - t)
        u = step(alg, prob.f, u, prob.p, t, h)
        t += h
        n += 1
        push!(ts, t)
        push!(us, u)
    end
    Solution(ts, us, n)
end
function solve(prob::ODEProblem, alg::Adaptive; dt = 0.1)
    t, tend = float.(prob.tspan)
    u = prob.u0
    ts, us = [t], [u]
    n = 0
    while t < tend - 1e-12
        h = min(dt, tend - t)
        full = step(RK4(), prob.f, u, prob.p, t, h)
        half = step(RK4(), prob.f, step(RK4(), prob.f, u, prob.p, t, h / 2), prob.p, t + h / 2, h / 2)
        err = maximum(abs.(full .- half))
        n += 1
        if err < alg.tolerance
            t += h
            u = half
            push!(ts, t)
            push!(us, u)
        end
        dt = h * min(2.0, max(0.3, alg.safety * (alg.tolerance / max(err, 1e-15))^0.2))
    end
    Solution(ts, us, n)
end
decay(u, p, t) = -p * u
prob = ODEProblem(decay, 1.0, (0, 1.0); p = 2.0)
for alg in (Euler(), RK4())
    s = solve(prob, alg)
    println(nameof(typeof(alg)), ": ", s, " ", round(s[end]; digits = 6), " ", round(s(0.55); digits = 6))
end
s = solve(prob, Adaptive(tolerance = 1e-8))
println(round(s[end]; digits = 7), " ", abs(s[end] - exp(-2)) < 1e-6)
oscillator(u, p, t) = [u[2], -p.k * u[1]]
vp = ODEProblem(oscillator, [1.0, 0.0], (0.0, 1.0); p = (k = 4.0,))
v = solve(vp, RK4(); dt = 0.05)
println(round.(v[end]; digits = 5), " ", v.steps, " ", typeof(v))
println([round(u[1]; digits = 3) for (t, u) in v if t > 0.85])
println(typeof(prob).parameters[3], " ", prob.tspan)
