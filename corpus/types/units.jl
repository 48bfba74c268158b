# Physical units as type parameters.
struct Quantity{L,M,T} <: Number
    value::Float64
end
const Metre = Quantity{1,0,0}
const Kilogram = Quantity{0,1,0}
const Second = Quantity{0,0,1}
struct DimensionError <: Exception
    left
    right
end
Base.showerror(io::IO, e::DimensionError) = print(io, "DimensionError: ", e.left, " and ", e.right, " are not dimensionally compatible")

Base.:+(a::Quantity{L,M,T}, b::Quantity{L,M,T}) where {L,M,T} = Quantity{L,M,T}(a.value + b.value)
Base.:-(a::Quantity{L,M,T}, b::Quantity{L,M,T}) where {L,M,T} = Quantity{L,M,T}(a.value - b.value)
Base.:+(a::Quantity, b::Quantity) = throw(DimensionError(unit(a), unit(b)))
Base.:*(a::Quantity{L1,M1,T1}, b::Quantity{L2,M2,T2}) where {L1,M1,T1,L2,M2,T2} = Quantity{L1 + L2,M1 + M2,T1 + T2}(a.value * b.value)
Base.:/(a::Quantity{L1,M1,T1}, b::Quantity{L2,M2,T2}) where {L1,M1,T1,L2,M2,T2} = Quantity{L1 - L2,M1 - M2,T1 - T2}(a.value / b.value)
Base.:*(a::Real, b::Quantity{L,M,T}) where {L,M,T} = Quantity{L,M,T}(a * b.value)
Base.:*(a::Quantity, b::Real) = b * a
Base.:(==)(a::Quantity{L,M,T}, b::Quantity{L,M,T}) where {L,M,T} = a.value == b.value
Base.isless(a::Quantity{L,M,T}, b::Quantity{L,M,T}) where {L,M,T} = a.value < b.value

function unit(::Quantity{L,M,T}) where {L,M,T}
    parts = String[]
    for (name, power) in (("m", L), ("kg", M), ("s", T))
        power == 0 && continue
        push!(parts, power == 1 ? name : "$name^$power")
    end
    join(parts, "·")
end
Base.show(io::IO, q::Quantity) = print(io, q.value, isempty(unit(q)) ? "" : " ", unit(q))

const m = Metre(1)
const kg = Kilogram(1)
const s = Second(1)

distance = 100 * m
time = 9.58 * s
println(distance / time)
force = 70 * kg * (9.81 * m / (s * s))
println(force)
println(force * (2 * m))
println(distance + 5 * m, " ", distance - 5 * m)
println(typeof(force))
println(distance > 5 * m, " ", maximum([3 * m, 7 * m, 5 * m]))
println(distance / m)
try
    distance + time
catch e
    println(e isa DimensionError)
    showerror(stdout, e)
    println()
end
println(Metre === Quantity{1,0,0}, " ", m isa Metre, " ", s isa Metre)
speed(d::Metre, t::Second) = d / t
println(speed(10m, 2s))
try
    speed(10s, 2s)
catch e
    println(typeof(e))
end
