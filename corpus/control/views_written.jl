#: differentiable viewed([1.0, 2.0, 3.0, 4.0])
function viewed(x)
    a = copy(x)
    v = view(a, 2:3)
    v .*= 2
    w = view(v, 2:2)
    w[1] += 10
    a[1] = v[1] + v[2]
    return sum(a .^ 2)
end
println(viewed([1.0, 2.0, 3.0, 4.0]))
A = reshape(collect(1:6), 2, 3)
@views A[:, 2] .= 0
r = reshape(A, 3, 2)
r[1, 1] = 50
t = A'
t[3, 2] = -7
println(A, r, vec(A))
s = @view A[end:-1:1, 1]
s[1] = 77
println(A)
