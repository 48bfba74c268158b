#: differentiable call_price([100.0, 0.2])
# Abramowitz-Stegun approximation of the normal distribution, Black-Scholes, binomial tree.
function cdf(x)
    a1, a2, a3, a4, a5 = 0.319381530, -0.356563782, 1.781477937, -1.821255978, 1.330274429
    k = 1 / (1 + 0.2316419 * abs(x))
    w = 1 - exp(-x^2 / 2) / sqrt(2π) * (a1 * k + a2 * k^2 + a3 * k^3 + a4 * k^4 + a5 * k^5)
    return x < 0 ? 1 - w : w
end

function black_scholes(S, K, r, σ, T; kind=:call)
    d1 = (log(S / K) + (r + σ^2 / 2) * T) / (σ * sqrt(T))
    d2 = d1 - σ * sqrt(T)
    if kind == :call
        return S * cdf(d1) - K * exp(-r * T) * cdf(d2)
    else
        return K * exp(-r * T) * cdf(-d2) - S * cdf(-d1)
    end
end
call_price(v) = black_scholes(v[1], 105.0, 0.05, v[2], 1.0)

function binomial(S, K, r, σ, T, n; american=false)
    dt = T / n
    u = exp(σ * sqrt(dt))
    d = 1 / u
    p = (exp(r * dt) - d) / (u - d)
    V = [max(K - S * u^j * d^(n - j), 0.0) for j in 0:n]
    for i in n-1:-1:0
        for j in 0:i
            V[j+1] = exp(-r * dt) * (p * V[j+2] + (1 - p) * V[j+1])
            if american
                V[j+1] = max(V[j+1], K - S * u^j * d^(i - j))
            end
        end
    end
    return V[1]
end

println(black_scholes(100.0, 105.0, 0.05, 0.2, 1.0))
println(black_scholes(100.0, 105.0, 0.05, 0.2, 1.0, kind=:put))
println(binomial(100.0, 105.0, 0.05, 0.2, 1.0, 50))
println(binomial(100.0, 105.0, 0.05, 0.2, 1.0, 50, american=true))
for K in 90:10:110
    println(K, ": ", round(black_scholes(100.0, K, 0.05, 0.2, 0.5), digits=4))
end
