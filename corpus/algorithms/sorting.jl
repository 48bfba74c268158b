function bubblesort!(a)
    n = length(a)
    for pass in 1:n-1
        swapped = false
        for i in 1:n-pass
            if a[i] > a[i+1]
                a[i], a[i+1] = a[i+1], a[i]
                swapped = true
            end
        end
        swapped || return a
    end
    return a
end

function quicksort!(a, lo=1, hi=length(a))
    lo >= hi && return a
    p = a[(lo+hi)>>>1]
    i, j = lo, hi
    while i <= j
        while a[i] < p
            i += 1
        end
        while a[j] > p
            j -= 1
        end
        if i <= j
            a[i], a[j] = a[j], a[i]
            i += 1
            j -= 1
        end
    end
    quicksort!(a, lo, j)
    quicksort!(a, i, hi)
    return a
end

function mergesort(a)
    length(a) <= 1 && return a
    mid = length(a) ÷ 2
    l, r = mergesort(a[1:mid]), mergesort(a[mid+1:end])
    out = similar(a, 0)
    i = j = 1
    while i <= length(l) && j <= length(r)
        if l[i] <= r[j]
            push!(out, l[i]); i += 1
        else
            push!(out, r[j]); j += 1
        end
    end
    append!(append!(out, l[i:end]), r[j:end])
end

function insertion!(a; by=identity)
    for i in 2:length(a)
        x = a[i]
        j = i - 1
        while j >= 1 && by(a[j]) > by(x)
            a[j+1] = a[j]
            j -= 1
        end
        a[j+1] = x
    end
    a
end

data = [5, 2, 9, 1, 5, 6, -3, 0]
println(bubblesort!(copy(data)))
println(quicksort!(copy(data)))
println(insertion!(copy(data), by=abs))
println(mergesort([3.5, 1.0, 2.5]))
println(sort(data, rev=true), " ", sortperm(data), " ", sort(["pear", "fig", "apple"], by=length))
println(data)
