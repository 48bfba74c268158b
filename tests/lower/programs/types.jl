module T0
# Base extension
struct P
    x::Int
    y::Int
end
import Base: +, show, ==
+(a::P, b::P) = P(a.x + b.x, a.y + b.y)
Base.:*(k::Int, p::P) = P(k * p.x, k * p.y)
show(io::IO, p::P) = print(io, "P(", p.x, ",", p.y, ")")
Base.length(p::P) = 2
Base.getindex(p::P, i::Int) = i == 1 ? p.x : p.y
Base.iterate(p::P, s=1) = s > 2 ? nothing : (p[s], s + 1)
p = P(1, 2) + 3 * P(1, 1)
println(p, " ", length(p), " ", p[2])
println([p, p])
for v in p
    print(v, " ")
end
println()
println(collect(p))
println("$p")

end

module T1
# parametric struct and constructors
struct Point{T<:Real}
    x::T
    y::T
    function Point{T}(x, y) where {T<:Real}
        new{T}(x, y)
    end
end
Point(x::T, y::T) where {T<:Real} = Point{T}(x, y)
Point(x::Real, y::Real) = Point(promote(x, y)...)
p = Point(1, 2.5)
println(p, typeof(p))
println(Point{Int}(1, 2))
struct Neg
    v::Int
    Neg(v) = v > 0 ? error("must be negative") : new(v)
end
println(Neg(-2).v)
try
    Neg(3)
catch e
    println(e.msg)
end

end

module T2
# mutable struct incomplete new
mutable struct Node
    val::Int
    next::Union{Node,Nothing}
    Node(v) = new(v, nothing)
end
function build(n)
    head = Node(1)
    cur = head
    for i in 2:n
        cur.next = Node(i)
        cur = cur.next
    end
    head
end
function total(n)
    s = 0
    while n !== nothing
        s += n.val
        n = n.next
    end
    s
end
println(total(build(5)))

end

module T3
# kwdef
Base.@kwdef struct Opts
    a::Int = 1
    b::Float64 = a + 0.5
    c
end
println(Opts(c="x"))
println(Opts(a=3, c=1).b)
try
    Opts()
catch e
    println(typeof(e))
end

end

module T4
# callable struct and closures
struct Poly
    c::Vector{Float64}
end
(p::Poly)(x) = sum(c * x^(i - 1) for (i, c) in enumerate(p.c))
p = Poly([1, 2, 3])
println(p(2))
println(map(p, [0, 1]))

end

module T5
# abstract types and dispatch
abstract type Animal end
struct Cat <: Animal end
struct Cow <: Animal end
speak(::Animal) = "..."
speak(::Cat) = "meow"
meet(a::Animal, b::Animal) = speak(a) * " " * speak(b)
println(meet(Cat(), Cow()))
println(Cat <: Animal, Cat() isa Animal)
println(supertype(Cat))

end

module T6
# type parameters in body
f(x::Vector{T}) where {T} = T
println(f([1.0]), f(["a"]))
g(::Type{T}) where {T<:Number} = zero(T)
println(g(Float64), g(Int))
h(x::T, y::T) where {T} = "same"
h(x, y) = "diff"
println(h(1, 2), h(1, 2.0))
z(x::Array{T,N}) where {T,N} = (T, N)
println(z(zeros(2, 2)))
q(v::AbstractVector{<:Real}) = "real vec"
q(v) = "other"
println(q([1]), q(["a"]))

end
