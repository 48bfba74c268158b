# eval basics
x = 3
println(eval(:(x + 1)))
eval(:(y = 10))
println(eval(:y))
f(a) = a
eval(:(f(a, b) = a + b))
println(f(1), eval(:(f(1, 2))))
ex = Expr(:call, :println, "hi")
eval(ex)
eval(Meta.parse("println(1 + 1)"))

# symbolic differentiation
d(ex::Number, v) = 0
d(ex::Symbol, v) = ex == v ? 1 : 0
function d(ex::Expr, v)
    op = ex.args[1]
    if op == :+
        return :($(d(ex.args[2], v)) + $(d(ex.args[3], v)))
    elseif op == :*
        a, b = ex.args[2], ex.args[3]
        return :($(d(a, v)) * $b + $a * $(d(b, v)))
    end
    error("unknown op $op")
end
println(d(:(x * x + 3 * x), :x))

# generated
@generated function dims(x::Array{T,N}) where {T,N}
    :( $N * 10 )
end
println(dims(zeros(2, 2)), dims(zeros(3)))
