function escape(c, maxiter)
    z = zero(c)
    for n in 1:maxiter
        abs2(z) > 4 && return n - 1
        z = z^2 + c
    end
    return maxiter
end

for y in 1.2:-0.3:-1.2
    line = ""
    for x in -2.0:0.1:0.6
        n = escape(complex(x, y), 30)
        line *= n == 30 ? "*" : n > 5 ? "+" : n > 2 ? "." : " "
    end
    println(rstrip(line))
end
counts = [escape(x + y * im, 20) for y in -1:0.5:1, x in -2:0.5:0.5]
println(counts)
println(sum(counts), " ", size(counts))
