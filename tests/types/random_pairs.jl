# Random pairs of types with Julia's answers: julia random_pairs.jl SEED COUNT > pairs.txt
# Each line: A, B, A<:B, B<:A, typejoin(A, B), separated by tabs.
using Random
const CONCRETE = Any[Int64, Float64, Int8, String, Bool, Nothing]
const ABSTRACT = Any[Number, Real, Integer, Signed, AbstractString, Any, AbstractFloat]
counter = Ref(0)
pick(x) = x[rand(1:length(x))]
function leaf(vars)
    r = rand()
    !isempty(vars) && r < 0.4 && return pick(vars)
    r < 0.75 ? pick(CONCRETE) : pick(ABSTRACT)
end
function gen(depth, vars)
    depth <= 0 && return leaf(vars)
    r = rand()
    if r < 0.22
        return leaf(vars)
    elseif r < 0.42
        n = rand(0:3)
        ps = Any[gen(depth - 1, vars) for _ in 1:n]
        if rand() < 0.3
            push!(ps, rand() < 0.8 ? Vararg{gen(depth - 1, vars)} : Vararg{gen(depth - 1, vars),rand(0:2)})
        end
        return Tuple{ps...}
    elseif r < 0.54
        return Union{Any[gen(depth - 1, vars) for _ in 1:rand(1:3)]...}
    elseif r < 0.62
        return Ref{gen(depth - 1, vars)}
    elseif r < 0.70
        return Array{gen(depth - 1, vars),rand(1:2)}
    elseif r < 0.76
        return AbstractArray{gen(depth - 1, vars),1}
    elseif r < 0.84
        return Pair{gen(depth - 1, vars),gen(depth - 1, vars)}
    elseif r < 0.88
        return Type{gen(depth - 1, vars)}
    else
        counter[] += 1
        lb = Union{}
        ub = rand() < 0.5 ? Any : gen(depth - 2, vars)
        rand() < 0.1 && (lb = leaf(Any[]); lb <: ub || (lb = Union{}))
        v = TypeVar(Symbol(pick(["T", "S", "R"]), counter[]), lb, ub)
        return UnionAll(v, gen(depth - 1, Any[vars; v]))
    end
end
relative(t) = rand() < 0.3 ? supertype_of(t) : rand() < 0.5 ? vary(t) : t
supertype_of(t) = t isa DataType && !(t <: Tuple) ? supertype(t) : t
function vary(t)
    if t isa UnionAll
        return rand() < 0.3 ? t.body : UnionAll(t.var, vary(t.body))
    elseif t isa Union
        return rand() < 0.5 ? vary(t.a) : Union{t, leaf(Any[])}
    elseif t isa DataType && !isempty(t.parameters) && t.name !== Type.body.name
        ps = Any[t.parameters...]
        i = rand(1:length(ps))
        if ps[i] isa Type
            if rand() < 0.35
                v = TypeVar(Symbol("V", counter[] += 1), Union{}, rand() < 0.5 ? Any : supertype_of(ps[i]))
                p = ps[i]
                ps = Any[q === p && rand() < 0.7 ? v : q for q in ps]
                ps[i] = v
                return UnionAll(v, t.name.wrapper isa UnionAll || t <: Tuple ? rebuild(t, ps) : t)
            end
            ps[i] = rand() < 0.5 ? vary(ps[i]) : supertype_of(ps[i])
        end
        return rebuild(t, ps)
    end
    rand() < 0.5 ? supertype_of(t) : Union{t, pick(CONCRETE)}
end
rebuild(t, ps) = t.name === Tuple.name ? Tuple{ps...} : t.name.wrapper{ps...}
text(t) = sprint(show, t)
function main(seed, count)
    Random.seed!(seed)
    done = 0
    while done < count
        a = b = nothing
        try
            a = gen(3, Any[])
            b = rand() < 0.6 ? relative(a) : gen(3, Any[])
            rand() < 0.3 && ((a, b) = (b, a))
        catch
            continue
        end
        (a isa Type && b isa Type) || continue
        (isempty(Base.Core.Compiler.has_free_typevars(a) ? [1] : []) && !Base.Core.Compiler.has_free_typevars(b)) || continue
        s = (text(a), text(b))
        any(length(x) > 180 || occursin("var\"", x) for x in s) && continue
        println(join((s..., a <: b, b <: a, text(typejoin(a, b))), '\t'))
        done += 1
    end
end
main(parse(Int, ARGS[1]), parse(Int, ARGS[2]))
