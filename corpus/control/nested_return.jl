function find2d(A, v)
    for j in axes(A, 2)
        for i in axes(A, 1)
            A[i, j] == v && return (i, j)
        end
    end
    return nothing
end
A = [1 2; 3 4]
println(find2d(A, 3), " ", find2d(A, 9))
