# Broadcasting over types of one's own.
struct Money
    cents::Int
end
Base.:+(a::Money, b::Money) = Money(a.cents + b.cents)
Base.:*(k::Int, a::Money) = Money(k * a.cents)
Base.broadcastable(m::Money) = Ref(m)
Base.show(io::IO, m::Money) = print(io, "\$", m.cents ÷ 100, ".", lpad(m.cents % 100, 2, '0'))
prices = [Money(150), Money(299)]
println(prices .+ Money(50), " ", [1, 2] .* prices, " ", (x -> x.cents).(prices))
println(sum([2, 3] .* prices))

struct Series{T} <: AbstractVector{T}
    values::Vector{T}
    name::String
end
Base.size(s::Series) = size(s.values)
Base.getindex(s::Series, i::Int) = s.values[i]
Base.setindex!(s::Series, v, i::Int) = (s.values[i] = v)
Base.BroadcastStyle(::Type{<:Series}) = Broadcast.ArrayStyle{Series}()
function Base.similar(bc::Broadcast.Broadcasted{Broadcast.ArrayStyle{Series}}, ::Type{T}) where {T}
    s = find_series(bc)
    Series(similar(Array{T}, axes(bc)), s.name * "'")
end
find_series(bc::Base.Broadcast.Broadcasted) = find_series(bc.args)
find_series(args::Tuple) = find_series(find_series(args[1]), Base.tail(args))
find_series(x) = x
find_series(::Tuple{}) = nothing
find_series(s::Series, rest) = s
find_series(::Any, rest) = find_series(rest)
s = Series([1, 2, 3], "s")
t = s .* 2 .+ 1
println(t isa Series, " ", t.values, " ", t.name)
u = sqrt.(s)
println(typeof(u), " ", u.name, " ", u[3])
s .= s .^ 2
println(s.values, " ", s .== [1, 4, 9] == [true, true, true])
println(collect(s .+ s))
f(x, y) = x + 2y
println(f.(1, [1, 2]), " ", f.([1, 2], [3, 4]'), " ", f.((1, 2), 3), " ", f.(1, 2))
struct Scale
    k::Float64
end
(s::Scale)(x) = s.k * x
println(Scale(2.5).([1, 2]), " ", map(Scale(3), (1, 2)))
g(x::Int) = "int $x"
g(x::Float64) = "float $x"
println(g.([1, 2]), " ", g.(Any[1, 2.0]))
println(broadcast(+, [1, 2], [10 20]), " ", max.([1, 5], 3), " ", string.("a", [1, 2]), " ", "x" .* ["a", "b"])
println(Ref([1, 2]) .== [[1, 2], [3]], " ", in.([1, 5], Ref([1, 2])), " ", isa.([1, 2.0], Int))
A = zeros(2, 2)
A .+= [1, 2]
A[1, :] .= 7
@. A = A * 2 + 1
println(A, " ", @. sqrt(abs(-A)))
println(typeof.((1, 2.0, "a")), " ", first.(["ab", "cd"]), " ", getfield.(prices, :cents), " ", Symbol.("x", 1:2))
