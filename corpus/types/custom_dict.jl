# Dictionaries, sets and strings of one's own.
struct DefaultDict{K,V,F} <: AbstractDict{K,V}
    data::Dict{K,V}
    default::F
end
DefaultDict{K,V}(f) where {K,V} = DefaultDict{K,V,typeof(f)}(Dict{K,V}(), f)
Base.getindex(d::DefaultDict, k) = get!(d.default, d.data, k)
Base.setindex!(d::DefaultDict, v, k) = setindex!(d.data, v, k)
Base.length(d::DefaultDict) = length(d.data)
Base.iterate(d::DefaultDict, s...) = iterate(d.data, s...)
Base.haskey(d::DefaultDict, k) = haskey(d.data, k)
Base.keys(d::DefaultDict) = keys(d.data)
Base.values(d::DefaultDict) = values(d.data)
Base.get(d::DefaultDict, k, default) = get(d.data, k, default)
d = DefaultDict{String,Vector{Int}}(() -> Int[])
for (i, w) in enumerate(split("a b a c b a"))
    push!(d[String(w)], i)
end
println(length(d), " ", d["a"], " ", haskey(d, "z"), " ", sort(collect(keys(d))))
for k in sort(collect(keys(d)))
    println(k, " -> ", d[k])
end
println(sum(length(v) for v in values(d)), " ", d isa AbstractDict, " ", eltype(d), " ", keytype(d), " ", valtype(d))
println(sort([k => length(v) for (k, v) in d]))
c = DefaultDict{Char,Int}(() -> 0)
for ch in "mississippi"
    c[ch] += 1
end
println(sort(collect(c); by = last, rev = true)[1:2] |> x -> sort(x), " ", c['s'])

mutable struct LRU{K,V}
    capacity::Int
    data::Dict{K,V}
    order::Vector{K}
    hits::Int
    misses::Int
end
LRU{K,V}(n) where {K,V} = LRU{K,V}(n, Dict{K,V}(), K[], 0, 0)
function fetch!(f, cache::LRU{K,V}, k::K) where {K,V}
    if haskey(cache.data, k)
        cache.hits += 1
        filter!(!=(k), cache.order)
    else
        cache.misses += 1
        if length(cache.order) == cache.capacity
            old = popfirst!(cache.order)
            delete!(cache.data, old)
        end
        cache.data[k] = f(k)
    end
    push!(cache.order, k)
    return cache.data[k]
end
cache = LRU{Int,String}(2)
for k in (1, 2, 1, 3, 2, 1)
    print(fetch!(k -> "v$k", cache, k), " ")
end
println(cache.hits, " ", cache.misses, " ", cache.order)

struct Interval{T}
    lo::T
    hi::T
    function Interval(lo::T, hi::T) where {T}
        lo <= hi || throw(ArgumentError("lo > hi"))
        new{T}(lo, hi)
    end
end
Interval(a, b) = Interval(promote(a, b)...)
Base.in(x, i::Interval) = i.lo <= x <= i.hi
Base.intersect(a::Interval, b::Interval) = (lo = max(a.lo, b.lo); hi = min(a.hi, b.hi); lo <= hi ? Interval(lo, hi) : nothing)
Base.:∪(a::Interval, b::Interval) = Interval(min(a.lo, b.lo), max(a.hi, b.hi))
Base.isempty(i::Interval) = i.lo == i.hi
Base.show(io::IO, i::Interval) = print(io, "[", i.lo, ", ", i.hi, "]")
i, j = Interval(1, 5), Interval(3, 8.5)
println(i, " ", j, " ", i ∩ j, " ", i ∪ j, " ", 4 ∈ i, " ", 9 in j, " ", typeof(j))
println(Interval(1, 2) ∩ Interval(3, 4), " ", [x for x in 0:6 if x in i])
try
    Interval(3, 1)
catch e
    println(e)
end
Base.show(io::IO, ::MIME"text/plain", i::Interval{T}) where {T} = print(io, "Interval of ", T, " from ", i.lo, " to ", i.hi)
show(stdout, MIME("text/plain"), i)
println()
display(i)
println(repr(i), " ", repr("text/plain", i), " ", string(i), " ", [i, i])
