# closures, kwargs, generators, modules
module Shapes
export Shape, Circle, Square, area, describe
abstract type Shape end
struct Circle <: Shape
    r::Float64
end
struct Square <: Shape
    a::Float64
end
area(c::Circle) = π * c.r^2
area(s::Square) = s.a^2
describe(s::Shape; digits=2) = "$(typeof(s).name.name) with area $(round(area(s), digits=digits))"
const COUNT = Ref(0)
function make(kind, x)
    COUNT[] += 1
    kind == :circle ? Circle(x) : Square(x)
end
module Inner
using ..Shapes: Square, area
twice(s) = 2 * area(s)
end
end
using .Shapes
println(describe(Circle(1.0)), "; ", describe(Square(2.0), digits=0))
println(Shapes.make(:circle, 2.0), Shapes.COUNT[], Shapes.Inner.twice(Square(3.0)))
import .Shapes: area
struct Tri <: Shape
    b::Float64
    h::Float64
end
area(t::Tri) = t.b * t.h / 2
println(sum(area, Shape[Circle(1), Square(1), Tri(2, 3)]) ≈ π + 4)
function accumulate_with(f; init=0)
    total = init
    function (x; scale=1)
        total += scale * f(x)
        return total
    end
end
acc = accumulate_with(abs2, init=10)
acc(2)
println(acc(3, scale=2))
adders = [x -> x + i for i in 1:3]
println([g(10) for g in adders])
compose(fs...) = x -> foldl((a, f) -> f(a), fs, init=x)
println(compose(x -> x + 1, x -> 2x, string)(3))
function memoize(f)
    cache = Dict()
    return function (args...)
        get!(cache, args) do
            f(args...)
        end
    end
end
calls = 0
slow(x) = (global calls += 1; x^2)
fast = memoize(slow)
fast(3); fast(3); fast(4)
println(fast(3), " ", calls)
println(sum(x * y for x in 1:3, y in 1:2), " ", collect(x for x in 1:6 if x % 2 == 0))
function kw(a; b=2, kws...)
    other(; c=0, d=1) = (c, d)
    a, b, other(; kws...)
end
println(kw(1), kw(1, b=3, c=4), kw(1; d=9))
opts = (b=7, c=8)
println(kw(1; opts...))
g(x::Number, y=x; z::Int=1) = (x, y, z)
println(g(1), g(1, 2), g(1.5; z=3))
h(args::Int...) = sum(args)
h(args::String...) = join(args)
println(h(1, 2, 3), h("a", "b"))
struct Vec2{T<:Real}
    x::T
    y::T
end
Base.:+(a::Vec2, b::Vec2) = Vec2(a.x + b.x, a.y + b.y)
Base.:*(k::Real, v::Vec2) = Vec2(k * v.x, k * v.y)
Base.:(==)(a::Vec2, b::Vec2) = a.x == b.x && a.y == b.y
Base.show(io::IO, v::Vec2) = print(io, "<", v.x, ", ", v.y, ">")
Base.zero(::Type{Vec2{T}}) where T = Vec2(zero(T), zero(T))
Base.isless(a::Vec2, b::Vec2) = a.x < b.x
println(Vec2(1, 2) + 2 * Vec2(3, 4), Vec2(1, 2) == Vec2(1, 2), [Vec2(1.0, 2.0)])
println(sort([Vec2(3, 0), Vec2(1, 1)]), maximum([Vec2(3, 0), Vec2(1, 1)]), zero(Vec2{Int}))
println(sum([Vec2(1, 2), Vec2(3, 4)]))
mutable struct Account
    owner::String
    balance::Float64
end
Account(o) = Account(o, 0.0)
deposit!(a::Account, x) = (a.balance += x; a)
function withdraw!(a::Account, x)
    x > a.balance && error("insufficient funds: $(a.balance) < $x")
    a.balance -= x
    return a
end
a = deposit!(Account("Ann"), 100)
withdraw!(a, 30)
println(a.balance, " ", try withdraw!(a, 1000) catch e; e.msg end)
println(a)
trait(::Type{<:Integer}) = :int
trait(::Type{<:AbstractFloat}) = :float
trait(x) = trait(typeof(x))
println(trait(1), trait(2.0))
swap((a, b)) = (b, a)
println(swap((1, 2)), [a + b for (a, b) in [(1, 2), (3, 4)]], Dict(k => v^2 for (k, v) in [("a", 2)]))
println(let x = 1, y = x + 1; x + y end)
function outer()
    helper(n) = n <= 0 ? 0 : n + helper(n - 1)
    s = 0
    for i in 1:3
        s += helper(i)
    end
    s
end
println(outer())
x = 1
f_global() = x + 1
x = 10
println(f_global())
const A = [1, 2, 3]
modify() = (A[1] = 100; nothing)
modify()
println(A)
println(Base.invokelatest(f_global), " ", (() -> 5)(), " ", (function (q) q + 1 end)(1))
println(map((a, b) -> a * b, [1, 2], [3, 4]), broadcast(+, [1, 2], 10), filter(x -> x > 1, [1, 2, 3]))
v = Any[1, "a", :b, 2.5, nothing, [1], (1,)]
for e in v
    print(typeof(e), " ")
end
println()
println([f(2) for f in (sqrt, abs, x -> x^3)])
