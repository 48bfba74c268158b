#: differentiable rosenbrock([-1.2, 1.0])
rosenbrock(x) = (1 - x[1])^2 + 100 * (x[2] - x[1]^2)^2
∇rosenbrock(x) = [-2 * (1 - x[1]) - 400 * x[1] * (x[2] - x[1]^2), 200 * (x[2] - x[1]^2)]

function descend(f, ∇f, x; maxiter=200, β=0.5, c=1e-4)
    history = [f(x)]
    for k in 1:maxiter
        g = ∇f(x)
        g'g < 1e-16 && break
        t = 1.0
        while f(x - t * g) > f(x) - c * t * g'g
            t *= β
        end
        x = x - t * g
        push!(history, f(x))
    end
    return x, history
end

x, hist = descend(rosenbrock, ∇rosenbrock, [-1.2, 1.0])
println(round.(x, digits=4))
println(length(hist), " ", hist[1], " ", round(hist[end], digits=6))
println(issorted(hist, rev=true))
println(rosenbrock([-1.2, 1.0]))
