# Exceptions of Base and of one's own; rethrow, finally, nesting.
struct ValidationError <: Exception
    field::Symbol
    message::String
end
Base.showerror(io::IO, e::ValidationError) = print(io, "ValidationError(", e.field, "): ", e.message)
abstract type AppError <: Exception end
struct NotFound <: AppError
    key
end
struct Denied <: AppError end

function validate(age)
    age isa Integer || throw(TypeError(:validate, "age", Integer, age))
    age < 0 && throw(ValidationError(:age, "negative"))
    age > 150 && throw(DomainError(age, "too old"))
    return age
end
for a in (30, -1, 200, "x")
    try
        println("ok ", validate(a))
    catch e
        if e isa ValidationError
            println("invalid ", e.field, ": ", e.message)
        elseif e isa DomainError
            println("domain ", e.val, " ", e.msg)
        else
            println(typeof(e))
        end
    finally
        println("checked ", a)
    end
end
function classify(f)
    try
        f()
        return "fine"
    catch e
        return string(typeof(e))
    end
end
println(classify(() -> [1, 2][3]))
println(classify(() -> Dict(1 => 2)[3]))
println(classify(() -> parse(Int, "abc")))
println(classify(() -> sqrt(-1)))
println(classify(() -> 1 ÷ 0))
println(classify(() -> error("x")))
println(classify(() -> undefined_name))
println(classify(() -> "a" + 1))
println(classify(() -> Int(2.5)))
println(classify(() -> [1, 2] + [1, 2, 3]))
println(classify(() -> throw(NotFound(1))))
println(classify(() -> @assert 1 == 2))
println(classify(() -> (1, 2)[5]))
println(classify(() -> convert(Int, "a")))
println(classify(() -> "abc"[10]))
println(classify(() -> throw(ArgumentError("bad"))))
println(classify(() -> zeros(2, 2)[3, 1]))
println(classify(() -> first(Int[])))
println(classify(() -> (x = 1)::String))
println(classify(() -> reduce(max, Int[])))
println(classify(() -> 1))
for e in (NotFound("k"), Denied(), ErrorException("plain"), ArgumentError("arg"), KeyError(:k), ValidationError(:f, "m"), DivideError(), BoundsError([1, 2], 5), DimensionMismatch("dims"), UndefVarError(:q))
    println(sprint(showerror, e))
end
lookup(k) = k == "a" ? 1 : throw(NotFound(k))
function safe(k)
    try
        lookup(k)
    catch e
        e isa AppError || rethrow()
        -1
    end
end
println(safe("a"), safe("b"))
function nested()
    log = String[]
    try
        try
            error("inner")
        catch e
            push!(log, e.msg)
            throw(ErrorException("outer"))
        finally
            push!(log, "cleanup")
        end
    catch e
        push!(log, e.msg)
    end
    return log
end
println(nested())
f() = try
    return "from try"
finally
    println("finally runs")
end
println(f())
function loops()
    out = Int[]
    for i in 1:5
        try
            i == 2 && continue
            i == 4 && break
            push!(out, i)
        finally
            push!(out, 10i)
        end
    end
    out
end
println(loops())
println(try parse(Int, "12") catch; 0 end, " ", try parse(Int, "zz") catch; 0 end)
r = try
    throw("a string")
catch e
    e
end
println(r, " ", typeof(r))
try
    try
        error("first")
    catch
        rethrow()
    end
catch e
    println("again ", e.msg)
end
m = try
    sin("x")
catch e
    e
end
println(m isa MethodError, " ", m.f === sin, " ", m.args)
