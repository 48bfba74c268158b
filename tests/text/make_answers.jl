# What Julia answers: each line of FILE.txt is an expression; FILE.tsv gets `expression<TAB>text` lines, where the text
# is `repr` of the value and of its text/plain form, or the error's. usage: julia make_answers.jl FILE.txt…
using Printf, LinearAlgebra, Statistics, Dates
struct P; x; y; end
struct Pt{T}; x::T; y::T; end
mutable struct Node; val::Int; next; Node(v) = new(v); end
struct Shown; n; end
Base.show(io::IO, s::Shown) = print(io, "S<", s.n, ">")
@enum Fruit apple pear
esc(s) = replace(replace(replace(s, "\\" => "\\\\"), "\n" => "\\n"), "\t" => "\\t")
function answer(line)
    try
        v = Core.eval(Main, Meta.parse(line))
        a, b = repr(v), repr("text/plain", v)
        a == b ? a : string(a, "\n", b)
    catch e
        e isa LoadError && (e = e.error)
        "ERROR " * first(split(sprint(showerror, e), "\nClosest candidates"))
    end
end
for path in ARGS
    open(replace(path, ".txt" => ".tsv"), "w") do io
        for line in eachline(path)
            isempty(line) || startswith(line, "#") || println(io, line, "\t", esc(answer(line)))
        end
    end
end
