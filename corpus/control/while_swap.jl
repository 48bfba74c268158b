function fibpair(n)
    a, b = 0, 1
    while n > 0
        a, b = b, a + b
        n -= 1
    end
    a
end
function gcd2(a, b)
    while b != 0
        a, b = b, a % b
    end
    return a
end
println(fibpair.(0:10), " ", gcd2(48, 18))
