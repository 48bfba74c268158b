function nelder_mead(f, x0; iters=300, α=1.0, γ=2.0, ρ=0.5, σ=0.5)
    n = length(x0)
    simplex = [copy(x0) for _ in 1:n+1]
    for i in 1:n
        simplex[i+1][i] += 0.5
    end
    values = map(f, simplex)
    for _ in 1:iters
        order = sortperm(values)
        simplex = simplex[order]
        values = values[order]
        centroid = sum(simplex[1:n]) / n
        xr = centroid + α * (centroid - simplex[end])
        fr = f(xr)
        if values[1] <= fr < values[n]
            simplex[end], values[end] = xr, fr
        elseif fr < values[1]
            xe = centroid + γ * (xr - centroid)
            fe = f(xe)
            simplex[end], values[end] = fe < fr ? (xe, fe) : (xr, fr)
        else
            xc = centroid + ρ * (simplex[end] - centroid)
            fc = f(xc)
            if fc < values[end]
                simplex[end], values[end] = xc, fc
            else
                for i in 2:n+1
                    simplex[i] = simplex[1] + σ * (simplex[i] - simplex[1])
                    values[i] = f(simplex[i])
                end
            end
        end
    end
    best = argmin(values)
    return simplex[best], values[best]
end

x, fx = nelder_mead(v -> (v[1] - 3)^2 + 2 * (v[2] + 1)^2, [0.0, 0.0])
println(round.(x, digits=5), " ", fx < 1e-8)
x, fx = nelder_mead(v -> (1 - v[1])^2 + 100 * (v[2] - v[1]^2)^2, [-1.2, 1.0])
println(round.(x, digits=4))
