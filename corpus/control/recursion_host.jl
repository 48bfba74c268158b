ack(m, n) = m == 0 ? n + 1 : n == 0 ? ack(m - 1, 1) : ack(m - 1, ack(m, n - 1))
hanoi(n) = n == 0 ? 0 : 2hanoi(n - 1) + 1
pow(x, n) = n == 0 ? one(x) : iseven(n) ? pow(x * x, n ÷ 2) : x * pow(x, n - 1)
println(ack(2, 3), " ", hanoi(10), " ", pow(1.5, 7), " ", pow(2, 10))
function perms(a)
    length(a) <= 1 && return [a]
    out = typeof(a)[]
    for i in eachindex(a)
        for p in perms([a[1:i-1]; a[i+1:end]])
            push!(out, [a[i]; p])
        end
    end
    out
end
println(perms([1, 2, 3]))
