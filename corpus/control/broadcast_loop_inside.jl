#: differentiable newton_all([2.0, 3.0, 10.0])
function mysqrt(a)
    x = a
    for k in 1:30
        x = (x + a / x) / 2
    end
    return x
end
function escape(c)
    z = 0.0
    n = 0
    while abs(z) < 2 && n < 20
        z = z^2 + c
        n += 1
    end
    n
end
newton_all(a) = sum(mysqrt.(a))
println(newton_all([2.0, 3.0, 10.0]), " ", escape.([0.1, 0.3, 1.0, -1.5]))
