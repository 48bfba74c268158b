text = """
The quick brown fox jumps over the lazy dog.
The dog sleeps; the fox runs!
"""
words = split(lowercase(replace(text, r"[^\w\s]" => "")))
freq = Dict{String,Int}()
for w in words
    freq[w] = get(freq, w, 0) + 1
end
for (w, n) in sort(collect(freq), by=p -> (-p[2], p[1]))
    println(rpad(w, 8), lpad(n, 3))
end
println(length(words), " ", length(unique(words)))
println(join(map(uppercasefirst, words[1:4]), "-"))
println(occursin("fox", text), " ", findfirst("fox", text))
println([w for w in words if length(w) > 4])
println(strip("  pad  "), "|", lstrip("xxa", 'x'), "|", chomp("line\n"))
println(reverse("Julia"), " ", uppercase("ß→julia"), " ", repeat("ab", 3), " ", "ab"^2)
