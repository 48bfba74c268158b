# macro with hygiene
macro timeit2(ex)
    quote
        local t0 = 1
        local val = $(esc(ex))
        t0 + 1
        val
    end
end
t0 = 100
println(@timeit2 t0 + 1)
println(t0)

# macro methods and varargs
macro mm(x)
    :("one")
end
macro mm(x, y)
    :("two")
end
println(@mm(1), @mm(1, 2))
macro sum_all(args...)
    ex = :(0)
    for a in args
        ex = :($ex + $(esc(a)))
    end
    ex
end
z = 5
println(@sum_all 1 2 z)

# macro in module used qualified
module MM
export @dbl
helper(x) = x * 2
macro dbl(x)
    :(helper($(esc(x))))
end
end
using .MM
println(@dbl 4)
println(MM.@dbl 5)

# string macro own
macro up_str(s)
    uppercase(s)
end
println(up"abc")
macro rev_str(s, flag)
    reverse(s) * flag
end
println(rev"abc"z)

# loop unrolling macro
macro unroll3(ex)
    Expr(:block, [esc(ex) for i in 1:3]...)
end
n = 0
@unroll3 global n += 1
println(n)

# macro generating struct and function
macro defpoint(name, fields...)
    quote
        struct $(esc(name))
            $(map(f -> esc(:($f::Float64)), fields)...)
        end
    end
end
@defpoint P3 x y z
println(P3(1, 2, 3))

# macro inspecting expression
macro explain(ex)
    if ex isa Expr && ex.head == :call
        return :(println("call of ", $(string(ex.args[1])), " = ", $(esc(ex))))
    end
    :(println("other"))
end
@explain sqrt(4.0)
@explain 3

# walking expression
replace_sym(ex, old, new) = ex
replace_sym(ex::Symbol, old, new) = ex == old ? new : ex
function replace_sym(ex::Expr, old, new)
    Expr(ex.head, [replace_sym(a, old, new) for a in ex.args]...)
end
macro with_x(val, ex)
    esc(replace_sym(ex, :x, val))
end
println(@with_x 7 x * x + 1)
println(replace_sym(:(x + y * x), :x, :z))

# nested quotes and Expr construction
e = Expr(:block)
push!(e.args, :(x = 1))
push!(e.args, :(x + 1))
println(length(e.args))
println(eval(e))
e2 = :(foo($(1 + 2), $([1, 2]...)))
println(e2)

# esc function def
macro define(name, body)
    quote
        function $(esc(name))(x)
            $(esc(body))
        end
    end
end
@define triple 3x
println(triple(4))
