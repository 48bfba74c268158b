module T0
# enum
@enum Color red=1 green blue=10
println(red, " ", Int(green), " ", blue)
println(Color(1))
println(typeof(red))
println(instances(Color))
f(c::Color) = c == red ? "R" : "other"
println(f(red), f(blue))

end

module T1
# show macro
x = 3
@show x
@show x + 1
y = @show x * 2
println(y)
@show x y
@show (x, y)

end

module T2
# assert
try
    @assert 1 == 2
catch e
    println(e)
end
try
    @assert 1 == 2 "message"
catch e
    println(e.msg)
end
@assert true

end

module T3
# printf
using Printf
@printf("%d %5.2f %s\n", 3, 2.5, "abc")
s = @sprintf("%03d|%-5s|%e", 7, "ab", 12345.678)
println(s)

end

module T4
# docstrings
"""
    foo(x)

Doc.
"""
function foo(x)
    x
end
"A type"
struct T1
    "field doc"
    a::Int
end
println(foo(1), T1(2).a)

end

module T5
# const and globals
const N = 10
const a, b = 1, 2
global gg = 5
function usegg()
    global gg += 1
    gg
end
println(usegg(), N, a, b)

end

module T6
# views and dots
a = [1.0 2.0; 3.0 4.0]
@views b = a[:, 1] .+ a[:, 2]
println(b)
v = @view a[1, :]
v .= 9
println(a)
x = [1.0, 4.0]
y = @. sqrt(x) + x^2
println(y)
@. x = x * 2
println(x)
z = similar(x)
z .= x .+ 1
println(z)
f(x, y) = x + 2y
println(f.(x, 3), f.([1, 2], [3, 4]'))

end

module T7
# generated and hints
@inline function f(x)
    @inbounds x[1] + @fastmath x[2] * 2
end
println(f([1, 2]))
function s(a)
    t = 0
    @simd for i in eachindex(a)
        @inbounds t += a[i]
    end
    t
end
println(s([1, 2, 3]))

end
