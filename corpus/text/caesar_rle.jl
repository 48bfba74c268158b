caesar(s, k) = map(c -> isletter(c) ? (base = isuppercase(c) ? 'A' : 'a'; base + mod(c - base + k, 26)) : c, s)
println(caesar("Hello, World!", 3))
println(caesar(caesar("Hello, World!", 3), -3))

function rle(s)
    io = IOBuffer()
    i = 1
    chars = collect(s)
    while i <= length(chars)
        j = i
        while j < length(chars) && chars[j+1] == chars[i]
            j += 1
        end
        print(io, chars[i], j - i + 1)
        i = j + 1
    end
    String(take!(io))
end
println(rle("aaabbc"))

ispalindrome(s) = (t = filter(isletter, lowercase(s)); t == reverse(t))
println(ispalindrome("A man, a plan, a canal: Panama"), ispalindrome("Julia"))

roman = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
function toroman(n)
    out = ""
    for (v, r) in roman
        while n >= v
            out *= r
            n -= v
        end
    end
    out
end
println(toroman.([1994, 2024, 4, 9]))
println(parse(Int, "ff", base=16), " ", string(255, base=2), " ", parse(Float64, "1e-3"), " ", tryparse(Int, "x"))
println(Int('a'), " ", Char(955), " ", 'a' + 2, " ", 'z' - 'a', " ", "αβγ"[3], " ", sizeof("αβγ"))
for (i, c) in pairs("héllo")
    print(i, c, " ")
end
println()
println(bitstring(Int8(-3)), " ", string(3.0), " ", repr("a\"b\n"), " ", lpad(7, 3, '0'))
