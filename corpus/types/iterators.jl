# Custom iterators: the protocol, its traits, and Base's functions on them.
struct Fibonacci
    n::Int
end
Base.iterate(f::Fibonacci, state = (0, 1, 1)) = state[3] > f.n ? nothing : (state[1], (state[2], state[1] + state[2], state[3] + 1))
Base.length(f::Fibonacci) = f.n
Base.eltype(::Type{Fibonacci}) = Int
f = Fibonacci(10)
println(collect(f), " ", sum(f), " ", maximum(f), " ", length(f), " ", eltype(f))
println([x for x in f if iseven(x)], " ", collect(zip(f, 1:3)), " ", collect(enumerate(Fibonacci(3))))
println(map(x -> 2x, f), " ", filter(isodd, collect(f)), " ", reduce(+, f), " ", foldl(-, f), " ", any(>(20), f), " ", all(>=(0), f))
println(collect(Iterators.take(f, 4)), " ", collect(Iterators.drop(f, 7)), " ", first(f), " ", 13 in f, " ", count(isodd, f))
for (i, x) in enumerate(f)
    i > 3 && break
    print(x, ";")
end
println()

struct Collatz
    start::Int
end
Base.IteratorSize(::Type{Collatz}) = Base.SizeUnknown()
Base.eltype(::Type{Collatz}) = Int
function Base.iterate(c::Collatz, x = c.start)
    x == 0 && return nothing
    x == 1 && return (1, 0)
    return (x, iseven(x) ? x ÷ 2 : 3x + 1)
end
println(collect(Collatz(6)), " ", count(_ -> true, Collatz(27)), " ", maximum(Collatz(27)))
println(join(Collatz(10), " -> "))

struct Countdown{T<:Integer}
    from::T
end
Base.iterate(c::Countdown{T}) where {T} = c.from < zero(T) ? nothing : (c.from, c.from - one(T))
Base.iterate(c::Countdown{T}, i::T) where {T} = i < zero(T) ? nothing : (i, i - one(T))
Base.length(c::Countdown) = Int(c.from) + 1
Base.eltype(::Type{Countdown{T}}) where {T} = T
println(collect(Countdown(3)), " ", typeof(collect(Countdown(Int8(2)))), " ", [Countdown(2)...], " ", (Countdown(2)...,))
a, b, c = Countdown(5)
println(a, b, c, " ", sum(x^2 for x in Countdown(3)), " ", Set(Countdown(2)) == Set([0, 1, 2]))
println(Dict(zip(Countdown(2), "abc"))[2], " ", extrema(Countdown(4)), " ", sort(collect(Countdown(3))))

struct Tree{T}
    value::T
    left::Union{Tree{T},Nothing}
    right::Union{Tree{T},Nothing}
end
Tree(v) = Tree(v, nothing, nothing)
function insert(t::Tree{T}, v::T) where {T}
    if v < t.value
        Tree{T}(t.value, t.left === nothing ? Tree(v) : insert(t.left, v), t.right)
    else
        Tree{T}(t.value, t.left, t.right === nothing ? Tree(v) : insert(t.right, v))
    end
end
function inorder(f, t::Tree)
    t.left === nothing || inorder(f, t.left)
    f(t.value)
    t.right === nothing || inorder(f, t.right)
    return nothing
end
depth(::Nothing) = 0
depth(t::Tree) = 1 + max(depth(t.left), depth(t.right))
t = foldl(insert, [5, 2, 8, 1, 9, 3]; init = Tree(6))
out = Int[]
inorder(x -> push!(out, x), t)
println(out, " depth ", depth(t))
inorder(t) do x
    print(x, " ")
end
println()
println(Tree(1))
