function knapsack(values, weights, cap)
    n = length(values)
    K = zeros(Int, n + 1, cap + 1)
    for i in 1:n, w in 0:cap
        if weights[i] <= w
            K[i+1, w+1] = max(K[i, w+1], K[i, w-weights[i]+1] + values[i])
        else
            K[i+1, w+1] = K[i, w+1]
        end
    end
    chosen = Int[]
    w = cap
    for i in n:-1:1
        if K[i+1, w+1] != K[i, w+1]
            pushfirst!(chosen, i)
            w -= weights[i]
        end
    end
    return K[end, end], chosen
end

function lcs(a, b)
    m, n = length(a), length(b)
    L = zeros(Int, m + 1, n + 1)
    for i in 1:m
        for j in 1:n
            L[i+1, j+1] = a[i] == b[j] ? L[i, j] + 1 : max(L[i+1, j], L[i, j+1])
        end
    end
    out = Char[]
    i, j = m, n
    while i > 0 && j > 0
        if a[i] == b[j]
            push!(out, a[i])
            i -= 1
            j -= 1
        elseif L[i, j+1] >= L[i+1, j]
            i -= 1
        else
            j -= 1
        end
    end
    return String(reverse(out))
end

function edit_distance(s, t)
    prev = collect(0:length(t))
    for (i, c) in enumerate(s)
        cur = similar(prev)
        cur[1] = i
        for (j, d) in enumerate(t)
            cur[j+1] = min(prev[j+1] + 1, cur[j] + 1, prev[j] + (c == d ? 0 : 1))
        end
        prev = cur
    end
    prev[end]
end

println(knapsack([60, 100, 120], [1, 2, 3], 5))
println(lcs("AGGTAB", "GXTXAYB"))
println(edit_distance("kitten", "sitting"), " ", edit_distance("", "abc"))
