# Conversion and promotion for a family of number types.
abstract type Temperature <: Real end
struct Kelvin <: Temperature
    value::Float64
end
struct Celsius <: Temperature
    value::Float64
end
struct Fahrenheit <: Temperature
    value::Float64
end
Base.convert(::Type{Kelvin}, t::Celsius) = Kelvin(t.value + 273.15)
Base.convert(::Type{Kelvin}, t::Fahrenheit) = Kelvin((t.value - 32) * 5 / 9 + 273.15)
Base.convert(::Type{Celsius}, t::Kelvin) = Celsius(t.value - 273.15)
Base.convert(::Type{Celsius}, t::Fahrenheit) = Celsius((t.value - 32) * 5 / 9)
Base.convert(::Type{T}, t::T) where {T<:Temperature} = t
Base.promote_rule(::Type{Kelvin}, ::Type{Celsius}) = Kelvin
Base.promote_rule(::Type{Kelvin}, ::Type{Fahrenheit}) = Kelvin
Base.promote_rule(::Type{Celsius}, ::Type{Fahrenheit}) = Celsius
Base.:+(a::T, b::T) where {T<:Temperature} = T(a.value + b.value)
Base.:-(a::T, b::T) where {T<:Temperature} = T(a.value - b.value)
Base.isless(a::T, b::T) where {T<:Temperature} = a.value < b.value
Base.:(==)(a::T, b::T) where {T<:Temperature} = a.value == b.value
Base.:<(a::T, b::T) where {T<:Temperature} = a.value < b.value
println(promote(Kelvin(300), Celsius(20)), " ", promote_type(Celsius, Fahrenheit), " ", promote_type(Kelvin, Celsius, Fahrenheit))
println(Celsius(20) + Kelvin(1), " ", Celsius(100) == Kelvin(373.15), " ", Celsius(0) < Fahrenheit(50), " ", Fahrenheit(32) == Celsius(0))
println([Kelvin(1), Celsius(2)], " ", typeof([Celsius(1), Fahrenheit(212)]))
println(maximum([Celsius(1), Celsius(30)]), " ", convert(Celsius, Kelvin(300)).value)
v = Vector{Celsius}(undef, 2)
v[1] = Kelvin(273.15)
v[2] = Fahrenheit(212)
println(v)
struct Holder
    t::Kelvin
end
println(Holder(Celsius(0)), " ", Holder(Kelvin(1)))
try
    Celsius(1) + 1
catch e
    println(typeof(e))
end
try
    Celsius(1) * Celsius(2)
catch e
    println(e isa ErrorException ? e.msg : typeof(e))
end
struct Rat{T<:Integer} <: Real
    num::T
    den::T
    function Rat{T}(n, d) where {T<:Integer}
        g = gcd(n, d)
        g = d < 0 ? -g : g
        new{T}(div(n, g), div(d, g))
    end
end
Rat(n::T, d::T) where {T<:Integer} = Rat{T}(n, d)
Rat(n::Integer, d::Integer) = Rat(promote(n, d)...)
Rat(n::Integer) = Rat(n, one(n))
Rat{T}(n::Integer) where {T<:Integer} = Rat{T}(n, one(T))
Base.:+(a::Rat, b::Rat) = Rat(a.num * b.den + b.num * a.den, a.den * b.den)
Base.:*(a::Rat, b::Rat) = Rat(a.num * b.num, a.den * b.den)
Base.:-(a::Rat) = Rat(-a.num, a.den)
Base.:-(a::Rat, b::Rat) = a + (-b)
Base.:/(a::Rat, b::Rat) = Rat(a.num * b.den, a.den * b.num)
Base.:(==)(a::Rat, b::Rat) = a.num == b.num && a.den == b.den
Base.:<(a::Rat, b::Rat) = a.num * b.den < b.num * a.den
Base.promote_rule(::Type{Rat{T}}, ::Type{S}) where {T<:Integer,S<:Integer} = Rat{promote_type(T, S)}
Base.promote_rule(::Type{Rat{T}}, ::Type{S}) where {T<:Integer,S<:AbstractFloat} = promote_type(T, S)
Base.convert(::Type{Rat{T}}, x::Integer) where {T<:Integer} = Rat{T}(x)
(::Type{F})(r::Rat) where {F<:AbstractFloat} = F(r.num) / F(r.den)
Base.show(io::IO, r::Rat) = print(io, r.num, "/", r.den)
a, b = Rat(1, 2), Rat(-3, -9)
println(a, " ", b, " ", a + b, " ", a * b, " ", a - b, " ", a / b, " ", -a)
println(a + 1, " ", 2 * b, " ", a + 0.5, " ", a == Rat(2, 4), " ", a > b, " ", Rat(4, 2) == 2, " ", Float64(b), " ", Float32(a))
println(sum([a, b, a]), " ", prod([a, b]), " ", maximum([a, b]), " ", sort([a, b]), " ", typeof(Rat(Int8(1), 2)), " ", typeof(a + Int8(1)))
println(zero(a), " ", one(Rat{Int}), " ", a^2, " ", sum(Rat(1, k) for k in 1:6), " ", [a b; 1 2])
println([a, 1], " ", Rat{Int}[1, 2], " ", a < 1, " ", 0.4 < a, " ", min(a, b), " ", abs(Rat(-1, 2)))
