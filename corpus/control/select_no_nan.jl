#: differentiable safe([4.0, -1.0, 0.25, 2.25])
root(x) = x > 0 ? sqrt(x) : 0.0
safe(x) = sum(root.(x)) + sum(v > 0.5 ? log(v) : v for v in x)
println(safe([4.0, -1.0, 0.25, 2.25]))
println(root.([-1, 4]), ifelse.([true, false], 1, 2))
