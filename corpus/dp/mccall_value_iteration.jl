#: differentiable reservation_value([25.0, 0.95])
# A job search model and a growth model, in the style of a course on economic dynamics.
struct McCall
    α::Float64
    β::Float64
    c::Float64
    w::Vector{Float64}
end
McCall(; α=0.2, β=0.98, c=6.0, w=collect(10.0:2.0:20.0)) = McCall(α, β, c, w)

u(c, σ=2.0) = c > 0 ? (c^(1 - σ) - 1) / (1 - σ) : -10e6

function bellman(m::McCall, V, U)
    V_new = similar(V)
    for (i, w) in enumerate(m.w)
        V_new[i] = u(w) + m.β * ((1 - m.α) * V[i] + m.α * U)
    end
    U_new = u(m.c) + m.β * sum(max.(U, V)) / length(V)
    return V_new, U_new
end

function solve(m; tol=1e-8, maxiter=5000)
    V = ones(length(m.w))
    U = 1.0
    iter = 0
    err = tol + 1
    while err > tol && iter < maxiter
        Vn, Un = bellman(m, V, U)
        err = max(maximum(abs.(Vn - V)), abs(Un - U))
        V, U = Vn, Un
        iter += 1
    end
    return V, U, iter
end

m = McCall()
V, U, iter = solve(m)
println(round.(V, digits=4), " ", round(U, digits=4), " ", iter)
w̄ = m.w[searchsortedfirst(V .- U, 0)]
println("reservation wage: ", w̄)

function reservation_value(p)
    v = 0.0
    for n in 1:60
        v = p[1] * (1 - p[2]) + p[2] * max(v, 20.0) * 0.5 + p[2] * v * 0.5
    end
    return v
end
println(reservation_value([25.0, 0.95]))

function growth(; α=0.4, β=0.96, A=1.0, n=20)
    k = range(0.05, stop=0.5, length=n)
    V = zeros(n)
    policy = zeros(Int, n)
    for it in 1:200
        Vn = similar(V)
        for i in 1:n
            best = -Inf
            for j in 1:n
                c = A * k[i]^α - k[j]
                c <= 0 && break
                val = log(c) + β * V[j]
                if val > best
                    best = val
                    policy[i] = j
                end
            end
            Vn[i] = best
        end
        maximum(abs, Vn - V) < 1e-6 && return Vn, policy, it
        V = Vn
    end
    return V, policy, 200
end
Vg, pol, it = growth()
println(round.(Vg[1:5], digits=5), " ", pol, " ", it)
