# Every form of a signature.
f(x) = "any"
f(x::Number) = "number"
f(x::Real) = "real"
f(x::Integer) = "integer"
f(x::Int) = "Int"
f(x::AbstractString) = "string"
f(x::Vector) = "vector"
f(x::Vector{<:Real}) = "vector of reals"
f(x::Matrix{T}) where {T} = "matrix of $T"
f(x::Tuple{Int,Int}) = "pair of Ints"
f(x::Tuple) = "tuple of $(length(x))"
f(x::NTuple{3,Float64}) = "three floats"
f(::Type{Int}) = "the type Int"
f(::Type{T}) where {T<:AbstractFloat} = "the float type $T"
f(::Type) = "a type"
f(::Nothing) = "nothing"
f(x::Union{Char,Symbol}) = "char or symbol"
f(x::Function) = "function"
f(::typeof(sin)) = "sin itself"
f(x::Pair{A,B}) where {A,B} = "pair $A => $B"
f(x::Dict{String,V}) where {V} = "dict of $V"
f(::Val{1}) = "one"
f(::Val{N}) where {N} = "val $N"
f(x::Complex) = "complex"
f(x::UnitRange) = "unit range"
f(x::AbstractRange) = "range"

for x in (1, 1.0, Int8(3), "s", [1, 2], ["a"], [1 2; 3 4], [1.0 2.0], (1, 2), (1, 2, 3), (1.0, 2.0, 3.0), (),
          Int, Float32, String, nothing, 'c', :sym, cos, sin, 1 => "a", Dict("a" => 1.5), Dict(1 => 2),
          Val(1), Val(:x), 2im, 1:3, 1:2:5, 0.0:0.5:1.0, true, big(3), 1//2, missing, x -> x)
    println(f(x))
end

g(a, b) = "any any"
g(a::Int, b) = "Int any"
g(a, b::Int) = "any Int"
g(a::Int, b::Int) = "Int Int"
println(g(1, 2), ", ", g(1, "b"), ", ", g("a", 2), ", ", g("a", "b"))

same(a::T, b::T) where {T} = "same: $T"
same(a, b) = "different"
println(same(1, 2), ", ", same(1, 2.0), ", ", same("a", "b"), ", ", same([1], [2]), ", ", same([1], [2.0]))

v(x...) = "n = $(length(x))"
v(x::Int, rest::Int...) = "ints $x $rest"
v(x::String, rest...) = "string then $rest"
println(v(), ", ", v(1), ", ", v(1, 2, 3), ", ", v("a", 1, 2.0), ", ", v(1.0, 2))

o(a, b = 2, c = a + b) = (a, b, c)
println(o(1), o(1, 5), o(1, 5, 9))
o(a::String, b = "z") = a * b
println(o("x"), " ", o("x", "y"))

k(x; scale = 1, shift = 0) = x * scale + shift
println(k(3), " ", k(3; scale = 2), " ", k(3, shift = 1, scale = 10))
kk(x; options...) = (x, [(string(n), v) for (n, v) in options])
println(kk(1; a = 2, b = "c"))
req(; name) = "hello $name"
println(req(name = "you"))
try
    req()
catch e
    println(typeof(e), " ", e)
end
try
    k(3; other = 1)
catch e
    println(typeof(e))
end

el(x::AbstractArray{T,N}) where {T,N} = (T, N)
println(el([1, 2]), el([1.0 2.0]), el(1:3), el([true]), el(zeros(2, 2, 2)))
h(x::T, y::Vector{T}) where {T<:Real} = T
println(h(1, [2]), " ", h(1.5, [2.5]))
try
    h(1, [2.5])
catch e
    println(typeof(e))
end
amb(a::Int, b) = 1
amb(a, b::Int) = 2
try
    amb(1, 2)
catch e
    println(e isa MethodError)
end
println(hasmethod(f, Tuple{Int}), " ", hasmethod(req, Tuple{Int}), " ", applicable(g, 1, 2), " ", applicable(g, 1))
println(invoke(f, Tuple{Number}, 3), " ", invoke(f, Tuple{Any}, 3))
