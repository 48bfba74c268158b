#: differentiable guarded([1.0, -2.0, 3.0])
function guarded(x)
    s = 0.0
    for i in 1:length(x)
        if i > 1 && x[i-1] > 0
            s += x[i] * x[i-1]
        end
        (i == 1 || x[i] > x[i-1]) && (s += 1)
    end
    s
end
check(x) = x < 0 ? (return -1.0) : sqrt(x)
println(guarded([1.0, -2.0, 3.0]), " ", check(-4), " ", check(4))
x = 5
r = x > 3 && x < 10
println(r, " ", false && error("no"), " ", true || error("no"))
