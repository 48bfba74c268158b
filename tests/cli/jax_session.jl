key = PRNGKey(0)
A = rand(key, 3, 4)
f(x) = x * x + x ^ 2
display(f.(A))
