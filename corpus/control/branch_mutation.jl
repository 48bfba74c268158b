#: differentiable relax([0.5, 1.0, -2.0, 0.3])
function step!(a, b, t)
    if a[1] > t
        a[2] = b[1] + 1
        b .*= 2
    else
        b[1] = a[3]
        a[1] += 0.5
    end
    nothing
end
function relax(x)
    a = copy(x)
    b = 2 .* x
    for t in (0.2, 0.7, 1.2)
        step!(a, b, t)
    end
    return sum(a .* b)
end
println(relax([0.5, 1.0, -2.0, 0.3]))
a = [1.0, 2.0, 3.0]; b = [4.0, 5.0]
step!(a, b, 0.5); println(a, b)
step!(a, b, 5.0); println(a, b)
