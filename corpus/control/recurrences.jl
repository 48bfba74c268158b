#: differentiable logistic([0.3, 3.2])
function logistic(p)
    x = p[1]
    s = 0.0
    for n in 1:12
        x = p[2] * x * (1 - x)
        s += x
    end
    s
end
println(logistic([0.3, 3.2]))
function cumulative!(y, x)
    acc = zero(eltype(x))
    for i in eachindex(x)
        acc += x[i]
        y[i] = acc
    end
    y
end
println(cumulative!(zeros(4), [1.0, 2, 3, 4]), cumulative!(zeros(Int, 3), [1, 2, 3]))
