# getproperty, setproperty!, propertynames, fields and mutation.
struct Polar
    r::Float64
    θ::Float64
end
function Base.getproperty(p::Polar, s::Symbol)
    s === :x && return getfield(p, :r) * cos(getfield(p, :θ))
    s === :y && return getfield(p, :r) * sin(getfield(p, :θ))
    return getfield(p, s)
end
Base.propertynames(::Polar) = (:r, :θ, :x, :y)
p = Polar(2.0, 0.0)
println(p.x, " ", p.y, " ", p.r, " ", propertynames(p), " ", fieldnames(Polar))
println(hasproperty(p, :x), " ", hasproperty(p, :z))

mutable struct Celsius
    degrees::Float64
    log::Vector{Float64}
end
function Base.setproperty!(c::Celsius, s::Symbol, v)
    if s === :fahrenheit
        setfield!(c, :degrees, (v - 32) / 1.8)
    else
        push!(getfield(c, :log), getfield(c, :degrees))
        setfield!(c, s, convert(fieldtype(Celsius, s), v))
    end
end
c = Celsius(20.0, [])
c.fahrenheit = 212.0
println(c.degrees)
c.degrees = 5
println(c.degrees, " ", c.log)

mutable struct Account
    owner::String
    balance::Float64
end
a = Account("Ann", 10)
b = a
b.balance += 5
println(a.balance, " ", a === b, " ", a == Account("Ann", 15.0))
for f in fieldnames(Account)
    println(f, " = ", getfield(a, f), " :: ", fieldtype(Account, f))
end
setproperty!(a, :owner, "Bob")
println(a.owner, " ", a)
try
    a.balance = "x"
catch e
    println(typeof(e))
end
try
    a.missing_field
catch e
    println(e)
end
struct Point
    x::Int
    y::Int
end
q = Point(1, 2)
try
    q.x = 3
catch e
    println(typeof(e))
end
println(q == Point(1, 2), " ", q === Point(1, 2), " ", isequal(q, Point(1, 2)), " ", Point(1, 2) in [q])

println(Set([Point(1, 2), Point(1, 2), Point(2, 1)]) |> length)
println(!isimmutable(a), " ", !isimmutable(q), " ", isbits(q), " ", nfields(q), " ", fieldcount(Point))
println(Point(1.0, 2.0), " ", [getfield(q, i) for i in 1:2])
try
    Point(1.5, 2)
catch e
    println(e)
end
d = Dict(q => "here")
println(d[Point(1, 2)])
mutable struct Incomplete
    a::Int
    b::String
    Incomplete(a) = new(a)
end
i = Incomplete(3)
println(i.a, " ", isdefined(i, :b))
try
    i.b
catch e
    println(e)
end
i.b = "set"
println(i.b)
