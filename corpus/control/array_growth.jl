function evens(n)
    v = Int[]
    i = 0
    while length(v) < n
        i += 1
        iseven(i) && push!(v, i)
    end
    v
end
function dedupe!(v)
    i = 1
    while i < length(v)
        if v[i] == v[i+1]
            deleteat!(v, i + 1)
        else
            i += 1
        end
    end
    return v
end
println(evens(4), dedupe!([1, 1, 2, 2, 2, 3]), " ", resize!([1, 2, 3], 2), append!([1], [2, 3]))
stack = [1]
while !isempty(stack)
    x = pop!(stack)
    x < 4 && push!(stack, x + 1, x + 2)
end
println(stack)
