# Mutable structs in loops, in arrays, sharing, cycles.
mutable struct Particle
    position::Vector{Float64}
    velocity::Vector{Float64}
    mass::Float64
end
function step!(p::Particle, dt)
    p.velocity .+= dt .* [0.0, -9.81]
    p.position .+= dt .* p.velocity
    return p
end
p = Particle([0.0, 10.0], [1.0, 0.0], 2.0)
for _ in 1:10
    step!(p, 0.01)
end
println(round.(p.position; digits = 6), " ", round.(p.velocity; digits = 6))
energy(p) = 0.5 * p.mass * sum(abs2, p.velocity) + p.mass * 9.81 * p.position[2]
println(round(energy(p); digits = 6))
mutable struct Stats
    n::Int
    mean::Float64
    m2::Float64
end
Stats() = Stats(0, 0.0, 0.0)
function update!(s::Stats, x)
    s.n += 1
    delta = x - s.mean
    s.mean += delta / s.n
    s.m2 += delta * (x - s.mean)
    s
end
s = Stats()
for x in [2, 4, 4, 4, 5, 5, 7, 9]
    update!(s, x)
end
println(s.n, " ", s.mean, " ", s.m2 / s.n)
ps = [Particle([i, 0.0], [0.0, i], 1.0) for i in 1:3]
shared = ps[2]
shared.mass = 99
println([q.mass for q in ps], " ", ps[2] === shared)
foreach(q -> q.mass *= 2, ps)
println(sum(q.mass for q in ps))
mutable struct TreeNode
    name::String
    parent::Union{TreeNode,Nothing}
    children::Vector{TreeNode}
    TreeNode(name) = new(name, nothing, TreeNode[])
end
function add!(parent::TreeNode, name)
    child = TreeNode(name)
    child.parent = parent
    push!(parent.children, child)
    child
end
root = TreeNode("root")
a = add!(root, "a"); b = add!(root, "b"); add!(a, "a1"); add!(a, "a2"); add!(b, "b1")
depth(n) = n.parent === nothing ? 0 : 1 + depth(n.parent)
function walk(n::TreeNode, f)
    f(n)
    for c in n.children
        walk(c, f)
    end
end
walk(root, n -> println("  "^depth(n), n.name))
path(n) = n.parent === nothing ? n.name : path(n.parent) * "/" * n.name
println(path(b.children[1]))
mutable struct Counter
    counts::Dict{String,Int}
    total::Int
    Counter() = new(Dict{String,Int}(), 0)
end
function (c::Counter)(word)
    c.counts[word] = get(c.counts, word, 0) + 1
    c.total += 1
    return c
end
c = Counter()
foreach(c, split("a b a c b a"))
println(sort(collect(c.counts)), " ", c.total)
mutable struct Lazy{T}
    f::Function
    value::Union{T,Nothing}
    Lazy{T}(f) where {T} = new{T}(f, nothing)
end
function force!(l::Lazy)
    if l.value === nothing
        l.value = l.f()
    end
    return l.value
end
evaluations = Ref(0)
l = Lazy{Int}(() -> (evaluations[] += 1; 42))
println(force!(l), force!(l), " ", evaluations[])
x = Particle([1.0], [2.0], 3.0)
y = deepcopy(x)
y.position[1] = 100
z = Particle(x.position, copy(x.velocity), x.mass)
z.position[1] = -1
println(x.position, y.position, z.position, " ", x == y, " ", x.velocity == y.velocity)
struct Frozen
    items::Vector{Int}
end
f = Frozen([1, 2])
push!(f.items, 3)
f.items[1] = 10
println(f)
const R = Ref(5)
R[] += 1
println(R[], " ", typeof(R), " ", R)
swap!(a, b) = (a[], b[]) = (b[], a[])
u, v = Ref(1), Ref(2)
swap!(u, v)
println(u[], v[])
