#: differentiable account([1.0, 2.0, -0.5])
mutable struct Acc
    n::Int
    sum::Float64
    best::Float64
end
function add!(a::Acc, x)
    a.n += 1
    a.sum += x
    x > a.best && (a.best = x)
    return a
end
function account(x)
    a = Acc(0, 0.0, -Inf)
    for v in x
        add!(a, v)
    end
    return a.sum / a.n + a.best^2
end
println(account([1.0, 2.0, -0.5]))
