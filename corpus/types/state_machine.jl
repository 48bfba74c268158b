# A state machine by dispatch on singleton types, and traits.
abstract type State end
struct Idle <: State end
struct Running <: State
    speed::Int
end
struct Stopped <: State
    reason::String
end
abstract type Event end
struct Start <: Event end
struct Accelerate <: Event
    by::Int
end
struct Stop <: Event
    reason::String
end
transition(s::State, e::Event) = error("no transition from $(nameof(typeof(s))) on $(nameof(typeof(e)))")
transition(::Idle, ::Start) = Running(1)
transition(s::Running, e::Accelerate) = Running(s.speed + e.by)
transition(::Running, e::Stop) = Stopped(e.reason)
transition(::Stopped, ::Start) = Idle()

mutable struct Machine
    state::State
    history::Vector{State}
end
Machine() = Machine(Idle(), State[])
function handle!(m::Machine, e::Event)
    push!(m.history, m.state)
    m.state = transition(m.state, e)
    return m
end
m = Machine()
for e in (Start(), Accelerate(4), Accelerate(-2), Stop("done"), Start())
    handle!(m, e)
    println(rpad(nameof(typeof(e)), 12), m.state)
end
println(m.history)
println(length(m.history), " ", count(s -> s isa Running, m.history))
try
    handle!(m, Stop("again"))
catch e
    println(e.msg)
end

abstract type Mobility end
struct Flies <: Mobility end
struct Walks <: Mobility end
struct Bird end
struct Penguin end
struct Dog end
Mobility(::Type) = Walks()
Mobility(::Type{Bird}) = Flies()
travel(x::T) where {T} = travel(Mobility(T), x)
travel(::Flies, x) = "$(typeof(x)) flies"
travel(::Walks, x) = "$(typeof(x)) walks"
println(travel(Bird()), ", ", travel(Penguin()), ", ", travel(Dog()))

abstract type Shape end
struct Circle{T} <: Shape
    r::T
end
struct Rect{T} <: Shape
    w::T
    h::T
end
area(c::Circle) = π * c.r^2
area(r::Rect) = r.w * r.h
collides(a::Shape, b::Shape) = "generic"
collides(a::Circle, b::Circle) = "circles"
collides(a::Circle, b::Rect) = "circle, rect"
collides(a::Rect, b::Circle) = collides(b, a)
shapes = [Circle(1.0), Rect(2, 3), Circle(2)]
println(typeof(shapes), " ", eltype(shapes))
println([round(area(s); digits = 3) for s in shapes])
println([collides(a, b) for a in shapes, b in shapes])
println(sum(area, shapes) > 20, " ", shapes[2])
largest = shapes[argmax(map(area, shapes))]
println(largest)
perimeter(s::Shape) = missing
perimeter(s::Rect) = 2(s.w + s.h)
println(perimeter.(shapes))
println(Circle(1) isa Shape, " ", Circle{Int} <: Shape, " ", Circle <: Shape, " ", Circle{Int} <: Circle{Real}, " ", Circle{Int} <: Circle{<:Real})
