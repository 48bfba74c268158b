#: differentiable first_big([0.5, 1.5, 2.5])
function first_big(x)
    for v in x
        if v > 1
            return v^2
        end
    end
    return 0.0
end
println(first_big([0.5, 1.5, 2.5]), " ", first_big([0.1]))
