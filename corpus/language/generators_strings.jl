using Printf
println(sum(i^2 for i in 1:10), " ", maximum(abs(x) for x in [-3, 2]), " ", prod(x for x in 1:5 if isodd(x)))
println([(i, j) for i in 1:3 for j in i:3], " ", Dict(i => i^2 for i in 1:2)[2], " ", collect(i * j for i in 1:2, j in 1:2))
println(join(["a", "b", "c"], ", ", " and "), " ", split("a,b,,c", ","), " ", split("  x y "), " ", split("k=v", "="; limit=2))
println(string("a", 1, 2.5, 'c', :sym, nothing, [1]), " ", "x" * "y", " ", "1 + 1 = $(1 + 1)", " ", "\$5")
@printf("%d %5d|%-5d|%05d %+d %x %o %c %s %%\n", 42, 42, 42, 42, 42, 255, 8, 'z', "str")
@printf("%.3f %8.2f %-8.2f| %e %g %g\n", π, π, π, 12345.678, 0.0001, 1e10)
s = @sprintf("%s=%.2f", "x", 2.345)
println(s, " ", length(s))
str = "Hello, Wörld"
println(str[1], str[1:5], " ", str[end], " ", length(str), " ", ncodeunits(str), " ", lastindex(str), " ", collect("abc"), " ", str[nextind(str, 8)])
println(startswith(str, "He"), endswith(str, "ld"), occursin("lo", str), " ", findfirst(isequal('W'), str), " ", findlast(isequal('l'), str))
println(replace("aXbX", "X" => "-"), replace("hello", r"l+" => s"[\0]"), replace("abc", 'b' => 'z'), " ", lowercase("ABC"), titlecase("the end"))
m = match(r"(\d+)-(?<name>\w+)", "id 42-foo")
println(m.match, " ", m[1], " ", m[:name], " ", m.offset, " ", match(r"z", "abc") === nothing)
println([x.match for x in eachmatch(r"[a-z]+", "ab 12 cd")], " ", occursin(r"^\d+$", "123"))
println("abc" < "abd", " ", cmp("a", "b"), " ", "a" == "a", " ", isempty(""), " ", 'a' < 'b', " ", "abc"[2:end], " ", first("abc"), last("abc"))
println(lpad("x", 3), "|", rpad("x", 3), "|", lpad(5, 4, "0"), " ", strip(" a "), " ", chop("abc"), " ", parse.(Int, split("1 2 3")))
println("""
    indented
      more
    """)
println(raw"a\n$x", " ", :symbol, " ", Symbol("a b"), " ", string(:a), " ", repr("q"), " ", repr('c'), " ", repr(:s), " ", repr([1, 2]))
for line in eachline(IOBuffer("l1\nl2"))
    print(line, ";")
end
println()
for (k, c) in enumerate("añb")
    print(k, c, Int(c), " ")
end
println(isdigit('3'), isletter('x'), isspace(' '), isuppercase('A'), ispunct('!'), " ", parse(Int, '7'), " ", 'a':'e', " ", collect('a':'e'))
print("no newline;", 1, " ", 2.0, "\n")
show("text"); show(1.5f0); show([1, 2]); println()
display("text"); display([1.5, 2.0]); display(Dict(:a => 1)); display(3); println()
println(1:3, " ", collect(1:3), " ", (1,), " ", (a=1,), " ", 1 => 2, " ", nothing, " ", missing, " ", Int, " ", [true, false], " ", Set([1]))
