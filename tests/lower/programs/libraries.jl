module T0
# polynomial arithmetic
struct Polynomial{T}
    coeffs::Vector{T}
    function Polynomial(c::Vector{T}) where {T}
        n = findlast(!iszero, c)
        new{T}(n === nothing ? T[] : c[1:n])
    end
end
degree(p::Polynomial) = length(p.coeffs) - 1
Base.:+(p::Polynomial, q::Polynomial) = begin
    n = max(length(p.coeffs), length(q.coeffs))
    get_(c, i) = i <= length(c) ? c[i] : zero(eltype(c))
    Polynomial([get_(p.coeffs, i) + get_(q.coeffs, i) for i in 1:n])
end
function Base.:*(p::Polynomial{T}, q::Polynomial{S}) where {T,S}
    R = promote_type(T, S)
    r = zeros(R, degree(p) + degree(q) + 1)
    for (i, a) in pairs(p.coeffs), (j, b) in pairs(q.coeffs)
        r[i+j-1] += a * b
    end
    Polynomial(r)
end
(p::Polynomial)(x) = foldr((c, acc) -> c + x * acc, p.coeffs; init=zero(x))
function Base.show(io::IO, p::Polynomial)
    isempty(p.coeffs) && return print(io, "0")
    first = true
    for (k, c) in enumerate(p.coeffs)
        iszero(c) && continue
        first || print(io, c < 0 ? " - " : " + ")
        first && c < 0 && print(io, "-")
        first = false
        a = abs(c)
        k == 1 ? print(io, a) : (a == 1 || print(io, a); print(io, "x"); k > 2 && print(io, "^", k - 1))
    end
end
p = Polynomial([1, -2, 1]); q = Polynomial([0, 1])
println(p, " | ", p * q, " | ", p + q, " | ", p(3))
println(Polynomial([0, 0]))
derivative(p::Polynomial) = Polynomial([k * c for (k, c) in zip(1:degree(p), p.coeffs[2:end])])
println(derivative(p * p))
end

module T1
# modular integers
struct Mod{N} <: Integer
    v::Int
    Mod{N}(x::Integer) where {N} = new{N}(mod(x, N))
end
Base.:+(a::Mod{N}, b::Mod{N}) where {N} = Mod{N}(a.v + b.v)
Base.:*(a::Mod{N}, b::Mod{N}) where {N} = Mod{N}(a.v * b.v)
Base.:-(a::Mod{N}) where {N} = Mod{N}(-a.v)
Base.:-(a::Mod{N}, b::Mod{N}) where {N} = a + (-b)
Base.:(==)(a::Mod{N}, b::Mod{N}) where {N} = a.v == b.v
Base.show(io::IO, a::Mod{N}) where {N} = print(io, a.v, " (mod $N)")
Base.zero(::Type{Mod{N}}) where {N} = Mod{N}(0)
Base.one(::Type{Mod{N}}) where {N} = Mod{N}(1)
Base.promote_rule(::Type{Mod{N}}, ::Type{<:Integer}) where {N} = Mod{N}
Base.inv(a::Mod{N}) where {N} = Mod{N}(invmod(a.v, N))
a = Mod{7}(5)
println(a + a, ", ", a * a, ", ", a - Mod{7}(6), ", ", a^3)
println(sum([Mod{5}(3), Mod{5}(4)]), " ", inv(a) * a == one(Mod{7}))
end

module T2
# graph bfs dfs topological sort
struct Graph
    adj::Vector{Vector{Int}}
end
Graph(n::Integer) = Graph([Int[] for _ in 1:n])
addedge!(g::Graph, u, v) = (push!(g.adj[u], v); g)
function bfs(g::Graph, s)
    dist = fill(-1, length(g.adj))
    dist[s] = 0
    queue = [s]
    while !isempty(queue)
        u = popfirst!(queue)
        for v in g.adj[u]
            if dist[v] == -1
                dist[v] = dist[u] + 1
                push!(queue, v)
            end
        end
    end
    dist
end
function toposort(g::Graph)
    n = length(g.adj)
    state = zeros(Int, n)
    order = Int[]
    function visit(u)
        state[u] == 1 && error("cycle")
        state[u] == 2 && return
        state[u] = 1
        foreach(visit, g.adj[u])
        state[u] = 2
        pushfirst!(order, u)
    end
    for u in 1:n
        visit(u)
    end
    order
end
g = Graph(5)
for (u, v) in [(1, 2), (1, 3), (2, 4), (3, 4), (4, 5)]
    addedge!(g, u, v)
end
println(bfs(g, 1), toposort(g))
addedge!(g, 5, 1)
println(try toposort(g) catch e; e.msg end)
end

module T3
# bank account with inner functions and exceptions
mutable struct Account
    owner::String
    balance::Float64
    history::Vector{Tuple{Symbol,Float64}}
    Account(owner, balance=0.0) = new(owner, balance, [])
