function maybe(c)
    if c
        z = 1
    end
    return z
end
println(maybe(true))
try
    maybe(false)
catch e
    println(e isa UndefVarError)
end
function fresh()
    for i in 1:2
        if i == 2
            return @isdefined(q)
        end
        q = i
    end
end
println(fresh())
