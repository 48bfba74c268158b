# A binary heap with a comparison parameter, Dijkstra and a union-find on it.
struct BinaryHeap{T,F}
    items::Vector{T}
    before::F
end
BinaryHeap{T}(before = isless) where {T} = BinaryHeap{T,typeof(before)}(T[], before)
Base.isempty(h::BinaryHeap) = isempty(h.items)
Base.length(h::BinaryHeap) = length(h.items)
function Base.push!(h::BinaryHeap, x)
    push!(h.items, x)
    i = length(h.items)
    while i > 1
        p = i ÷ 2
        h.before(h.items[i], h.items[p]) || break
        h.items[i], h.items[p] = h.items[p], h.items[i]
        i = p
    end
    return h
end
function Base.pop!(h::BinaryHeap)
    isempty(h) && throw(ArgumentError("heap must be non-empty"))
    top = h.items[1]
    last = pop!(h.items)
    if !isempty(h.items)
        h.items[1] = last
        i = 1
        n = length(h.items)
        while true
            l, r, m = 2i, 2i + 1, i
            l <= n && h.before(h.items[l], h.items[m]) && (m = l)
            r <= n && h.before(h.items[r], h.items[m]) && (m = r)
            m == i && break
            h.items[i], h.items[m] = h.items[m], h.items[i]
            i = m
        end
    end
    return top
end

h = BinaryHeap{Int}()
for x in [5, 3, 8, 1, 9, 2]
    push!(h, x)
end
println(length(h), " ", [pop!(h) for _ in 1:length(h)])
g = BinaryHeap{Tuple{Float64,String}}((a, b) -> a[1] > b[1])
push!(g, (1.5, "low")); push!(g, (9.5, "high")); push!(g, (4.0, "mid"))
while !isempty(g)
    print(pop!(g)[2], " ")
end
println()
try
    pop!(g)
catch e
    println(e.msg)
end

struct Edge{W<:Real}
    to::Int
    weight::W
end
struct Graph{W<:Real}
    adjacency::Vector{Vector{Edge{W}}}
end
Graph{W}(n::Int) where {W<:Real} = Graph{W}([Edge{W}[] for _ in 1:n])
nodes(g::Graph) = length(g.adjacency)
function add_edge!(g::Graph{W}, a, b, w) where {W}
    push!(g.adjacency[a], Edge(b, convert(W, w)))
    push!(g.adjacency[b], Edge(a, convert(W, w)))
    g
end
function dijkstra(g::Graph{W}, source) where {W}
    dist = fill(typemax(W), nodes(g))
    previous = zeros(Int, nodes(g))
    dist[source] = zero(W)
    queue = BinaryHeap{Tuple{W,Int}}((a, b) -> a[1] < b[1])
    push!(queue, (zero(W), source))
    while !isempty(queue)
        d, u = pop!(queue)
        d > dist[u] && continue
        for e in g.adjacency[u]
            candidate = d + e.weight
            if candidate < dist[e.to]
                dist[e.to] = candidate
                previous[e.to] = u
                push!(queue, (candidate, e.to))
            end
        end
    end
    return dist, previous
end
function path(previous, target)
    p = [target]
    while previous[p[1]] != 0
        pushfirst!(p, previous[p[1]])
    end
    p
end
graph = Graph{Float64}(6)
for (a, b, w) in [(1, 2, 7), (1, 3, 9), (1, 6, 14), (2, 3, 10), (2, 4, 15), (3, 4, 11), (3, 6, 2), (4, 5, 6), (5, 6, 9)]
    add_edge!(graph, a, b, w)
end
dist, previous = dijkstra(graph, 1)
println(dist)
println(path(previous, 5))
println(typeof(graph), " ", typeof(graph.adjacency[1][1]))

mutable struct DisjointSets
    parent::Vector{Int}
    rank::Vector{Int}
    count::Int
    DisjointSets(n) = new(collect(1:n), zeros(Int, n), n)
end
function root!(s::DisjointSets, x)
    while s.parent[x] != x
        s.parent[x] = s.parent[s.parent[x]]
        x = s.parent[x]
    end
    x
end
function unite!(s::DisjointSets, a, b)
    a, b = root!(s, a), root!(s, b)
    a == b && return false
    if s.rank[a] < s.rank[b]
        a, b = b, a
    end
    s.parent[b] = a
    s.rank[a] == s.rank[b] && (s.rank[a] += 1)
    s.count -= 1
    return true
end
edges = sort([(e.weight, u, e.to) for u in 1:6 for e in graph.adjacency[u] if u < e.to])
s = DisjointSets(6)
tree = [(u, v) for (w, u, v) in edges if unite!(s, u, v)]
println(tree, " ", s.count)
