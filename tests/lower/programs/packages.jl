module T0
# package-like: dual numbers
module Duals
export Dual, derivative, value, epsilon
struct Dual{T<:Real} <: Number
    value::T
    epsilon::T
end
Dual(v::T) where {T<:Real} = Dual(v, zero(T))
Dual(a::Real, b::Real) = Dual(promote(a, b)...)
value(d::Dual) = d.value
epsilon(d::Dual) = d.epsilon
value(x::Real) = x
epsilon(x::Real) = zero(x)
Base.promote_rule(::Type{Dual{T}}, ::Type{S}) where {T<:Real,S<:Real} = Dual{promote_type(T, S)}
Base.convert(::Type{Dual{T}}, x::Real) where {T<:Real} = Dual(convert(T, x), zero(T))
Base.convert(::Type{Dual{T}}, d::Dual) where {T<:Real} = Dual(convert(T, d.value), convert(T, d.epsilon))
for (op, rule) in ((:+, :(a.epsilon + b.epsilon)), (:-, :(a.epsilon - b.epsilon)),
                   (:*, :(a.epsilon * b.value + a.value * b.epsilon)))
    @eval Base.$op(a::Dual, b::Dual) = Dual($op(a.value, b.value), $rule)
end
Base.:/(a::Dual, b::Dual) = Dual(a.value / b.value, (a.epsilon * b.value - a.value * b.epsilon) / b.value^2)
Base.:-(a::Dual) = Dual(-a.value, -a.epsilon)
const RULES = Dict(:sin => :(cos(d.value)), :cos => :(-sin(d.value)), :exp => :(exp(d.value)))
for (f, df) in [(:sin, :(cos(d.value))), (:cos, :(-sin(d.value))), (:exp, :(exp(d.value))), (:log, :(inv(d.value)))]
    @eval Base.$f(d::Dual) = Dual($f(d.value), d.epsilon * $df)
end
Base.:^(d::Dual, n::Integer) = Dual(d.value^n, n * d.value^(n - 1) * d.epsilon)
Base.show(io::IO, d::Dual) = print(io, d.value, " + ", d.epsilon, "ε")
derivative(f, x::Real) = epsilon(f(Dual(x, one(x))))
end
using .Duals
println(derivative(x -> x^3 + 2x, 2.0))
println(derivative(x -> sin(x) * exp(x), 0.0))
println(Dual(1.0, 2.0) * 3)
println(derivative(x -> log(x) / x, 1.0))
d = Dual(2, 1)
println(d + 1.5, " ", typeof(d + 1.5))
println(sum([Dual(1.0, 1.0), Dual(2.0, 0.0)]))
end

module T1
# linked list and iteration
abstract type List{T} end
struct Nil{T} <: List{T} end
struct Cons{T} <: List{T}
    head::T
    tail::List{T}
end
list(::Type{T}) where {T} = Nil{T}()
function list(xs::T...) where {T}
    l = Nil{T}()
    for x in reverse(xs)
        l = Cons{T}(x, l)
    end
    l
end
Base.iterate(l::List) = iterate(l, l)
Base.iterate(::List, ::Nil) = nothing
Base.iterate(::List, c::Cons) = (c.head, c.tail)
Base.length(l::List) = (n = 0; for _ in l; n += 1; end; n)
Base.eltype(::Type{<:List{T}}) where {T} = T
l = list(1, 2, 3)
println(length(l), " ", collect(l), " ", sum(l))
println([x^2 for x in l])
println(maximum(l), 2 in l)
for (i, x) in enumerate(l)
    print(i, "=>", x, " ")
end
println()
end

module T2
# stack machine interpreter
struct Instr
    op::Symbol
    arg::Any
end
Instr(op) = Instr(op, nothing)
function run(prog)
    stack = Any[]
    env = Dict{Symbol,Any}()
    pc = 1
    while pc <= length(prog)
        ins = prog[pc]
        if ins.op === :push
            push!(stack, ins.arg)
        elseif ins.op === :add
            b, a = pop!(stack), pop!(stack)
            push!(stack, a + b)
        elseif ins.op === :mul
            b = pop!(stack); a = pop!(stack)
            push!(stack, a * b)
        elseif ins.op == :store
            env[ins.arg] = pop!(stack)
        elseif ins.op == :load
            push!(stack, env[ins.arg])
        elseif ins.op == :jnz
            if pop!(stack) != 0
                pc = ins.arg
                continue
            end
        elseif ins.op == :print
            println(stack[end])
        else
            error("bad op $(ins.op)")
        end
        pc += 1
    end
    return isempty(stack) ? nothing : last(stack)
