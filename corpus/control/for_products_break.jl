function firstpair(x, y, t)
    for i in eachindex(x), j in eachindex(y)
        if x[i] * y[j] > t
            return i, j
        end
    end
    return 0, 0
end
function count_until(n)
    c = 0
    for i in 1:n, j in 1:i
        c += 1
        i * j == 6 && break
    end
    return c
end
println(firstpair([1, 2, 3], [1, 5, 2], 9), firstpair([1], [1], 9))
println(count_until(2), " ", count_until(5))
println([(i, j) for i in 1:3 for j in 1:i if i != j])
