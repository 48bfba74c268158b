# What Julia prints and hashes: floats.tsv has `type bits show print compact`, order.tsv has the keys that a Dict
# got in turn, which of them were deleted then, and the order of iteration. usage: julia make_answers.jl
using Random
const R = MersenneTwister(7)
const C = IOContext(IOBuffer(), :compact => true)
open("floats.tsv", "w") do io
    line(x, b) = println(io, join((typeof(x), b, repr(x), string(x), sprint(show, x, context = C)), '\t'))
    for b in rand(R, UInt16, 300); line(reinterpret(Float16, b), b); end
    for _ in 1:150
        b = rand(R, UInt32); line(reinterpret(Float32, b), b)
        x = Float32(rand(R, 1:10^7)) / Float32(10)^rand(R, 0:7); line(x, reinterpret(UInt32, x))
        x = Float32(2)^rand(R, -149:127); line(x, reinterpret(UInt32, x))
        b = rand(R, UInt64); line(reinterpret(Float64, b), b)
        y = rand(R, 1:10^rand(R, 1:12)) / 10.0^rand(R, 0:9); line(y, reinterpret(UInt64, y))
        y = rand(R, 1:10^9) / 2.0^rand(R, 0:30); line(y, reinterpret(UInt64, y))
        y = rand(R, 1:10^6) * 5 / 10 + rand(R, 0:10^6); line(y, reinterpret(UInt64, y))
        y = -rand(R) * 10.0^rand(R, 3:8); line(y, reinterpret(UInt64, y))
    end
end
kinds = [() -> (i = rand(R, -50:50); (i, "i$i")), () -> (i = rand(R, Int); (i, "i$i")),
    () -> (s = String(rand(R, 'a':'z', rand(R, 0:40))); (s, "s$s")),
    () -> (s = String(rand(R, 'a':'z', rand(R, 1:12))); (Symbol(s), "y$s")),
    () -> (f = randn(R); (f, "f$(reinterpret(UInt64, f))")), () -> (c = rand(R, 'a':'z'); (c, "c$c")),
    () -> (n = rand(R, 0:5); m = rand(R, 1:5); (n // m, "r$n/$m")), () -> (b = rand(R, Bool); (b, "b$(Int(b))"))]
open("order.tsv", "w") do io
    for trial in 1:150
        keys = [kinds[rand(R, trial % 5 == 0 ? (3:3) : 1:8)]() for _ in 1:rand(R, (5, 20, 60, 150))]
        deleted = trial % 3 == 0 ? collect(1:2:length(keys)) : Int[]
        d = Dict{Any,Int}()
        for (i, (k, _)) in enumerate(keys); d[k] = i; end
        for i in deleted; delete!(d, keys[i][1]); end
        for i in deleted[1:2:end]; d[keys[i][1]] = 1000 + i; end
        println(io, join((join((t for (_, t) in keys), ' '), join(deleted, ' '), join(values(d), ' ')), '\t'))
    end
end
