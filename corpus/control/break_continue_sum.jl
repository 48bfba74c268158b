#: differentiable partial([0.5, -1.0, 2.0, 3.0, 4.0])
function partial(x)
    s = 0.0
    for i in eachindex(x)
        x[i] < 0 && continue
        s += x[i]^2
        s > 10 && break
    end
    return s
end
println(partial([0.5, -1.0, 2.0, 3.0, 4.0]), " ", partial(Float64[]))
