#: differentiable halvings([37.5])
function halvings(v)
    x = v[1]
    s = 0.0
    while x > 1
        x = x / 2
        s += x^2
    end
    return s
end
println(halvings([37.5]), " ", halvings([0.5]))
