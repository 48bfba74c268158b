# Polynomials as callable structs with operators of their own.
struct Polynomial{T<:Number}
    coefficients::Vector{T}
    function Polynomial{T}(c::Vector{T}) where {T<:Number}
        n = length(c)
        while n > 1 && iszero(c[n])
            n -= 1
        end
        new{T}(c[1:n])
    end
end
Polynomial(c::Vector{T}) where {T<:Number} = Polynomial{T}(c)
Polynomial(c::Number...) = Polynomial(collect(promote(c...)))

degree(p::Polynomial) = length(p.coefficients) - 1
Base.getindex(p::Polynomial{T}, i::Integer) where {T} = i <= degree(p) ? p.coefficients[i + 1] : zero(T)
Base.length(p::Polynomial) = length(p.coefficients)
Base.iterate(p::Polynomial, i = 1) = i > length(p) ? nothing : (p.coefficients[i], i + 1)
Base.eltype(::Type{Polynomial{T}}) where {T} = T

function (p::Polynomial)(x)
    result = zero(x) * zero(eltype(p.coefficients))
    for c in reverse(p.coefficients)
        result = result * x + c
    end
    return result
end

Base.:+(p::Polynomial, q::Polynomial) = Polynomial([p[i] + q[i] for i in 0:max(degree(p), degree(q))])
Base.:-(p::Polynomial) = Polynomial(-p.coefficients)
Base.:-(p::Polynomial, q::Polynomial) = p + (-q)
function Base.:*(p::Polynomial{T}, q::Polynomial{S}) where {T,S}
    R = promote_type(T, S)
    c = zeros(R, degree(p) + degree(q) + 1)
    for i in 0:degree(p), j in 0:degree(q)
        c[i + j + 1] += p[i] * q[j]
    end
    return Polynomial(c)
end
Base.:*(a::Number, p::Polynomial) = Polynomial(a .* p.coefficients)
Base.:^(p::Polynomial, n::Integer) = n == 0 ? Polynomial(one(eltype(p))) : prod(p for _ in 1:n)
Base.:(==)(p::Polynomial, q::Polynomial) = p.coefficients == q.coefficients

derivative(p::Polynomial) = degree(p) == 0 ? Polynomial(zero(p[0])) : Polynomial([k * p[k] for k in 1:degree(p)])

function Base.show(io::IO, p::Polynomial)
    first = true
    for k in degree(p):-1:0
        c = p[k]
        iszero(c) && degree(p) > 0 && continue
        if !first
            print(io, c < 0 ? " - " : " + ")
            c = abs(c)
        end
        if k == 0
            print(io, c)
        else
            isone(c) || print(io, c)
            print(io, k == 1 ? "x" : "x^$k")
        end
        first = false
    end
end

p = Polynomial(1, -2, 3)
q = Polynomial(0, 1)
println(p)
println(q)
println(p + q, " | ", p - q, " | ", p * q)
println(p(2), " ", p(0.5), " ", p(1 // 2))
println(derivative(p), " ", derivative(derivative(p)))
println(p^3)
println(degree(p * p), " ", typeof(p), " ", typeof(p * Polynomial(0.5, 1)))
println(p == Polynomial([1, -2, 3, 0, 0]))
println(collect(p))
println(map(p, [1, 2, 3]))
println(p.([0.0, 1.0]))
println(sum(p), " ", 2 * p)
println(Polynomial(1, 2.5))