end
prog = [Instr(:push, 3), Instr(:store, :n), Instr(:push, 1), Instr(:store, :acc),
    Instr(:load, :acc), Instr(:load, :n), Instr(:mul), Instr(:store, :acc),
    Instr(:load, :n), Instr(:push, -1), Instr(:add), Instr(:store, :n),
    Instr(:load, :n), Instr(:jnz, 5), Instr(:load, :acc), Instr(:print)]
println(run(prog))
end

module T3
# tokenizer and recursive descent parser
@enum TokenKind NUM PLUS MINUS STAR SLASH LP RP EOF
struct Token
    kind::TokenKind
    text::String
end
function tokenize(s)
    toks = Token[]
    i = 1
    while i <= length(s)
        c = s[i]
        if isspace(c)
            i += 1
        elseif isdigit(c)
            j = i
            while j <= length(s) && (isdigit(s[j]) || s[j] == '.')
                j += 1
            end
            push!(toks, Token(NUM, s[i:j-1]))
            i = j
        else
            kind = c == '+' ? PLUS : c == '-' ? MINUS : c == '*' ? STAR : c == '/' ? SLASH : c == '(' ? LP : c == ')' ? RP : error("bad char $c")
            push!(toks, Token(kind, string(c)))
            i += 1
        end
    end
    push!(toks, Token(EOF, ""))
end
mutable struct Parser
    toks::Vector{Token}
    pos::Int
end
Parser(s::String) = Parser(tokenize(s), 1)
peek_(p) = p.toks[p.pos]
advance!(p) = (t = p.toks[p.pos]; p.pos += 1; t)
function expr(p)
    v = term(p)
    while peek_(p).kind in (PLUS, MINUS)
        t = advance!(p)
        r = term(p)
        v = t.kind == PLUS ? v + r : v - r
    end
    v
end
function term(p)
    v = factor(p)
    while peek_(p).kind in (STAR, SLASH)
        t = advance!(p)
        r = factor(p)
        v = t.kind == STAR ? v * r : v / r
    end
    v
end
function factor(p)
    t = advance!(p)
    if t.kind == NUM
        return parse(Float64, t.text)
    elseif t.kind == LP
        v = expr(p)
        advance!(p)
        return v
    elseif t.kind == MINUS
        return -factor(p)
    end
    error("unexpected $(t.kind)")
end
println(expr(Parser("1 + 2 * (3 - 4) / 2")))
println(expr(Parser("-(2+3)*4")))
try
    expr(Parser("1 + )"))
catch e
    println("error: ", e.msg)
end
end

module T4
# matrix type with custom indexing
struct Tri{T} <: AbstractMatrix{T}
    d::Vector{T}
    n::Int
end
Base.size(t::Tri) = (t.n, t.n)
Base.getindex(t::Tri{T}, i::Int, j::Int) where {T} = i >= j ? t.d[i*(i-1)÷2+j] : zero(T)
t = Tri([1, 2, 3, 4, 5, 6], 3)
println(t[2, 1], t[1, 3])
println(sum(t))
println(t * [1, 1, 1])
println(collect(t))
println(t[:, 1])
end

module T5
# priority queue / heap / dijkstra
mutable struct Heap{K,V}
    items::Vector{Tuple{K,V}}
end
Heap{K,V}() where {K,V} = Heap{K,V}(Tuple{K,V}[])
Base.isempty(h::Heap) = isempty(h.items)
function Base.push!(h::Heap{K,V}, k, v) where {K,V}
    push!(h.items, (k, v))
    i = length(h.items)
    while i > 1
        p = i ÷ 2
        h.items[p][1] <= h.items[i][1] && break
        h.items[p], h.items[i] = h.items[i], h.items[p]
        i = p
    end
    h
end
function Base.popfirst!(h::Heap)
    top = h.items[1]
    last = pop!(h.items)
    isempty(h.items) && return top
    h.items[1] = last
    i, n = 1, length(h.items)
    while true
        c = 2i
        c > n && break
        c < n && h.items[c+1][1] < h.items[c][1] && (c += 1)
        h.items[i][1] <= h.items[c][1] && break
        h.items[i], h.items[c] = h.items[c], h.items[i]
        i = c
    end
    top
end
function dijkstra(g, s)
    dist = Dict(s => 0)
    h = Heap{Int,Symbol}()
    push!(h, 0, s)
    while !isempty(h)
        d, u = popfirst!(h)
        d > get(dist, u, typemax(Int)) && continue
        for (v, w) in get(g, u, [])
            nd = d + w
            if nd < get(dist, v, typemax(Int))
                dist[v] = nd
                push!(h, nd, v)
            end
        end
    end
    dist
end
g = Dict(:a => [(:b, 4), (:c, 1)], :c => [(:b, 2), (:d, 7)], :b => [(:d, 1)])
r = dijkstra(g, :a)
println([r[k] for k in (:a, :b, :c, :d)])
end

