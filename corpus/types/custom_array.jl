# User array types get Base's generic functions.
struct Squares <: AbstractVector{Int}
    n::Int
end
Base.size(s::Squares) = (s.n,)
Base.getindex(s::Squares, i::Int) = i^2
Base.IndexStyle(::Type{Squares}) = IndexLinear()

s = Squares(5)
println(s)
println(length(s), " ", size(s), " ", eltype(s), " ", ndims(s), " ", axes(s))
println(sum(s), " ", maximum(s), " ", prod(s), " ", s[end], " ", s[2:3], " ", first(s), " ", last(s))
println(collect(s), " ", s .+ 1, " ", map(sqrt, s))
println([x for x in s if iseven(x)], " ", 16 in s, " ", findfirst(==(9), s))
println(s == [1, 4, 9, 16, 25], " ", reverse(s), " ", s + s)
for (i, x) in enumerate(s)
    i > 2 && break
    println(i, " ", x)
end
println(filter(isodd, s), " ", sort(s, rev = true), " ", cumsum(s))
show(stdout, MIME("text/plain"), s)
println()

mutable struct Grid{T} <: AbstractMatrix{T}
    data::Vector{T}
    rows::Int
    cols::Int
end
Grid{T}(m, n) where {T} = Grid{T}(zeros(T, m * n), m, n)
Base.size(g::Grid) = (g.rows, g.cols)
Base.getindex(g::Grid, i::Int, j::Int) = g.data[(j - 1) * g.rows + i]
Base.setindex!(g::Grid, v, i::Int, j::Int) = (g.data[(j - 1) * g.rows + i] = v)

g = Grid{Float64}(2, 3)
for i in 1:2, j in 1:3
    g[i, j] = i + 10j
end
println(g)
println(g[2, :], " ", g[:, 1], " ", g[2, end], " ", sum(g), " ", size(g, 1))
println(sum(g, dims = 1), " ", maximum(g), " ", g[4])
println(g * [1, 2, 3], " ", transpose(g)[3, 1])
g .= 2 .* g
println(g)
g[1, :] = [7, 8, 9]
println(Matrix(g))
fill!(g, 1.5)
println(collect(g), " ", copy(g) == g)
println(typeof(similar(g)), " ", typeof(g .+ 1))
show(stdout, MIME("text/plain"), g)
println()

struct OneHot <: AbstractVector{Bool}
    hot::Int
    len::Int
end
Base.size(v::OneHot) = (v.len,)
Base.getindex(v::OneHot, i::Integer) = i == v.hot
println(OneHot(2, 4), " ", count(OneHot(2, 4)), " ", argmax(OneHot(3, 4)), " ", any(OneHot(1, 2)))
println([1.0 2.0 3.0; 4.0 5.0 6.0] * OneHot(2, 3))
try
    s[1] = 3
catch e
    println(typeof(e))
end
