# eval loops
struct W
    v::Float64
end
for op in (:+, :-, :*)
    @eval Base.$op(a::W, b::W) = W($op(a.v, b.v))
end
println((W(1) + W(2)).v, (W(5) * W(2)).v)
for (fn, val) in ((:one_, 1), (:two_, 2))
    @eval $fn() = $val
end
println(one_(), two_())
for f in [:sin, :cos]
    name = Symbol(f, "_twice")
    @eval function $name(x)
        return 2 * $f(x)
    end
end
println(sin_twice(0.0), cos_twice(0.0))
