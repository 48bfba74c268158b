#: differentiable dotloop([1.0, 2.0, 3.0])
function dotloop(x)
    s = 0.0
    for (a, b) in zip(x, reverse(x))
        s += a * b
    end
    for (i, v) in pairs(x)
        s += i * v
    end
    return s
end
A = [1.0 2 3; 4 5 6]
function colsums(A)
    out = Float64[]
    for c in eachcol(A)
        push!(out, sum(c))
    end
    for r in eachrow(A)
        push!(out, maximum(r))
    end
    out
end
println(dotloop([1.0, 2.0, 3.0]), " ", colsums(A))
for I in CartesianIndices((2, 2))
    print(Tuple(I), " ")
end
for i in LinearIndices(A)
    print(i, " ")
end
println()
