function outer_loop()
    i = 0
    for outer i in 1:4
        i == 3 && break
    end
    j = 7
    for j in 1:2
    end
    return i, j
end
println(outer_loop())
function shadow()
    x = 1
    for k in 1:2
        local x = k * 10
        x += 1
    end
    let x = 5
        x += 1
    end
    return x
end
println(shadow())
