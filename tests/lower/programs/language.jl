module T0
# tricky control
function f1()
    out = []
    for i in 1:5
        try
            i == 2 && continue
            i == 4 && break
            push!(out, i)
        finally
            push!(out, -i)
        end
    end
    out
end
println(f1())
function f2(xs)
    foreach(xs) do x
        x > 2 && return
        println(x)
    end
    :done
end
println(f2([1, 2, 3]))
function f3(s)
    if (m = match(r"(\d+)-(\d+)", s)) !== nothing
        a, b = parse.(Int, m.captures)
        return a + b
    end
    -1
end
println(f3("10-20"), f3("x"))
function f4()
    n = 0
    while true
        n += 1
        try
            n < 3 && error("again")
            return n
        catch e
            n == 10 && rethrow()
            continue
        end
    end
end
println(f4())
end

module T1
# operators and unicode
⊕(a, b) = a + 10b
println(1 ⊕ 2)
∑(x) = sum(x)
α, β₁ = 1.5, 2
println(∑([α, β₁]))
x̂ = 3
println(x̂)
struct V; x; y; end
Base.:+(a::V, b::V) = V(a.x + b.x, a.y + b.y)
Base.:-(a::V) = V(-a.x, -a.y)
Base.getproperty(v::V, s::Symbol) = s === :norm ? sqrt(getfield(v, :x)^2 + getfield(v, :y)^2) : getfield(v, s)
v = V(1, 2) + V(2, 2)
println(v.x, v.norm, (-v).y)
Base.:(<)(a::V, b::V) = a.norm < b.norm
println(V(1, 1) < V(2, 2))
a ≲ b = a <= b
println(1 ≲ 2)
√4 |> println
println(5 ÷ 2, 5 % 2, 2^10, 7 ⊻ 2, ~1, 1 << 3, 1 // 3 + 1 // 6)
println(1 in [1, 2], 3 ∉ [1], [1, 2] ⊆ [1, 2, 3])
println(0.1 + 0.2 ≈ 0.3, 1 ≠ 2, 1 ≤ 2)
end

module T2
# closures boxed in comprehension and generators
function g()
    acc = 0
    r = [begin acc += i; acc end for i in 1:3]
    add = x -> (acc += x)
    add(10)
    (r, acc)
end
println(g())
k = 3
gen = (k * i for i in 1:2)
k = 10
println(collect(gen))
fs = [(x) -> x + i for i in 1:3]
println([f(10) for f in fs])
function counter()
    c = Ref(0)
    () -> c[] += 1
end
cc = counter(); cc(); println(cc())
adders = Dict(n => (x -> x + n) for n in 1:2)
println(adders[2](5))
end

module T3
# let and loops with closures modify outer
function h()
    total = 0
    map(1:3) do i
        total += i
    end
    sumf = let t = total
        () -> t
    end
    total = 100
    (total, sumf())
end
println(h())
end

module T4
# default args using other functions and closures
base = 10
shift(x, by=base; scale=by * 2) = (x + by) * scale
println(shift(1), " ", shift(1, 2), " ", shift(1; scale=1))
base = 20
println(shift(1))
f(x; y=x, z=(w = y; w + 1)) = (x, y, z)
println(f(1), f(1; y=5))
g(args...; sep=", ") = join(args, sep)
println(g(1, 2, 3), g("a", "b"; sep="-"))
end

module T5
# multiple return, nested functions with same names
function outer()
    helper(x) = x + 1
    function inner()
        helper(x) = x * 100
        helper(2)
    end
    helper(2), inner()
end
println(outer())
minmax_(a, b) = a < b ? (a, b) : (b, a)
lo, hi = minmax_(5, 3)
println(lo, hi)
(x, y), z = (1, 2), 3
println(x, y, z)
_, second = (1, 2)
println(second)
end

module T6
# types with where and unions, vararg dispatch
f(x::Int, ys::Int...) = x + sum(ys; init=0)
g(::Val{N}) where {N} = N * 2
println(g(Val(3)))
h(x::Union{Int,String}) = x isa Int ? "int" : "str"
println(h(1), h("a"))
k(xs::AbstractVector{T}) where {T<:AbstractFloat} = "floats"
k(xs::AbstractVector{<:Integer}) = "ints"
k(xs) = "other"
println(k([1.0]), k([1]), k("s"))
t(x::NTuple{N,Int}) where {N} = N
println(t((1, 2, 3)))
m(x::T, y::T) where {T<:Number} = T
println(m(1, 2))
p(::Type{Int}) = "Int type"
p(::Type{T}) where {T} = string(T)
println(p(Int), p(Float64))
v(a, b::Vararg{Int,2}) = (a, b)
println(v(1, 2, 3))
try
    m(1, 2.0)
catch e
    println(e isa MethodError)
end
end

module T7
# show and string building
struct Temp
    c::Float64
end
Base.show(io::IO, t::Temp) = print(io, t.c, "°C")
Base.show(io::IO, ::MIME"text/plain", t::Temp) = print(io, "Temperature: ", t.c)
t = Temp(20)
println(t, " $t ", [t, t], (t,), Dict(1 => t))
display(t)
println()
println(repr(t), string(t), sprint(show, t))
show(stdout, MIME("text/plain"), t)
println()
end

module T8
# while with complex conditions and nested breaks
function find(A, x)
    for i in axes(A, 1)
        for j in axes(A, 2)
            if A[i, j] == x
                return (i, j)
            elseif A[i, j] > 100
                break
            end
        end
    end
    nothing
end
println(find([1 2; 3 4], 3), find([1 2; 3 4], 9))
i = j = 0
while i < 3 && j < 2 || i == 0
    global i += 1
    i % 2 == 0 && (global j += 1)
end
println(i, j)
end

module T9
# global mutation and const containers
const LOG = String[]
logit(s) = (push!(LOG, s); length(LOG))
logit("a"); logit("b")
println(LOG)
total = 0.0
function addtotal(x)
    global total
    total += x
    return total
end
addtotal(1.5)
println(addtotal(2))
for q in 1:3
    global total = total * 2
end
println(total)
end

module T10
# string iteration and chars
s = "héllo"
println(length(s), " ", sizeof(s), " ", s[1:2], " ", collect(s)[2])
for (i, c) in enumerate(s)
    print(i, c, " ")
end
println()
println([Int(c) for c in "ab"], 'a' < 'b', 'a' + 2, Char(97))
println(join(reverse(collect("abc"))), "abc"[end], "abc"[end-1:end])
println(eachindex("abc") |> collect, nextind("héllo", 2))
println(split("a,b;c", [',', ';']), occursin("b", "abc"), findfirst("l", "hello"), startswith("abc", "ab"))
println(parse(Float64, "1.5e3"), tryparse(Int, "x"), string(255, base=16), bitstring(Int8(5)))
end
