function make_counter(start=0)
    n = start
    increment() = (n += 1)
    reset!() = (n = start; nothing)
    return increment, reset!
end
inc, reset! = make_counter(5)
println(inc(), inc(), inc())
reset!()
println(inc())

fs = [() -> i^2 for i in 1:4]
println([f() for f in fs])
gs = Function[]
for i in 1:3
    j = 10i
    push!(gs, () -> (j += 1; j))
end
println([g() for g in gs], [g() for g in gs])

function outer()
    x = 1
    function inner()
        x = 2
        y = 3
        return x + y
    end
    r = inner()
    return x, r
end
println(outer())

adder(a) = b -> a + b
println(map(adder(10), [1, 2, 3]))
compose2 = sqrt ∘ abs
println(compose2(-16), " ", (x -> x + 1)(2), " ", [1, 4, 9] .|> sqrt |> sum)

y = let x = 3, z = 4
    x * z
end
println(y)
function f(; a=1, b=a + 1, rest...)
    return a, b, sort(collect(keys(rest)))
end
println(f(), f(a=5), f(b=0, z=1, c=2))
g(x, ys...; scale=1) = scale * (x + sum(ys; init=0))
h(x, ys...; scale=1) = scale * (x + (isempty(ys) ? 0 : sum(ys)))
println(h(1), " ", h(1, 2, 3), " ", h(1, 2, scale=10))
args = (1, 2, 3)
opts = (scale=2,)
println(h(args...; opts...))
function accumulate_do(xs)
    total = 0
    foreach(xs) do x
        total += x
    end
    return total
end
println(accumulate_do(1:10))
s = 0
for k in 1:3
    global s += k
    t = s
end
println(s, " ", @isdefined(t))
