# A small symbolic algebra.
abstract type Term end
struct Const <: Term
    value::Float64
end
struct Variable <: Term
    name::Symbol
end
struct Sum <: Term
    left::Term
    right::Term
end
struct Product <: Term
    left::Term
    right::Term
end
struct Power <: Term
    base::Term
    exponent::Int
end

Base.convert(::Type{Term}, x::Real) = Const(x)
Base.:+(a::Term, b::Term) = simplify(Sum(a, b))
Base.:+(a::Term, b::Real) = a + Const(b)
Base.:+(a::Real, b::Term) = Const(a) + b
Base.:*(a::Term, b::Term) = simplify(Product(a, b))
Base.:*(a::Term, b::Real) = a * Const(b)
Base.:*(a::Real, b::Term) = Const(a) * b
Base.:-(a::Term) = -1 * a
Base.:-(a::Term, b::Term) = a + (-b)
Base.:^(a::Term, n::Integer) = simplify(Power(a, n))

simplify(t::Term) = t
function simplify(s::Sum)
    l, r = s.left, s.right
    l isa Const && r isa Const && return Const(l.value + r.value)
    l isa Const && iszero(l.value) && return r
    r isa Const && iszero(r.value) && return l
    return s
end
simplify(p::Product) = simplify_product(p.left, p.right)
simplify_product(a::Const, b::Const) = Const(a.value * b.value)
simplify_product(a::Const, b::Term) = a.value == 0 ? a : a.value == 1 ? b : Product(a, b)
simplify_product(a::Term, b::Const) = simplify_product(b, a)
simplify_product(a::Term, b::Term) = Product(a, b)
simplify(p::Power) = p.exponent == 0 ? Const(1) : p.exponent == 1 ? p.base : p

derivative(::Const, ::Variable) = Const(0)
derivative(v::Variable, x::Variable) = Const(v == x ? 1 : 0)
derivative(s::Sum, x::Variable) = derivative(s.left, x) + derivative(s.right, x)
derivative(p::Product, x::Variable) = derivative(p.left, x) * p.right + p.left * derivative(p.right, x)
derivative(p::Power, x::Variable) = p.exponent * p.base^(p.exponent - 1) * derivative(p.base, x)

evaluate(c::Const, env) = c.value
evaluate(v::Variable, env) = env[v.name]
evaluate(s::Sum, env) = evaluate(s.left, env) + evaluate(s.right, env)
evaluate(p::Product, env) = evaluate(p.left, env) * evaluate(p.right, env)
evaluate(p::Power, env) = evaluate(p.base, env)^p.exponent

Base.show(io::IO, c::Const) = isinteger(c.value) ? print(io, Int(c.value)) : print(io, c.value)
Base.show(io::IO, v::Variable) = print(io, v.name)
Base.show(io::IO, s::Sum) = print(io, "(", s.left, " + ", s.right, ")")
Base.show(io::IO, p::Product) = print(io, p.left, "*", p.right)
Base.show(io::IO, p::Power) = print(io, p.base, "^", p.exponent)

x, y = Variable(:x), Variable(:y)
e = 3 * x^2 + 2 * x * y + 5
println(e)
println(derivative(e, x))
println(derivative(e, y))
println(evaluate(e, Dict(:x => 2.0, :y => -1.0)))
println(derivative(derivative(x^4, x), x))
println(x - x, " | ", -y, " | ", 0 * x + y)
println(typeof(e), " ", e isa Term, " ", supertype(Sum))
terms = Term[1, x, 2.5]
println(terms, " ", eltype(terms))
println(x == Variable(:x), " ", x === Variable(:x), " ", Sum(x, y) == Sum(x, y), " ", hash(x) == hash(Variable(:x)))
count_nodes(t::Term) = 1
count_nodes(t::Union{Sum,Product}) = 1 + count_nodes(t.left) + count_nodes(t.right)
count_nodes(t::Power) = 1 + count_nodes(t.base)
println(count_nodes(e))
