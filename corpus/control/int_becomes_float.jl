#: differentiable total([0.5, 0.25])
function total(x)
    s = 0
    for v in x
        s += v
    end
    return s
end
println(total([0.5, 0.25]), " ", total([1, 2]), " ", total(Float64[]), " ", typeof(total(Int[])))
