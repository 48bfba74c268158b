# Integers modulo N, with N as a type parameter.
struct Mod{N} <: Integer
    value::Int
    Mod{N}(x::Integer) where {N} = new{N}(mod(x, N))
end
Base.:+(a::Mod{N}, b::Mod{N}) where {N} = Mod{N}(a.value + b.value)
Base.:-(a::Mod{N}, b::Mod{N}) where {N} = Mod{N}(a.value - b.value)
Base.:-(a::Mod{N}) where {N} = Mod{N}(-a.value)
Base.:*(a::Mod{N}, b::Mod{N}) where {N} = Mod{N}(a.value * b.value)
Base.inv(a::Mod{N}) where {N} = Mod{N}(invmod(a.value, N))
Base.:/(a::Mod{N}, b::Mod{N}) where {N} = a * inv(b)
Base.promote_rule(::Type{Mod{N}}, ::Type{T}) where {N,T<:Integer} = Mod{N}
Base.convert(::Type{Mod{N}}, x::Integer) where {N} = Mod{N}(x)
Base.convert(::Type{Mod{N}}, x::Mod{N}) where {N} = x
Base.show(io::IO, a::Mod{N}) where {N} = print(io, a.value, " (mod ", N, ")")
Base.:(==)(a::Mod{N}, b::Mod{N}) where {N} = a.value == b.value
Base.zero(::Type{Mod{N}}) where {N} = Mod{N}(0)
Base.one(::Type{Mod{N}}) where {N} = Mod{N}(1)
modulus(::Mod{N}) where {N} = N
modulus(::Type{Mod{N}}) where {N} = N

const F7 = Mod{7}
a, b = F7(5), F7(4)
println(a + b, ", ", a - b, ", ", a * b, ", ", a / b, ", ", -a)
println(a + 10, ", ", 3 * b)
println(a^10, " ", a^-1 * a)
println([F7(i) * F7(j) for i in 1:3, j in 1:3])
println(sum(F7(i) for i in 1:6), " ", prod(F7(i) for i in 1:6))
println(modulus(a), " ", modulus(F7), " ", typeof(a))
println(F7(12) == 5, " ", F7(3) == F7(10), " ", isone(F7(8)))
println([x for x in 1:6 if F7(x)^2 == F7(2)])
try
    F7(1) + Mod{5}(1)
catch e
    println(typeof(e))
end
function fermat(p)
    all(Mod{p}(x)^(p - 1) == Mod{p}(1) for x in 1:p-1)
end
println([n for n in 2:20 if fermat(n)])
println(zeros(F7, 3))
