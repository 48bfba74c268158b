apply(f, xs...; init=0) = foldl(f, xs; init=init)
println(apply(+, 1, 2, 3), " ", apply(max, 5, 9; init=7))
function timesum(f, n)
    s = 0
    for i in 1:n
        s += f(i)
    end
    s
end
r = timesum(4) do i
    isodd(i) && return 0
    i^2
end
println(r)
g(a, b=a + 1; c=a * b) = (a, b, c)
println(g(1), g(1, 5), g(2; c=0))
h(; kw...) = [k => v for (k, v) in kw]
println(h(x=1, y="s"))
