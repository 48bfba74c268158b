# Questions about types.
println(Int <: Number, " ", Int <: AbstractFloat, " ", Vector{Int} <: Vector{Real}, " ", Vector{Int} <: Vector{<:Real})
println(supertype(Int), " ", supertype(Float64), " ", supertype(Number), " ", supertype(Vector{Int}))
println(typeof(1), " ", typeof(1.0), " ", typeof("a"), " ", typeof('a'), " ", typeof(:a), " ", typeof(nothing), " ", typeof(missing))
println(typeof([1]), " ", typeof([1.0 2.0]), " ", typeof((1, "a")), " ", typeof((a = 1, b = 2.0)), " ", typeof(1:2), " ", typeof(1 => 2))
println(typeof(Int), " ", typeof(Vector), " ", typeof(Union{Int,String}), " ", typeof(sin), " ", typeof(Dict("a" => 1)))
println(Union{Int,String}, " ", Union{Int,Int}, " ", Union{}, " ", Union{Int,Real}, " ", Union{Nothing,Int})
println(isabstracttype(Real), " ", isconcretetype(Int), " ", isconcretetype(Vector), " ", isconcretetype(Vector{Int}))
println(1 isa Int, " ", 1 isa Union{String,Int}, " ", [1] isa AbstractVector, " ", (1, 2) isa NTuple{2,Int}, " ", (1, 2) isa Tuple{Int,Vararg{Int}})
println(promote_type(Int, Float64), " ", promote_type(Int8, UInt16), " ", promote_type(Int, Rational{Int}), " ", promote_type(Float32, ComplexF64), " ", promote_type(Bool, Int), " ", promote_type(Int, String))
println(typejoin(Int, Float64), " ", typejoin(Int, String), " ", typejoin(Int8, Int16), " ", typejoin(Vector{Int}, Vector{Float64}))
println(promote(1, 2.5, 3//2), " ", promote(1, 2.5f0), " ", promote(1, true))
println(convert(Float64, 3), " ", convert(Int, 4.0), " ", convert(String, "a"), " ", convert(Union{Nothing,Float64}, 2), " ", oftype(1.5, 2))
for (T, x) in ((Int, 2.5), (UInt8, 300), (Int, "a"), (Bool, 2))
    try
        convert(T, x)
    catch e
        println(typeof(e), " ", e isa InexactError ? e.T : "")
    end
end
println(zero(Int), zero(Float64), one(Rational{Int}), " ", zero([1, 2]), " ", typemin(Int8), " ", typemax(UInt16), " ", eps(Float32))
println(eltype([1, 2]), " ", eltype(1:3), " ", eltype("abc"), " ", eltype(Dict(1 => 2)), " ", eltype((1, 2)), " ", eltype(Vector{Char}), " ", eltype(Set([1])))
struct Wrapper{T,N}
    a::T
    b::NTuple{N,T}
    c::Vector{T}
end
println(fieldnames(Wrapper), " ", fieldtypes(Wrapper{Int,2}), " ", fieldtype(Wrapper{Int,2}, :b), " ", fieldcount(Wrapper))
w = Wrapper(1, (2, 3), [4])
println(typeof(w), " ", w isa Wrapper{Int}, " ", w isa Wrapper{<:Any,2}, " ", Wrapper{Int,2} <: Wrapper{Int}, " ", (Wrapper{T,2} where {T}) <: Wrapper)
println(Wrapper{Int}, " ", Vector{T} where {T<:Real}, " ", Tuple{Vararg{Int}}, " ", NTuple{3,Int})
println(typeof(w).parameters[2], " ", nameof(Wrapper), " ", nameof(typeof(w)), " ", isa(w, Wrapper))
abstract type Animal end
struct Cat <: Animal end
struct Dog <: Animal end
println(supertype(Cat), " ", Cat() isa Animal)
println(Cat() === Cat(), " ", Cat == Cat, " ", Vector == Array{T,1} where {T}, " ", Int == Int64)
t = Vector{Union{Int,Missing}}
println(t, " ", nonmissingtype(eltype(t)), " ", Missing <: eltype(t))
function kind(::Type{T}) where {T}
    T <: Integer ? "integer type" : T <: AbstractFloat ? "float type" : T <: AbstractArray ? "array type" : "other"
end
println(kind(Int), " ", kind(Float32), " ", kind(Matrix{Int}), " ", kind(String))
println(isbitstype(Int), " ", isbitstype(Vector{Int}), " ", isbitstype(Tuple{Int,Float64}), " ", sizeof(Int32), " ", sizeof(Complex{Float64}))
println((Int, Float64) isa Tuple{Type{Int},DataType}, " ", Int isa Type{Int}, " ", Int isa Type{<:Real}, " ", Vector isa UnionAll)
println(map(T -> T(3), (Int8, Float32, Rational{Int}, ComplexF64, String ∘ string)))
println(widen(Int32), " ", float(Int), " ", complex(Float64), " ", real(ComplexF64), " ", signed(UInt8), " ", unsigned(Int))
println(ismissing(missing), " ", isnothing(nothing), " ", something(nothing, 3), " ", coalesce(missing, 4), " ", Some(1))
