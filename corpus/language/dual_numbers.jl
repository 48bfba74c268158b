# Forward-mode differentiation by operator overloading.
struct Dual <: Number
    v::Float64
    d::Float64
end
import Base: +, -, *, /, sin, exp, convert, promote_rule, show
+(a::Dual, b::Dual) = Dual(a.v + b.v, a.d + b.d)
-(a::Dual, b::Dual) = Dual(a.v - b.v, a.d - b.d)
*(a::Dual, b::Dual) = Dual(a.v * b.v, a.v * b.d + a.d * b.v)
/(a::Dual, b::Dual) = Dual(a.v / b.v, (a.d * b.v - a.v * b.d) / b.v^2)
sin(a::Dual) = Dual(sin(a.v), cos(a.v) * a.d)
exp(a::Dual) = Dual(exp(a.v), exp(a.v) * a.d)
convert(::Type{Dual}, x::Real) = Dual(x, 0.0)
promote_rule(::Type{Dual}, ::Type{<:Real}) = Dual
show(io::IO, x::Dual) = print(io, x.v, " + ", x.d, "ϵ")

derivative(f, x) = f(Dual(x, 1.0)).d
println(Dual(1.0, 2.0) * Dual(3.0, 4.0))
println(derivative(x -> x * x + 3x, 2.0))
println(derivative(x -> sin(x) * exp(x), 0.5))
println(derivative(x -> x^3, 2.0))
function babylonian(x; N=10)
    t = (1 + x) / 2
    for i in 2:N
        t = (t + x / t) / 2
    end
    t
end
println(babylonian(2.0), " ", derivative(babylonian, 2.0), " ", 0.5 / sqrt(2))
println([Dual(1, 0), Dual(2, 1)])
