# Random pairs of signatures with Julia's order: julia random_signatures.jl SEED COUNT > signatures.txt
# Each line: A, B, whether A is more specific than B, and B than A, separated by tabs.
using Random
pick(x) = x[rand(1:length(x))]
const LEAVES = Any[Any, Any, Number, Real, Integer, Int64, Float64, String, AbstractString, Int8, Bool, Function]
function parameter(vars, depth)
    r = rand()
    !isempty(vars) && r < 0.35 && return pick(vars)
    depth > 0 || return pick(LEAVES)
    if r < 0.6
        return pick(LEAVES)
    elseif r < 0.70
        return pick(Any[Array, AbstractArray, Array]){parameter(vars, 0),pick(Any[1, 1, 2])}
    elseif r < 0.76
        return pick(Any[Array, AbstractArray]){pick(isempty(vars) ? Any[Int64, Real] : vars)}
    elseif r < 0.82
        return Union{pick(LEAVES),pick(LEAVES)}
    elseif r < 0.88
        return Type{parameter(vars, 0)}
    elseif r < 0.93
        return Pair{parameter(vars, 0),parameter(vars, 0)}
    elseif r < 0.96
        return Tuple{parameter(vars, 0),parameter(vars, 0)}
    else
        return pick(Any[Ref, Vector, AbstractVector, Tuple, Type])
    end
end
function signature(n)
    vars = Any[TypeVar(pick([:T, :S]), Union{}, pick(Any[Any, Any, Real, Number, Integer])) for _ in 1:pick([0, 0, 1, 1, 2])]
    ps = Any[parameter(vars, 1) for _ in 1:n]
    rand() < 0.2 && push!(ps, Vararg{parameter(vars, 0)})
    t = Tuple{ps...}
    for v in vars
        t = UnionAll(v, t)
    end
    return t
end
text(t) = sprint(show, t)
function main(seed, count)
    Random.seed!(seed)
    done = 0
    while done < count
        local a, b
        try
            n = rand(1:3)
            a, b = signature(n), signature(rand() < 0.9 ? n : rand(1:3))
        catch
            continue
        end
        sa, sb = text(a), text(b)
        any(length(x) > 150 || occursin("var\"", x) for x in (sa, sb)) && continue
        typeintersect(a, b) === Union{} && continue
        more(x, y) = ccall(:jl_type_morespecific, Cint, (Any, Any), x, y) != 0
        println(join((sa, sb, more(a, b), more(b, a)), '\t'))
        done += 1
    end
end
main(parse(Int, ARGS[1]), parse(Int, ARGS[2]))
