# What is fresh, what is shared, what is unset.
function later_assigned()
    for i in 1:2
        i == 2 && return t
        t = i * 100
    end
    t = 1
end
println(later_assigned())

function fresh_each_time()
    for i in 1:2
        i == 2 && return u
        u = i * 100
    end
    0
end
println(try fresh_each_time() catch e; sprint(showerror, e) end)

function defined_in_loop()
    r = Bool[]
    for i in 1:2
        push!(r, @isdefined(q))
        q = i
    end
    r
end
println(defined_in_loop())

function set_in_branch(c)
    if c
        y = 1
    end
    y
end
println(set_in_branch(true), " ", try set_in_branch(false) catch e; sprint(showerror, e) end)

function closures()
    fs = []
    for i in 1:3
        push!(fs, () -> i)
    end
    [f() for f in fs]
end
println(closures())

function while_closures()
    fs = []
    k = 0
    while k < 3
        k += 1
        j = k
        push!(fs, () -> (j, k))
    end
    [f() for f in fs]
end
println(while_closures())

function boxed_in_loop()
    fs = []
    for i in 1:2
        x = i
        push!(fs, () -> (x += 10; x))
    end
    [f() for f in fs], [f() for f in fs]
end
println(boxed_in_loop())

function shadow()
    e = 99
    for e in 1:3
    end
    e
end
function not_shadow()
    e = 99
    for outer e in 1:3
    end
    e
end
println(shadow(), " ", not_shadow())

function lets()
    x = 1
    let x = x + 1
        x += 5
    end
    a = let
        x = 50
        x + 1
    end
    let y = 7, z = y + 1
        x += z
    end
    x, a
end
println(lets())

function let_closures()
    f = let x = 1
        () -> x
    end
    g = let x = 2
        () -> x
    end
    let x = 3
        (f(), g(), x)
    end
end
println(let_closures())

function comprehension_scope()
    k = 0
    a = [(k += 1; k * i) for i in 1:3]
    x = 10
    b = [x for x in 1:2]
    a, b, k, x
end
println(comprehension_scope())

function inner_assigns()
    x = 1
    f() = (x = 2)
    f()
    g() = (local x = 3; x)
    x, g()
end
println(inner_assigns())

function recursion(n)
    fact(k) = k <= 1 ? 1 : k * fact(k - 1)
    iseven_(k) = k == 0 ? true : isodd_(k - 1)
    isodd_(k) = k == 0 ? false : iseven_(k - 1)
    fact(n), iseven_(n)
end
println(recursion(6))

function counter(start=0)
    n = start
    increment() = (n += 1)
    reset!() = (n = start; nothing)
    increment, reset!
end
inc, reset = counter(5)
inc(); inc()
print(inc(), " ")
reset()
println(inc())

function argument_rebound(x)
    f = () -> x
    x += 1
    f(), x
end
println(argument_rebound(1))

total = 0
for i in 1:3
    global total += i
end
println(total)
let s = 0
    for i in 1:4
        s += i
    end
    println(s)
end
function swap(a, b)
    a, b = b, a
    a, b
end
println(swap(1, 2))
function stores()
    a = [1, 2, 3]
    i = 1
    i, a[i] = 2, 30
    y = (a[1] = 2)
    a, i, y
end
println(stores())
function nested_targets()
    a, (b, c) = 4, (5, 6, 7)
    a, b, c
end
println(nested_targets())
x = 5
function reads_global(y)
    z = x + y
    x_local = z
    z + x_local
end
println(reads_global(1))
function twice_i()
    s = 0
    for i in 1:2
        s += i
    end
    for i in 5:6
        s += i
    end
    f = i -> i + s
    f(100)
end
println(twice_i())
mutable struct Link
    v
    next
end
function reversed_links(l)
    prev, cur = nothing, l
    while cur !== nothing
        cur.next, prev, cur = prev, cur, cur.next
    end
    out = []
    while prev !== nothing
        push!(out, prev.v)
        prev = prev.next
    end
    out
end
println(reversed_links(Link(1, Link(2, Link(3, nothing)))))
function index_then_variable()
    a, i = [1, 2, 3], 1
    a[i], i = 10, 3
    i, a[i] = 2, 20
    a[1], a[2], a[3] = a[3], a[1], a[2]
    a, i
end
println(index_then_variable())
