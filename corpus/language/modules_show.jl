module Geometry
export Point, distance
struct Point{T}
    x::T
    y::T
end
Base.:-(a::Point, b::Point) = Point(a.x - b.x, a.y - b.y)
norm2(p::Point) = p.x^2 + p.y^2
distance(a, b) = sqrt(norm2(a - b))
module Units
const DEG = π / 180
torad(x) = x * DEG
end
end
using .Geometry
import .Geometry: norm2
using .Geometry.Units: torad
println(Point(1, 2), " ", distance(Point(0, 0), Point(3, 4)), " ", norm2(Point(1.0, 2.0)))
println(torad(180) ≈ π, " ", Geometry.Units.DEG ≈ 0.017453292519943295)

mutable struct Account
    owner::String
    balance::Float64
    Account(owner) = new(owner, 0.0)
end
deposit!(a::Account, x) = (a.balance += x; a)
function Base.show(io::IO, a::Account)
    print(io, "Account(", a.owner, ": ", a.balance, ")")
end
acc = Account("Ada")
deposit!(deposit!(acc, 10), 2.5)
println(acc, " ", [acc, Account("Bob")])
println("interpolated: $acc and $(acc.balance * 2)")
Base.@kwdef struct Config
    n::Int = 10
    name::String = "default"
end
println(Config(), Config(n=3), Config(name="x").name)
@enum Color red green blue
println(red, " ", Int(blue), " ", Color(1), " ", instances(Color))
x = 3
@show x
@show x + 1, [1.5, 2]
struct Stack{T}
    items::Vector{T}
end
Stack{T}() where {T} = Stack{T}(T[])
Base.push!(s::Stack, x) = (push!(s.items, x); s)
Base.length(s::Stack) = length(s.items)
Base.iterate(s::Stack, i=1) = i > length(s) ? nothing : (s.items[i], i + 1)
Base.eltype(::Type{Stack{T}}) where {T} = T
s = Stack{Int}()
push!(push!(s, 1), 2)
println(length(s), " ", sum(s), " ", collect(s), " ", [x^2 for x in s], " ", 2 in s)
Base.getindex(s::Stack, i::Int) = s.items[i]
Base.lastindex(s::Stack) = length(s)
println(s[1], s[end])
