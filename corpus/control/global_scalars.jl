counter = 0
total = 0.0
function bump!(x)
    global counter += 1
    global total += x
    return counter
end
for v in (1.5, 2.5)
    bump!(v)
end
println(counter, " ", total)
const LIMITS = Dict("lo" => 1, "hi" => 5)
inside(x) = LIMITS["lo"] <= x <= LIMITS["hi"]
println(inside(3), inside(7))
let t = 1
    for i in 1:3
        t *= i + 1
    end
    println(t)
end
