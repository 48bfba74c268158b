function parse_all(xs)
    good, bad = Int[], String[]
    for x in xs
        try
            push!(good, parse(Int, x))
        catch e
            e isa ArgumentError || rethrow()
            push!(bad, x)
            continue
        finally
            print(".")
        end
    end
    return good, bad
end
println(parse_all(["1", "x", "30"]))
function first_ok(fs)
    for f in fs
        try
            return f()
        catch
        end
    end
    return "none"
end
println(first_ok([() -> error("a"), () -> 42, () -> 43]), " ", first_ok([]))
