#: differentiable final_x([1.0, 0.5])
# Lotka-Volterra by the classical Runge-Kutta method.
function lotka(u, p, t)
    x, y = u
    α, β, γ, δ = p
    return [α * x - β * x * y, δ * x * y - γ * y]
end

function rk4(f, u0, tspan, h, p)
    t, tend = tspan
    n = round(Int, (tend - t) / h)
    us = zeros(length(u0), n + 1)
    us[:, 1] = u0
    u = copy(u0)
    for i in 1:n
        k1 = f(u, p, t)
        k2 = f(u + h / 2 * k1, p, t + h / 2)
        k3 = f(u + h / 2 * k2, p, t + h / 2)
        k4 = f(u + h * k3, p, t + h)
        u = u + h / 6 * (k1 + 2k2 + 2k3 + k4)
        t += h
        us[:, i+1] = u
    end
    return us
end

const P = (1.5, 1.0, 3.0, 1.0)
final_x(u0) = rk4(lotka, u0, (0.0, 1.0), 0.05, P)[1, end]

sol = rk4(lotka, [1.0, 1.0], (0.0, 10.0), 0.01, P)
println(size(sol))
println(sol[:, end])
println(maximum(sol[1, :]), " ", minimum(sol[2, :]))
println(final_x([1.0, 0.5]))