end
struct InsufficientFunds <: Exception
    need::Float64
    have::Float64
end
Base.showerror(io::IO, e::InsufficientFunds) = print(io, "need $(e.need), have $(e.have)")
function withdraw!(a::Account, x)
    x > a.balance && throw(InsufficientFunds(x, a.balance))
    a.balance -= x
    push!(a.history, (:withdraw, x))
    a
end
deposit!(a::Account, x) = (a.balance += x; push!(a.history, (:deposit, x)); a)
acc = Account("ann", 100)
deposit!(acc, 50)
withdraw!(acc, 30.5)
println(acc.balance, acc.history)
try
    withdraw!(acc, 1000)
catch err
    err isa InsufficientFunds || rethrow()
    showerror(stdout, err)
    println()
end
end

module T4
# matrix ops LU by hand
function lu_decomp(A)
    n = size(A, 1)
    L = [i == j ? 1.0 : 0.0 for i in 1:n, j in 1:n]
    U = float(copy(A))
    for k in 1:n-1
        for i in k+1:n
            L[i, k] = U[i, k] / U[k, k]
            @views U[i, k:end] .-= L[i, k] .* U[k, k:end]
        end
    end
    L, U
end
A = [4 3 2; 8 8 5; 4 7 9]
L, U = lu_decomp(A)
println(L * U == A, " ", U[3, 3])
display(L)
println()
using LinearAlgebra
println(norm([3, 4]), " ", dot([1, 2], [3, 4]), " ", det([1 2; 3 4]), " ", tr(A))
println(round.(A \ [1, 2, 3]; digits=4))
println(I(2), Diagonal([1, 2]))
end

module T5
# monte carlo-like deterministic LCG closures
function lcg(seed)
    state = UInt32(seed)
    () -> begin
        state = state * UInt32(1664525) + UInt32(1013904223)
        state / typemax(UInt32)
    end
end
r = lcg(42)
xs = [r() for _ in 1:5]
println(round.(xs; digits=4))
end

module T6
# symbolic algebra with dispatch
abstract type Sym end
struct Var <: Sym; name::Symbol; end
struct Num{T} <: Sym; v::T; end
struct Add <: Sym; a::Sym; b::Sym; end
struct Mul <: Sym; a::Sym; b::Sym; end
Base.:+(a::Sym, b::Sym) = Add(a, b)
Base.:*(a::Sym, b::Sym) = Mul(a, b)
Base.convert(::Type{Sym}, x::Number) = Num(x)
Base.:+(a::Sym, b::Number) = a + Num(b)
Base.:*(a::Number, b::Sym) = Num(a) * b
diff(v::Var, x) = Num(v.name == x ? 1 : 0)
diff(::Num, x) = Num(0)
diff(e::Add, x) = simplify(diff(e.a, x) + diff(e.b, x))
diff(e::Mul, x) = simplify(simplify(diff(e.a, x) * e.b) + simplify(e.a * diff(e.b, x)))
simplify(e) = e
simplify(e::Add) = _s(simplify(e.a), simplify(e.b), Add)
simplify(e::Mul) = _s(simplify(e.a), simplify(e.b), Mul)
_s(a::Num, b::Num, ::Type{Add}) = Num(a.v + b.v)
_s(a::Num, b::Num, ::Type{Mul}) = Num(a.v * b.v)
_s(a::Num, b, ::Type{Add}) = iszero(a.v) ? b : Add(a, b)
_s(a, b::Num, ::Type{Add}) = iszero(b.v) ? a : Add(a, b)
_s(a::Num, b, ::Type{Mul}) = iszero(a.v) ? Num(0) : isone(a.v) ? b : Mul(a, b)
_s(a, b::Num, ::Type{Mul}) = iszero(b.v) ? Num(0) : isone(b.v) ? a : Mul(a, b)
_s(a, b, T) = T(a, b)
Base.show(io::IO, v::Var) = print(io, v.name)
Base.show(io::IO, n::Num) = print(io, n.v)
Base.show(io::IO, e::Add) = print(io, "(", e.a, " + ", e.b, ")")
Base.show(io::IO, e::Mul) = print(io, e.a, " * ", e.b)
x = Var(:x)
e = x * x + 3 * x + 1
println(e, "  ->  ", diff(e, :x))
end

module T7
# iterators and lazy
struct Fib
    n::Int
end
Base.iterate(f::Fib, (i, a, b)=(1, 0, 1)) = i > f.n ? nothing : (a, (i + 1, b, a + b))
Base.length(f::Fib) = f.n
Base.eltype(::Type{Fib}) = Int
println(collect(Fib(10)))
println(sum(Fib(10)), " ", [x for x in Fib(7) if isodd(x)])
println(collect(zip(Fib(3), "abc")))
println(collect(Iterators.take(Iterators.filter(iseven, Iterators.countfrom(1)), 3)))
a, b, c = Fib(3)
println(a, b, c)
println(collect(enumerate(Fib(3))))
end
