module T0
# nbody
struct Body
    pos::Vector{Float64}
    vel::Vector{Float64}
    mass::Float64
end
function energy(bs)
    e = 0.0
    for (i, b) in enumerate(bs)
        e += 0.5 * b.mass * sum(abs2, b.vel)
        for j in i+1:length(bs)
            e -= b.mass * bs[j].mass / sqrt(sum(abs2, b.pos - bs[j].pos))
        end
    end
    e
end
function advance!(bs, dt)
    n = length(bs)
    @inbounds for i in 1:n, j in i+1:n
        d = bs[i].pos .- bs[j].pos
        mag = dt / sum(d .^ 2)^1.5
        bs[i].vel .-= d .* bs[j].mass .* mag
        bs[j].vel .+= d .* bs[i].mass .* mag
    end
    for b in bs
        b.pos .+= dt .* b.vel
    end
end
bs = [Body([0.0, 0, 0], [0.0, 0, 0], 10.0), Body([1.0, 0, 0], [0.0, 3, 0], 1.0), Body([0, 2.0, 0], [-2.0, 0, 0], 0.5)]
println(round(energy(bs); digits=8))
for _ in 1:100
    advance!(bs, 0.001)
end
println(round(energy(bs); digits=6))
end

module T1
# mandelbrot
function mandel(z; maxiter=50)
    c = z
    for n = 1:maxiter
        if abs2(z) > 4
            return n - 1
        end
        z = z^2 + c
    end
    return maxiter
end
for y in 1.0:-0.5:-1.0
    println(join([lpad(mandel(complex(x, y)), 3) for x in -2:0.5:0.5]))
end
end

module T2
# nqueens and permutations
function queens(n, row=1, cols=Int[], count=Ref(0))
    if row > n
        count[] += 1
        return count[]
    end
    for c in 1:n
        ok = all(cols[r] != c && abs(cols[r] - c) != row - r for r in 1:row-1)
        if ok
            queens(n, row + 1, [cols; c], count)
        end
    end
    count[]
end
println(queens(6))
function perms(xs)
    length(xs) <= 1 && return [xs]
    [[x; p] for (i, x) in enumerate(xs) for p in perms([xs[1:i-1]; xs[i+1:end]])]
end
println(perms([1, 2, 3]))
end

module T3
# dp: lcs edit knapsack
function lcs(a, b)
    m, n = length(a), length(b)
    L = zeros(Int, m + 1, n + 1)
    for i in 1:m, j in 1:n
        L[i+1, j+1] = a[i] == b[j] ? L[i, j] + 1 : max(L[i, j+1], L[i+1, j])
    end
    out = Char[]
    i, j = m, n
    while i > 0 && j > 0
        if a[i] == b[j]
            pushfirst!(out, a[i]); i -= 1; j -= 1
        elseif L[i, j+1] >= L[i+1, j]
            i -= 1
        else
            j -= 1
        end
    end
    String(out)
end
println(lcs("AGGTAB", "GXTXAYB"))
function edit(a, b)
    d = [i == 0 ? j : j == 0 ? i : 0 for i in 0:length(a), j in 0:length(b)]
    for (i, ca) in enumerate(a), (j, cb) in enumerate(b)
        d[i+1, j+1] = min(d[i, j+1] + 1, d[i+1, j] + 1, d[i, j] + (ca != cb))
    end
    d[end, end]
end
println(edit("kitten", "sitting"))
knap(w, v, W) = begin
    best = zeros(Int, W + 1)
    for (wi, vi) in zip(w, v), c in W:-1:wi
        best[c+1] = max(best[c+1], best[c-wi+1] + vi)
    end
    best[end]
end
println(knap([1, 3, 4], [15, 20, 30], 4))
end

module T5
# kmeans deterministic
function kmeans(X, k; iters=10)
    C = X[:, 1:k]
    assign = zeros(Int, size(X, 2))
    for _ in 1:iters
        for j in axes(X, 2)
            ds = [sum((X[:, j] .- C[:, c]) .^ 2) for c in 1:k]
            assign[j] = argmin(ds)
        end
        for c in 1:k
            members = X[:, assign .== c]
            if size(members, 2) > 0
                C[:, c] = sum(members; dims=2) ./ size(members, 2)
            end
        end
    end
    C, assign
end
X = [1.0 1.1 5.0 5.2 0.9; 1.0 0.9 5.1 4.9 1.2]
C, a = kmeans(X, 2)
println(a)
println(round.(C; digits=3))
end

module T6
# gradient descent linear regression
function fit(x, y; lr=0.1, epochs=200)
    w, b = 0.0, 0.0
    n = length(x)
    for epoch in 1:epochs
        ŷ = w .* x .+ b
        e = ŷ .- y
        ∂w = 2 / n * sum(e .* x)
        ∂b = 2 / n * sum(e)
        w -= lr * ∂w
        b -= lr * ∂b
    end
    (; w, b)
end
r = fit([0.0, 1, 2, 3], [1.0, 3, 5, 7])
println(round(r.w; digits=3), " ", round(r.b; digits=3))
end

module T7
# neural net from scratch
relu(x) = max(zero(x), x)
struct Dense{F}
    W::Matrix{Float64}
    b::Vector{Float64}
    σ::F
