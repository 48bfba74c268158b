# Parametric containers, generated functions, value types, recursion over types.
struct StaticVector{N,T}
    data::NTuple{N,T}
end
StaticVector(xs...) = StaticVector(promote(xs...))
Base.length(::StaticVector{N}) where {N} = N
Base.getindex(v::StaticVector, i::Int) = v.data[i]
Base.:+(a::StaticVector{N}, b::StaticVector{N}) where {N} = StaticVector(ntuple(i -> a[i] + b[i], N))
dot(a::StaticVector{N,T}, b::StaticVector{N,S}) where {N,T,S} = reduce(+, [a[i] * b[i] for i in 1:N]; init = zero(promote_type(T, S)))
@generated function unrolled_sum(v::StaticVector{N}) where {N}
    ex = :(v.data[1])
    for i in 2:N
        ex = :($ex + v.data[$i])
    end
    return ex
end
v = StaticVector(1, 2, 3)
println(length(v), " ", v + v, " ", dot(v, StaticVector(0.5, 1, 1)), " ", unrolled_sum(v))
println(typeof(v), " ", typeof(StaticVector(1, 2.5)))
try
    v + StaticVector(1, 2)
catch e
    println(typeof(e))
end
tuple_length(::Type{<:NTuple{N,Any}}) where {N} = N
println(tuple_length(Tuple{Int,String}), " ", tuple_length(typeof((1, 2, 3))))
depth(::Type) = 0
depth(::Type{<:AbstractArray{T}}) where {T} = 1 + depth(T)
println(depth(Int), depth(Vector{Int}), depth(Vector{Vector{Int}}), depth(Matrix{Vector{Float64}}))
flatten(x) = (x,)
flatten(x::Tuple) = flatten_all(x...)
flatten_all() = ()
flatten_all(x, rest...) = (flatten(x)..., flatten_all(rest...)...)
println(flatten((1, (2, (3, 4)), 5)))
struct Tagged{Tag,T}
    value::T
end
Tagged{Tag}(x::T) where {Tag,T} = Tagged{Tag,T}(x)
tag(::Tagged{Tag}) where {Tag} = Tag
println(tag(Tagged{:speed}(3.5)), " ", Tagged{:speed}(3.5), " ", typeof(Tagged{1}("x")))
add(a::Tagged{X}, b::Tagged{X}) where {X} = Tagged{X}(a.value + b.value)
println(add(Tagged{:a}(1), Tagged{:a}(2.5)))
println(applicable(add, Tagged{:a}(1), Tagged{:b}(1)))
abstract type Monoid end
struct Additive <: Monoid end
struct Multiplicative <: Monoid end
unit(::Additive, ::Type{T}) where {T} = zero(T)
unit(::Multiplicative, ::Type{T}) where {T} = one(T)
combine(::Additive, a, b) = a + b
combine(::Multiplicative, a, b) = a * b
fold(m::Monoid, xs::AbstractVector{T}) where {T} = foldl((a, b) -> combine(m, a, b), xs; init = unit(m, T))
println(fold(Additive(), [1, 2, 3, 4]), " ", fold(Multiplicative(), [1, 2, 3, 4]), " ", fold(Additive(), Float64[]))
convert_all(::Type{T}, xs) where {T} = T[x for x in xs]
println(convert_all(Float32, 1:3), " ", convert_all(String, ["a"]), " ", eltype(convert_all(Int8, [1, 2])))
struct Either{L,R}
    value::Union{L,R}
end
Base.map(f, e::Either{L,R}) where {L,R} = e.value isa R ? Either{L,Any}(f(e.value)) : e
println(map(x -> x + 1, Either{String,Int}(3)).value, " ", map(x -> x + 1, Either{String,Int}("err")).value)
function describe(x::T) where {T}
    T === Int && return "Int"
    T <: AbstractFloat && return "float of $(8sizeof(T)) bits"
    T <: Tuple && return "tuple with $(fieldcount(T)) fields"
    return "other: $T"
end
println(describe(1), ", ", describe(1.5f0), ", ", describe((1, "a")), ", ", describe([1]), ", ", describe(nothing))
wrap(x, ::Val{:list}) = [x]
wrap(x, ::Val{:tuple}) = (x,)
wrap(x, kind::Symbol) = wrap(x, Val(kind))
println(wrap(1, :list), wrap(1, :tuple))
