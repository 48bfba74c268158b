# Functions as values: composition, closures, callable structs, currying, memoisation, Val.
compose(fs...) = x -> foldr((f, acc) -> f(acc), fs; init = x)
println(compose(sqrt, abs)(-16), " ", (sqrt ∘ abs)(-9), " ", ((x -> x + 1) ∘ (x -> 2x))(5))
struct Affine{T}
    a::T
    b::T
end
(f::Affine)(x) = f.a * x + f.b
(f::Affine)() = (f.a, f.b)
g = Affine(2, 3)
println(g(4), " ", g(), " ", map(g, [1, 2, 3]), " ", g.([0.5, 1.5]), " ", (g ∘ g)(1))
function counter()
    n = 0
    increment() = (n += 1)
    reset() = (n = 0)
    return increment, reset
end
inc, reset = counter()
inc(); inc()
println(inc(), " ", reset(), " ", inc())
struct Memo{F,K,V}
    f::F
    cache::Dict{K,V}
end
Memo{K,V}(f) where {K,V} = Memo{typeof(f),K,V}(f, Dict{K,V}())
(m::Memo)(x) = get!(() -> m.f(x), m.cache, x)
calls = Ref(0)
slow(x) = (calls[] += 1; x^2)
fast = Memo{Int,Int}(slow)
println(fast(3), fast(3), fast(4), " calls ", calls[])
adders = [x -> x + i for i in 1:3]
println([f(10) for f in adders])
power(::Val{0}, x) = one(x)
power(::Val{N}, x) where {N} = x * power(Val(N - 1), x)
println(power(Val(3), 2), " ", power(Val(5), 1.5))
fst((a, b)) = a
println(fst((1, 2)), " ", map(((k, v),) -> k * v, [(1, 2), (3, 4)]))
apply(f, args...; kwargs...) = f(args...; kwargs...)
println(apply(round, 3.14159; digits = 2), " ", apply(max, 1, 5, 3))
pipeline = [x -> x + 1, x -> x * 2, string]
println(foldl(|>, pipeline; init = 3), " ", 3 |> x -> x^2 |> sqrt)
Base.:+(f::Function, g::Function) = x -> f(x) + g(x)
println((sin + cos)(0.0))
partial(f, a...) = (b...) -> f(a..., b...)
println(partial(+, 1, 2)(3, 4), " ", Base.Fix1(-, 10)(3), " ", Base.Fix2(-, 10)(3), " ", filter(==(2), [1, 2, 3, 2]), " ", map(Base.Fix2(^, 2), 1:3))
function fixpoint(f, x; tol = 1e-10)
    while true
        y = f(x)
        abs(y - x) < tol && return y
        x = y
    end
end
println(round(fixpoint(cos, 1.0); digits = 8))
const OPS = Dict{String,Function}("+" => +, "-" => -, "max" => max)
println(OPS["+"](1, 2), " ", OPS["max"](1, 2), " ", sort(collect(keys(OPS))))
println(typeof(g) <: Function, " ", (x -> x) isa Function, " ", sin isa Function, " ", Int isa Function)
outer(x) = begin
    inner(y) = x + y
    inner
end
println(outer(3)(4), " ", ntuple(i -> i^2, 4), " ", ntuple(identity, Val(3)))
