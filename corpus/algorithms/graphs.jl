function bfs(adj, s)
    dist = fill(-1, length(adj))
    dist[s] = 0
    queue = [s]
    while !isempty(queue)
        v = popfirst!(queue)
        for w in adj[v]
            if dist[w] < 0
                dist[w] = dist[v] + 1
                push!(queue, w)
            end
        end
    end
    dist
end

function dijkstra(graph::Dict{String,Vector{Tuple{String,Float64}}}, source)
    dist = Dict(v => Inf for v in keys(graph))
    dist[source] = 0.0
    todo = Set(keys(graph))
    while !isempty(todo)
        u = first(sort(collect(todo), by=v -> (dist[v], v)))
        delete!(todo, u)
        for (v, w) in graph[u]
            alt = dist[u] + w
            if alt < dist[v]
                dist[v] = alt
            end
        end
    end
    return dist
end

struct UnionFind
    parent::Vector{Int}
    rank::Vector{Int}
end
UnionFind(n::Integer) = UnionFind(collect(1:n), zeros(Int, n))
find(u::UnionFind, x) = u.parent[x] == x ? x : (u.parent[x] = find(u, u.parent[x]))
function unite!(u::UnionFind, a, b)
    a, b = find(u, a), find(u, b)
    a == b && return false
    if u.rank[a] < u.rank[b]
        a, b = b, a
    end
    u.parent[b] = a
    u.rank[a] += u.rank[a] == u.rank[b]
    return true
end

adj = [[2, 3], [4], [4], [5], Int[], [1]]
println(bfs(adj, 1))
graph = Dict("a" => [("b", 1.0), ("c", 4.0)], "b" => [("c", 2.0), ("d", 6.0)], "c" => [("d", 3.0)], "d" => Tuple{String,Float64}[])
d = dijkstra(graph, "a")
for k in sort(collect(keys(d)))
    println(k, " ", d[k])
end
edges = sort([(7, 1, 2), (5, 2, 3), (8, 1, 3), (9, 3, 4), (7, 2, 4), (5, 4, 5)])
uf = UnionFind(5)
mst = [(w, a, b) for (w, a, b) in edges if unite!(uf, a, b)]
println(mst, " ", sum(first.(mst)))

function topo(adj)
    seen = falses(length(adj))
    order = Int[]
    visit(v) = seen[v] || (seen[v] = true; foreach(visit, adj[v]); pushfirst!(order, v))
    foreach(visit, eachindex(adj))
    order
end
println(topo(adj))
