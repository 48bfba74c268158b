function coins(amount, denominations)
    ways = zeros(Int, amount + 1)
    ways[1] = 1
    for d in denominations
        for a in d:amount
            ways[a+1] += ways[a-d+1]
        end
    end
    ways[end]
end

const memo = Dict{Int,BigInt}()
function fib(n)
    haskey(memo, n) && return memo[n]
    r = n < 2 ? big(n) : fib(n - 1) + fib(n - 2)
    memo[n] = r
    return r
end

function mincoins(amount, cs)
    best = fill(typemax(Int) - 1, amount + 1)
    best[1] = 0
    for a in 1:amount, c in cs
        if c <= a
            best[a+1] = min(best[a+1], best[a-c+1] + 1)
        end
    end
    return best[end]
end

function lis(x)
    tails = similar(x, 0)
    for v in x
        i = searchsortedfirst(tails, v)
        if i > length(tails)
            push!(tails, v)
        else
            tails[i] = v
        end
    end
    length(tails)
end

catalan = [1]
for n in 1:10
    push!(catalan, sum(catalan[i] * catalan[n-i+1] for i in 1:n))
end

println(coins(100, [1, 5, 10, 25, 50]))
println(fib(10), " ", fib(100))
println(mincoins(63, [1, 5, 10, 21, 25]))
println(lis([10, 9, 2, 5, 3, 7, 101, 18]))
println(catalan)
println(typemax(Int), " ", typemax(Int) + 1 == typemin(Int))
