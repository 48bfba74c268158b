# Functions in every form.
area(r; scale=1.0, unit="m") = string(scale * r^2, unit)
println(area(2.0), " ", area(2.0; unit="cm", scale=2))
defaults(a, b=a + 1, c=a * b; d=c + 1, e=d * 2) = (a, b, c, d, e)
println(defaults(1), defaults(1, 5), defaults(1, 5, 9; e=0))
slurping(a, rest...; options...) = (a, rest, length(options))
println(slurping(1), slurping(1, 2, 3; x=1, y=2))
splatting(args...; kw...) = slurping(args...; kw..., z=3)
println(splatting(1, 2; x=1))
println(slurping([1, 2]..., (3, 4)...))
f(x::Int) = "int"
f(x::Float64) = "float"
f(x::AbstractString) = "string"
f(x) = "any"
f(x::Int, y::Int) = "two ints"
f(x::T, y::T) where {T<:Real} = "same $T"
f(x, y) = "two"
println(f(1), f(1.0), f("s"), f(:s), f(1, 2), f(1.0, 2.0), f(1, 2.0))
eltype_of(v::Vector{T}) where T = T
println(eltype_of([1.0]), eltype_of(Int[]))
apply(f, xs...) = f(xs...)
println(apply(+, 1, 2, 3), apply((a, b) -> a - b, 5, 3))
println(map([1, 2, 3]) do x
    y = x^2
    y + 1
end)
compose2(f, g) = x -> f(g(x))
println(compose2(sqrt, abs)(-16.0), (sqrt ∘ abs)(-9.0))
function local_methods(x)
    g(a::Int) = "int"
    g(a) = "other"
    g(x), g("s")
end
println(local_methods(1))
destructured((a, b), c) = a + b * c
println(destructured((1, 2), 3))
println((((x, y),) -> x * y)((3, 4)))
struct Poly
    c::Vector{Float64}
end
(p::Poly)(x) = sum(p.c[k] * x^(k - 1) for k in eachindex(p.c))
println(Poly([1.0, 2.0, 3.0])(2.0))
Base.:+(p::Poly, q::Poly) = Poly(p.c + q.c)
Base.:-(p::Poly) = Poly(-p.c)
Base.length(p::Poly) = length(p.c)
println((Poly([1.0]) + Poly([2.0])).c, (-Poly([1.0])).c, length(Poly([1.0, 2.0])))
fib(n) = n < 2 ? n : fib(n - 1) + fib(n - 2)
println(fib(15))
function f!(a, i=1)
    a[i] = 99
    a
end
println(f!([1, 2, 3]), f!([1, 2, 3], 3))
typed(x)::Float64 = x
println(typed(1))
∇(x₁, ŷ) = x₁ - ŷ
println(∇(5, 3))
println((x -> x > 2 ? "big" : "small").([1, 3]))
println([i * j for i in 1:2, j in 1:3], sum(i^2 for i in 1:4 if iseven(i)))
println([(i, j) for i in 1:3 for j in i:3 if i + j == 4])
lambda = 3
print_it = lambda + 1
println(print_it)
nt = (a=1, b="x")
println(nt.a, nt.b, (; nt..., c=3))
g(x; y) = x + y
y = 10
println(g(1; y), g(1, y=2))
mutable struct Acc
    n::Int
    Acc() = new(0)
end
add!(a::Acc, k) = (a.n += k; a)
println(add!(add!(Acc(), 2), 3).n)
struct Pt{T<:Real}
    x::T
    y::T
    Pt(x::T, y::T) where {T<:Real} = new{T}(x, y)
    Pt{T}(v) where T = new{T}(v, v)
end
println(Pt(1, 2).y, Pt{Float64}(3).x, typeof(Pt(1.0, 2.0)))
module Geo
export dist
const origin = (0.0, 0.0)
dist(p, q=origin) = sqrt((p[1] - q[1])^2 + (p[2] - q[2])^2)
hidden() = "hidden"
end
using .Geo
println(dist((3.0, 4.0)), Geo.hidden(), Geo.origin)
