#: differentiable spring([1.0, 0.0])
function spring(z)
    state = (z[1], z[2])
    for k in 1:10
        x, v = state
        state = (x + 0.1 * v, v - 0.1 * x)
    end
    return state[1]^2 + 2 * state[2]
end
println(spring([1.0, 0.0]))
nt = (n=0, s=0.0)
for i in 1:3
    global nt = (n=nt.n + 1, s=nt.s + i / 2)
end
println(nt)
