function sieve(n)
    isp = trues(n)
    isp[1] = false
    for i in 2:isqrt(n)
        if isp[i]
            for j in i^2:i:n
                isp[j] = false
            end
        end
    end
    return findall(isp)
end

function factorize(n)
    factors = Pair{Int,Int}[]
    d = 2
    while d * d <= n
        k = 0
        while n % d == 0
            n = div(n, d)
            k += 1
        end
        k > 0 && push!(factors, d => k)
        d += d == 2 ? 1 : 2
    end
    n > 1 && push!(factors, n => 1)
    return factors
end

function extgcd(a, b)
    b == 0 && return a, 1, 0
    g, x, y = extgcd(b, a % b)
    return g, y, x - (a ÷ b) * y
end

println(sieve(60))
println(length(sieve(10000)))
println(factorize(360), " ", factorize(97))
println(extgcd(240, 46), " ", gcd(240, 46), " ", lcm(4, 6), " ", powermod(3, 200, 13), " ", invmod(3, 11))
println([n for n in 2:1000 if n == sum(d for d in 1:n-1 if n % d == 0)])
println(digits(1234), " ", sum(digits(2^40)), " ", factorial(10), " ", binomial(10, 3))
