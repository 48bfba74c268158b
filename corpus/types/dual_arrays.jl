# A number type of one's own inside arrays: linear algebra, gradients, broadcasting.
using LinearAlgebra
struct D <: Real
    v::Float64
    d::Float64
end
D(x::Real) = D(x, 0.0)
D(x::D) = x
Base.:+(a::D, b::D) = D(a.v + b.v, a.d + b.d)
Base.:-(a::D, b::D) = D(a.v - b.v, a.d - b.d)
Base.:-(a::D) = D(-a.v, -a.d)
Base.:*(a::D, b::D) = D(a.v * b.v, a.v * b.d + a.d * b.v)
Base.:/(a::D, b::D) = D(a.v / b.v, (a.d * b.v - a.v * b.d) / b.v^2)
Base.sqrt(a::D) = D(sqrt(a.v), a.d / (2sqrt(a.v)))
Base.exp(a::D) = D(exp(a.v), a.d * exp(a.v))
Base.:<(a::D, b::D) = a.v < b.v
Base.:<=(a::D, b::D) = a.v <= b.v
Base.:(==)(a::D, b::D) = a.v == b.v
Base.abs(a::D) = a.v < 0 ? -a : a
Base.promote_rule(::Type{D}, ::Type{<:Real}) = D
Base.convert(::Type{D}, x::Real) = D(x)
Base.convert(::Type{D}, x::D) = x
Base.show(io::IO, a::D) = print(io, "D(", a.v, ",", a.d, ")")
Base.isnan(a::D) = isnan(a.v)

x = [D(1.0, 1.0), D(2.0), D(3.0)]
println(x .* 2, " ", x .+ x, " ", x .^ 2)
println(sum(x), " ", maximum(x), " ", dot(x, x))
A = [1.0 2.0 3.0; 4.0 5.0 6.0]
println(A * x)
println([2x[1] + 1, x[2] / x[1]], " ", typeof(2x), " ", eltype(A * x))
function gradient(f, x)
    map(1:length(x)) do i
        f([D(x[j], i == j) for j in 1:length(x)]).d
    end
end
rosenbrock(x) = sum(100 * (x[i+1] - x[i]^2)^2 + (1 - x[i])^2 for i in 1:length(x)-1)
println(gradient(rosenbrock, [1.0, 2.0, 3.0]))
println(gradient(x -> sqrt(x[1]^2 + x[2]^2), [3.0, 4.0]))
println(gradient(x -> exp(x[1]) * max(x[1], x[2]), [0.0, 2.0]))
function descend(f, x; rate = 0.1, steps = 50)
    for _ in 1:steps
        x = x - rate * gradient(f, x)
    end
    x
end
println(round.(descend(x -> (x[1] - 1)^2 + 2 * (x[2] + 3)^2, [0.0, 0.0]); digits = 4))
println(sort([D(3.0), D(1.0, 5.0)]), " ", D(2.0) > 1, " ", D(1.0) + 1//2, " ", 3 - D(1.0))
println(zeros(D, 2), " ", one(D), " ", zero(D(3.0)), " ", D[1, 2.5], " ", [D(1.0), 2])
println(abs(D(-2.0, 1.0)), " ", D(4.0)^2, " ", D(2.0, 1.0)^3, " ", inv(D(2.0, 1.0)))
println(clamp(D(5.0, 1.0), 0, 3), " ", min(D(1.0), 2), " ", iszero(D(0.0)))
println(foldl((a, b) -> a * b + 1, x), " ", cumsum(x), " ", prod(x))
println(x' * x, " ", norm([3.0, 4.0]), " ", reshape(repeat(x, 2), 3, 2)[2, 2])
