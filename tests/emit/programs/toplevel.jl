if true
    f(x) = x + 1
else
    f(x) = x - 1
end
println(f(1))
if 1 > 2
    g() = "a"
end
g() = "b"
println(g())
let counter = 0
    global tick
    function tick()
        counter += 1
    end
end
tick(); println(tick())
for n in 1:2
    name = n * 10
    global last_name = name
end
println(last_name)
for T in (Int, Float64)
    @eval describe(x::$T) = string($T, ":", x)
end
println(describe(1), describe(2.0))
module M
abstract type S end
struct A <: S
    v::Int
    A(v) = v < 0 ? error("neg") : new(v)
end
struct B{T} <: S
    v::T
    w::T
end
B(v) = B(v, v)
mutable struct C
    n::Int
    C() = new()
end
Base.show(io::IO, a::A) = print(io, "A<", a.v, ">")
const REG = Dict{String,Any}()
reg(k, v) = (REG[k] = v)
total = 0
bump() = (global total += 1)
function helper end
helper(x) = x * 2
module N
    import ..helper, ..A
    helper(s::String) = s * "!"
    mk() = A(3)
end
Base.:+(a::A, b::A) = A(a.v + b.v)
macro m(ex)
    :(string($(QuoteNode(ex)), " = ", $(esc(ex))))
end
for i in 1:2
    reg("k$i", i)
end
end
M.bump(); M.bump()
println(M.total, M.A(1), M.N.mk(), M.helper(2), M.helper("x"), sort(collect(keys(M.REG))))
println(M.B(1).w, M.A(1) + M.A(2))
c = M.C(); c.n = 5; println(c.n)
println(M.@m 1 + 2)
println(try M.A(-1) catch e e.msg end)
begin
    local hidden = 3
    shown = hidden * 2
end
println(shown, @isdefined(hidden))
x = 0
while x < 3
    global x += 1
    y_local = x * 2
    x == 2 && println("y ", y_local)
end
println(@isdefined(y_local))
a = [1, 2, 3]
for (i, v) in enumerate(a)
    a[i] = v^2
end
println(a)
function outer(n)
    function inner(k)
        k == 0 && return 0
        return n + inner(k - 1)
    end
    inner(3)
end
println(outer(2))
apply_twice(f, x) = f(f(x))
println(apply_twice(x -> x * 3, 2), apply_twice(sqrt, 16.0))
const (p, q) = (1, 2)
println(p + q)
t = (1, 2, 3)
u, rest = t[1], t[2:end]
println(u, rest)
result = map([1, 2, 3]) do x
    if x == 2
        return "two"
    end
    string(x)
end
println(result)
open_like(f, a) = (r = f(a); "closed " * r)
println(open_like("file") do io
    io * "!"
end)
s = sum(1:10) do i
    i^2
end
println(s)
v = [i for i in 1:10 if i % 3 == 0]
println(v)
m = [i + j for i = 1:2, j = 1:2]
println(m)
println([f(x) for f in (sin, cos), x in (0.0,)])
d = Dict("a" => [1, 2], "b" => [])
push!(d["b"], 5)
for k in sort(collect(keys(d)))
    println(k, " ", d[k])
end
w = 5
w += w > 3 ? 10 : 0
println(w)
println(ifelse(w > 3, "yes", "no"), w > 100 || "short", w > 3 && "and")
println(:a, " ", :(a + b), " ", typeof(:(a + b)))
z = nothing
println(z === nothing, isnothing(z), something(z, 3))
n = 0
function side()
    global n += 1
    n
end
1 < side() < 5 && println("mid ", n)
println((() -> (local k = 1; k + 1))())
println("done")
