#: differentiable power_at([0.1, 0.9, 0.3, -0.5, -0.8, -0.1])
function goertzel(x, k)
    n = length(x)
    ω = 2π * k / n
    coeff = 2cos(ω)
    s1 = s2 = 0.0
    for v in x
        s0 = v + coeff * s1 - s2
        s2 = s1
        s1 = s0
    end
    return s1^2 + s2^2 - coeff * s1 * s2
end
power_at(x) = goertzel(x, 1)

function zero_crossings(x)
    count = 0
    for (a, b) in zip(x[1:end-1], x[2:end])
        if sign(a) != sign(b)
            count += 1
        end
    end
    count
end

fs = 64
t = (0:fs-1) ./ fs
x = @. sin(2π * 5t) + 0.5 * cos(2π * 12t)
for k in 0:15
    p = goertzel(x, k)
    p > 1 && println(k, " ", round(p, digits=4))
end
println(zero_crossings(x))
println(power_at([0.1, 0.9, 0.3, -0.5, -0.8, -0.1]))
w = 0.5 .- 0.5 .* cos.(2π .* (0:7) ./ 7)
println(round.(w, digits=6))
