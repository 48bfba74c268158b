# Operators of one's own: comparison, indexing, arithmetic on vectors, printing in containers, hashing.
struct Vec3
    x::Float64
    y::Float64
    z::Float64
end
for op in (:+, :-)
    @eval Base.$op(a::Vec3, b::Vec3) = Vec3($op(a.x, b.x), $op(a.y, b.y), $op(a.z, b.z))
end
Base.:-(a::Vec3) = Vec3(-a.x, -a.y, -a.z)
Base.:*(k::Real, a::Vec3) = Vec3(k * a.x, k * a.y, k * a.z)
Base.:*(a::Vec3, k::Real) = k * a
Base.:/(a::Vec3, k::Real) = (1 / k) * a
⋅(a::Vec3, b::Vec3) = a.x * b.x + a.y * b.y + a.z * b.z
×(a::Vec3, b::Vec3) = Vec3(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
norm(a::Vec3) = sqrt(a ⋅ a)
Base.getindex(a::Vec3, i::Int) = i == 1 ? a.x : i == 2 ? a.y : i == 3 ? a.z : throw(BoundsError(a, i))
Base.length(::Vec3) = 3
Base.iterate(a::Vec3, i = 1) = i > 3 ? nothing : (a[i], i + 1)
Base.isapprox(a::Vec3, b::Vec3; atol = 1e-8) = norm(a - b) <= atol
Base.zero(::Type{Vec3}) = Vec3(0, 0, 0)
a, b = Vec3(1, 2, 3), Vec3(4, 5, 6)
println(a + b, " ", a - b, " ", -a, " ", 2a, " ", a / 2)
println(a ⋅ b, " ", a × b, " ", norm(Vec3(3, 4, 0)))
println(a ≈ Vec3(1, 2, 3 + 1e-10), " ", a ≈ b, " ", collect(a), " ", a[2], " ", sum(a))
x, y, z = a
println(x + y + z, " ", [a, b] == [Vec3(1, 2, 3), b], " ", sum([a, b, a]), " ", a == Vec3(1, 2, 3))
println(zero(Vec3), " ", reduce(+, [a, b]; init = zero(Vec3)))
try
    a[4]
catch e
    println(typeof(e))
end

struct Version
    major::Int
    minor::Int
end
Base.isless(a::Version, b::Version) = (a.major, a.minor) < (b.major, b.minor)
Base.show(io::IO, v::Version) = print(io, "v", v.major, ".", v.minor)
vs = [Version(1, 10), Version(1, 2), Version(0, 9)]
println(sort(vs), " ", maximum(vs), " ", Version(1, 2) < Version(1, 3), " ", Version(2, 0) >= Version(1, 9), " ", minimum(vs))
println(sort(vs; rev = true), " ", sortperm(vs), " ", issorted(vs), " ", extrema(vs))
println((1, vs[1]), " ", Dict(vs[1] => "new"), " ", vs[1] => vs[2], " ", (v = vs[3],))
println("interpolated $(vs[1]) and ", string(vs[2]), " ", repr(vs[3]))

struct Bag{T}
    counts::Dict{T,Int}
end
Bag(items::AbstractVector{T}) where {T} = Bag{T}(foldl((d, x) -> (d[x] = get(d, x, 0) + 1; d), items; init = Dict{T,Int}()))
Base.:(==)(a::Bag, b::Bag) = a.counts == b.counts
Base.hash(b::Bag, h::UInt) = hash(b.counts, h)
Base.in(x, b::Bag) = haskey(b.counts, x)
Base.getindex(b::Bag, x) = get(b.counts, x, 0)
Base.setindex!(b::Bag, n::Int, x) = (b.counts[x] = n; b)
Base.:∪(a::Bag{T}, b::Bag{T}) where {T} = Bag{T}(mergewith(max, a.counts, b.counts))
Base.length(b::Bag) = sum(values(b.counts))
Base.keys(b::Bag) = keys(b.counts)
p, q = Bag([1, 2, 2, 3]), Bag([3, 2, 1, 2])
println(p == q, " ", hash(p) == hash(q), " ", 2 in p, " ", 5 ∉ p, " ", p[2], p[9], " ", length(p))
p[7] = 4
println(p[7], " ", length(p), " ", (p ∪ Bag([1, 1]))[1], " ", length(Set([q, Bag([1, 2, 2, 3])])), " ", sort(collect(keys(p))))
Base.:!(v::Version) = Version(v.minor, v.major)
Base.:<<(v::Version, n::Int) = Version(v.major + n, 0)
Base.:|(a::Version, b::Version) = max(a, b)
println(!Version(1, 2), " ", Version(1, 2) << 3, " ", Version(1, 2) | Version(1, 5))
(v::Version)(n) = Version(v.major, n)
println(Version(3, 1)(4), " ", map(Version(1, 0), 1:3))
Base.:^(v::Version, n::Integer) = Version(v.major^n, v.minor^n)
println(Version(2, 3)^2, " ", abs.([-1, 2]), " ", Base.:+(1, 2), " ", (+)(1, 2, 3))
Base.adjoint(v::Version) = !v
println(Version(1, 9)', " ", 5 |> (x -> Version(x, x)))
