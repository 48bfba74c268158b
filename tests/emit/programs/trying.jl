# try, catch, finally, and exits through them.
function safe(f)
    try
        return f()
    catch e
        return sprint(showerror, e)
    finally
        println("done")
    end
end
println(safe(() -> 1), " ", safe(() -> error("bad")))

function in_loop(xs)
    out = []
    for x in xs
        try
            x == 3 && continue
            x == 5 && break
            x == 2 && error("two")
            push!(out, x)
        catch
            push!(out, -x)
        end
        push!(out, 100)
    end
    out
end
println(in_loop(1:6))

function returned(xs)
    for x in xs
        try
            if x > 2
                return x
            end
        finally
            print("f", x, " ")
        end
    end
    0
end
println(returned(1:5), " ", returned(1:2))

function loop_in_try(xs)
    try
        for x in xs
            if x == 4
                return "four"
            end
            x == 9 && error("nine")
        end
        "end"
    catch e
        e isa ErrorException ? e.msg : rethrow()
    end
end
println(loop_in_try(1:5), loop_in_try(1:3), loop_in_try(8:10))

function values_of_try(s)
    x = try
        parse(Int, s)
    catch
        -1
    end
    x + 1
end
println(values_of_try("41"), values_of_try("x"))

function sets_in_try()
    local y
    try
        y = 1
        error("after")
    catch
        y += 10
    end
    y
end
println(sets_in_try())

struct MyError <: Exception
    code::Int
end
Base.showerror(io::IO, e::MyError) = print(io, "MyError with ", e.code)
function thrower(n)
    n > 2 && throw(MyError(n))
    n
end
for n in 1:3
    try
        println(thrower(n))
    catch err
        println(err.code, " ", sprint(showerror, err), " ", err isa MyError)
    end
end
function nested()
    try
        try
            error("inner")
        catch e
            throw(ArgumentError("outer from " * e.msg))
        end
    catch e
        e.msg
    end
end
println(nested())
function staged_branch_in_try(x)
    r = 0
    try
        if x > 0
            r = 1
        else
            r = 2
        end
    catch
        r = 3
    end
    r
end
println(staged_branch_in_try(1), staged_branch_in_try(-1))
