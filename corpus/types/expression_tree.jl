# Binary search trees, tries, matrices as nested structs, visitors.
abstract type AbstractTree{K,V} end
mutable struct BST{K,V} <: AbstractTree{K,V}
    root::Union{Nothing,Tuple{K,V,BST{K,V},BST{K,V}}}
    BST{K,V}() where {K,V} = new{K,V}(nothing)
end
function Base.setindex!(t::BST{K,V}, v, k) where {K,V}
    if t.root === nothing
        t.root = (k, v, BST{K,V}(), BST{K,V}())
    else
        key, _, left, right = t.root
        if k == key
            t.root = (k, v, left, right)
        elseif k < key
            left[k] = v
        else
            right[k] = v
        end
    end
    return t
end
function Base.getindex(t::BST, k)
    t.root === nothing && throw(KeyError(k))
    key, v, left, right = t.root
    k == key ? v : k < key ? left[k] : right[k]
end
Base.length(t::BST) = t.root === nothing ? 0 : 1 + length(t.root[3]) + length(t.root[4])
Base.haskey(t::BST, k) = try
    t[k]
    true
catch e
    e isa KeyError || rethrow()
    false
end
function visit(f, t::BST)
    t.root === nothing && return
    key, v, left, right = t.root
    visit(f, left)
    f(key, v)
    visit(f, right)
end
height(t::BST) = t.root === nothing ? 0 : 1 + max(height(t.root[3]), height(t.root[4]))
t = BST{String,Int}()
for (i, w) in enumerate(["m", "c", "x", "a", "e", "z", "c"])
    t[w] = i
end
println(length(t), " ", height(t), " ", t["c"], " ", haskey(t, "q"), " ", haskey(t, "a"))
visit((k, v) -> print(k, "=", v, " "), t)
println()
try
    t["nope"]
catch e
    println(e)
end
mutable struct Trie
    children::Dict{Char,Trie}
    terminal::Bool
    Trie() = new(Dict{Char,Trie}(), false)
end
function Base.push!(t::Trie, word::AbstractString)
    node = t
    for c in word
        node = get!(Trie, node.children, c)
    end
    node.terminal = true
    t
end
function words(t::Trie, prefix = "")
    found = t.terminal ? [prefix] : String[]
    for c in sort(collect(keys(t.children)))
        append!(found, words(t.children[c], prefix * c))
    end
    found
end
function subtrie(t::Trie, prefix)
    for c in prefix
        haskey(t.children, c) || return nothing
        t = t.children[c]
    end
    t
end
complete(t::Trie, prefix) = (s = subtrie(t, prefix); s === nothing ? String[] : words(s, prefix))
trie = Trie()
foreach(w -> push!(trie, w), split("to tea ten i in inn tenor"))
println(words(trie))
println(complete(trie, "te"), " ", complete(trie, "x"), " ", complete(trie, "inn"))
Base.in(w::AbstractString, t::Trie) = (s = subtrie(t, w); s !== nothing && s.terminal)
println("ten" in trie, " ", "te" in trie, " ", "zz" ∉ trie)

abstract type Expression end
struct Lit <: Expression
    value
end
struct Op{name} <: Expression
    args::Vector{Expression}
end
Op(name::Symbol, args...) = Op{name}(Expression[a isa Expression ? a : Lit(a) for a in args])
abstract type Visitor end
struct Evaluator <: Visitor end
struct Printer <: Visitor
    io::IO
end
accept(v::Visitor, e::Lit) = visit_literal(v, e)
accept(v::Visitor, e::Op{name}) where {name} = visit_op(v, Val(name), [accept(v, a) for a in e.args])
visit_literal(::Evaluator, e) = e.value
visit_op(::Evaluator, ::Val{:add}, args) = sum(args)
visit_op(::Evaluator, ::Val{:mul}, args) = prod(args)
visit_op(::Evaluator, ::Val{:neg}, args) = -args[1]
visit_literal(::Printer, e) = string(e.value)
visit_op(::Printer, ::Val{name}, args) where {name} = "($name " * join(args, " ") * ")"
e = Op(:add, 1, Op(:mul, 2, 3, 4), Op(:neg, 5))
println(accept(Evaluator(), e), " ", accept(Printer(stdout), e))
println(typeof(e), " ", e.args[2] isa Op{:mul})