end
(d::Dense)(x) = d.σ.(d.W * x .+ d.b)
struct Chain
    layers
end
Chain(ls...) = Chain(ls)
(c::Chain)(x) = foldl((a, l) -> l(a), c.layers; init=x)
m = Chain(Dense([1.0 2; 3 4; 5 6], [0.1, 0.2, 0.3], relu), Dense([1.0 -1 1], [0.5], identity))
println(m([1.0, -1.0]))
softmax(x) = exp.(x .- maximum(x)) ./ sum(exp.(x .- maximum(x)))
println(round.(softmax([1.0, 2.0, 3.0]); digits=4))
end

module T8
# numeric methods
function simpson(f, a, b, n=100)
    h = (b - a) / n
    s = f(a) + f(b)
    for i in 1:n-1
        s += (isodd(i) ? 4 : 2) * f(a + i * h)
    end
    s * h / 3
end
println(simpson(sin, 0, π))
function newton(f, f′, x₀; tol=1e-10, maxiter=50)
    x = x₀
    for i in 1:maxiter
        δ = f(x) / f′(x)
        x -= δ
        abs(δ) < tol && return x, i
    end
    error("no convergence")
end
println(newton(x -> x^2 - 2, x -> 2x, 1.0))
bisect(f, a, b; ϵ=1e-6) = begin
    while b - a > ϵ
        m = (a + b) / 2
        f(a) * f(m) <= 0 ? (b = m) : (a = m)
    end
    (a + b) / 2
end
println(round(bisect(cos, 0, 3); digits=4))
end

module T9
# fft recursive
function fft_(x)
    n = length(x)
    n == 1 && return complex.(x)
    e, o = fft_(x[1:2:end]), fft_(x[2:2:end])
    t = [exp(-2im * π * k / n) for k in 0:n÷2-1] .* o
    [e .+ t; e .- t]
end
println(round.(fft_([1.0, 2, 3, 4]); digits=6))
end

module T10
# strings: rle roman palindromes
function rle(s)
    isempty(s) && return ""
    out = IOBuffer()
    prev, n = s[1], 0
    for c in s
        if c == prev
            n += 1
        else
            print(out, n, prev)
            prev, n = c, 1
        end
    end
    print(out, n, prev)
    String(take!(out))
end
println(rle("aaabbc"))
function roman(n)
    vals = [1000 => "M", 900 => "CM", 500 => "D", 400 => "CD", 100 => "C", 90 => "XC", 50 => "L", 40 => "XL", 10 => "X", 9 => "IX", 5 => "V", 4 => "IV", 1 => "I"]
    s = ""
    for (v, r) in vals
        while n >= v
            s *= r
            n -= v
        end
    end
    s
end
println(roman(1994))
ispal(s) = (t = filter(isletter, lowercase(s)); t == reverse(t))
println(ispal("A man, a plan, a canal: Panama"))
println(join(map(w -> uppercasefirst(w), split("hello big world")), " "))
println(titlecase("the end"), lpad("7", 3, '0'), repeat("ab", 3), strip("  x "))
end

module T11
# binary tree
mutable struct Tree{T}
    val::T
    left::Union{Tree{T},Nothing}
    right::Union{Tree{T},Nothing}
end
Tree(v::T) where {T} = Tree{T}(v, nothing, nothing)
function insert!(t::Tree{T}, v::T) where {T}
    if v < t.val
        t.left === nothing ? (t.left = Tree(v)) : insert!(t.left, v)
    else
        t.right === nothing ? (t.right = Tree(v)) : insert!(t.right, v)
    end
    t
end
inorder(::Nothing, acc=Int[]) = acc
function inorder(t::Tree, acc=Int[])
    inorder(t.left, acc)
    push!(acc, t.val)
    inorder(t.right, acc)
end
depth(t) = t === nothing ? 0 : 1 + max(depth(t.left), depth(t.right))
t = Tree(5)
foreach(v -> insert!(t, v), [3, 8, 1, 4, 9])
println(inorder(t), depth(t))
end

module T12
# matrix chain with dict memo tuple keys
const MEMO = Dict{Tuple{Int,Int},Int}()
function mc(dims, i=1, j=length(dims) - 1)
    i == j && return 0
    get!(MEMO, (i, j)) do
        minimum(mc(dims, i, k) + mc(dims, k + 1, j) + dims[i] * dims[k+1] * dims[j+1] for k in i:j-1)
    end
end
println(mc([40, 20, 30, 10, 30]))
end

module T13
# sets dicts
s = Set([1, 2, 3])
push!(s, 3); push!(s, 4)
println(length(s), 4 in s, issubset([1], s), sort(collect(union(s, [9]))))
d = Dict("x" => 1, "y" => 2)
for k in sort(collect(keys(d)))
    println(k, " => ", d[k])
end
println(haskey(d, "z"), get(d, "z", 0), sum(values(d)))
delete!(d, "x")
println(d, length(d))
merge!(d, Dict("w" => 5))
println(sort(collect(d)))
inv_ = Dict(v => k for (k, v) in d)
println(inv_[5])
dd = Dict{Symbol,Vector{Int}}()
push!(get!(dd, :a, Int[]), 1)
push!(get!(() -> Int[], dd, :a), 2)
println(dd)
end
