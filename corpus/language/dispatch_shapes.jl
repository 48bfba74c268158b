abstract type Shape end
struct Circle <: Shape
    r::Float64
end
struct Rect{T<:Real} <: Shape
    w::T
    h::T
end
Rect(w, h) = Rect(promote(w, h)...)
Square(s) = Rect(s, s)
area(c::Circle) = π * c.r^2
area(r::Rect) = r.w * r.h
area(s::Shape...) = sum(area, s)
perimeter(c::Circle) = 2π * c.r
perimeter(r::Rect) = 2(r.w + r.h)
Base.:+(a::Rect, b::Rect) = Rect(a.w + b.w, a.h + b.h)
Base.show(io::IO, c::Circle) = print(io, "Circle of radius ", c.r)
Base.isless(a::Shape, b::Shape) = area(a) < area(b)

shapes = [Circle(1), Rect(2, 3.5), Square(2)]
for s in shapes
    println(s, " ", round(area(s), digits=3), " ", round(perimeter(s), digits=3))
end
println(maximum(shapes), " ", sort(shapes)[1])
println(Rect(1, 2) + Rect(3, 4), " ", typeof(Rect(1, 2)), " ", Rect(1, 2.0) isa Rect{Float64})
println(area(Circle(1.0), Square(2)))
kind(::Int) = "int"
kind(::AbstractFloat) = "float"
kind(::Vector{T}) where {T<:Number} = "vector of $T"
kind(::AbstractArray) = "array"
kind(::Tuple{Int,Int}) = "pair"
kind(x) = "other"
kind(x::T, y::T) where {T} = "same"
kind(x, y) = "different"
println(kind(1), ", ", kind(1.0), ", ", kind([1.0]), ", ", kind(["a"]), ", ", kind((1, 2)), ", ", kind((1, 2, 3)), ", ", kind(nothing))
println(kind(1, 2), ", ", kind(1, 2.0))
try
    area(3)
catch e
    println(e isa MethodError)
end
println(Rect <: Shape, " ", supertype(Circle), " ", isabstracttype(Shape), " ", fieldnames(Rect))
