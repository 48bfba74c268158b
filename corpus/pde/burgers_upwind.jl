#: differentiable mass([0.2, 0.5, 0.9, 0.4, 0.3])
flux(u) = u^2 / 2
godunov(a, b) = a <= b ? (a > 0 ? flux(a) : b < 0 ? flux(b) : 0.0) : (a + b > 0 ? flux(a) : flux(b))

function burgers(u, λ, steps)
    n = length(u)
    for _ in 1:steps
        left = circshift(u, 1)
        right = circshift(u, -1)
        u = u .- λ .* (godunov.(u, right) .- godunov.(left, u))
    end
    u
end
mass(u0) = sum(burgers(u0, 0.4, 5) .* (1:5))

u0 = [sin(2π * i / 20) for i in 0:19]
u = burgers(u0, 0.3, 40)
println(round.(u, digits=6))
println(abs(sum(u) - sum(u0)) < 1e-10)
println(mass([0.2, 0.5, 0.9, 0.4, 0.3]))
