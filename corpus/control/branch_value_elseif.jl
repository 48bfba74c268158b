#: differentiable piece([-1.5, 0.25, 3.0])
f(x) = if x < 0
    -x
elseif x < 1
    x^2
else
    2x - 1
end
piece(x) = sum(f.(x)) + f(x[1]) * f(x[2])
println(f(-1.5), " ", f(0.5), " ", f(2), " ", piece([-1.5, 0.25, 3.0]))
