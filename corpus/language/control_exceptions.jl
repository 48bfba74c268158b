function safe_div(a, b)
    try
        b == 0 && throw(DivideError())
        return a / b
    catch e
        if e isa DivideError
            return Inf
        end
        rethrow()
    finally
        print("[done]")
    end
end
println(safe_div(1, 2), " ", safe_div(1, 0))

struct MyError <: Exception
    msg::String
    code::Int
end
Base.showerror(io::IO, e::MyError) = print(io, "MyError: ", e.msg, " (", e.code, ")")
function risky(n)
    n > 2 && throw(MyError("too big", n))
    n < 0 && error("negative: $n")
    return sqrt(n)
end
for n in (1, 3, -1)
    try
        println(risky(n))
    catch e
        println(sprint(showerror, e))
    end
end
for f in (() -> [1, 2][3], () -> Dict(:a => 1)[:b], () -> sqrt(-1.0), () -> parse(Int, "x1"), () -> 1 ÷ 0, () -> Int(2.5), () -> [1, 2] + [1, 2, 3], () -> undefined_name, () -> "a" + 1)
    try
        f()
    catch e
        println(typeof(e))
    end
end
i = 0
while true
    global i += 1
    i == 3 && continue
    i > 6 && break
    print(i, " ")
end
println()
for i in 1:3, j in 1:3
    j > i && continue
    i == 3 && break
    print((i, j))
end
println()
x = 5
println(x > 3 ? "big" : "small", " ", x == 5 || error("no"), " ", 1 < x <= 5, " ", x in 1:4)
r = if x < 3
    "a"
elseif x < 6
    "b"
else
    "c"
end
println(r)
z = begin
    p = 2
    p^3
end
println(z, " ", ifelse(true, 1, 2), " ", xor(true, false), " ", !true, " ", isnothing(nothing))
@assert 1 + 1 == 2
println((() -> (for k in 1:5
    k^2 > 10 && return k
end))())
