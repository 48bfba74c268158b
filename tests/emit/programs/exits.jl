# Early exits in every position.
function first_pair(x, y, t)
    best = 0.0
    for i in eachindex(x)
        x[i] < 0 && continue
        for j in eachindex(y)
            p = x[i] * y[j]
            if p > t
                best = p
                break
            elseif best < p <= t
                best = p
            end
        end
        best > t && break
    end
    best
end
println(first_pair([-1.0, 1.0, 2.0], [1.0, 3.0, 5.0], 4.0))

function find2(m, v)
    for j in 1:size(m, 2)
        for i in 1:size(m, 1)
            if m[i, j] == v
                return (i, j)
            end
        end
    end
    return nothing
end
println(find2([1 2; 3 4], 2), " ", find2([1 2; 3 4], 9))

function after_inner(n)
    total = 0
    for i in 1:n
        for j in 1:i
            j == 5 && return -total
            total += j
        end
        total += 100
    end
    total
end
println(after_inner(3), " ", after_inner(6))

function both_fall(x)
    r = 0
    for i in 1:10
        if i % 2 == 0
            r += 1
            i == x && break
        else
            r += 10
            i == x && return -1
        end
        r += 1000
    end
    r
end
println(both_fall(4), " ", both_fall(5), " ", both_fall(99))

function ladder(x)
    x < 0 && return "neg"
    x == 0 && return "zero"
    if x < 10
        x == 7 && return "seven"
        y = "small"
    else
        y = "large"
    end
    y * "!"
end
println(ladder.([-1, 0, 7, 3, 30]))

function while_true(n)
    k = 0
    while true
        k += 1
        k > n && break
        k % 3 == 0 && continue
        k == 8 && return ("eight", k)
    end
    ("end", k)
end
println(while_true(5), " ", while_true(20))

function multi_break()
    u = 0
    for i in 1:3, j in 1:4
        j == 3 && break
        u += 1
    end
    u
end
println(multi_break())

function multi_return(n)
    for i in 1:n, j in i:n
        i * j == 12 && return (i, j)
    end
    (0, 0)
end
println(multi_return(6), multi_return(2))

function nested_lets(x)
    for i in 1:3
        let y = x + i
            y == 5 && return :five
            if y > 6
                break
            end
        end
    end
    :none
end
println(nested_lets(2), " ", nested_lets(4), " ", nested_lets(1))

function dependent()
    out = Int[]
    for (i, x) in enumerate([3, 1, 2]), j in 1:x
        push!(out, 10i + j)
    end
    out
end
println(dependent())

function while_assign(v)
    s = 0
    while (x = popfirst!(v)) != 0
        s += x
    end
    s
end
println(while_assign([4, 5, 0, 9]))

function nothing_returned(x)
    if x > 0
        return
    end
    println("not positive")
end
println(nothing_returned(1), nothing_returned(-1))

function deep(a)
    for i in 1:3
        for j in 1:3
            for k in 1:3
                if a == i + j + k
                    return (i, j, k)
                end
            end
            a == 100 && break
        end
        a == 200 && return "200"
    end
    "none"
end
println(deep(5), deep(100), deep(200), deep(50))

function returns_in_both(x)
    for i in 1:3
        if x == i
            return "hit $i"
        else
            x == -i && return "minus $i"
        end
        x += 10
    end
    x
end
println(returns_in_both(1), returns_in_both(-1), returns_in_both(4), returns_in_both(-12))
