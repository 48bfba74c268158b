#: differentiable wave_energy([0.0, 0.3, 0.8, 0.3, 0.1, 0.0])
function leapfrog(u0, c, steps)
    n = length(u0)
    uold = copy(u0)
    u = copy(u0)
    unew = zeros(n)
    for k = 1:steps
        @views unew[2:n-1] .= 2 .* u[2:n-1] .- uold[2:n-1] .+ c^2 .* (u[3:n] .- 2 .* u[2:n-1] .+ u[1:n-2])
        uold, u, unew = u, unew, uold
        u[1] = 0
        u[n] = 0
    end
    return u
end
wave_energy(u0) = sum(abs2, leapfrog(u0, 0.5, 7))

x = LinRange(0, 1, 11)
u0 = exp.(-100 .* (x .- 0.5) .^ 2)
u0[1] = u0[end] = 0
u = leapfrog(u0, 0.9, 20)
println(round.(u, digits=6))
println(wave_energy([0.0, 0.3, 0.8, 0.3, 0.1, 0.0]))
