between(a, x, b) = a <= x < b
f(x) = (print("f"); x)
println(between(1, 2, 3), 1 < f(2) < 3 < 4, 1 < f(0) < f(5))
println(1 == 1.0 == true, " ", 3 > 2 >= 2 != 1, " ", "a" < "b" <= "b", " ", !(1 < 2), " ", 2 in [1, 2] && 3 ∉ (1, 2))
