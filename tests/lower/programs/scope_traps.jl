# soft scope at top level: x stays
s = 0
for i in 1:3
    local t = i
    global s += t
end
println(s)
a2() = (for i in 1:2; i == 2 && return t; t = i*100; end; t = 5; t)
println(a2())
function a3()
    for i in 1:2
        i == 2 && return (@isdefined q)
        q = i
    end
end
println(a3())
fs = []
for i in 1:3
    push!(fs, () -> i)
end
println([f() for f in fs])
function cl()
    gs = []
    i = 0
    while i < 3
        i += 1
        j = i
        push!(gs, () -> (i, j))
    end
    [g() for g in gs]
end
println(cl())
function x2()
    fs = []
    for i in 1:2
        k = i
        push!(fs, () -> (k += 10; k))
    end
    [f() for f in fs]
end
println(x2())
function sh()
    i = 99
    for i in 1:3
    end
    e = i
    for outer i in 1:3
    end
    (e, i)
end
println(sh())
function mult()
    n = 0
    for i in 1:3
        i *= 10
        n += i
    end
    n
end
println(mult())
function both()
    u = 0
    for i in 1:3, j in 1:3
        u += 1
        j == 1 && break
    end
    u
end
println(both())
function comp()
    x = 0
    y = [(x = i; x) for i in 1:3]
    (x, y)
end
println(comp())
function comp2()
    y = [(z = i; z) for i in 1:3]
    @isdefined(z)
end
println(comp2())
function lets()
    x = 1
    a = let x = x + 1
        x
    end
    b = let
        x = 5
        x
    end
    (a, b, x)
end
println(lets())
function inner()
    x = 1
    f() = (x = 2)
    f()
    g() = (local x = 3)
    g()
    x
end
println(inner())
kw(a; b=a+1, c=b*2) = (a, b, c)
println(kw(1), kw(1, c=0), kw(2, b=7))
function order()
    i = 1
    a = zeros(Int, 3)
    i, a[i] = 2, 30
    (i, a)
end
println(order())
function rhs()
    a = [1.0, 2.0]
    y = (a[1] = 2)
    (y, typeof(y), a)
end
println(rhs())
function endpush()
    v = [3, 4]
    f() = (push!(v, 9); 1)
    v[end] = f()
    v
end
println(endpush())
tail(x) = x > 0 && x < 5 && "in"
println(tail(3), tail(7), tail(-1))
n = 0
function once()
    c = 0
    f() = (c += 1; 3)
    r = 0 < f() < 5
    (r, c)
end
println(once())
function nothings(x)
    if x > 0
        1
    end
end
println(nothings(-1))
println(for i in 1:2 end)
function trysc()
    n2 = 1
    try
        n2 = 11
        error("x")
    catch e
        n3 = n2
    end
    n2, @isdefined(n3)
end
println(trysc())
