#: differentiable clipped([1.0, -2.0, 3.0, -0.5])
function clipped(x)
    y = copy(x)
    y[y .< 0] .= 0
    y[[1, 3]] .*= 2
    return sum(y .^ 2)
end
println(clipped([1.0, -2.0, 3.0, -0.5]))
h = zeros(Int, 4)
for k in [1, 3, 3, 2, 3]
    h[k] += 1
end
println(h)
A = zeros(2, 3)
A[:, 1] = [1, 2]
A[2, :] .= 7
A[A .== 7] = [1, 2, 3]
println(A)
A[1:2, 2:3] = [10 20; 30 40]
println(A, A[:, [3, 1]], A[[true, false], :])
