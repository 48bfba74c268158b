function vowels(s)
    n = 0
    for c in s
        c in "aeiou" && (n += 1)
    end
    n
end
println(vowels("hello world"), " ", [c for c in "abc"], " ", join(reverse(collect("abc"))))
s = ""
for (i, c) in enumerate("xyz")
    global s *= c^i
end
println(s)
for c in 'a':'c'
    print(c, Int(c), " ")
end
println()
