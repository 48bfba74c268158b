#: differentiable cn_value([0.0, 0.4, 0.9, 0.7, 0.2, 0.0])
function thomas(a, b, c, d)
    n = length(d)
    cp = zeros(n)
    dp = zeros(n)
    cp[1] = c[1] / b[1]
    dp[1] = d[1] / b[1]
    for i in 2:n
        m = b[i] - a[i] * cp[i-1]
        cp[i] = c[i] / m
        dp[i] = (d[i] - a[i] * dp[i-1]) / m
    end
    x = zeros(n)
    x[n] = dp[n]
    for i in n-1:-1:1
        x[i] = dp[i] - cp[i] * x[i+1]
    end
    return x
end

function crank_nicolson(u, r, steps)
    n = length(u)
    a = fill(-r / 2, n)
    b = fill(1 + r, n)
    c = fill(-r / 2, n)
    a[1] = c[1] = a[n] = c[n] = 0
    b[1] = b[n] = 1
    for _ in 1:steps
        d = copy(u)
        for i in 2:n-1
            d[i] = u[i] + r / 2 * (u[i-1] - 2u[i] + u[i+1])
        end
        u = thomas(a, b, c, d)
    end
    return u
end
cn_value(u0) = crank_nicolson(u0, 0.8, 6)[3]

println(thomas([0.0, -1, -1], [2.0, 2, 2], [-1.0, -1, 0], [1.0, 2, 3]))
println(crank_nicolson([0.0, 0.4, 0.9, 0.7, 0.2, 0.0], 0.8, 6))
