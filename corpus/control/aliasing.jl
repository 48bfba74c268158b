function alias!(x)
    y = x
    y[1] = 100
    z = copy(x)
    z[2] = -1
    return x, z
end
x = [1, 2, 3]
println(alias!(x), x)
y = x
y += [1, 1, 1]
println(x, y)
y = x
y .+= 1
println(x, y, x === y)
A = [[1, 2], [3, 4]]
B = copy(A)
B[1][1] = 9
B[2] = [0]
println(A, B)
f!(a, b) = (a[1] = 5; b[1] += 1; a)
v = [1, 2]
println(f!(v, v))
