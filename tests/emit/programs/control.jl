# hard control flow
function f1(xs)
    acc = 0
    for x in xs
        g = () -> begin
            for k in 1:3
                k == x && return k * 10
            end
            -1
        end
        r = g()
        r == 30 && break
        acc += r
    end
    acc
end
println(f1([1, 2, 5, 3, 1]))
function f2(n)
    i = 0
    while i < n
        i += 1
        if i % 2 == 0
            for j in 1:3
                j == 2 && break
                if i == 6
                    return (:ret, i, j)
                end
            end
            continue
        end
        i == 7 && break
    end
    (:end, i)
end
println(f2(5), f2(6), f2(4), f2(0))
function f3(x)
    y = if x > 0
        z = x * 2
        z + 1
    elseif x == 0
        return "zero"
    else
        for k in 1:5
            k == -x && return "found $k"
        end
        -100
    end
    y * 2
end
println(f3(2), f3(0), f3(-3), f3(-9))
function f4(v)
    found = false
    local idx
    for (i, x) in pairs(v)
        if x < 0
            found = true
            idx = i
            break
        end
    end
    found ? idx : nothing
end
println(f4([1, -2]), f4([1]))
function f5(a, b)
    a && b && return "both"
    (a || b) && return "one"
    a || (b = !b)
    b ? "flip" : "none"
end
println(f5(true, true), f5(false, true), f5(false, false))
function f7(n)
    s = 0
    for i = 1:n
        t = try
            i == 3 && error("x")
            i
        catch
            continue
        finally
            s += 100
        end
        s += t
    end
    s
end
println(f7(4))
function f8(x)
    while true
        x = x % 2 == 0 ? x ÷ 2 : 3x + 1
        x == 1 && return "one"
        x > 1000 && break
    end
    "big"
end
println(f8(6), f8(27))
function f9(m)
    for i in axes(m, 1)
        allpos = true
        for j in axes(m, 2)
            if m[i, j] <= 0
                allpos = false
                break
            end
        end
        allpos && return i
    end
    0
end
println(f9([1 -1; 2 3]), f9([0 0; 0 0]))
function f10(n)
    primes = Int[]
    for c in 2:n
        isprime = true
        for p in primes
            p * p > c && break
            if c % p == 0
                isprime = false
                break
            end
        end
        if isprime
            push!(primes, c)
        end
    end
    primes
end
println(f10(30))
function f11(k)
    a, b = 0, 1
    for _ in 1:k
        a, b = b, a + b
    end
    a
end
println(f11(10))
function f12(x, lo, hi)
    lo <= x <= hi || throw(DomainError(x, "out"))
    x
end
println(try f12(5, 1, 3) catch e; e end)
f13(x) = begin
    x > 10 && return :big
    if x > 5
        :mid
    else
        x < 0 ? :neg : :small
    end
end
println(f13(11), f13(6), f13(-1), f13(1))
function f14()
    s = ""
    for c in 'a':'e', d in (1, 2)
        c == 'c' && continue
        d == 2 && c == 'd' && break
        s *= string(c, d)
    end
    s
end
println(f14())
function f15(n)
    x = n
    k = 0
    while x != 1 && k < 100
        if iseven(x)
            x = x >> 1
        else
            x = 3x + 1
        end
        k += 1
    end
    k
end
println(map(f15, 1:10))
function f16(t)
    for i in 1:3
        if i == t
            let q = i * 2
                return () -> q + i
            end
        end
    end
    () -> -1
end
println(f16(2)(), f16(9)())
function f17(v)
    n = length(v)
    for i in 1:n-1
        swapped = false
        for j in 1:n-i
            if v[j] > v[j+1]
                v[j], v[j+1] = v[j+1], v[j]
                swapped = true
            end
        end
        swapped || return v
    end
    v
end
println(f17([3, 2, 1]))
function f18(x)
    if x isa Int
        if x > 3
            return "int>3"
        end
    elseif x isa String
        isempty(x) && return "empty"
    else
        return "other"
    end
    "fall $x"
end
println(f18(5), f18(1), f18(""), f18("s"), f18(1.0))
