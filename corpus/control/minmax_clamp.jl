#: differentiable mm([0.5, -1.5, 2.5])
mm(x) = max(x[1], x[2]) * min(x[2], x[3]) + clamp(x[3], 0.0, 1.0) + abs(x[2]) + sum(max.(x, 0.0)) + sum(clamp.(x, -1, 2))
println(mm([0.5, -1.5, 2.5]), " ", max(1, 2.0), " ", min(3, 1, 2), " ", clamp(5, 1, 3), " ", clamp.([1, 9], 2, 5), " ", extrema([3, 1, 2]), " ", minmax(2, 1))
