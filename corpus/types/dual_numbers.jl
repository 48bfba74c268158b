# Forward-mode differentiation with dual numbers.
struct Dual{T<:Real} <: Number
    value::T
    deriv::T
end
Dual(v::Real, d::Real) = Dual(promote(v, d)...)
Dual(v::Real) = Dual(v, zero(v))

value(x::Dual) = x.value
value(x::Real) = x
deriv(x::Dual) = x.deriv
deriv(x::Real) = zero(x)

Base.:+(a::Dual, b::Dual) = Dual(a.value + b.value, a.deriv + b.deriv)
Base.:-(a::Dual, b::Dual) = Dual(a.value - b.value, a.deriv - b.deriv)
Base.:-(a::Dual) = Dual(-a.value, -a.deriv)
Base.:*(a::Dual, b::Dual) = Dual(a.value * b.value, a.value * b.deriv + a.deriv * b.value)
Base.:/(a::Dual, b::Dual) = Dual(a.value / b.value, (a.deriv * b.value - a.value * b.deriv) / b.value^2)
Base.sin(a::Dual) = Dual(sin(a.value), cos(a.value) * a.deriv)
Base.cos(a::Dual) = Dual(cos(a.value), -sin(a.value) * a.deriv)
Base.exp(a::Dual) = Dual(exp(a.value), exp(a.value) * a.deriv)
Base.log(a::Dual) = Dual(log(a.value), a.deriv / a.value)
Base.:^(a::Dual, n::Integer) = Dual(a.value^n, n * a.value^(n - 1) * a.deriv)
Base.convert(::Type{Dual{T}}, x::Real) where {T} = Dual{T}(x, zero(T))
Base.convert(::Type{Dual{T}}, x::Dual) where {T} = Dual{T}(x.value, x.deriv)
Base.promote_rule(::Type{Dual{T}}, ::Type{S}) where {T<:Real,S<:Real} = Dual{promote_type(T, S)}
Base.promote_rule(::Type{Dual{T}}, ::Type{Dual{S}}) where {T<:Real,S<:Real} = Dual{promote_type(T, S)}
Base.show(io::IO, x::Dual) = print(io, x.value, " + ", x.deriv, "ε")
Base.isless(a::Dual, b::Dual) = isless(a.value, b.value)
Base.zero(::Type{Dual{T}}) where {T} = Dual(zero(T), zero(T))
Base.one(::Type{Dual{T}}) where {T} = Dual(one(T), zero(T))

derivative(f, x) = deriv(f(Dual(x, one(x))))

f(x) = x^3 - 2x + 1
println(f(Dual(2.0, 1.0)))
println(derivative(f, 3.0))
println(derivative(x -> sin(x) * exp(x), 0.5))
println(derivative(x -> 1 / (1 + x * x), 1.0))
println(derivative(x -> log(2x) / x, 1.0))
println(Dual(1, 2.5))
println(typeof(Dual(1, 2)), " ", typeof(Dual(1, 2) + 1.5))
xs = [Dual(1.0, 1.0), Dual(2.0, 0.0), Dual(3.0, -1.0)]
println(xs)
println(sum(xs))
println(prod(xs))
println(maximum(xs))
println(eltype([Dual(1, 1), 2.5]))
horner(c, x) = foldr((a, acc) -> a + x * acc, c)
println(horner([1.0, 2.0, 3.0], Dual(2.0, 1.0)))

function newton(f, x; tol = 1e-12, maxiter = 50)
    for i in 1:maxiter
        d = f(Dual(x, 1.0))
        step = value(d) / deriv(d)
        x -= step
        abs(step) < tol && return x, i
    end
    return x, maxiter
end
root, iterations = newton(x -> x^2 - 2, 1.0)
println(root, " after ", iterations)
println(Dual(1.0, 2.0) == Dual(1.0, 2.0), " ", Dual(1.0, 2.0) === Dual(1.0, 2.0), " ", Dual(1, 0) == Dual(1.0, 0.0))
