function go(x)
    out = Float64[]
    for i in 5:-2:1
        push!(out, x[i])
    end
    for t in 0.0:0.5:1.0
        push!(out, t)
    end
    for i in 3:2
        push!(out, 99.0)
    end
    for i in reverse(1:3)
        push!(out, i)
    end
    return out
end
println(go([1.0, 2, 3, 4, 5]))
for k in 1:0
    println("never")
end
for (i, v) in enumerate((10, "a", 2.5))
    print(i, v, " ")
end
println()
