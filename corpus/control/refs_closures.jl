function counter()
    c = Ref(0)
    bump() = (c[] += 1)
    bump(); bump()
    return c[]
end
function sumwith(x)
    s = 0.0
    add(v) = (s += v)
    for v in x
        add(v)
    end
    return s
end
println(counter(), " ", sumwith([1.0, 2.5]))
fs = []
for i in 1:3
    push!(fs, x -> x * i)
end
println([f(10) for f in fs])
function loopvars()
    out = Int[]
    for i in 1:3
        i *= 10
        push!(out, i)
    end
    out
end
println(loopvars())
