# Quaternions as a number type.
struct Quaternion{T<:Real} <: Number
    s::T
    v1::T
    v2::T
    v3::T
end
Quaternion(s::Real, a::Real, b::Real, c::Real) = Quaternion(promote(s, a, b, c)...)
Quaternion(s::Real) = Quaternion(s, zero(s), zero(s), zero(s))

Base.real(q::Quaternion) = q.s
Base.conj(q::Quaternion) = Quaternion(q.s, -q.v1, -q.v2, -q.v3)
Base.abs2(q::Quaternion) = q.s^2 + q.v1^2 + q.v2^2 + q.v3^2
Base.abs(q::Quaternion) = sqrt(abs2(q))
Base.inv(q::Quaternion) = conj(q) / abs2(q)
Base.:+(a::Quaternion, b::Quaternion) = Quaternion(a.s + b.s, a.v1 + b.v1, a.v2 + b.v2, a.v3 + b.v3)
Base.:-(a::Quaternion) = Quaternion(-a.s, -a.v1, -a.v2, -a.v3)
Base.:-(a::Quaternion, b::Quaternion) = a + (-b)
function Base.:*(a::Quaternion, b::Quaternion)
    Quaternion(a.s * b.s - a.v1 * b.v1 - a.v2 * b.v2 - a.v3 * b.v3,
               a.s * b.v1 + a.v1 * b.s + a.v2 * b.v3 - a.v3 * b.v2,
               a.s * b.v2 - a.v1 * b.v3 + a.v2 * b.s + a.v3 * b.v1,
               a.s * b.v3 + a.v1 * b.v2 - a.v2 * b.v1 + a.v3 * b.s)
end
Base.:*(a::Real, q::Quaternion) = Quaternion(a * q.s, a * q.v1, a * q.v2, a * q.v3)
Base.:*(q::Quaternion, a::Real) = a * q
Base.:/(q::Quaternion, a::Real) = Quaternion(q.s / a, q.v1 / a, q.v2 / a, q.v3 / a)
Base.:/(a::Quaternion, b::Quaternion) = a * inv(b)
Base.promote_rule(::Type{Quaternion{T}}, ::Type{S}) where {T<:Real,S<:Real} = Quaternion{promote_type(T, S)}
Base.convert(::Type{Quaternion{T}}, x::Real) where {T<:Real} = Quaternion{T}(x, 0, 0, 0)
Base.convert(::Type{Quaternion{T}}, q::Quaternion) where {T<:Real} = Quaternion{T}(q.s, q.v1, q.v2, q.v3)

const im1 = Quaternion(0, 1, 0, 0)
const jm = Quaternion(0, 0, 1, 0)
const km = Quaternion(0, 0, 0, 1)

println(im1 * jm, " ", jm * im1)
println(im1 * jm == km, " ", im1^2, " ", im1 * im1 == -1)
q = Quaternion(1.0, 2.0, 3.0, 4.0)
println(abs(q), " ", conj(q), " ", abs2(q))
println(q * inv(q))
println(q + 1, " ", 2q, " ", q / 2)
println(typeof(q + 1), " ", typeof(im1 + 1), " ", typeof(im1 + 0.5))
println(sum([im1, jm, km]), " ", prod([im1, jm, km]))
println(zero(q), " ", one(q), " ", iszero(zero(q)))

function rotate(v::NTuple{3,Real}, axis::NTuple{3,Real}, angle)
    h = angle / 2
    n = sqrt(sum(abs2, axis))
    u = sin(h) / n
    r = Quaternion(cos(h), (u .* axis)...)
    p = Quaternion(0.0, v...)
    w = r * p * conj(r)
    return (w.v1, w.v2, w.v3)
end
println(round.(rotate((1, 0, 0), (0, 0, 1), pi / 2); digits = 10))
println(round.(rotate((1, 2, 3), (1, 1, 1), 2pi / 3); digits = 10))
