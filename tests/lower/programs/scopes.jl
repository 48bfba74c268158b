module T0
# global in function and loops
counter = 0
function bump()
    global counter
    for i in 1:3
        counter += i
    end
end
bump(); println(counter)

end

module T1
# destructure from function and swap
function fib(n)
    a, b = 0, 1
    for _ in 1:n
        a, b = b, a + b
    end
    a
end
println(fib(10))
v = [1, 2, 3]
v[1], v[3] = v[3], v[1]
println(v)
y = (a, b) = (5, 6)
println(y, a, b)

end

module T2
# typed locals
function g()
    x::Float64 = 1
    x = 2
    y::Int = 3.0
    x, y
end
println(g())
function h(n)::Float64
    n
end
println(h(3))
k(x)::Int = x
println(k(2.0))
try
    println(k(2.5))
catch e
    println(typeof(e))
end

end

module T3
# closures counters
function make()
    n = 0
    inc() = (n += 1)
    dec() = (n -= 1)
    get() = n
    inc, dec, get
end
i, d, g = make()
i(); i(); d()
println(g())

end

module T4
# closures in loops
fs = Function[]
for i in 1:3
    x = i * 10
    push!(fs, () -> (x += 1; x))
end
println([f() for f in fs], [f() for f in fs])

end

module T5
# while with condition assignment
function w()
    i = 0
    while (i += 1) < 5
    end
    i
end
println(w())
function w2()
    k = 3
    while true
        k -= 1
        k == 0 && break
        if k == 1
            continue
        end
        println(k)
    end
    k
end
println(w2())

end

module T6
# value of blocks
x = begin
    y = 2
    y + 1
end
println(x)
z = if x > 2 "big" else "small" end
println(z)
t = try
    error("a")
catch e
    e.msg
finally
    println("fin")
end
println(t)
q = let a = 1, b = a + 1
    a + b
end
println(q)
r = for i in 1:2 end
println(r === nothing)

end

module T7
# try with return inside function
function f(x)
    try
        x < 0 && error("neg")
        return "ok"
    catch err
        return "caught " * err.msg
    finally
        println("cleanup")
    end
end
println(f(1)); println(f(-1))

end

module T8
# recursion local function, mutual
function outer(n)
    iseven_(k) = k == 0 ? true : isodd_(k - 1)
    isodd_(k) = k == 0 ? false : iseven_(k - 1)
    iseven_(n)
end
println(outer(10), outer(7))

end

module T9
# do blocks
r = map([1, 2, 3]) do x
    y = x^2
    y + 1
end
println(r)
s = open_like(f, a) = f(a)
println(s(x -> x + 1, 2))
println(sum(x -> x^2, 1:3))
result = foldl([1, 2, 3]; init=10) do acc, x
    acc - x
end
println(result)

end

module T10
# short circuit values
f(x) = x > 0 && x
println(f(1), f(-1))
g(x) = x > 0 || "neg"
println(g(1), g(-1))
x = 5
x > 3 && println("yes")
x > 3 || println("no")
y = x > 3 ? (println("side"); 1) : 2
println(y)

end

module T11
# comparison chain
println(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 === 1)
a = [1, 2, 3]
println(1 .< a .<= 2)

end

module T12
# nested comprehension and generators
println([i + j for i in 1:2, j in 1:3])
println([(i, j) for i in 1:3 for j in 1:i if isodd(i + j)])
println(sum(i * j for i in 1:3, j in 1:3))
println(Dict(i => i^2 for i in 1:3) == Dict(1 => 1, 2 => 4, 3 => 9))
println(collect(x for x in 1:10 if x % 3 == 0))
println(Float32[x for x in 1:2])
println([x for (x, y) in [(1, 2), (3, 4)]])

end

module T13
# end in nested indexing
a = [10, 20, 30, 40]
b = [1, 2, 3]
println(a[b[end]], a[end÷2], a[end-1:end], a[b[end]+1])
m = [1 2 3; 4 5 6]
println(m[end, 1], m[1, end], m[end], m[:, end])
println(a[begin], a[begin+1:end-1])
m[end, end] = 100
println(m)
a[end] += 5
println(a)

end

module T14
# op-assign on fields and nested
mutable struct C
    n::Int
    v::Vector{Int}
end
c = C(1, [1, 2, 3])
c.n += 5
c.v[2] *= 10
c.v[end] -= 1
println(c.n, c.v)
d = Dict("a" => 1)
d["a"] += 1
println(d["a"])
c.v .+= 1
println(c.v)
c.v[1:2] .= 0
println(c.v)

end

module T15
# string interpolation and escapes
name = "w"; n = 3
println("hello $name $(n + 1) \$ $(name * "x") $n%")
println("a" * "b" ^ 3)
s = """
    multi $name
      line
    """
print(s)
println('a', 'a' + 1)

end

module T16
# ternary nest and elseif
f(x) = x < 0 ? "neg" : x == 0 ? "zero" : "pos"
println(f(-1), f(0), f(1))
function g(x)
    if x < 0
        s = "n"
    elseif x == 0
        s = "z"
    else
        s = "p"
    end
    s
end
println(g(-1), g(0), g(2))

end

module T17
# let closures capture
funcs = []
for i = 1:2
    let i = i
        push!(funcs, () -> i * 100)
    end
end
println([f() for f in funcs])

end

module T18
# undefined variable error
function f()
    if false
        zz = 1
    end
    zz
end
try
    f()
catch e
    println(e)
end
try
    undefinedname
catch e
    println(e)
end

end

module T19
# continue in nested loops with flags
function primes(n)
    out = Int[]
    for i in 2:n
        isp = true
        for j in 2:isqrt(i)
            if i % j == 0
                isp = false
                break
            end
        end
        isp || continue
        push!(out, i)
    end
    out
end
println(primes(30))

end

module T20
# chained assignment
a = b = c = 3
println(a, b, c)
x = (y = 2) + 1
println(x, y)
v = zeros(Int, 3)
v[1] = v[2] = 7
println(v)

end

module T21
# local functions with methods and types
function area(shape)
    calc(x::Int) = "int"
    calc(x::String) = "str"
    calc(x) = "any"
    calc(shape)
end
println(area(1), area("s"), area(1.0))

end

module T22
# ranges in for with step and multiple
for i in 10:-3:1
    print(i, " ")
end
println()
for i in 1:2, j in 3:4
    print((i, j))
end
println()
for (k, v) in zip("ab", 1:2)
    print(k, v)
end
println()

end

module T23
# pipes, composition
println([1, 2, 3] |> sum |> x -> x + 1)
println((sqrt ∘ abs)(-16))
println(map(abs ∘ sin, [0.0]))
println(!isempty([1]))
f = !iseven
println(f(3))

end
