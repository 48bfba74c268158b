function lastneg(x)
    found = nothing
    for v in x
        if v < 0
            found = v
        end
    end
    return found
end
println(lastneg([1, -2, 3, -4]), " ", lastneg([1, 2]))
