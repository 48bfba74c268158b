# Modules: nesting, using, import, export, constants, functions extended across modules.
module Geometry
export Point, distance, area
const ORIGIN_NAME = "origin"
struct Point
    x::Float64
    y::Float64
end
Point() = Point(0, 0)
distance(a::Point, b::Point = Point()) = hypot(a.x - b.x, a.y - b.y)
area(x) = error("no area for $(typeof(x))")
hidden() = "hidden but reachable"
counter = 0
bump() = (global counter += 1)
module Shapes
export Circle
import ..Geometry: area, Point
struct Circle
    center::Point
    radius::Float64
end
area(c::Circle) = round(pi * c.radius^2; digits = 4)
scale(c::Circle, k) = Circle(c.center, k * c.radius)
end
using .Shapes
unit() = Circle(Point(), 1)
end

using .Geometry
println(distance(Point(3, 4)), " ", Point(1, 2))
println(Geometry.hidden(), " ", Geometry.ORIGIN_NAME)
Geometry.bump(); Geometry.bump()
println(Geometry.counter)
using .Geometry.Shapes: Circle, scale
println(area(Geometry.unit()), " ", scale(Circle(Point(1, 1), 2), 3))
try
    area(3)
catch e
    println(e.msg)
end
struct Square
    side::Float64
end
Geometry.area(s::Square) = s.side^2
println(area(Square(3)), " ", Geometry.area(Square(2)))

module Stack
export push, pop, top
mutable struct T
    items::Vector{Any}
end
T() = T([])
push(s::T, x) = (push!(s.items, x); s)
pop(s::T) = pop!(s.items)
top(s::T) = isempty(s.items) ? nothing : s.items[end]
Base.length(s::T) = length(s.items)
Base.show(io::IO, s::T) = print(io, "Stack", Tuple(s.items))
end
import .Stack
s = Stack.T()
Stack.push(s, 1)
Stack.push(s, "two")
println(s, " ", length(s), " ", Stack.top(s), " ", Stack.pop(s), " ", s)

module Config
const settings = Dict{Symbol,Any}(:debug => false)
get(k, default = nothing) = Base.get(settings, k, default)
set!(k, v) = settings[k] = v
end
Config.set!(:level, 3)
println(Config.get(:level), " ", Config.get(:debug), " ", Config.get(:none, "default"))
println(typeof(Geometry), " ", nameof(Geometry), " ", parentmodule(Geometry.Shapes) === Geometry)
println(typeof(Point(1, 2)), " ", typeof(s))
import Base: show
struct Temp; v; end
show(io::IO, t::Temp) = print(io, t.v, "°")
println(Temp(20), " ", [Temp(1), Temp(2)])
println(isdefined(Geometry, :bump), " ", isdefined(Geometry, :nothing_here))
