# @kwdef, @enum, defaults, show.
Base.@kwdef struct Config
    name::String = "default"
    size::Int = 10
    ratio::Float64 = size / 4
    tags::Vector{String} = String[]
end
println(Config())
println(Config(name = "x", size = 3))
c = Config(; tags = ["a"])
push!(c.tags, "b")
println(c.tags, " ", c.ratio)
Base.@kwdef mutable struct Options{T}
    value::T
    count::Int = 0
end
o = Options(value = 1.5)
o.count += 2
println(o, " ", typeof(o))
println(Options{Int}(value = 3, count = 1))
try
    Options(count = 1)
catch e
    println(e)
end

@enum Color red green blue
@enum Level::UInt8 low = 1 mid = 5 high
println(red, " ", green, " ", Int(blue), " ", Color(1), " ", typeof(red))
println(instances(Color), " ", high, " ", Int(high), " ", Integer(mid))
println(red < blue, " ", red == Color(0), " ", Symbol(green), " ", string(blue))
show(red); println()
println([red, blue], " ", Dict(red => 1)[red])
try
    Color(7)
catch e
    println(e)
end
describe(c::Color) = c == red ? "warm" : c === blue ? "cold" : "neutral"
println(map(describe, collect(instances(Color))))
println(typemin(Color), " ", typemax(Color))
next(c::Color) = Color(mod(Int(c) + 1, length(instances(Color))))
println(next(blue), " ", next(red))