module T6
# ode solvers with closures and dispatch
abstract type Method end
struct Euler <: Method end
struct RK4 <: Method end
step(::Euler, f, y, t, h) = y .+ h .* f(y, t)
function step(::RK4, f, y, t, h)
    k1 = f(y, t)
    k2 = f(y .+ h / 2 .* k1, t + h / 2)
    k3 = f(@.(y + h / 2 * k2), t + h / 2)
    k4 = f(y + h * k3, t + h)
    @. y + h / 6 * (k1 + 2k2 + 2k3 + k4)
end
function solve(m::Method, f, y0, (t0, t1); n=100)
    h = (t1 - t0) / n
    y, t = copy(y0), t0
    for _ = 1:n
        y = step(m, f, y, t, h)
        t += h
    end
    return y
end
f(y, t) = [y[2], -y[1]]
println(round.(solve(RK4(), f, [1.0, 0.0], (0.0, 1.0)); digits=6))
println(round.(solve(Euler(), f, [1.0, 0.0], (0.0, 1.0); n=10), digits=6))
end

module T7
# memoize with closures and Dict get!
function memoize(f)
    cache = Dict()
    return function (x)
        get!(cache, x) do
            f(x)
        end
    end
end
calls = Ref(0)
sq = memoize(x -> (calls[] += 1; x^2))
println(sq(3), sq(3), calls[])
const memo = Dict{Int,BigInt}()
function bigfib(n)
    haskey(memo, n) && return memo[n]
    r = n < 2 ? big(n) : bigfib(n - 1) + bigfib(n - 2)
    memo[n] = r
end
println(bigfib(100))
end

module T8
# text processing
text = "the quick brown fox jumps over the lazy dog the end"
counts = Dict{String,Int}()
for w in split(text)
    counts[w] = get(counts, w, 0) + 1
end
for (w, c) in sort(collect(counts), by=p -> (-p[2], p[1]))[1:3]
    println(rpad(w, 6), c)
end
println(join(sort!(unique(split(text))), ", "))
caesar(s, k) = map(c -> isletter(c) ? (islowercase(c) ? Char((c - 'a' + k) % 26 + 'a') : c) : c, s)
println(caesar("hello", 3))
println(replace("a-b-c", "-" => "+"), uppercase("abc"), reverse("abc"))
println(count(c -> c in "aeiou", text))
println([parse(Int, x) for x in split("1,2,3", ",")])
end

module T10
# quicksort multiple styles
qs(v) = length(v) <= 1 ? v : vcat(qs([x for x in v[2:end] if x < v[1]]), v[1], qs([x for x in v[2:end] if x >= v[1]]))
println(qs([3, 1, 4, 1, 5, 9, 2, 6]))
function qs!(a, lo=1, hi=length(a))
    lo >= hi && return a
    p = a[(lo+hi)÷2]
    i, j = lo, hi
    while i <= j
        while a[i] < p; i += 1; end
        while a[j] > p; j -= 1; end
        if i <= j
            a[i], a[j] = a[j], a[i]
            i += 1; j -= 1
        end
    end
    qs!(a, lo, j)
    qs!(a, i, hi)
end
println(qs!([3, 1, 4, 1, 5, 9, 2, 6]))
end

module T11
# state machine with symbols and transitions table
const T = Dict((:idle, :start) => :running, (:running, :pause) => :paused,
               (:paused, :start) => :running, (:running, :stop) => :idle)
mutable struct Machine
    state::Symbol
    log::Vector{String}
end
Machine() = Machine(:idle, String[])
function fire!(m::Machine, ev::Symbol)
    key = (m.state, ev)
    if !haskey(T, key)
        push!(m.log, "no $(ev) in $(m.state)")
        return false
    end
    old, m.state = m.state, T[key]
    push!(m.log, "$old -> $(m.state)")
    true
end
m = Machine()
foreach(ev -> fire!(m, ev), [:start, :pause, :stop, :start, :stop])
foreach(println, m.log)
end

module T12
# error handling kinds
function check(x)
    x isa Number || throw(ArgumentError("not a number: $x"))
    x < 0 && throw(DomainError(x, "negative"))
    sqrt(x)
end
for v in (4.0, -1, "s")
    try
        println(check(v))
    catch e
        if e isa ArgumentError
            println("arg: ", e.msg)
        elseif e isa DomainError
            println("domain: ", e.val)
        else
            rethrow()
        end
    end
end
struct MyErr <: Exception
    code::Int
end
Base.showerror(io::IO, e::MyErr) = print(io, "MyErr code ", e.code)
try
    throw(MyErr(3))
catch e
    println(sprint(showerror, e))
end
r = try parse(Int, "x") catch; -1 end
println(r)
function g()
    try
        return 1
    finally
        println("finally")
    end
end
println(g())
end
